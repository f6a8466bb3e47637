//! National curriculum year groups.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr, VariantArray};

use super::academic_year::AcademicYear;

/// How old a child is when the first nursery year begins.
const AGE_BEFORE_N1: i32 = 2;

/// A national curriculum year, ordered as pupils go through school.
///
/// It is what the school says it is. A pupil may be taught out of cohort, so it is never worked out from the date
/// of birth alone: [`NcYear::expected`] is for a doubt beside the field.
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
    Display,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
pub enum NcYear {
    /// First nursery year.
    N1,
    /// Second nursery year, the one before reception.
    N2,
    /// Reception.
    R,
    /// Year 1.
    #[serde(rename = "1")]
    #[strum(serialize = "1")]
    Y1,
    /// Year 2.
    #[serde(rename = "2")]
    #[strum(serialize = "2")]
    Y2,
    /// Year 3.
    #[serde(rename = "3")]
    #[strum(serialize = "3")]
    Y3,
    /// Year 4.
    #[serde(rename = "4")]
    #[strum(serialize = "4")]
    Y4,
    /// Year 5.
    #[serde(rename = "5")]
    #[strum(serialize = "5")]
    Y5,
    /// Year 6.
    #[serde(rename = "6")]
    #[strum(serialize = "6")]
    Y6,
    /// Year 7.
    #[serde(rename = "7")]
    #[strum(serialize = "7")]
    Y7,
    /// Year 8.
    #[serde(rename = "8")]
    #[strum(serialize = "8")]
    Y8,
    /// Year 9.
    #[serde(rename = "9")]
    #[strum(serialize = "9")]
    Y9,
    /// Year 10.
    #[serde(rename = "10")]
    #[strum(serialize = "10")]
    Y10,
    /// Year 11.
    #[serde(rename = "11")]
    #[strum(serialize = "11")]
    Y11,
    /// Year 12.
    #[serde(rename = "12")]
    #[strum(serialize = "12")]
    Y12,
    /// Year 13.
    #[serde(rename = "13")]
    #[strum(serialize = "13")]
    Y13,
    /// Year 14.
    #[serde(rename = "14")]
    #[strum(serialize = "14")]
    Y14,
    /// The national curriculum is not followed.
    X,
}

impl NcYear {
    /// The census code: `N1`, `R`, `4`, `X`.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The year as it is said: `Year 4`, `Reception`.
    pub fn label(self) -> String {
        match self {
            NcYear::N1 => "Nursery 1".to_owned(),
            NcYear::N2 => "Nursery 2".to_owned(),
            NcYear::R => "Reception".to_owned(),
            NcYear::X => "No year group".to_owned(),
            year => format!("Year {}", year.code()),
        }
    }

    /// Reads what schools type and export (`4`, `Y4`, `Year  4`, `4.0`, `Rec`, `Nursery Year 2`); anything else is
    /// none, never a guess.
    pub fn read(words: &str) -> Option<Self> {
        let mut compact = words.to_lowercase();
        compact.retain(|letter| !letter.is_whitespace());
        let (nursery, rest) = match compact.strip_prefix("nursery") {
            Some(rest) => (true, rest),
            None => (false, compact.as_str()),
        };
        let rest = match rest {
            "yr" => "r",
            _ => ["year", "yr.", "yr", "y"]
                .iter()
                .find_map(|prefix| rest.strip_prefix(prefix))
                .unwrap_or(rest),
        };
        match (nursery, rest.strip_suffix(".0").unwrap_or(rest)) {
            (_, "n1") | (true, "1") => Some(NcYear::N1),
            (_, "n2") | (true, "2") => Some(NcYear::N2),
            (true, _) => None,
            (false, "r" | "rec" | "reception") => Some(NcYear::R),
            (false, "x") => Some(NcYear::X),
            (false, digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                digits.trim_start_matches('0').parse().ok()
            }
            (false, _) => None,
        }
    }

    /// The year in which most pupils born on `born` are taught on the day `on`, or none outside school age.
    ///
    /// A child starts reception in the September after their fourth birthday; years roll over on 1 September.
    pub fn expected(born: NaiveDate, on: NaiveDate) -> Option<Self> {
        let school_year = |date| AcademicYear::of(date).starts_in();
        let age_when_it_began = school_year(on) - school_year(born) - 1;
        let place = usize::try_from(age_when_it_began - AGE_BEFORE_N1).ok()?;
        Self::VARIANTS
            .get(place)
            .copied()
            .filter(|&year| year != NcYear::X)
    }

    /// The year a pupil moves up to on 1 September, or none after Year 14 and for [`NcYear::X`].
    pub fn next(self) -> Option<Self> {
        let place = Self::VARIANTS.iter().position(|&year| year == self)?;
        Self::VARIANTS
            .get(place + 1)
            .copied()
            .filter(|&year| year != NcYear::X)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn years_stand_in_the_order_of_school() {
        let codes: Vec<_> = NcYear::VARIANTS.iter().map(|year| year.code()).collect();
        let school = [
            "N1", "N2", "R", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13",
            "14", "X",
        ];
        assert_eq!(codes, school);
        assert!(NcYear::VARIANTS.is_sorted());
        for &year in NcYear::VARIANTS {
            assert_eq!(year.code().parse(), Ok(year));
            let json = serde_json::to_string(&year).unwrap();
            assert_eq!(json, format!("\"{}\"", year.code()));
        }
    }

    #[test]
    fn spellings_of_real_files_are_read() {
        let four = [
            "4", "Y4", "y4", "Year 4", "year 4", "Year  4", "4.0", "04", "Yr 4", "Yr. 4",
        ];
        for words in four {
            assert_eq!(NcYear::read(words), Some(NcYear::Y4), "{words}");
        }
        for words in ["R", "Rec", "Reception", "Year R", "YR"] {
            assert_eq!(NcYear::read(words), Some(NcYear::R), "{words}");
        }
        for words in ["N2", "Year N2", "Nursery Year 2", "Nursery 2", "nursery n2"] {
            assert_eq!(NcYear::read(words), Some(NcYear::N2), "{words}");
        }
        assert_eq!(NcYear::read("Year 11"), Some(NcYear::Y11));
        assert_eq!(NcYear::read("x"), Some(NcYear::X));
    }

    #[test]
    fn what_is_no_year_is_not_guessed() {
        for words in [
            "",
            "Year",
            "Nursery",
            "Nursery 3",
            "15",
            "0",
            "4B",
            "4.5",
            "-1",
            "KS2",
        ] {
            assert_eq!(NcYear::read(words), None, "{words}");
        }
    }

    #[test]
    fn the_expected_year_turns_on_the_first_of_september() {
        let born = date(2018, 2, 14);
        assert_eq!(NcYear::expected(born, date(2026, 11, 26)), Some(NcYear::Y4));
        assert_eq!(NcYear::expected(born, date(2026, 8, 31)), Some(NcYear::Y3));
        assert_eq!(NcYear::expected(born, date(2026, 9, 1)), Some(NcYear::Y4));
    }

    #[test]
    fn the_last_of_august_is_the_youngest_of_the_year() {
        let on = date(2026, 11, 23);
        assert_eq!(NcYear::expected(date(2019, 8, 31), on), Some(NcYear::Y3));
        assert_eq!(NcYear::expected(date(2019, 9, 1), on), Some(NcYear::Y2));
        assert_eq!(NcYear::expected(date(2022, 1, 19), on), Some(NcYear::R));
        assert_eq!(NcYear::expected(date(2022, 11, 5), on), Some(NcYear::N2));
    }

    #[test]
    fn outside_school_age_no_year_is_expected() {
        let on = date(2026, 11, 23);
        assert_eq!(NcYear::expected(date(2025, 1, 1), on), None);
        assert_eq!(NcYear::expected(date(2000, 1, 1), on), None);
        assert_eq!(NcYear::expected(date(2027, 1, 1), on), None);
    }

    #[test]
    fn moving_up_ends_after_year_14() {
        assert_eq!(NcYear::N2.next(), Some(NcYear::R));
        assert_eq!(NcYear::R.next(), Some(NcYear::Y1));
        assert_eq!(NcYear::Y6.next(), Some(NcYear::Y7));
        assert_eq!(NcYear::Y14.next(), None);
        assert_eq!(NcYear::X.next(), None);
    }

    proptest! {
        #[test]
        fn any_words_are_read_or_refused_without_a_fault(words in "\\PC{0,12}") {
            let _ = NcYear::read(&words);
        }

        #[test]
        fn labels_and_codes_read_back(place in 0..17usize) {
            let year = NcYear::VARIANTS[place];
            prop_assert_eq!(NcYear::read(&year.label()), Some(year));
            prop_assert_eq!(NcYear::read(year.code()), Some(year));
        }
    }
}
