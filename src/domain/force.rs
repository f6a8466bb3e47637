//! With what force a date or duty binds.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// With what force a date or duty binds: said beside every one, because a "should" is not a law.
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
pub enum Force {
    /// An Act or Regulation: must.
    Law,
    /// The SEND Code of Practice, or guidance like it: should.
    Code,
    /// A condition of a grant.
    Grant,
    /// No law itself, but later than this a law can't be kept.
    WorkedBack,
    /// The school's or the SENCO's own.
    Own,
}

impl Force {
    /// As scripts and the file have it.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// In one short word, for a column.
    pub fn short(self) -> &'static str {
        match self {
            Force::Law => "law",
            Force::Code => "should",
            Force::Grant => "grant",
            Force::WorkedBack => "back",
            Force::Own => "own",
        }
    }

    /// What it means, in a sentence.
    pub fn meaning(self) -> &'static str {
        match self {
            Force::Law => "An Act or Regulation says must.",
            Force::Code => "The SEND Code of Practice, or guidance like it, says should.",
            Force::Grant => "It goes with money the school takes.",
            Force::WorkedBack => "No law itself, but later than this a law can't be kept.",
            Force::Own => "The school's or your own: move it as you see fit.",
        }
    }

    /// In words, for a sentence or a heading.
    pub fn label(self) -> &'static str {
        match self {
            Force::Law => "by law",
            Force::Code => "the Code says should",
            Force::Grant => "condition of a grant",
            Force::WorkedBack => "worked back from the law",
            Force::Own => "your own date",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_read_the_words_of_the_json() {
        for &force in Force::VARIANTS {
            assert_eq!(force.code().parse(), Ok(force));
            let json = serde_json::to_string(&force).unwrap();
            assert_eq!(json, format!("\"{}\"", force.code()));
        }
        assert_eq!(Force::WorkedBack.code(), "worked_back");
    }
}
