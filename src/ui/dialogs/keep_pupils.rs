//! Keeping the pupils that are shown as a file for another program.

use super::Choose;
use crate::documents::register;
use crate::domain::PupilId;
use crate::ui::{Context, Effect};

/// Asks as what they are kept.
pub fn choose(cx: &Context<'_>, pupils: &[PupilId]) -> Effect {
    if pupils.is_empty() {
        return Effect::refuse("There is nobody to keep. n adds a pupil; Esc clears the filter.");
    }
    let today = cx.desk.today();
    let rows = register::rows(cx.desk.caseload, pupils);
    let Ok(book) = register::xlsx(&rows) else {
        return Effect::refuse(
            "That is more than a workbook takes. Filter the list, and keep it in parts.",
        );
    };
    Effect::open(Choose::new(
        format!("Keep the {} shown, names and all, as", count(pupils.len())),
        [
            (
                'e',
                "a workbook, for Excel".to_owned(),
                Effect::Keep {
                    name: format!("Register {today}.xlsx").into(),
                    bytes: book,
                },
            ),
            (
                'c',
                "CSV, for other systems".to_owned(),
                Effect::Keep {
                    name: format!("Register {today}.csv").into(),
                    bytes: register::csv(rows).into_bytes(),
                },
            ),
        ],
    ))
}

fn count(pupils: usize) -> String {
    match pupils {
        1 => "pupil".to_owned(),
        _ => format!("{pupils} pupils"),
    }
}
