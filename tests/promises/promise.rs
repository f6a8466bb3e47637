//! [`Promise`]: one promise, and how it is tried.

use super::{Size, Tally};

/// One promise about the file, and how it is tried.
#[derive(Clone, Copy)]
pub struct Promise {
    /// Its number, as the README's table gives it.
    pub number: u8,
    /// What is promised, in a few words.
    pub words: &'static str,
    /// Tries it.
    pub tries: fn(Size) -> Tally,
}

impl Promise {
    /// What the test is called: "02 a power cut loses nothing".
    pub fn name(&self) -> String {
        format!("{:02} {}", self.number, self.words)
    }
}
