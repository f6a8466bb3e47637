//! What a person, or the terminal, did.

use super::{Key, Mouse};

/// What a person, or the terminal, did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted, its line breaks as `\n`. It is never a command, whatever letters it holds.
    Paste(String),
    /// The mouse was clicked or its wheel turned.
    Mouse(Mouse),
    /// The window has this many columns and rows now.
    Resize(u16, u16),
    /// The window got (true) or lost (false) the keyboard.
    Focus(bool),
}
