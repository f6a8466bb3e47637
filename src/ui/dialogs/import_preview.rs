//! What an import would do, line by line, before anything is written.

mod detail;
mod row;

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::go_to_date::GoToDate;
use super::import_pupil::ImportPupil;
use super::import_reading::ImportReading;
use crate::commands::{Command, Scope};
use crate::domain::{Desk, PupilId, Refusal};
use crate::import::{Entry, ImportFile, Intake, PartChange, Preview, Table, Wanted};
use crate::ui::widgets::{Cursor, Paper};
use crate::ui::{Answer, Audience, Context, Effect, Role, View};
use row::{Row, columns, sentences};

/// From this width on, what a row is about stands beside the list.
const WIDE: u16 = 100;
/// Columns of the list there.
const LIST: u16 = 58;
/// Rows below the list elsewhere.
const BELOW: u16 = 6;
const NAME_AT: usize = 15;
const WORDS_AT: usize = 38;

/// What an import would do: every pupil and line with what becomes of it. What waits is answered here, and Ctrl+S writes all the
/// rest as one edit.
#[derive(Debug)]
pub struct ImportPreview {
    preview: Preview,
    rows: Vec<Row>,
    /// The caseload that it was worked out with.
    version: u64,
    cursor: Cursor<Row>,
    /// The rows of the file and how they were read, for when columns are to hold something else.
    read: Option<(Arc<Table>, Wanted)>,
}

impl ImportPreview {
    /// Works out what a file would do.
    ///
    /// # Errors
    /// When the caseload has no school for new pupils.
    pub fn new(desk: &Desk<'_>, name: &str, file: ImportFile) -> Result<Self, Refusal> {
        let preview = Preview::new(desk, name, file)?;
        Ok(Self {
            rows: Row::of(&preview),
            version: desk.caseload.version(),
            preview,
            cursor: Cursor::default(),
            read: None,
        })
    }

    /// Keeps the rows of the file, so that they can be read in another way.
    #[must_use]
    pub fn of(self, table: Arc<Table>, wanted: Wanted) -> Self {
        Self {
            read: Some((table, wanted)),
            ..self
        }
    }

    /// Asks what the columns hold.
    fn ask_columns(&self) -> Effect {
        match &self.read {
            Some((table, wanted)) => Effect::open(ImportReading::columns(
                self.preview.name.clone(),
                Arc::clone(table),
                wanted.clone(),
                self.preview.file.columns.clone(),
            )),
            None => Effect::None,
        }
    }

    /// Works it out anew when the caseload has changed since, by a jot or an undo.
    fn renew(&mut self, cx: &Context<'_>) -> Result<(), Refusal> {
        let version = cx.desk.caseload.version();
        if self.version != version {
            self.preview.work_out(&cx.desk)?;
            self.rows = Row::of(&self.preview);
            self.version = version;
        }
        Ok(())
    }

    /// The child under the cursor.
    fn child(&self) -> Option<usize> {
        match self.cursor.at().or_else(|| self.rows.first().copied())? {
            Row::Child(place) => Some(place),
            Row::File(_) | Row::Columns | Row::Skipped(_) | Row::Leaver(_) => None,
        }
    }

    /// Whether the row under the cursor is about the whole file.
    fn is_on_file(&self) -> bool {
        let row = self.cursor.at().or_else(|| self.rows.first().copied());
        matches!(row, Some(Row::File(_) | Row::Columns))
    }

    fn entry(&self) -> Option<&Entry> {
        self.preview.entries.get(self.child()?)
    }

    /// Whether the row is a pupil who is not in the file, or a file that breaks off: what y and Del say of it.
    fn is_settled(&mut self, cx: &Context<'_>, yes: bool) -> bool {
        match self.cursor.at().or_else(|| self.rows.first().copied()) {
            Some(Row::Leaver(pupil)) => {
                let day = yes.then(|| cx.desk.today());
                self.preview.set_left(pupil, day);
                true
            }
            Some(Row::File(0)) if self.preview.file.broken.is_some() => {
                self.preview.set_in_part(yes);
                true
            }
            _ => false,
        }
    }

    /// Whether it is asked about the row what only the user knows.
    fn is_choice(&self) -> bool {
        match self.cursor.at().or_else(|| self.rows.first().copied()) {
            Some(Row::Leaver(_)) => true,
            Some(Row::File(0)) => self.preview.file.broken.is_some(),
            _ => false,
        }
    }

    /// The pupil under the cursor who is not in the file.
    fn leaver(&self) -> Option<PupilId> {
        match self.cursor.at().or_else(|| self.rows.first().copied())? {
            Row::Leaver(pupil) => Some(pupil),
            Row::Child(_) | Row::File(_) | Row::Columns | Row::Skipped(_) => None,
        }
    }

    /// Says of all who are not in the file what is said of the one under the cursor.
    fn leave_alike(&mut self) {
        let Some(day) = self.leaver().map(|pupil| self.preview.left_on(pupil)) else {
            return;
        };
        for pupil in self.preview.leavers.clone() {
            self.preview.set_left(pupil, day);
        }
    }

    fn leaver_words(&self, pupil: PupilId) -> String {
        match self.preview.left_on(pupil) {
            Some(day) => format!("left on {}; Del takes it back", day.format("%-d %b %Y")),
            None => "left? nothing is done; y: today".to_owned(),
        }
    }

    /// Answers, and goes on to what waits next.
    fn answer(&mut self, cx: &Context<'_>, yes: bool) -> Result<(), Refusal> {
        let Some(place) = self.child() else {
            return Ok(());
        };
        self.preview.answer(&cx.desk, place, yes)?;
        self.rows = Row::of(&self.preview);
        let waits = |row: &&Row| matches!(row, Row::Child(place) if self.preview.entries[*place].intake == Intake::Hold);
        let here = Row::Child(place);
        let goes_on = self.preview.entries[place].intake == Intake::Hold;
        let next = if goes_on {
            here
        } else {
            self.rows.iter().find(waits).copied().unwrap_or(here)
        };
        self.cursor.put_on(next);
        Ok(())
    }

    fn draw_list(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        let shown = self.cursor.visible(&self.rows, paper.left());
        let at = self.cursor.row(&self.rows);
        let mut cursor = paper.here(1);
        for number in shown {
            let row = self.rows[number];
            let here = paper.row();
            let (tag, role) = row.tag(&self.preview);
            if Some(number) == at {
                cursor = paper.here(1);
                paper.put(0, 1, ">", Role::Focus);
            }
            paper.put(2, NAME_AT - 4, tag, role);
            if row.is_doubted(&self.preview) {
                paper.put(NAME_AT - 2, 1, "~", Role::Due);
            }
            let (name, words) = self.told(cx, row);
            if name.is_empty() {
                paper.put(NAME_AT, paper.width(), &words, Role::Text);
            } else {
                paper.put(NAME_AT, WORDS_AT - NAME_AT - 1, &name, Role::Text);
                paper.put(WORDS_AT, paper.width(), &words, Role::Text);
            }
            paper.skip(1);
            if Some(number) == at {
                paper.select_row(here);
            }
        }
        cursor
    }

    /// A row in one line: whose it is, and what becomes of it.
    fn told(&self, cx: &Context<'_>, row: Row) -> (String, String) {
        match row {
            Row::File(place) => {
                let sentence = sentences(&self.preview).into_iter().nth(place);
                (String::new(), sentence.unwrap_or_default())
            }
            Row::Columns => (String::new(), columns(&self.preview)),
            Row::Skipped(place) => {
                let skipped = &self.preview.file.skipped[place];
                (format!("line {}", skipped.line), skipped.reason.clone())
            }
            Row::Leaver(id) => {
                let pupil = cx.desk.caseload.pupils.get(id);
                let name = pupil.map(|pupil| cx.look.name(pupil));
                (name.unwrap_or_default(), self.leaver_words(id))
            }
            Row::Child(place) => {
                let entry = &self.preview.entries[place];
                let name = cx.look.name(&entry.pupil);
                let words = match (entry.questions.first(), entry.intake) {
                    (Some(question), _) => question.words(),
                    (None, Intake::Change) => named(&entry.changes),
                    (None, Intake::Add) => known_of(&entry.changes),
                    (None, _) => String::new(),
                };
                (name, words)
            }
        }
    }
}

/// The names of what changes: "Class, Needs".
fn named(changes: &[PartChange]) -> String {
    let names: Vec<&str> = changes.iter().map(|change| change.what).collect();
    names.join(", ")
}

/// What matters of a new pupil: "4H  SEN support  SLCN".
fn known_of(changes: &[PartChange]) -> String {
    let told = ["Class", "SEN status", "Needs"].iter().filter_map(|what| {
        let change = changes.iter().find(|change| change.what == *what)?;
        Some(change.after.as_str())
    });
    told.collect::<Vec<_>>().join("  ")
}

/// A change in one line: "Class: 4H > 4B".
pub(super) fn changed(change: &PartChange) -> String {
    let after = change.after.replace('\n', "  ");
    if change.before.is_empty() {
        format!("{}: {after}", change.what)
    } else {
        format!("{}: {} > {after}", change.what, change.before)
    }
}

impl View for ImportPreview {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Import]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        format!("Import of {}: nothing is written yet", self.preview.name)
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        if cx.look.audience != Audience::Me {
            let mut paper = Paper::new(buf, cx.look, area);
            paper.line(
                " An import shows names. Press F8 and choose full names to go on.",
                Role::Refusal,
            );
            return paper.place(1, 0);
        }
        // What can't be worked out anew is refused when it is to be saved.
        let _ = self.renew(cx);
        let mut paper = Paper::new(buf, cx.look, area);
        paper.line(&format!(" {}", self.preview.counted()), Role::Text);
        let area = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        let is_wide = area.width >= WIDE && !cx.look.plain;
        let (list, detail) = if is_wide {
            let list = Rect {
                width: LIST,
                ..area
            };
            let detail = Rect {
                x: area.x + LIST + 1,
                width: area.width - LIST - 1,
                ..area
            };
            (list, detail)
        } else {
            let height = area.height.saturating_sub(BELOW);
            let detail = Rect {
                y: area.y + height,
                height: area.height - height,
                ..area
            };
            (Rect { height, ..area }, detail)
        };
        let cursor = self.draw_list(cx, list, buf);
        self.draw_detail(cx, detail, buf);
        cursor
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::Yes,
            Command::No,
            Command::Save,
            Command::Open,
            Command::Remove,
            Command::Back,
            Command::Help,
            Command::Cover,
        ]
    }

    fn answered(&mut self, cx: &Context<'_>, answer: Answer) -> Effect {
        let (day, pupil) = match (answer, self.leaver()) {
            (Answer::Date(day), Some(pupil)) => (day, pupil),
            (Answer::List { wanted, file }, _) => {
                if let Some((_, read)) = &mut self.read {
                    *read = wanted;
                }
                let read = self.preview.read_again(&cx.desk, *file);
                self.rows = Row::of(&self.preview);
                return read.map_or_else(Effect::Refuse, |()| Effect::None);
            }
            _ => return Effect::None,
        };
        if day > cx.desk.today() {
            return Effect::refuse(
                "That day has not come yet. Type the last day on which the pupil was at the school.",
            );
        }
        self.preview.set_left(pupil, Some(day));
        Effect::None
    }

    fn refusal(&self, _cx: &Context<'_>, command: Command) -> Option<Refusal> {
        let waits = self
            .entry()
            .is_some_and(|entry| !entry.questions.is_empty());
        let answered = self
            .child()
            .is_some_and(|place| self.preview.is_answered(place));
        match command {
            Command::Yes | Command::No | Command::Remove if self.is_choice() => None,
            Command::Yes | Command::No if !waits => Some(Refusal::new(
                "Nothing is asked about this row. Rows that wait for an answer stand first.",
            )),
            Command::Open if self.is_on_file() || self.leaver().is_some() => None,
            Command::MarkAll if self.leaver().is_none() => Some(Refusal::new(
                "Ctrl+A is for pupils who are not in the list: it says of all of them what is said of this one.",
            )),
            Command::Open if self.entry().is_none() => Some(Refusal::new(
                "There is no more to see of this row than stands here.",
            )),
            Command::Remove if !answered => Some(Refusal::new(
                "This row was not answered, so there is no answer to take back.",
            )),
            _ => None,
        }
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        if self.cursor.run(&self.rows, command) {
            return Effect::None;
        }
        let done = match command {
            Command::Yes | Command::No | Command::Remove
                if self.is_settled(cx, command == Command::Yes) =>
            {
                Ok(())
            }
            Command::Yes => self.answer(cx, true),
            Command::No => self.answer(cx, false),
            Command::Remove => self.child().map_or(Ok(()), |place| {
                let asked = self.preview.ask_again(&cx.desk, place);
                self.rows = Row::of(&self.preview);
                asked
            }),
            Command::Save => {
                let edit = self.renew(cx).and_then(|()| self.preview.edit(&cx.desk));
                let save = match edit {
                    Ok(edit) => Effect::SaveThen {
                        edit,
                        then: super::dates::offer,
                    },
                    Err(refusal) => Effect::Refuse(refusal),
                };
                return Effect::BackUpFirst(Box::new(save));
            }
            Command::Open if self.is_on_file() => return self.ask_columns(),
            Command::Open if self.leaver().is_some() => {
                return Effect::open(GoToDate::asked("Left on", "On which day someone left"));
            }
            Command::MarkAll => {
                self.leave_alike();
                Ok(())
            }
            Command::Open => {
                return self.child().map_or(Effect::None, |place| {
                    Effect::open(ImportPupil::new(
                        &self.preview.entries[place],
                        &self.preview.file.pupils[place],
                    ))
                });
            }
            Command::Back => return Effect::Close,
            _ => Ok(()),
        };
        done.map_or_else(Effect::Refuse, |()| Effect::None)
    }
}
