//! [`Kinds`]: which entries of the timeline show.

use crate::domain::{Entry, RecordId};

/// Which entries of the timeline show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::VariantArray)]
pub enum Kinds {
    /// All.
    #[default]
    All,
    /// Notes.
    Notes,
    /// Sessions.
    Sessions,
    /// Measures.
    Measures,
    /// Reviews held, actions, and what was asked of others.
    Reviews,
    /// Changes of status and steps of EHC plans.
    Status,
}

impl Kinds {
    /// Its name in the line of kinds.
    pub fn label(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Notes => "notes",
            Self::Sessions => "sessions",
            Self::Measures => "measures",
            Self::Reviews => "reviews",
            Self::Status => "status",
        }
    }

    /// Whether an entry is of them.
    pub fn has(self, entry: &Entry) -> bool {
        let kinds = match entry.of {
            RecordId::Note(_) => Self::Notes,
            RecordId::Session(_) => Self::Sessions,
            RecordId::Measure(_) => Self::Measures,
            RecordId::Review(_) | RecordId::Action(_) | RecordId::Referral(_) => Self::Reviews,
            _ => Self::Status,
        };
        self == Self::All || self == kinds
    }

    /// The one to the left or right of it, if there is one.
    pub fn beside(self, right: bool) -> Option<Self> {
        let all = <Self as strum::VariantArray>::VARIANTS;
        let place = all.iter().position(|kinds| *kinds == self)?;
        let place = if right {
            place + 1
        } else {
            place.checked_sub(1)?
        };
        all.get(place).copied()
    }
}
