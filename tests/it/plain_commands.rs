//! The plain commands, as scripts run them: their output, their JSON and their exit statuses.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A home with a passphrase file, and a caseload in it.
struct Desk {
    home: TempDir,
}

impl Desk {
    fn new(what: &[&str]) -> Self {
        let desk = Self {
            home: tempfile::tempdir().expect("a folder"),
        };
        std::fs::write(desk.path("passphrase"), "five words for a script\n").expect("a file");
        let made = desk.run(what);
        assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
        desk
    }

    /// A new caseload with nobody in it.
    fn empty() -> Self {
        Self::new(&["new", "--school", "Oakfield", "--senco", "Mrs Ward"])
    }

    /// The made-up school.
    fn demo() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        std::fs::write(home.path().join("passphrase"), "five words for a script\n")
            .expect("a file");
        let desk = Self { home };
        let to = desk.path("test.senco");
        let made = desk.run(&["demo", "--to", to.to_str().expect("a path in text")]);
        assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_caseload"));
        command
            .args(["--today", "2026-11-23", "--file"])
            .arg(self.path("test.senco"))
            .arg("--passphrase-file")
            .arg(self.path("passphrase"))
            .args(arguments)
            .env("HOME", self.home.path())
            .env_remove("CASELOAD_FILE")
            .env_remove("XDG_DATA_HOME");
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program")
    }

    fn run_with(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program");
        child
            .stdin
            .take()
            .expect("its input")
            .write_all(input.as_bytes())
            .expect("a pipe");
        child.wait_with_output().expect("its end")
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("JSON")
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn sample(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/samples")
        .join(name)
        .display()
        .to_string()
}

fn statuses(list: &Value) -> (usize, usize, usize, usize) {
    let pupils = list["pupils"].as_array().expect("pupils");
    let count = |status: &str| {
        pupils
            .iter()
            .filter(|pupil| pupil["status"] == status && pupil["watching"] == false)
            .count()
    };
    let watching = pupils
        .iter()
        .filter(|pupil| pupil["watching"] == true)
        .count();
    (count("E"), count("K"), count("N"), watching)
}

#[test]
fn the_samples_come_in_with_their_counts_and_a_second_time_changes_nothing() {
    for (name, lines, counts) in [
        ("arbor-sen-report.csv", 16, (4, 7, 0, 1)),
        ("sims-sen-list-cp1252.csv", 13, (4, 7, 2, 0)),
        ("senco-own-register.csv", 12, (4, 7, 0, 1)),
    ] {
        let desk = Desk::empty();
        let first = desk.json(&["import", &sample(name), "--yes", "--json"]);
        let counted = &first["counts"];
        let sum: u64 = ["added", "changed", "unchanged", "skipped", "held"]
            .iter()
            .map(|key| counted[key].as_u64().expect("a count"))
            .sum();
        assert_eq!(counted["read"].as_u64(), Some(sum), "{name}: {counted}");
        assert_eq!(counted["added"].as_u64(), Some(lines), "{name}: {counted}");
        assert_eq!(statuses(&desk.json(&["list", "--json"])), counts, "{name}");
        let told = desk.run(&["import", &sample(name)]);
        let pupils = counts.0 + counts.1 + counts.2 + counts.3;
        let head = text(&told.stdout);
        let head = head.lines().next().unwrap_or_default();
        assert!(head.starts_with(&format!("{name}: ")), "{head}");
        assert!(head.contains(&format!(" lines, {pupils} pupils")), "{head}");
        assert!(head.contains(&format!(": {pupils} the same")), "{head}");
        let again = desk.json(&["import", &sample(name), "--yes", "--json"]);
        assert_eq!(again["counts"]["added"], 0, "{name}");
        assert_eq!(again["counts"]["changed"], 0, "{name}");
        assert_eq!(again["counts"]["unchanged"].as_u64(), Some(lines), "{name}");
        assert_eq!(statuses(&desk.json(&["list", "--json"])), counts, "{name}");
    }
}

#[test]
fn what_is_due_says_why() {
    let due = Desk::demo().json(&["due", "--days", "14", "--json"]);
    let rows = due["due"].as_array().expect("rows");
    let papers = rows
        .iter()
        .find(|row| row["kind"] == "papers_out" && row["pupil"]["name"] == "Kofi Osei");
    let papers = papers.expect("the papers for Kofi's review");
    assert_eq!(papers["on"], "2026-11-30");
    assert_eq!(papers["force"], "law");
    assert!(
        papers["basis"]
            .as_str()
            .expect("a basis")
            .contains("reg 20")
    );
    let hearing = rows.iter().find(|row| {
        row["what"]
            .as_str()
            .is_some_and(|what| what.contains("hearing test"))
    });
    assert_eq!(hearing.expect("the late action")["overdue"], true);
}

#[test]
fn the_brief_is_json_with_the_parts_that_others_lean_on() {
    let brief = Desk::demo().json(&["brief", "aisha", "--json"]);
    assert_eq!(brief["pupil"]["forename"], "Aisha");
    assert_eq!(brief["meeting"]["on"], "2026-11-26");
    let phonics = brief["provision"]
        .as_array()
        .expect("provision")
        .iter()
        .find(|one| one["name"] == "Phonics catch-up");
    let phonics = phonics.expect("phonics");
    let number = |key: &str| phonics[key].as_u64().expect("a number");
    let not_given: u64 = phonics["not_given"]
        .as_array()
        .expect("reasons")
        .iter()
        .map(|one| one["count"].as_u64().expect("a count"))
        .sum();
    assert_eq!(
        number("promised_to_date"),
        number("given") + not_given + number("no_entry")
    );
    assert!(!brief["ask"].as_array().expect("questions").is_empty());
}

#[test]
fn a_session_recorded_from_a_script_changes_the_brief() {
    let desk = Desk::demo();
    let given = |desk: &Desk| {
        let brief = desk.json(&["brief", "aisha", "--json"]);
        let provision = brief["provision"].as_array().expect("provision").clone();
        let phonics = provision
            .into_iter()
            .find(|one| one["name"] == "Phonics catch-up")
            .expect("phonics");
        (
            phonics["given"].as_u64().expect("a number"),
            phonics["no_entry"].as_u64().expect("a number"),
        )
    };
    let id = desk.json(&["list", "aisha", "--json"])["pupils"][0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let before = given(&desk);
    let name = "Phonics catch-up";
    let object = format!(
        r#"{{"kind":"session","intervention":"{name}","on":"2026-09-30","marks":{{"{id}":"there"}}}}"#
    );
    let recorded = desk.run_with(&["record", "--json"], &object);
    assert_eq!(
        recorded.status.code(),
        Some(0),
        "{}",
        text(&recorded.stderr)
    );
    let after = given(&desk);
    assert_eq!(
        before.0 + before.1,
        after.0 + after.1,
        "promised stays what the timetable says"
    );
}

#[test]
fn many_objects_are_recorded_all_or_none() {
    let desk = Desk::demo();
    let entries = |desk: &Desk| {
        desk.json(&["log", "aisha", "--json"])["entries"]
            .as_array()
            .expect("entries")
            .len()
    };
    let before = entries(&desk);
    let good = r#"{"kind":"note","pupil":"aisha","on":"2026-11-20","note_kind":"observation","text":"read two pages"}"#;
    let bad = r#"{"kind":"note","pupil":"nobody at all","on":"2026-11-20","note_kind":"observation","text":"x"}"#;
    let refused = desk.run_with(&["record"], &format!("{good}\n{bad}\n"));
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        text(&refused.stderr).contains("Object 2"),
        "{}",
        text(&refused.stderr)
    );
    assert_eq!(entries(&desk), before);
    let done = desk.run_with(&["record"], good);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    assert_eq!(entries(&desk), before + 1);
}

#[test]
fn every_refusal_has_its_status_and_says_what_to_do() {
    let desk = Desk::demo();
    let missing = desk.path("nothing").display().to_string();
    let foreign = desk.path("foreign.senco");
    std::fs::write(&foreign, "Dear all, please find attached").expect("a file");
    let foreign = foreign.display().to_string();
    let wrong = desk.path("wrong");
    std::fs::write(&wrong, "not the passphrase\n").expect("a file");
    let wrong = wrong.display().to_string();
    let table: [(&[&str], i32, &str); 8] = [
        (&["brief", "nobody"], 1, "No pupil fits"),
        (&["brief", "a"], 1, "fits"),
        (&["new"], 1, "nothing is ever written over"),
        (&["import", &missing], 1, "There is no file"),
        (
            &["--passphrase-file", &missing, "list"],
            1,
            "passphrase file",
        ),
        (&["--passphrase-file", &wrong, "list"], 3, "passphrase"),
        (&["--file", &foreign, "list"], 3, "not a caseload"),
        (&["list", "--nonsense"], 2, "nonsense"),
    ];
    for (arguments, status, words) in table {
        // A flag given again takes the place of the one the desk gives.
        let mut command = Command::new(env!("CARGO_BIN_EXE_caseload"));
        let has = |flag: &str| arguments.contains(&flag);
        if !has("--file") {
            command.arg("--file").arg(desk.path("test.senco"));
        }
        if !has("--passphrase-file") {
            command
                .arg("--passphrase-file")
                .arg(desk.path("passphrase"));
        }
        let output = command
            .args(arguments)
            .env("HOME", desk.home.path())
            .output()
            .expect("the program");
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {told}");
        assert!(told.contains(words), "{arguments:?} says: {told}");
    }
}

#[test]
fn a_good_file_is_said_to_be_good() {
    assert_eq!(Desk::demo().json(&["check", "--json"])["ok"], true);
}

#[test]
fn a_backup_is_made_copied_and_brought_back() {
    let desk = Desk::empty();
    let stick = desk.path("stick");
    std::fs::create_dir(&stick).expect("a folder");
    let stick = stick.display().to_string();
    let made = desk.run(&["backup", "--to", &stick]);
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    let lines = text(&made.stdout);
    let lines: Vec<&str> = lines.lines().collect();
    assert!(
        lines[0].starts_with("Backed up and checked: Mon 23 Nov 2026, "),
        "{lines:?}"
    );
    let copy = lines[3].trim();
    assert!(copy.starts_with(&stick), "{lines:?}");

    desk.run(&["import", &sample("arbor-sen-report.csv"), "--yes"]);
    assert_ne!(statuses(&desk.json(&["list", "--json"])), (0, 0, 0, 0));
    let back = desk.run(&["restore", copy]);
    assert_eq!(back.status.code(), Some(0), "{}", text(&back.stderr));
    assert!(text(&back.stdout).contains("before-restore-2026-11-23T"));
    assert_eq!(statuses(&desk.json(&["list", "--json"])), (0, 0, 0, 0));

    std::fs::write(desk.path("passphrase"), "quite another passphrase\n").expect("a file");
    let refused = desk.run(&["restore", copy]);
    assert_eq!(refused.status.code(), Some(3));
    let told = text(&refused.stderr);
    assert!(
        told.starts_with("That is not the passphrase this backup was made under"),
        "{told}"
    );
    let refused = desk.run(&["restore", &sample("arbor-sen-report.csv")]);
    assert_eq!(refused.status.code(), Some(3));
    assert!(text(&refused.stderr).contains("is not a backup of a caseload"));
    let refused = desk.run(&["backup", "--to", "nowhere/at/all"]);
    assert_eq!(refused.status.code(), Some(3));
}

#[test]
fn everything_is_exported_to_a_new_folder() {
    let desk = Desk::demo();
    let to = desk.path("all");
    let exported = desk.run(&["export", "--to", to.to_str().expect("a path in text")]);
    assert_eq!(
        exported.status.code(),
        Some(0),
        "{}",
        text(&exported.stderr)
    );
    assert!(text(&exported.stdout).contains("It is not encrypted"));
    let pupils = std::fs::read(to.join("pupil.json")).expect("the pupils");
    let pupils: Value = serde_json::from_slice(&pupils).expect("JSON");
    let pupils = pupils.as_array().expect("pupils");
    assert!(pupils.len() > 20 && pupils[0]["id"].is_string());
    let csv = std::fs::read_to_string(to.join("note.csv")).expect("the notes");
    assert!(csv.starts_with("\u{feff}id,"), "{}", &csv[..40]);
    #[cfg(unix)]
    for file in std::fs::read_dir(&to).expect("the folder") {
        use std::os::unix::fs::PermissionsExt as _;
        let found = file.expect("a file").metadata().expect("its mode");
        assert_eq!(found.permissions().mode() & 0o777, 0o600);
    }
    let again = desk.run(&["export", "--to", to.to_str().expect("a path in text")]);
    assert_eq!(again.status.code(), Some(1));
}

#[test]
fn the_register_is_exported_and_read_back_with_nothing_new() {
    let desk = Desk::demo();
    for name in ["register.csv", "register.xlsx"] {
        let path = desk.path(name).display().to_string();
        let exported = desk.run(&["export", "--register", &path]);
        assert_eq!(
            exported.status.code(),
            Some(0),
            "{}",
            text(&exported.stderr)
        );
        let read = desk.json(&["import", &path, "--json"]);
        assert_eq!(read["counts"]["added"], 0, "{name}");
        let changed: Vec<&Value> = read["pupils"]
            .as_array()
            .expect("pupils")
            .iter()
            .filter(|pupil| pupil["action"] != "same")
            .collect();
        assert!(changed.is_empty(), "{name}: {changed:#?}");
        assert_eq!(read["leavers"].as_array().expect("leavers").len(), 0);
    }
    let other = desk.run(&["export", "--register", "register.doc"]);
    assert_eq!(other.status.code(), Some(2));
}

#[test]
fn the_access_arrangements_are_exported_for_the_exams_officer() {
    let desk = Desk::demo();
    let path = desk.path("access.csv").display().to_string();
    let exported = desk.run(&["export", "--access", &path]);
    assert_eq!(
        exported.status.code(),
        Some(0),
        "{}",
        text(&exported.stderr)
    );
    let said = text(&exported.stdout);
    assert!(said.contains("Exported 1 access arrangements"), "{said}");
    let csv = std::fs::read_to_string(&path).expect("a file");
    let mut lines = csv.trim_start_matches('\u{feff}').lines();
    assert!(
        lines
            .next()
            .expect("headings")
            .starts_with("Surname,Forename,")
    );
    let conor = lines.next().expect("a line");
    assert!(conor.starts_with("Byrne,Conor,"), "{conor}");
    assert!(
        conor.contains(",Separate room,") && conor.contains(",1 of 2,"),
        "{conor}"
    );
    assert_eq!(
        desk.run(&["export", "--access", &path]).status.code(),
        Some(1)
    );
    let other = desk.run(&["export", "--access", "access.xlsx"]);
    assert_eq!(other.status.code(), Some(2));
}

#[test]
fn a_sheet_and_the_columns_are_named_on_the_command_line() {
    let desk = Desk::demo();
    let path = desk.path("plain.csv");
    std::fs::write(&path, "Nye,Ned,14/02/2018,K\nOwen,Ola,15/02/2018,E\n").expect("a list");
    let path = path.display().to_string();
    let asked = desk.run(&["import", &path]);
    assert_eq!(asked.status.code(), Some(1));
    let words = text(&asked.stderr);
    assert!(
        words.contains("--map") && words.contains("Column 1"),
        "{words}"
    );
    assert!(!words.contains("Nye"), "{words}");
    let read = desk.json(&[
        "import",
        &path,
        "--json",
        "--map",
        "Column 1=surname",
        "--map",
        "Column 2=forename",
        "--map",
        "Column 3=dob",
        "--map",
        "Column 4=sen status",
    ]);
    assert_eq!(read["counts"]["added"], 2);
    let wrong = desk.run(&["import", &path, "--map", "Column 1=shoe size"]);
    assert!(
        text(&wrong.stderr).contains("can hold"),
        "{}",
        text(&wrong.stderr)
    );
}
