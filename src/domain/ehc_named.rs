//! [`EhcNamed`]: what an EHC plan names.

use serde::{Deserialize, Serialize};

/// What a pupil's EHC plan names beside her provision; nothing of it for most pupils.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EhcNamed {
    /// Who has her plan in hand at the local authority.
    #[serde(default)]
    pub case_officer: String,
    /// The placement that her plan names (section I).
    #[serde(default)]
    pub placement: String,
    /// The band of her funding, as the local authority calls it.
    #[serde(default)]
    pub band: String,
}
