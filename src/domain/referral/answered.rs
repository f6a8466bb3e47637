use chrono::NaiveDate;

/// What came of something asked, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// The answer: "accepted, about 12 weeks".
    pub answer: String,
    /// When it came.
    pub answered_on: Option<NaiveDate>,
    /// When what was asked for came.
    pub received_on: Option<NaiveDate>,
    /// Why it is no longer awaited.
    pub dropped: String,
}
