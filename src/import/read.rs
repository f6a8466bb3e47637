use chrono::NaiveDate;

use super::above::Above;
use super::clean;
use super::encoding::LOST;
use super::found_column::FoundColumn;
use super::heading::{Heading, WITHIN};
use super::import_file::ImportFile;
use super::mapping::Mapping;
use super::offered_sheet::OfferedSheet;
use super::reader::Reader;
use super::row::Row;
use super::sheet::Sheet;
use super::source::Source;
use super::table::Table;
use super::unreadable::Unreadable;
use super::wanted::{Wanted, WantedSheets};

/// Reads the bytes of a file as a list of pupils, in this process. `today` says which centuries and school years are meant.
///
/// # Errors
/// As [`Table::take_apart`] and [`read_table`].
pub fn read(bytes: &[u8], today: NaiveDate) -> Result<ImportFile, Unreadable> {
    let table = Table::take_apart(bytes, &mut |_| {})?;
    read_table(&table, &Wanted::default(), today)
}

/// Reads the rows of a file as a list of pupils. `today` says which centuries and school years are meant.
///
/// # Errors
/// When it has no line of headings, several sheets may be meant, or it is beyond 200,000 lines or 500 columns.
pub fn read_table(
    table: &Table,
    wanted: &Wanted,
    today: NaiveDate,
) -> Result<ImportFile, Unreadable> {
    let chosen = chosen(table, wanted)?;
    let mut readers: Vec<Reader<'_>> = Vec::new();
    let mut offset = 0;
    let mut numbered = Vec::new();
    for (sheet, heading) in &chosen {
        let above = match table.source {
            Source::Text { .. } => Above::default(),
            Source::Workbook => Above::of_sheet(&sheet.name),
        };
        let mut reader = Reader::new(heading, above, offset, today);
        for (place, row) in sheet.rows().enumerate() {
            reader.take(place, row)?;
        }
        let is_cut_off = matches!(
            table.source,
            Source::Text {
                is_ended: false,
                ..
            }
        );
        reader.end(!is_cut_off);
        readers.push(reader);
        let last = sheet.marks.last().map_or(0, |mark| mark.line);
        let name = clean::line(&sheet.name);
        numbered.push(format!("\"{name}\" {} to {}", offset + 1, offset + last));
        offset += last;
    }
    let mut file = Reader::finish(readers, today);
    for (_, heading) in &chosen {
        let said = heading.said();
        if said.values().any(|holds| !holds.is_empty()) && !file.said.contains(&said) {
            file.notices
                .extend(as_said_before(heading, &wanted.mapping));
            file.said.push(said);
        }
    }
    match table.source {
        Source::Text {
            encoding,
            delimiter,
            lost,
            ..
        } => {
            (file.encoding, file.delimiter) = (Some(encoding), Some(delimiter));
            file.notices.extend(lost_letters(lost));
        }
        Source::Workbook => {
            let names = chosen.iter().map(|(sheet, _)| clean::line(&sheet.name));
            file.sheets = names.collect();
            file.notices.extend(about_sheets(table, &file.sheets));
            if chosen.len() > 1 {
                file.notices.push(format!(
                    "The lines of the sheets are numbered on: {}.",
                    numbered.join(", ")
                ));
            }
        }
    }
    Ok(file)
}

/// The sheets that are meant, with their headings.
fn chosen<'a>(table: &'a Table, wanted: &Wanted) -> Result<Vec<(&'a Sheet, Heading)>, Unreadable> {
    let headed: Vec<(&Sheet, Heading)> = table
        .sheets
        .iter()
        .filter_map(|sheet| Some((sheet, heading(sheet, wanted)?)))
        .collect();
    let offered = || {
        let rows = |sheet: &Sheet| {
            let (_, heading) = headed
                .iter()
                .find(|(headed, _)| headed.name == sheet.name)?;
            Some(sheet.height().saturating_sub(heading.rows.end))
        };
        let sheets = table.sheets.iter().filter(|sheet| sheet.height() > 0);
        sheets
            .map(|sheet| OfferedSheet {
                name: clean::line(&sheet.name),
                rows: rows(sheet),
            })
            .collect::<Vec<_>>()
    };
    let chosen: Vec<_> = match &wanted.sheets {
        WantedSheets::Only => {
            // A sheet with headings and nobody below them is no choice.
            let filled = |(sheet, heading): &(&Sheet, Heading)| sheet.height() > heading.rows.end;
            match headed.iter().filter(|headed| filled(headed)).count() {
                0 => headed.clone().into_iter().take(1).collect(),
                1 => headed.clone().into_iter().filter(filled).collect(),
                _ => return Err(Unreadable::WhichSheet { sheets: offered() }),
            }
        }
        WantedSheets::All => {
            let is_gone = |name: &str| Above::of_sheet(name).is_gone();
            let here = headed.clone().into_iter();
            here.filter(|(sheet, _)| !is_gone(&sheet.name)).collect()
        }
        WantedSheets::Named(names) => {
            let mut chosen = Vec::new();
            for name in names {
                let is_meant = |sheet: &&Sheet| {
                    clean::line(&sheet.name).to_lowercase() == clean::line(name).to_lowercase()
                };
                let Some(sheet) = table.sheets.iter().find(is_meant) else {
                    return Err(Unreadable::NoSheet {
                        name: name.clone(),
                        sheets: offered(),
                    });
                };
                match heading(sheet, wanted) {
                    Some(heading) => chosen.push((sheet, heading)),
                    None => return Err(no_heading(sheet, wanted)),
                }
            }
            chosen
        }
    };
    if chosen.is_empty() {
        let tallest = table.sheets.iter().max_by_key(|sheet| sheet.height());
        return Err(tallest.map_or(Unreadable::Empty, |sheet| no_heading(sheet, wanted)));
    }
    Ok(chosen)
}

/// The heading of a sheet: the one found in it, else what the user says of its columns.
fn heading(sheet: &Sheet, wanted: &Wanted) -> Option<Heading> {
    let first: Vec<Row<'_>> = sheet.rows().take(WITHIN).collect();
    let mapping = &wanted.mapping;
    if mapping.is_of_columns() {
        return (!first.is_empty()).then(|| Heading::given(&first, mapping));
    }
    let found = Heading::find(&first, mapping)?;
    match mapping.over(&wanted.layouts, &found.columns) {
        Some(mapping) => Heading::find(&first, &mapping),
        None => Some(found),
    }
}

/// What is asked of a sheet without headings. As many columns may hold something else in another list: what was said before
/// is offered, and still asked.
fn no_heading(sheet: &Sheet, wanted: &Wanted) -> Unreadable {
    let first: Vec<Row<'_>> = sheet.rows().take(WITHIN).collect();
    let mut heading = Heading::given(&first, &Mapping::default());
    if let Some(before) = wanted.mapping.over(&wanted.layouts, &heading.columns) {
        heading = Heading::given(&first, &before);
    }
    let columns = heading.columns.into_iter().map(|column| {
        let mut found = FoundColumn::new(column.heading, column.field);
        for row in &first {
            found.look_at(&clean::line(row.cell(column.place)));
        }
        found
    });
    Unreadable::NoHeading {
        columns: columns.filter(|column| column.filled > 0).collect(),
    }
}

/// What was said before of a list with the same headings, and not now.
fn as_said_before(heading: &Heading, now: &Mapping) -> Option<String> {
    let before = heading.columns.iter().filter_map(|column| {
        let field = heading.mapping.get(&column.heading)?;
        let is_before = now.get(&column.heading).is_none();
        is_before.then(|| format!("\"{}\" is {}", column.heading, field.label()))
    });
    let before: Vec<String> = before.collect();
    (!before.is_empty()).then(|| {
        format!(
            "Read as you said of a list with the same headings: {}.",
            before.join(", ")
        )
    })
}

fn lost_letters(lost: usize) -> Option<String> {
    match lost {
        0 => None,
        1 => Some(format!(
            "One letter of the file could not be read and stands as {LOST}."
        )),
        lost => Some(format!(
            "{lost} letters of the file could not be read and stand as {LOST}."
        )),
    }
}

/// Which sheets were not looked at.
fn about_sheets(table: &Table, read: &[String]) -> Option<String> {
    let names = table.sheets.iter().filter(|sheet| sheet.height() > 0);
    let names = names.map(|sheet| clean::line(&sheet.name));
    let others = names.chain(
        table
            .hidden
            .iter()
            .map(|name| format!("{} (hidden)", clean::line(name))),
    );
    let others: Vec<String> = others
        .filter(|name| !read.contains(name))
        .map(|name| format!("\"{name}\""))
        .collect();
    (!others.is_empty()).then(|| format!("Sheets that were not read: {}.", others.join(", ")))
}
