//! Where a file lies, by what the operating system says of its place and never by what a folder is called.

use std::env;
use std::ffi::OsStr;
use std::fs::{self, Metadata};
use std::path::{Component, Path, PathBuf, Prefix};

/// Where a file lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// On a disk of this computer.
    Here,
    /// In a folder that a sync program copies to the cloud.
    Cloud,
    /// On another computer.
    Network,
}

impl Location {
    /// What to say about a caseload that lies there, and what to do; nothing where it lies well.
    pub fn words(self) -> Option<&'static str> {
        match self {
            Self::Here => None,
            Self::Cloud => Some(
                "This file is in a folder that is copied to the cloud. Two laptops could each change it, and one would lose. Keep it on this laptop, and name the cloud folder as the second place of your backups.",
            ),
            Self::Network => Some(
                "This file is on a network drive. When the network fails, saving does too. Keep it on this laptop, and name the network folder as the second place of your backups.",
            ),
        }
    }
}

/// What is known of a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The kind of file system, by the number that `statfs` gives; 0 where there is none.
    pub magic: u64,
    /// The kind of file system, by the name it is mounted under; empty where there is none.
    pub mounted_as: String,
    /// The folders that sync programs say are theirs.
    pub cloud_folders: Vec<PathBuf>,
    /// The user's home.
    pub home: Option<PathBuf>,
}

/// File systems of other computers, by the number that Linux's `statfs` gives: NFS, SMB in its three ages, AFS, Coda, Ceph,
/// NetWare, and the folders that a virtual machine is lent.
const NETWORK_MAGIC: [u64; 10] = [
    0x6969,
    0x517B,
    0xFF53_4D42,
    0xFE53_4D42,
    0x5346_414F,
    0x7375_7245,
    0x00C3_6400,
    0x564C,
    0x0102_1997,
    0x786F_4256,
];
/// A file system made by a program; which, its name tells.
const FUSE: u64 = 0x6573_5546;
/// Programs that show the cloud as a folder.
const CLOUD_PROGRAMS: [&str; 9] = [
    "rclone",
    "onedriver",
    "google-drive-ocamlfuse",
    "gdfuse",
    "insync",
    "pcloud",
    "expandrive",
    "mega",
    "s3fs",
];
/// Programs that show what lies on a disk of this computer.
const LOCAL_PROGRAMS: [&str; 12] = [
    "ntfs-3g",
    "exfat",
    "ext2",
    "apfs",
    "encfs",
    "gocryptfs",
    "cryfs",
    "veracrypt",
    "bindfs",
    "mergerfs",
    "unionfs",
    "portal",
];
/// File systems of other computers, by the name that macOS gives.
const NETWORK_NAMES: [&str; 8] = [
    "smbfs", "nfs", "afpfs", "webdav", "cifs", "smb3", "nfs4", "davfs",
];

/// Where a canonical path lies, by these facts.
pub fn judge(path: &Path, facts: &Facts) -> Location {
    let is_unc = matches!(
        path.components().next(),
        Some(Component::Prefix(prefix)) if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
    );
    let synced_by_macos = ["Library/CloudStorage", "Library/Mobile Documents"];
    let in_home = |below: &&str| {
        let home = facts.home.as_deref();
        home.is_some_and(|home| path.starts_with(home.join(below)))
    };
    let mut cloud_folders = facts.cloud_folders.iter();
    if cloud_folders.any(|folder| path.starts_with(folder)) || synced_by_macos.iter().any(in_home) {
        return Location::Cloud;
    }
    if is_unc
        || NETWORK_MAGIC.contains(&facts.magic)
        || NETWORK_NAMES.contains(&facts.mounted_as.as_str())
    {
        return Location::Network;
    }
    if facts.magic != FUSE || facts.mounted_as == "fuseblk" {
        return Location::Here;
    }
    let program = facts.mounted_as.trim_start_matches("fuse.");
    if LOCAL_PROGRAMS.contains(&program) {
        Location::Here
    } else if CLOUD_PROGRAMS.contains(&program) {
        Location::Cloud
    } else {
        Location::Network
    }
}

/// Where a file lies, by a canonical path to it.
pub fn of(path: &Path) -> Location {
    judge(path, &facts(path))
}

/// Whether two folders are on one disk, as far as the system tells: what takes the one takes the other.
pub fn is_on_one_disk(one: &Path, other: &Path) -> bool {
    let disk_of = |path: &Path| {
        let there = path.ancestors().find(|path| path.exists())?;
        disk(there)
    };
    disk_of(one).is_some_and(|disk| Some(disk) == disk_of(other))
}

#[cfg(unix)]
fn disk(path: &Path) -> Option<u64> {
    let found = fs::metadata(path).ok()?;
    Some(std::os::unix::fs::MetadataExt::dev(&found))
}

/// The letter of the drive, or the share.
#[cfg(windows)]
fn disk(path: &Path) -> Option<std::ffi::OsString> {
    match fs::canonicalize(path).ok()?.components().next()? {
        Component::Prefix(prefix) => Some(prefix.as_os_str().to_owned()),
        _ => None,
    }
}

/// Whether a file's contents are with a sync program and not on this computer, though its name is.
pub fn is_elsewhere(found: &Metadata) -> bool {
    is_placeholder(attributes(found))
}

/// Whether a file with these attributes is a placeholder: offline, recalled when opened or when read (Windows), or
/// dataless (macOS).
pub fn is_placeholder(attributes: u32) -> bool {
    const OFFLINE: u32 = 0x1000;
    const RECALL_ON_OPEN: u32 = 0x4_0000;
    const RECALL_ON_DATA_ACCESS: u32 = 0x40_0000;
    const DATALESS: u32 = 0x4000_0000;
    attributes & (OFFLINE | RECALL_ON_OPEN | RECALL_ON_DATA_ACCESS | DATALESS) != 0
}

#[cfg(windows)]
fn attributes(found: &Metadata) -> u32 {
    std::os::windows::fs::MetadataExt::file_attributes(found)
}

#[cfg(target_os = "macos")]
fn attributes(found: &Metadata) -> u32 {
    // Of the flags only this one means the same here.
    std::os::macos::fs::MetadataExt::st_flags(found) & 0x4000_0000
}

/// Linux knows no placeholders.
#[cfg(not(any(windows, target_os = "macos")))]
fn attributes(_found: &Metadata) -> u32 {
    0
}

fn facts(path: &Path) -> Facts {
    let home = directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    let (magic, mounted_as) = file_system(path);
    Facts {
        magic,
        mounted_as,
        cloud_folders: cloud_folders(home.as_deref()),
        home,
    }
}

/// The folders that OneDrive and Dropbox say are theirs.
fn cloud_folders(home: Option<&Path>) -> Vec<PathBuf> {
    let one_drive = ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"];
    let mut folders: Vec<PathBuf> = one_drive
        .iter()
        .filter_map(env::var_os)
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from)
        .collect();
    let infos = [
        home.map(|home| home.join(".dropbox")),
        env::var_os("LOCALAPPDATA").map(|data| PathBuf::from(data).join("Dropbox")),
        env::var_os("APPDATA").map(|data| PathBuf::from(data).join("Dropbox")),
    ];
    for info in infos.into_iter().flatten() {
        let text = fs::read_to_string(info.join("info.json")).unwrap_or_default();
        folders.extend(dropbox_folders(&text));
    }
    // As paths are compared: canonical.
    folders
        .into_iter()
        .map(|folder| fs::canonicalize(&folder).unwrap_or(folder))
        .collect()
}

/// The folders in what Dropbox writes about itself.
pub fn dropbox_folders(info: &str) -> Vec<PathBuf> {
    let info: serde_json::Value = serde_json::from_str(info).unwrap_or_default();
    let accounts = info.as_object().into_iter().flat_map(|info| info.values());
    accounts
        .filter_map(|account| account.get("path")?.as_str().map(PathBuf::from))
        .collect()
}

/// The kind of file system that a path lies on.
#[cfg(target_os = "linux")]
fn file_system(path: &Path) -> (u64, String) {
    let magic = rustix::fs::statfs(path).map_or(0, |found| found.f_type as u64 & 0xFFFF_FFFF);
    let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    (magic, mounted_as(&mounts, path))
}

#[cfg(target_os = "macos")]
fn file_system(path: &Path) -> (u64, String) {
    let Ok(found) = rustix::fs::statfs(path) else {
        return (0, String::new());
    };
    let name = found.f_fstypename.iter().take_while(|letter| **letter != 0);
    (
        0,
        name.map(|letter| char::from(letter.cast_unsigned()))
            .collect(),
    )
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn file_system(_path: &Path) -> (u64, String) {
    (0, String::new())
}

/// What a path is mounted as, in Linux's list of mounts: the mount that is nearest to it, and of several there the last.
pub fn mounted_as(mounts: &str, path: &Path) -> String {
    let mut nearest = (0, "");
    for line in mounts.lines() {
        let Some((before, after)) = line.split_once(" - ") else {
            continue;
        };
        let point = before.split(' ').nth(4).unwrap_or_default();
        let point = point.replace("\\040", " ");
        let kind = after.split(' ').next().unwrap_or_default();
        if path.starts_with(OsStr::new(&point)) && point.len() >= nearest.0 {
            nearest = (point.len(), kind);
        }
    }
    nearest.1.to_owned()
}
