//! [`Absence`]: how much absence the DfE has a word for.

use super::{Rules, rules::RuleId};
use chrono::NaiveDate;

/// Absence for which the DfE's figures have a word: a share of the half-days that were possible for this pupil.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Absence {
    /// A tenth or more.
    Persistent,
    /// Half or more.
    Severe,
}

impl Absence {
    /// What so much attendance is called, in thousandths of what was possible; nothing where there is no word for it.
    pub fn of(rules: &Rules, on: NaiveDate, per_mille: u32) -> Option<Self> {
        let numbers = rules.numbers(on);
        let missed = 1000_u32.saturating_sub(per_mille);
        let reaches = |percent: u16| missed >= u32::from(percent) * 10;
        if reaches(numbers.severe_absence_percent) {
            Some(Self::Severe)
        } else {
            reaches(numbers.persistent_absence_percent).then_some(Self::Persistent)
        }
    }

    /// In words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Persistent => "persistent absence",
            Self::Severe => "severe absence",
        }
    }

    /// Why it is called so.
    pub fn basis(rules: &Rules, on: NaiveDate) -> &str {
        &rules.rule(RuleId::Absence, on).basis
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::date;

    #[test]
    fn a_tenth_missed_is_persistent_and_half_is_severe() {
        let table = [
            (1000, None),
            (901, None),
            (900, Some(Absence::Persistent)),
            (501, Some(Absence::Persistent)),
            (500, Some(Absence::Severe)),
            (0, Some(Absence::Severe)),
        ];
        for (per_mille, absence) in table {
            let found = Absence::of(Rules::england(), date("2026-11-23"), per_mille);
            assert_eq!(found, absence, "{per_mille}");
        }
    }
}
