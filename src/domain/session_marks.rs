//! [`SessionMarks`]: a session as figures need it.

use chrono::{NaiveDate, NaiveTime};

use super::{Mark, PupilId, Session};

/// What figures need of a session: when, whether it ran, who came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionMarks {
    /// The day.
    pub on: NaiveDate,
    /// The time, where it was recorded.
    pub at: Option<NaiveTime>,
    /// Why it was not given; none when it was.
    pub not_given: Option<String>,
    /// Who came.
    pub marks: Vec<(PupilId, Mark)>,
}

impl SessionMarks {
    /// A pupil's mark, if she has one.
    pub fn mark_of(&self, pupil: PupilId) -> Option<Mark> {
        self.marks
            .iter()
            .find(|(marked, _)| *marked == pupil)
            .map(|(_, mark)| *mark)
    }
}

impl From<&Session> for SessionMarks {
    fn from(session: &Session) -> Self {
        Self {
            on: session.on,
            at: session.at,
            not_given: session.not_given.clone(),
            marks: session
                .marks
                .iter()
                .map(|attendance| (attendance.pupil, attendance.mark))
                .collect(),
        }
    }
}
