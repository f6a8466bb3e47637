//! Bringing a backup back.

use std::fs;
use std::path::Path;

use caseload::domain::{Edit, Id, Pupil};
use caseload::store::backup::{Backup, BackupError, KeptAs, Restore};
use caseload::store::{Reserved, Sealed, Seed, Store, Unlock};

use super::{backed_up, made_in, names_in, now, opened, seed};

fn with_another_pupil(store: &mut Store) {
    let pupil = Pupil {
        forename: "Zuzanna".to_owned(),
        ..Pupil::new(Id::new(3), Id::new(1))
    };
    let added = Edit::new("Zuzanna added").put(pupil);
    store.apply(&added, None, now().to_utc()).unwrap();
}

fn restored(backup: &Backup, path: &Path, kept_as: KeptAs) -> Option<std::path::PathBuf> {
    let restore = Restore::prepare(backup, &seed(), path).unwrap();
    let place = Reserved::take(path, now()).unwrap();
    restore.carry_out(place, kept_as, now()).unwrap().1
}

#[test]
fn a_restored_caseload_is_what_it_was_and_the_one_of_before_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, path) = made_in(&folder.path().join("home"));
    let then = store.load().unwrap();
    let backup = backed_up(&store, &folder.path().join("backups"));
    with_another_pupil(&mut store);
    let before = store.load().unwrap();
    drop(store);

    let kept = restored(&backup, &path, KeptAs::BeforeRestore).unwrap();
    assert!(kept.ends_with("before-restore-2026-11-20T1602Z-lessing.senco"));
    assert_eq!(opened(&path).load().unwrap(), then);
    assert_eq!(opened(&kept).load().unwrap(), before);
    let second = restored(&backup, &path, KeptAs::Damaged).unwrap();
    assert!(second.ends_with("damaged-2026-11-20T1602Z-lessing.senco"));
    let third = restored(&backup, &path, KeptAs::Damaged).unwrap();
    assert!(third.ends_with("2-damaged-2026-11-20T1602Z-lessing.senco"));
    let caseloads: Vec<_> = names_in(path.parent().unwrap())
        .into_iter()
        .filter(|name| !name.ends_with(".lock") && !name.ends_with("-journal"))
        .collect();
    assert_eq!(
        caseloads,
        [
            "2-damaged-2026-11-20T1602Z-lessing.senco",
            "before-restore-2026-11-20T1602Z-lessing.senco",
            "damaged-2026-11-20T1602Z-lessing.senco",
            "lessing.senco",
        ]
    );
}

#[test]
fn a_journal_goes_with_its_own_file_and_is_never_played_into_the_restored_one() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, path) = made_in(folder.path());
    let then = store.load().unwrap();
    let backup = backed_up(&store, &folder.path().join("backups"));
    with_another_pupil(&mut store);
    let before = store.load().unwrap();
    drop(store);
    // A change that was cut off: the file half written, its journal beside it.
    let conn = Sealed::inspect(&path, now()).unwrap();
    let conn = (conn.open(&seed(), None).unwrap(), conn);
    conn.0
        .execute_batch(
            "PRAGMA cache_size = 2; BEGIN; CREATE TABLE big (a BLOB);
             INSERT INTO big WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
             SELECT randomblob(3000) FROM n",
        )
        .unwrap();
    let torn = fs::read(&path).unwrap();
    let journal = fs::read(path.with_extension("senco-journal")).unwrap();
    assert!(!journal.is_empty());
    drop(conn);
    fs::write(&path, &torn).unwrap();
    fs::write(path.with_extension("senco-journal"), &journal).unwrap();

    let kept = restored(&backup, &path, KeptAs::Damaged).unwrap();
    assert!(!path.with_extension("senco-journal").exists());
    assert_eq!(fs::read(&kept).unwrap(), torn);
    assert_eq!(
        fs::read(kept.with_extension("senco-journal")).unwrap(),
        journal
    );
    assert_eq!(opened(&path).load().unwrap(), then);
    // And the old file comes right again by its own.
    assert_eq!(opened(&kept).load().unwrap(), before);
}

#[test]
fn a_backup_comes_back_where_there_is_nothing_or_no_caseload() {
    let folder = tempfile::tempdir().unwrap();
    let (store, path) = made_in(folder.path());
    let then = store.load().unwrap();
    let backup = backed_up(&store, &folder.path().join("backups"));
    drop(store);
    let container = fs::read(&backup.path).unwrap();
    for found in [
        None,
        Some(vec![]),
        Some(b"rubbish".to_vec()),
        Some(container),
    ] {
        fs::remove_file(&path).unwrap();
        if let Some(bytes) = &found {
            fs::write(&path, bytes).unwrap();
        }
        let kept = restored(&backup, &path, KeptAs::Damaged);
        assert_eq!(kept.map(|kept| fs::read(kept).unwrap()), found);
        assert_eq!(opened(&path).load().unwrap(), then);
    }
    // To a folder that is not there yet, as on a new laptop.
    let new = folder.path().join("new/folder/caseload.senco");
    assert_eq!(restored(&backup, &new, KeptAs::BeforeRestore), None);
    assert_eq!(opened(&new).load().unwrap(), then);
}

#[test]
fn a_backup_is_never_opened_where_it_lies() {
    let folder = tempfile::tempdir().unwrap();
    let (store, path) = made_in(folder.path());
    let backup = backed_up(&store, &folder.path().join("backups"));
    drop(store);
    let renamed = folder.path().join("renamed.senco");
    fs::copy(&backup.path, &renamed).unwrap();
    fs::copy(&backup.path, &path).unwrap();
    let bytes = fs::read(&backup.path).unwrap();
    for copy in [&backup.path, &renamed, &path] {
        let refused = Sealed::inspect(copy, now()).unwrap_err();
        assert_eq!(refused.id(), "F08");
        assert!(
            refused
                .to_string()
                .contains("is a backup of Fri 20 Nov 2026, 16:02"),
            "{refused}"
        );
        assert_eq!(fs::read(copy).unwrap(), bytes);
    }
}

#[test]
fn what_can_not_be_brought_back_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (store, path) = made_in(&folder.path().join("home"));
    let backup = backed_up(&store, &folder.path().join("backups"));
    drop(store);
    let bytes = fs::read(&path).unwrap();
    let names = names_in(path.parent().unwrap());
    let wrong = Restore::prepare(&backup, &Seed::from_bytes([8; 16]), &path).unwrap_err();
    assert!(matches!(wrong, BackupError::WrongPassphrase { .. }));
    let unlock = Unlock::from_words("not the passphrase at all").unwrap();
    let seed_of_words = backup.seed(&unlock).unwrap();
    let wrong = Restore::prepare(&backup, &seed_of_words, &path).unwrap_err();
    assert!(matches!(wrong, BackupError::WrongPassphrase { .. }));

    let mut damaged = fs::read(&backup.path).unwrap();
    let last = damaged.len() - 1;
    damaged[last] ^= 1;
    fs::write(&backup.path, damaged).unwrap();
    let refused = Restore::prepare(&backup, &seed(), &path).unwrap_err();
    assert!(matches!(refused, BackupError::Damaged { .. }));
    assert_eq!(fs::read(&path).unwrap(), bytes);
    assert_eq!(names_in(path.parent().unwrap()), names);
}

#[test]
fn a_restore_that_was_cut_off_is_finished_by_the_next_opening() {
    let folder = tempfile::tempdir().unwrap();
    let (store, path) = made_in(folder.path());
    let then = store.load().unwrap();
    let backup = backed_up(&store, &folder.path().join("backups"));
    drop(store);
    // As after a kill: what counts is there, the file of before gone from its name already, or not.
    for is_moved in [false, true] {
        let restore = Restore::prepare(&backup, &seed(), &path).unwrap();
        let prepared = names_in(folder.path());
        let prepared = prepared.iter().find(|name| name.contains("restoring"));
        let prepared = folder.path().join(prepared.unwrap());
        let pending = path.with_extension("senco.restored");
        fs::create_dir(&pending).unwrap();
        fs::copy(prepared.join("database"), pending.join("database")).unwrap();
        fs::write(pending.join("kept-as"), format!("kept-{is_moved}.senco")).unwrap();
        drop(restore);
        let kept = folder.path().join(format!("kept-{is_moved}.senco"));
        if is_moved {
            fs::rename(&path, &kept).unwrap();
        }
        assert_eq!(opened(&path).load().unwrap(), then);
        assert!(kept.exists() && !pending.exists());
    }
}
