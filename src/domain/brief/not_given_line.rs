use super::HelpLine;

/// Sessions that were not given, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotGivenLine {
    /// The kind of provision.
    pub name: String,
    /// How many.
    pub times: u32,
    /// By reason, the most frequent first.
    pub reasons: Vec<(String, u32)>,
}

impl NotGivenLine {
    /// Of all help from which something was left out.
    pub(super) fn all(help: &[HelpLine]) -> Vec<Self> {
        help.iter()
            .filter(|line| !line.run.not_given.is_empty())
            .map(|line| Self {
                name: line.name.clone(),
                times: line.run.not_given_in_all(),
                reasons: line.run.not_given.clone(),
            })
            .collect()
    }
}
