//! What the cells of a file say, one kind of value a file. Nothing is guessed: what can't be read whole comes back in words.

pub(super) mod date;
pub(super) mod hours;
pub(super) mod money;
pub(super) mod name;
pub(super) mod need;
pub(super) mod status;
mod written_date;
pub(super) mod yes_no;

/// Whether a cell says that it says nothing: "-", "n/a".
pub(super) fn is_dash(words: &str) -> bool {
    matches!(
        words.to_lowercase().as_str(),
        "" | "n/a" | "n / a" | "not applicable"
    ) || words
        .chars()
        .all(|letter| matches!(letter, '-' | '\u{2013}' | '\u{2014}' | '.' | '/'))
}
