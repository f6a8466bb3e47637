//! The plain commands, and the arguments that start the screen.

mod args;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use crate::app::{self, App, Clock, Places};
use crate::ui::{Look, Style};
use args::Args;

/// Runs what the arguments ask for.
pub fn main() -> ExitCode {
    let args = Args::parse();
    match screen(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // There is nowhere left to say that standard error is closed.
            let _ = writeln!(io::stderr(), "Caseload needs a terminal to run in: {error}");
            ExitCode::FAILURE
        }
    }
}

fn screen(args: &Args) -> io::Result<()> {
    let no_home = || io::Error::other("this account has no home folder");
    let places = Places::of_this_user().ok_or_else(no_home)?;
    let style = if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        Style::OneColour
    } else {
        Style::Standard
    };
    let look = Look {
        style,
        plain: args.plain,
        ..Look::default()
    };
    let app = App::new(Clock::Real { today: args.today }, places, look);
    app::run(app, true)
}
