//! Promise 26: a caseload in a cloud folder or on a network drive is noticed, by what the system says of the place and not
//! by what a folder is called.

use std::path::{Path, PathBuf};

use caseload::os::location::{self, Facts, Location, judge};

use super::{Promise, Size, Tally};

/// What is tried here.
pub const PROMISES: &[Promise] = &[Promise {
    number: 26,
    words: "cloud folders and network drives are noticed, and no others",
    tries: places,
}];

use Location::{Cloud, Here, Network};

const HOME: &str = "/home/lessing";
const FUSE: u64 = 0x6573_5546;
const EXT4: u64 = 0xEF53;

/// A path, the number and the name of its file system, and where it lies.
const CASES: [(&str, u64, &str, Location); 42] = [
    (
        "/home/lessing/.local/share/Caseload/caseload.senco",
        EXT4,
        "ext4",
        Here,
    ),
    ("/home/lessing/caseload.senco", 0x9123_683E, "btrfs", Here),
    ("/home/lessing/caseload.senco", 0x5846_5342, "xfs", Here),
    ("/home/lessing/caseload.senco", 0x2FC1_2FC1, "zfs", Here),
    ("/home/lessing/caseload.senco", 0x794C_7630, "overlay", Here),
    ("/home/lessing/caseload.senco", 0x0102_1994, "tmpfs", Here),
    ("/home/lessing/caseload.senco", 0xF15F, "ecryptfs", Here),
    ("/media/lessing/STICK/caseload.senco", 0x4D44, "vfat", Here),
    (
        "/media/lessing/STICK/caseload.senco",
        0x2011_BAB0,
        "exfat",
        Here,
    ),
    (
        "/media/lessing/STICK/caseload.senco",
        0x5346_544E,
        "ntfs",
        Here,
    ),
    ("/media/lessing/STICK/caseload.senco", FUSE, "fuseblk", Here),
    (
        "/media/lessing/STICK/caseload.senco",
        FUSE,
        "fuse.ntfs-3g",
        Here,
    ),
    (
        "/media/lessing/STICK/caseload.senco",
        FUSE,
        "fuse.exfat",
        Here,
    ),
    (
        "/home/lessing/Vault/caseload.senco",
        FUSE,
        "fuse.gocryptfs",
        Here,
    ),
    (
        "/home/lessing/Vault/caseload.senco",
        FUSE,
        "fuse.cryfs",
        Here,
    ),
    (
        "/home/lessing/Vault/caseload.senco",
        FUSE,
        "fuse.veracrypt",
        Here,
    ),
    (
        "/run/user/1000/doc/caseload.senco",
        FUSE,
        "fuse.portal",
        Here,
    ),
    // Called as if.
    ("/home/lessing/Box room/caseload.senco", EXT4, "ext4", Here),
    ("/home/lessing/MEGA list/caseload.senco", EXT4, "ext4", Here),
    (
        "/home/lessing/OneDrive leaflets/caseload.senco",
        EXT4,
        "ext4",
        Here,
    ),
    (
        "/home/lessing/Dropbox (old)/caseload.senco",
        EXT4,
        "ext4",
        Here,
    ),
    (
        "/home/lessing/Google Drive/caseload.senco",
        EXT4,
        "ext4",
        Here,
    ),
    (
        "/home/lessing/iCloud letters/caseload.senco",
        EXT4,
        "ext4",
        Here,
    ),
    (
        "/home/lessing/network/server/caseload.senco",
        EXT4,
        "ext4",
        Here,
    ),
    (
        "/home/lessing/Library/Application Support/Caseload/caseload.senco",
        0,
        "apfs",
        Here,
    ),
    (
        "/home/other/Library/CloudStorage/OneDrive-School/caseload.senco",
        0,
        "apfs",
        Here,
    ),
    // The cloud.
    (
        "/home/lessing/Library/CloudStorage/OneDrive-School/caseload.senco",
        0,
        "apfs",
        Cloud,
    ),
    (
        "/home/lessing/Library/CloudStorage/GoogleDrive-a@b.uk/caseload.senco",
        0,
        "apfs",
        Cloud,
    ),
    (
        "/home/lessing/Library/Mobile Documents/com~apple~CloudDocs/caseload.senco",
        0,
        "apfs",
        Cloud,
    ),
    (
        "/home/lessing/Dropbox/SEN/caseload.senco",
        EXT4,
        "ext4",
        Cloud,
    ),
    (
        "/home/lessing/OneDrive - Oakfield School/caseload.senco",
        EXT4,
        "ext4",
        Cloud,
    ),
    (
        "/home/lessing/drive/caseload.senco",
        FUSE,
        "fuse.rclone",
        Cloud,
    ),
    (
        "/home/lessing/drive/caseload.senco",
        FUSE,
        "fuse.onedriver",
        Cloud,
    ),
    (
        "/home/lessing/drive/caseload.senco",
        FUSE,
        "fuse.google-drive-ocamlfuse",
        Cloud,
    ),
    // Another computer.
    ("/mnt/staff/caseload.senco", 0x6969, "nfs4", Network),
    ("/mnt/staff/caseload.senco", 0xFF53_4D42, "cifs", Network),
    ("/mnt/staff/caseload.senco", 0xFE53_4D42, "smb3", Network),
    ("/mnt/staff/caseload.senco", 0x0102_1997, "9p", Network),
    ("/mnt/staff/caseload.senco", FUSE, "fuse.sshfs", Network),
    (
        "/run/user/1000/gvfs/smb-share:server=a/caseload.senco",
        FUSE,
        "fuse.gvfsd-fuse",
        Network,
    ),
    (
        "/home/lessing/unheard of/caseload.senco",
        FUSE,
        "fuse.of-tomorrow",
        Network,
    ),
    ("/Volumes/staff/caseload.senco", 0, "smbfs", Network),
];

/// As `/proc/self/mountinfo` has it.
const MOUNTS: &str = "\
25 30 0:23 / /proc rw,nosuid - proc proc rw
30 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
41 30 0:36 / /mnt/staff rw shared:2 - cifs //server/staff rw
42 30 0:37 / /mnt/staff\\040room rw - nfs4 server:/room rw
43 30 0:38 / /home/lessing/drive rw master:3 - fuse.rclone drive: rw
44 43 0:39 / /home/lessing/drive/local rw - ext4 /dev/sdb1 rw";

fn places(_: Size) -> Tally {
    let mut tally = Tally::default();
    let info =
        r#"{"personal": {"path": "/home/lessing/Dropbox", "host": 7}, "business": {"host": 8}}"#;
    let mut cloud_folders = location::dropbox_folders(info);
    tally.count(is(
        "Dropbox's own word",
        &cloud_folders,
        &[PathBuf::from("/home/lessing/Dropbox")].to_vec(),
    ));
    // As OneDrive's variable of the environment has it.
    cloud_folders.push(PathBuf::from("/home/lessing/OneDrive - Oakfield School"));
    for (path, magic, mounted_as, expected) in CASES {
        let facts = Facts {
            magic,
            mounted_as: mounted_as.to_owned(),
            cloud_folders: cloud_folders.clone(),
            home: Some(PathBuf::from(HOME)),
        };
        tally.count(is(path, &judge(Path::new(path), &facts), &expected));
    }
    for (path, expected) in [
        ("/home/lessing/caseload.senco", "ext4"),
        ("/mnt/staff/caseload.senco", "cifs"),
        ("/mnt/staff room/caseload.senco", "nfs4"),
        ("/home/lessing/drive/caseload.senco", "fuse.rclone"),
        ("/home/lessing/drive/local/caseload.senco", "ext4"),
    ] {
        let found = location::mounted_as(MOUNTS, Path::new(path));
        tally.count(is(path, &found.as_str(), &expected));
    }
    // What is said asks for something, and nothing is said without need.
    tally.count(is("words", &Here.words(), &None));
    for location in [Cloud, Network] {
        let words = location.words().unwrap_or_default();
        tally.count(is(
            "words",
            &words.contains("second place of your backups"),
            &true,
        ));
    }
    // This very computer's folder for what is passing is its own.
    let here = std::env::temp_dir().canonicalize().expect("a folder");
    tally.count(is(
        "the folder for what is passing",
        &location::of(&here),
        &Here,
    ));
    tally.remarking(
        "the systems' facts are given as they would tell them; Windows' shares only there",
    )
}

fn is<T: PartialEq + std::fmt::Debug>(what: &str, found: &T, expected: &T) -> Result<(), String> {
    if found == expected {
        Ok(())
    } else {
        Err(format!("{what}: {found:?} and not {expected:?}"))
    }
}
