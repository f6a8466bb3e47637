//! Asking for a passphrase without showing it.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;

use zeroize::Zeroizing;

use super::Failure;

/// Longest first line of a passphrase file that is read, in bytes.
const LONGEST: u64 = 4096;

/// The passphrase: the first line of the file, or typed at the terminal without echo.
///
/// # Errors
/// When the file can't be read, or there is no terminal.
pub(super) fn read(file: Option<&Path>, prompt: &str) -> Result<Zeroizing<String>, Failure> {
    match file {
        Some(path) => first_line(path),
        None => rpassword::prompt_password(prompt)
            .map(Zeroizing::new)
            .map_err(|_| {
                Failure::refused(
                    "There is no terminal to ask for the passphrase. Give --passphrase-file PATH.",
                )
            }),
    }
}

fn first_line(path: &Path) -> Result<Zeroizing<String>, Failure> {
    let told =
        |what: &str| Failure::refused(format!("The passphrase file {} {what}.", path.display()));
    let file = File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => told("is not there. Check the path"),
        _ => told("can't be read. Check that it is yours to read"),
    })?;
    let mut line = Zeroizing::new(String::new());
    BufReader::new(file.take(LONGEST))
        .read_line(&mut line)
        .map_err(|_| told("is not text"))?;
    let words = Zeroizing::new(line.trim_end_matches(['\r', '\n']).to_owned());
    if words.is_empty() {
        return Err(told("has nothing in its first line"));
    }
    Ok(words)
}
