//! Reviews of SEN support held with the family this academic year.

use std::fmt;

use chrono::NaiveDate;

use crate::domain::rules::Rules;

/// R1: how many reviews of SEN support were held since 1 September, of the three a year that the Code says should be
/// (CoP 6.65). A review that was offered and that no parent came to is counted apart. It warns and never blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingCount {
    /// Held with the family.
    pub met: u16,
    /// Offered, and the family did not come.
    pub not_attended: u16,
    /// How many there should be in the year.
    pub of: u16,
}

impl MeetingCount {
    /// The count as the rules of a day judge it.
    pub fn new(rules: &Rules, on: NaiveDate, met: u16, not_attended: u16) -> Self {
        Self {
            met,
            not_attended,
            of: rules.numbers(on).meetings_a_year,
        }
    }

    /// How many more there should be this year; an offer that was not taken up is no meeting, and the school tries again.
    pub fn still_to_hold(self) -> u16 {
        self.of.saturating_sub(self.met)
    }

    /// What to call the next one: "2 of 3"; beyond the three, "number 4 this year".
    pub fn next(self) -> String {
        let number = self.met.saturating_add(1);
        if number <= self.of {
            format!("{number} of {}", self.of)
        } else {
            format!("number {number} this year")
        }
    }

    /// The same where nothing else follows: "2 of 3 this year".
    pub fn next_in_full(self) -> String {
        let next = self.next();
        if next.ends_with("year") {
            next
        } else {
            format!("{next} this year")
        }
    }
}

/// "2 of 3"; where offers were not taken up, "offered 3, met 2".
impl fmt::Display for MeetingCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.not_attended > 0 {
            let offered = self.met.saturating_add(self.not_attended);
            write!(f, "offered {offered}, met {}", self.met)
        } else {
            write!(f, "{} of {}", self.met, self.of)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(met: u16, not_attended: u16) -> MeetingCount {
        let today = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        MeetingCount::new(Rules::england(), today, met, not_attended)
    }

    #[test]
    fn r1_three_meetings_a_year() {
        assert_eq!(count(0, 0).next(), "1 of 3");
        assert_eq!(count(2, 0).to_string(), "2 of 3");
        assert_eq!(count(2, 0).still_to_hold(), 1);
        assert_eq!(count(3, 0).next(), "number 4 this year");
        assert_eq!(count(0, 0).next_in_full(), "1 of 3 this year");
        assert_eq!(count(3, 0).next_in_full(), "number 4 this year");
        assert_eq!(count(4, 0).still_to_hold(), 0);
    }

    #[test]
    fn r1_an_offer_not_taken_up_is_counted_apart() {
        assert_eq!(count(2, 1).to_string(), "offered 3, met 2");
        assert_eq!(count(2, 1).next(), "3 of 3");
        assert_eq!(count(2, 1).still_to_hold(), 1);
    }
}
