//! The README says what is so.

use caseload::commands::{Scope, in_force};
use strum::VariantArray as _;

const README: &str = include_str!("../../README.md");
const BEGIN: &str = "<!-- keys -->\n";
const END: &str = "<!-- /keys -->";

/// The table of commands as the README prints it.
fn keys() -> String {
    let mut text = String::new();
    for scope in Scope::VARIANTS {
        text.push_str(&format!(
            "\n**{}**\n\n| key | does |\n|---|---|\n",
            scope.label()
        ));
        for row in in_force(&[*scope]) {
            let keys = row.all_keys().replace('|', "\\|");
            text.push_str(&format!("| {keys} | {} |\n", row.words));
        }
    }
    text
}

#[test]
fn the_keys_in_the_readme_are_those_of_the_table() {
    let (_, rest) = README.split_once(BEGIN).expect("a mark before the keys");
    let (written, _) = rest.split_once(END).expect("a mark after the keys");
    let expected = keys();
    assert!(
        written == expected,
        "the README's keys should be:\n{BEGIN}{expected}{END}"
    );
}

#[test]
fn the_readme_names_the_two_commands() {
    for command in ["cargo run --release", "cargo test"] {
        assert!(
            README.lines().any(|line| line == command),
            "{command} does not stand alone in a line"
        );
    }
}
