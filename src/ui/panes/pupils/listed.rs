//! [`Listed`]: a pupil's names, folded once.

use crate::domain::{Filter, Pupil, PupilId, Sound, Traits, fold};

/// A pupil as the register lists her: her names as they are looked for and sorted by. Folding is slow, so it is done anew only when a name changes.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    pub(super) id: PupilId,
    of: [String; 4],
    /// What the filter looks through.
    pub(super) key: String,
    /// What words of the filter she fits, as of the last change.
    pub(super) traits: Traits,
    /// How her names sound.
    pub(super) sounds: Vec<Sound>,
    /// What the order is by.
    pub(super) name: String,
}

impl Listed {
    pub(super) fn new(pupil: &Pupil) -> Self {
        let key = Filter::key(pupil);
        Self {
            id: pupil.id,
            traits: Traits::default(),
            sounds: Sound::of_parts(&key),
            of: names(pupil).map(str::to_owned),
            key,
            name: fold(&pupil.listed()),
        }
    }

    /// Whether it still is what the pupil is called.
    pub(super) fn is_of(&self, pupil: &Pupil) -> bool {
        names(pupil) == self.of
    }
}

fn names(pupil: &Pupil) -> [&str; 4] {
    [
        &pupil.forename,
        &pupil.surname,
        &pupil.preferred,
        &pupil.class,
    ]
}
