//! [`Code`]: a short list of fixed choices.

use std::str::FromStr;

/// One of a few fixed choices: written in the file by its code, shown by its label.
pub trait Code: Copy + Eq + Into<&'static str> + FromStr + strum::VariantArray {
    /// How the file and scripts spell it.
    fn code(self) -> &'static str {
        self.into()
    }

    /// How a person reads it.
    fn label(self) -> &'static str;
}
