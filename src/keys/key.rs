//! A key as pressed.

use std::fmt;

use super::Code;

/// A key as pressed, in the one shape every terminal's version of it is brought to.
///
/// A character carries its own case, so `shift` is false for it. There is no Alt: terminals keep it for themselves.
/// Displayed as people write it: "Ctrl+S", "F1", "Shift+Tab", "Space", "?".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Whether Ctrl was held. The letter of a Ctrl key is a small one.
    pub ctrl: bool,
    /// Whether Shift was held: only for keys that are not characters.
    pub shift: bool,
}

impl Key {
    /// A character: `Key::char('a')`.
    pub const fn char(character: char) -> Self {
        Self::plain(Code::Char(character))
    }

    /// A key alone: `Key::plain(Code::Enter)`.
    pub const fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            shift: false,
        }
    }

    /// A letter with Ctrl: `Key::ctrl('s')`. Give the small letter.
    pub const fn ctrl(letter: char) -> Self {
        Self::ctrl_with(Code::Char(letter))
    }

    /// Any key with Ctrl: `Key::ctrl_with(Code::Left)`.
    pub const fn ctrl_with(code: Code) -> Self {
        Self {
            code,
            ctrl: true,
            shift: false,
        }
    }

    /// A key that is not a character with Shift: `Key::shift_with(Code::Left)`.
    pub const fn shift_with(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            shift: true,
        }
    }

    /// A function key: `Key::f(1)`.
    pub const fn f(number: u8) -> Self {
        Self::plain(Code::F(number))
    }

    /// The character this key types in a box, if it types one.
    pub const fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(character) if !self.ctrl => Some(character),
            _ => None,
        }
    }

    /// The key that arrives when these are held together, on any terminal.
    ///
    /// Where some terminals cannot tell two keys apart, no terminal does: Ctrl+H is Backspace, Ctrl+I is Tab, Ctrl+M and
    /// Ctrl+J are Enter, and Ctrl or Shift with Enter, Esc or Backspace changes nothing.
    pub(super) fn arriving(code: Code, ctrl: bool, shift: bool) -> Self {
        match code {
            Code::Char(character) if ctrl => match character.to_ascii_lowercase() {
                'h' => Self::plain(Code::Backspace),
                'i' => Self::plain(Code::Tab),
                'j' | 'm' => Self::plain(Code::Enter),
                small => Self::ctrl(small),
            },
            Code::Tab if shift => Self::plain(Code::BackTab),
            Code::Char(_)
            | Code::Enter
            | Code::Esc
            | Code::Tab
            | Code::BackTab
            | Code::Backspace => Self::plain(code),
            Code::Delete
            | Code::Insert
            | Code::Home
            | Code::End
            | Code::PageUp
            | Code::PageDown
            | Code::Up
            | Code::Down
            | Code::Left
            | Code::Right
            | Code::F(_) => Self { code, ctrl, shift },
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl+")?;
        }
        if self.shift {
            f.write_str("Shift+")?;
        }
        match self.code {
            Code::Char(letter) if self.ctrl => Code::Char(letter.to_ascii_uppercase()).fmt(f),
            code => code.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_written_as_people_say_it() {
        for (key, words) in [
            (Key::ctrl('s'), "Ctrl+S"),
            (Key::f(1), "F1"),
            (Key::plain(Code::BackTab), "Shift+Tab"),
            (Key::char(' '), "Space"),
            (Key::plain(Code::Enter), "Enter"),
            (Key::plain(Code::PageDown), "PageDown"),
            (Key::plain(Code::Delete), "Del"),
            (Key::char('?'), "?"),
            (Key::char('<'), "<"),
            (Key::char('K'), "K"),
            (Key::shift_with(Code::Left), "Shift+Left"),
            (Key::ctrl_with(Code::End), "Ctrl+End"),
        ] {
            assert_eq!(key.to_string(), words);
        }
    }
}
