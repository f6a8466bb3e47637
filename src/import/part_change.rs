/// One thing about a pupil that an import changes, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartChange {
    /// What: "Class".
    pub what: &'static str,
    /// What the caseload says; empty when nothing.
    pub before: String,
    /// What it will say.
    pub after: String,
}
