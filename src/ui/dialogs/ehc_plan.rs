//! What a pupil's EHC plan names: the authority, who has it in hand there, the placement, the money.

use crate::domain::{DraftKey, Edit, EhcNamed, Pupil, PupilId, Refusal, pupil};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name, key};

/// The dialog's name, for drafts.
pub const NAME: &str = "ehc_plan";

/// What a pupil's EHC plan names.
#[derive(Debug)]
pub struct EhcPlan {
    pupil: PupilId,
}

/// The form.
pub fn of(cx: &Context<'_>, pupil: &Pupil) -> FormView<EhcPlan> {
    let fields = vec![
        Field::line("authority", "Local authority", &pupil.authority)
            .hint("that maintains the plan, where it is not the school's"),
        Field::pick(
            "case_officer",
            "Case officer",
            &pupil.named.case_officer,
            cx.people_names(),
        )
        .hint("who has the plan in hand there"),
        Field::line("placement", "Placement", &pupil.named.placement)
            .hint("the school or kind of school that section I names"),
        Field::line("band", "Band", &pupil.named.band).hint("as the authority calls it: Band 3, D"),
        Field::number("top_up", "Top-up, £ a year", pounds(pupil.top_up_pence))
            .hint("element 3, from the local authority"),
        Field::number("funded", "Hours a week", hours(pupil.funded_minutes))
            .hint("funded by the EHC plan"),
    ];
    FormView::new(EhcPlan { pupil: pupil.id }, fields)
}

/// The form that a draft was typed in; none when the pupil is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<EhcPlan>> {
    let id: PupilId = about.parse().ok()?;
    Some(of(cx, cx.desk.caseload.pupils.get(id)?))
}

/// Pounds of a sum in pence. Sums of money here are small enough to be exact.
fn pounds(pence: Option<i64>) -> Option<f64> {
    pence.map(|pence| pence as f64 / 100.0)
}

/// Hours of a number of minutes, to two places: enough to find the minutes again.
fn hours(minutes: Option<i64>) -> Option<f64> {
    minutes.map(|minutes| (minutes as f64 / 0.6).round() / 100.0)
}

/// A number of the form in whole parts of it: pence of pounds, minutes of hours.
fn parts(form: &Form, name: &'static str, parts: f64) -> Result<Option<i64>, Refusal> {
    let Some(number) = form.number(name)? else {
        return Ok(None);
    };
    if !(0.0..=10_000_000.0).contains(&number) {
        return Err(Refusal::of(
            name,
            "That number is out of range. Type a plain number, such as 6120 or 15.5.",
        ));
    }
    Ok(Some((number * parts).round() as i64))
}

impl Sheet for EhcPlan {
    fn key(&self) -> DraftKey {
        key(NAME, Some(self.pupil.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("EHC plan of {}", full_name(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let stored = cx.desk.caseload.pupil(self.pupil)?;
        pupil::change(
            &cx.desk,
            Pupil {
                authority: form.text("authority"),
                named: Box::new(EhcNamed {
                    case_officer: form.text("case_officer"),
                    placement: form.text("placement"),
                    band: form.text("band"),
                }),
                top_up_pence: parts(form, "top_up", 100.0)?,
                funded_minutes: parts(form, "funded", 60.0)?,
                ..stored.clone()
            },
        )
    }
}
