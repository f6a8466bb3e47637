//! Which key, without Ctrl or Shift.

use std::fmt;

/// Which key, without Ctrl or Shift. Displayed as printed on a keyboard ("Del", "PageDown", "F1").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A character, in the case it was typed: `K` and `k` are two keys.
    Char(char),
    /// Enter, on either part of the keyboard.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Tab with Shift, which terminals send as a key of its own.
    BackTab,
    /// Delete the character before.
    Backspace,
    /// Delete the character after, or remove what is selected.
    Delete,
    /// Insert.
    Insert,
    /// To the start.
    Home,
    /// To the end.
    End,
    /// A screenful back.
    PageUp,
    /// A screenful on.
    PageDown,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// A function key, from 1.
    F(u8),
}

impl Code {
    /// Every code with a name of its own, for reading names back.
    pub(super) const NAMED: [Self; 15] = [
        Self::Enter,
        Self::Esc,
        Self::Tab,
        Self::BackTab,
        Self::Backspace,
        Self::Delete,
        Self::Insert,
        Self::Home,
        Self::End,
        Self::PageUp,
        Self::PageDown,
        Self::Up,
        Self::Down,
        Self::Left,
        Self::Right,
    ];
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Char(' ') => "Space",
            Self::Char(character) => return write!(f, "{character}"),
            Self::Enter => "Enter",
            Self::Esc => "Esc",
            Self::Tab => "Tab",
            Self::BackTab => "Shift+Tab",
            Self::Backspace => "Backspace",
            Self::Delete => "Del",
            Self::Insert => "Insert",
            Self::Home => "Home",
            Self::End => "End",
            Self::PageUp => "PageUp",
            Self::PageDown => "PageDown",
            Self::Up => "Up",
            Self::Down => "Down",
            Self::Left => "Left",
            Self::Right => "Right",
            Self::F(number) => return write!(f, "F{number}"),
        };
        f.write_str(name)
    }
}
