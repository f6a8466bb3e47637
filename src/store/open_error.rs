//! What the program says when a file will not open or can't be made.

use std::io;
use std::path::{Path, PathBuf};

use super::looks_like::LooksLike;
use super::recovery_code_error::RecoveryCodeError;
use super::trouble::Trouble;

/// Why a caseload was not opened or made: what happened, to which file, and what to do next. Never erasing, never
/// beginning anew, and never anything of what is inside.
#[derive(PartialEq, Eq, Debug, thiserror::Error)]
pub enum OpenError {
    /// No such file.
    #[error("{} is not there. If it was moved, open it where it is now; if it lies on another drive or a network, check that this is connected.", path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// Not one byte in it.
    #[error("{} is empty (0 bytes): a sync program or a full disk can do this. It was left as it is. Bring back the newest backup: the screen Backups lists them.", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// Shorter than one page, or not whole pages.
    #[error("{} is incomplete: cut short, or still being copied. Nothing was changed. Wait until copying has finished and open it again; if that doesn't help, bring back the newest backup.", path.display())]
    CutShort {
        /// The file.
        path: PathBuf,
    },
    /// A folder.
    #[error("{} is a folder. Choose the caseload file inside it.", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// Neither a file nor a folder.
    #[error("{} is a device and not a file. Choose a caseload file.", path.display())]
    Device {
        /// What was given.
        path: PathBuf,
    },
    /// Readable, not writable.
    #[error("{} can be read but not written, so nothing could be saved. Copy it to a folder of your own and open it there.", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// Something else altogether.
    #[error("{} is not a caseload; it looks like {looks_like}. Nothing was changed. Choose another file.", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What it seems to be.
        looks_like: LooksLike,
    },
    /// A database with no encryption.
    #[error("{} is an unencrypted database, not one of ours. Nothing was changed. Choose another file.", path.display())]
    Unencrypted {
        /// The file.
        path: PathBuf,
    },
    /// One of our own backups, which is brought back and never opened where it lies.
    #[error("{} is a backup{}. It was not opened. To bring it back, choose Backups on the first screen, or run: caseload restore FILE", path.display(), made.as_ref().map(|made| format!(" of {made}")).unwrap_or_default())]
    Backup {
        /// The file.
        path: PathBuf,
        /// "Fri 20 Nov 2026, 16:02", where that can be read.
        made: Option<String>,
    },
    /// Another program has it open.
    #[error("{} {}. Close it there, then open it again here.", path.display(), open_elsewhere(holder.as_deref()))]
    InUse {
        /// The file.
        path: PathBuf,
        /// "since 14:02 on HALL-LT-07 (j.smith)", where that is known.
        holder: Option<String>,
    },
    /// A program on another computer said that it has it open, and whether it still has can't be known from here.
    #[error("{} was opened {holder}, and nothing here says that it was closed there. If it still is open there, close it there first. Then open it again here.", path.display())]
    PerhapsInUse {
        /// The file.
        path: PathBuf,
        /// "since 14:02 on HALL-LT-07 (j.smith)".
        holder: String,
    },
    /// Its name is here and its contents are with a sync program.
    #[error("{} is in the cloud but not on this laptop. Nothing was changed. In the file manager, choose \"Always keep on this device\" for it, wait until it has come, and open it again.", path.display())]
    NotHere {
        /// The file.
        path: PathBuf,
    },
    /// Page 1 fails, and the remembered check value says why.
    #[error("That is not the passphrase of {}. Type it again; capitals and spaces count. If it is lost, the recovery code opens the file as well.", path.display())]
    WrongPassphrase {
        /// The file.
        path: PathBuf,
    },
    /// Page 1 fails though the remembered check value says the passphrase is right.
    #[error("The passphrase is right, but {} is damaged at its start. It was left as it is. Bring back the newest backup: the screen Backups lists them.", path.display())]
    DamagedStart {
        /// The file.
        path: PathBuf,
    },
    /// Page 1 fails, and nothing is remembered that would say why.
    #[error("The passphrase did not open {}. Type it again; capitals and spaces count. If you are certain of it, the file is damaged: try the passphrase on a backup, on the screen Backups.", path.display())]
    WrongPassphraseOrDamaged {
        /// The file.
        path: PathBuf,
    },
    /// It opens, but not all of it is as it was written.
    #[error("{} is damaged: {damaged} of its {pages} pages {} not what was written. Nothing was changed. Bring back the newest backup: the screen Backups lists them.", path.display(), if *damaged == 1 { "is" } else { "are" })]
    Damaged {
        /// The file.
        path: PathBuf,
        /// How many pages fail.
        damaged: u32,
        /// How many there are.
        pages: u32,
    },
    /// Its pages are good, but not what they say.
    #[error("{} is damaged: {problems} in it not as it was saved. It was left as it is. Bring back the newest backup: the screen Backups lists them.", path.display(), problems = if *problems == 1 { String::from("1 thing is") } else { format!("{problems} things are") })]
    Broken {
        /// The file.
        path: PathBuf,
        /// How many problems were found.
        problems: usize,
    },
    /// A newer program's file.
    #[error("{} needs a newer version of Caseload (its format is {found}; this version knows up to {known}). Nothing was changed. Install the newest version and open it again.", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its compatibility number.
        found: i32,
        /// Ours.
        known: i32,
    },
    /// Encrypted as ours are, but some other program's.
    #[error("{} opened, but it is another program's file and not a caseload. Nothing was changed. Choose another file.", path.display())]
    NotOurs {
        /// The file.
        path: PathBuf,
    },
    /// Something is where a new caseload should go.
    #[error("{} is there already, and nothing is ever written over. Choose another name, or open it.", path.display())]
    Exists {
        /// What is there.
        path: PathBuf,
    },
    /// A journal that would be played into a file it isn't of.
    #[error("{} lies where the caseload is and was left by another program. Nothing was changed. Move it to another folder, keep it, and try again.", path.display())]
    StrayJournal {
        /// The journal.
        path: PathBuf,
    },
    /// It must be brought up to date, and the backup that comes first could not be made.
    #[error("{} was not opened: it is to be brought up to date, and the backup that comes first could not be made. Nothing was changed. {why}", path.display())]
    NotBackedUp {
        /// The file.
        path: PathBuf,
        /// Why.
        why: String,
    },
    /// A recovery code that doesn't come out.
    #[error(transparent)]
    RecoveryCode(#[from] RecoveryCodeError),
    /// The library under us is not as we need it.
    #[error("This build of Caseload can't keep {} safe: {setting} is \"{found}\". Nothing was changed. Install Caseload again, and tell its makers.", path.display())]
    Unsafe {
        /// The file.
        path: PathBuf,
        /// The setting that would not take.
        setting: &'static str,
        /// What it reads.
        found: String,
    },
    /// The computer or the disk refused.
    #[error("{} can't be used: {trouble}.", path.display())]
    Trouble {
        /// The file.
        path: PathBuf,
        /// Why.
        trouble: Trouble,
    },
}

fn open_elsewhere(holder: Option<&str>) -> String {
    holder.map_or_else(
        || String::from("is open in another program"),
        |holder| format!("has been open {holder}"),
    )
}

impl OpenError {
    /// Whether it may be the passphrase that was wrong.
    pub fn is_about_passphrase(&self) -> bool {
        matches!(
            self,
            Self::WrongPassphrase { .. } | Self::WrongPassphraseOrDamaged { .. }
        )
    }

    /// The short name of this message, for the manual and for whoever is asked to help.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "F01",
            Self::Empty { .. } => "F02",
            Self::CutShort { .. } => "F03",
            Self::Folder { .. }
            | Self::Device { .. }
            | Self::ReadOnly { .. }
            | Self::Trouble {
                trouble: Trouble::NotAllowed | Trouble::ReadOnly,
                ..
            } => "F05",
            Self::Foreign { .. } | Self::NotOurs { .. } => "F06",
            Self::Unencrypted { .. } => "F07",
            Self::Backup { .. } => "F08",
            Self::NotHere { .. } => "F04",
            Self::InUse { .. } => "F09",
            Self::PerhapsInUse { .. } => "F23",
            Self::WrongPassphrase { .. } => "F11",
            Self::DamagedStart { .. } => "F12",
            Self::WrongPassphraseOrDamaged { .. } => "F13",
            Self::Damaged { .. }
            | Self::Broken { .. }
            | Self::Trouble {
                trouble: Trouble::Damaged,
                ..
            } => "F14",
            Self::Newer { .. } => "F15",
            Self::Exists { .. } => "F17",
            Self::StrayJournal { .. } => "F18",
            Self::RecoveryCode(_) => "F19",
            Self::Unsafe { .. } => "F20",
            Self::NotBackedUp { .. } => "F22",
            Self::Trouble { .. } => "F21",
        }
    }

    /// What the operating system refused about a file.
    pub fn from_io(path: &Path, error: &io::Error) -> Self {
        match Trouble::from(error) {
            Trouble::NotThere => Self::Missing {
                path: path.to_owned(),
            },
            trouble => Self::Trouble {
                path: path.to_owned(),
                trouble,
            },
        }
    }

    /// What SQLite refused about a file.
    pub(super) fn from_sqlite(path: &Path, error: &rusqlite::Error) -> Self {
        match Trouble::from(error) {
            Trouble::Busy => Self::InUse {
                path: path.to_owned(),
                holder: None,
            },
            trouble => Self::Trouble {
                path: path.to_owned(),
                trouble,
            },
        }
    }
}
