//! [`Why`]: the moment a backup was made at.

use serde::{Deserialize, Serialize};

/// The moment a backup was made at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, strum::Display)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The caseload was opened and had changed since the newest backup.
    #[strum(to_string = "at opening")]
    Opening,
    /// Half an hour of changed work.
    #[strum(to_string = "30 min of work")]
    Working,
    /// The caseload was locked or left.
    #[strum(to_string = "at closing")]
    Closing,
    /// Somebody asked for it.
    #[strum(to_string = "asked for")]
    Asked,
    /// A list is about to be taken in.
    #[strum(to_string = "before import")]
    BeforeImport,
    /// A newer program is about to change the shape of the file.
    #[strum(to_string = "before upgrade")]
    BeforeUpgrade,
    /// A backup is about to be brought back.
    #[strum(to_string = "before restore")]
    BeforeRestore,
    /// The passphrase is about to be changed.
    #[strum(to_string = "new passphrase")]
    BeforePassphrase,
    /// Something is about to be mended or erased.
    #[strum(to_string = "before repair")]
    BeforeRepair,
}
