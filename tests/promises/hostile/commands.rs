//! Every plain command and every error line, with hostile texts in the file and in the arguments.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::Write as _;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::rc::Rc;

use caseload::domain::Edit;
use caseload::sanitize;
use caseload::ui::widgets::width;
use serde_json::Value;
use tempfile::TempDir;

use super::planted::planted;
use super::stream::{self, Writes};
use super::texts::harmless;
use super::{files, of_few, texts};
use crate::terminal::{Terminal, home};
use crate::{Size, Tally, edits};

pub fn tries(size: Size) -> Tally {
    let mut tally = Tally::default();
    let hostile = Desk::with(|number| texts().of(number));
    let harmless = Desk::with(|number| harmless(&sanitize::clean(&texts().of(number))));
    for command in ["list", "due"] {
        tally.attempt(command, || is_as_wide(&hostile, &harmless, command));
    }
    for command in hostile.commands() {
        tally.attempt(format!("{command:?}"), || {
            hostile.says(&command, "");
        });
    }
    for list in [&hostile.list, &hostile.list_in_bytes] {
        tally.attempt(format!("{}", list.display()), || hostile.reads(list));
    }
    tally.attempt("list --json", || hostile.json_is_as_kept());
    for (input, told) in recorded() {
        tally.attempt(format!("record {told}"), || {
            hostile.says(&["record".into()], &input);
            hostile.says(&["record".into(), "--json".into()], &input);
        });
    }
    for argument in arguments().into_iter().take(size.of(2, 20, 400)) {
        for refused in refused(&argument) {
            tally.attempt(format!("{refused:?}"), || {
                hostile.says(&refused, "");
            });
        }
    }
    for command in hostile.commands().into_iter().step_by(size.of(6, 1, 1)) {
        tally.attempt(format!("in a terminal: {command:?}"), || {
            hostile.says_in_a_terminal(&command)
        });
    }
    tally
}

/// The rows of a command are as wide as with harmless texts.
fn is_as_wide(hostile: &Desk, harmless: &Desk, command: &str) {
    let [hostile, harmless] = [hostile, harmless].map(|desk| {
        let output = desk.says(&[command.into()], "");
        let text = String::from_utf8(output.stdout).expect("text");
        text.lines()
            .map(|line| (width(line), line.to_owned()))
            .collect::<Vec<_>>()
    });
    assert_eq!(hostile.len(), harmless.len(), "{hostile:#?}\n{harmless:#?}");
    for (hostile, harmless) in hostile.iter().zip(&harmless) {
        assert_eq!(hostile.0, harmless.0, "{hostile:?} {harmless:?}");
    }
}

/// Arguments that an attacker would have somebody type or drop into a window; some are no text at all.
fn arguments() -> Vec<OsString> {
    let bytes = [&b"\xff\xed\xa0\x80\xed\xb2\x80"[..], b"\x9b31m", b"a\xc2"];
    let texts = files::NAMES.into_iter().map(str::to_owned).chain(
        (0..)
            .map(|number| texts().of(number))
            .take(texts().count() * 2),
    );
    let texts = texts
        .filter(|text| !text.contains('\0') && text.len() < 10_000)
        .map(OsString::from);
    bytes
        .map(|bytes| OsStr::from_bytes(bytes).to_owned())
        .into_iter()
        .chain(texts)
        .collect()
}

/// Commands that refuse an argument, or find nothing by it.
fn refused(argument: &OsStr) -> Vec<Vec<OsString>> {
    let with = |words: &[&str]| -> Vec<OsString> {
        let words = words.iter().map(OsString::from);
        words.chain([argument.to_owned()]).collect()
    };
    let joined = |before: &str| -> OsString {
        let mut joined = OsString::from(before);
        joined.push(argument);
        joined
    };
    vec![
        with(&[]),
        with(&["list", "--today"]),
        with(&["due", "--days"]),
        vec![joined("--")],
        vec!["list".into(), joined("--today=")],
        with(&["list", "--passphrase-file"]),
        with(&["check", "--file"]),
        with(&["brief"]),
        with(&["log"]),
        with(&["import"]),
        with(&["restore"]),
        with(&["backup", "extra"]),
        with(&["list"]),
    ]
}

/// What scripts record: it is kept, or it is refused in words that quote it.
fn recorded() -> Vec<(String, &'static str)> {
    let text = Value::from(texts().of(40) + &texts().of(60));
    vec![
        (
            format!(
                r#"{{"kind":"note","pupil":{text},"on":"2026-11-20","note_kind":"observation","text":"a"}}"#
            ),
            "of nobody",
        ),
        (
            format!(r#"{{"kind":"session","intervention":{text},"on":"2026-11-20"}}"#),
            "of no group",
        ),
        (format!(r#"{{"kind":{text}}}"#), "of no kind"),
        (text.to_string(), "that is no object"),
        ("\u{1b}]0;owned\u{7}".to_owned(), "that is no JSON"),
    ]
}

struct Desk {
    home: Rc<TempDir>,
    file: PathBuf,
    list: PathBuf,
    list_in_bytes: PathBuf,
}

impl Desk {
    fn with(text: impl Fn(usize) -> String) -> Self {
        let home = home();
        let mut next = 0;
        let school: Vec<Edit> = planted(
            of_few(caseload::demo::edits(
                super::day(),
                &caseload::domain::Ids::after(0, 1),
            )),
            || {
                next += 1;
                text(next - 1)
            },
        );
        let file = home
            .path()
            .join(files::NAMES[0])
            .join(format!("{}.senco", files::NAMES[1]));
        files::make(&file, &school);
        fs::write(home.path().join("code"), files::code()).expect("a file");
        fs::create_dir(home.path().join(files::NAMES[4])).expect("a folder");
        let list = files::list(home.path().join(format!("{}.csv", files::NAMES[2])), &text);
        let list_in_bytes = files::list_in_bytes(home.path().join("bytes.csv"));
        Self {
            home,
            file,
            list,
            list_in_bytes,
        }
    }

    /// Every command that reads or writes, as text and as JSON.
    fn commands(&self) -> Vec<Vec<OsString>> {
        let store = edits::open(&self.file).expect("a file that opens");
        let caseload = store.load().expect("a register");
        let planned = caseload
            .present()
            .find(|pupil| caseload.cycle_now(pupil.id).is_some());
        let pupil = planned.expect("a pupil with a plan").id.to_string();
        let folder = self.home.path().join(files::NAMES[4]);
        let mut commands = Vec::new();
        for command in [
            vec![OsStr::new("list")],
            vec!["due".as_ref()],
            vec!["brief".as_ref(), pupil.as_ref()],
            vec!["brief".as_ref(), "k0".as_ref()],
            vec!["log".as_ref(), pupil.as_ref()],
            vec!["check".as_ref()],
            vec!["import".as_ref(), self.list.as_ref()],
            vec!["import".as_ref(), self.list_in_bytes.as_ref()],
        ] {
            let command: Vec<OsString> = command.into_iter().map(OsString::from).collect();
            commands.push([command.clone(), vec!["--json".into()]].concat());
            commands.push(command);
        }
        commands.push(vec!["--plain".into(), "brief".into(), pupil.into()]);
        commands.push(vec!["backup".into(), "--to".into(), folder.into()]);
        commands.push(vec!["restore".into(), self.list.clone().into()]);
        commands.push(vec!["demo".into(), "--to".into(), self.list.clone().into()]);
        commands.push(vec![
            "new".into(),
            "--school".into(),
            "\u{1b}]0;owned\u{7}".into(),
        ]);
        commands.push(vec![
            "import".into(),
            self.list.clone().into(),
            "--yes".into(),
        ]);
        commands.push(vec![
            "import".into(),
            self.list.clone().into(),
            "--yes".into(),
            "--json".into(),
        ]);
        commands
    }

    /// Looks at a list that comes in: one that is refused would show nothing of itself.
    fn reads(&self, list: &Path) {
        let output = self.says(&["import".into(), list.into()], "");
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(told.lines().count() > 4, "{told}");
    }

    fn given(&self) -> [OsString; 6] {
        [
            "--file".into(),
            self.file.clone().into(),
            "--passphrase-file".into(),
            self.home.path().join("code").into(),
            "--today".into(),
            "2026-11-23".into(),
        ]
    }

    /// Runs a command, and looks at all that it says.
    fn says(&self, command: &[OsString], input: &str) -> Output {
        let given = |name: &str| {
            command
                .iter()
                .any(|argument| argument.to_string_lossy().starts_with(name))
        };
        // An argument can be given once only.
        let all = self.given();
        let pairs = all
            .chunks(2)
            .filter(|pair| !given(&pair[0].to_string_lossy()));
        let mut child = Command::new(env!("CARGO_BIN_EXE_caseload"))
            .args(pairs.flatten())
            .args(command)
            .env_clear()
            .env("HOME", self.home.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program");
        // One that refuses its arguments does not read.
        let _ = child
            .stdin
            .take()
            .expect("its input")
            .write_all(input.as_bytes());
        let output = child.wait_with_output().expect("its end");
        for (told, bytes) in [("out", &output.stdout), ("error", &output.stderr)] {
            if let Err(wrong) = stream::check(bytes, Writes::Lines) {
                panic!("standard {told}: {wrong}");
            }
        }
        assert!(
            output.stdout.len() + output.stderr.len() > 0,
            "it says nothing"
        );
        output
    }

    fn says_in_a_terminal(&self, command: &[OsString]) {
        let arguments: Vec<_> = self
            .given()
            .iter()
            .chain(command)
            .map(|argument| argument.to_string_lossy().into_owned())
            .collect();
        let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
        let mut terminal = Terminal::start_in(Rc::clone(&self.home), &arguments, 24, 80);
        terminal.ends();
        let bytes = terminal.bytes();
        if let Err(wrong) = stream::check(&bytes, Writes::Lines) {
            panic!("{wrong}");
        }
        // No line of a table is longer than the terminal is wide. A refusal is for reading to its end.
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let is_table = ["list", "due", "log"]
            .iter()
            .any(|table| command[0] == *table)
            && command.len() < 3;
        let long = text
            .lines()
            .find(|line| width(line) > 80)
            .filter(|_| is_table && !text.contains('{'));
        assert_eq!(long, None);
    }

    /// Whoever reads the JSON has every letter of the names.
    fn json_is_as_kept(&self) {
        let output = self.says(&["list".into(), "--json".into()], "");
        let list: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let caseload = edits::open(&self.file)
            .expect("a file that opens")
            .load()
            .expect("a register");
        let told = list["pupils"].as_array().expect("pupils");
        assert!(!told.is_empty(), "no pupil");
        for told in told {
            let id = told["id"]
                .as_str()
                .and_then(|id| id.parse().ok())
                .expect("an id");
            let pupil = caseload.pupils.get(id).expect("a pupil");
            assert_eq!(told["surname"], pupil.surname.as_str());
            assert_eq!(told["forename"], pupil.forename.as_str());
            assert_eq!(told["class"], pupil.class.as_str());
        }
    }
}
