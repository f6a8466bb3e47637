//! Making a backup, and telling a good one.

use std::fs;
use std::path::Path;

use caseload::store::backup::{Backup, BackupError, Shelf, Why};
use caseload::store::{Salt, Sealed, Seed, Store, open};
use sha2::{Digest as _, Sha256};

use super::{MARKER, SALT, backed_up, made_in, now, seed};

fn holds(path: &Path, words: &str) -> bool {
    let bytes = fs::read(path).unwrap();
    bytes
        .windows(words.len())
        .any(|window| window == words.as_bytes())
}

#[test]
fn a_backup_says_what_it_is_without_the_passphrase_and_names_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = made_in(folder.path());
    let shelves = folder.path().join("backups");
    let backup = backed_up(&store, &shelves);
    assert!(backup.path.ends_with("g000002-2026-11-20T1602Z.sencobak"));
    let manifest = Backup::read(&backup.path).unwrap().manifest;
    assert_eq!(manifest.contents.pupils(), 1);
    assert_eq!(manifest.contents.generation, 2);
    assert_eq!((manifest.why, manifest.made_at), (Why::Asked, now()));
    assert!(!holds(&backup.path, MARKER));
    assert!(holds(&backup.path, "\"why\":\"asked\""));
    assert!(
        holds(&backup.path, "salt of a file!"),
        "the copy keeps the salt, or its passphrase would not open it"
    );
    // Nothing but the backup is left of its making.
    let shelf = Shelf::of(&shelves, &manifest.contents.caseload);
    assert_eq!(fs::read_dir(shelf.folder()).unwrap().count(), 1);
    assert_eq!(shelf.backups(), (vec![backup], Vec::new()));
}

#[test]
fn a_caseload_keeps_its_shelf_and_its_order_however_much_it_changes() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _) = made_in(folder.path());
    let shelves = folder.path().join("backups");
    let first = backed_up(&store, &shelves).manifest;
    store.undo().unwrap();
    let undone = backed_up(&store, &shelves).manifest;
    store.redo().unwrap();
    let redone = backed_up(&store, &shelves).manifest;
    assert_eq!(
        [first.sequence, undone.sequence, redone.sequence],
        [2, 3, 4]
    );
    assert_eq!(first.contents, redone.contents);
    assert_ne!(first.contents.head, undone.contents.head);
    assert_eq!(first.contents.caseload, undone.contents.caseload);
    assert_eq!(Shelf::all(&shelves).len(), 1);
}

#[test]
fn a_copy_that_was_changed_before_it_was_checked_is_no_backup() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = made_in(folder.path());
    let shelves = folder.path().join("backups");
    for at in [0, 100, 9000, 50_000] {
        let snapshot = store.snapshot(&shelves, Why::Asked, now()).unwrap();
        let copy = snapshot.copy();
        let mut bytes = fs::read(&copy).unwrap();
        bytes[at] ^= 1;
        fs::write(&copy, bytes).unwrap();
        assert_eq!(
            snapshot.shelve().unwrap_err(),
            BackupError::NotGood,
            "byte {at}"
        );
    }
    backed_up(&store, &shelves);
    let shelf = Shelf::all(&shelves).remove(0);
    assert_eq!(shelf.backups().0.len(), 1);
}

#[test]
fn a_backup_that_was_damaged_or_altered_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = made_in(folder.path());
    let shelves = folder.path().join("backups");
    let backup = backed_up(&store, &shelves);
    backup.prove().unwrap();
    backup.authenticate(&seed()).unwrap();
    let wrong = backup.authenticate(&Seed::from_bytes([8; 16])).unwrap_err();
    assert!(matches!(wrong, BackupError::WrongPassphrase { .. }));

    let bytes = fs::read(&backup.path).unwrap();
    // Any bit of what it says.
    let database = bytes.len() - usize::try_from(backup.manifest.bytes).unwrap();
    for at in 0..database {
        let mut altered = bytes.clone();
        altered[at] ^= 4;
        fs::write(&backup.path, &altered).unwrap();
        assert!(Backup::read(&backup.path).is_err(), "byte {at}");
    }
    // What it says, with a hash that fits: only the seal tells.
    let hash = database - 32;
    let says = b"\"generation\":2";
    let found = bytes.windows(says.len()).position(|words| words == says);
    let mut altered = bytes.clone();
    altered[found.unwrap() + says.len() - 1] = b'9';
    let fits: [u8; 32] = Sha256::digest(&altered[..hash]).into();
    altered[hash..database].copy_from_slice(&fits);
    fs::write(&backup.path, &altered).unwrap();
    let read = Backup::read(&backup.path).unwrap();
    assert_eq!(read.manifest.contents.generation, 9);
    read.prove().unwrap();
    assert!(matches!(
        read.authenticate(&seed()),
        Err(BackupError::Damaged { .. })
    ));
    // The database altered, cut short, or longer.
    for damage in [
        [&bytes[..bytes.len() - 1], &[!bytes[bytes.len() - 1]]].concat(),
        bytes[..bytes.len() - 1].to_vec(),
        [bytes.as_slice(), b"x"].concat(),
    ] {
        fs::write(&backup.path, damage).unwrap();
        let read = Backup::read(&backup.path).unwrap();
        assert!(matches!(read.prove(), Err(BackupError::Damaged { .. })));
    }
    // Nothing left but a start, at every length.
    for length in 0..database {
        fs::write(&backup.path, &bytes[..length]).unwrap();
        assert!(Backup::read(&backup.path).is_err(), "{length}");
    }
}

#[test]
fn a_copy_opens_as_a_caseload_by_the_same_secret_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = made_in(folder.path());
    let snapshot = store
        .snapshot(&folder.path().join("backups"), Why::Asked, now())
        .unwrap();
    let sealed = Sealed::inspect(&snapshot.copy(), now()).unwrap();
    assert_eq!(sealed.salt(), &Salt::from_bytes(SALT));
    let conn = open::open_sealed(&sealed, &seed(), None).unwrap();
    let copy = Store::unsealed(sealed, conn, &seed());
    assert_eq!(copy.load().unwrap(), store.load().unwrap());
}

#[cfg(unix)]
#[test]
fn backups_are_for_their_user_alone() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    let (store, _) = made_in(folder.path());
    let shelves = folder.path().join("backups");
    let snapshot = store.snapshot(&shelves, Why::Asked, now()).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&snapshot.copy()), 0o600);
    let backup = snapshot.shelve().unwrap();
    assert_eq!(mode(&backup.path), 0o600);
    assert_eq!(mode(backup.path.parent().unwrap()), 0o700);
    assert_eq!(mode(&shelves), 0o700);
}

#[test]
fn a_file_is_backed_up_before_it_is_brought_up_to_date_and_once_only() {
    let folder = tempfile::tempdir().unwrap();
    let (store, path) = made_in(folder.path());
    drop(store);
    let shelves = folder.path().join("backups");
    let sealed = Sealed::inspect(&path, now()).unwrap();
    // The upgrade can't be done, as when the disk is full in the middle of it: the tables are there already.
    let conn = sealed.open(&seed(), None).unwrap();
    conn.pragma_update(None, "user_version", 1000).unwrap();
    drop(conn);
    for _ in 0..3 {
        open::open_backed_up(&sealed, &seed(), None, &shelves, now()).unwrap_err();
        let (backups, _) = Shelf::all(&shelves).remove(0).backups();
        assert_eq!(backups.len(), 1);
        assert_eq!(backups[0].manifest.why, Why::BeforeUpgrade);
        assert_eq!(backups[0].manifest.contents.schema, 1000);
    }
    fs::remove_dir_all(&shelves).unwrap();
    fs::write(&shelves, b"").unwrap();
    let refused = open::open_backed_up(&sealed, &seed(), None, &shelves, now()).unwrap_err();
    assert_eq!(refused.id(), "F22", "{refused}");
}
