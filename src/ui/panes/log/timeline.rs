//! [`Timeline`]: all that happened, newest first.

mod entries;
mod kinds;
mod record;
mod row;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::Command;
use crate::domain::{Entry, EntryKey, PupilId, SearchWords};
use crate::keys::{Code, Key};
use crate::ui::dialogs;
use crate::ui::widgets::{Cursor, Paper, TextBox};
use crate::ui::{Context, Effect, Role};
use entries::{Entries, MadeOf, RowKey};
use kinds::Kinds;

/// Rows at the foot that tell the entry under the cursor in full.
const DETAIL: u16 = 5;
/// The columns of the line of kinds.
const KINDS: usize = 50;
/// From so many columns on, it is told at the side.
const WIDE: u16 = 100;

/// All that happened, newest first: to the pupil in hand, then to everybody else.
#[derive(Debug, Default)]
pub struct Timeline {
    entries: Entries,
    /// The pupil in hand that they are of first.
    whose: Option<PupilId>,
    cursor: Cursor<RowKey>,
    kinds: Kinds,
    search: Option<TextBox>,
    is_typing: bool,
    /// How many rows were wanted so far.
    reach: usize,
    height: usize,
    /// The version of the caseload when a new note was begun: once it is saved, the cursor goes to it.
    writing: Option<u64>,
    /// The first row drawn, and where.
    drawn: (usize, Rect),
    trouble: Option<String>,
}

impl Timeline {
    /// Whether words are being typed that are looked for.
    pub(super) fn is_typing(&self) -> bool {
        self.is_typing
    }

    /// The pupil of the entry under the cursor.
    pub(super) fn pupil(&self) -> Option<PupilId> {
        self.entry()?.pupil
    }

    fn entry(&self) -> Option<&Entry> {
        let rows = self.entries.rows();
        let row = self.cursor.clone().row(rows)?;
        self.entries.entry(row)
    }

    fn words(&self) -> SearchWords {
        let typed = self.search.as_ref().map(TextBox::text);
        SearchWords::of(&typed.unwrap_or_default())
    }

    /// Loads what the screen has room for, from the cursor on.
    fn load(&mut self, cx: &Context<'_>) {
        let pupil = cx.hand.pupil.filter(|pupil| cx.look.may_show(*pupil));
        if pupil != self.whose {
            self.whose = pupil;
            self.cursor = Cursor::default();
            self.reach = 0;
        }
        self.entries.make(MadeOf {
            version: cx.desk.caseload.version(),
            pupil,
            audience: cx.look.audience.clone(),
            kinds: self.kinds,
            words: self.words(),
        });
        let wanted = self.entries.want(cx, self.reach.max(self.height + 1));
        self.trouble = wanted.err().map(|error| error.to_string());
        if self
            .writing
            .is_some_and(|version| version != cx.desk.caseload.version())
        {
            self.writing = None;
            // Ids stand in order of making.
            let number = |row: &&RowKey| match row {
                RowKey::First(key) | RowKey::Other(key) => key.number,
                RowKey::NoneYet | RowKey::Others => 0,
            };
            if let Some(newest) = self.entries.rows().iter().max_by_key(number) {
                self.cursor.put_on(*newest);
            }
        }
        self.pass_heading(Command::Down);
    }

    /// Moves the cursor on from the heading, which is nothing to choose.
    fn pass_heading(&mut self, on: Command) {
        let rows = self.entries.rows();
        let at = self.cursor.row(rows).map(|row| rows[row]);
        if at == Some(RowKey::Others) {
            self.cursor.run(rows, on);
        }
    }

    /// Goes to an entry of the pupil in hand, however far back, or to her newest. All kinds show then.
    pub(super) fn go_to(&mut self, cx: &Context<'_>, entry: Option<EntryKey>) {
        self.search = None;
        self.is_typing = false;
        self.turn(Kinds::All);
        self.cursor = Cursor::default();
        self.load(cx);
        let Some(entry) = entry else {
            return;
        };
        match self.entries.reach(cx, entry) {
            Ok(Some(row)) => {
                self.cursor.put_on(RowKey::First(entry));
                // What was read stays read when the entries are made anew.
                self.reach = row + self.height + 1;
            }
            Ok(None) => {}
            Err(error) => self.trouble = Some(error.to_string()),
        }
    }

    pub(super) fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let is_wide = area.width >= WIDE && !cx.look.plain;
        let list = if is_wide {
            Rect {
                y: area.y + 1,
                width: area.width * 5 / 8,
                height: area.height.saturating_sub(1),
                ..area
            }
        } else {
            Rect {
                y: area.y + 1,
                height: area.height.saturating_sub(1 + DETAIL),
                ..area
            }
        };
        self.height = usize::from(list.height).max(1);
        self.load(cx);
        let caret = self.draw_heading(cx, area, buf);
        if let Some(trouble) = &self.trouble {
            let mut paper = Paper::new(buf, cx.look, list);
            paper.prose(1, trouble, Role::Refusal);
            return paper.place(1, 0);
        }
        let at = self.draw_list(cx, list, buf);
        let detail = if is_wide {
            Rect {
                x: list.right() + 2,
                width: area.right().saturating_sub(list.right() + 3),
                ..list
            }
        } else {
            Rect {
                y: list.bottom(),
                height: area.bottom().saturating_sub(list.bottom()),
                ..area
            }
        };
        if let Some(entry) = self.entry() {
            let mut paper = Paper::new(buf, cx.look, detail);
            if !is_wide {
                paper.rule();
            }
            row::draw_detail(cx, entry, &mut paper);
        }
        caret.unwrap_or(at)
    }

    /// Whose timeline it is, the kinds that show, and the words looked for; gives the caret while they are typed.
    fn draw_heading(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut paper = Paper::new(buf, cx.look, area);
        if let Some(search) = &mut self.search {
            paper.put(1, 8, "Find:", Role::Focus);
            let line = Rect {
                x: area.x + 7,
                width: area.width.saturating_sub(30),
                height: 1.min(area.height),
                ..area
            };
            let caret = search.draw(cx.look, self.is_typing, line, buf);
            let count = self.entries.count();
            let mut paper = Paper::new(buf, cx.look, area);
            let words = match count {
                0 if self.words_are_typed() => "nothing has these words".to_owned(),
                0 => "type words to find".to_owned(),
                count => format!("{count} found"),
            };
            paper.put_right(paper.width() - 1, &words, Role::Muted);
            return self.is_typing.then_some(caret);
        }
        let whose = match cx.pupil_in_hand() {
            Some(pupil) => cx.look.full_name(pupil),
            None => "Everybody".to_owned(),
        };
        let room = paper.width().saturating_sub(KINDS);
        paper.put(1, room.saturating_sub(2), &whose, Role::Heading);
        let mut column = room;
        for kinds in <Kinds as strum::VariantArray>::VARIANTS {
            let label = kinds.label();
            let (words, role) = if *kinds == self.kinds {
                (format!("[{label}]"), Role::Focus)
            } else {
                (format!(" {label} "), Role::Muted)
            };
            paper.put(column, paper.width(), &words, role);
            column += label.len() + 2;
        }
        None
    }

    fn words_are_typed(&self) -> bool {
        !self.words().is_empty()
    }

    fn draw_list(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        if self.entries.rows().is_empty() {
            let words = if self.search.is_some() {
                "No note has all these words. A beginning is enough; rub some out."
            } else {
                "Nothing of this is on record yet. Ctrl+N jots something down."
            };
            paper.prose(1, words, Role::Text);
            return paper.place(1, 0);
        }
        let rows = self.entries.rows();
        let words = self.words();
        let shown = self.cursor.visible(rows, paper.height());
        let at = self.cursor.row(rows);
        self.drawn = (shown.start, area);
        let mut cursor = paper.place(1, 0);
        for number in shown {
            let here = paper.row();
            let is_at = Some(number) == at;
            match (self.entries.entry(number), rows[number]) {
                (Some(entry), key) => {
                    let is_first = matches!(key, RowKey::First(_)) && cx.hand.pupil.is_some();
                    row::draw(cx, entry, &words, !is_first, &mut paper);
                }
                (None, RowKey::NoneYet) => {
                    paper.put(3, paper.width(), &self.none_yet(cx), Role::Text);
                }
                (None, _) => paper.put(1, paper.width(), "EVERYBODY ELSE", Role::Heading),
            }
            if is_at {
                paper.put(1, 1, ">", Role::Focus);
                cursor = paper.here(1);
            }
            paper.skip(1);
            if is_at {
                paper.select_row(here);
            }
        }
        cursor
    }

    /// What stands in the place of the entries of the pupil in hand, where there is none.
    fn none_yet(&self, cx: &Context<'_>) -> String {
        let called = cx.pupil_in_hand().map(|pupil| cx.look.called(pupil));
        let called = called.unwrap_or_default();
        if self.search.is_some() {
            format!("No entry about {called} has all these words.")
        } else if self.kinds != Kinds::All {
            format!("No entry of this kind about {called}: Right and Left show others.")
        } else {
            format!("No entry about {called} yet: n writes one.")
        }
    }

    pub(super) fn footer(&self) -> Vec<Command> {
        if self.is_typing {
            return vec![Command::Open, Command::Up, Command::Down, Command::Back];
        }
        vec![
            Command::Open,
            Command::New,
            Command::Filter,
            Command::NextView,
            Command::Remove,
            Command::Brief,
            Command::Jot,
            Command::Help,
            Command::WhoCanSee,
            Command::Cover,
        ]
    }

    pub(super) fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        self.load(cx);
        self.writing = None;
        if self.go(cx, command) {
            return Effect::None;
        }
        match command {
            Command::Open if self.is_typing => {
                self.is_typing = false;
                Effect::None
            }
            Command::Filter => {
                self.search.get_or_insert_with(|| TextBox::line(""));
                self.is_typing = true;
                Effect::None
            }
            Command::Back if self.search.take().is_some() => {
                self.is_typing = false;
                self.reach = 0;
                Effect::None
            }
            Command::Back if self.kinds != Kinds::All => {
                self.turn(Kinds::All);
                Effect::None
            }
            Command::Back => Effect::TakeInHand(None),
            Command::Left | Command::Right => {
                if let Some(kinds) = self.kinds.beside(command == Command::Right) {
                    self.turn(kinds);
                }
                Effect::None
            }
            Command::Previous => self.turn_pupil(cx, -1),
            Command::Next => self.turn_pupil(cx, 1),
            Command::New => self.write(cx),
            Command::Open => self
                .entry()
                .map_or_else(no_entry, |entry| record::open(cx, entry)),
            Command::Remove => self
                .entry()
                .map_or_else(no_entry, |entry| record::remove(cx, entry)),
            _ => Effect::refuse(
                "That does nothing in the timeline. n writes a note, / finds words, Left and Right choose what shows.",
            ),
        }
    }

    fn turn(&mut self, kinds: Kinds) {
        self.kinds = kinds;
        self.reach = 0;
    }

    /// Moves, if the command is one that moves, and reads on where that goes beyond what is loaded.
    fn go(&mut self, cx: &Context<'_>, command: Command) -> bool {
        if command == Command::Last {
            self.reach = usize::MAX;
            self.load(cx);
            self.reach = self.entries.rows().len();
        }
        let is_moved = self.cursor.run(self.entries.rows(), command);
        if is_moved {
            let row = self.cursor.row(self.entries.rows()).unwrap_or(0);
            self.reach = self.reach.max(row + 2 * self.height + 1);
            if command == Command::Up {
                self.pass_heading(Command::Up);
            }
            self.load(cx);
        }
        is_moved
    }

    fn turn_pupil(&mut self, cx: &Context<'_>, by: isize) -> Effect {
        self.reach = 0;
        match cx.hand.beside(by) {
            Some(pupil) => Effect::TakeInHand(Some(pupil)),
            None => Effect::refuse(
                "There is no pupil beside this one. The list on screen 1, or its marked pupils, is what < and > go through.",
            ),
        }
    }

    /// A new note about the pupil in hand, or the one under the cursor.
    fn write(&mut self, cx: &Context<'_>) -> Effect {
        let pupil = cx.hand.pupil.or_else(|| self.pupil());
        let pupil = pupil.and_then(|pupil| cx.desk.caseload.pupils.get(pupil));
        match pupil.filter(|pupil| cx.look.may_show(pupil.id)) {
            Some(pupil) => {
                self.writing = Some(cx.desk.caseload.version());
                Effect::open(dialogs::note::new(cx, pupil))
            }
            None => Effect::refuse(
                "Whom is the note about? Put the cursor on an entry about that pupil, or jot it down with Ctrl+N.",
            ),
        }
    }

    pub(super) fn type_key(&mut self, key: Key) -> Option<Effect> {
        // A capital begins a search with its letter.
        if !self.is_typing
            && !key.ctrl
            && matches!(key.code, Code::Char(letter) if letter.is_uppercase())
        {
            self.search = Some(TextBox::line(""));
            self.is_typing = true;
        }
        let search = self.search.as_mut().filter(|_| self.is_typing)?;
        let is_used = search.type_key(key);
        self.reach = 0;
        is_used.then_some(Effect::None)
    }

    pub(super) fn paste(&mut self, text: &str) -> Option<Effect> {
        let search = self.search.as_mut().filter(|_| self.is_typing)?;
        search.paste(text);
        Some(Effect::None)
    }

    pub(super) fn click(&mut self, at: Position) -> Effect {
        let (first, area) = self.drawn;
        if area.contains(at) {
            let row = first + usize::from(at.y - area.y);
            if let Some(key) = self.entries.rows().get(row)
                && *key != RowKey::Others
            {
                self.cursor.put_on(*key);
            }
        }
        Effect::None
    }
}

fn no_entry() -> Effect {
    Effect::refuse("There is no entry here.")
}
