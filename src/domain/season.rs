//! The three terms of the year, by season.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Code;

/// A term's season, which every school knows it by, whatever it calls its half terms.
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
    strum::Display,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Season {
    /// September to December.
    Autumn,
    /// January to Easter.
    Spring,
    /// Easter to August.
    Summer,
}

impl Season {
    /// The season by the month alone, for want of term dates: autumn from August, spring from January, summer from April.
    pub fn of(date: NaiveDate) -> Self {
        match date.month() {
            1..=3 => Self::Spring,
            4..=7 => Self::Summer,
            _ => Self::Autumn,
        }
    }
}

impl Code for Season {
    fn label(self) -> &'static str {
        self.code()
    }
}
