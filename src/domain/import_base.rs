//! [`ImportBase`]: what the last imported file said of a pupil.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Id, PupilId};

/// The id of an [`ImportBase`].
pub type ImportBaseId = Id<ImportBase>;

/// The last file's value of each field of a pupil. It is the base of a three-way merge: a value changed by hand since is
/// ours, one changed in the file is theirs, one changed in both is asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportBase {
    /// Its id.
    pub id: ImportBaseId,
    /// The pupil.
    pub pupil: PupilId,
    /// Field by name.
    pub values: BTreeMap<String, String>,
}
