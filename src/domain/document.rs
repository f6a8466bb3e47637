//! [`Document`]: a file attached to a pupil's record; and what is done with one.

mod edits;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Code, DocumentFormat, DocumentKind, Id, PersonId, PupilId};

pub use edits::{put, remove};

/// The id of a [`Document`].
pub type DocumentId = Id<Document>;

/// The most bytes that a document may have.
pub const MOST_BYTES: usize = 10 << 20;

/// What is known of a file attached to a pupil's record. Its content is in the caseload file, and is read only when it is
/// asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// The pupil.
    pub pupil: PupilId,
    /// What it is called.
    pub name: String,
    /// What it is to the record.
    pub kind: DocumentKind,
    /// What its content is.
    pub format: DocumentFormat,
    /// The day it bears.
    pub on: Option<NaiveDate>,
    /// Who it is from, by name.
    pub sender: String,
    /// The person, once matched.
    pub person: Option<PersonId>,
    /// What else is to be known of it.
    pub note: String,
    /// The day it was attached.
    pub attached_on: NaiveDate,
    /// How many bytes its content has.
    pub length: u32,
    /// SHA-256 of its content, in hexadecimal.
    pub sum: String,
}

impl Document {
    /// The name of a copy outside the caseload: what it is called, with the ending of its content and without anything that
    /// means something to an operating system.
    pub fn file_name(&self) -> String {
        const MOST: usize = 80;
        let is_plain = |letter: &char| letter.is_alphanumeric() || " -_()&'".contains(*letter);
        let kept: String = self.name.chars().filter(is_plain).take(MOST).collect();
        let kept = match kept.trim() {
            "" => "document",
            kept => kept,
        };
        // Windows takes these for devices, whatever follows the dot.
        let first = kept.split(' ').next().unwrap_or_default().to_uppercase();
        let is_device = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"]
            .iter()
            .any(|device| {
                first.trim_end_matches(|letter: char| !letter.is_alphabetic()) == *device
            });
        let before = if is_device { "document " } else { "" };
        format!("{before}{kept}.{}", self.format.ending())
    }

    /// How large it is, in words: "240 KB".
    pub fn size(&self) -> String {
        match self.length {
            length @ 0..1_000_000 => format!("{} KB", length.div_ceil(1_000)),
            length => format!("{}.{} MB", length / 1_000_000, length / 100_000 % 10),
        }
    }

    /// What it is, in a line: "EP report, PDF, 240 KB".
    pub fn words(&self) -> String {
        let (kind, format) = (self.kind.label(), self.format.label());
        format!("{kind}, {format}, {}", self.size())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::{AISHA, date};

    fn named(name: &str) -> Document {
        Document {
            id: Id::new(1),
            pupil: AISHA,
            name: name.to_owned(),
            kind: DocumentKind::EpReport,
            format: DocumentFormat::Pdf,
            on: None,
            sender: String::new(),
            person: None,
            note: String::new(),
            attached_on: date("2026-11-23"),
            length: 239_001,
            sum: String::new(),
        }
    }

    #[test]
    fn a_copy_is_called_what_no_system_obeys() {
        for (name, called) in [
            ("EP report", "EP report.pdf"),
            ("../../etc/passwd", "etcpasswd.pdf"),
            ("C:\\Windows\\x.exe", "CWindowsxexe.pdf"),
            ("report\u{202e}fdp.exe", "reportfdpexe.pdf"),
            ("con", "document con.pdf"),
            ("COM1 port", "document COM1 port.pdf"),
            ("a:b. ", "ab.pdf"),
            ("..", "document.pdf"),
            ("Zoë's plan", "Zoë's plan.pdf"),
        ] {
            assert_eq!(named(name).file_name(), called);
        }
        assert_eq!(named(&"x".repeat(300)).file_name().len(), 84);
    }

    #[test]
    fn a_size_is_told_in_words() {
        assert_eq!(named("x").words(), "EP report, PDF, 240 KB");
        let large = Document {
            length: 9_870_000,
            ..named("x")
        };
        assert_eq!(large.size(), "9.8 MB");
    }
}
