//! A step of an EHC assessment or plan, with its day.

use crate::domain::date_words::Leaning;
use crate::domain::{
    Doubt, DraftKey, Edit, EhcEvent, EhcEventId, EhcStep, PupilId, Refusal, ehc_event,
};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name, key, new_for};

/// The dialog's name, for drafts.
pub const NAME: &str = "ehc_event";

/// A step of an EHC assessment or plan.
#[derive(Debug)]
pub struct EhcEventSheet {
    pupil: PupilId,
    /// None for a new one.
    id: Option<EhcEventId>,
}

/// The form of a new step, standing at the one that comes after the newest.
pub fn new(cx: &Context<'_>, pupil: PupilId) -> FormView<EhcEventSheet> {
    let events = cx.desk.caseload.ehc_events.of(pupil);
    let newest = events.max_by_key(|event| (event.on, event.id));
    let steps = <EhcStep as strum::VariantArray>::VARIANTS;
    let next = newest.and_then(|newest| {
        let at = steps.iter().position(|step| *step == newest.step)?;
        steps.get(at + 1).copied()
    });
    form(pupil, None, next.unwrap_or(EhcStep::Requested), None, "")
}

/// The form of a step.
pub fn of(event: &EhcEvent) -> FormView<EhcEventSheet> {
    form(
        event.pupil,
        Some(event.id),
        event.step,
        Some(event.on),
        &event.note,
    )
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<EhcEventSheet>> {
    let caseload = cx.desk.caseload;
    match new_for(about) {
        Some(pupil) => {
            caseload.pupils.get(pupil)?;
            Some(new(cx, pupil))
        }
        None => caseload.ehc_events.get(about.parse().ok()?).map(of),
    }
}

fn form(
    pupil: PupilId,
    id: Option<EhcEventId>,
    step: EhcStep,
    on: Option<chrono::NaiveDate>,
    note: &str,
) -> FormView<EhcEventSheet> {
    FormView::new(
        EhcEventSheet { pupil, id },
        vec![
            Field::choice("step", "Step", step),
            Field::date("on", "On", Leaning::Back, on).hint("the day on the letter"),
            Field::line("note", "Remark", note),
        ],
    )
}

impl EhcEventSheet {
    fn read(&self, cx: &Context<'_>, form: &Form) -> Result<EhcEvent, Refusal> {
        Ok(EhcEvent {
            id: self.id.unwrap_or_else(|| cx.desk.ids.next()),
            pupil: self.pupil,
            step: form.choice("step").unwrap_or(EhcStep::Requested),
            on: form.needed_date("on", &cx.desk)?,
            note: form.text("note"),
        })
    }
}

impl Sheet for EhcEventSheet {
    fn key(&self) -> DraftKey {
        key(NAME, self.id.map(|id| id.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("EHC plan of {}: a step", full_name(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        ehc_event::put(&cx.desk, self.read(cx, form)?)
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        let step = form.choice("step").unwrap_or(EhcStep::Requested);
        ehc_event::doubts(&cx.desk, self.pupil, step)
    }
}
