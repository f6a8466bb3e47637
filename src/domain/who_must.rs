//! Who has to act by a date.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// Who has to act by a date.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum WhoMust {
    /// The school: its head or governors.
    School,
    /// The local authority.
    La,
    /// The SENCO, who reads it.
    Us,
    /// Somebody else: the family, a service.
    Other,
}

impl WhoMust {
    /// As scripts and the file have it.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Whether somebody of the school must act, and so the SENCO must see to it.
    pub fn is_the_schools(self) -> bool {
        matches!(self, WhoMust::School | WhoMust::Us)
    }

    /// In one short word, for a column.
    pub fn label(self) -> &'static str {
        match self {
            WhoMust::School => "school",
            WhoMust::La => "LA",
            WhoMust::Us => "you",
            WhoMust::Other => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_read_the_words_of_the_json() {
        for &who in WhoMust::VARIANTS {
            assert_eq!(who.code().parse(), Ok(who));
            let json = serde_json::to_string(&who).unwrap();
            assert_eq!(json, format!("\"{}\"", who.code()));
        }
    }
}
