//! What can only be seen from another process: its death, and what it writes on the terminal.

use std::env;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use caseload::os::holder::Holder;
use caseload::store::open::page_check;
use caseload::store::{Sealed, Seed};

use super::{made_in, marker, now, opened};

const PATH: &str = "CASELOAD_TEST_PATH";

/// Runs one of the tests below marked `ignore` in a process of its own, on this file.
fn run(test: &str, path: &Path) -> Child {
    Command::new(env::current_exe().unwrap())
        .args([
            &format!("opening::child::{test}"),
            "--exact",
            "--ignored",
            "--nocapture",
        ])
        .env(PATH, path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
#[ignore = "a process that holds a file until it is killed; run by another test"]
fn holds_the_file() {
    let (_sealed, _connection) = opened(Path::new(&env::var_os(PATH).unwrap())).unwrap();
    println!("\nheld");
    std::io::stdin().read_to_end(&mut Vec::new()).unwrap();
}

#[test]
#[ignore = "a process killed in the middle of saving; run by another test"]
fn is_killed_while_saving() {
    let (_sealed, connection) = opened(Path::new(&env::var_os(PATH).unwrap())).unwrap();
    // So little memory for pages that the change reaches the file before it is committed.
    let half_done = "PRAGMA cache_size = 5; BEGIN; DELETE FROM planted;
        WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
        INSERT INTO planted SELECT hex(randomblob(200)) FROM n";
    connection.execute_batch(half_done).unwrap();
    println!("\nheld");
    std::io::stdin().read_to_end(&mut Vec::new()).unwrap();
}

#[cfg(unix)]
#[test]
#[ignore = "a process that asks for its memory to be kept private; run by another test"]
fn keeps_its_memory_private() {
    use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};

    caseload::os::limits::keep_memory_private().unwrap();
    assert_eq!(getrlimit(Resource::Core).maximum, Some(0));
    if cfg!(target_os = "linux") {
        assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
    }
}

#[test]
#[ignore = "a process that meets damage and wrong keys; run by another test"]
fn meets_damage() {
    let path = env::var_os(PATH).unwrap();
    let path = Path::new(&path);
    {
        let sealed = Sealed::inspect(path, now()).unwrap();
        assert_eq!(
            sealed
                .open(&Seed::from_bytes([8; 16]), None)
                .unwrap_err()
                .id(),
            "F13"
        );
    }
    let (_sealed, connection) = opened(path).unwrap();
    assert_eq!(page_check(&connection, path).unwrap_err().id(), "F14");
    assert!(
        connection
            .query_row("SELECT group_concat(text) FROM planted", [], |row| row
                .get::<_, String>(
                0
            ))
            .is_err()
    );
}

/// Waits until the process says that it is where it wants to be killed.
fn wait_until_held(child: &mut Child) {
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap() == "held"));
}

#[test]
fn a_file_in_use_is_refused_with_who_has_it_and_is_free_when_they_are_killed() {
    let folder = tempfile::tempdir().unwrap();
    let path = made_in(folder.path());
    let mut child = run("holds_the_file", &path);
    wait_until_held(&mut child);

    let who = folder.path().join("lessing.senco.who");
    let holder: Holder = serde_json::from_slice(&fs::read(&who).unwrap()).unwrap();
    assert_eq!(holder.pid, child.id());
    let refused = opened(&path).unwrap_err();
    assert_eq!(refused.id(), "F09");
    let where_and_who = holder.since_when_and_where(now());
    assert!(
        where_and_who.starts_with("since 14:02 on "),
        "{where_and_who}"
    );
    assert_eq!(
        refused.to_string(),
        format!(
            "{} has been open {where_and_who}. Close it there, then open it again here.",
            fs::canonicalize(&path).unwrap().display()
        )
    );
    // A second name of the same file has a lock of its own, so there it is SQLite that refuses.
    let twin = folder.path().join("twin.senco");
    fs::hard_link(&path, &twin).unwrap();
    assert_eq!(opened(&twin).unwrap_err().id(), "F09");

    child.kill().unwrap();
    child.wait().unwrap();
    assert!(who.exists());
    let (_sealed, connection) = opened(&path).unwrap();
    assert_eq!(marker(&connection), super::MARKER);
    let holder: Holder = serde_json::from_slice(&fs::read(&who).unwrap()).unwrap();
    assert_eq!(holder.pid, std::process::id());
}

#[test]
fn damage_and_wrong_keys_write_nothing_on_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let path = made_in(folder.path());
    let mut bytes = fs::read(&path).unwrap();
    let middle_of_the_long_text = bytes.len() - 2 * 4096 + 2000;
    bytes[middle_of_the_long_text] ^= 1;
    fs::write(&path, bytes).unwrap();
    let output = run("meets_damage", &path).wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 passed"));
}

#[test]
fn what_was_half_saved_at_a_kill_is_undone_at_the_next_opening() {
    let folder = tempfile::tempdir().unwrap();
    let path = made_in(folder.path());
    let before = fs::metadata(&path).unwrap().len();
    let mut child = run("is_killed_while_saving", &path);
    wait_until_held(&mut child);
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(fs::metadata(&path).unwrap().len() > before);
    assert!(
        fs::metadata(folder.path().join("lessing.senco-journal"))
            .unwrap()
            .len()
            > 0
    );
    // A power cut can leave part of a page at the end as well.
    fs::OpenOptions::new()
        .append(true)
        .open(&path)
        .unwrap()
        .write_all(&[1; 700])
        .unwrap();

    let (_sealed, connection) = opened(&path).unwrap();
    page_check(&connection, &path).unwrap();
    assert_eq!(marker(&connection), super::MARKER);
    let rows: i64 = connection
        .query_row("SELECT count(*) FROM planted", [], |row| row.get(0))
        .unwrap();
    assert_eq!(rows, 2);
    assert_eq!(fs::metadata(&path).unwrap().len(), before);
}

#[cfg(unix)]
#[test]
fn memory_is_kept_out_of_crash_dumps() {
    let output = run("keeps_its_memory_private", Path::new(""))
        .wait_with_output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
}
