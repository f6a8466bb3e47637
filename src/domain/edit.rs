//! [`Edit`]: the one way to change data.

use super::{Record, RecordId};

/// One record written whole, or taken away.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Adds the record, or replaces the one with its id.
    Put(Record),
    /// Takes the record away.
    Remove(RecordId),
}

impl Change {
    /// The record changed.
    pub fn id(&self) -> RecordId {
        match self {
            Self::Put(record) => record.id(),
            Self::Remove(id) => *id,
        }
    }
}

/// Changes that stand or fall together, with the words that name them: "Note about Aisha". It is saved, undone and redone
/// as one.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Edit {
    /// What was done, to whom: shown as "Saved: ..." and "Undone: ...".
    pub label: String,
    /// In order.
    pub changes: Vec<Change>,
}

impl Edit {
    /// An edit with nothing in it yet.
    pub fn new(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            changes: Vec::new(),
        }
    }

    /// Adds or replaces a record.
    #[must_use]
    pub fn put(mut self, record: impl Into<Record>) -> Self {
        self.changes.push(Change::Put(record.into()));
        self
    }

    /// Takes a record away.
    #[must_use]
    pub fn remove(mut self, id: impl Into<RecordId>) -> Self {
        self.changes.push(Change::Remove(id.into()));
        self
    }

    /// Adds or replaces many.
    #[must_use]
    pub fn put_all<R: Into<Record>>(mut self, records: impl IntoIterator<Item = R>) -> Self {
        self.changes
            .extend(records.into_iter().map(|record| Change::Put(record.into())));
        self
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}
