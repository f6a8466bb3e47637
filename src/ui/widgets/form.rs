//! [`Form`]: fields in a list, one of them with the caret.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::{NaiveDate, NaiveTime};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Field, Paper, cut, more, wrap};
use crate::domain::date_words::{self, Leaning};
use crate::domain::{Code, Desk, Doubt, Draft, DraftKey, Refusal, clock_time};
use crate::keys::{Code as KeyCode, Key};
use crate::ui::{Context, Look, Role};

/// Columns of the labels.
const LABELS: u16 = 20;

/// Fields in a list, one of them with the caret. Enter goes to the next field and never saves.
#[derive(Clone, Debug)]
pub struct Form {
    fields: Vec<Field>,
    focus: usize,
    top: usize,
    /// Rows for the fields at the last drawing: a page.
    room: u16,
    /// What is wrong with a field, by name.
    wrong: Option<Refusal>,
}

impl Form {
    /// A form with the caret in the first field.
    pub fn new(fields: Vec<Field>) -> Self {
        let mut fields = fields;
        if let Some(first) = fields.first_mut() {
            first.enter();
        }
        Self {
            fields,
            focus: 0,
            top: 0,
            room: 1,
            wrong: None,
        }
    }

    /// Puts the caret into a field.
    #[must_use]
    pub fn at(mut self, name: &str) -> Self {
        self.go_to(name);
        self
    }

    fn go_to(&mut self, name: &str) {
        if let Some(at) = self.fields.iter().position(|field| field.name == name) {
            self.leave(at);
        }
    }

    /// Whether the caret is in this field.
    pub fn is_at(&self, name: &str) -> bool {
        self.fields
            .get(self.focus)
            .is_some_and(|field| field.name == name)
    }

    /// Whether it has this field.
    pub fn has(&self, name: &str) -> bool {
        self.field(name).is_some()
    }

    /// What stands in a field, without the spaces around it; nothing for a name that is not in the form.
    pub fn text(&self, name: &str) -> String {
        self.field(name)
            .map(|field| field.text().trim().to_owned())
            .unwrap_or_default()
    }

    /// The path in a field, without the quotation marks in which Explorer and Finder copy one; none when nothing stands there.
    pub fn path(&self, name: &str) -> Option<PathBuf> {
        let typed = self.text(name);
        let path = typed.trim_matches(['"', '\'']).trim();
        (!path.is_empty()).then(|| PathBuf::from(path))
    }

    fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Whether anything was typed.
    pub fn is_changed(&self) -> bool {
        self.fields.iter().any(Field::is_changed)
    }

    /// The date in a field, or nothing.
    ///
    /// # Errors
    /// When it does not read as a date.
    pub fn date(&self, name: &str, desk: &Desk<'_>) -> Result<Option<NaiveDate>, Refusal> {
        let text = self.text(name);
        if text.is_empty() {
            return Ok(None);
        }
        let leaning = self
            .field(name)
            .and_then(Field::leaning)
            .unwrap_or(Leaning::Ahead);
        let read = date_words::read(&text, desk.today(), leaning, desk.calendar);
        read.map(Some)
            .map_err(|doubt| Refusal::of(name.to_owned(), doubt.to_string()))
    }

    /// The date in a field that must have one.
    ///
    /// # Errors
    /// When it is empty or does not read as a date.
    pub fn needed_date(&self, name: &str, desk: &Desk<'_>) -> Result<NaiveDate, Refusal> {
        self.date(name, desk)?.ok_or_else(|| {
            Refusal::of(
                name.to_owned(),
                "A date is needed here: fri, 3 dec, 3/12/26, +6w.",
            )
        })
    }

    /// The time of day in a field, or nothing.
    ///
    /// # Errors
    /// When it does not read as one.
    pub fn time(&self, name: &str) -> Result<Option<NaiveTime>, Refusal> {
        let text = self.text(name);
        if text.is_empty() {
            return Ok(None);
        }
        clock_time::read(&text)
            .map(Some)
            .map_err(|doubt| Refusal::of(name.to_owned(), doubt.to_string()))
    }

    /// The number in a field, or nothing.
    ///
    /// # Errors
    /// When it is not a number.
    pub fn number(&self, name: &str) -> Result<Option<f64>, Refusal> {
        let text = self.text(name);
        if text.is_empty() {
            return Ok(None);
        }
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Some(number)),
            _ => Err(Refusal::of(
                name.to_owned(),
                format!("\"{text}\" is not a number. Type one, such as 8 or 4.5."),
            )),
        }
    }

    /// The whole number in a field, or nothing.
    ///
    /// # Errors
    /// When it is not one.
    pub fn whole(&self, name: &str) -> Result<Option<u32>, Refusal> {
        let text = self.text(name);
        if text.is_empty() {
            return Ok(None);
        }
        let read = text.parse().map(Some);
        read.map_err(|_| {
            Refusal::of(
                name.to_owned(),
                format!("\"{text}\" is not a whole number. Type one, such as 20."),
            )
        })
    }

    /// The choice in a field; none where none was chosen.
    pub fn choice<T: Code>(&self, name: &str) -> Option<T> {
        self.text(name).parse().ok()
    }

    /// Whether a yes-or-no field says yes.
    pub fn yes(&self, name: &str) -> bool {
        self.text(name) == "yes"
    }

    /// What a yes, no or not-known field says.
    pub fn known(&self, name: &str) -> Option<bool> {
        match self.text(name).as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }

    /// Shows what is wrong and puts the caret into the field it is about.
    pub fn refuse(&mut self, refusal: Refusal) {
        if let Some(name) = &refusal.field {
            self.go_to(name);
        }
        self.wrong = Some(refusal);
    }

    /// Selects what stands in the field with the caret: typing replaces it.
    pub fn select_all(&mut self) {
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.enter();
        }
    }

    /// To the next field, and from the last to the first.
    pub fn next(&mut self) {
        self.leave((self.focus + 1) % self.fields.len().max(1));
    }

    /// To the field before.
    pub fn previous(&mut self) {
        let count = self.fields.len().max(1);
        self.leave((self.focus + count - 1) % count);
    }

    /// The field a page below the one with the caret.
    fn a_page_on(&self) -> usize {
        let mut rows = 0;
        let on_it = |field: &&Field| {
            rows += field.rows();
            rows <= self.room
        };
        let below = self
            .fields
            .iter()
            .skip(self.focus)
            .take_while(on_it)
            .count();
        (self.focus + below.max(1)).min(self.fields.len().saturating_sub(1))
    }

    /// The field a page above the one with the caret.
    fn a_page_back(&self) -> usize {
        let mut rows = 0;
        let on_it = |field: &&Field| {
            rows += field.rows();
            rows <= self.room
        };
        let above = self
            .fields
            .iter()
            .take(self.focus)
            .rev()
            .take_while(on_it)
            .count();
        self.focus.saturating_sub(above.max(1))
    }

    fn leave(&mut self, to: usize) {
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.leave();
        }
        if self.focus != to
            && let Some(field) = self.fields.get_mut(to)
        {
            field.enter();
        }
        self.focus = to;
    }

    /// Completes the field with the caret, before the form is read.
    pub fn settle(&mut self) {
        self.leave(self.focus);
    }

    /// Takes a key; says whether it had a use for it.
    pub fn type_key(&mut self, key: Key) -> bool {
        let Some(field) = self.fields.get_mut(self.focus) else {
            return false;
        };
        if field.type_key(key) {
            self.wrong = None;
            return true;
        }
        match key.code {
            KeyCode::Enter | KeyCode::Down if !key.ctrl => self.next(),
            KeyCode::Up if !key.ctrl => self.previous(),
            KeyCode::PageDown => self.leave(self.a_page_on()),
            KeyCode::PageUp => self.leave(self.a_page_back()),
            _ => return false,
        }
        true
    }

    /// Takes pasted text; says whether it had a use for it.
    pub fn paste(&mut self, text: &str) -> bool {
        self.fields
            .get_mut(self.focus)
            .is_some_and(|field| field.paste(text))
    }

    /// What was typed and is not saved; none when nothing was.
    pub fn draft(&self, key: DraftKey) -> Option<Draft> {
        let fields: BTreeMap<_, _> = self
            .fields
            .iter()
            .filter(|field| field.is_kept())
            .map(|field| (field.name.to_string(), field.text()))
            .collect();
        let focused = self.fields.get(self.focus)?;
        self.is_changed().then(|| Draft {
            key,
            fields,
            focus: focused.name.to_string(),
            caret: focused.caret(),
        })
    }

    /// Takes up a draft where it was left.
    pub fn restore(&mut self, draft: &Draft) {
        for field in &mut self.fields {
            if let Some(text) = draft.fields.get(field.name.as_ref()) {
                field.set(text);
            }
        }
        self.go_to(&draft.focus);
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.leave();
            field.put_caret(draft.caret);
        }
    }

    /// Draws the fields, with doubts beside them and the hint of the focused one below; says where the caret is.
    pub fn draw(
        &mut self,
        cx: &Context<'_>,
        doubts: &[Doubt],
        area: Rect,
        buf: &mut Buffer,
    ) -> Position {
        self.draw_with(&cx.desk, cx.look, doubts, area, buf)
    }

    /// As [`Form::draw`], where there is no caseload yet.
    pub fn draw_with(
        &mut self,
        desk: &Desk<'_>,
        look: &Look,
        doubts: &[Doubt],
        area: Rect,
        buf: &mut Buffer,
    ) -> Position {
        let says = self.says(desk, doubts, usize::from(area.width));
        let below = u16::try_from(says.len()).unwrap_or(u16::MAX).max(2);
        let room = Rect {
            height: area.height.saturating_sub(below),
            ..area
        };
        let all: u16 = self.fields.iter().map(Field::rows).sum();
        // Where not all have room, the last row says how many more there are.
        let is_cut = all > room.height && room.height > 2;
        let room = Rect {
            height: room.height - u16::from(is_cut),
            ..room
        };
        self.room = room.height;
        self.scroll(room.height);
        let mut shown = 0;
        let mut caret = Position::new(area.x, area.y);
        let mut y = room.y;
        for (at, field) in self.fields.iter_mut().enumerate().skip(self.top) {
            let height = field.rows().min(room.bottom().saturating_sub(y));
            if height == 0 {
                break;
            }
            let place = Rect { y, height, ..room };
            let at_caret = field.draw(desk, look, at == self.focus, LABELS, place, buf);
            if at == self.focus {
                caret = at_caret;
            }
            y += height;
            shown += 1;
        }
        let mut paper = Paper::new(
            buf,
            look,
            Rect {
                y: room.bottom(),
                height: area.bottom().saturating_sub(room.bottom()),
                ..area
            },
        );
        if is_cut {
            let below = self.fields.len() - self.top - shown;
            paper.line(&format!("  {}", more(self.top, below)), Role::Muted);
        }
        for (words, role) in says {
            paper.line(&format!("  {words}"), role);
        }
        caret
    }

    /// The lines below the fields: what is wrong or the hint of the field with the caret, and the doubts. Each may take two
    /// lines: advice must not be cut off.
    fn says(&self, desk: &Desk<'_>, doubts: &[Doubt], columns: usize) -> Vec<(String, Role)> {
        const LINES: usize = 2;
        const DOUBTS: usize = 3;
        let columns = columns.saturating_sub(3);
        let folded = |words: &str, role: Role| {
            let mut lines = wrap(words, columns);
            if lines.len() > LINES {
                let rest = lines.split_off(LINES - 1).join(" ");
                lines.push(cut(&rest, columns));
            }
            lines.into_iter().map(move |line| (line, role))
        };
        let first = match (&self.wrong, self.fields.get(self.focus)) {
            (Some(refusal), _) => (format!("! {}", refusal.words), Role::Refusal),
            (None, Some(field)) => (field.says(desk), Role::Muted),
            (None, None) => (String::new(), Role::Muted),
        };
        let doubts = doubts.iter().take(DOUBTS).map(|doubt| {
            let words = format!("~ {} ({})", doubt.words, doubt.basis);
            (words, Role::Due)
        });
        [first]
            .into_iter()
            .chain(doubts)
            .flat_map(|(words, role)| folded(&words, role).collect::<Vec<_>>())
            .collect()
    }

    /// Scrolls so that the field with the caret is in the room.
    fn scroll(&mut self, room: u16) {
        self.top = self.top.min(self.focus);
        let rows = |fields: &[Field]| fields.iter().map(Field::rows).sum::<u16>();
        while self.top < self.focus && rows(&self.fields[self.top..=self.focus]) > room {
            self.top += 1;
        }
    }
}
