/// What becomes of a child of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Intake {
    /// Something waits for an answer; nothing of her lines is written until then.
    Hold,
    /// She is added.
    Add,
    /// Some of what the caseload says of her changes.
    Change,
    /// Nothing changes.
    Same,
    /// The user left her lines out, or they have no name.
    LeaveOut,
}
