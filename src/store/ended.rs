//! [`Ended`]: how the session before this one ended.

/// How the session before this one ended, and what came of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// As it should.
    Well,
    /// It was killed, or the power went. All of the file is checked when it is opened.
    Badly,
    /// Badly; all of the file was checked and is good.
    Checked,
    /// Badly, and the journal beside the file was not the file's own. The file was mended from a copy.
    Mended,
}

impl Ended {
    /// What to say of it (F10); nothing when there is nothing to say.
    pub(super) fn words(self) -> Option<&'static str> {
        match self {
            Self::Well => None,
            Self::Badly => Some(
                "The last session did not end cleanly. All of the file is checked when you open it.",
            ),
            Self::Checked => Some(
                "The last session did not end cleanly. All of the file was checked, and it is good.",
            ),
            Self::Mended => Some(
                "The last session did not end cleanly, and a journal that was not this file's had damaged it. It was mended from a copy made first; the damaged file is kept beside it.",
            ),
        }
    }
}
