//! The table of commands: all that a person can ask for by a key.
//!
//! One row each: the command, the keys, where it holds, and its words. The key press, the footer, F1 (help and palette in
//! one), the README and the tests all read this table.

mod command;
mod row;
mod scope;
mod table;

pub use command::Command;
pub use row::Row;
pub use scope::Scope;
pub use table::TABLE;

use crate::keys::Key;

/// The command that a key means where these scopes hold, the most particular first.
pub fn find(scopes: &[Scope], key: Key) -> Option<Command> {
    scopes.iter().find_map(|scope| {
        let row = TABLE
            .iter()
            .find(|row| row.scope == *scope && row.keys.contains(&key));
        row.map(|row| row.command)
    })
}

/// The row of a command in the first of these scopes that has it.
pub fn row(scopes: &[Scope], command: Command) -> Option<&'static Row> {
    scopes.iter().find_map(|scope| {
        TABLE
            .iter()
            .find(|row| row.scope == *scope && row.command == command)
    })
}

/// All rows in force, the most particular first.
pub fn in_force(scopes: &[Scope]) -> impl Iterator<Item = &'static Row> + '_ {
    scopes
        .iter()
        .flat_map(|scope| TABLE.iter().filter(move |row| row.scope == *scope))
}
