//! [`GoToDate`]: a date in words, for the view beneath to go to.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::domain::Desk;
use crate::domain::date_words::{self, DateDoubt, Leaning};
use crate::keys::Key;
use crate::ui::widgets::{Field, Paper};
use crate::ui::{Answer, Context, Effect, Role, View};

/// A date in words, echoed in full as it is typed. Enter hands it to the view beneath.
#[derive(Debug)]
pub struct GoToDate {
    field: Field,
    leaning: Leaning,
    title: &'static str,
}

const TITLE: &str = "Go to a date";

impl Default for GoToDate {
    fn default() -> Self {
        Self {
            field: Field::date("on", "Go to", Leaning::Ahead, None),
            leaning: Leaning::Ahead,
            title: TITLE,
        }
    }
}

impl GoToDate {
    /// Where what has happened is looked at: "fri" is the last one.
    pub fn back() -> Self {
        Self {
            field: Field::date("on", "Go to", Leaning::Back, None),
            leaning: Leaning::Back,
            title: TITLE,
        }
    }

    /// Where it is asked on which day something was.
    pub fn asked(label: &'static str, title: &'static str) -> Self {
        Self {
            field: Field::date("on", label, Leaning::Back, None),
            leaning: Leaning::Back,
            title,
        }
    }

    fn read(&self, desk: &Desk<'_>) -> Result<chrono::NaiveDate, DateDoubt> {
        date_words::read(
            &self.field.text(),
            desk.today(),
            self.leaning,
            desk.calendar,
        )
    }

    /// The day in full, and what may surprise about it.
    fn draw_answer(&self, cx: &Context<'_>, paper: &mut Paper<'_>) {
        let desk = &cx.desk;
        match self.read(desk) {
            Ok(on) => {
                paper.line(
                    &format!("  = {}", date_words::echo(on, desk.today())),
                    Role::Text,
                );
                if let Some(week) = desk.calendar.week_of_term(on) {
                    paper.line(&format!("    {week}"), Role::Muted);
                }
                if let Some(why) = desk.calendar.why_closed(on) {
                    paper.line(&format!("  ~ no pupils in school: {why}"), Role::Due);
                }
                if let Some(words) = desk.calendar.missing_terms(on) {
                    paper.prose(2, &format!("~ {words}"), Role::Due);
                }
            }
            Err(DateDoubt::Empty) => paper.line("", Role::Text),
            Err(doubt) => {
                paper.prose(2, &format!("! {doubt}"), Role::Refusal);
            }
        }
    }
}

impl View for GoToDate {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Date]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        self.title.to_owned()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let line = Rect {
            y: area.y.saturating_add(1),
            height: 1.min(area.height),
            ..area
        };
        let caret = self
            .field
            .draw(&cx.desk, cx.look, true, 12, line.intersection(area), buf);
        let mut paper = Paper::new(buf, cx.look, area);
        paper.skip(3);
        self.draw_answer(cx, &mut paper);
        paper.skip(1);
        paper.prose(
            2,
            "Type it as you say it: fri, 3 dec, 3/12, next tue, +6w, in 15 school days, half term, after easter, \
             end of term, today.",
            Role::Muted,
        );
        caret
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![Command::Open, Command::Back, Command::Help, Command::Cover]
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        match command {
            Command::Open => match self.read(&cx.desk) {
                Ok(on) => Effect::Answer(Answer::Date(on)),
                Err(doubt) => Effect::refuse(doubt.to_string()),
            },
            Command::Back => Effect::Close,
            _ => Effect::None,
        }
    }

    fn type_key(&mut self, _cx: &Context<'_>, key: Key) -> Option<Effect> {
        self.field.type_key(key).then_some(Effect::None)
    }

    fn paste(&mut self, _cx: &Context<'_>, text: &str) -> Option<Effect> {
        self.field.paste(text).then_some(Effect::None)
    }
}
