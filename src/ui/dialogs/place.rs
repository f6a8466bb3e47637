//! A pupil's place in an intervention: from when to when, and the target it serves.

use crate::domain::date_words::Leaning;
use crate::domain::place::{self, Place};
use crate::domain::{DraftKey, Edit, PlaceId, Refusal};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "place";

/// A pupil's place in an intervention.
#[derive(Debug)]
pub struct PlaceSheet {
    place: PlaceId,
}

/// The form of a place.
pub fn of(cx: &Context<'_>, place: &Place) -> FormView<PlaceSheet> {
    let caseload = cx.desk.caseload;
    let served = place.target.and_then(|id| caseload.targets.get(id));
    let cycle = served.and_then(|target| caseload.cycles.get(target.cycle));
    let cycle = cycle.or_else(|| caseload.cycle_now(place.pupil));
    let target = place.target.map(|id| id.to_string());
    FormView::new(
        PlaceSheet { place: place.id },
        vec![
            Field::date("from", "Joined on", Leaning::Back, place.from)
                .hint("empty means from the first day of the group"),
            Field::date("to", "Last day", Leaning::Ahead, place.to)
                .hint("empty means to the end of the group"),
            Field::options(
                "target",
                "Serves",
                super::targets(caseload, cycle, "no target"),
                &target.unwrap_or_default(),
            ),
        ],
    )
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<PlaceSheet>> {
    let id: PlaceId = about.parse().ok()?;
    Some(of(cx, cx.desk.caseload.places.get(id)?))
}

impl Sheet for PlaceSheet {
    fn key(&self) -> DraftKey {
        DraftKey {
            dialog: NAME.to_owned(),
            about: self.place.to_string(),
        }
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let caseload = cx.desk.caseload;
        let Some(place) = caseload.places.get(self.place) else {
            return "Place".to_owned();
        };
        let pupil = caseload.pupils.get(place.pupil);
        let name = pupil.map(|pupil| cx.look.full_name(pupil));
        let intervention = caseload.interventions.get(place.intervention);
        let group = intervention.map(|intervention| cx.group_name(intervention));
        format!(
            "{} in {}",
            name.unwrap_or_default(),
            group.unwrap_or_default()
        )
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let before = cx.desk.caseload.places.get(self.place);
        let before = before.ok_or_else(|| Refusal::new(super::GONE))?;
        let changed = Place {
            from: form.date("from", &cx.desk)?,
            to: form.date("to", &cx.desk)?,
            target: form.text("target").parse().ok(),
            ..before.clone()
        };
        place::change(&cx.desk, before, changed)
    }
}
