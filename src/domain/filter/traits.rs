//! [`Traits`]: which words of the filter a pupil fits, at a glance.

use std::sync::LazyLock;

use strum::VariantArray as _;

use super::{With, Without, Word};
use crate::domain::{Absence, Caseload, Flag, NcYear, Need, NeedTable, Pupil, Standing, Status};

/// The words that each have a bit: those that stand for themselves, and the days within which most ask what is due.
static WORDS: LazyLock<Vec<Word>> = LazyLock::new(|| {
    const DAYS: [i64; 5] = [21, 28, 42, 56, 84];
    let statuses = [Status::K, Status::E, Status::N].map(Word::Status);
    let years = NcYear::VARIANTS.iter().copied().map(Word::Year);
    let needs = NeedTable::england().all().iter().map(Need::code).cloned();
    let flags = Flag::VARIANTS.iter().copied().map(Word::Flag);
    let absent = [Absence::Persistent, Absence::Severe].map(Word::Absent);
    let with = With::VARIANTS.iter().copied().map(Word::With);
    let without = Without::VARIANTS.iter().copied().map(Word::Without);
    let due = (0..=14).chain(DAYS).map(Word::Due);
    let mut words = vec![Word::Left, Word::Watching, Word::Late];
    words.extend(statuses);
    words.extend(years);
    words.extend(needs.map(Word::Need));
    words.extend(flags);
    words.extend(with);
    words.extend(without);
    words.extend(absent);
    words.extend(due);
    // Words beyond have no bit, and are looked at one pupil after the other.
    words.truncate(u128::BITS as usize);
    words
});

/// Which of the filter's words a pupil fits: a bit for each word that stands for itself ("k", "y4", "late", "no target").
/// They are found out when something changes, so that a letter typed need not ask the register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits(u128);

impl Traits {
    /// Of a pupil.
    pub fn of(pupil: &Pupil, standing: &Standing, caseload: &Caseload) -> Self {
        let mut traits = Self::default();
        for (place, word) in WORDS.iter().enumerate() {
            if word.fits("", pupil, standing, caseload) {
                traits.0 |= 1 << place;
            }
        }
        traits
    }

    /// Of a word; none where it has no bit.
    pub(super) fn of_word(word: &Word) -> Option<Self> {
        let place = WORDS.iter().position(|known| known == word)?;
        Some(Self(1 << place))
    }

    /// Both together.
    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of the others are among these.
    pub(super) fn have_all(self, others: Self) -> bool {
        others.0 & !self.0 == 0
    }

    /// Whether any of the others is.
    pub(super) fn have_any(self, others: Self) -> bool {
        others.0 & self.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_that_stands_for_itself_has_a_bit() {
        assert!(WORDS.len() < u128::BITS as usize, "{} words", WORDS.len());
        for (place, word) in WORDS.iter().enumerate() {
            assert_eq!(Traits::of_word(word), Some(Traits(1 << place)), "{word}");
        }
        for typed in [
            "k",
            "e",
            "n",
            "watching",
            "y4",
            "yr",
            "n2",
            "slcn",
            "due",
            "due 3d",
            "due 2w",
            "due 12w",
            "late",
            "no target",
            "no review",
            "no need",
            "to fill in",
            "pp",
            "fsm",
            "eal",
            "cla",
            "plac",
            "service",
            "carer",
            "left",
        ] {
            let word = Word::read(typed).expect("a word of the filter");
            assert!(Traits::of_word(&word).is_some(), "{typed}");
        }
    }
}
