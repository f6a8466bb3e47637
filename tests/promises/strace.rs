//! Watching the system calls of a program with strace.

use std::collections::HashMap;
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

/// How a program is watched.
#[derive(Clone, Copy, Debug)]
pub struct Watch<'a> {
    /// The calls that are written down.
    pub calls: &'a str,
    /// The longest text that is written down whole.
    pub longest_text: usize,
    /// What the system refuses: `fsync:error=EIO:when=3`.
    pub refusal: Option<&'a str>,
}

impl Watch<'_> {
    /// The program of this command, with what it calls written into a file.
    pub fn over(self, program: &Command, into: &Path) -> Command {
        let mut strace = strace();
        strace
            .args(["-f", "-xx", "-s"])
            .arg(self.longest_text.to_string())
            .arg("-e")
            .arg(format!("trace={}", self.calls))
            .arg("-o")
            .arg(into);
        if let Some(refusal) = self.refusal {
            strace.arg("-e").arg(format!("inject={refusal}"));
        }
        strace
            .arg("--")
            .arg(program.get_program())
            .args(program.get_args());
        for (name, value) in program.get_envs() {
            strace.env(name, value.expect("nothing is taken away"));
        }
        strace
    }
}

fn strace() -> Command {
    assert_there();
    Command::new("strace")
}

/// # Panics
/// Without strace.
pub fn assert_there() {
    let found = Command::new("strace").arg("--version").output();
    assert!(
        found.is_ok_and(|output| output.status.success()),
        "This promise can't be tried without strace. Install the package strace (.ci/run does)."
    );
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
    let text = written.trim_end_matches("...");
    match text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'))
    {
        Some(text) => Argument::Bytes(
            text.split("\\x")
                .skip(1)
                .map(|byte| u8::from_str_radix(byte, 16).expect("a byte"))
                .collect(),
        ),
        None => Argument::Word(written.to_owned()),
    }
}

/// The file or folder that each call is about, as far as it is known: the one named, or the one its descriptor is of.
pub fn paths(calls: &[Call]) -> Vec<Option<PathBuf>> {
    let mut open: HashMap<i64, PathBuf> = HashMap::new();
    let mut paths = Vec::new();
    for call in calls {
        let of = call.arguments.first().and_then(Argument::number);
        let of = of.and_then(|descriptor| open.get(&descriptor).cloned());
        let named = call.arguments.iter().find_map(Argument::path);
        let is_about_a_name = [
            "open", "rename", "unlink", "mkdir", "rmdir", "link", "chmod",
        ]
        .iter()
        .any(|begins| call.name.starts_with(begins));
        let path = match named {
            Some(named) if is_about_a_name => Some(match of {
                Some(folder) => folder.join(named),
                None => named,
            }),
            _ => of,
        };
        if let (Some(path), true, 0..) = (&path, call.name.starts_with("open"), call.result) {
            open.insert(call.result, path.clone());
        }
        paths.push(path);
    }
    paths
}
