//! What is said when the program itself is at fault.

use std::io::{self, Write};
use std::panic::{self, Location};
use std::path::{Component, Path};
use std::thread;

use super::try_restore;

/// From now on a panic on this thread gives the terminal back and says where it was, and nothing of what was on screen
/// or in the panic's own words, which may hold data. Other threads panic silently: their results say that they failed.
pub(super) fn report_to_the_terminal() {
    let ours = thread::current().id();
    panic::set_hook(Box::new(move |panic| {
        if thread::current().id() == ours {
            try_restore();
            let _ = writeln!(io::stderr(), "{}", words(panic.location()));
        }
    }));
}

fn words(location: Option<&Location<'_>>) -> String {
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
    format!(
        "Caseload stopped because of a fault in the program (at {place}). Everything that said Saved is in the file; what \
         you were typing was kept as a draft up to two seconds ago."
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
        let words = words(Some(Location::caller()));
        assert!(
            words.starts_with(
                "Caseload stopped because of a fault in the program (at src/app/terminal/fault.rs:"
            ),
            "{words}"
        );
        assert!(words.ends_with("up to two seconds ago."), "{words}");
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
