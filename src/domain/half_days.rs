//! [`HalfDays`]: a pupil's attendance and suspension in a term, as the school's figures have them.

mod edits;
mod year;

use serde::{Deserialize, Serialize};

use super::{AcademicYear, Id, PupilId, Season};

pub use edits::{doubts, put, remove};
pub use year::YearOfHalfDays;

/// The id of [`HalfDays`].
pub type HalfDaysId = Id<HalfDays>;

/// A pupil's half-days in a term: those that were possible for her, those she attended, and those of suspension. Typed from
/// the school's own figures, which stay the record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HalfDays {
    /// Its id.
    pub id: HalfDaysId,
    /// The pupil.
    pub pupil: PupilId,
    /// The calendar year in which the academic year starts.
    pub year: i32,
    /// The term.
    pub season: Season,
    /// Half-days that were possible for her.
    pub possible: Option<u32>,
    /// Half-days she attended.
    pub attended: Option<u32>,
    /// Her attendance in thousandths, where only that is known.
    pub per_mille: Option<u32>,
    /// Half-days of suspension: a lunchtime counts as one.
    pub suspended: u32,
    /// A remark.
    pub note: String,
}

impl HalfDays {
    /// A term of which nothing is known yet.
    pub fn new(id: HalfDaysId, pupil: PupilId, year: AcademicYear, season: Season) -> Self {
        Self {
            id,
            pupil,
            year: year.starts_in(),
            season,
            possible: None,
            attended: None,
            per_mille: None,
            suspended: 0,
            note: String::new(),
        }
    }

    /// The academic year.
    pub fn academic_year(&self) -> AcademicYear {
        AcademicYear::starting(self.year)
    }

    /// "autumn 2026", "spring 2027".
    pub fn label(&self) -> String {
        label(self.academic_year(), self.season)
    }

    /// Those that were possible, and those of them she attended.
    pub fn counted(&self) -> Option<(u32, u32)> {
        self.possible.zip(self.attended)
    }

    /// Attendance in thousandths; nothing where it is not known, or no half-day was possible.
    pub fn attendance(&self) -> Option<u32> {
        match self.counted() {
            Some((possible, attended)) => share(possible, attended),
            None => self.per_mille,
        }
    }
}

/// A term by its calendar year: "spring 2027" is of 2026-27.
pub fn label(year: AcademicYear, season: Season) -> String {
    let year = match season {
        Season::Autumn => year.starts_in(),
        Season::Spring | Season::Summer => year.next().starts_in(),
    };
    format!("{season} {year}")
}

/// Attended half-days in thousandths of those possible, rounded down: 899.9 is not 900.
fn share(possible: u32, attended: u32) -> Option<u32> {
    let share = u64::from(attended) * 1000 / u64::from(possible.max(1));
    (possible > 0).then(|| u32::try_from(share).unwrap_or(1000))
}

/// Thousandths as a percentage: "86.2%".
pub fn percent(per_mille: u32) -> String {
    format!("{}.{}%", per_mille / 10, per_mille % 10)
}

/// Half-days as days: "2.5 days", "1 day".
pub fn days(half_days: u32) -> String {
    match (half_days / 2, half_days % 2) {
        (1, 0) => "1 day".to_owned(),
        (days, 0) => format!("{days} days"),
        (days, _) => format!("{days}.5 days"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::AISHA;

    #[test]
    fn a_term_says_what_it_is_and_what_share_was_attended() {
        let mut term = HalfDays::new(
            HalfDaysId::new(90),
            AISHA,
            AcademicYear::starting(2026),
            Season::Spring,
        );
        assert_eq!(term.label(), "spring 2027");
        assert_eq!(term.attendance(), None);
        term.per_mille = Some(862);
        assert_eq!(term.attendance(), Some(862));
        (term.possible, term.attended) = (Some(130), Some(117));
        assert_eq!(term.attendance(), Some(900));
        (term.possible, term.attended) = (Some(0), Some(0));
        assert_eq!(term.attendance(), None);
        assert_eq!(percent(862), "86.2%");
        assert_eq!(
            [0, 1, 2, 5].map(days),
            ["0 days", "0.5 days", "1 day", "2.5 days"]
        );
    }
}
