use chrono::NaiveDate;

use super::vague_words::VagueWords;

/// What the checks look at in a target.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TargetText<'a> {
    /// The target in full.
    pub statement: &'a str,
    /// What is counted.
    pub unit: &'a str,
    /// Where the pupil began.
    pub start: Option<f64>,
    /// Where the pupil should get to.
    pub aim: Option<f64>,
    /// By when.
    pub by: Option<NaiveDate>,
}

impl TargetText<'_> {
    /// Whether there is something to count or to see: an aim in a unit, a number in the words, or a doing word.
    pub(super) fn has_criterion(&self) -> bool {
        let counted = self.aim.is_some() && !self.unit.trim().is_empty();
        counted || VagueWords::shipped().has_criterion(self.statement)
    }
}
