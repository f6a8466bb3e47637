//! The loop: wait, take what was typed, draw.

use std::io;

use super::App;
use super::terminal::Terminal;

/// Runs the program in the terminal until it is left. Nothing is drawn but after something happened, and what is shown
/// already is not written again.
///
/// # Errors
/// When there is no terminal, or it can't be read or written.
pub fn run(mut app: App, mouse: bool) -> io::Result<()> {
    let mut terminal = Terminal::start(mouse)?;
    show(&mut app, &mut terminal);
    while !app.is_over() {
        let inputs = match terminal.wait(app.deadline()) {
            Ok(inputs) if !terminal.is_ending() => inputs,
            // A window that is closed at this very moment can be a terminal that fails before it is known to be ending.
            ended => {
                app.keep_drafts();
                return ended.map(drop);
            }
        };
        let typed = !inputs.is_empty();
        app.inputs(inputs);
        if app.wake() || typed {
            show(&mut app, &mut terminal);
        }
    }
    Ok(())
}

fn show(app: &mut App, terminal: &mut Terminal) {
    let (cells, cursor) = app.draw(terminal.area());
    // A window that was just closed can't be written to: the next wait finds that the program is ending.
    drop(terminal.draw(cells, cursor));
}
