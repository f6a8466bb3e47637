//! [`Kind`]: the kinds of word that widen each other.

/// Words of one kind widen each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Status,
    Year,
    Need,
    When,
    LedBy,
    School,
}
