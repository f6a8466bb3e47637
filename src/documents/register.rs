//! The register as a spreadsheet, under headings that an import knows: what was written is read back as it was.

use std::borrow::Cow;

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::spreadsheet;
use crate::domain::{Action, Caseload, EhcStep, Pupil, PupilId, Status};

/// The headings.
const HEADINGS: [&str; 28] = [
    "Surname",
    "Forename",
    "Known as",
    "Date of birth",
    "Year",
    "Class",
    "Sex",
    "UPN",
    "Admission number",
    "SEN status",
    "Status since",
    "Parents informed",
    "Primary need",
    "Secondary need",
    "Other needs",
    "Next review",
    "EHC plan made",
    "Maintaining LA",
    "Funded hours",
    "Top up",
    "Pupil premium",
    "FSM",
    "EAL",
    "Looked after",
    "Previously looked after",
    "Service child",
    "Young carer",
    "First language",
];

/// The register of these pupils as rows of text, the headings first.
pub fn rows<'a>(caseload: &'a Caseload, pupils: &[PupilId]) -> Vec<Vec<Cow<'a, str>>> {
    let found = pupils.iter().filter_map(|id| caseload.pupils.get(*id));
    let rows = found.map(|pupil| row(caseload, pupil));
    std::iter::once(HEADINGS.map(Cow::Borrowed).to_vec())
        .chain(rows)
        .collect()
}

/// Those rows as CSV, in which nothing is a formula.
pub fn csv(rows: Vec<Vec<Cow<'_, str>>>) -> String {
    spreadsheet::csv(rows)
}

/// Those rows as a workbook of text cells, which calculate nothing.
///
/// # Errors
/// When there are more rows or longer cells than a sheet takes.
pub fn xlsx(rows: &[Vec<Cow<'_, str>>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Register")?;
    let (heading, text) = (Format::new().set_bold(), Format::new().set_num_format("@"));
    for (row, cells) in (0..).zip(rows) {
        let format = if row == 0 { &heading } else { &text };
        for (column, cell) in (0..).zip(cells) {
            // As in the CSV: somebody may save it as one.
            sheet.write_string_with_format(row, column, spreadsheet::cell(cell), format)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}

fn row<'a>(caseload: &'a Caseload, pupil: &'a Pupil) -> Vec<Cow<'a, str>> {
    let status = caseload.status_now(pupil.id);
    let date = |day: Option<chrono::NaiveDate>| -> Cow<'a, str> {
        day.map(|day| day.format("%d/%m/%Y").to_string())
            .unwrap_or_default()
            .into()
    };
    let flag = |flag: Option<bool>| -> Cow<'a, str> {
        match flag {
            Some(true) => "Yes".into(),
            Some(false) => "No".into(),
            None => "".into(),
        }
    };
    let need = |rank: usize| -> Cow<'a, str> {
        let need = pupil.needs.get(rank);
        need.map(|need| need.as_str()).unwrap_or_default().into()
    };
    let others: Vec<&str> = pupil
        .needs
        .iter()
        .skip(2)
        .map(|need| need.as_str())
        .collect();
    let mut events = caseload.ehc_events.of(pupil.id);
    let made = events.find(|event| event.step == EhcStep::Made);
    let told = status.filter(|period| period.parent_told);
    vec![
        pupil.surname.as_str().into(),
        pupil.forename.as_str().into(),
        pupil.preferred.as_str().into(),
        date(pupil.dob),
        pupil
            .year
            .map(|year| year.code())
            .unwrap_or_default()
            .into(),
        pupil.class.as_str().into(),
        pupil.sex.map(|sex| sex.code()).unwrap_or_default().into(),
        pupil.upn.as_str().into(),
        pupil.adno.as_str().into(),
        match status {
            Some(period) if period.watching => "Monitoring".into(),
            Some(period) => period.status.code().into(),
            None => "".into(),
        },
        date(status.and_then(|period| period.from)),
        match told {
            Some(period) if period.parent_told_on.is_none() => "Yes".into(),
            told => date(told.and_then(|period| period.parent_told_on)),
        },
        need(0),
        need(1),
        others.join(", ").into(),
        date(next_review(caseload, pupil.id)),
        date(made.map(|event| event.on)),
        pupil.authority.as_str().into(),
        pupil
            .funded_minutes
            .map(|minutes| {
                (f64::from(i32::try_from(minutes).unwrap_or(i32::MAX)) / 60.0).to_string()
            })
            .unwrap_or_default()
            .into(),
        pupil
            .top_up_pence
            .map(|pence| format!("{}.{:02}", pence / 100, pence % 100))
            .unwrap_or_default()
            .into(),
        flag(pupil.pp),
        flag(pupil.fsm),
        flag(pupil.eal),
        flag(pupil.cla),
        flag(pupil.cla_before),
        flag(pupil.service),
        flag(pupil.young_carer),
        pupil.language.as_str().into(),
    ]
}

/// The day by which her plan is to be reviewed, or her cycle's own.
fn next_review(caseload: &Caseload, pupil: PupilId) -> Option<chrono::NaiveDate> {
    let has_plan = caseload
        .status_now(pupil)
        .is_some_and(|period| period.status == Status::E);
    let of_cycle = caseload.cycle_now(pupil).filter(|_| !has_plan);
    of_cycle.and_then(|cycle| cycle.review_on).or_else(|| {
        let what = match has_plan {
            true => Action::PLAN_REVIEW_DUE,
            false => Action::SUPPORT_REVIEW_DUE,
        };
        let mut actions = caseload.actions.of(pupil);
        actions
            .find(|action| action.what == what && action.done_on.is_none())
            .and_then(|action| action.by)
    })
}
