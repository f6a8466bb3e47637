//! [`ListColumns`]: which columns the list of pupils shows.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use strum::VariantArray as _;

use crate::commands::{Command, Scope};
use crate::domain::{Code as _, ListColumn, list_column};
use crate::ui::widgets::{Line, Listing};
use crate::ui::{Context, Effect, Role, View};

/// Which columns the list of pupils shows, from left to right, and which it could show. Each key is one change.
#[derive(Debug, Default)]
pub struct ListColumns {
    listing: Listing<ListColumn>,
}

/// Those that are shown, in their order; then the others.
fn rows(cx: &Context<'_>) -> Vec<ListColumn> {
    let shown = list_column::chosen(cx.desk.caseload.setting());
    let others = ListColumn::VARIANTS.iter();
    let others = others.filter(|column| !shown.contains(column));
    shown.iter().chain(others).copied().collect()
}

impl View for ListColumns {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Columns, Scope::List]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "Columns of the list of pupils".to_owned()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let shown = list_column::chosen(cx.desk.caseload.setting());
        let mut lines = vec![Line::plain().put(
            1,
            usize::MAX,
            "From left to right. Where there is little room, those on the right give way.",
            Role::Muted,
        )];
        for (number, column) in rows(cx).into_iter().enumerate() {
            let (mark, role) = match shown.get(number) {
                Some(_) => ("+", Role::Text),
                None => ("", Role::Muted),
            };
            lines.push(
                Line::of(column)
                    .put(3, 2, mark, Role::Done)
                    .put(5, 30, column.label(), role)
                    .put(36, usize::MAX, column.head(), Role::Muted),
            );
        }
        self.listing.draw(&lines, cx.look, area, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::Mark,
            Command::Previous,
            Command::Next,
            Command::Remove,
            Command::Back,
            Command::Help,
        ]
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        let rows = rows(cx);
        if self.listing.run(&rows, command) {
            return Effect::None;
        }
        let desk = &cx.desk;
        match (command, self.listing.at(&rows)) {
            (Command::Mark | Command::Open, Some(column)) => {
                // It stays in sight, wherever it goes.
                self.listing.put_on(column);
                Effect::save(list_column::turn(desk, column))
            }
            (Command::Previous | Command::Next, Some(column)) => {
                self.listing.put_on(column);
                let right = command == Command::Next;
                Effect::save(list_column::shift(desk, column, right))
            }
            (Command::Remove, _) => Effect::save(list_column::usual(desk)),
            (Command::Back, _) => Effect::Close,
            _ => Effect::None,
        }
    }

    fn click(&mut self, _cx: &Context<'_>, at: Position) -> Effect {
        self.listing.click(at);
        Effect::None
    }
}
