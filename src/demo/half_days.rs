use serde::Deserialize;

use super::build::Build;
use crate::domain::{AcademicYear, HalfDays, PupilId, Season};

/// Attendance and suspension in a term.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Term {
    /// So many academic years ago: only of those that are over are all terms known on any day.
    pub(super) years_ago: i32,
    pub(super) season: Season,
    pub(super) possible: u32,
    pub(super) attended: u32,
    #[serde(default)]
    pub(super) suspended: u32,
}

impl Term {
    pub(super) fn make(&self, build: &mut Build<'_>, pupil: PupilId) {
        let id = build.id();
        let this = AcademicYear::of(build.days.today).starts_in();
        let year = AcademicYear::starting(this - self.years_ago);
        build.put(HalfDays {
            possible: Some(self.possible),
            attended: Some(self.attended),
            suspended: self.suspended,
            ..HalfDays::new(id, pupil, year, self.season)
        });
    }
}
