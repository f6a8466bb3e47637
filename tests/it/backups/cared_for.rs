//! What is done on the shelf after a backup was made.

use std::fs;
use std::path::Path;

use caseload::store::backup::{Backup, Care, Shelf, Why};
use chrono::{DateTime, Duration, FixedOffset};

use super::{made_in, names_in, now, seed};

/// Makes a backup at this time, and takes care of the shelf as the program does.
fn kept(
    store: &caseload::store::Store,
    shelves: &Path,
    second: Option<&Path>,
    now: DateTime<FixedOffset>,
) -> Backup {
    let snapshot = store.snapshot(shelves, Why::Closing, now).unwrap();
    let backup = snapshot.shelve().unwrap();
    let care = Care {
        second: second.map(Path::to_owned),
        terms: Vec::new(),
        now,
    };
    care.take(&backup, &seed());
    backup
}

#[test]
fn a_restore_is_rehearsed_at_once_and_then_once_a_week() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = made_in(folder.path());
    let shelves = folder.path().join("backups");
    for (days, proven) in [(0, 0), (6, 0), (7, 7), (8, 7)] {
        let backup = kept(&store, &shelves, None, now() + Duration::days(days));
        let shelf = Shelf::of(&shelves, &backup.manifest.contents.caseload);
        assert_eq!(shelf.book().proven_at, Some(now() + Duration::days(proven)));
        // Nothing is left of the rehearsal.
        let all_of_ours = names_in(shelf.folder())
            .into_iter()
            .all(|name| name == "book.toml" || name.ends_with(".sencobak"));
        assert!(all_of_ours);
    }
}

#[test]
fn the_second_place_is_written_to_at_most_hourly_and_says_when_it_can_not_be() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = made_in(folder.path());
    let shelves = folder.path().join("backups");
    let place = folder.path().join("OneDrive");
    let first = kept(&store, &shelves, Some(&place), now());
    let shelf = Shelf::of(&shelves, &first.manifest.contents.caseload);
    let trouble = shelf.book().second_trouble.unwrap();
    assert!(
        trouble.contains("OneDrive can't be used: it is not there."),
        "{trouble}"
    );

    fs::create_dir(&place).unwrap();
    for minutes in [1, 30, 61] {
        kept(
            &store,
            &shelves,
            Some(&place),
            now() + Duration::minutes(minutes),
        );
    }
    assert_eq!(shelf.book().second_trouble, None);
    assert_eq!(shelf.book().second_at, Some(now() + Duration::minutes(61)));
    let inner = place.join(&names_in(&place)[0]);
    assert_eq!(
        names_in(&inner),
        [
            "g000003-2026-11-20T1603Z.sencobak",
            "g000005-2026-11-20T1703Z.sencobak"
        ]
    );
    for name in names_in(&inner) {
        Backup::read(&inner.join(name)).unwrap().prove().unwrap();
    }
}

#[test]
fn old_backups_go_but_never_for_one_that_is_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = made_in(folder.path());
    let shelves = folder.path().join("backups");
    let backups: Vec<_> = (0..4)
        .map(|number| kept(&store, &shelves, None, now() + Duration::minutes(number)))
        .collect();
    assert!(backups.iter().all(|backup| backup.path.exists()));
    // Three days on, the newest of that day would do; it is damaged, so the one before it stands in.
    let mut bytes = fs::read(&backups[3].path).unwrap();
    bytes[9000] ^= 1;
    fs::write(&backups[3].path, bytes).unwrap();
    kept(&store, &shelves, None, now() + Duration::days(3));
    let there: Vec<_> = backups.iter().map(|backup| backup.path.exists()).collect();
    assert_eq!(there, [false, false, true, true]);
}
