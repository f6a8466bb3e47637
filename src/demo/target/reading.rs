use serde::Deserialize;

use crate::demo::when::When;

/// A reading taken of a target.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Reading {
    pub(in crate::demo) on: When,
    pub(in crate::demo) value: f64,
    pub(in crate::demo) by: String,
}
