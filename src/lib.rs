//! Caseload: a SENCO's whole caseload in one encrypted file, driven from the keyboard.
//!
//! This page is the architecture. It says what is where, and what is deliberately absent.
//!
//! # One page
//!
//! *The keyboard becomes a [`Command`](commands::Command); the top [`View`](ui::View) answers it with an
//! [`Effect`](ui::Effect); the only effect that touches data is an [`Edit`](domain::Edit); the [`Store`](store::Store)
//! writes the edit to the file in one transaction; only then does memory change and the screen redraw.*
//!
//! ```text
//! terminal -> keys::Keyboard -> App::input -> commands::find(view.scopes(), key)
//!                                    -> top View::run(&Context, Command) -> Effect
//!                                    -> App::carry_out(Effect)
//!               open / close / show / say        Edit                      Job
//!               (stack of views)                  |                         |
//!                                   Holding::apply -> Store::apply     a thread that owns what
//!                                   (one transaction: before-images,   it was given and brings
//!                                   rows, journal), then memory        back what came of it
//!                                                 |
//!                                   draw: View::draw(&Context, area) -> cursor position
//! ```
//!
//! **The register lives in memory, the log lives in the file.** The [`Caseload`](domain::Caseload) holds what rules look
//! at and is loaded at unlock. Notes, sessions and measures grow without end: they stay in the file and are read by page
//! through the [`Log`](store::Log). So start-up, memory and keys stay flat as years of work pile up.
//!
//! **Derived is recomputed, never adjusted.** A pupil's [`Standing`](domain::Standing) is a function of register, figures
//! of the log, rules, calendar and time; it is worked out anew for the pupils an edit touches, and for all at unlock, at
//! midnight and when term dates change. [`Today`](domain::Today) is made from the standings.
//!
//! **Every change is an [`Edit`](domain::Edit)**, made by a domain function from a [`Desk`](domain::Desk), or refused by
//! it with a [`Refusal`](domain::Refusal) in the user's words. The before-image of each record an edit touches is its undo
//! (`store::journal`), so undo and redo survive a restart and the file keeps who changed what and when.
//!
//! **The file is opened in stages, each of which can say why it goes no further**: a place [`Reserved`](store::Reserved)
//! under our lock, a [`Sealed`](store::Sealed) file looked at from outside, a key, every page checked, the steps that bring
//! it up to date, then the open [`Store`](store::Store). [`OpenError`](store::OpenError) has a sentence and a next step for
//! whatever may be found. Nothing touches the file behind SQLite's back; [backups](store::backup) are containers that only
//! the program can bring back. What the program promises about the file is a list in `tests/promises/`, which is tried on
//! every `cargo test` and printed as a table.
//!
//! # Where is ...?
//!
//! | looking for | look in |
//! |---|---|
//! | a pane | `src/ui/panes/NAME.rs` |
//! | a dialog | `src/ui/dialogs/NAME.rs`; a form is a [`Sheet`](ui::dialogs::Sheet) |
//! | a rule of the field, a record | `src/domain/NOUN.rs`; dated numbers and texts in `assets/rules/` |
//! | its SQL | `src/store/NOUN.rs` (its columns), `assets/schema/` (its table) |
//! | how a file is opened, and what is checked | `src/store/open.rs`, `src/store/pragmas.rs`, `src/store/check/` |
//! | a backup, its schedule, how it comes back | `src/store/backup/`, `src/app/backups/`, `src/ui/dialogs/backups.rs` |
//! | locking, covering, drafts | `src/app/locking.rs`, `src/app/vigil.rs`, `src/app/drafts.rs` |
//! | what a laptop remembers of a file | `src/app/known.rs` |
//! | a promise about the file | `tests/promises/NOUN.rs` |
//! | a key, a command's words | `src/commands/table.rs` |
//! | a colour, a border, a pupil's name on the screen | `src/ui/look.rs` |
//! | a document | `src/documents/NAME.rs` |
//! | a plain command | `src/cli/NAME.rs` |
//! | what differs between operating systems | `src/os/NAME.rs` |
//!
//! # Layers
//!
//! | layer | may use | never |
//! |---|---|---|
//! | [`domain`] | std, chrono, serde | any other layer; files, the clock, SQL, colours |
//! | [`documents`], [`import`], [`demo`] | domain | store, ui |
//! | [`store`] | domain, os | ui, documents |
//! | [`ui`] | domain, [`store::Log`], commands, keys, documents | SQL, files, the clock |
//! | [`app`], [`cli`] | all | |
//!
//! `tests/it/layering.rs` reads the source and fails with the rule as its message.
//!
//! # What is deliberately absent
//!
//! No network code. No async, no shared mutable state: one thread, and a thread for each job, which owns what it works on.
//! No second way to change data. No write-ahead log: one file is the whole caseload at every moment. No text of the data
//! reaches a terminal but through [`sanitize`]. No unsafe code.

pub mod app;
pub mod cli;
pub mod commands;
pub mod demo;
pub mod documents;
pub mod domain;
pub mod import;
pub mod keys;
pub mod os;
pub mod sanitize;
pub mod store;
pub mod ui;
