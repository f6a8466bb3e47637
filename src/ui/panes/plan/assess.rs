//! The page Assess: what is the need?

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Case;
use super::page::Page;
use crate::commands::Command;
use crate::domain::{Cycle, Refusal, cycle, date_words};
use crate::ui::dialogs::assess::{self, DONE};
use crate::ui::dialogs::beside;
use crate::ui::widgets::{Line, Listing, wrap};
use crate::ui::{Context, Effect, Role};

/// Columns of the labels.
const LABELS: usize = 21;

/// The page Assess (CoP 6.45): its parts, each opened by Enter, and what was said last.
#[derive(Debug, Default)]
pub(super) struct AssessPage {
    listing: Listing<&'static str>,
}

impl AssessPage {
    fn rows(cycle: &Cycle) -> Vec<&'static str> {
        let parts = assess::parts(cycle).map(|part| part.name);
        parts.into_iter().chain([DONE]).collect()
    }

    fn lines(
        &self,
        cx: &Context<'_>,
        case: &Case<'_>,
        cycle: &Cycle,
        (columns, height): (usize, usize),
    ) -> Vec<Line<&'static str>> {
        let at = self.listing.at(&Self::rows(cycle));
        let parts = assess::parts(cycle);
        let share = (height.saturating_sub(1) / parts.len()).max(1);
        let mut lines = Vec::new();
        for part in parts {
            // The part under the cursor is shown whole, the others as far as there is room.
            let most = if at == Some(part.name) {
                usize::MAX
            } else {
                share
            };
            let mut text = wrap(part.text, columns.saturating_sub(LABELS + 1));
            if text.len() > most {
                text.truncate(most);
                if let Some(last) = text.last_mut() {
                    last.push_str(" …");
                }
            }
            let first = Line::of(part.name).put(3, LABELS - 4, part.label, Role::Muted);
            match text.split_first() {
                None => lines.push(first.put(LABELS, usize::MAX, "nothing yet", Role::Muted)),
                Some((words, more)) => {
                    lines.push(first.put(LABELS, usize::MAX, words, Role::Text));
                    lines.extend(more.iter().map(|words| {
                        Line::of(part.name).put(LABELS, usize::MAX, words, Role::Text)
                    }));
                }
            }
        }
        let (done, role) = match cycle.assessed_on {
            Some(on) => (
                format!("+ {}", date_words::short(on, cx.desk.today())),
                Role::Done,
            ),
            None if case.is_earlier() => ("no date".to_owned(), Role::Muted),
            None => ("not yet: x when it is done".to_owned(), Role::Muted),
        };
        let line = Line::of(DONE)
            .put(3, LABELS - 4, "Assessment done", Role::Muted)
            .put(LABELS, usize::MAX, done, role);
        lines.push(line);
        lines
    }
}

impl Page for AssessPage {
    fn draw(
        &mut self,
        cx: &Context<'_>,
        case: &Case<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) -> Position {
        let Some(cycle) = case.cycle else {
            return area.as_position();
        };
        // What was said last is to write from: an earlier cycle is not written in.
        let said = if case.is_earlier() {
            Vec::new()
        } else {
            beside::said_last(cx, case.pupil.id)
        };
        let area = beside::draw(cx, &said, area, buf);
        let (columns, height) = (usize::from(area.width), usize::from(area.height));
        let lines = self.lines(cx, case, cycle, (columns, height));
        self.listing.draw(&lines, cx.look, area, buf)
    }

    fn footer(&self, _cx: &Context<'_>, _case: &Case<'_>) -> Vec<Command> {
        vec![Command::Open, Command::Done]
    }

    fn refusal(&self, _cx: &Context<'_>, case: &Case<'_>, command: Command) -> Option<Refusal> {
        let done_on = case.cycle.and_then(|cycle| cycle.assessed_on);
        match command {
            Command::Done => done_on.map(|on| {
                Refusal::new(format!(
                    "The assessment was done on {}. Enter changes the date.",
                    date_words::day_month(on)
                ))
            }),
            Command::New => Some(Refusal::new(
                "This cycle has its one assessment. Enter writes in it; p, then n adds a target.",
            )),
            Command::Remove => Some(Refusal::new(
                "A part of the assessment is not removed: Enter opens it, and there you can empty it.",
            )),
            Command::Waive => Some(Refusal::new("There is nothing to waive on this page.")),
            _ => None,
        }
    }

    fn run(&mut self, cx: &Context<'_>, case: &Case<'_>, command: Command) -> Effect {
        let Some(cycle) = case.cycle else {
            return Effect::None;
        };
        let rows = Self::rows(cycle);
        if self.listing.run(&rows, command) {
            return Effect::None;
        }
        match (command, self.listing.at(&rows)) {
            (Command::Open, Some(at)) => Effect::open(assess::form(cycle).at(at)),
            (Command::Done, _) => {
                let done = Cycle {
                    assessed_on: Some(cx.desk.today()),
                    ..cycle.clone()
                };
                Effect::save(cycle::assess(&cx.desk, done))
            }
            _ => Effect::None,
        }
    }

    fn click(&mut self, at: Position) {
        self.listing.click(at);
    }
}
