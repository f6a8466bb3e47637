//! The program as it is started from a shell.

use crate::terminal::Terminal;

#[test]
fn the_version_is_printed() {
    let mut terminal = Terminal::start(&["--version"], 24, 80);
    assert!(terminal.ends().success());
}
