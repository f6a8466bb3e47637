//! Taking in a school's pupil list: bytes in, an account of every line out, and one edit. Nothing is guessed and nothing is
//! written here.
//!
//! [`Table::take_apart`] makes rows of cells of a text or a workbook: how the letters are written ([`Encoding`]) and what stands
//! between the columns ([`Delimiter`]). It runs in a process of its own, whose memory and time are capped, and is all that
//! ever looks at the bytes of a file. [`read_table`] finds which line is the heading and what each column holds ([`Field`],
//! [`Mapping`]); it reads each line below, joins the lines of one child into an
//! [`Incoming`], and says of every other line why it was skipped. What can't be read as a value stays as words.
//!
//! [`Preview`] matches the children with the pupils of the caseload, merges what is new so that changes by hand survive, asks
//! where it can't know, and makes the edit. [`Report`] is the same for other programs.

mod above;
mod alike;
mod answers;
mod asking;
mod cell;
mod child;
mod clean;
mod column;
mod delimiter;
pub mod document;
mod encoding;
mod entry;
mod field;
mod flags;
mod found_column;
mod funding;
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
mod mapping;
mod match_up;
mod merge;
mod offered_sheet;
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
mod sheet;
mod skipped;
mod source;
mod table;
mod unreadable;
mod values;
mod wanted;
mod workbook;
mod working;

pub use delimiter::Delimiter;
pub use encoding::Encoding;
pub use entry::Entry;
pub use field::{Field, Tick};
pub use flags::Flags;
pub use found_column::FoundColumn;
pub use import_file::ImportFile;
pub use incoming::Incoming;
pub use intake::Intake;
pub use kept_words::KeptWords;
pub use line_counts::LineCounts;
pub use mapping::Mapping;
pub use offered_sheet::OfferedSheet;
pub use parent_told::ParentTold;
pub use part::Part;
pub use part_change::PartChange;
pub use preview::Preview;
pub use question::Question;
pub use read::{read, read_table};
pub use report::Report;
pub use sheet::Sheet;
pub use skipped::Skipped;
pub use source::Source;
pub use table::{MOST_BYTES, Table};
pub use unreadable::Unreadable;
pub use wanted::{Wanted, WantedSheets};
