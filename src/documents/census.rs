//! The spring census as a spreadsheet, for the office: what the caseload has, and what is to be looked at before it is
//! sent.

use std::borrow::Cow;

use super::spreadsheet;
use crate::domain::{Caseload, Census, CensusLine, Pupil};

/// The headings. Those of the provision and the types are the census's own words.
const HEADINGS: [&str; 10] = [
    "UPN",
    "Surname",
    "Forename",
    "Date of birth",
    "Year",
    "Class",
    "SEN provision",
    "SEN type rank 1",
    "SEN type rank 2",
    "To look at",
];

/// The census as CSV, a line a pupil. What is to be looked at is the last column.
pub fn csv(census: &Census, caseload: &Caseload) -> String {
    let rows = census.lines.iter().filter_map(|line| {
        let pupil = caseload.pupils.get(line.pupil)?;
        Some(row(line, pupil))
    });
    let headings = HEADINGS.map(Cow::Borrowed).to_vec();
    spreadsheet::csv([headings].into_iter().chain(rows))
}

fn row<'a>(line: &CensusLine, pupil: &'a Pupil) -> Vec<Cow<'a, str>> {
    let need = |rank: usize| match line.needs.get(rank) {
        Some(code) => Cow::Owned(code.as_str().to_owned()),
        None => Cow::Borrowed(""),
    };
    let doubts: Vec<String> = line.doubts.iter().map(ToString::to_string).collect();
    let born = pupil.dob.map(|born| born.format("%d/%m/%Y").to_string());
    vec![
        Cow::Borrowed(&pupil.upn),
        Cow::Borrowed(&pupil.surname),
        Cow::Borrowed(&pupil.forename),
        Cow::Owned(born.unwrap_or_default()),
        Cow::Borrowed(pupil.year.map(|year| year.code()).unwrap_or_default()),
        Cow::Borrowed(&pupil.class),
        Cow::Borrowed(line.status.code()),
        need(0),
        need(1),
        Cow::Owned(doubts.join("; ")),
    ]
}
