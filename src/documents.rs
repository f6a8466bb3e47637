//! What is made of records for people to read: lines of text first.
//!
//! A document is a pure function of plain data. It knows nothing of the screen and nothing of the file.

pub mod access;
pub mod brief;
pub mod census;
pub mod changes;
pub mod everything;
mod line;
pub mod recovery_sheet;
pub mod register;
pub mod spreadsheet;
mod tone;
mod wrap;

pub use line::Line;
pub use tone::Tone;
pub use wrap::{cut, width, wrap};
