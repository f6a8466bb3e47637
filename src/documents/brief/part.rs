/// How much of a brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What may be shown in the meeting.
    ForTheTable,
    /// That, and what is for staff only.
    Whole,
}
