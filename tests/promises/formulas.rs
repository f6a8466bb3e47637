//! Promise 70: what is exported calculates nothing in a spreadsheet, and is read back as it was.

use std::borrow::Cow;

use caseload::documents::{register, spreadsheet};
use caseload::domain::{Caseload, Change, Id, Pupil};
use caseload::import::{Table, read};

use super::random::Random;
use super::{Promise, Size, Tally};

/// What is tried here.
pub const PROMISES: &[Promise] = &[Promise {
    number: 70,
    words: "no spreadsheet calculates what is exported",
    tries: formulas,
}];

/// What begins a formula, or is stepped over before one.
const STARTS: [&str; 19] = [
    "=", "+", "-", "@", "\t=", "\r=", "\n=", "\0=", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}",
    " =", "\"=", "'=", "  +", "''@", "'", "\"",
];
/// What stands behind it.
const RESTS: [&str; 5] = [
    "cmd|' /C calc'!A0",
    "HYPERLINK(\"http://a.b\";\"x\")",
    "1+1",
    "A1;B1",
    "SUM(A1,A2)",
];

fn formulas(size: Size) -> Tally {
    let mut tally = Tally::default();
    let mut random = Random::of(70);
    for case in 0..size.of(95, 950, 9_500) {
        let start = STARTS[case % STARTS.len()];
        let rest = RESTS[random.below(RESTS.len() as u64) as usize];
        let text = format!("{start}{rest}");
        tally.count(neutral(&text).map_err(|why| format!("{text:?}: {why}")));
        // What an import keeps is clean text: no control characters, no runs of spaces.
        let kept: String = text.chars().filter(|letter| !letter.is_control()).collect();
        let kept = kept.trim();
        tally.count(back(kept).map_err(|why| format!("{kept:?} came back as {why}")));
    }
    tally.remarking("as CSV and as a workbook")
}

/// Whether the cell begins as no formula does, and a workbook has it as text.
fn neutral(text: &str) -> Result<(), String> {
    let csv = spreadsheet::csv([vec![Cow::Borrowed(text)]]);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let row = reader.records().next().ok_or("no row")?;
    let cell = row.map_err(|error| error.to_string())?[0].to_owned();
    let seen = cell.trim_start_matches(['"', ' ']);
    let begins = [
        '=', '+', '-', '@', '\t', '\r', '\n', '\0', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ];
    if seen.starts_with(begins) {
        return Err(format!("a formula: {cell:?}"));
    }
    Ok(())
}

/// Whether a class of that name is read back as it was.
fn back(class: &str) -> Result<(), String> {
    let mut caseload = Caseload::default();
    let pupil = Pupil {
        surname: "Adams".into(),
        forename: "Ava".into(),
        class: class.to_owned(),
        ..Pupil::new(Id::new(1), Id::new(2))
    };
    caseload.apply(Change::Put(pupil.into()));
    let rows = register::rows(&caseload, &[Id::new(1)]);
    let book = register::xlsx(&rows).map_err(|error| error.to_string())?;
    let formulas = Table::take_apart(&book, &mut |_| {}).map_err(|error| error.to_string())?;
    if formulas.sheets.len() != 1 {
        return Err("more than a sheet".to_owned());
    }
    let today = "2026-11-23".parse().expect("a day");
    for bytes in [register::csv(rows).into_bytes(), book] {
        let file = read(&bytes, today).map_err(|error| error.to_string())?;
        let said = file.pupils[0].class.clone().unwrap_or_default();
        if said != class {
            return Err(format!("{said:?}"));
        }
    }
    Ok(())
}
