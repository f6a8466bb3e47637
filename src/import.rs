//! Taking in a school's pupil list: bytes in, an account of every line out, and one edit. Nothing is guessed and nothing is
//! written here.
//!
//! [`read()`] finds how the letters are written ([`Encoding`]), what stands between the columns ([`Delimiter`]), which line is
//! the heading and what each column holds ([`Field`]); it reads each line below, joins the lines of one child into an
//! [`Incoming`], and says of every other line why it was skipped. What can't be read as a value stays as words.
//!
//! [`Preview`] matches the children with the pupils of the caseload, merges what is new so that changes by hand survive, asks
//! where it can't know, and makes the edit. [`Report`] is the same for other programs.

mod alike;
mod answers;
mod asking;
mod cell;
mod child;
mod clean;
mod column;
mod delimiter;
mod encoding;
mod entry;
mod field;
mod flags;
mod heading;
mod headings;
mod import_file;
mod incoming;
mod intake;
mod join;
mod kept_words;
mod likeness;
mod line;
mod line_counts;
mod match_up;
mod merge;
mod parent_told;
mod part;
mod part_change;
mod preview;
mod question;
mod read;
mod reader;
mod report;
mod row;
mod row_kind;
mod rows;
mod skipped;
mod unknown_column;
mod unreadable;
mod values;
mod working;

pub use delimiter::Delimiter;
pub use encoding::Encoding;
pub use entry::Entry;
pub use field::Field;
pub use flags::Flags;
pub use import_file::ImportFile;
pub use incoming::Incoming;
pub use intake::Intake;
pub use kept_words::KeptWords;
pub use line_counts::LineCounts;
pub use parent_told::ParentTold;
pub use part::Part;
pub use part_change::PartChange;
pub use preview::Preview;
pub use question::Question;
pub use read::{MOST_BYTES, read};
pub use report::Report;
pub use skipped::Skipped;
pub use unknown_column::UnknownColumn;
pub use unreadable::Unreadable;
