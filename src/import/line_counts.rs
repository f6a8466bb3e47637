use serde::Serialize;

/// The lines of a file, every one counted once: `read` is all the others together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LineCounts {
    /// Read.
    pub read: usize,
    /// Of pupils who are added.
    pub added: usize,
    /// Of pupils who change.
    pub changed: usize,
    /// Of pupils who do not.
    pub unchanged: usize,
    /// Of nobody, or left out.
    pub skipped: usize,
    /// Waiting for an answer.
    pub held: usize,
}
