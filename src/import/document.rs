//! What a file is that is to be attached to a pupil: told by its content, and taken in only if it holds no program.
//!
//! Nothing in it is run, and nothing but names and the list of its parts is unpacked.

mod compound;
mod marks;
mod not_taken;
mod text;
mod zipped;

use std::borrow::Cow;
use std::path::Path;

use crate::domain::DocumentFormat;
use crate::domain::document::MOST_BYTES;
use crate::sanitize;

pub use not_taken::NotTaken;

/// The longest name that is kept of a file's.
const LONGEST_NAME: usize = 100;

/// Endings of programs and of what starts them. A file so called is refused whatever it holds.
const PROGRAMS: [&str; 37] = [
    "app", "appx", "bat", "chm", "cmd", "com", "command", "cpl", "desktop", "dll", "exe", "hta",
    "htm", "html", "inf", "jar", "js", "jse", "lnk", "msc", "msi", "msix", "pif", "ps1", "py",
    "reg", "scf", "scr", "sh", "svg", "sys", "url", "vb", "vbe", "vbs", "wsf", "wsh",
];

/// What a file's content is.
///
/// # Errors
/// When it is not to be taken in: a program, a script, an office file with macros, something that can't be looked into.
pub fn read(name: &str, bytes: &[u8]) -> Result<DocumentFormat, NotTaken> {
    if bytes.is_empty() {
        return Err(NotTaken::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Err(NotTaken::too_large());
    }
    if let Some(what) = marks::program(bytes) {
        return Err(NotTaken::Program { what });
    }
    if starts_something(name) {
        return Err(NotTaken::Program {
            what: "a program or a script, going by its name",
        });
    }
    if zipped::is_one(bytes) {
        return zipped::format(bytes);
    }
    if compound::is_one(bytes) {
        return compound::format(bytes);
    }
    if let Some(format) = marks::format(bytes) {
        return match format {
            DocumentFormat::Rtf if text::has(bytes, b"\\obj") => Err(NotTaken::Objects),
            format => Ok(format),
        };
    }
    text::format(bytes)
}

/// What a document is called at first: the file's name without its ending, and without what could not be seen in it.
pub fn title(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name: Cow<'_, str> = sanitize::clean(&name);
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let bare = name.rsplit_once('.').map_or(name, |(bare, _)| bare);
    let bare = if bare.trim().is_empty() { name } else { bare };
    bare.trim().chars().take(LONGEST_NAME).collect()
}

/// Whether a system would start what is so called. It reads names without what can't be seen, and without dots and spaces at
/// their end; and what follows a colon is another file to Windows.
fn starts_something(name: &str) -> bool {
    let seen = sanitize::clean(name);
    seen.split(':').any(|name| {
        let name = name.trim_end_matches(['.', ' ']);
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        PROGRAMS.contains(&ending.to_lowercase().as_str())
    })
}

#[cfg(test)]
mod tests;
