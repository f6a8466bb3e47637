//! [`Args`]: what is written after the program's name.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Parser;

/// A SENCO's whole caseload in one encrypted file. Without a command, the screen opens.
#[derive(Debug, Parser)]
#[command(version, about)]
pub(super) struct Args {
    /// The caseload file; without it, the one used last.
    #[arg(long, global = true)]
    pub(super) file: Option<PathBuf>,
    /// Take this day for today.
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub(super) today: Option<NaiveDate>,
    /// For screen readers: no lines or borders, full words, one column.
    #[arg(long, global = true)]
    pub(super) plain: bool,
}
