//! Lists in workbooks, laid out as schools lay them out.

use caseload::domain::Status;
use caseload::import::{
    Field, ImportFile, Table, Unreadable, Wanted, WantedSheets, read, read_table,
};
use chrono::NaiveDate;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

fn today() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

/// A sheet of text cells; `#` begins a number, `d` with a dash in it a date.
fn fill(sheet: &mut Worksheet, rows: &[&[&str]]) {
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            if let Some(number) = cell.strip_prefix('#') {
                let number: f64 = number.parse().unwrap();
                sheet.write_number(row, column, number).unwrap();
            } else if let Some(date) = cell.strip_prefix("date:") {
                let date = ExcelDateTime::parse_from_str(date).unwrap();
                sheet
                    .write_datetime_with_format(row, column, &date, &day)
                    .unwrap();
            } else if !cell.is_empty() {
                sheet.write_string(row, column, *cell).unwrap();
            }
        }
    }
}

fn book(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        fill(book.add_worksheet().set_name(*name).unwrap(), rows);
    }
    book.save_to_buffer().unwrap()
}

fn one(rows: &[&[&str]]) -> ImportFile {
    read(&book(&[("Sheet1", rows)]), today()).unwrap()
}

/// The pupils in one line each.
fn pupils(file: &ImportFile) -> Vec<String> {
    let words = |text: &Option<String>| text.clone().unwrap_or_default();
    file.pupils
        .iter()
        .map(|pupil| {
            let status = match (pupil.status, pupil.watching) {
                (_, true) => "watching",
                (Some(Status::K), _) => "K",
                (Some(Status::E), _) => "E",
                (Some(Status::N), _) => "N",
                (None, _) => "-",
            };
            let year = pupil.year.map_or("-", |year| year.code());
            let needs: Vec<_> = pupil.needs.iter().map(|need| need.as_str()).collect();
            format!(
                "{} {} {} {year} {} {status} {}",
                words(&pupil.forename),
                words(&pupil.surname),
                pupil.dob.map_or_else(String::new, |day| day.to_string()),
                words(&pupil.class),
                needs.join(" ")
            )
            .trim()
            .to_owned()
        })
        .collect()
}

#[test]
fn numbers_and_dates_are_what_they_show() {
    let file = one(&[
        &["SEND REGISTER 2026"],
        &[],
        &[
            "Surname",
            "Forename",
            "Date of birth",
            "Year",
            "Class",
            "SEN status",
            "Adm no",
            "Top up",
        ],
        &[
            "Adams",
            "Ava",
            "date:2018-02-14",
            "#4.0",
            "4H",
            "K",
            "#4512",
            "#1250.5",
        ],
        &["Bell", "Ben", "#43145", "#4", "4H", "E", "#4513", ""],
        &["Total", "#2"],
    ]);
    assert_eq!(
        pupils(&file),
        ["Ava Adams 2018-02-14 4 4H K", "Ben Bell 2018-02-14 4 4H E"]
    );
    assert_eq!(file.pupils[0].adno.as_deref(), Some("4512"));
    assert_eq!(file.pupils[0].top_up, Some(125_050));
    assert_eq!(file.heading_line, 3);
    assert_eq!(file.sheets, ["Sheet1"]);
    let skipped: Vec<u32> = file.skipped.iter().map(|skipped| skipped.line).collect();
    assert_eq!(skipped, [1, 2, 6]);
    assert_eq!(file.lines_read, 5);
}

#[test]
fn a_merged_class_stands_beside_all_its_pupils() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let plain = Format::new();
    fill(
        sheet,
        &[
            &[],
            &["Class", "Pupil", "DOB", "SEN", ""],
            &["", "", "", "Status", "Need"],
            &["", "Adams, Ava", "date:2018-02-14", "K", "SLCN"],
            &["", "Bell, Ben", "date:2018-03-15", "E", "ASD"],
            &["", "", "", "", "SLCN"],
            &["", "Cole, Cy", "date:2017-03-16", "K", "MLD"],
            &["", "Dean, Dee", "date:2017-03-17", "K", "MLD"],
        ],
    );
    sheet
        .merge_range(0, 0, 0, 4, "Provision map, Autumn term", &plain)
        .unwrap();
    sheet.merge_range(1, 0, 2, 0, "Class", &plain).unwrap();
    sheet.merge_range(1, 1, 2, 1, "Pupil", &plain).unwrap();
    sheet.merge_range(3, 0, 5, 0, "4H", &plain).unwrap();
    sheet.merge_range(6, 0, 7, 0, "5B", &plain).unwrap();
    let file = read(&workbook.save_to_buffer().unwrap(), today()).unwrap();
    assert_eq!(
        pupils(&file),
        [
            "Ava Adams 2018-02-14 - 4H K SLCN",
            "Ben Bell 2018-03-15 - 4H E ASD SLCN",
            "Cy Cole 2017-03-16 - 5B K MLD",
            "Dee Dean 2017-03-17 - 5B K MLD",
        ]
    );
}

#[test]
fn a_class_named_once_above_its_pupils_is_theirs() {
    let grouped = one(&[
        &["Class", "Name", "DOB", "SEN status"],
        &["4H", "Adams, Ava", "14/02/2018", "K"],
        &["", "Bell, Ben", "15/02/2018", "E"],
        &["", "Cole, Cy", "15/03/2018", "E"],
        &["5B", "Dean, Dee", "17/03/2017", "K"],
        &["", "Ely, Eve", "18/03/2017", "K"],
    ]);
    let classes = |file: &ImportFile| -> Vec<String> {
        file.pupils
            .iter()
            .map(|pupil| pupil.class.clone().unwrap_or_default())
            .collect()
    };
    assert_eq!(classes(&grouped), ["4H", "4H", "4H", "5B", "5B"]);
    let above = one(&[
        &["Name", "DOB", "Need"],
        &["Year 4 - EHCP"],
        &["Class 4H"],
        &["Adams, Ava", "14/02/2018", "SLCN"],
        &["SEN Support"],
        &["Bell, Ben", "15/02/2018", "MLD"],
        &["Oak class"],
        &["Cole, Cy", "15/03/2018", ""],
    ]);
    assert_eq!(classes(&above), ["4H", "", "Oak"]);
    assert_eq!(above.pupils[1].status, Some(Status::K));
}

#[test]
fn ticks_below_k_and_e_are_the_status() {
    let file = one(&[
        &["Name", "DOB", "Class", "K", "E", "Monitoring", "C&I"],
        &["Ava Adams", "14/02/2018", "4H", "\u{2713}", "", "", "x"],
        &["Ben Bell", "15/02/2018", "4H", "", "x", "", ""],
        &["Cy Cole", "15/03/2018", "4H", "", "", "y", "x"],
        &["Dee Dean", "17/03/2018", "4H", "", "", "", ""],
        &["Eve Ely", "18/03/2018", "4H", "K", "E", "", ""],
    ]);
    let statuses: Vec<_> = file
        .pupils
        .iter()
        .map(|pupil| (pupil.status, pupil.watching))
        .collect();
    assert_eq!(
        statuses,
        [
            (Some(Status::K), false),
            (Some(Status::E), false),
            (Some(Status::N), true),
            (None, false),
            (None, false),
        ]
    );
    assert_eq!(file.pupils[4].held.len(), 1, "both are ticked");
    assert_eq!(file.unknown().next().unwrap().heading, "C&I");
}

#[test]
fn where_only_colours_say_the_status_it_is_said() {
    let file = one(&[
        &["Name", "DOB", "Class"],
        &["Ava Adams", "14/02/2018", "4H"],
    ]);
    assert!(
        file.notices.iter().any(|notice| notice.contains("colours")),
        "{file:?}"
    );
}

#[test]
fn of_several_sheets_one_is_asked_for_or_all_are_read() {
    let rows: &[&[&str]] = &[
        &["Name", "DOB", "SEN status"],
        &["Ava Adams", "14/02/2018", "K"],
    ];
    let others: &[&[&str]] = &[
        &["Name", "DOB", "SEN status"],
        &["Ben Bell", "15/02/2018", "E"],
    ];
    let bytes = book(&[
        ("4H", rows),
        ("5 Oak", others),
        ("Leavers", others),
        ("Key", &[&["K", "SEN support"]]),
    ]);
    let Err(Unreadable::WhichSheet { sheets }) = read(&bytes, today()) else {
        panic!("a sheet was guessed");
    };
    let names: Vec<String> = sheets.iter().map(ToString::to_string).collect();
    assert_eq!(
        names,
        [
            "\"4H\" (1 row)",
            "\"5 Oak\" (1 row)",
            "\"Leavers\" (1 row)",
            "\"Key\" (no headings)"
        ]
    );
    let table = Table::take_apart(&bytes, &mut |_| {}).unwrap();
    let wanted = |sheets| Wanted {
        sheets,
        ..Wanted::default()
    };
    let named = WantedSheets::Named(vec!["4h".to_owned()]);
    let file = read_table(&table, &wanted(named), today()).unwrap();
    assert_eq!(pupils(&file), ["Ava Adams 2018-02-14 - 4H K"]);
    let all = read_table(&table, &wanted(WantedSheets::All), today()).unwrap();
    assert_eq!(
        pupils(&all),
        [
            "Ava Adams 2018-02-14 - 4H K",
            "Ben Bell 2018-02-15 - 5 Oak E"
        ]
    );
    assert_eq!(all.pupils[1].lines, [4], "lines are numbered on");
    assert!(
        all.notices
            .iter()
            .any(|notice| notice.contains("\"Leavers\""))
    );
    let missing = WantedSheets::Named(vec!["6Z".to_owned()]);
    assert!(matches!(
        read_table(&table, &wanted(missing), today()),
        Err(Unreadable::NoSheet { .. })
    ));
    // The only sheet with headings needs no question.
    let only = book(&[("Key", &[&["K", "SEN support"]]), ("List", rows)]);
    assert_eq!(read(&only, today()).unwrap().sheets, ["List"]);
}

#[test]
fn columns_without_known_headings_are_what_the_user_says() {
    let table = Table::take_apart(
        "Adams,Ava,14/02/2018,K\nBell,Ben,15/02/2018,E\n".as_bytes(),
        &mut |_| {},
    )
    .unwrap();
    let mut wanted = Wanted::default();
    for words in [
        "Column 1=surname",
        "column 2=Forename",
        "Column 3=DOB",
        "Column 4=SEN status",
    ] {
        wanted.mapping.set_in_words(words).unwrap();
    }
    let file = read_table(&table, &wanted, today()).unwrap();
    assert_eq!(
        pupils(&file),
        ["Ava Adams 2018-02-14 -  K", "Ben Bell 2018-02-15 -  E"]
    );
    assert_eq!((file.heading_line, file.lines_read), (0, 2));

    let table = Table::take_apart(
        "Name,DOB,Stufe,House\nAva Adams,14/02/2018,K,Red\n".as_bytes(),
        &mut |_| {},
    )
    .unwrap();
    let mut wanted = Wanted::default();
    wanted.mapping.set("Stufe", Field::Status);
    wanted.mapping.set("house", Field::Note);
    let file = read_table(&table, &wanted, today()).unwrap();
    assert_eq!(pupils(&file), ["Ava Adams 2018-02-14 -  K"]);
    assert_eq!(file.pupils[0].note("House"), Some("Red"));
    assert!(wanted.mapping.set_in_words("House=colour").is_err());
}

#[test]
fn a_workbook_that_is_none_is_told_so() {
    let whole = book(&[("4H", &[&["Name", "DOB"], &["Ava Adams", "14/02/2018"]])]);
    assert_eq!(
        read(&whole[..whole.len() / 2], today()),
        Err(Unreadable::Damaged)
    );
    assert!(matches!(
        read(b"\xd0\xcf\x11\xe0rest", today()),
        Err(Unreadable::Locked | Unreadable::Damaged)
    ));
}
