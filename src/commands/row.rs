//! [`Row`]: one row of the table.

use super::{Command, Scope};
use crate::keys::Key;

/// One row of the table of commands.
#[derive(Debug)]
pub struct Row {
    /// What is asked for.
    pub command: Command,
    /// Where.
    pub scope: Scope,
    /// The keys, the one to show first.
    pub keys: &'static [Key],
    /// In the footer: one to three words.
    pub short: &'static str,
    /// In the help and the README: what it does.
    pub words: &'static str,
}

impl Row {
    /// The key as the footer shows it.
    pub fn key(&self) -> String {
        self.keys.first().map(Key::to_string).unwrap_or_default()
    }

    /// All its keys: "F1 or ?".
    pub fn all_keys(&self) -> String {
        self.keys
            .iter()
            .map(Key::to_string)
            .collect::<Vec<_>>()
            .join(" or ")
    }
}
