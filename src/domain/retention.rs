//! [`Retention`]: until when a pupil's SEN file is kept, and why. Nothing is ever erased by it: it proposes.

use chrono::{Datelike as _, NaiveDate};

use super::date_words::with_year;
use super::{Desk, Pupil, RuleId};

/// Until when a pupil's SEN file is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retention {
    /// The last day; none where the date of birth is not known.
    pub until: Option<NaiveDate>,
    /// The sum and its source, or whose choice it is.
    pub basis: String,
}

impl Retention {
    /// Until when the file of a pupil is kept: the day that was chosen for her, else so many years after her birth (R13).
    pub fn of(desk: &Desk<'_>, pupil: &Pupil) -> Self {
        let chosen = desk.caseload.hand_over_of(pupil.id);
        if let Some(hand_over) = chosen.filter(|chosen| chosen.keep_until.is_some()) {
            return Self {
                until: hand_over.keep_until,
                basis: format!("chosen here: {}", hand_over.keep_why),
            };
        }
        let today = desk.today();
        let years = desk.rules.numbers(today).keep_file_years;
        let source = &desk.rules.rule(RuleId::R13, today).basis;
        let Some(born) = pupil.dob else {
            return Self {
                until: None,
                basis: format!(
                    "to fill in: the date of birth, to which {years} years are added ({source})"
                ),
            };
        };
        Self {
            until: years_after(born, years),
            basis: format!(
                "born {}, and {years} years: kept by the last school ({source})",
                with_year(born)
            ),
        }
    }

    /// Whether that day is over for a pupil who has left: the file is to be looked through.
    pub fn is_past(desk: &Desk<'_>, pupil: &Pupil) -> bool {
        let until = Self::of(desk, pupil).until;
        pupil.left_on.is_some() && until.is_some_and(|until| until < desk.today())
    }
}

/// The day so many years later; of the 29th of February where that year has none, the day after.
fn years_after(day: NaiveDate, years: u16) -> Option<NaiveDate> {
    let year = day.year() + i32::from(years);
    day.with_year(year)
        .or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::{AISHA, TestDesk, date};
    use crate::domain::{Change, HandOver, Id};

    #[test]
    fn r13_a_file_is_kept_for_years_after_birth_and_the_leap_day_has_its_day() {
        for (born, until) in [
            ("2018-03-29", "2049-03-29"),
            ("2016-02-29", "2047-03-01"),
            ("2013-12-31", "2044-12-31"),
            ("2008-02-29", "2039-03-01"),
        ] {
            assert_eq!(years_after(date(born), 31), Some(date(until)), "{born}");
        }
        assert_eq!(
            years_after(date("2017-02-28"), 31),
            Some(date("2048-02-28"))
        );
        // Where the later year has a leap day too, it is that.
        assert_eq!(
            years_after(date("2012-02-29"), 32),
            Some(date("2044-02-29"))
        );
    }

    #[test]
    fn r13_the_rule_gives_way_to_a_day_that_was_chosen_and_only_leavers_are_past() {
        let mut desk = TestDesk::new();
        let mut aisha = desk
            .desk()
            .caseload
            .pupils
            .get(AISHA)
            .expect("a pupil")
            .clone();
        aisha.dob = None;
        let told = Retention::of(&desk.desk(), &aisha);
        assert_eq!(told.until, None);
        assert!(told.basis.starts_with("to fill in"), "{}", told.basis);
        aisha.dob = Some(date("1990-01-01"));
        assert_eq!(
            Retention::of(&desk.desk(), &aisha).until,
            Some(date("2021-01-01"))
        );
        assert!(!Retention::is_past(&desk.desk(), &aisha));
        aisha.left_on = Some(date("2006-07-20"));
        assert!(Retention::is_past(&desk.desk(), &aisha));
        let held = HandOver {
            keep_until: Some(date("2040-01-01")),
            keep_why: "a claim".to_owned(),
            ..HandOver::new(Id::new(91), AISHA)
        };
        desk.caseload.apply(Change::Put(held.into()));
        let told = Retention::of(&desk.desk(), &aisha);
        assert_eq!(told.basis, "chosen here: a claim");
        assert!(!Retention::is_past(&desk.desk(), &aisha));
    }
}
