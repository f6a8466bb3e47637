//! [`LogPage`]: one of the three pages of the screen Log.

/// One of the three pages of the screen Log, in the order in which `v` goes through them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogPage {
    /// The registers of sessions of a week.
    #[default]
    Registers,
    /// What happened.
    Timeline,
    /// What is given to whom, and the catalogue.
    Provision,
}

impl LogPage {
    /// The page after this one; after the last, the first.
    pub fn next(self) -> Self {
        match self {
            Self::Registers => Self::Timeline,
            Self::Timeline => Self::Provision,
            Self::Provision => Self::Registers,
        }
    }
}
