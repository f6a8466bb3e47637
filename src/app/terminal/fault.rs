//! What is said when the program itself is at fault.

use std::io::{self, Write};
use std::panic::{self, Location};
use std::path::{Component, Path};
use std::thread;

use super::try_restore;

/// From now on a panic on this thread gives the terminal back, if it was taken, and says where it was, and nothing of what
/// was on screen or in the panic's own words, which may hold data. Other threads panic silently: their results say that they
/// failed.
#[expect(clippy::disallowed_methods, reason = "nothing of the data is written")]
pub fn report_faults() {
    let ours = thread::current().id();
    panic::set_hook(Box::new(move |panic| {
        if thread::current().id() == ours {
            let was_taken = try_restore();
            let _ = writeln!(io::stderr(), "{}", words(panic.location(), was_taken));
        }
    }));
}

fn words(location: Option<&Location<'_>>, was_on_screen: bool) -> String {
    let place = location.map_or_else(
        || "an unknown place".to_owned(),
        |location| {
            format!(
                "{}:{}",
                within_its_crate(Path::new(location.file())),
                location.line()
            )
        },
    );
    let typed = if was_on_screen {
        "; what you were typing was kept as a draft up to two seconds ago"
    } else {
        ""
    };
    format!(
        "Caseload stopped because of a fault in the program (at {place}). Everything that said Saved is in the file{typed}."
    )
}

/// The path from the crate on: where the program was built is nobody's business.
fn within_its_crate(path: &Path) -> String {
    let parts: Vec<_> = path
        .components()
        .filter_map(|part| match part {
            Component::Normal(name) => Some(name.to_string_lossy()),
            _ => None,
        })
        .collect();
    let from = match parts.iter().rposition(|part| part == "src") {
        Some(source) => source.saturating_sub(1),
        None => parts.len().saturating_sub(1),
    };
    parts[from..].join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_says_where_and_what_is_safe() {
        let words = words(Some(Location::caller()), true);
        assert!(
            words.starts_with(
                "Caseload stopped because of a fault in the program (at src/app/terminal/fault.rs:"
            ),
            "{words}"
        );
        assert!(words.ends_with("up to two seconds ago."), "{words}");
    }

    #[test]
    fn a_plain_command_speaks_of_no_typing() {
        let words = words(None, false);
        assert!(words.ends_with("is in the file."), "{words}");
    }

    #[test]
    fn a_place_tells_nothing_about_where_the_program_was_built() {
        for (path, shown) in [
            ("src/ui/panes/today.rs", "src/ui/panes/today.rs"),
            (
                "/home/ann/.cargo/registry/src/index-1949/ratatui-core-0.1.2/src/buffer/diff.rs",
                "ratatui-core-0.1.2/src/buffer/diff.rs",
            ),
            (
                "/rustc/59807616/library/core/src/option.rs",
                "core/src/option.rs",
            ),
            ("/home/ann/build.rs", "build.rs"),
        ] {
            assert_eq!(within_its_crate(Path::new(path)), shown);
        }
    }
}
