//! [`KeptFilters`]: the filters that are kept under a name.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::kept_filter as form;
use super::list_columns::ListColumns;
use crate::commands::{Command, Scope};
use crate::domain::{Filter, KeptFilter, Refusal, kept_filter, list_column};
use crate::ui::widgets::{Line, Listing};
use crate::ui::{Answer, Context, Effect, Role, View};

/// The filters kept under a name, and the way to the columns of the list.
#[derive(Debug)]
pub struct KeptFilters {
    /// What the list is narrowed by now.
    typed: String,
    listing: Listing<Row>,
}

/// What can be under the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    /// The kept filter at this place.
    Kept(usize),
    Columns,
}

fn all<'a>(cx: &Context<'a>) -> &'a [KeptFilter] {
    cx.desk
        .caseload
        .setting()
        .map_or(&[], |setting| &setting.kept_filters)
}

impl KeptFilters {
    /// Over a list that is narrowed by these words.
    pub fn new(typed: &str) -> Self {
        Self {
            typed: typed.trim().to_owned(),
            listing: Listing::default(),
        }
    }

    fn rows(cx: &Context<'_>) -> Vec<Row> {
        let kept = (0..all(cx).len()).map(Row::Kept);
        kept.chain([Row::Columns]).collect()
    }

    fn at<'a>(&self, cx: &Context<'a>) -> Option<&'a KeptFilter> {
        match self.listing.at(&Self::rows(cx))? {
            Row::Kept(at) => all(cx).get(at),
            Row::Columns => None,
        }
    }

    fn open(&self, cx: &Context<'_>) -> Effect {
        match self.at(cx) {
            Some(kept) => Effect::Answer(Answer::Words(kept.words.clone())),
            None => Effect::open(ListColumns::default()),
        }
    }
}

impl View for KeptFilters {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::KeptFilters, Scope::List]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "Kept filters, and the columns of the list".to_owned()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut lines = Vec::new();
        for (at, kept) in all(cx).iter().enumerate() {
            let read = Filter::read(&kept.words);
            lines.push(
                Line::of(Row::Kept(at))
                    .put(3, 22, &kept.name, Role::Text)
                    .put(26, 24, &kept.words, Role::Text)
                    .put(51, usize::MAX, format!("= {read}"), Role::Muted),
            );
        }
        if all(cx).is_empty() {
            let words = "No filter is kept yet. Narrow the list with /; then f and n keep it.";
            lines.push(Line::plain().put(3, usize::MAX, words, Role::Muted));
        }
        lines.push(Line::plain());
        let columns = list_column::chosen(cx.desk.caseload.setting()).iter();
        let heads: Vec<&str> = columns.map(|column| column.head()).collect();
        lines.push(
            Line::of(Row::Columns)
                .put(3, 22, "Columns of the list", Role::Text)
                .put(
                    26,
                    usize::MAX,
                    format!("name {}", heads.join(" ")),
                    Role::Muted,
                ),
        );
        self.listing.draw(&lines, cx.look, area, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::Open,
            Command::New,
            Command::Change,
            Command::Remove,
            Command::Back,
            Command::Help,
        ]
    }

    fn refusal(&self, cx: &Context<'_>, command: Command) -> Option<Refusal> {
        match command {
            Command::Change | Command::Remove if self.at(cx).is_none() => Some(Refusal::new(
                "No kept filter is under the cursor. n keeps the one of the list under a name.",
            )),
            _ => None,
        }
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        if self.listing.run(&Self::rows(cx), command) {
            return Effect::None;
        }
        match (command, self.at(cx)) {
            (Command::Open, _) => self.open(cx),
            (Command::New, _) => Effect::open(form::new(&self.typed)),
            (Command::Change, Some(kept)) => Effect::open(form::of(kept)),
            (Command::Remove, Some(kept)) => {
                Effect::save(kept_filter::remove(&cx.desk, &kept.name))
            }
            (Command::Back, _) => Effect::Close,
            _ => Effect::None,
        }
    }

    fn click(&mut self, cx: &Context<'_>, at: Position) -> Effect {
        if self.listing.click(at) {
            return self.open(cx);
        }
        Effect::None
    }
}
