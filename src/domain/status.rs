//! Where a pupil stands on the SEN register, and the edits that change it.

mod change;
mod doubts;

use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr, VariantArray};

pub use change::{change, correct, leave_register, remove};
pub use doubts::doubts;

/// The SEN provision code of the school census: every pupil has exactly one.
///
/// A pupil who is only being watched is [`Status::N`]; watching is no census code.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Display,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
pub enum Status {
    /// No special educational need, or no longer one.
    #[default]
    N,
    /// SEN support.
    K,
    /// An education, health and care plan.
    E,
}

impl Status {
    /// The census letter.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The status in words.
    pub fn label(self) -> &'static str {
        match self {
            Status::N => "no SEN",
            Status::K => "SEN support",
            Status::E => "EHC plan",
        }
    }

    /// Whether a pupil with this status is on the SEN register.
    pub fn on_register(self) -> bool {
        self != Status::N
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_census_letter_is_the_stored_and_the_exported_form() {
        for &status in Status::VARIANTS {
            assert_eq!(status.code().parse(), Ok(status));
            let json = serde_json::to_string(&status).unwrap();
            assert_eq!(json, format!("\"{}\"", status.code()));
        }
        assert!("S".parse::<Status>().is_err());
    }

    #[test]
    fn only_support_and_plans_are_on_the_register() {
        assert!(!Status::N.on_register());
        assert!(Status::K.on_register());
        assert!(Status::E.on_register());
    }
}
