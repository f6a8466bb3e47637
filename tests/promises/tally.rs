//! [`Tally`]: what came of trying a promise.

use super::{Promise, Size};

/// What came of trying a promise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many cases were tried.
    pub tried: usize,
    /// The cases in which it did not hold, each with what to look at: a seed, a moment, a byte.
    pub broken: Vec<String>,
    /// What the table says beside it: how the cases were made, or what was found on the way.
    pub remark: String,
}

impl Tally {
    /// Tries a promise. A trial that can't be made is one in which it does not hold, and is in the table all the same.
    pub fn of(promise: Promise, size: Size) -> Self {
        let mut tally = None;
        let mut failed = Self::default();
        failed.attempt("it can't be tried", || tally = Some((promise.tries)(size)));
        tally.unwrap_or(failed)
    }

    /// Counts a case, and keeps why the promise did not hold in it, if it did not.
    pub fn count(&mut self, case: Result<(), String>) {
        self.tried += 1;
        self.broken.extend(case.err());
    }

    /// Counts a case that panics where the promise does not hold.
    pub fn attempt(&mut self, case: impl std::fmt::Display, tries: impl FnOnce()) {
        let tried = std::panic::catch_unwind(std::panic::AssertUnwindSafe(tries));
        self.count(tried.map_err(|panic| {
            let words = panic
                .downcast_ref::<String>()
                .map(String::as_str)
                .or_else(|| panic.downcast_ref::<&str>().copied());
            format!("{case}: {}", words.unwrap_or("a panic without words"))
        }));
    }

    /// With what the table says beside it.
    #[must_use]
    pub fn remarking(mut self, remark: impl Into<String>) -> Self {
        self.remark = remark.into();
        self
    }

    /// Whether the promise holds. One that was never tried does not.
    ///
    /// # Errors
    /// With the first cases in which it did not hold.
    pub fn verdict(&self) -> Result<(), String> {
        const SHOWN: usize = 10;
        if self.tried == 0 {
            return Err("nothing was tried".to_owned());
        }
        if self.broken.is_empty() {
            return Ok(());
        }
        let first: Vec<_> = self.broken.iter().take(SHOWN).map(String::as_str).collect();
        Err(format!(
            "{} of {} cases:\n{}",
            self.broken.len(),
            self.tried,
            first.join("\n")
        ))
    }
}
