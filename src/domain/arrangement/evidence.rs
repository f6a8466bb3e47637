use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a subject teacher says of a candidate's normal way of working.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// When it came.
    pub on: NaiveDate,
    /// The subject.
    pub subject: String,
    /// The teacher.
    pub by: String,
    /// In the teacher's words.
    pub words: String,
}
