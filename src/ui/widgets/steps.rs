//! [`Steps`]: what is unsaved, with the steps that led there.

/// What is unsaved, with the steps that led there, so that each can be taken back and done again.
#[derive(Clone, Debug, Default)]
pub struct Steps<T> {
    now: T,
    before: Vec<T>,
    undone: Vec<T>,
}

impl<T: Clone + PartialEq> Steps<T> {
    /// Begins with this, and no step to take back.
    pub fn at(now: T) -> Self {
        Self {
            now,
            before: Vec::new(),
            undone: Vec::new(),
        }
    }

    /// As it stands.
    pub fn now(&self) -> &T {
        &self.now
    }

    /// As it stands, to be changed as part of the step that was begun last.
    pub fn now_mut(&mut self) -> &mut T {
        &mut self.now
    }

    /// Begins a step that [`Steps::undo`] takes back.
    pub fn step(&mut self) {
        self.undone.clear();
        if self.before.last() != Some(&self.now) {
            self.before.push(self.now.clone());
        }
    }

    /// Takes the newest step back that changed anything; says whether there was one.
    pub fn undo(&mut self) -> bool {
        while let Some(before) = self.before.pop() {
            if before != self.now {
                self.undone.push(std::mem::replace(&mut self.now, before));
                return true;
            }
        }
        false
    }

    /// Does again what was taken back last; says whether there was anything.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.undone.pop() else {
            return false;
        };
        self.before.push(std::mem::replace(&mut self.now, after));
        true
    }
}
