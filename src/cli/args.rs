//! [`Args`]: what is written after the program's name.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Parser, Subcommand};

/// A SENCO's whole caseload in one encrypted file. Without a command, the screen opens.
#[derive(Debug, Parser)]
// Whatever the program's file is called, help calls it so.
#[command(version, about, max_term_width = 100, bin_name = "caseload")]
pub(super) struct Args {
    /// The caseload file; without it the one in CASELOAD_FILE, else the one used last, else the usual place.
    #[arg(long, global = true)]
    pub(super) file: Option<PathBuf>,
    /// A file whose first line is the passphrase or the recovery code; without it, the terminal asks.
    #[arg(long, global = true, value_name = "PATH")]
    pub(super) passphrase_file: Option<PathBuf>,
    /// Take this day for today.
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub(super) today: Option<NaiveDate>,
    /// For screen readers: no lines or borders, full words, one column.
    #[arg(long, global = true)]
    pub(super) plain: bool,
    /// What to do; the screen, if nothing is named.
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// The plain commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make a new caseload; nothing is ever written over.
    New {
        /// The school's name.
        #[arg(long, default_value = "My school")]
        school: String,
        /// What you are called: "Mrs Ward".
        #[arg(long, default_value = "")]
        senco: String,
    },
    /// Make a made-up school in a file of its own, and open it; never a real caseload.
    Demo {
        /// Make it there instead, and do not open it.
        #[arg(long, value_name = "PATH")]
        to: Option<PathBuf>,
    },
    /// The register: all pupils, or those that some words choose (k e watching y4 4b slcn late ...).
    List {
        /// Words that choose.
        words: Vec<String>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// What is due and overdue, each with its basis.
    Due {
        /// Days ahead.
        #[arg(long, default_value_t = 28)]
        days: u16,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// The brief of one pupil: what you need to know before a meeting.
    Brief {
        /// Any words that fit one pupil, a UPN or an id.
        #[arg(required = true)]
        name: Vec<String>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// The timeline of one pupil.
    Log {
        /// Any words that fit one pupil, a UPN or an id.
        #[arg(required = true)]
        name: Vec<String>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Look at a file of pupils from the school's system; with --yes, take it in.
    Import(Import),
    /// Take the file on standard input apart, for another process of this program.
    #[command(hide = true)]
    ReadRows,
    /// Write everything as CSV and JSON, or the register or the access arrangements as a spreadsheet. It is not encrypted.
    Export {
        /// Everything, to this folder, which must be new or empty.
        #[arg(long, value_name = "DIR")]
        to: Option<PathBuf>,
        /// The register, to this file: .csv or .xlsx.
        #[arg(long, value_name = "FILE", conflicts_with = "to")]
        register: Option<PathBuf>,
        /// The access arrangements, for the exams officer, to this file: .csv.
        #[arg(long, value_name = "FILE", conflicts_with_all = ["to", "register"])]
        access: Option<PathBuf>,
    },
    /// Make a backup, and check it by opening it.
    Backup {
        /// Copy it to this folder too, such as one on a stick, and read it back.
        #[arg(long, value_name = "DIR")]
        to: Option<PathBuf>,
    },
    /// Bring a backup back; the file that was in its place is kept beside it.
    Restore {
        /// The backup: it ends in .sencobak.
        #[arg(value_name = "FILE")]
        path: PathBuf,
    },
    /// Check every page and every record of the file.
    Check {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Record a session, note, measure, EHC step or review: JSON on standard input, one object a line.
    Record {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

/// How a list is to be taken in.
#[derive(Debug, clap::Args)]
pub(super) struct Import {
    /// The file: a workbook (XLSX, XLS, ODS), CSV or text.
    pub(super) path: PathBuf,
    /// Take in all that is not held for a decision.
    #[arg(long)]
    pub(super) yes: bool,
    /// As JSON.
    #[arg(long)]
    pub(super) json: bool,
    /// The sheet of a workbook that is meant; more than once for several.
    #[arg(long, value_name = "NAME", conflicts_with = "all_sheets")]
    pub(super) sheet: Vec<String>,
    /// All sheets with headings, as where each class has its own.
    #[arg(long)]
    pub(super) all_sheets: bool,
    /// Take a file that breaks off as far as it goes.
    #[arg(long)]
    pub(super) as_far_as_it_goes: bool,
    /// Pupils who are not in the file left on this day; only with --yes, and never without this.
    #[arg(long, value_name = "YYYY-MM-DD", requires = "yes")]
    pub(super) others_left: Option<NaiveDate>,
    /// What a column holds, as "Home reg=class"; more than once for several.
    #[arg(long, value_name = "HEADING=WHAT")]
    pub(super) map: Vec<String>,
}
