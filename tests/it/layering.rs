//! The layers, read from the source: each rule is the message of the test that keeps it.

use std::fs;
use std::path::{Path, PathBuf};

/// Longer files ask to be split. The table of commands is one table, however long.
const LONGEST: usize = 450;
const LONGEST_TESTS: usize = 500;

/// A file of the source.
struct Source {
    /// From the top of the package, with slashes: "src/domain/pupil.rs".
    path: String,
    /// All its lines.
    lines: Vec<String>,
}

impl Source {
    fn is_in(&self, places: &[&str]) -> bool {
        places.iter().any(|place| {
            self.path.starts_with(&format!("{place}/")) || self.path == format!("{place}.rs")
        })
    }

    fn is_tests(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.contains("/tests/")
    }

    /// Its numbered lines of code: without comments, and up to the tests at its end.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_tests = self.is_tests();
        let lines = self.lines.iter().map(String::as_str).enumerate();
        lines
            .take_while(move |(at, line)| {
                let next = self.lines.get(at + 1).map_or("", String::as_str);
                let begins_tests = *line == "#[cfg(test)]" && next.starts_with("mod tests {");
                !is_tests && !begins_tests
            })
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
            .map(|(at, line)| (at + 1, line))
    }
}

fn sources() -> Vec<Source> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    let mut folders: Vec<PathBuf> = vec![top.join("src"), top.join("tests")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of the source") {
            let path = entry.expect("a file of the source").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(top).expect("a path in the package");
                let text = fs::read_to_string(&path).expect("a text");
                sources.push(Source {
                    path: below.to_string_lossy().replace('\\', "/"),
                    lines: text.lines().map(str::to_owned).collect(),
                });
            }
        }
    }
    assert!(sources.len() > 300, "the source was not found");
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    sources
}

/// Fails with the rule and each line that breaks it. `asked` says which files the rule is about, `breaks` which lines of
/// code break it.
#[track_caller]
fn keeps(rule: &str, asked: impl Fn(&Source) -> bool, breaks: impl Fn(&str) -> bool) {
    let sources = sources();
    let broken: Vec<String> = sources
        .iter()
        .filter(|source| source.path.starts_with("src/") && asked(source))
        .flat_map(|source| {
            let lines = source.code().filter(|(_, line)| breaks(line));
            lines.map(|(at, line)| format!("{}:{at}: {}", source.path, line.trim()))
        })
        .collect();
    assert!(broken.is_empty(), "{rule}\n{}", broken.join("\n"));
}

/// Whether a line has one of these words, with nothing of a word around it.
fn has_word(line: &str, words: &[&str]) -> bool {
    let is_of_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    words.iter().any(|word| {
        line.match_indices(word).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            let after = line[at + word.len()..].chars().next();
            !before.is_some_and(is_of_word) && !after.is_some_and(is_of_word)
        })
    })
}

/// Whether a line names one of these layers of the crate.
fn uses(line: &str, layers: &[&str]) -> bool {
    layers
        .iter()
        .any(|layer| has_word(line, &[&format!("crate::{layer}")]))
}

#[test]
fn the_domain_knows_no_other_layer() {
    keeps(
        "The domain uses no other layer of the program: rules of the field are pure.",
        |source| source.is_in(&["src/domain"]),
        |line| {
            let layers = [
                "app",
                "cli",
                "commands",
                "demo",
                "documents",
                "import",
                "keys",
                "os",
                "sanitize",
                "store",
                "ui",
            ];
            uses(line, &layers)
        },
    );
}

#[test]
fn the_domain_touches_nothing_outside_memory() {
    keeps(
        "The domain has no files, clock, processes or threads: what it needs it is given.",
        |source| source.is_in(&["src/domain"]),
        |line| {
            let outside = ["fs", "env", "io", "net", "process", "thread", "time"];
            outside
                .iter()
                .any(|part| has_word(line, &[&format!("std::{part}")]))
        },
    );
}

#[test]
fn import_demo_and_documents_use_the_domain_alone() {
    keeps(
        "Import, demo and documents use the domain alone: they neither see the file nor the screen.",
        |source| source.is_in(&["src/import", "src/demo", "src/documents"]),
        |line| {
            uses(
                line,
                &["app", "cli", "commands", "keys", "os", "store", "ui"],
            )
        },
    );
}

#[test]
fn the_store_serves_and_asks_nobody_above_it() {
    keeps(
        "The store uses the domain and os alone: whoever reads and shows is above it.",
        |source| source.is_in(&["src/store"]),
        |line| {
            let above = [
                "app",
                "cli",
                "commands",
                "demo",
                "documents",
                "import",
                "keys",
                "ui",
            ];
            uses(line, &above)
        },
    );
}

#[test]
fn only_the_store_speaks_sql() {
    keeps(
        "Only src/store speaks SQL: its words and rusqlite are nowhere else.",
        |source| !source.is_in(&["src/store"]),
        |line| {
            let begins = ["SELECT", "INSERT", "DELETE", "UPDATE", "PRAGMA", "CREATE"];
            let goes_on = ["FROM", "INTO", "SET", "TABLE", "INDEX", "WHERE"];
            has_word(line, &["rusqlite"])
                || has_word(line, &begins) && has_word(line, &goes_on)
                || line.contains("\"PRAGMA ")
        },
    );
}

#[test]
fn the_screen_reads_the_log_and_nothing_else_of_the_file() {
    keeps(
        "The screen reads the log and never the file: what it wants changed is an Effect.",
        |source| source.is_in(&["src/ui"]),
        |line| {
            // What the gate asks for, and what a log says that can't be read, are plain values.
            let plain = ["Log", "StoreError", "Unlock", "Passphrase"];
            let of_store = uses(line, &["store"])
                && !plain
                    .iter()
                    .any(|name| line.contains(&format!("crate::store::{name}")));
            of_store || uses(line, &["cli", "os", "demo"])
        },
    );
}

#[test]
fn the_screen_touches_no_files_and_no_clock() {
    keeps(
        "The screen has no files, clock or threads: the app gives it what it shows.",
        |source| source.is_in(&["src/ui"]),
        |line| {
            let outside = ["fs", "env", "io", "net", "process", "thread", "time"];
            outside
                .iter()
                .any(|part| has_word(line, &[&format!("std::{part}")]))
        },
    );
}

#[test]
fn only_look_names_colours_and_borders() {
    keeps(
        "Only src/ui/look.rs names a colour, bold or a border: all else names a role.",
        |source| source.is_in(&["src/ui", "src/app"]) && source.path != "src/ui/look.rs",
        |line| {
            let is_border = |letter: char| ('\u{2500}'..='\u{257f}').contains(&letter);
            has_word(line, &["Color", "Modifier"]) || line.contains(is_border)
        },
    );
}

#[test]
fn only_keys_knows_the_terminals_kinds_of_key() {
    keeps(
        "Only src/keys knows crossterm's kinds of key: all else knows Key.",
        |source| !source.is_in(&["src/keys"]),
        |line| {
            let kinds = ["KeyEvent", "KeyEventKind", "KeyEventState", "KeyModifiers"];
            has_word(line, &kinds)
        },
    );
    keeps(
        "Only src/keys, src/app/terminal and src/os speak to the terminal; src/cli/out.rs asks how wide it is.",
        |source| {
            let places = ["src/keys", "src/app/terminal", "src/os", "src/cli/out"];
            !source.is_in(&places)
        },
        |line| line.contains("crossterm"),
    );
}

#[test]
fn one_clock_tells_the_time() {
    keeps(
        "Only src/app/clock.rs, src/app/terminal.rs (how long it waits), src/cli and src/os ask for the time.",
        |source| {
            let places = ["src/app/clock", "src/app/terminal", "src/cli", "src/os"];
            !source.is_in(&places)
        },
        |line| {
            let clocks = ["Local", "Utc", "SystemTime", "Instant"];
            clocks
                .iter()
                .any(|clock| line.contains(&format!("{clock}::now")))
        },
    );
}

#[test]
fn only_os_differs_between_systems() {
    keeps(
        "Only src/os differs between operating systems.",
        |source| !source.is_in(&["src/os"]),
        |line| line.contains("cfg(") && has_word(line, &["unix", "windows", "target_os"]),
    );
}

#[test]
fn nothing_is_waved_through() {
    keeps(
        "No lint is allowed outside tests: mend what it found.",
        |source| !source.is_tests(),
        |line| {
            line.trim_start().starts_with("#[allow(") || line.trim_start().starts_with("#![allow(")
        },
    );
}

#[test]
fn files_are_short_enough_to_read() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|source| source.path.starts_with("src/") && source.path != "src/commands/table.rs")
        .filter(|source| {
            let longest = if source.is_tests() {
                LONGEST_TESTS
            } else {
                LONGEST
            };
            source.lines.len() > longest
        })
        .map(|source| format!("{}: {} lines", source.path, source.lines.len()))
        .collect();
    assert!(
        long.is_empty(),
        "A file of more than {LONGEST} lines asks to be split (one of tests beside it, of more than {LONGEST_TESTS}):\n{}",
        long.join("\n")
    );
}

#[test]
fn files_are_named_after_what_they_hold() {
    const NAMELESS: [&str; 6] = ["mod", "utils", "util", "helpers", "common", "manager"];
    let nameless: Vec<String> = sources()
        .into_iter()
        .map(|source| source.path)
        .filter(|path| {
            let parts = path.trim_end_matches(".rs").split('/');
            parts.into_iter().any(|part| NAMELESS.contains(&part))
        })
        .collect();
    assert!(
        nameless.is_empty(),
        "A file is named after the noun it holds, and foo/ stands beside foo.rs:\n{}",
        nameless.join("\n")
    );
}

#[test]
fn a_rule_that_is_broken_is_found() {
    let source = Source {
        path: "src/domain/pupil/name.rs".to_owned(),
        lines: [
            "// use crate::store::Log;",
            "use crate::store::Log;",
            "#[cfg(test)]",
            "mod tests {",
            "use crate::ui::Look;",
        ]
        .map(str::to_owned)
        .to_vec(),
    };
    let found: Vec<usize> = source
        .code()
        .filter(|(_, line)| uses(line, &["store", "ui"]))
        .map(|(at, _)| at)
        .collect();
    assert_eq!(found, [2]);
    assert!(source.is_in(&["src/domain"]) && source.is_in(&["src/domain/pupil"]));
    assert!(!source.is_in(&["src/dom"]));
    assert!(!has_word("KeyCodes and MyKeyCode", &["KeyCode"]));
    assert!(has_word("a KeyCode.", &["KeyCode"]));
}

#[test]
fn no_sentence_of_ours_takes_every_pupil_for_a_girl() {
    keeps(
        "What the program says of pupils fits every one of them: \"the pupil\", or no pronoun at all.",
        |source| !source.is_in(&["src/demo"]),
        |line| has_word(line, &["she", "She", "her", "Her", "herself"]),
    );
}
