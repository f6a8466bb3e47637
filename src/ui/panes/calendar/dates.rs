use std::ops::Range;

use chrono::NaiveDate;

use crate::domain::{Agenda, AgendaEntry, MatterId, PupilId};
use crate::ui::{Audience, Context};

/// What tells an entry from every other.
pub(super) type EntryKey = (NaiveDate, Option<PupilId>, MatterId);

/// The entries that may be shown, in order of their days; on one day, those of the pupil in hand first. Worked out once
/// for each version of the caseload, so that a day's entries are found by halving.
#[derive(Debug, Default)]
pub(super) struct Dates {
    agenda: Agenda,
    worked: Option<(u64, NaiveDate)>,
    /// Places in the agenda.
    rows: Vec<usize>,
    keys: Vec<EntryKey>,
    shown: Option<(Audience, Option<PupilId>)>,
    /// Rows of the pupil in hand.
    in_hand: Vec<usize>,
}

impl Dates {
    /// Works out anew what has changed.
    pub(super) fn renew(&mut self, cx: &Context<'_>) {
        let now = Some((cx.desk.caseload.version(), cx.desk.today()));
        if self.worked != now {
            self.worked = now;
            self.agenda = Agenda::of(&cx.desk, cx.standings);
            self.shown = None;
        }
        let shown = (cx.look.audience.clone(), cx.hand.pupil);
        if self.shown.as_ref() != Some(&shown) {
            self.put_in_order(&shown.0, shown.1);
            self.shown = Some(shown);
        }
    }

    fn put_in_order(&mut self, audience: &Audience, in_hand: Option<PupilId>) {
        let entries = self.agenda.entries();
        let may_see = |entry: &AgendaEntry| entry.pupil().is_none_or(|id| audience.may_see(id));
        let is_other = |entry: &AgendaEntry| in_hand.is_none() || entry.pupil() != in_hand;
        self.rows = (0..entries.len())
            .filter(|at| may_see(&entries[*at]))
            .collect();
        self.rows
            .sort_by_key(|at| (entries[*at].on, is_other(&entries[*at])));
        self.keys = self.rows.iter().map(|at| entries[*at].key()).collect();
        self.in_hand = (0..self.rows.len())
            .filter(|row| !is_other(&entries[self.rows[*row]]))
            .collect();
    }

    /// Their keys, in order.
    pub(super) fn keys(&self) -> &[EntryKey] {
        &self.keys
    }

    /// The entry in a row.
    pub(super) fn entry(&self, row: usize) -> Option<&AgendaEntry> {
        self.agenda.entries().get(*self.rows.get(row)?)
    }

    /// The entry with a key.
    pub(super) fn find(&self, key: EntryKey) -> Option<&AgendaEntry> {
        let mut rows = self.rows_on(key.0);
        self.entry(rows.find(|row| self.keys[*row] == key)?)
    }

    /// The first row on or after a day.
    pub(super) fn row_from(&self, day: NaiveDate) -> usize {
        self.keys.partition_point(|(on, ..)| *on < day)
    }

    fn rows_on(&self, day: NaiveDate) -> Range<usize> {
        let from = self.row_from(day);
        let until = from + self.keys[from..].partition_point(|(on, ..)| *on == day);
        from..until
    }

    /// The entries of a day.
    pub(super) fn on(&self, day: NaiveDate) -> impl Iterator<Item = &AgendaEntry> {
        self.rows_on(day).filter_map(|row| self.entry(row))
    }

    /// The entries of the pupil in hand on or after a day.
    pub(super) fn of_pupil_in_hand(&self, day: NaiveDate) -> impl Iterator<Item = &AgendaEntry> {
        let from = self.row_from(day);
        let first = self.in_hand.partition_point(|row| *row < from);
        self.in_hand[first..]
            .iter()
            .filter_map(|row| self.entry(*row))
    }
}
