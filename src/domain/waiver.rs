//! [`Waiver`]: a check put aside, with the reason.

use serde::{Deserialize, Serialize};

use super::Refusal;
use super::quality::Check;

/// A check of the wording of a target or a strategy that the SENCO put aside. A "should" warns; it never blocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiver {
    /// The check's id.
    pub check: String,
    /// Why.
    pub why: String,
}

impl Waiver {
    /// Puts a check aside, with a word why.
    ///
    /// # Errors
    /// When there is no word why.
    pub fn new(check: &str, why: &str) -> Result<Self, Refusal> {
        if why.is_empty() {
            return Err(Refusal::of(
                "why",
                "Say why in a word or two, so that the next reader knows: agreed with the EP.",
            ));
        }
        Ok(Self {
            check: check.to_owned(),
            why: why.to_owned(),
        })
    }

    /// Adds it to others, in the place of an older one of the same check.
    pub fn join(self, waivers: &mut Vec<Self>) {
        waivers.retain(|waiver| waiver.check != self.check);
        waivers.push(self);
    }

    /// Whether it puts this check aside.
    pub fn is_of(&self, check: &Check) -> bool {
        self.check == check.id
    }
}
