//! [`Field`]: one field of a form.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Paper;
use super::choice_box::ChoiceBox;
use super::pick_box::PickBox;
use super::text_box::TextBox;
use super::width;
use crate::domain::date_words::{self, Leaning};
use crate::domain::{Code, Desk};
use crate::keys::{Code as KeyCode, Key};
use crate::ui::{Look, Role};

/// Rows that a box of prose grows to as it fills.
const LONGEST: u16 = 6;

/// What is typed into a field.
#[derive(Clone, Debug)]
enum Entry {
    Line(TextBox),
    Prose(TextBox, u16),
    Date(TextBox, Leaning),
    Choice(ChoiceBox),
    Pick(PickBox),
}

/// One field of a form: a name for the program, a label for the reader, and a box.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name, which drafts and refusals use.
    pub name: Cow<'static, str>,
    label: Cow<'static, str>,
    hint: Cow<'static, str>,
    /// Lines above it: the heading of the part that begins with it, and what it is about.
    above: Vec<(String, Role)>,
    entry: Entry,
    first: String,
    /// Whether a draft keeps it unchanged, because the form can't know it when it is opened again.
    is_given: bool,
}

impl Field {
    fn new(
        name: impl Into<Cow<'static, str>>,
        label: impl Into<Cow<'static, str>>,
        entry: Entry,
    ) -> Self {
        let mut field = Self {
            name: name.into(),
            label: label.into(),
            hint: Cow::Borrowed(""),
            above: Vec::new(),
            entry,
            first: String::new(),
            is_given: false,
        };
        field.first = field.text();
        field
    }

    /// A line of text.
    pub fn line(
        name: impl Into<Cow<'static, str>>,
        label: impl Into<Cow<'static, str>>,
        text: &str,
    ) -> Self {
        Self::new(name, label, Entry::Line(TextBox::line(text)))
    }

    /// A passphrase: shown as stars.
    pub fn secret(name: impl Into<Cow<'static, str>>, label: impl Into<Cow<'static, str>>) -> Self {
        Self::new(name, label, Entry::Line(TextBox::line("").masked()))
    }

    /// Prose, in a box of so many rows.
    pub fn prose(
        name: impl Into<Cow<'static, str>>,
        label: impl Into<Cow<'static, str>>,
        rows: u16,
        text: &str,
    ) -> Self {
        Self::new(name, label, Entry::Prose(TextBox::prose(text), rows))
    }

    /// A date in words, echoed in full.
    pub fn date(
        name: impl Into<Cow<'static, str>>,
        label: impl Into<Cow<'static, str>>,
        leaning: Leaning,
        on: Option<chrono::NaiveDate>,
    ) -> Self {
        let text = on
            .map(|on| on.format("%-d %b %Y").to_string())
            .unwrap_or_default();
        Self::new(name, label, Entry::Date(TextBox::line(&text), leaning))
    }

    /// A number, empty for unknown.
    pub fn number(
        name: impl Into<Cow<'static, str>>,
        label: impl Into<Cow<'static, str>>,
        number: Option<f64>,
    ) -> Self {
        Self::line(
            name,
            label,
            &number.map(|number| number.to_string()).unwrap_or_default(),
        )
    }

    /// One of a fixed choice.
    pub fn choice<T: Code>(
        name: impl Into<Cow<'static, str>>,
        label: impl Into<Cow<'static, str>>,
        chosen: T,
    ) -> Self {
        Self::options(name, label, codes::<T>(), chosen.code())
    }

    /// One of a fixed choice, or none of it: `none` says what none means.
    pub fn maybe<T: Code>(
        name: impl Into<Cow<'static, str>>,
        label: impl Into<Cow<'static, str>>,
        none: &str,
        chosen: Option<T>,
    ) -> Self {
        let mut options = vec![(String::new(), none.to_owned())];
        options.extend(codes::<T>());
        Self::options(
            name,
            label,
            options,
            chosen.map(T::code).unwrap_or_default(),
        )
    }

    /// One of these codes, each with its label.
    pub fn options(
        name: impl Into<Cow<'static, str>>,
        label: impl Into<Cow<'static, str>>,
        options: Vec<(String, String)>,
        code: &str,
    ) -> Self {
        Self::new(name, label, Entry::Choice(ChoiceBox::new(options, code)))
    }

    /// Yes or no.
    pub fn yes_no(
        name: impl Into<Cow<'static, str>>,
        label: impl Into<Cow<'static, str>>,
        yes: bool,
    ) -> Self {
        let options = vec![
            ("no".to_owned(), "no".to_owned()),
            ("yes".to_owned(), "yes".to_owned()),
        ];
        Self::options(name, label, options, if yes { "yes" } else { "no" })
    }

    /// Yes, no, or not known.
    pub fn known(
        name: impl Into<Cow<'static, str>>,
        label: impl Into<Cow<'static, str>>,
        yes: Option<bool>,
    ) -> Self {
        let options = [("", "not known"), ("no", "no"), ("yes", "yes")];
        let options = options
            .map(|(code, label)| (code.to_owned(), label.to_owned()))
            .to_vec();
        Self::options(
            name,
            label,
            options,
            yes.map_or("", |yes| if yes { "yes" } else { "no" }),
        )
    }

    /// A name, with those to pick from.
    pub fn pick(
        name: impl Into<Cow<'static, str>>,
        label: impl Into<Cow<'static, str>>,
        text: &str,
        names: Vec<String>,
    ) -> Self {
        Self::new(name, label, Entry::Pick(PickBox::new(text, names)))
    }

    /// With a hint that shows while the field has the caret.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Cow<'static, str>>) -> Self {
        self.hint = hint.into();
        self
    }

    /// With what stands in it chosen elsewhere, such as a day of a calendar: a draft keeps it beside what was typed.
    #[must_use]
    pub fn given(mut self) -> Self {
        self.is_given = true;
        self
    }

    /// As the first of a part of the form with this heading.
    #[must_use]
    pub fn heading(mut self, heading: impl Into<String>) -> Self {
        self.above.insert(0, (heading.into(), Role::Heading));
        self
    }

    /// With a line above that says what it is about.
    #[must_use]
    pub fn about(mut self, words: impl Into<String>) -> Self {
        self.above.push((words.into(), Role::Text));
        self
    }

    /// What stands in it: the code, for a choice.
    pub fn text(&self) -> String {
        match &self.entry {
            Entry::Line(line) | Entry::Prose(line, _) | Entry::Date(line, _) => line.text(),
            Entry::Choice(choice) => choice.code().to_owned(),
            Entry::Pick(pick) => pick.line.text(),
        }
    }

    /// Whether it was changed since the form was opened.
    pub fn is_changed(&self) -> bool {
        self.text() != self.first
    }

    /// Whether a draft of the form keeps it.
    pub fn is_kept(&self) -> bool {
        self.is_given || self.is_changed()
    }

    /// Whether Enter breaks a line in it.
    pub fn is_prose(&self) -> bool {
        matches!(self.entry, Entry::Prose(..))
    }

    /// Which way a date leans; none for other fields.
    pub fn leaning(&self) -> Option<Leaning> {
        match self.entry {
            Entry::Date(_, leaning) => Some(leaning),
            _ => None,
        }
    }

    /// Puts a text in it, as a draft had it.
    pub fn set(&mut self, text: &str) {
        match &mut self.entry {
            Entry::Line(line) | Entry::Date(line, _) => *line = TextBox::line(text),
            Entry::Prose(prose, _) => *prose = TextBox::prose(text),
            Entry::Choice(choice) => choice.choose(text),
            Entry::Pick(pick) => pick.line = TextBox::line(text),
        }
    }

    fn text_box(&mut self) -> Option<&mut TextBox> {
        match &mut self.entry {
            Entry::Line(line) | Entry::Prose(line, _) | Entry::Date(line, _) => Some(line),
            Entry::Pick(pick) => Some(&mut pick.line),
            Entry::Choice(_) => None,
        }
    }

    /// Where the caret is, in characters.
    pub fn caret(&self) -> usize {
        match &self.entry {
            Entry::Line(line) | Entry::Prose(line, _) | Entry::Date(line, _) => line.caret(),
            Entry::Pick(pick) => pick.line.caret(),
            Entry::Choice(_) => 0,
        }
    }

    /// Puts the caret there.
    pub fn put_caret(&mut self, caret: usize) {
        if let Some(text) = self.text_box() {
            text.put_caret(caret);
        }
    }

    /// Takes a key; says whether it had a use for it.
    pub fn type_key(&mut self, key: Key) -> bool {
        match &mut self.entry {
            Entry::Choice(choice) => choice.type_key(key),
            Entry::Pick(pick) => pick.type_key(key),
            Entry::Line(line) | Entry::Date(line, _) => {
                !matches!(key.code, KeyCode::Up | KeyCode::Down | KeyCode::Enter)
                    && line.type_key(key)
            }
            Entry::Prose(prose, _) => prose.type_key(key),
        }
    }

    /// Takes pasted text; says whether it had a use for it.
    pub fn paste(&mut self, text: &str) -> bool {
        self.text_box()
            .map(|text_box| text_box.paste(text))
            .is_some()
    }

    /// Selects what stands in a line, when the caret comes into the field from another: typing replaces it, as in every
    /// form a teacher knows.
    pub fn enter(&mut self) {
        if !self.is_prose()
            && let Some(text) = self.text_box()
        {
            text.select_all();
        }
    }

    /// Completes what is typed, when the caret leaves the field.
    pub fn leave(&mut self) {
        if let Some(text) = self.text_box() {
            text.select_none();
        }
        if let Entry::Pick(pick) = &mut self.entry {
            pick.complete();
        }
    }

    /// Rows it takes.
    pub fn rows(&self) -> u16 {
        let above = u16::try_from(self.above.len()).unwrap_or(0);
        match self.entry {
            Entry::Prose(ref prose, rows) => above + rows.max(prose.rows().min(LONGEST)),
            _ => above + 1,
        }
    }

    /// What the hint line says while the caret is here.
    pub fn says(&self, desk: &Desk<'_>) -> String {
        match &self.entry {
            Entry::Date(line, leaning) if !line.text().trim().is_empty() => {
                match date_words::read(&line.text(), desk.today(), *leaning, desk.calendar) {
                    Ok(on) => date_words::echo(on, desk.today()),
                    Err(doubt) => doubt.to_string(),
                }
            }
            Entry::Date(..) if self.hint.is_empty() => {
                "fri, 3 dec, 3/12/26, +6w, end of term".to_owned()
            }
            Entry::Choice(choice) => {
                let all = choice.labels().collect::<Vec<_>>().join(", ");
                format!("Left, Right or a letter: {all}")
            }
            Entry::Pick(pick) => {
                let fitting = pick.fitting().take(4).collect::<Vec<_>>().join(", ");
                let is_told = pick.line.is_empty() && !self.hint.is_empty();
                if fitting.is_empty() || is_told {
                    self.hint.to_string()
                } else {
                    format!("{fitting} …  {}", self.hint)
                }
            }
            _ => self.hint.to_string(),
        }
    }

    /// Draws label and box in an area; says where the caret is.
    pub fn draw(
        &mut self,
        desk: &Desk<'_>,
        look: &Look,
        focused: bool,
        label_width: u16,
        area: Rect,
        buf: &mut Buffer,
    ) -> Position {
        let mut paper = Paper::new(buf, look, area);
        for (words, role) in &self.above {
            paper.line(&format!("  {words}"), *role);
        }
        let row = paper.row();
        let mark = if focused {
            ">"
        } else if self.is_changed() {
            "*"
        } else {
            " "
        };
        let role = if focused { Role::Focus } else { Role::Muted };
        paper.put(0, 2, mark, role);
        paper.put(
            2,
            usize::from(label_width.saturating_sub(3)),
            &self.label,
            role,
        );
        let place = paper.place(usize::from(label_width), row);
        let room = Rect::new(
            place.x,
            place.y,
            area.right().saturating_sub(place.x),
            area.height.saturating_sub(row),
        )
        .intersection(area);
        match &mut self.entry {
            Entry::Choice(choice) => {
                let label = if focused {
                    format!("< {} >", choice.label())
                } else {
                    choice.label().to_owned()
                };
                let role = if focused { Role::Focus } else { Role::Text };
                paper.put(
                    usize::from(label_width),
                    usize::from(room.width),
                    &label,
                    role,
                );
                place
            }
            Entry::Date(line, leaning) => {
                let caret = line.draw(look, focused, room, buf);
                let text = line.text();
                let read = date_words::read(&text, desk.today(), *leaning, desk.calendar);
                if let Ok(on) = read
                    && !focused
                {
                    let echo = format!("= {}", date_words::echo(on, desk.today()));
                    Paper::new(buf, look, room).put(
                        width(&text) + 2,
                        usize::from(area.width),
                        &echo,
                        Role::Muted,
                    );
                }
                caret
            }
            Entry::Line(line) | Entry::Prose(line, _) => line.draw(look, focused, room, buf),
            Entry::Pick(pick) => pick.line.draw(look, focused, room, buf),
        }
    }
}

fn codes<T: Code>() -> Vec<(String, String)> {
    T::VARIANTS
        .iter()
        .map(|one| (one.code().to_owned(), one.label().to_owned()))
        .collect()
}
