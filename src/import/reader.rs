use chrono::NaiveDate;

use super::above::Above;
use super::clean;
use super::column::Column;
use super::field::Field;
use super::found_column::FoundColumn;
use super::heading::Heading;
use super::import_file::ImportFile;
use super::incoming::Incoming;
use super::join::join;
use super::line::Line;
use super::row::Row;
use super::row_kind::RowKind;
use super::rows::MOST_COLUMNS;
use super::sheet::MOST_LINES;
use super::skipped::Skipped;
use super::unreadable::Unreadable;
use crate::domain::{NcYear, NeedTable, Status};

const BLANK: &str = "blank";
/// The most groups that a school's list has.
const MOST_GROUPS: usize = 200;

/// Takes the rows of a file one after the other and accounts for every one.
pub(super) struct Reader<'a> {
    heading: &'a Heading,
    today: NaiveDate,
    heading_line: u32,
    lines: Vec<Line>,
    skipped: Vec<Skipped>,
    /// Blank lines that may be the end of the file, which don't count.
    blank: Vec<u32>,
    /// The columns that are somebody's business.
    found: Vec<(&'a Column, FoundColumn)>,
    private: Vec<&'a Column>,
    /// How many lines stand in the sheets before this one.
    offset: u32,
    /// What the name of the sheet says.
    sheet: Above,
    /// What the line between the pupils above says: "YEAR 1".
    above: Above,
    has_class: bool,
    /// A child stands on the row right above.
    below_child: bool,
    broken: Option<String>,
    /// How many cells the last row has, where all rows before it have as many as the heading.
    short_end: Option<(u32, usize)>,
    ragged: bool,
    /// What stands only where groups begin.
    grouped: Vec<&'static str>,
}

impl<'a> Reader<'a> {
    /// Begins with nothing taken.
    pub fn new(heading: &'a Heading, sheet: Above, offset: u32, today: NaiveDate) -> Self {
        let kept = heading
            .columns
            .iter()
            .filter(|column| !heading.never_keeps(column));
        Self {
            heading,
            today,
            heading_line: u32::from(!heading.rows.is_empty()),
            lines: Vec::new(),
            skipped: Vec::new(),
            blank: Vec::new(),
            found: kept
                .map(|column| {
                    let found = FoundColumn::new(column.heading.clone(), column.field);
                    (column, found)
                })
                .collect(),
            private: Vec::new(),
            offset,
            sheet,
            above: Above::default(),
            has_class: heading
                .columns
                .iter()
                .any(|column| column.field == Some(Field::Class)),
            below_child: false,
            broken: None,
            short_end: None,
            ragged: false,
            grouped: Vec::new(),
        }
    }

    /// Takes the row that stands at `place` in the file.
    pub fn take(&mut self, place: usize, mut row: Row<'_>) -> Result<(), Unreadable> {
        row.line += self.offset;
        let row = &row;
        if row.too_wide {
            return Err(Unreadable::TooManyColumns {
                line: row.line,
                limit: MOST_COLUMNS,
            });
        }
        if place == self.heading.rows.start && !self.heading.rows.is_empty() {
            self.heading_line = row.line;
        }
        if self.heading.rows.contains(&place) {
            return Ok(());
        }
        if row.is_blank() {
            self.below_child = false;
            if self.blank.len() <= MOST_LINES {
                self.blank.push(row.line);
            }
            return Ok(());
        }
        for line in std::mem::take(&mut self.blank) {
            self.skip(line, BLANK);
        }
        if place < self.heading.rows.start {
            let words = row
                .filled()
                .map(|(_, cell)| clean::line(cell))
                .next()
                .unwrap_or_default();
            self.skip(
                row.line,
                &format!("above the headings: {}", shortened(&words)),
            );
        } else {
            self.take_below(row);
        }
        if self.lines.len() + self.skipped.len() > MOST_LINES {
            return Err(Unreadable::TooManyLines { limit: MOST_LINES });
        }
        Ok(())
    }

    fn skip(&mut self, line: u32, reason: &str) {
        self.skipped.push(Skipped {
            line,
            reason: reason.to_owned(),
        });
    }

    /// A row under the heading.
    fn take_below(&mut self, row: &Row<'_>) {
        self.ragged |= self.short_end.is_some();
        self.short_end =
            (row.cells.len() < self.heading.width).then_some((row.line, row.cells.len()));
        if let Some(line) = row.unclosed {
            let words = shortened(&clean::line(row.cells.last().map_or("", AsRef::as_ref)));
            self.broken = Some(format!(
                "The file breaks off on line {line}: a quotation mark opens before {words} and never closes. Export it again."
            ));
            return self.skip(row.line, "broken off inside a quotation");
        }
        let was_below_child = std::mem::take(&mut self.below_child);
        match RowKind::of(row, self.heading) {
            RowKind::Blank => self.skip(row.line, BLANK),
            RowKind::HeadingAgain => self.skip(row.line, "the headings again"),
            RowKind::Total(words) => {
                self.skip(row.line, &format!("a total: {}", shortened(&words)))
            }
            RowKind::Between(words) => {
                self.above = Above::of(&words);
                self.skip(row.line, &format!("not a pupil: {}", shortened(&words)));
            }
            RowKind::Overflowing => {
                self.skip(
                    row.line,
                    "more cells than headings: a comma inside a value may lack its quotation marks",
                );
            }
            RowKind::Pupil => self.take_pupil(row, was_below_child),
        }
    }

    fn take_pupil(&mut self, row: &Row<'_>, below_child: bool) {
        let mut line = Line::read(row, &self.heading.columns, self.today);
        if line.names_nobody() {
            let above = self.lines.last().map(|line| &line.incoming);
            let is_said_above = |field: Field| match field {
                // A cell merged over all lines of a child stands in each.
                Field::Class => above.is_some_and(|above| above.class == line.incoming.class),
                Field::Year => above.is_some_and(|above| above.year == line.incoming.year),
                field => field.is_per_line(),
            };
            let only_more_of_a_child = row
                .filled()
                .all(|(place, _)| self.field(place).is_none_or(is_said_above));
            if !below_child || !only_more_of_a_child {
                return self.skip(row.line, "no name, UPN or admission number");
            }
            line.continues = true;
        } else if row.filled().count() == 1 && self.heading.columns.len() > 1 {
            line.incoming
                .hold("Nothing but a name stands on this line. Is it a pupil?".to_owned());
        }
        self.below_child = true;
        if !line.continues {
            self.above.complete(&mut line.incoming, true);
            self.sheet.complete(&mut line.incoming, !self.has_class);
        }
        self.look_at_columns(row);
        self.lines.push(line);
    }

    fn field(&self, place: usize) -> Option<Field> {
        self.heading
            .columns
            .iter()
            .find(|column| column.place == place)
            .and_then(|column| column.field)
    }

    /// Gathers what the columns hold, unless it is nobody's business.
    fn look_at_columns(&mut self, row: &Row<'_>) {
        for (column, found) in self.found.iter_mut().filter(|(_, found)| !found.is_told()) {
            let words = clean::line(row.cell(column.place));
            let is_unknown = column.field.is_none();
            if is_unknown && is_private(&words) && !self.private.contains(column) {
                self.private.push(column);
            }
            found.look_at(&words);
        }
    }

    /// Ends the rows. `is_ended` says whether the last line ends as lines do.
    pub fn end(&mut self, is_ended: bool) {
        if let Some((line, cells)) = self
            .short_end
            .filter(|_| !is_ended && !self.ragged && self.broken.is_none())
        {
            let width = self.heading.width;
            self.broken = Some(format!(
                "The file breaks off on line {line}: it has {cells} of {width} cells. Export it again."
            ));
        }
        self.fill_groups();
    }

    /// Reads a class or year that stands only on the first line of its group for the lines below: so it is where each stands
    /// once, and most lines have none.
    fn fill_groups(&mut self) {
        let classes = self.lines.iter().map(|line| line.incoming.class.clone());
        if is_grouped(&classes.collect::<Vec<_>>()) {
            self.grouped.push("class");
            let mut above = None;
            for line in self.lines.iter_mut().filter(|line| !line.continues) {
                above = line.incoming.class.clone().or(above);
                line.incoming.class.clone_from(&above);
            }
        }
        let years = self.lines.iter().map(|line| line.incoming.year);
        if is_grouped(&years.collect::<Vec<_>>()) {
            self.grouped.push("year");
            let mut above = None;
            for line in self.lines.iter_mut().filter(|line| !line.continues) {
                above = line.incoming.year.or(above);
                line.incoming.year = above;
            }
        }
    }

    /// What was read, when the rows of all sheets have ended.
    pub fn finish(readers: Vec<Self>, today: NaiveDate) -> ImportFile {
        let mut whole = ImportFile {
            heading_line: readers.first().map_or(0, |reader| reader.heading_line),
            ..ImportFile::default()
        };
        let mut lines = Vec::new();
        for reader in readers {
            lines.extend(reader.hand_over(&mut whole));
        }
        if lines.iter().any(|line| line.month_first) {
            whole.notices.push(
                "Some dates have their month first. All others were read day first: check them."
                    .to_owned(),
            );
        }
        whole.lines_read = lines.len() + whole.skipped.len();
        whole.pupils = join(lines);
        for child in &mut whole.pupils {
            look_over(child, today);
        }
        whole
    }

    /// Adds what it has to the file, and gives its lines.
    fn hand_over(self, whole: &mut ImportFile) -> Vec<Line> {
        for what in &self.grouped {
            whole.notices.push(format!(
                "The {what} stands on the first line of each group only: it was read for the lines below as well."
            ));
        }
        let knows_status = |field: &Field| matches!(field, Field::Status | Field::Ticked(_));
        let fields = self
            .heading
            .columns
            .iter()
            .filter_map(|column| column.field);
        if !fields.into_iter().any(|field| knows_status(&field))
            && self.lines.iter().all(|line| line.incoming.status.is_none())
        {
            whole.notices.push(
                "No column says the SEN status. Where only colours say it, add a column: colours are not read."
                    .to_owned(),
            );
        }
        let known_private = self
            .heading
            .columns
            .iter()
            .filter(|column| self.heading.never_keeps(column));
        for column in known_private.chain(self.private.iter().copied()) {
            if !whole.left_out.contains(&column.heading) {
                whole.left_out.push(column.heading.clone());
            }
        }
        let private = self.private;
        let found = self
            .found
            .into_iter()
            .filter(|(column, found)| found.filled > 0 && !private.contains(column));
        for (_, found) in found {
            let is_same = |known: &&mut FoundColumn| {
                (&known.heading, known.field) == (&found.heading, found.field)
            };
            match whole.columns.iter_mut().find(is_same) {
                Some(known) => known.filled += found.filled,
                None => whole.columns.push(found),
            }
        }
        whole.skipped.extend(self.skipped);
        whole.broken = whole.broken.take().or(self.broken);
        self.lines
    }
}

/// Whether values stand only where their groups begin: on the first line and on few others, each once.
fn is_grouped<T: PartialEq>(values: &[Option<T>]) -> bool {
    let said: Vec<&T> = values.iter().flatten().collect();
    let is_once = |place: usize| !said[..place].contains(&said[place]);
    values.first().is_some_and(Option::is_some)
        && said.len() * 2 <= values.len()
        && said.len() <= MOST_GROUPS
        && values.len() > 2
        && (1..said.len()).all(is_once)
}

/// What a child's values, each of them fine, say against each other.
fn look_over(child: &mut Incoming, today: NaiveDate) {
    let expected = child.dob.and_then(|born| NcYear::expected(born, today));
    if let (Some(year), Some(expected)) = (child.year, expected)
        && year != expected
        && year != NcYear::X
    {
        child.notice(format!(
            "{} does not go with the date of birth, which makes it {}.",
            year.label(),
            expected.label()
        ));
    }
    let misplaced = child
        .status
        .filter(|&status| status != Status::N)
        .and_then(|status| {
            let table = NeedTable::england();
            child
                .needs
                .iter()
                .find(|code| table.get(code).is_some_and(|need| !need.goes_with(status)))
        });
    if let Some(code) = misplaced {
        child.notice(format!(
            "{code} is for SEN support only, until the need has been assessed."
        ));
    }
}

/// Whether words are an e-mail address, a telephone number or a postcode.
fn is_private(words: &str) -> bool {
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    let is_phone = digits >= 10
        && words.starts_with(['0', '+', '('])
        && words
            .chars()
            .all(|mark| mark.is_ascii_digit() || " +()-".contains(mark));
    let is_email = words
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    let ends_in_postcode = words.rsplit_once(' ').is_some_and(|(before, last)| {
        let area = before.rsplit(' ').next().unwrap_or_default();
        matches!(last.as_bytes(), [digit, one, two] if digit.is_ascii_digit() && one.is_ascii_uppercase() && two.is_ascii_uppercase())
            && area.starts_with(|letter: char| letter.is_ascii_uppercase())
            && area.contains(|letter: char| letter.is_ascii_digit())
    });
    is_phone || is_email || ends_in_postcode
}

/// The beginning of some words, in quotation marks.
fn shortened(words: &str) -> String {
    let start: String = words.chars().take(FoundColumn::SAMPLE_LENGTH).collect();
    if start.len() < words.len() {
        format!("\"{start}...\"")
    } else {
        format!("\"{start}\"")
    }
}
