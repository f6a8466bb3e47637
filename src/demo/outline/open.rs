use serde::Deserialize;

/// Where the open cycle is.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::demo) enum Open {
    Assess,
    Plan,
    Do,
    /// There is no cycle open.
    None,
}
