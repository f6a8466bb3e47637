use super::{Due, DueKind};
use crate::domain::Force;

/// A part of Today, in order of urgency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::VariantArray)]
pub enum Section {
    /// Today, and not a date of the law's.
    Today,
    /// A date of the law's, or one without which it can't be kept, in the next four weeks.
    ByLaw,
    /// Past its day.
    Late,
    /// Awaited from somebody outside, with a date or without.
    Waiting,
    /// A date of the school's own in the next two weeks.
    Soon,
    /// All that can wait.
    Later,
}

/// How far ahead dates of the law's are told.
const LAW_DAYS: i64 = 28;
/// How far ahead the school's own dates are told.
const SOON_DAYS: i64 = 14;

impl Section {
    /// The part a due thing belongs in.
    pub(super) fn of(due: &Due) -> Self {
        let binding = match due.force {
            Force::Law | Force::WorkedBack | Force::Grant => true,
            Force::Code | Force::Own => false,
        };
        match due.days {
            _ if due.is_awaited() => Self::Waiting,
            _ if due.kind.is_urgent() => Self::ByLaw,
            _ if due.kind == DueKind::WriteUp => Self::Today,
            None => Self::Later,
            Some(days) if days < 0 => Self::Late,
            Some(days) if binding && days <= LAW_DAYS => Self::ByLaw,
            Some(_) if binding => Self::Later,
            Some(0) => Self::Today,
            Some(days) if days <= SOON_DAYS => Self::Soon,
            Some(_) => Self::Later,
        }
    }

    /// Its heading.
    pub fn label(self) -> &'static str {
        match self {
            Self::Today => "Today",
            Self::ByLaw => "By law, next 4 weeks",
            Self::Late => "Late",
            Self::Waiting => "Waiting for",
            Self::Soon => "Soon",
            Self::Later => "Later",
        }
    }
}
