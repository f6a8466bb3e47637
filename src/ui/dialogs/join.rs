//! A pupil's place in a group that runs already.

use crate::domain::date_words::Leaning;
use crate::domain::{
    Cycle, DraftKey, Edit, InterventionId, Place, PupilId, Refusal, TargetId, place,
};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "join";

/// A new place of a pupil in an intervention that runs.
#[derive(Debug)]
pub struct Join {
    pupil: PupilId,
}

/// The form, for a target if one is at hand; none where no intervention runs that she is not in.
pub fn new(cx: &Context<'_>, cycle: &Cycle, target: Option<TargetId>) -> Option<FormView<Join>> {
    let caseload = cx.desk.caseload;
    let today = cx.desk.today();
    let is_in = |id: InterventionId| {
        let mut places = caseload.places_in(id);
        places.any(|place| place.pupil == cycle.pupil && place.covers(today))
    };
    let running = running(cx, |id| !is_in(id));
    let first = running.first()?.0.clone();
    let target = target.map(|id| id.to_string());
    Some(FormView::new(
        Join { pupil: cycle.pupil },
        vec![
            Field::options("intervention", "Joins", running, &first),
            Field::date("from", "From", Leaning::Ahead, Some(today))
                .hint("empty means from the first day of the group"),
            Field::options(
                "target",
                "Serves",
                super::targets(caseload, Some(cycle), "no target"),
                &target.unwrap_or_default(),
            ),
        ],
    ))
}

/// The groups that run today, of those that are offered: code and label.
pub(super) fn running(
    cx: &Context<'_>,
    is_offered: impl Fn(InterventionId) -> bool,
) -> Vec<(String, String)> {
    let today = cx.desk.today();
    let groups = cx.desk.caseload.interventions.iter();
    groups
        .filter(|one| one.ends_on.is_none_or(|ends_on| ends_on >= today) && is_offered(one.id))
        .map(|one| {
            let led_by = cx.desk.caseload.name_of(one.led_by);
            let comma = if led_by.is_empty() { "" } else { ", " };
            let name = cx.group_name(one);
            (one.id.to_string(), format!("{name}{comma}{led_by}"))
        })
        .collect()
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<Join>> {
    new(
        cx,
        cx.desk.caseload.cycle_now(super::new_for(about)?)?,
        None,
    )
}

impl Sheet for Join {
    fn key(&self) -> DraftKey {
        super::key(NAME, None, self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("{} joins a group that runs", super::called(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let intervention = form.text("intervention").parse();
        let from = form.date("from", &cx.desk)?;
        let place = Place {
            id: cx.desk.ids.next(),
            pupil: self.pupil,
            intervention: intervention.unwrap_or(InterventionId::new(0)),
            from,
            to: None,
            target: form.text("target").parse().ok(),
        };
        place::join(&cx.desk, place)
    }
}
