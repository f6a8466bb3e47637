//! [`Pupils`]: the register.

mod card;
mod columns;
mod counted;
mod draw;
mod listed;
mod roll;
mod row;
mod sieve;
mod sort;

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::domain::{Pupil, PupilId, Refusal, pupil};
use crate::keys::Key;
use crate::ui::dialogs::{self, Question};
use crate::ui::widgets::{Cursor, Paper, TextBox};
use crate::ui::{Answer, Audience, Context, Effect, View};
use roll::Roll;
use sort::Sort;

/// Columns from which on there is room for the card.
const TWO_COLUMNS: u16 = 100;
/// Columns of the card.
const CARD: u16 = 42;

/// The register: filtered as one types, sorted, marked; where there is room, with the story of the pupil under the cursor.
#[derive(Debug, Default)]
pub struct Pupils {
    roll: Roll,
    cursor: Cursor<PupilId>,
    filter: TextBox,
    is_typing: bool,
    sort: Sort,
    /// Where the rows were drawn, for the mouse, and the first of them.
    rows: Rect,
    top: usize,
}

impl Pupils {
    /// Works out anew what is shown, if anything has changed.
    fn refresh(&mut self, cx: &Context<'_>) {
        if let Some(newest) = self.roll.refresh(cx, &self.filter.text(), self.sort) {
            self.cursor.put_on(newest);
        }
    }

    fn under_cursor<'a>(&self, cx: &Context<'a>) -> Option<&'a Pupil> {
        let id = self.cursor.at()?;
        let pupil = cx.desk.caseload.pupils.get(id)?;
        (cx.look.may_show(id) && !self.roll.shown().is_empty()).then_some(pupil)
    }

    /// The marked pupils in the order shown, if the one to be taken in hand is among them; else all that are shown.
    fn row_with(&self, cx: &Context<'_>, pupil: Option<PupilId>) -> Vec<PupilId> {
        let marked = &cx.hand.marked;
        let shown = self.roll.shown();
        if pupil.is_none_or(|pupil| !marked.contains(&pupil)) {
            return shown.to_vec();
        }
        let (seen, hidden): (Vec<_>, Vec<_>) = (
            shown.iter().filter(|id| marked.contains(id)).collect(),
            marked.iter().filter(|id| !shown.contains(id)).collect(),
        );
        seen.into_iter().chain(hidden).copied().collect()
    }

    /// The marked pupils in the order shown; where none is marked, the one under the cursor.
    fn marked_or(&self, cx: &Context<'_>, pupil: Option<PupilId>) -> Vec<PupilId> {
        let marked = &cx.hand.marked;
        match marked.first() {
            None => pupil.into_iter().collect(),
            Some(first) => {
                let all = self.row_with(cx, Some(*first)).into_iter();
                all.filter(|id| marked.contains(id)).collect()
            }
        }
    }

    fn mark(&self, cx: &Context<'_>, pupil: PupilId) -> Effect {
        let mut marked = cx.hand.marked.clone();
        if !marked.remove(&pupil) {
            marked.insert(pupil);
        }
        Effect::Mark(marked)
    }

    /// Marks all that are shown; where they are marked already, takes the marks away.
    fn mark_all(&self, cx: &Context<'_>) -> Effect {
        let shown: BTreeSet<_> = self.roll.shown().iter().copied().collect();
        let mut marked = cx.hand.marked.clone();
        if shown.is_subset(&marked) {
            marked.retain(|pupil| !shown.contains(pupil));
        } else {
            marked.extend(shown);
        }
        Effect::Mark(marked)
    }

    /// One step back: the filter, the marks, the pupil in hand; then it stops.
    fn back(&mut self, cx: &Context<'_>) -> Effect {
        if self.is_typing || !self.filter.is_empty() {
            self.is_typing = false;
            self.filter = TextBox::default();
        } else if !cx.hand.marked.is_empty() {
            return Effect::Mark(BTreeSet::new());
        } else if cx.hand.pupil.is_some() {
            return Effect::TakeInHand(None);
        }
        Effect::None
    }

    fn keep_filter(&mut self) {
        self.is_typing = false;
        self.filter.select_none();
    }

    fn open(&mut self, cx: &Context<'_>, pupil: &Pupil) -> Effect {
        if self.is_typing {
            self.keep_filter();
            return Effect::None;
        }
        Effect::Many(vec![
            Effect::LineUp(self.row_with(cx, Some(pupil.id))),
            Effect::TakeInHand(Some(pupil.id)),
            Effect::open(dialogs::pupil::Record::default()),
        ])
    }

    /// Takes a pupil typed by mistake out; of one with records, asks whether she has left.
    fn remove(&self, cx: &Context<'_>, pupil: &Pupil) -> Effect {
        let in_log = match cx.log.entries_of(pupil.id) {
            Ok(count) => count,
            Err(error) => return Effect::refuse(error.to_string()),
        };
        match pupil::remove(&cx.desk, pupil.id, in_log) {
            Ok(edit) => Effect::Save { edit, close: false },
            Err(refusal) => Effect::open(Question::new(
                format!("Has {} left the school?", cx.look.full_name(pupil)),
                format!(
                    "{} Nothing is removed. If the pupil has left the school, y opens the form to say so.",
                    refusal.words
                ),
                Effect::open(dialogs::left::of(pupil)),
            )),
        }
    }

    fn beside(&mut self, cx: &Context<'_>, by: isize) -> Effect {
        match cx.hand.beside(by) {
            Some(pupil) => {
                self.cursor.put_on(pupil);
                Effect::TakeInHand(Some(pupil))
            }
            None => Effect::refuse(
                "There is nobody further that way. Enter takes the pupil under the cursor in hand.",
            ),
        }
    }
}

impl View for Pupils {
    fn scopes(&self) -> &'static [Scope] {
        if self.is_typing {
            &[Scope::Filter]
        } else {
            &[Scope::Pupils, Scope::List, Scope::Pupil]
        }
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        format!("Pupils ({})", self.roll.shown().len())
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        self.refresh(cx);
        let mut paper = Paper::new(buf, cx.look, area);
        self.draw_heading(cx, &mut paper);
        self.draw_schools(cx, &mut paper);
        let mut below = paper.rest();
        let mut caret = None;
        if self.is_typing || !self.filter.is_empty() {
            caret = self.draw_filter(cx, below, buf);
            below.y += 1;
            below.height = below.height.saturating_sub(1);
        }
        let has_card = area.width >= TWO_COLUMNS && !cx.look.plain;
        let list = Rect {
            width: if has_card {
                below.width - CARD - 1
            } else {
                below.width
            },
            ..below
        };
        let cursor = self.draw_rows(cx, has_card, list, buf);
        if has_card && let Some(pupil) = self.under_cursor(cx) {
            let card = Rect {
                x: list.right() + 1,
                width: CARD,
                ..below
            };
            card::draw(cx, pupil, card, buf);
        }
        caret.unwrap_or(cursor)
    }

    fn footer(&self, cx: &Context<'_>) -> Vec<Command> {
        if self.is_typing {
            return vec![Command::Open, Command::Back, Command::Help, Command::Cover];
        }
        if !cx.hand.marked.is_empty() {
            return vec![
                Command::Mark,
                Command::MarkAll,
                Command::ForSeveral,
                Command::Dates,
                Command::Open,
                Command::Back,
                Command::Help,
                Command::Cover,
            ];
        }
        vec![
            Command::Open,
            Command::Filter,
            Command::Brief,
            Command::Plan,
            Command::Mark,
            Command::Sort,
            Command::New,
            Command::Help,
            Command::WhoCanSee,
            Command::ForSeveral,
            Command::Dates,
            Command::KeptFilters,
            Command::Jot,
            Command::Cover,
        ]
    }

    fn refusal(&self, cx: &Context<'_>, command: Command) -> Option<Refusal> {
        match command {
            Command::Open | Command::Mark | Command::MarkAll | Command::Remove
                if self.under_cursor(cx).is_none() && !self.is_typing =>
            {
                Some(Refusal::new(
                    "There is nobody under the cursor. n adds a pupil; Esc clears the filter.",
                ))
            }
            Command::ForSeveral | Command::Dates if cx.look.audience.is_narrow() => {
                Some(Refusal::new(
                    "Several pupils are changed at once only while nobody else sees the screen (F8).",
                ))
            }
            Command::ForSeveral if self.under_cursor(cx).is_none() && cx.hand.marked.is_empty() => {
                Some(Refusal::new(
                    "Nobody is marked. Space marks the pupil under the cursor, Ctrl+A all that are shown.",
                ))
            }
            Command::Dates if self.roll.shown().is_empty() => Some(Refusal::new(
                "There is nobody to show dates of. n adds a pupil; Esc clears the filter.",
            )),
            Command::New if cx.look.audience.is_narrow() => Some(Refusal::new(
                "A new pupil is added only while nobody else sees the screen (F8).",
            )),
            Command::Next | Command::Previous if cx.hand.pupil.is_none() => Some(Refusal::new(
                "No pupil is in hand. Enter takes the one under the cursor in hand.",
            )),
            Command::Print if cx.look.audience != Audience::Me => Some(Refusal::new(
                "The spreadsheet names pupils: press F8 and choose full names first.",
            )),
            Command::Done | Command::Waive | Command::GoToDate => Some(Refusal::new(
                "There is nothing of that kind in the register.",
            )),
            _ => None,
        }
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        self.refresh(cx);
        if self.cursor.run(self.roll.shown(), command) {
            return Effect::None;
        }
        match (command, self.under_cursor(cx)) {
            (Command::Back, _) => return self.back(cx),
            (Command::Filter, _) => {
                self.is_typing = true;
                self.filter.select_all();
            }
            (Command::Sort, _) => self.sort = self.sort.next(),
            (Command::ForSeveral, pupil) => {
                let pupils = self.marked_or(cx, pupil.map(|pupil| pupil.id));
                return dialogs::several::choose(cx, &pupils);
            }
            (Command::Dates, pupil) => {
                let pupils = match cx.hand.marked.is_empty() {
                    true => self.roll.shown().to_vec(),
                    false => self.marked_or(cx, pupil.map(|pupil| pupil.id)),
                };
                return Effect::open(dialogs::dates::of(pupils));
            }
            (Command::KeptFilters, _) => {
                return Effect::open(dialogs::kept_filters::KeptFilters::new(&self.filter.text()));
            }
            (Command::New, _) => return Effect::open(dialogs::new_pupil::form(cx)),
            (Command::NextView, _) => {
                return Effect::open(dialogs::census::CensusView::default());
            }
            // What is shown, and no more.
            (Command::Print, _) => {
                return dialogs::keep_pupils::choose(cx, self.roll.shown());
            }
            (Command::MarkAll, _) => return self.mark_all(cx),
            (Command::Next, _) => return self.beside(cx, 1),
            (Command::Previous, _) => return self.beside(cx, -1),
            (Command::Open, Some(pupil)) => return self.open(cx, pupil),
            (Command::Open, None) => self.keep_filter(),
            (Command::Mark, Some(pupil)) => return self.mark(cx, pupil.id),
            (Command::Remove, Some(pupil)) => return self.remove(cx, pupil),
            _ => {}
        }
        Effect::None
    }

    /// A capital letter begins the filter with that letter.
    fn type_key(&mut self, _cx: &Context<'_>, key: Key) -> Option<Effect> {
        if self.is_typing {
            return self.filter.type_key(key).then_some(Effect::None);
        }
        let letter = key.typed()?;
        (letter.is_alphabetic() && !letter.is_lowercase()).then(|| {
            self.filter = TextBox::line(&letter.to_string());
            self.is_typing = true;
            Effect::None
        })
    }

    fn paste(&mut self, _cx: &Context<'_>, text: &str) -> Option<Effect> {
        self.is_typing.then(|| {
            self.filter.paste(text);
            Effect::None
        })
    }

    /// Takes the words of a kept filter.
    fn answered(&mut self, _cx: &Context<'_>, answer: Answer) -> Effect {
        if let Answer::Words(words) = answer {
            self.filter = TextBox::line(&words);
            self.keep_filter();
        }
        Effect::None
    }

    fn click(&mut self, _cx: &Context<'_>, at: Position) -> Effect {
        if self.rows.contains(at)
            && let Some(pupil) = self
                .roll
                .shown()
                .get(self.top + usize::from(at.y - self.rows.y))
        {
            self.cursor.put_on(*pupil);
        }
        Effect::None
    }

    fn pupil(&self, cx: &Context<'_>) -> Option<PupilId> {
        let pupil = self.under_cursor(cx).or_else(|| cx.pupil_in_hand());
        pupil.map(|pupil| pupil.id)
    }

    fn row(&self, cx: &Context<'_>) -> Option<Vec<PupilId>> {
        Some(self.row_with(cx, self.pupil(cx)))
    }
}
