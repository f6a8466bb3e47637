//! Caseload: starts the screen or one plain command.

fn main() {}
