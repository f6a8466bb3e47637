//! The plain commands, and the arguments that start the screen: all that a script, a test or a screen reader needs.

mod args;
mod backup;
mod brief;
mod check;
mod demo;
mod due;
mod export;
mod failure;
mod import;
mod list;
mod log;
mod new;
mod office;
mod out;
mod passphrase;
mod progress;
mod read_rows;
mod record;
mod restore;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use crate::app::{self, App, Clock, Job};
use crate::sanitize;
use crate::ui::{Look, Style};
use args::{Args, Command};
use failure::Failure;
use office::Office;
use out::Out;

/// The version of the JSON: fields are added, never renamed.
const VERSION: u32 = 1;

/// Runs what the arguments ask for.
#[expect(
    clippy::disallowed_methods,
    reason = "what went wrong is said here, cleaned"
)]
pub fn main() -> ExitCode {
    app::terminal::report_faults();
    let args = match Args::try_parse() {
        // Help and the version, which hold nothing but our own words.
        Err(answer) if !answer.use_stderr() => answer.exit(),
        args => args.map_err(Failure::from),
    };
    match args.and_then(|args| run(&args)) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read from us has read enough.
        Err(failure) if failure.is_closed_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            // When standard error is closed there is nobody left to tell.
            let _ = writeln!(io::stderr(), "{}", sanitize::clean(&failure.to_string()));
            failure.status()
        }
    }
}

fn run(args: &Args) -> Result<(), Failure> {
    // Before anything is looked up or opened.
    if let Some(Command::ReadRows) = args.command {
        return read_rows::run();
    }
    let office = Office::of(args)?;
    let out = &mut Out::standard();
    match &args.command {
        None => screen(args, &office, None),
        Some(Command::New { school, senco }) => new::run(&office, school, senco, out),
        Some(Command::Demo { to: None }) => screen(args, &office, Some(Job::Demo)),
        Some(Command::Demo { to: Some(to) }) => demo::run(&office, to, out),
        Some(Command::List { words, json }) => list::run(&office, words, *json, out),
        Some(Command::Due { days, json }) => due::run(&office, *days, *json, out),
        Some(Command::Brief { name, json }) => brief::run(&office, name, *json, out),
        Some(Command::Log { name, json }) => log::run(&office, name, *json, out),
        Some(Command::Import(import)) => import::run(&office, import, out),
        Some(Command::Export { to: Some(to), .. }) => export::all(&office, to, out),
        Some(Command::Export {
            access: Some(path), ..
        }) => export::access(&office, path, out),
        Some(Command::Export { register, .. }) => match register {
            Some(path) => export::register(&office, path, out),
            None => Err(Failure::usage(
                "Say where to: --to FOLDER for everything, --register FILE for the register, --access FILE for access arrangements.",
            )),
        },
        Some(Command::Backup { to }) => backup::run(&office, to.as_deref(), out),
        Some(Command::Restore { path }) => restore::run(&office, path, out),
        Some(Command::Check { json }) => check::run(&office, *json, out),
        Some(Command::ReadRows) => Ok(()),
        Some(Command::Record { json }) => record::run(&office, &mut io::stdin().lock(), *json, out),
    }
}

/// Opens the screen, on the file that was named if one was.
fn screen(args: &Args, office: &Office, job: Option<Job>) -> Result<(), Failure> {
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let style = if no_colour {
        Style::OneColour
    } else {
        Style::Standard
    };
    let look = Look {
        style,
        plain: args.plain,
        ..Look::default()
    };
    let mut app = App::new(
        Clock::Real { today: args.today },
        office.places().clone(),
        look,
    );
    if let Some(job) = job.or_else(|| office.named_file().map(|path| Job::Choose(path.to_owned())))
    {
        app.start(job);
    }
    app::run(app, true)
        .map_err(|error| Failure::refused(format!("Caseload needs a terminal to run in: {error}.")))
}
