use serde::Deserialize;

use super::build::Build;
use super::when::When;
use crate::domain::{Note, NoteKind, PupilId, Voice};

/// A dated entry.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) on: When,
    pub(super) kind: NoteKind,
    pub(super) voice: Voice,
    pub(super) by: String,
    #[serde(default)]
    pub(super) to: String,
    pub(super) words: String,
    #[serde(default)]
    pub(super) staff_only: bool,
}

impl Entry {
    pub(super) fn make(&self, build: &mut Build<'_>, pupil: PupilId) {
        let id = build.id();
        let happened_on = build.days.date(self.on);
        build.put(Note {
            id,
            pupil,
            kind: self.kind,
            happened_on,
            entered_at: build.days.typed(happened_on),
            voice: self.voice,
            said_by: build.named(&self.by, happened_on),
            said_to: build.named(&self.to, happened_on),
            words: self.words.clone(),
            staff_only: self.staff_only,
        });
    }
}
