//! What the program promises about the file, each promise tried many times, with one table at the end.
//!
//! `cargo test` tries each at a small size; `CASELOAD_T1=1` at the size of every run of CI, `CASELOAD_T2=1` at the size
//! that a release is tried at. `cargo test --test promises -- 02` tries one.

#![allow(clippy::print_stdout)]

#[cfg(target_os = "linux")]
mod attached;
mod backup;
#[cfg(target_os = "linux")]
mod bombs;
#[cfg(target_os = "linux")]
#[path = "../pty/bytes.rs"]
mod bytes;
#[cfg(target_os = "linux")]
mod catalogue;
#[cfg(target_os = "linux")]
mod damage;
mod derived;
mod edits;
mod formulas;
#[cfg(target_os = "linux")]
mod full;
#[cfg(target_os = "linux")]
mod given_back;
#[cfg(unix)]
mod guessing;
#[cfg(target_os = "linux")]
mod hands_off;
#[cfg(target_os = "linux")]
mod hostile;
#[cfg(target_os = "linux")]
mod imported;
mod killed;
#[cfg(target_os = "linux")]
mod leftovers;
mod located;
#[cfg(unix)]
mod locked;
#[cfg(target_os = "linux")]
mod locked_out;
#[cfg(target_os = "linux")]
mod names;
#[cfg(target_os = "linux")]
mod no_dumps;
mod parts;
#[cfg(target_os = "linux")]
mod power_cut;
mod pragmas;
mod promise;
mod random;
#[cfg(target_os = "linux")]
mod refused;
#[cfg(unix)]
mod rekeyed;
#[cfg(target_os = "linux")]
mod rubbish;
mod scratch;
mod seeded;
#[cfg(unix)]
mod sitter;
mod size;
#[cfg(target_os = "linux")]
mod strace;
#[cfg(target_os = "linux")]
mod synced;
mod table;
mod taken_back;
mod tally;
// The other tests of the real program use all of it.
#[cfg(target_os = "linux")]
#[path = "../pty/terminal.rs"]
#[allow(dead_code)]
mod terminal;
#[cfg(target_os = "linux")]
mod typing;
#[cfg(target_os = "linux")]
mod unclean;
#[cfg(target_os = "linux")]
mod unprivileged;
#[cfg(target_os = "linux")]
mod untold;
#[cfg(target_os = "linux")]
mod versions;
#[cfg(target_os = "linux")]
mod watched;
mod worker;
#[cfg(target_os = "linux")]
mod writers;

use std::process::ExitCode;
use std::sync::{Arc, Mutex};

use libtest_mimic::{Arguments, Trial};

use promise::Promise;
use size::Size;
use tally::Tally;

/// Every promise that is tried here, in the order of the table.
fn promises() -> Vec<Promise> {
    let mut promises = vec![
        killed::PROMISES,
        backup::PROMISES,
        located::PROMISES,
        seeded::PROMISES,
        pragmas::PROMISES,
        derived::PROMISES,
        taken_back::PROMISES,
        parts::PROMISES,
        formulas::PROMISES,
    ];
    #[cfg(unix)]
    promises.extend([guessing::PROMISES, locked::PROMISES, rekeyed::PROMISES]);
    #[cfg(target_os = "linux")]
    promises.extend([
        power_cut::PROMISES,
        refused::PROMISES,
        damage::PROMISES,
        typing::PROMISES,
        full::PROMISES,
        leftovers::PROMISES,
        given_back::PROMISES,
        catalogue::PROMISES,
        unclean::PROMISES,
        writers::PROMISES,
        hands_off::PROMISES,
        hostile::PROMISES,
        names::PROMISES,
        synced::PROMISES,
        versions::PROMISES,
        imported::PROMISES,
        bombs::PROMISES,
        rubbish::PROMISES,
        locked_out::PROMISES,
        no_dumps::PROMISES,
        untold::PROMISES,
        attached::PROMISES,
    ]);
    promises.concat()
}

fn main() -> ExitCode {
    if worker::is_one() {
        return worker::work();
    }
    let size = Size::asked();
    let tallies = Arc::new(Mutex::new(Vec::new()));
    let trials = promises()
        .into_iter()
        .map(|promise| {
            let tallies = Arc::clone(&tallies);
            Trial::test(promise.name(), move || {
                let tally = Tally::of(promise, size);
                let verdict = tally.verdict();
                tallies
                    .lock()
                    .expect("no trial panics with it")
                    .push((promise, tally));
                verdict.map_err(Into::into)
            })
        })
        .collect();
    let conclusion = libtest_mimic::run(&Arguments::from_args(), trials);
    print!(
        "{}",
        table::of(size, &tallies.lock().expect("all trials have ended"))
    );
    conclusion.exit_code()
}
