//! Access arrangements as a spreadsheet, for the exams officer: what is arranged for whom, what it rests on and what is
//! missing.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::spreadsheet;
use crate::domain::arrangement::{self, Missing};
use crate::domain::{Arrangement, Code, Desk, Pupil};

/// The headings.
const HEADINGS: [&str; 18] = [
    "Surname",
    "Forename",
    "Date of birth",
    "Year",
    "Class",
    "Admission number",
    "UPN",
    "Arrangement",
    "Normal way of working",
    "Teacher evidence",
    "Assessed on",
    "Assessed by",
    "Scores",
    "Form",
    "Approved on",
    "AAO reference",
    "Expires on",
    "Missing",
];

/// The arrangements that are wanted, of present pupils whom `shown` lets pass, as CSV: a line each, by name.
pub fn csv(desk: &Desk<'_>, shown: impl Fn(&Pupil) -> bool) -> String {
    let rows = wanted(desk, shown).map(|(pupil, arrangement)| row(desk, pupil, arrangement));
    let headings = HEADINGS.map(Cow::Borrowed).to_vec();
    spreadsheet::csv([headings].into_iter().chain(rows))
}

/// The arrangements that are wanted, of present pupils whom `shown` lets pass, by name.
pub fn wanted<'a>(
    desk: &Desk<'a>,
    shown: impl Fn(&Pupil) -> bool,
) -> impl Iterator<Item = (&'a Pupil, &'a Arrangement)> {
    let caseload = desk.caseload;
    let mut pupils: Vec<&Pupil> = caseload.present().filter(|pupil| shown(pupil)).collect();
    pupils.sort_by_cached_key(|pupil| pupil.listed());
    pupils.into_iter().flat_map(|pupil| {
        let arrangements = caseload.arrangements.of(pupil.id);
        let wanted = arrangements.filter(|arrangement| arrangement.is_wanted());
        wanted.map(move |arrangement| (pupil, arrangement))
    })
}

fn row<'a>(desk: &Desk<'_>, pupil: &'a Pupil, arrangement: &'a Arrangement) -> Vec<Cow<'a, str>> {
    let day = |on: Option<NaiveDate>| {
        let day = on.map(|on| on.format("%d/%m/%Y").to_string());
        Cow::Owned(day.unwrap_or_default())
    };
    let missing = arrangement::missing(desk, arrangement).into_iter();
    let missing: Vec<_> = missing.map(Missing::label).collect();
    let form = arrangement.form.map_or("", Code::label);
    vec![
        Cow::Borrowed(&pupil.surname),
        Cow::Borrowed(&pupil.forename),
        day(pupil.dob),
        Cow::Borrowed(pupil.year.map(|year| year.code()).unwrap_or_default()),
        Cow::Borrowed(&pupil.class),
        Cow::Borrowed(&pupil.adno),
        Cow::Borrowed(&pupil.upn),
        Cow::Borrowed(&arrangement.what),
        Cow::Borrowed(&arrangement.normal_way),
        Cow::Owned(arrangement.evidence_count()),
        day(arrangement.assessed_on),
        Cow::Borrowed(&arrangement.assessed_by),
        Cow::Borrowed(&arrangement.scores),
        Cow::Borrowed(form),
        day(arrangement.approved_on),
        Cow::Borrowed(&arrangement.reference),
        day(arrangement.expires(desk.rules)),
        Cow::Owned(missing.join("; ")),
    ]
}
