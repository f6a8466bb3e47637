use chrono::NaiveDate;

use super::{HalfDays, share};
use crate::domain::{Absence, AcademicYear, Caseload, PupilId, Rules};

/// A pupil's half-days in an academic year, as far as its terms are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearOfHalfDays {
    /// Half-days that were possible, of the terms that are counted.
    pub possible: u32,
    /// Half-days attended, of those.
    pub attended: u32,
    /// Half-days of suspension, of all terms.
    pub suspended: u32,
    /// Terms of which only a percentage is known: they are in no sum.
    pub uncounted: u32,
    /// That percentage, in thousandths, of the latest of them.
    pub latest: Option<u32>,
}

impl YearOfHalfDays {
    /// Of a pupil in a year.
    pub fn of(caseload: &Caseload, pupil: PupilId, year: AcademicYear) -> Self {
        let terms = caseload.half_days.of(pupil);
        let mut terms: Vec<&HalfDays> = terms.filter(|term| term.academic_year() == year).collect();
        terms.sort_by_key(|term| term.season);
        let mut sum = Self::default();
        for term in terms {
            sum.suspended = sum.suspended.saturating_add(term.suspended);
            match term.counted() {
                Some((possible, attended)) => {
                    sum.possible = sum.possible.saturating_add(possible);
                    sum.attended = sum.attended.saturating_add(attended);
                }
                None if term.per_mille.is_some() => {
                    sum.uncounted += 1;
                    sum.latest = term.per_mille;
                }
                None => {}
            }
        }
        sum
    }

    /// Attendance in thousandths: of the terms that are counted; where none is, of the latest that is known.
    pub fn attendance(&self) -> Option<u32> {
        share(self.possible, self.attended).or(self.latest)
    }

    /// What so much absence is called.
    pub fn absence(&self, rules: &Rules, on: NaiveDate) -> Option<Absence> {
        Absence::of(rules, on, self.attendance()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::half_days::HalfDaysId;
    use crate::domain::test_desk::{AISHA, TestDesk};
    use crate::domain::{Edit, Season};

    const YEAR: AcademicYear = AcademicYear::starting(2025);

    fn term(id: i64, season: Season) -> HalfDays {
        HalfDays::new(HalfDaysId::new(id), AISHA, YEAR, season)
    }

    #[test]
    fn counted_terms_are_summed_and_percentages_are_not() {
        let autumn = HalfDays {
            possible: Some(140),
            attended: Some(126),
            suspended: 3,
            ..term(90, Season::Autumn)
        };
        let spring = HalfDays {
            per_mille: Some(450),
            suspended: 2,
            ..term(91, Season::Spring)
        };
        let other = HalfDays {
            possible: Some(140),
            attended: Some(0),
            ..HalfDays::new(HalfDaysId::new(92), AISHA, YEAR.next(), Season::Autumn)
        };
        let desk = TestDesk::new().with(Edit::new("").put(autumn.clone()).put(spring).put(other));
        let sum = YearOfHalfDays::of(&desk.caseload, AISHA, YEAR);
        assert_eq!((sum.possible, sum.attended, sum.suspended), (140, 126, 5));
        assert_eq!((sum.uncounted, sum.attendance()), (1, Some(900)));
        let desk = desk.with(Edit::new("").remove(autumn.id));
        let sum = YearOfHalfDays::of(&desk.caseload, AISHA, YEAR);
        assert_eq!(sum.attendance(), Some(450));
    }
}
