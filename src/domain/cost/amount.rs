use serde::Serialize;

use crate::domain::Pence;

/// An amount with the sum that made it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cost {
    /// The amount.
    pub pence: Pence,
    /// The sum in words.
    pub formula: String,
}
