//! The parts that views are made of.

mod choice_box;
mod cursor;
mod field;
mod form;
mod line;
mod listing;
mod month;
mod paper;
mod pick_box;
mod steps;
mod text_box;

pub use crate::documents::{cut, width, wrap};
pub use cursor::Cursor;
pub use field::Field;
pub use form::Form;
pub use line::Line;
pub use listing::{Listing, more};
pub use month::Month;
pub use paper::Paper;
pub use steps::Steps;
pub use text_box::TextBox;
