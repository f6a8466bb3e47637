//! [`Marks`]: what was marked and is not saved yet.

use std::collections::BTreeMap;

use super::marked::Marked;
use super::slot_key::SlotKey;
use crate::ui::widgets::Steps;

/// What was marked and is not saved yet, with the steps that led there.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    steps: Steps<BTreeMap<SlotKey, Marked>>,
}

impl Marks {
    /// Whether nothing is unsaved.
    pub fn is_empty(&self) -> bool {
        self.steps.now().is_empty()
    }

    /// What is unsaved of a session.
    pub fn get(&self, key: SlotKey) -> Option<&Marked> {
        self.steps.now().get(&key)
    }

    /// All that is unsaved, in order.
    pub fn iter(&self) -> impl Iterator<Item = (SlotKey, &Marked)> {
        let marks = self.steps.now().iter();
        marks.map(|(key, marked)| (*key, marked))
    }

    /// Begins a step that [`Marks::undo`] takes back.
    pub fn step(&mut self) {
        self.steps.step();
    }

    /// Marks a session; what is as it is recorded is not unsaved.
    pub fn put(&mut self, key: SlotKey, marked: Marked, recorded: &Marked) {
        if marked == *recorded {
            self.steps.now_mut().remove(&key);
        } else {
            self.steps.now_mut().insert(key, marked);
        }
    }

    /// Takes the newest step back that changed anything; says whether there was one.
    pub fn undo(&mut self) -> bool {
        self.steps.undo()
    }

    /// Does again what was taken back last; says whether there was anything.
    pub fn redo(&mut self) -> bool {
        self.steps.redo()
    }
}

impl FromIterator<(SlotKey, Marked)> for Marks {
    fn from_iter<I: IntoIterator<Item = (SlotKey, Marked)>>(marks: I) -> Self {
        Self {
            steps: Steps::at(marks.into_iter().collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::session::Happened;

    #[test]
    fn steps_are_taken_back_and_done_again() {
        let key: SlotKey = "1/2026-11-16/-".parse().expect("a key");
        let (recorded, assembly) = (
            Marked::default(),
            Marked {
                happened: Happened::NotGiven("assembly".into()),
                note: String::new(),
            },
        );
        let mut marks = Marks::default();
        assert!(!marks.undo() && !marks.redo());
        marks.step();
        marks.put(key, assembly.clone(), &recorded);
        // A step in which nothing came about is none.
        marks.step();
        assert!(marks.undo());
        assert!(marks.is_empty() && !marks.undo());
        assert!(marks.redo());
        assert_eq!(marks.get(key), Some(&assembly));
        marks.step();
        marks.put(key, recorded.clone(), &recorded);
        assert!(marks.is_empty() && marks.undo() && !marks.is_empty());
    }
}
