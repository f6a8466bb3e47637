//! Watching the system calls of a program with strace.

use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A system call that was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Its name.
    pub name: String,
    /// What it was given, in order.
    pub arguments: Vec<Argument>,
    /// What it gave back: below zero when it failed.
    pub result: i64,
}

/// What a system call was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// Bytes: a path, or what is written.
    Bytes(Vec<u8>),
    /// A number or a name of strace's, as it stands there.
    Word(String),
}

impl Argument {
    /// The bytes, where it is those.
    pub fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Bytes(bytes) => Some(bytes),
            Self::Word(_) => None,
        }
    }

    /// The path, where it is one.
    pub fn path(&self) -> Option<PathBuf> {
        self.bytes()
            .map(|bytes| PathBuf::from(OsString::from_vec(bytes.to_vec())))
    }

    /// The number, where it is one.
    pub fn number(&self) -> Option<i64> {
        match self {
            Self::Bytes(_) => None,
            Self::Word(word) => word.parse().ok(),
        }
    }

    /// Whether this flag is among those given.
    pub fn has_flag(&self, flag: &str) -> bool {
        matches!(self, Self::Word(word) if word.split('|').any(|given| given == flag))
    }
}

/// The program of this command, watched: what it calls of these calls is written into a file, whole.
pub fn watching(program: &Command, calls: &str, into: &Path) -> Command {
    let mut strace = bare();
    strace
        .args(["-f", "-xx", "-s", "70000", "-e"])
        .arg(format!("trace={calls}"))
        .arg("-o")
        .arg(into);
    with_program(strace, program)
}

/// # Panics
/// Without strace.
fn bare() -> Command {
    let found = Command::new("strace").arg("--version").output();
    assert!(
        found.is_ok_and(|output| output.status.success()),
        "This promise can't be tried without strace. Install the package strace (.ci/run does)."
    );
    Command::new("strace")
}

fn with_program(mut strace: Command, program: &Command) -> Command {
    strace
        .arg("--")
        .arg(program.get_program())
        .args(program.get_args());
    for (name, value) in program.get_envs() {
        match value {
            Some(value) => strace.env(name, value),
            None => strace.env_remove(name),
        };
    }
    strace
}

/// The calls that were written into a file, in the order in which they were answered.
pub fn calls(written: &Path) -> Vec<Call> {
    let text = fs::read_to_string(written).expect("what strace wrote");
    let mut begun: Vec<(&str, &str)> = Vec::new();
    let mut calls = Vec::new();
    for line in text.lines() {
        let (thread, line) = line.split_once(' ').expect("the number of a thread");
        let line = line.trim_start();
        if let Some(start) = line.strip_suffix(" <unfinished ...>") {
            begun.push((thread, start));
        } else if let Some((_, end)) = line
            .strip_prefix("<... ")
            .and_then(|line| line.split_once(" resumed>"))
        {
            let at = begun
                .iter()
                .position(|(of, _)| *of == thread)
                .expect("a call that began");
            let (_, start) = begun.remove(at);
            calls.extend(call(&format!("{start}{end}")));
        } else {
            calls.extend(call(line));
        }
    }
    calls
}

/// `pwrite64(3, "\x00\x01", 2, 4096) = 2`; none for a signal or an end.
fn call(line: &str) -> Option<Call> {
    let (name, rest) = line.split_once('(')?;
    if !name
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
    {
        return None;
    }
    let (given, result) = rest.rsplit_once(" = ")?;
    let given = given.trim_end().strip_suffix(')')?;
    let result = result.split(' ').next()?;
    let arguments = if given.is_empty() {
        Vec::new()
    } else {
        given.split(", ").map(argument).collect()
    };
    Some(Call {
        name: name.to_owned(),
        arguments,
        // "?" when the program ended in the middle of it.
        result: result.parse().unwrap_or(-1),
    })
}

/// With every byte in hexadecimal there is no comma and no quote in a text.
fn argument(written: &str) -> Argument {
    match written
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'))
    {
        Some(text) => Argument::Bytes(
            text.split("\\x")
                .skip(1)
                .map(|byte| u8::from_str_radix(byte, 16).expect("a byte"))
                .collect(),
        ),
        None => {
            assert!(
                !written.ends_with("\"..."),
                "strace cut a text short: raise -s"
            );
            Argument::Word(written.to_owned())
        }
    }
}
