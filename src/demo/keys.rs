use std::collections::BTreeMap;

use crate::domain::Id;

/// The ids of the records that `assets/demo` names by a key.
pub(super) struct Keys<T> {
    ids: BTreeMap<String, Id<T>>,
}

impl<T> Default for Keys<T> {
    fn default() -> Self {
        Self {
            ids: BTreeMap::new(),
        }
    }
}

impl<T> Keys<T> {
    /// Makes a key known.
    pub(super) fn put(&mut self, key: &str, id: Id<T>) {
        self.ids.insert(key.to_owned(), id);
    }

    /// How many are known.
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// The id, where the key is known.
    pub(super) fn find(&self, key: &str) -> Option<Id<T>> {
        self.ids.get(key).copied()
    }

    /// The id of a key that must be known: what the program ships names only what it makes.
    pub(super) fn id(&self, key: &str) -> Id<T> {
        match self.find(key) {
            Some(id) => id,
            None => panic!("assets/demo names {key:?} and makes it nowhere"),
        }
    }
}
