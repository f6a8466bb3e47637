//! [`Shelf`]: all records of one kind, by id and by pupil.

use std::collections::{BTreeMap, BTreeSet};

use super::{Id, PupilId, Recorded};

/// All records of one kind, by id, with an index by pupil so that one child's are found without a search.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelf<T: Recorded> {
    records: BTreeMap<Id<T>, T>,
    by_pupil: BTreeMap<PupilId, BTreeSet<Id<T>>>,
}

impl<T: Recorded> Default for Shelf<T> {
    fn default() -> Self {
        Self {
            records: BTreeMap::new(),
            by_pupil: BTreeMap::new(),
        }
    }
}

impl<T: Recorded> Shelf<T> {
    /// The record with this id.
    pub fn get(&self, id: Id<T>) -> Option<&T> {
        self.records.get(&id)
    }

    /// All, in order of making.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.records.values()
    }

    /// Those about one pupil, in order of making.
    pub fn of(&self, pupil: PupilId) -> impl DoubleEndedIterator<Item = &T> {
        self.by_pupil
            .get(&pupil)
            .into_iter()
            .flatten()
            .filter_map(|id| self.records.get(id))
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Adds or replaces one; gives back what it replaced.
    pub fn put(&mut self, record: T) -> Option<T> {
        let id = record.id();
        let before = self.remove(id);
        if let Some(pupil) = record.pupil() {
            self.by_pupil.entry(pupil).or_default().insert(id);
        }
        self.records.insert(id, record);
        before
    }

    /// Takes one away; gives it back.
    pub fn remove(&mut self, id: Id<T>) -> Option<T> {
        let before = self.records.remove(&id)?;
        if let Some(pupil) = before.pupil()
            && let Some(ids) = self.by_pupil.get_mut(&pupil)
        {
            ids.remove(&id);
            if ids.is_empty() {
                self.by_pupil.remove(&pupil);
            }
        }
        Some(before)
    }
}

impl<T: Recorded> FromIterator<T> for Shelf<T> {
    fn from_iter<I: IntoIterator<Item = T>>(records: I) -> Self {
        let mut shelf = Self::default();
        for record in records {
            shelf.put(record);
        }
        shelf
    }
}
