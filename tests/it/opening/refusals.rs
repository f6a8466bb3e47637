//! What will not be opened or made, and what is said about it.

use std::fs;
use std::path::Path;

use caseload::store::open::page_check;
use caseload::store::{Salt, Sealed, Seed};

use super::{SALT, made_in, marker, names_in, now, opened, seed};

/// Random enough for the start of a caseload.
const NOISE: [u8; 16] = *b"\x4e\xd1\xad\xcd\xbf\xb4\xcd\xe6\x35\xfc\xe8\x47\xe2\xcc\xfa\xf7";

fn starting(start: &[u8], length: usize) -> Vec<u8> {
    let mut bytes = start.to_vec();
    bytes.resize(length, b'\n');
    bytes
}

#[test]
fn what_is_no_caseload_is_told_apart_and_left_alone() {
    let cases: [(&str, Vec<u8>, &str, &str); 11] = [
        ("empty", vec![], "F02", "is empty (0 bytes)"),
        ("stub", NOISE[..9].to_vec(), "F03", "is incomplete"),
        ("short", starting(&NOISE, 4095), "F03", "is incomplete"),
        ("ragged", starting(&NOISE, 10_000), "F03", "is incomplete"),
        (
            "letter",
            b"Dear Mrs Lessing,\n".to_vec(),
            "F06",
            "it looks like a text file.",
        ),
        (
            "list",
            starting(b"Surname,Forename,UPN\n", 8192),
            "F06",
            "it looks like a text file.",
        ),
        (
            "book",
            starting(b"PK\x03\x04\x14\0\x06\0", 8192),
            "F06",
            "it looks like a Word, Excel or zip file.",
        ),
        (
            "form",
            starting(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3", 5000),
            "F06",
            "it looks like a PDF.",
        ),
        (
            "zeros",
            vec![0; 8192],
            "F06",
            "it looks like a file of nothing but zeros.",
        ),
        (
            "plain",
            starting(b"SQLite format 3\0", 8192),
            "F07",
            "is an unencrypted database",
        ),
        (
            "noise",
            starting(&NOISE, 8192),
            "F13",
            "The passphrase did not open ",
        ),
    ];
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes, id, words) in cases {
        let path = folder.path().join(name);
        fs::write(&path, &bytes).unwrap();
        let refused = opened(&path).unwrap_err();
        assert_eq!(refused.id(), id, "{refused}");
        assert!(refused.to_string().contains(words), "{refused}");
        assert!(refused.to_string().contains(name), "{refused}");
        assert_eq!(fs::read(&path).unwrap(), bytes, "{name}");
    }
    assert!(
        names_in(folder.path())
            .iter()
            .all(|name| !name.ends_with(".who") && !name.ends_with("-journal"))
    );
}

#[test]
fn what_is_not_there_or_no_file_is_refused_and_nothing_is_made() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("caseloads")).unwrap();
    let refused = |path: &Path| opened(path).unwrap_err();
    let missing = refused(&folder.path().join("lessing.senco"));
    assert_eq!(missing.id(), "F01");
    assert!(missing.to_string().ends_with(
        "lessing.senco is not there. If it was moved, open it where it is now; if it lies on another drive or a network, check that this is connected."
    ));
    assert_eq!(
        refused(&folder.path().join("nowhere/lessing.senco")).id(),
        "F01"
    );
    assert_eq!(refused(&folder.path().join("caseloads")).id(), "F05");
    assert_eq!(
        refused(Path::new("/dev/null")).id(),
        if cfg!(unix) { "F05" } else { "F01" }
    );
    assert_eq!(names_in(folder.path()), ["caseloads"]);
}

#[test]
fn a_wrong_passphrase_is_told_from_damage_when_the_check_value_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let path = made_in(folder.path());
    let known = Some(seed().check_value());
    let wrong = Seed::from_bytes([8; 16]);
    let id = |seed: &Seed, expected| {
        Sealed::inspect(&path, now())
            .unwrap()
            .open(seed, expected)
            .map(|_| ())
            .map_err(|refused| refused.id())
    };
    assert_eq!(id(&seed(), known), Ok(()));
    assert_eq!(id(&wrong, known), Err("F11"));
    assert_eq!(id(&wrong, None), Err("F13"));

    let whole = fs::read(&path).unwrap();
    // One bit of the salt, and one of the rest of page 1.
    for place in [5, 3000] {
        let mut bytes = whole.clone();
        bytes[place] ^= 0x80;
        fs::write(&path, &bytes).unwrap();
        assert_eq!(id(&seed(), known), Err("F12"), "{place}");
        assert_eq!(id(&wrong, known), Err("F11"), "{place}");
        assert_eq!(id(&seed(), None), Err("F13"), "{place}");
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
}

#[test]
fn the_page_check_counts_what_was_changed() {
    let folder = tempfile::tempdir().unwrap();
    let path = made_in(folder.path());
    let whole = fs::read(&path).unwrap();
    let pages = whole.len() / 4096;
    assert!(pages > 4);
    let check = || {
        let (_sealed, connection) = opened(&path)?;
        page_check(&connection, &path)
    };
    for page in (1..pages).rev().step_by(pages.div_ceil(10)) {
        let mut bytes = whole.clone();
        bytes[page * 4096 + (131 * page) % 4096] ^= 1 << (page % 8);
        fs::write(&path, &bytes).unwrap();
        let refused = check().unwrap_err();
        assert_eq!(refused.id(), "F14", "{refused}");
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
    let mut swapped = whole.clone();
    swapped[4096..12288].rotate_left(4096);
    fs::write(&path, &swapped).unwrap();
    let told = check().unwrap_err().to_string();
    assert!(
        told.contains(&format!(
            "is damaged: 2 of its {pages} pages are not what was written."
        )),
        "{told}"
    );

    let junk = starting(&whole, whole.len() + 4096);
    fs::write(&path, &junk).unwrap();
    assert_eq!(check().unwrap_err().id(), "F14");
    fs::write(&path, &whole[..whole.len() - 4096]).unwrap();
    assert_eq!(check().unwrap_err().id(), "F14");
    fs::write(&path, &whole).unwrap();
    check().unwrap();
}

#[test]
fn a_newer_format_is_refused_without_a_byte_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = made_in(folder.path());
    {
        let (_sealed, connection) = opened(&path).unwrap();
        connection
            .pragma_update(None, "user_version", 2007)
            .unwrap();
    }
    let before = (
        fs::read(&path).unwrap(),
        fs::metadata(&path).unwrap().modified().unwrap(),
        names_in(folder.path()),
    );
    let refused = opened(&path).unwrap_err();
    assert_eq!(refused.id(), "F15");
    assert!(refused.to_string().ends_with(
        "needs a newer version of Caseload (its format is 2; this version knows up to 1). Nothing was changed. Install the newest version and open it again."
    ));
    let after = (
        fs::read(&path).unwrap(),
        fs::metadata(&path).unwrap().modified().unwrap(),
        names_in(folder.path()),
    );
    assert!(before == after);
}

#[test]
fn another_programs_file_is_refused_though_its_key_fits() {
    let folder = tempfile::tempdir().unwrap();
    let path = made_in(folder.path());
    {
        let (_sealed, connection) = opened(&path).unwrap();
        connection.pragma_update(None, "application_id", 0).unwrap();
    }
    assert_eq!(opened(&path).unwrap_err().id(), "F06");
}

#[test]
fn nothing_is_ever_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let create = |name: &str| {
        Sealed::create(
            &folder.path().join(name),
            Salt::from_bytes(SALT),
            &seed(),
            now(),
        )
        .map(|_| ())
        .map_err(|refused| refused.id())
    };
    fs::write(folder.path().join("letter"), "Dear").unwrap();
    fs::write(folder.path().join("nothing"), "").unwrap();
    fs::create_dir(folder.path().join("folder")).unwrap();
    for name in ["letter", "nothing", "folder"] {
        assert_eq!(create(name), Err("F17"), "{name}");
    }
    assert_eq!(fs::read(folder.path().join("letter")).unwrap(), b"Dear");
    // A journal would be played into whatever comes to lie beside it.
    for ending in ["-journal", "-wal"] {
        fs::write(
            folder.path().join(format!("gone.senco{ending}")),
            "pages of a file that is gone",
        )
        .unwrap();
        assert_eq!(create("gone.senco"), Err("F18"));
        fs::write(folder.path().join(format!("gone.senco{ending}")), "").unwrap();
    }
    assert!(
        !names_in(folder.path())
            .iter()
            .any(|name| name == "gone.senco" || name.starts_with('.'))
    );
    assert_eq!(create("gone.senco"), Ok(()));
}

#[test]
fn a_write_ahead_log_laid_beside_a_file_is_not_played_into_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = made_in(folder.path());
    fs::write(folder.path().join("lessing.senco-wal"), [1; 8192]).unwrap();
    let refused = opened(&path).unwrap_err();
    assert_eq!(refused.id(), "F18");
    assert!(
        refused.to_string().contains("lessing.senco-wal lies where"),
        "{refused}"
    );
}

#[cfg(unix)]
#[test]
fn every_way_to_a_file_meets_the_same_lock() {
    let folder = tempfile::tempdir().unwrap();
    let path = made_in(folder.path());
    let linked_folder = folder.path().join("linked");
    std::os::unix::fs::symlink(folder.path(), &linked_folder).unwrap();
    std::os::unix::fs::symlink(&path, folder.path().join("shortcut")).unwrap();
    let ways = [
        linked_folder.join("lessing.senco"),
        folder.path().join("shortcut"),
        folder.path().join("linked/./lessing.senco"),
    ];
    for way in &ways {
        let (_sealed, connection) = opened(way).unwrap();
        assert_eq!(marker(&connection), super::MARKER);
        for other in ways.iter().chain([&path]) {
            assert_eq!(opened(other).unwrap_err().id(), "F09", "{way:?} {other:?}");
        }
    }
}
