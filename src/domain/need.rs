//! Types of need, as the school census codes them.

mod code;
mod kind;
mod table;

pub use code::NeedCode;
pub use kind::Need;
pub use table::NeedTable;
