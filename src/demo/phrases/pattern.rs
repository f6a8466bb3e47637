use serde::Deserialize;

/// A target without its numbers: they lie in these ranges, and no reading is above `most`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Pattern {
    pub(in crate::demo) short: String,
    pub(in crate::demo) statement: String,
    pub(in crate::demo) unit: String,
    pub(in crate::demo) instrument: String,
    pub(in crate::demo) start: (usize, usize),
    pub(in crate::demo) aim: (usize, usize),
    pub(in crate::demo) most: usize,
}
