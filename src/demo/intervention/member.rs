use serde::Deserialize;

use crate::demo::when::When;

/// A pupil's place.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Member {
    pub(in crate::demo) pupil: String,
    pub(in crate::demo) from: Option<When>,
    pub(in crate::demo) to: Option<When>,
    /// The target it serves, by key; the first of the plan when it is left out.
    #[serde(default)]
    pub(super) target: String,
    /// Days she was away.
    #[serde(default)]
    pub(in crate::demo) away: Vec<When>,
}
