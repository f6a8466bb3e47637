//! [`GroupWeek`]: a group's week, as the register and the file have it.

use chrono::{NaiveDate, NaiveDateTime};

use super::marked::Marked;
use super::marks::Marks;
use super::slot_key::SlotKey;
use crate::domain::week::{self, WeekSlot};
use crate::domain::{Caseload, Intervention, InterventionId, Keeping, PersonId, PupilId, Session};
use crate::store::StoreError;
use crate::ui::Context;

/// A group's week: its sessions, and its pupils in the order of the list.
#[derive(Clone, Debug)]
pub struct GroupWeek {
    /// The group.
    pub intervention: Intervention,
    /// Its sessions, in order.
    pub slots: Vec<WeekSlot>,
    /// The pupils who have a place in it on any day of the week, in the order of the list.
    pub pupils: Vec<PupilId>,
}

impl GroupWeek {
    /// The groups that a person leads in a week, or that nobody leads yet, in order of name; only those all of whose pupils
    /// may be shown.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn of_all(
        cx: &Context<'_>,
        led_by: Option<PersonId>,
        monday: NaiveDate,
    ) -> Result<Vec<Self>, StoreError> {
        let caseload = cx.desk.caseload;
        let sunday = week::sunday_of(monday);
        let mut groups: Vec<&Intervention> = caseload
            .interventions
            .iter()
            .filter(|group| group.led_by == led_by && group.keeping != Keeping::Standing)
            .filter(|group| group.runs_in(monday, sunday))
            .filter(|group| cx.may_show_group(group.id))
            .collect();
        groups.sort_by_key(|group| (group.name.to_lowercase(), group.id));
        let ids: Vec<InterventionId> = groups.iter().map(|group| group.id).collect();
        let sessions = cx.log.week(&ids, monday)?;
        let groups = groups.into_iter();
        Ok(groups
            .map(|group| Self::of(cx, group, monday, &sessions))
            .collect())
    }

    fn of(
        cx: &Context<'_>,
        intervention: &Intervention,
        monday: NaiveDate,
        sessions: &[Session],
    ) -> Self {
        let slots = week::slots(intervention, cx.desk.calendar, monday, sessions);
        Self {
            pupils: pupils(cx.desk.caseload, intervention.id, monday, &slots),
            intervention: intervention.clone(),
            slots,
        }
    }

    /// The key of a session.
    pub fn key(&self, slot: &WeekSlot) -> SlotKey {
        SlotKey {
            intervention: self.intervention.id,
            on: slot.on,
            at: slot.at,
        }
    }

    /// The keys of its sessions, in order.
    pub fn keys(&self) -> Vec<SlotKey> {
        self.slots.iter().map(|slot| self.key(slot)).collect()
    }

    /// Whether its sessions begin at different times, so that the day alone does not name one.
    pub fn has_several_times(&self) -> bool {
        let first = self.slots.first().and_then(|slot| slot.at);
        self.slots.iter().any(|slot| slot.at != first)
    }

    /// The session with a key.
    pub fn slot(&self, key: SlotKey) -> Option<&WeekSlot> {
        self.slots.iter().find(|slot| self.key(slot) == key)
    }

    /// How a session stands: as marked, else as recorded.
    pub fn marked(&self, slot: &WeekSlot, marks: &Marks) -> Marked {
        let unsaved = marks.get(self.key(slot)).cloned();
        unsaved.unwrap_or_else(|| Marked::recorded(slot))
    }

    /// The pupils who have a place in it on a day.
    pub fn group_on(&self, caseload: &Caseload, on: NaiveDate) -> Vec<PupilId> {
        let has_place = |pupil: &PupilId| {
            let mut places = caseload.places_in(self.intervention.id);
            places.any(|place| place.pupil == *pupil && place.covers(on))
        };
        self.pupils.iter().copied().filter(has_place).collect()
    }

    /// The session to begin with: the first past one with no entry, else the first.
    pub fn first(&self, now: NaiveDateTime) -> Option<SlotKey> {
        let minutes = self.intervention.minutes;
        let open = |slot: &&WeekSlot| slot.session.is_none() && slot.is_past(minutes, now);
        let slot = self.slots.iter().find(open).or(self.slots.first())?;
        Some(self.key(slot))
    }
}

fn pupils(
    caseload: &Caseload,
    intervention: InterventionId,
    monday: NaiveDate,
    slots: &[WeekSlot],
) -> Vec<PupilId> {
    let sunday = week::sunday_of(monday);
    let in_week = caseload.places_in(intervention).filter(|place| {
        place.from.is_none_or(|from| from <= sunday) && place.to.is_none_or(|to| monday <= to)
    });
    let here = |pupil: &PupilId| {
        let pupil = caseload.pupils.get(*pupil);
        pupil.is_some_and(|pupil| pupil.left_on.is_none_or(|left| monday <= left))
    };
    let marked = slots
        .iter()
        .filter_map(|slot| slot.session.as_ref())
        .flat_map(|session| session.marks.iter().map(|mark| mark.pupil));
    let mut pupils: Vec<PupilId> = in_week
        .map(|place| place.pupil)
        .filter(here)
        .chain(marked)
        .collect();
    pupils.sort_by_cached_key(|pupil| {
        let pupil = caseload.pupils.get(*pupil);
        pupil.map(|pupil| (crate::domain::fold(&pupil.listed()), pupil.id))
    });
    pupils.dedup();
    pupils
}
