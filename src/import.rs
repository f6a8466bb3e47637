//! Reading a school's pupil list: bytes in, an account of every line out. Nothing is guessed and nothing is written here.
//!
//! [`read`] finds how the letters are written ([`Encoding`]), what stands between the columns ([`Delimiter`]), which line is
//! the heading and what each column holds ([`Field`]); it reads each line below, joins the lines of one child into an
//! [`Incoming`], and says of every other line why it was skipped. What can't be read as a value stays as words.

mod cell;
mod clean;
mod column;
mod delimiter;
mod encoding;
mod field;
mod flags;
mod heading;
mod headings;
mod import_file;
mod incoming;
mod join;
mod kept_words;
mod line;
mod parent_told;
mod read;
mod reader;
mod row;
mod row_kind;
mod rows;
mod skipped;
mod unknown_column;
mod unreadable;
mod values;

pub use delimiter::Delimiter;
pub use encoding::Encoding;
pub use field::Field;
pub use flags::Flags;
pub use import_file::ImportFile;
pub use incoming::Incoming;
pub use kept_words::KeptWords;
pub use parent_told::ParentTold;
pub use read::read;
pub use skipped::Skipped;
pub use unknown_column::UnknownColumn;
pub use unreadable::Unreadable;
