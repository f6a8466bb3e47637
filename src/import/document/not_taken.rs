//! [`NotTaken`].

use crate::domain::document::MOST_BYTES;

/// Why a file is not attached, with what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// No bytes.
    #[error("The file is empty.")]
    Empty,
    /// More bytes than a document may have.
    #[error(
        "The file has more than {limit} MB. Save it smaller, or in parts: a scan in grey is a tenth of one in colour."
    )]
    TooLarge {
        /// The most it may have, in MB.
        limit: usize,
    },
    /// A program, or something that starts one.
    #[error("This is {what}. It is not taken in: a record holds documents only.")]
    Program {
        /// What it is, with its article.
        what: &'static str,
    },
    /// A web page or a picture that may hold scripts.
    #[error("This is a web page, which may hold scripts. Print it to PDF, and attach that.")]
    WebPage,
    /// An office file with macros.
    #[error(
        "This file holds macros, which are programs. Save it without them (.docx, .xlsx) or as PDF, and attach that."
    )]
    Macros,
    /// An office file with other files in it.
    #[error(
        "This file holds an object of another program, which can't be looked into. Save it as PDF, and attach that."
    )]
    Objects,
    /// An office file that opens with a password only.
    #[error(
        "This file opens with a password only, so nobody can see what is in it. Save it without one: the caseload is encrypted."
    )]
    Locked,
    /// An archive.
    #[error("This is an archive of other files. Unpack it, and attach what is in it.")]
    Archive,
    /// It begins as an office file or an archive does, and goes on as none.
    #[error(
        "The file is damaged, or was cut off on its way. Open it in its own program and save it anew."
    )]
    Damaged,
    /// Nothing that is known.
    #[error(
        "This is no kind of document that is taken in: PDF, Word, Excel, PowerPoint, rich or plain text, pictures. Save it as PDF, and attach that."
    )]
    Unknown,
}

impl NotTaken {
    /// It is larger than a document may be.
    pub fn too_large() -> Self {
        Self::TooLarge {
            limit: MOST_BYTES >> 20,
        }
    }
}
