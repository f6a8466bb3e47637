//! Backups on the screen: made without being asked, listed without the passphrase, brought back by following the screen.

use std::fs;
use std::path::PathBuf;

use chrono::Duration;

use crate::senco::{CODE, Senco};

/// The backups on the only shelf, in their order.
fn shelved(senco: &Senco) -> Vec<PathBuf> {
    let mut shelves = fs::read_dir(senco.home().join("backups")).unwrap();
    let shelf = shelves.next().unwrap().unwrap().path();
    assert!(shelves.next().is_none());
    let files = fs::read_dir(shelf).unwrap();
    let mut paths: Vec<_> = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "sencobak"))
        .collect();
    paths.sort();
    paths
}

/// Jots something down: a change.
fn jots(senco: Senco, words: &str) -> Senco {
    senco.does(&format!("<Esc><Ctrl+N>Tyler 3B<Tab><Tab>{words}<Ctrl+S>"))
}

#[test]
fn backups_are_made_at_opening_after_half_an_hour_of_work_and_at_leaving() {
    let senco = Senco::in_a_file();
    assert_eq!(
        shelved(&senco).len(),
        1,
        "what was just opened has no backup yet"
    );
    // Nothing was changed: nothing is made, however long it stands open.
    let senco = senco.waits(Duration::hours(5));
    assert_eq!(shelved(&senco).len(), 1);

    let senco = jots(senco, "Asked for the ask-card").sees("Saved");
    let senco = senco.waits(Duration::minutes(29));
    assert_eq!(shelved(&senco).len(), 1);
    let senco = senco.waits(Duration::minutes(1));
    assert_eq!(shelved(&senco).len(), 2);
    let senco = senco.waits(Duration::hours(2));
    assert_eq!(shelved(&senco).len(), 2);

    let senco = jots(senco, "Left the room").does("<Ctrl+Q>");
    assert!(senco.has_left());
    assert_eq!(shelved(&senco).len(), 3);
    // Opened again as it was left: the newest backup has it all.
    let senco = senco.starts_again().does(&format!("<Enter>{CODE}<Enter>"));
    assert_eq!(shelved(&senco).len(), 3);
    let senco = senco.does("<Esc><Ctrl+Q>");
    assert_eq!(shelved(&senco).len(), 3);
}

#[test]
fn locking_backs_up_too() {
    let senco = jots(Senco::in_a_file(), "Asked for the ask-card")
        .does("<Ctrl+K>")
        .sees("Locked.");
    assert_eq!(shelved(&senco).len(), 2);
}

#[test]
fn the_backups_are_listed_and_one_is_made_by_a_key() {
    let senco = jots(Senco::in_a_file(), "Asked for the ask-card")
        .waits(Duration::minutes(31))
        .does("<Ctrl+B>")
        .sees("Backups (2)")
        .picture("backups-80x24")
        .does("n")
        .sees("Backed up and checked: Mon 23 Nov 2026, 15:51")
        .sees("Backups (3)");
    assert_eq!(shelved(&senco).len(), 3);
    senco.at(120, 40).picture("backups-120x40");
}

#[test]
fn a_backup_is_brought_back_and_today_is_kept() {
    let senco = Senco::in_a_file();
    let before = senco.caseload().clone();
    let senco = jots(senco, "Asked for the ask-card");
    let jotted = senco.caseload().clone();
    assert_ne!(before, jotted);
    let senco = senco
        .does("<Ctrl+B><Enter>")
        .sees("Bring this backup back?")
        .picture("backups-question-80x24")
        .does("y<Esc>")
        .sees("Brought back: the caseload of Mon 23 Nov 2026, 15:20.")
        .sees("before-restore-2026-11-23T1520Z-caseload.senco")
        .kept();
    assert_eq!(*senco.caseload(), before);
    // What was undone by that is a backup as well, made just before.
    let senco = senco
        .does("<Ctrl+B>")
        .sees("before restore")
        .does("<Down><Enter>y<Esc>");
    assert_eq!(*senco.kept().caseload(), jotted);
}

#[test]
fn no_leaves_everything_as_it_is() {
    let senco = jots(Senco::in_a_file(), "Asked for the ask-card");
    let jotted = senco.caseload().clone();
    let senco = senco.does("<Ctrl+B><Enter>n").sees("Backups (1)");
    assert_eq!(*senco.kept().caseload(), jotted);
}

#[test]
fn before_the_caseload_is_open_backups_are_listed_without_the_passphrase_and_brought_back() {
    let senco = Senco::in_a_file().does("<Esc><Ctrl+Q>").starts_again();
    let file = senco.home().join("caseload.senco");
    fs::write(&file, b"").unwrap();
    let senco = senco
        .does("<Enter>")
        .sees("is empty (0 bytes)")
        .does("<Down><Down><Down><Down><Enter>")
        .sees("Backups (1)")
        .sees_no("n make one")
        .picture("backups-at-the-gate-80x24")
        .does("<Enter>y")
        .sees("Type the passphrase the caseload had on that day")
        .does("not the passphrase<Enter>")
        .sees("That is not the passphrase")
        .does(&format!("<Ctrl+A>{CODE}<Enter><Esc>"))
        .sees("damaged-2026-11-23T1520Z-caseload.senco");
    assert_eq!(senco.caseload().present().count(), 2);
    let kept = senco.home().join("damaged-2026-11-23T1520Z-caseload.senco");
    assert_eq!(fs::read(kept).unwrap(), b"");
}

#[test]
fn a_backup_opened_as_a_caseload_asks_whether_to_bring_it_back() {
    let senco = Senco::in_a_file().does("<Esc><Ctrl+Q>").starts_again();
    let backup = shelved(&senco).remove(0);
    fs::copy(backup, senco.home().join("caseload.senco")).unwrap();
    let senco = senco
        .does("<Enter>")
        .sees("Bring this backup back?")
        .does(&format!("y{CODE}<Enter><Esc>"))
        .sees("Brought back");
    assert_eq!(senco.caseload().present().count(), 2);
}

#[test]
fn a_backup_on_a_stick_comes_back_on_a_new_laptop() {
    let senco = Senco::in_a_file();
    let backup = shelved(&senco).remove(0);
    let new = Senco::new().starts_again();
    let stick = new.home().join("stick.sencobak");
    fs::copy(backup, &stick).unwrap();
    let new = new
        .does(&format!("<Down><Down><Enter>{}<Enter>", stick.display()))
        .sees("Bring this backup back?")
        .does(&format!("y{CODE}<Enter><Esc>"))
        .sees("Brought back");
    assert_eq!(new.caseload().present().count(), 2);
    assert!(new.home().join("caseload.senco").exists());
    assert!(stick.exists());
}

#[test]
fn a_damaged_backup_says_so_and_can_not_be_chosen() {
    let senco = Senco::in_a_file();
    let backup = shelved(&senco).remove(0);
    let mut bytes = fs::read(&backup).unwrap();
    bytes[20_000] ^= 1;
    fs::write(&backup, bytes).unwrap();
    senco
        .does("<Esc><Ctrl+B>")
        .sees("! damaged")
        .does("<Enter>")
        .sees("This backup is damaged.");
}

#[test]
fn the_stick_is_asked_for_written_and_remembered() {
    let senco = Senco::in_a_file().waits(Duration::days(9));
    let stick = senco.home().join("stick");
    let senco = senco
        .does("<Esc><Ctrl+B>")
        .sees("~ none yet: c writes one")
        .does("c")
        .picture("backups-stick-80x24")
        .does(&format!("{}<Enter>", stick.display()))
        .sees("There is no folder");
    fs::create_dir(&stick).unwrap();
    // What was typed is still there.
    let senco = senco
        .does("<Enter>")
        .sees("Written and read back:")
        .sees("on this laptop's own disk")
        .sees("+ Wed 2 Dec, today")
        .waits(Duration::days(9))
        .does("<Esc><Ctrl+B>")
        .sees("~ Wed 2 Dec, 9 days ago: c writes one")
        .waits(Duration::days(9))
        .does("<Esc><Ctrl+B>")
        .sees("! Wed 2 Dec, 18 days ago: c writes one");
    assert_eq!(fs::read_dir(&stick).unwrap().count(), 1);
    drop(senco);
}

#[test]
fn a_late_stick_is_reminded_of_once_a_week() {
    let reminds = "No backup was copied to a stick for";
    let senco = Senco::in_a_file()
        .waits(Duration::days(14))
        .does("0")
        .sees_no(reminds)
        .waits(Duration::days(1))
        .does("0")
        .sees(&format!("{reminds} 15 days. Ctrl+B, then c,"))
        .waits(Duration::days(6))
        .does("0")
        .sees_no(reminds)
        .waits(Duration::days(1))
        .does("0")
        .sees(&format!("{reminds} 22 days"));
    drop(senco);
}

#[test]
fn a_second_place_is_named_and_written_to_when_the_caseload_is_left() {
    let senco = Senco::in_a_file();
    let place = senco.home().join("OneDrive");
    let senco = senco
        .does(&format!("<Esc><Ctrl+B>f{}<Enter>", place.display()))
        .sees("There is no folder");
    fs::create_dir(&place).unwrap();
    let senco = senco
        .does(&format!("{}<Enter>", place.display()))
        .sees("a copy goes to")
        .sees("on this laptop's own disk")
        .sees("~ written when you next leave");
    // What was promised is done though nothing was changed.
    let senco = senco.does("<Ctrl+Q>");
    assert!(senco.has_left());
    assert_eq!(copies_in(&place), 1);
    let other = senco.home().join("School drive");
    fs::create_dir(&other).unwrap();
    let senco = senco
        .starts_again()
        .does(&format!("<Enter>{CODE}<Enter><Esc><Ctrl+B>"))
        .sees("+ Mon 23 Nov, 15:20:")
        // Another place has none yet, however new the copy in the first is.
        .does(&format!("f{}<Enter>", other.display()))
        .sees("~ written when you next leave")
        .does("<Ctrl+K>");
    assert!(!senco.is_open());
    assert_eq!((copies_in(&place), copies_in(&other)), (1, 1));
}

/// How many backups a second place has.
fn copies_in(place: &std::path::Path) -> usize {
    let inner = fs::read_dir(place).unwrap().next().unwrap().unwrap();
    fs::read_dir(inner.path()).unwrap().count()
}

#[test]
fn the_made_up_school_is_not_backed_up() {
    let senco = Senco::in_a_file().does("<Esc><Ctrl+Q>").starts_again();
    let senco = senco
        .does("<Down><Down><Enter><Esc>")
        .does("<Ctrl+B>")
        .sees("The made-up school is not backed up");
    assert_eq!(shelved(&senco).len(), 1);
}

#[test]
fn what_can_not_be_backed_up_is_said_and_leaving_is_asked_for_twice() {
    let senco = jots(Senco::in_a_file(), "Asked for the ask-card");
    // A file where the shelf should be.
    let shelves = senco.home().join("backups");
    fs::remove_dir_all(&shelves).unwrap();
    fs::write(&shelves, b"").unwrap();
    let senco = senco
        .does("<Ctrl+Q>")
        .sees("Not backed up")
        .sees("Ctrl+Q again leaves without a backup");
    assert!(!senco.has_left());
    let senco = senco.does("0<Ctrl+Q>");
    assert!(!senco.has_left(), "something else was done in between");
    assert!(senco.does("<Ctrl+Q>").has_left());
}

#[test]
fn an_import_is_backed_up_first_or_not_done() {
    let senco = Senco::in_a_file();
    let list = senco.home().join("list.csv");
    fs::write(
        &list,
        "UPN,Surname,Forename,Year,SEN status\nA823000000001,Newcomer,Nia,4,K\n",
    )
    .unwrap();
    let typed = format!("<Esc><Ctrl+T>{}<Enter><Ctrl+S>", list.display());
    let senco = senco.does(&typed).sees("Saved");
    assert_eq!(shelved(&senco).len(), 2);
    senco.does("<Ctrl+B>").sees("before import");
}
