use chrono::NaiveDate;

/// What a file says of the parent's having been told (Children and Families Act 2014 s.68).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParentTold {
    /// Told, and nobody wrote when.
    Yes,
    /// Told on this day.
    On(NaiveDate),
}
