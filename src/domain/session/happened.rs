//! [`Happened`]: what became of a session.

use serde::{Deserialize, Serialize};

use crate::domain::{Attendance, Session};

/// What became of a session that was promised.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Happened {
    /// Nothing is known of it: never counted as not given.
    #[default]
    NoEntry,
    /// It ran, with who came.
    Given(Vec<Attendance>),
    /// It did not run, and why.
    NotGiven(String),
}

impl Happened {
    /// What a recorded session says.
    pub fn of(session: &Session) -> Self {
        match &session.not_given {
            Some(reason) => Self::NotGiven(reason.clone()),
            None => Self::Given(session.marks.clone()),
        }
    }
}
