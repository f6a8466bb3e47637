use serde::Deserialize;

/// What entry and exit were read on: a reading at entry lies in the one range, what was gained at the exit in the other.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Measured {
    pub(super) on: String,
    pub(super) entry: (usize, usize),
    pub(super) gain: (usize, usize),
}
