use chrono::NaiveDate;

use super::{HelpLine, LastTime};
use crate::domain::{Dossier, NcYear, NeedCode, PupilId, Said, Status, TargetNow};

/// What may be shown in the meeting and printed for the family: nothing in it is for staff only.
#[derive(Clone, Debug, PartialEq)]
pub struct ForTheTable {
    /// The pupil.
    pub pupil: PupilId,
    /// Her year.
    pub year: Option<NcYear>,
    /// Her class.
    pub class: String,
    /// Her census code.
    pub status: Status,
    /// A first concern: watched, not on the register.
    pub watching: bool,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// Her kinds of need.
    pub needs: Vec<NeedCode>,
    /// What works for her.
    pub works: String,
    /// The last review.
    pub last_time: Option<LastTime>,
    /// Where each target of her newest cycle stands.
    pub targets: Vec<TargetNow>,
    /// What help was promised, and what came of it.
    pub help: Vec<HelpLine>,
    /// Her own latest words.
    pub pupil_words: Option<Said>,
    /// The family's latest words.
    pub family_words: Option<Said>,
}

impl ForTheTable {
    pub(super) fn of(dossier: &Dossier, today: NaiveDate) -> Self {
        let (pupil, standing) = (&dossier.pupil, &dossier.standing);
        Self {
            pupil: pupil.id,
            year: pupil.year,
            class: pupil.class.clone(),
            status: standing.status,
            watching: standing.watching,
            since: standing.since,
            needs: pupil.needs.clone(),
            works: pupil.works.clone(),
            last_time: LastTime::of(dossier, today),
            targets: standing.targets.clone(),
            help: HelpLine::all(dossier),
            pupil_words: standing.last_pupil_words.clone(),
            family_words: standing.last_family_words.clone(),
        }
    }
}
