/// Something in the wording that leaves a question open. It never stops a save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Names the check in a waiver; the same words give the same id wherever the strategy stands.
    pub id: String,
    /// The field, by name.
    pub field: &'static str,
    /// What is open, with the words quoted.
    pub words: String,
    /// Why we ask.
    pub basis: &'static str,
}

impl Check {
    pub(super) fn new(field: &'static str, id: &str, words: String, basis: &'static str) -> Self {
        Self {
            id: format!("{field}: {id}"),
            field,
            words,
            basis,
        }
    }
}
