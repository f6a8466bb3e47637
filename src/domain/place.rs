//! [`Place`]: a pupil's place in an intervention.

mod join;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Desk, Edit, Id, InterventionId, PupilId, Refusal, TargetId, date_words};

pub use join::join;

/// The id of a [`Place`].
pub type PlaceId = Id<Place>;

/// A pupil's place in an intervention: sessions are promised to her from the first to the last day of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Its id.
    pub id: PlaceId,
    /// The pupil.
    pub pupil: PupilId,
    /// The intervention.
    pub intervention: InterventionId,
    /// First day, where she joined after the start.
    pub from: Option<NaiveDate>,
    /// Last day, where she left before the end.
    pub to: Option<NaiveDate>,
    /// The target it serves.
    pub target: Option<TargetId>,
}

impl Place {
    /// Whether a day lies between its first and its last, as far as it has any of its own.
    pub fn covers(&self, on: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= on) && self.to.is_none_or(|to| on <= to)
    }
}

/// The edit that changes when a place begins and ends, and the target it serves.
///
/// # Errors
/// When it would end before it begins.
pub fn change(desk: &Desk<'_>, place: &Place, changed: Place) -> Result<Edit, Refusal> {
    let short = |date| date_words::short(date, desk.today());
    if let (Some(from), Some(to)) = (changed.from, changed.to)
        && to < from
    {
        return Err(Refusal::of(
            "to",
            format!(
                "{} is before {}, the day of joining. Type a later day, or none while the place goes on.",
                short(to),
                short(from)
            ),
        ));
    }
    let edit = Edit::new(format!("Place of {} changed", whose(desk, place)));
    Ok(if changed == *place {
        edit
    } else {
        edit.put(changed)
    })
}

/// The edit that takes a place away. `has_history` says whether the pupil was marked in a session of it.
///
/// # Errors
/// When she was marked: what she was given would lose its place in the figures.
pub fn remove(desk: &Desk<'_>, place: &Place, has_history: bool) -> Result<Edit, Refusal> {
    let whose = whose(desk, place);
    if has_history {
        return Err(Refusal::new(format!(
            "Sessions of {whose} are on record. Give the place a last day instead: Enter opens it."
        )));
    }
    Ok(Edit::new(format!("Place of {whose} taken away")).remove(place.id))
}

/// "Tom Price in Phonics catch-up".
fn whose(desk: &Desk<'_>, place: &Place) -> String {
    let pupil = desk.caseload.pupils.get(place.pupil);
    let intervention = desk.caseload.interventions.get(place.intervention);
    format!(
        "{} in {}",
        pupil.map(super::Pupil::full_name).unwrap_or_default(),
        intervention.map_or("", |intervention| &intervention.name)
    )
}
