//! What is wrong with a recovery code as typed.

use super::recovery_code::{DIGITS, GROUPS};

/// What is wrong with a recovery code as typed; never its digits, which are a secret.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum RecoveryCodeError {
    /// These groups, counted from 1, don't come out.
    #[error("{} of the recovery code {} mistyped. Compare {} with the sheet and type the code again.", groups_of(groups), if groups.len() == 1 { "is" } else { "are" }, if groups.len() == 1 { "it" } else { "them" })]
    Mistyped {
        /// The groups, counted from 1, in order.
        groups: Vec<usize>,
    },
    /// Not 48 digits.
    #[error("A recovery code has {} digits, in {GROUPS} groups of {DIGITS}; this has {digits}. Compare it with the sheet and type it again.", GROUPS * DIGITS)]
    Count {
        /// How many digits it has.
        digits: usize,
    },
}

/// "Group 3", "Groups 3 and 5", "Groups 1, 3 and 5".
fn groups_of(groups: &[usize]) -> String {
    let words: Vec<String> = groups.iter().map(usize::to_string).collect();
    match words.as_slice() {
        [] => String::from("A group"),
        [one] => format!("Group {one}"),
        [first @ .., last] => format!("Groups {} and {last}", first.join(", ")),
    }
}
