//! [`Grid`]: pupils and a few columns, in which one types as in a spreadsheet.

mod column;
mod draw;
mod kept;

use std::collections::BTreeMap;

use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::domain::{Edit, PupilId, Refusal};
use crate::keys::{Code, Key};
use crate::ui::widgets::{Cursor, Steps, TextBox};
use crate::ui::{Context, Effect};
pub use column::Column;

/// A pupil and a column.
pub type Cell<C> = (PupilId, C);

/// Pupils and a few columns, in which one types as in a spreadsheet: a letter begins to type, Enter and the arrows go on. What
/// is typed is unsaved until the view that has the grid makes one edit of all of it.
#[derive(Debug)]
pub struct Grid<C: Column> {
    rows: Vec<PupilId>,
    cursor: Cursor<PupilId>,
    /// The column under the cursor, and the first that is shown.
    column: usize,
    left: usize,
    cells: Steps<BTreeMap<Cell<C>, String>>,
    typing: Option<TextBox>,
    /// What was drawn last, for the mouse.
    drawn: Vec<(Rect, PupilId, usize)>,
}

impl<C: Column> Grid<C> {
    /// Of these pupils, with nothing typed.
    pub fn of(rows: Vec<PupilId>) -> Self {
        Self {
            rows,
            cursor: Cursor::default(),
            column: 0,
            left: 0,
            cells: Steps::at(BTreeMap::new()),
            typing: None,
            drawn: Vec::new(),
        }
    }

    /// The pupils.
    pub fn rows(&self) -> &[PupilId] {
        &self.rows
    }

    /// Leaves out who is not in the caseload any more.
    pub fn keep_those(&mut self, is_there: impl Fn(PupilId) -> bool) {
        self.rows.retain(|pupil| is_there(*pupil));
    }

    /// What is under the cursor.
    pub fn here(&self) -> Option<Cell<C>> {
        let pupil = self.cursor.at().or(self.rows.first().copied())?;
        Some((pupil, self.at()))
    }

    fn at(&self) -> C {
        C::ALL[self.column.min(C::ALL.len() - 1)]
    }

    /// What is unsaved of a cell, as it was settled.
    pub fn typed(&self, cell: Cell<C>) -> Option<&str> {
        self.cells.now().get(&cell).map(String::as_str)
    }

    /// All that is unsaved.
    pub fn unsaved(&self) -> &BTreeMap<Cell<C>, String> {
        self.cells.now()
    }

    /// Puts the cursor on a cell.
    pub fn go_to(&mut self, (pupil, column): Cell<C>) {
        self.typing = None;
        self.cursor.put_on(pupil);
        self.column = C::ALL.iter().position(|one| *one == column).unwrap_or(0);
    }

    /// Takes it that all is saved.
    pub fn saved(&mut self) {
        self.cells = Steps::at(BTreeMap::new());
        self.typing = None;
    }

    /// The rows of the screen for the grid, and those `below` it for what the view says of it.
    pub fn divided(area: Rect, below: u16) -> (Rect, Rect) {
        let height = area.height.saturating_sub(below);
        let above = Rect { height, ..area };
        let below = Rect {
            y: above.bottom(),
            height: area.height - height,
            ..area
        };
        (above, below)
    }

    /// The commands that matter in it.
    pub fn footer(&self) -> Vec<Command> {
        let mut footer = vec![
            Command::Save,
            Command::FillDown,
            Command::Open,
            Command::Remove,
            Command::Back,
            Command::Help,
        ];
        if !self.unsaved().is_empty() {
            footer.push(Command::ThrowAway);
        }
        footer
    }

    /// Saves what the view made of all that is typed, or goes to the cell that can't be.
    pub fn save(&mut self, edit: Result<Edit, (Cell<C>, Refusal)>, close: bool) -> Effect {
        match edit {
            Ok(edit) => Effect::Save { edit, close },
            Err((cell, refusal)) => {
                self.go_to(cell);
                Effect::Refuse(refusal)
            }
        }
    }

    /// The scopes in force.
    pub fn scopes(&self) -> &'static [Scope] {
        if self.typing.is_some() {
            &[Scope::Form]
        } else {
            &[Scope::Grid]
        }
    }

    /// What is being typed in the cell under the cursor, as it stands.
    pub fn typing(&self) -> Option<String> {
        self.typing.as_ref().map(TextBox::text)
    }

    /// Takes what is being typed into its cell.
    pub fn settle(&mut self, cx: &Context<'_>) {
        if let (Some(text), Some(cell)) = (self.typing.take(), self.here()) {
            self.cells.step();
            self.put(cx, cell, &text.text());
        }
    }

    fn put(&mut self, cx: &Context<'_>, cell: Cell<C>, typed: &str) {
        let (pupil, column) = cell;
        match column.settled(cx, pupil, typed.trim()) {
            Some(text) => drop(self.cells.now_mut().insert(cell, text)),
            None => drop(self.cells.now_mut().remove(&cell)),
        }
    }

    /// Answers a command of a grid; none where it is the view's to answer: to save, to throw away, to go back.
    pub fn run(&mut self, cx: &Context<'_>, command: Command) -> Option<Effect> {
        match command {
            Command::Undo | Command::Redo => return Some(self.turn_back(command)),
            Command::Back if self.typing.is_some() => self.settle(cx),
            Command::NextField => self.turn(cx, true),
            Command::PreviousField => self.turn(cx, false),
            Command::Left => self.column = self.column.saturating_sub(1),
            Command::Right => self.column = (self.column + 1).min(C::ALL.len() - 1),
            Command::Open => return Some(self.begin(cx, None)),
            Command::Remove => return Some(self.empty(cx)),
            Command::FillDown => return Some(self.fill_down(cx)),
            Command::Save => {
                self.settle(cx);
                return None;
            }
            _ => return self.cursor.run(&self.rows, command).then_some(Effect::None),
        }
        Some(Effect::None)
    }

    /// To the next cell, row by row.
    fn turn(&mut self, cx: &Context<'_>, on: bool) {
        self.settle(cx);
        let last = C::ALL.len() - 1;
        match (on, self.column) {
            (true, column) if column < last => self.column += 1,
            (false, column) if column > 0 => self.column -= 1,
            (true, _) => {
                self.cursor.run(&self.rows, Command::Down);
                self.column = 0;
            }
            (false, _) => {
                self.cursor.run(&self.rows, Command::Up);
                self.column = last;
            }
        }
    }

    /// Begins to type in the cell: over what stands there, or after it.
    fn begin(&mut self, cx: &Context<'_>, first: Option<Key>) -> Effect {
        let Some(cell) = self.here() else {
            return nobody();
        };
        if let Some(refusal) = cell.1.refusal(cx, cell.0) {
            return Effect::Refuse(refusal);
        }
        let stands = || match self.typed(cell) {
            Some(typed) => cell.1.written(cx, typed),
            None => cell.1.text(cx, cell.0),
        };
        let mut text = TextBox::line(&first.map_or_else(stands, |_| String::new()));
        match first {
            Some(key) => drop(text.type_key(key)),
            None => text.select_all(),
        }
        self.typing = Some(text);
        Effect::None
    }

    fn empty(&mut self, cx: &Context<'_>) -> Effect {
        let Some(cell) = self.here() else {
            return nobody();
        };
        self.cells.step();
        if self.cells.now_mut().remove(&cell).is_none() {
            if let Some(refusal) = cell.1.refusal(cx, cell.0) {
                return Effect::Refuse(refusal);
            }
            self.put(cx, cell, "");
        }
        Effect::None
    }

    /// What stands in the cell, in all cells below that are empty.
    fn fill_down(&mut self, cx: &Context<'_>) -> Effect {
        let Some((pupil, column)) = self.here() else {
            return nobody();
        };
        let text = match self.typed((pupil, column)) {
            Some(typed) => typed.to_owned(),
            None => column.text(cx, pupil),
        };
        if text.is_empty() {
            return Effect::refuse("There is nothing in this cell to fill down. Type it first.");
        }
        let row = self.rows.iter().position(|other| *other == pupil);
        let below = self.rows.iter().skip(row.map_or(0, |row| row + 1)).copied();
        let empty: Vec<PupilId> = below
            .filter(|other| {
                let is_typed = self.typed((*other, column)).is_some();
                !is_typed
                    && column.refusal(cx, *other).is_none()
                    && column.text(cx, *other).is_empty()
            })
            .collect();
        if empty.is_empty() {
            return Effect::refuse("No cell below this one is empty. What stands there is left.");
        }
        self.cells.step();
        for other in &empty {
            self.put(cx, (*other, column), &text);
        }
        let cells = if empty.len() == 1 { "cell" } else { "cells" };
        Effect::Say(format!(
            "Filled down: {} empty {cells} below. Ctrl+Z takes it back, Ctrl+S saves all.",
            empty.len()
        ))
    }

    /// Takes the newest typing back, or does it again; when there is none, the newest edit.
    fn turn_back(&mut self, command: Command) -> Effect {
        let is_undo = command == Command::Undo;
        if let Some(text) = &mut self.typing {
            text.type_key(Key::ctrl(if is_undo { 'z' } else { 'y' }));
            return Effect::None;
        }
        let turned = if is_undo {
            self.cells.undo()
        } else {
            self.cells.redo()
        };
        match (turned, is_undo) {
            (true, true) => {
                Effect::Say("Taken back: what was typed last. Ctrl+Y types it again.".to_owned())
            }
            (true, false) => Effect::Say("Typed again.".to_owned()),
            (false, true) => Effect::Undo,
            (false, false) => Effect::Redo,
        }
    }

    /// Takes a key that is no command.
    pub fn type_key(&mut self, cx: &Context<'_>, key: Key) -> Option<Effect> {
        let Some(text) = &mut self.typing else {
            let is_letter = matches!(key.code, Code::Char(_)) && !key.ctrl;
            return is_letter.then(|| self.begin(cx, Some(key)));
        };
        let to = match key.code {
            Code::Enter | Code::Down => Command::Down,
            Code::Up => Command::Up,
            _ => return text.type_key(key).then_some(Effect::None),
        };
        self.settle(cx);
        self.cursor.run(&self.rows, to);
        Some(Effect::None)
    }

    /// Takes pasted text: into the cell that is typed in; else, as a spreadsheet gives it, a line a row and a tab a column.
    pub fn paste(&mut self, cx: &Context<'_>, pasted: &str) -> Effect {
        if let Some(text) = &mut self.typing {
            text.paste(pasted);
            return Effect::None;
        }
        let Some((pupil, _)) = self.here() else {
            return nobody();
        };
        self.cells.step();
        let row = self.rows.iter().position(|other| *other == pupil);
        let rows = self.rows.split_off(row.unwrap_or(0));
        for (pupil, line) in rows.iter().zip(pasted.lines()) {
            let columns = C::ALL.iter().skip(self.column);
            for (column, text) in columns.zip(line.split('\t')) {
                let text = text.trim();
                if !text.is_empty() && column.refusal(cx, *pupil).is_none() {
                    self.put(cx, (*pupil, *column), text);
                }
            }
        }
        self.rows.extend(rows);
        Effect::None
    }

    /// Puts the cursor where the mouse was clicked.
    pub fn click(&mut self, cx: &Context<'_>, at: Position) {
        let found = self.drawn.iter().find(|(place, ..)| place.contains(at));
        if let Some((_, pupil, column)) = found.copied() {
            self.settle(cx);
            self.cursor.put_on(pupil);
            self.column = column;
        }
    }
}

fn nobody() -> Effect {
    Effect::Refuse(Refusal::new(
        "There is nobody here to type of. Esc goes back.",
    ))
}
