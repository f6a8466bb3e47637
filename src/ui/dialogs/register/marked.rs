//! [`Marked`]: how a session stands in the register on the screen.

use serde::{Deserialize, Serialize};

use crate::domain::session::Happened;
use crate::domain::week::WeekSlot;
use crate::domain::{Attendance, Mark, PupilId};

/// How a session stands in the register on the screen, saved or not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// What became of it.
    pub happened: Happened,
    /// A note for the group.
    pub note: String,
}

impl Marked {
    /// As it is recorded.
    pub fn recorded(slot: &WeekSlot) -> Self {
        Self {
            happened: slot.happened(),
            note: slot.note().to_owned(),
        }
    }

    /// Whether something is known of it.
    pub fn is_known(&self) -> bool {
        self.happened != Happened::NoEntry
    }

    /// What is said of one pupil, if it ran and she is marked.
    pub fn of(&self, pupil: PupilId) -> Option<&Attendance> {
        match &self.happened {
            Happened::Given(marks) => marks.iter().find(|mark| mark.pupil == pupil),
            Happened::NoEntry | Happened::NotGiven(_) => None,
        }
    }

    /// It ran, and all of these came.
    #[must_use]
    pub fn all_there(self, pupils: &[PupilId]) -> Self {
        let there = |pupil: &PupilId| Attendance {
            pupil: *pupil,
            mark: Mark::There,
            note: String::new(),
        };
        Self {
            happened: Happened::Given(pupils.iter().map(there).collect()),
            ..self
        }
    }

    /// It ran, and this pupil has this mark; where it was not known to have run, all the others came.
    #[must_use]
    pub fn with_mark(self, pupil: PupilId, mark: Mark, group: &[PupilId]) -> Self {
        let mut after = match &self.happened {
            Happened::Given(_) => self,
            Happened::NoEntry | Happened::NotGiven(_) => self.all_there(group),
        };
        after.change(pupil, |attendance| attendance.mark = mark);
        after
    }

    /// With a remark about one pupil alone.
    pub fn remark(&mut self, pupil: PupilId, words: &str) {
        self.change(pupil, |attendance| words.clone_into(&mut attendance.note));
    }

    fn change(&mut self, pupil: PupilId, change: impl FnOnce(&mut Attendance)) {
        let Happened::Given(marks) = &mut self.happened else {
            return;
        };
        if let Some(attendance) = marks.iter_mut().find(|mark| mark.pupil == pupil) {
            return change(attendance);
        }
        let mut attendance = Attendance {
            pupil,
            mark: Mark::There,
            note: String::new(),
        };
        change(&mut attendance);
        marks.push(attendance);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AISHA: PupilId = PupilId::new(1);
    const TOM: PupilId = PupilId::new(2);

    fn marks(marked: &Marked) -> Vec<(PupilId, Mark)> {
        match &marked.happened {
            Happened::Given(marks) => marks.iter().map(|mark| (mark.pupil, mark.mark)).collect(),
            other => panic!("it ran, not {other:?}"),
        }
    }

    #[test]
    fn the_first_mark_says_that_it_ran_and_that_the_others_came() {
        let marked = Marked::default().with_mark(AISHA, Mark::Absent, &[AISHA, TOM]);
        assert_eq!(marks(&marked), [(AISHA, Mark::Absent), (TOM, Mark::There)]);
        let marked = marked.with_mark(TOM, Mark::School, &[AISHA, TOM]);
        assert_eq!(marks(&marked), [(AISHA, Mark::Absent), (TOM, Mark::School)]);
    }

    #[test]
    fn a_remark_is_one_pupils_own() {
        let mut marked = Marked::default().all_there(&[AISHA, TOM]);
        marked.remark(TOM, "read a whole page");
        assert_eq!(marked.of(TOM).expect("Tom").note, "read a whole page");
        assert!(marked.of(AISHA).expect("Aisha").note.is_empty());
        let mut unknown = Marked::default();
        unknown.remark(TOM, "words");
        assert!(!unknown.is_known());
    }
}
