//! A backup opened to be read, while the caseload itself is in use elsewhere.

use std::fs;
use std::path::{Path, PathBuf};

use caseload::store::{Sealed, Seed};

use crate::senco::{CODE, Senco};

/// A caseload that another program has, with one pupil jotted down since its backup.
fn in_use() -> (Senco, Sealed, Vec<u8>) {
    let senco = Senco::in_a_file()
        .does("<Esc><Ctrl+N>Tyler 3B<Tab><Tab>Asked for the ask-card<Ctrl+S><Esc><Ctrl+Q>");
    assert!(senco.has_left());
    let mut senco = senco.starts_again();
    let file = senco.home().join("caseload.senco");
    let bytes = fs::read(&file).unwrap();
    let other = Sealed::inspect(&file, senco.now()).unwrap();
    (senco, other, bytes)
}

fn copies(home: &Path) -> Vec<PathBuf> {
    let folder = fs::read_dir(home.join("reading"));
    let entries = folder.into_iter().flatten();
    entries.map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn who_finds_the_caseload_in_use_is_offered_the_newest_backup_to_read() {
    let (senco, other, bytes) = in_use();
    let file = other.path().to_owned();
    let settings = fs::read(senco.home().join("local.toml")).unwrap();
    let senco = senco
        .does("<Enter>")
        .sees("has been open")
        .sees("Ctrl+B, then o, opens the backup of")
        .does("<Ctrl+B>o")
        .sees("Read the backup of Mon 23 Nov 2026, 15:20")
        .picture("backup-to-be-read-80x24")
        .does("not the passphrase<Enter>")
        .sees("That is not the passphrase")
        .sees("tries")
        .does(&format!("<Ctrl+A>{CODE}<Enter>"))
        .sees("BACKUP of Mon 23 Nov 2026, 15:20: only to be read")
        .does("1")
        .sees("Tyler")
        .picture("backup-being-read-80x24");
    assert_eq!(senco.caseload().present().count(), 3);
    assert_eq!(copies(senco.home()).len(), 1);
    // Whatever is tried, nothing is changed, and it is said why.
    let only = "this is a backup, opened to be read";
    let senco = [
        "<Ctrl+N>",
        "n",
        "<Ctrl+Z>",
        "<Ctrl+Y>",
        "<Ctrl+B>",
        "<Ctrl+T>list.csv<Enter>",
    ]
    .iter()
    .fold(senco, |senco, keys| {
        senco.does("<Esc><Esc>").does(keys).sees(only)
    });
    // Closed by the lock, and gone.
    let senco = senco
        .does("<Ctrl+K>")
        .sees("Locked. The backup that was read is closed.");
    assert!(!senco.is_open());
    assert_eq!(copies(senco.home()), Vec::<PathBuf>::new());
    assert_eq!(fs::read(&file).unwrap(), bytes);
    // The laptop remembers the caseload and not the backup; but for the wrong passphrase, nothing is otherwise than before.
    let now = fs::read_to_string(senco.home().join("local.toml")).unwrap();
    assert!(!now.contains("reading"), "{now}");
    assert!(now.len() >= settings.len());
    drop(other);
    senco
        .does(&format!("<Enter>{CODE}<Enter><Esc>"))
        .sees("nothing is due");
}

#[test]
fn leaving_removes_the_copy_and_so_does_the_next_start_after_a_kill() {
    let (senco, other, _) = in_use();
    let reads = format!("<Ctrl+B>o{CODE}<Enter>");
    let senco = senco.does(&reads).sees("only to be read");
    // A folder that a program left which was killed.
    let left = senco.home().join("reading").join("reading-left");
    fs::create_dir(&left).unwrap();
    fs::write(left.join("database"), b"left").unwrap();
    let senco = senco.does("<Esc><Ctrl+Q>");
    assert!(senco.has_left());
    let senco = senco.starts_again();
    assert_eq!(copies(senco.home()), Vec::<PathBuf>::new());
    drop(other);
}

#[test]
fn two_may_read_one_backup_and_the_open_caseload_is_closed_first() {
    let (senco, other, _) = in_use();
    let reads = format!("<Ctrl+B>o{CODE}<Enter>");
    let senco = senco.does(&reads).sees("only to be read");
    let place = copies(senco.home()).remove(0);
    // Another window sweeps, and leaves alone what is open here.
    caseload::store::backup::Reading::sweep(place.parent().unwrap(), super::now());
    assert!(place.join("database").exists());
    let senco = senco.does("<Ctrl+K>");
    drop(other);
    senco
        .does(&format!("<Enter>{CODE}<Enter><Esc><Ctrl+B>o"))
        .sees("One caseload is open at a time");
}

#[test]
fn a_backup_that_is_read_is_never_written_to() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = super::made_in(&folder.path().join("home"));
    let backup = super::backed_up(&store, &folder.path().join("backups"));
    let bytes = fs::read(&backup.path).unwrap();
    let reading = folder.path().join("reading");
    let open =
        |seed: &Seed| caseload::store::backup::Reading::open(&backup, seed, &reading, super::now());
    let (read, held) = open(&super::seed()).unwrap();
    assert_eq!(read.load().unwrap(), store_of(store));
    drop(read);
    drop(held);
    assert_eq!(fs::read(&backup.path).unwrap(), bytes);
    let refused = open(&Seed::from_bytes([8; 16])).map(drop).unwrap_err();
    assert!(refused.to_string().contains("not the passphrase"));
    assert_eq!(fs::read_dir(&reading).unwrap().count(), 0);
}

fn store_of(store: caseload::store::Store) -> caseload::domain::Caseload {
    store.load().unwrap()
}

#[test]
fn what_was_being_typed_when_the_caseload_was_locked_waits_while_a_backup_is_read() {
    Senco::in_a_file()
        .does("<Esc><Ctrl+N>Tyler 3B<Tab><Tab>Asked for the ask-card<Ctrl+K>")
        .sees("Locked.")
        .does(&format!("<Ctrl+B>o{CODE}<Enter>"))
        .sees("only to be read")
        .does("<Esc><Ctrl+K>")
        .sees("The backup that was read is closed.")
        .does(&format!("<Enter>{CODE}<Enter><Esc>"))
        .sees("Asked for the ask-card");
}
