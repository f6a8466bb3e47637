//! Reading a file that somebody else made: a child process of our own program takes it apart, with little memory and little
//! time, and opens nothing. Whatever the file does to it, this process hears of rows or of a refusal.

use std::env;
use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use chrono::NaiveDate;

use super::watch::Watch;
use crate::domain::Refusal;
use crate::import::{self, ImportFile, MOST_BYTES, Table, Unreadable, Wanted};
use crate::os::{files, limits};

/// How long ten thousand lines may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often it is looked whether the user has had enough.
const GLANCE: Duration = Duration::from_millis(50);
/// The most bytes of an answer that are taken: of 200,000 lines with all their cells.
const MOST_ANSWERED: u64 = 600 << 20;

/// The first byte of what the child says.
const LINES: u8 = b'l';
const REFUSED: u8 = b'r';
const READ: u8 = b'd';

/// Something the child says.
enum Said {
    Lines(usize),
    Refused(Unreadable),
    Read(Table),
}

/// Takes a school's list apart; gives the file's name too. `program` is our own. Nothing is written.
///
/// # Errors
/// When there is no such file, or it can't be read.
pub fn open_list(program: &Path, path: &Path, watch: &Watch) -> Result<(String, Table), Refusal> {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = name.to_string_lossy().into_owned();
    let refused = |error: Unreadable| Refusal::new(format!("{name}: {error}"));
    let file = files::open_to_read(path).map_err(|error| not_opened(path, &error))?;
    let size = file.metadata().map_or(0, |found| found.len());
    if size > MOST_BYTES as u64 {
        return Err(refused(Table::too_large()));
    }
    let table = taken_apart(program, file, watch).map_err(|error| match error {
        Trouble::Unreadable(error) => refused(error),
        Trouble::NoChild(error) => Refusal::new(format!(
            "{name} was not read: Caseload could not start itself to do it ({error}). Nothing was changed; close Caseload, start it again and try once more."
        )),
    })?;
    Ok((name, table))
}

/// Reads a school's list as it comes; gives the file's name too. Nothing is written.
///
/// # Errors
/// When there is no such file, it can't be read, or it is no list of pupils.
pub fn read_list(
    program: &Path,
    path: &Path,
    wanted: &Wanted,
    today: NaiveDate,
) -> Result<(String, ImportFile), Refusal> {
    let (name, table) = open_list(program, path, &Watch::default())?;
    let file = import::read_table(&table, wanted, today)
        .map_err(|error| Refusal::new(format!("{name}: {error}")))?;
    Ok((name, file))
}

/// Why a file could not be opened to be read.
pub(super) fn not_opened(path: &Path, error: &io::Error) -> Refusal {
    let shown = path.display();
    Refusal::new(match error.kind() {
        io::ErrorKind::NotFound => {
            format!("There is no file {shown}. Check the path, or copy it from the file manager.")
        }
        io::ErrorKind::PermissionDenied => {
            format!("{shown} may not be read by this account. Copy it to your own folder first.")
        }
        io::ErrorKind::IsADirectory => {
            format!("{shown} is a folder. Add the name of the file in it.")
        }
        _ => format!(
            "{shown} can't be read: {error}. Is it open in another program? Close it there and try again."
        ),
    })
}

/// Why there are no rows.
enum Trouble {
    Unreadable(Unreadable),
    NoChild(io::Error),
}

fn taken_apart(program: &Path, file: File, watch: &Watch) -> Result<Table, Trouble> {
    let mut child = Command::new(program)
        .arg(READ_ROWS)
        // Windows finds its own libraries by this one.
        .env_clear()
        .envs(env::var_os(SYSTEM).map(|root| (SYSTEM, root)))
        .stdin(Stdio::from(file))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(Trouble::NoChild)?;
    let said = listen(&mut child);
    let came = wait(&said, watch);
    // It has said all, or is to say no more.
    let _ = child.kill();
    let ended = child.wait().map_err(Trouble::NoChild)?;
    match came {
        Some(Said::Read(table)) => Ok(table),
        Some(Said::Refused(error)) => Err(Trouble::Unreadable(error)),
        Some(Said::Lines(_)) | None => Err(Trouble::Unreadable(why(ended))),
    }
}

/// The argument that makes our program take a file apart.
const READ_ROWS: &str = "read-rows";

/// The only variable that the child is given.
const SYSTEM: &str = "SystemRoot";

/// Hears what the child says in a thread, because there is no other way to stop waiting for it.
fn listen(child: &mut Child) -> Receiver<Said> {
    let (send, said) = channel();
    if let Some(output) = child.stdout.take() {
        thread::spawn(move || {
            let mut output = BufReader::new(output.take(MOST_ANSWERED));
            while let Ok(word) = hear(&mut output) {
                if send.send(word).is_err() {
                    return;
                }
            }
        });
    }
    said
}

fn hear(from: &mut impl Read) -> io::Result<Said> {
    let mut tag = [0; 1];
    from.read_exact(&mut tag)?;
    let mut rest = Vec::new();
    match tag[0] {
        LINES => {
            let mut lines = [0; 4];
            from.read_exact(&mut lines)?;
            Ok(Said::Lines(u32::from_le_bytes(lines) as usize))
        }
        REFUSED => {
            from.read_to_end(&mut rest)?;
            Ok(Said::Refused(serde_json::from_slice(&rest)?))
        }
        READ => {
            from.read_to_end(&mut rest)?;
            let table = Table::from_bytes(&rest);
            table
                .map(Said::Read)
                .ok_or(io::ErrorKind::InvalidData.into())
        }
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}

/// Waits for the last word; none when the child ended without one.
fn wait(said: &Receiver<Said>, watch: &Watch) -> Option<Said> {
    let mut waited = Duration::ZERO;
    loop {
        match said.recv_timeout(GLANCE) {
            Ok(Said::Lines(lines)) => {
                watch.tell(lines);
                waited = Duration::ZERO;
            }
            Ok(last) => return Some(last),
            Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) if watch.is_stopped() => {
                return Some(Said::Refused(Unreadable::Stopped));
            }
            Err(RecvTimeoutError::Timeout) if waited > PATIENCE => {
                return Some(Said::Refused(too_slow()));
            }
            Err(RecvTimeoutError::Timeout) => waited += GLANCE,
        }
    }
}

fn too_slow() -> Unreadable {
    Unreadable::TooSlow {
        seconds: PATIENCE.as_secs(),
    }
}

/// Why a child ended without a word.
fn why(ended: ExitStatus) -> Unreadable {
    match limits::Death::of(ended) {
        limits::Death::OfMemory => Unreadable::TooMuchMemory {
            limit: limits::READER_MEGABYTES,
        },
        limits::Death::OfTime => too_slow(),
        limits::Death::Other => Unreadable::Damaged,
    }
}

/// What the child does: caps itself, takes apart what comes in, and says what came of it.
///
/// # Errors
/// When nobody hears it, or the caps can't be set.
pub fn answer_reader(from: &mut impl Read, to: &mut impl Write) -> io::Result<()> {
    limits::cap_reader()?;
    let mut bytes = Vec::new();
    from.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    let mut deaf = None;
    let table = Table::take_apart(&bytes, &mut |lines| {
        let lines = u32::try_from(lines).unwrap_or(u32::MAX).to_le_bytes();
        let told = to
            .write_all(&[LINES])
            .and_then(|()| to.write_all(&lines))
            .and_then(|()| to.flush());
        deaf = deaf.take().or(told.err());
    });
    if let Some(error) = deaf {
        return Err(error);
    }
    match table {
        Ok(table) => {
            drop(bytes);
            to.write_all(&[READ])?;
            table.write(to)?;
        }
        Err(error) => {
            to.write_all(&[REFUSED])?;
            to.write_all(&serde_json::to_vec(&error)?)?;
        }
    }
    to.flush()
}
