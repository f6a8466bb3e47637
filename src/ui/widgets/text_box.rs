//! [`TextBox`]: where text is typed.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, DataCursor, Input, TextArea, WrapMode};

use super::wrap;
use crate::keys::{Code, Key};
use crate::ui::{Look, Role};

/// Columns before it is drawn: those of a form at 80 columns.
const COLUMNS: u16 = 60;

/// Where text is typed: one line, or prose with soft wrap.
#[derive(Clone, Debug)]
pub struct TextBox {
    area: TextArea<'static>,
    lines: bool,
    /// Columns it was last drawn in.
    columns: u16,
}

/// A line with nothing in it.
impl Default for TextBox {
    fn default() -> Self {
        Self::line("")
    }
}

impl TextBox {
    /// A box for one line.
    pub fn line(text: &str) -> Self {
        Self::new(&text.replace('\n', " "), false)
    }

    /// A box for prose.
    pub fn prose(text: &str) -> Self {
        Self::new(text, true)
    }

    fn new(text: &str, lines: bool) -> Self {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        if lines {
            area.set_wrap_mode(WrapMode::WordOrGlyph);
        }
        area.set_max_histories(1000);
        area.set_cursor_line_style(ratatui::style::Style::new());
        area.set_cursor_style(ratatui::style::Style::new());
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self {
            area,
            lines,
            columns: COLUMNS,
        }
    }

    /// Shows a dot for every character: for a passphrase.
    #[must_use]
    pub fn masked(mut self) -> Self {
        self.area.set_mask_char('*');
        self
    }

    /// What stands in the box.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Rows that its text takes.
    pub fn rows(&self) -> u16 {
        let columns = usize::from(self.columns.max(1));
        let rows = self
            .area
            .lines()
            .iter()
            .map(|line| wrap(line, columns).len().max(1));
        u16::try_from(rows.sum::<usize>()).unwrap_or(u16::MAX)
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.area.is_empty()
    }

    /// Where the caret is, in characters from the start.
    pub fn caret(&self) -> usize {
        let DataCursor(row, column) = self.area.cursor();
        let before: usize = self
            .area
            .lines()
            .iter()
            .take(row)
            .map(|line| line.chars().count() + 1)
            .sum();
        before + column
    }

    /// Puts the caret there, or at the end.
    pub fn put_caret(&mut self, mut caret: usize) {
        let mut row = 0;
        for line in self.area.lines() {
            let length = line.chars().count();
            if caret <= length {
                break;
            }
            caret -= length + 1;
            row += 1;
        }
        let narrow = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        self.area
            .move_cursor(CursorMove::Jump(narrow(row), narrow(caret)));
    }

    /// Selects all of it, so that typing replaces it.
    pub fn select_all(&mut self) {
        if !self.is_empty() {
            self.area.select_all();
        }
    }

    /// Selects nothing.
    pub fn select_none(&mut self) {
        self.area.cancel_selection();
    }

    /// Takes a key; says whether it had a use for it. Enter breaks the line in prose only.
    pub fn type_key(&mut self, key: Key) -> bool {
        let jump = |area: &mut TextArea<'static>, to: CursorMove| {
            if key.shift && !area.is_selecting() {
                area.start_selection();
            } else if !key.shift {
                area.cancel_selection();
            }
            area.move_cursor(to);
        };
        match (key.code, key.ctrl) {
            (Code::Char('c'), true) => self.area.copy(),
            (Code::Char('x'), true) => drop(self.area.cut()),
            (Code::Char('v'), true) => drop(self.area.paste()),
            (Code::Char('a'), true) => self.area.select_all(),
            (Code::Char('z'), true) => return self.undo(),
            (Code::Char('y'), true) => return self.area.redo(),
            (Code::Left, true) => jump(&mut self.area, CursorMove::WordBack),
            (Code::Right, true) => jump(&mut self.area, CursorMove::WordForward),
            (Code::Home, true) => jump(&mut self.area, CursorMove::Top),
            (Code::End, true) => jump(&mut self.area, CursorMove::Bottom),
            (_, true) => return false,
            (Code::Left, _) => jump(&mut self.area, CursorMove::Back),
            (Code::Right, _) => jump(&mut self.area, CursorMove::Forward),
            (Code::Home, _) => jump(&mut self.area, CursorMove::Head),
            (Code::End, _) => jump(&mut self.area, CursorMove::End),
            (Code::Up, _) if self.lines => jump(&mut self.area, CursorMove::Up),
            (Code::Down, _) if self.lines => jump(&mut self.area, CursorMove::Down),
            (Code::Enter, _) if self.lines => self.area.insert_newline(),
            (Code::Char(letter), _) if !is_text(letter) => return false,
            (Code::Char(_) | Code::Backspace | Code::Delete, _) => {
                self.area.input_without_shortcuts(as_input(key));
            }
            _ => return false,
        }
        true
    }

    /// Takes back what was typed last, a word at a time.
    fn undo(&mut self) -> bool {
        let length = |area: &TextArea<'_>| area.lines().iter().map(String::len).sum::<usize>();
        let before = self.caret();
        if !self.area.undo() {
            return false;
        }
        // Letters typed one after another are one word, back to the space before it.
        while before > self.caret() && !self.ends_a_word() {
            let (was, at) = (length(&self.area), self.caret());
            if !self.area.undo() {
                break;
            }
            let is_one_letter = self.caret() + 1 == at && length(&self.area) < was;
            if !is_one_letter {
                self.area.redo();
                break;
            }
        }
        // What was typed took the place of what stood there: both are one change.
        if self.is_empty() && self.area.undo() && self.is_empty() {
            self.area.redo();
        }
        true
    }

    /// Whether the caret stands at the start of a word, or of all.
    fn ends_a_word(&self) -> bool {
        let DataCursor(row, column) = self.area.cursor();
        let line = self.area.lines().get(row).map_or("", String::as_str);
        column == 0 || line.chars().nth(column - 1).is_none_or(char::is_whitespace)
    }

    /// Takes pasted text, without control characters: nobody sees them, and nobody could take them out again.
    pub fn paste(&mut self, text: &str) {
        let text: String = if self.lines {
            text.chars()
                .filter(|&letter| is_text(letter) || matches!(letter, '\n' | '\t'))
                .collect()
        } else {
            text.replace(['\n', '\t'], " ")
                .chars()
                .filter(|&letter| is_text(letter))
                .collect()
        };
        self.area.insert_str(text);
    }

    /// Draws the box and says where the caret is.
    pub fn draw(&mut self, look: &Look, focused: bool, area: Rect, buf: &mut Buffer) -> Position {
        let area = area.intersection(buf.area);
        self.area
            .set_style(look.of(if focused { Role::Focus } else { Role::Text }));
        self.area.set_selection_style(look.of(Role::Selected));
        if area.is_empty() {
            return Position::new(area.x, area.y);
        }
        self.columns = area.width;
        self.turn_back(area.width);
        (&self.area).render(area, buf);
        let caret = self.area.screen_cursor();
        let (top, left) = self.area.scroll_offset();
        let offset = |at: usize, from: u16, room: u16| {
            u16::try_from(at)
                .unwrap_or(u16::MAX)
                .saturating_sub(from)
                .min(room.saturating_sub(1))
        };
        Position::new(
            area.x + offset(caret.col, left, area.width),
            area.y + offset(caret.row, top, area.height),
        )
    }

    /// Shows the beginning again where all of it has room: what was typed in the place of a long text is not cut off.
    fn turn_back(&mut self, room: u16) {
        let (_, left) = self.area.scroll_offset();
        if left == 0 {
            return;
        }
        let widest = self
            .area
            .lines()
            .iter()
            .map(|line| super::width(line))
            .max();
        if widest.is_some_and(|widest| widest < usize::from(room)) {
            let left = i16::try_from(left).unwrap_or(i16::MAX);
            self.area.scroll((0, -left));
        }
    }
}

fn is_text(letter: char) -> bool {
    !letter.is_control()
}

fn as_input(key: Key) -> Input {
    let code = match key.code {
        Code::Char(character) => ratatui_textarea::Key::Char(character),
        Code::Backspace => ratatui_textarea::Key::Backspace,
        _ => ratatui_textarea::Key::Delete,
    };
    Input {
        key: code,
        ctrl: false,
        alt: false,
        shift: false,
    }
}
