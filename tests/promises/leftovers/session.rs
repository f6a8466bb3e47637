//! [`Session`]: the program used for a while, and all that it left.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;

use rustix::process::{Signal, kill_process};
use tempfile::TempDir;

use super::markers::{DRAFT, LISTED, NAME, NOTE, SCHOOL, SECRET, SENCO};
use crate::scratch;
use crate::strace::{self, Argument, Call};
use crate::terminal::Terminal;
use crate::watched;

const CALLS: &str = "/^open,creat,/^mkdir,/^rename,/^link,/^symlink,/^mknod,/^clone,%network,close";
const DISK: u64 = 16 * 1024 * 1024;

/// How a session ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The user leaves.
    Left,
    /// The program is killed.
    Killed,
    /// A fault in the program: the system refuses it this thread.
    Fault { thread: usize },
}

/// A file that was left, as it was.
pub struct Left {
    /// Its path, from the home; the user's documents are `documents` there.
    pub path: PathBuf,
    pub bytes: Vec<u8>,
    pub mode: u32,
}

impl Left {
    /// Whether it is what the user asked to have as text.
    pub fn is_kept_text(&self) -> bool {
        self.path.starts_with("documents")
    }
}

/// The program used for a while, and all that it left.
pub struct Session {
    pub ending: Ending,
    /// The files while it ran.
    pub during: Vec<Left>,
    /// The files after it ended.
    pub after: Vec<Left>,
    /// The folders, with their modes.
    pub folders: Vec<(PathBuf, u32)>,
    /// Every byte of the disk it ran on, but for the user's documents.
    pub raw_disk: Vec<u8>,
    /// What it wrote to the terminal after it had left its own screen.
    pub after_the_screen: Vec<u8>,
    pub titles: Vec<String>,
    /// Its arguments and its environment.
    pub started_with: Vec<u8>,
    pub calls: Vec<Call>,
    paths: Vec<Option<PathBuf>>,
    renamed_to: Vec<PathBuf>,
}

impl Session {
    /// Uses the program in a fresh home, ending so.
    pub fn ending(ending: Ending) -> Self {
        let scratch = scratch::folder();
        let disk = Disk::mounted(scratch.path());
        let documents = scratch.path().join("documents");
        fs::create_dir(&documents).expect("a folder");
        let home = Rc::new(TempDir::new_in(&disk.folder).expect("a home"));
        fs::create_dir(home.path().join("config")).expect("a folder");
        let folders = format!("XDG_DOCUMENTS_DIR=\"{}\"\n", documents.display());
        fs::write(home.path().join("config/user-dirs.dirs"), folders).expect("a file");
        let list = scratch.path().join("list.csv");
        let row = format!("Name,Year group,SEN status\n\"{LISTED}, Amy\",Year 4,K\n");
        fs::write(&list, row).expect("a list");
        let log = scratch.path().join("log");

        let mut terminal = started(&home, &log, ending);
        work(&mut terminal, &list);
        let program = watched::child_of(terminal.process());
        let started_with = ["cmdline", "environ"]
            .map(|name| {
                fs::read(format!("/proc/{}/{name}", program.as_raw_nonzero()))
                    .expect("what it was started with")
            })
            .concat();
        let look = |kept: &Path| {
            let mut left = Vec::new();
            let mut folders = Vec::new();
            look_through(
                &home.path().join("data"),
                Path::new("data"),
                &mut left,
                &mut folders,
            );
            look_through(kept, Path::new("documents"), &mut left, &mut Vec::new());
            (left, folders)
        };
        let (during, _) = look(&documents);
        match ending {
            Ending::Left => {
                terminal.types("<Ctrl+Q>");
                assert!(terminal.ends().success(), "{}", terminal.screen());
            }
            Ending::Killed => {
                kill_process(program, Signal::KILL).expect("a program to kill");
                terminal.ends();
            }
            Ending::Fault { .. } => {
                // Each list is read in a thread of its own, and one of these is refused.
                let reads = format!("<Esc><Ctrl+T>{}<Enter>", list.display());
                terminal.types(&reads.repeat(10));
                assert!(!terminal.ends().success());
                let screen = terminal.screen();
                assert!(screen.contains("a fault in the program"), "{screen}");
            }
        }
        let (after, folders) = look(&documents);
        let bytes = terminal.bytes();
        drop(terminal);
        let calls = strace::calls(&log);
        let paths = strace::paths(&calls);
        let named = |path: PathBuf| match (
            path.strip_prefix(home.path()),
            path.strip_prefix(&documents),
        ) {
            (Ok(within), _) => within.to_owned(),
            (_, Ok(kept)) => Path::new("documents").join(kept),
            _ => path,
        };
        let renamed_to = calls
            .iter()
            .filter(|call| call.result >= 0 && call.name.starts_with("rename"))
            .filter_map(|call| call.arguments.iter().filter_map(Argument::path).nth(1))
            .map(named)
            .collect();
        Self {
            ending,
            renamed_to,
            during,
            after,
            folders,
            raw_disk: disk.raw(),
            after_the_screen: after_the_screen(&bytes),
            titles: titles(&bytes),
            started_with,
            paths: paths.into_iter().map(|path| path.map(named)).collect(),
            calls,
        }
    }

    /// How many threads the program began.
    pub fn threads(&self) -> usize {
        self.calls
            .iter()
            .filter(|call| call.name == "clone3")
            .count()
    }

    /// Every path that was made or opened for writing.
    pub fn written(&self) -> impl Iterator<Item = PathBuf> {
        let all = self.calls.iter().zip(&self.paths);
        let written = all.filter(|(call, _)| {
            let is_for_writing = ["O_WRONLY", "O_RDWR", "O_CREAT"]
                .iter()
                .any(|flag| call.arguments.iter().any(|given| given.has_flag(flag)));
            call.result >= 0
                && (is_for_writing
                    || ["mkdir", "link", "symlink", "mknod"]
                        .iter()
                        .any(|name| call.name.starts_with(name)))
        });
        let written = written.filter_map(|(_, path)| path.clone());
        written.chain(self.renamed_to.iter().cloned())
    }

    /// What was made, with the mode that was asked for.
    pub fn made(&self) -> Vec<(PathBuf, u32)> {
        let mut there = HashSet::new();
        let mut made = Vec::new();
        for (call, path) in self.calls.iter().zip(&self.paths) {
            let is_folder = call.name.starts_with("mkdir");
            let is_file = call.arguments.iter().any(|given| given.has_flag("O_CREAT"));
            let (Some(path), 0.., true) = (path, call.result, is_folder || is_file) else {
                continue;
            };
            if let Some(Argument::Word(mode)) = call.arguments.last()
                // What is there already is opened as it is.
                && there.insert(path)
            {
                made.push((path.clone(), u32::from_str_radix(mode, 8).expect("a mode")));
            }
        }
        made
    }
}

/// The program in a terminal, under strace, with a umask that keeps nobody out.
fn started(home: &Rc<TempDir>, log: &Path, ending: Ending) -> Terminal {
    strace::assert_there();
    let log = log.display().to_string();
    let calls = format!("trace={CALLS}");
    let refusal = match ending {
        Ending::Fault { thread } => format!("inject=clone3:error=EAGAIN:when={thread}"),
        // A call that no program makes.
        Ending::Left | Ending::Killed => "inject=swapoff:error=EPERM".to_owned(),
    };
    let program = env!("CARGO_BIN_EXE_caseload");
    let arguments = [
        "-c",
        "umask 000; exec strace \"$@\"",
        "sh",
        "-f",
        "-xx",
        "-e",
        &calls,
        "-e",
        &refusal,
        "-o",
        &log,
        "--",
        program,
        "--today",
        "2026-11-23",
    ];
    Terminal::run(Rc::clone(home), OsStr::new("sh"), &arguments, 30, 90)
}

/// Everything a SENCO does in a first hour; half a note is left open.
fn work(terminal: &mut Terminal, list: &Path) {
    let list = list.display();
    terminal
        .sees("Make a new caseload")
        .types("<Enter>")
        .sees("A new caseload")
        .types(&format!(
            "{SCHOOL}<Enter>{SENCO}<Enter>{SECRET}<Enter>{SECRET}<Enter>"
        ))
        .sees("Recovery sheet")
        .types("<Esc>")
        .sees("There is no pupil in this caseload yet")
        .types(&format!("0<Ctrl+N>{NAME} 3B<Tab><Tab>{NOTE}<Ctrl+S>"))
        .sees("Saved")
        .types(&format!("<Ctrl+T>{list}<Enter>"))
        .sees("1 new")
        .types("<Ctrl+S>")
        .sees("Saved: Imported")
        .types("<Ctrl+Z>")
        .sees("Taken back")
        .types("<Ctrl+Y>")
        .sees("Done again")
        .types("<Ctrl+K>")
        .sees("Unlock")
        .types(&format!("{SECRET}<Enter>"))
        .sees("2 pupils in this caseload")
        .types(&format!("1/{NAME}<Enter>b"))
        .sees("FOR THE TABLE")
        .types("<Ctrl+P>")
        .sees("which part?")
        .types("t")
        .sees("Kept as")
        .types(&format!("<Esc>0<Ctrl+N>{NAME}<Tab><Tab>{DRAFT}"))
        .sees(DRAFT)
        // Left and taken up again, so that it is certainly kept.
        .types("<Esc>")
        .sees("kept as a draft")
        .types("<Ctrl+N>")
        .sees(DRAFT);
}

fn look_through(
    folder: &Path,
    named: &Path,
    files: &mut Vec<Left>,
    folders: &mut Vec<(PathBuf, u32)>,
) {
    let mode = |path: &Path| {
        let found = fs::symlink_metadata(path).expect("what is there");
        found.permissions().mode() & 0o777
    };
    folders.push((named.to_owned(), mode(folder)));
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("a file").path();
        let named = named.join(path.file_name().expect("a name"));
        if path.is_dir() {
            look_through(&path, &named, files, folders);
        } else {
            files.push(Left {
                // The program holds locks on these, which reading here takes from nobody: they are another process's.
                bytes: fs::read(&path).expect("a file that reads"),
                mode: mode(&path),
                path: named,
            });
        }
    }
}

fn after_the_screen(bytes: &[u8]) -> Vec<u8> {
    const LEAVES: &[u8] = b"\x1b[?1049l";
    let at = bytes.windows(LEAVES.len()).rposition(|here| here == LEAVES);
    at.map(|at| bytes[at..].to_vec()).unwrap_or_default()
}

fn titles(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let titles = text.split("\x1b]").skip(1);
    titles
        .filter_map(|rest| {
            let (what, rest) = rest.split_once(';')?;
            let title = rest.split(['\x07', '\x1b']).next()?;
            ["0", "1", "2"].contains(&what).then(|| title.to_owned())
        })
        .collect()
}

/// A small disk in a file.
struct Disk {
    image: PathBuf,
    folder: PathBuf,
}

impl Disk {
    /// # Panics
    /// Where it may not be mounted.
    fn mounted(scratch: &Path) -> Self {
        let image = scratch.join("image");
        let folder = scratch.join("disk");
        fs::create_dir(&folder).expect("a folder");
        let file = fs::File::create(&image).expect("a file");
        file.set_len(DISK).expect("room for a small disk");
        let runs = |command: &mut Command| {
            let ran = command.output().expect("the commands mkfs.ext4 and mount");
            assert!(
                ran.status.success(),
                "This promise can't be tried without a small disk of its own, which takes root (CI is) and the package e2fsprogs: {}",
                String::from_utf8_lossy(&ran.stderr)
            );
        };
        runs(Command::new("mkfs.ext4").arg("-q").arg(&image));
        runs(
            Command::new("mount")
                .args(["-o", "loop"])
                .arg(&image)
                .arg(&folder),
        );
        Self { image, folder }
    }

    /// Every byte of it, once all is written.
    fn raw(&self) -> Vec<u8> {
        rustix::fs::sync();
        fs::read(&self.image).expect("the disk")
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Also when the trial failed and its program still runs there.
        let _ = Command::new("umount")
            .arg("--lazy")
            .arg(&self.folder)
            .status();
    }
}
