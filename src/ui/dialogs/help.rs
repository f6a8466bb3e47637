//! [`Help`]: what can I do here? Help and palette in one.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Row, Scope};
use crate::domain::{Refusal, fold};
use crate::keys::Key;
use crate::ui::widgets::{Cursor, Paper, TextBox, more};
use crate::ui::{Context, Effect, Role, View};

/// All that can be done in the view beneath, narrowed by typing; Enter does it. What can't be done just now says why.
#[derive(Debug)]
pub struct Help {
    rows: Vec<(&'static Row, Option<Refusal>)>,
    typed: TextBox,
    cursor: Cursor<usize>,
}

impl Help {
    /// The rows in force beneath, each with why it can't be run just now, if it can't.
    pub fn new(rows: Vec<(&'static Row, Option<Refusal>)>) -> Self {
        let rows = rows
            .into_iter()
            .filter(|(row, _)| row.command != Command::Help)
            .collect::<Vec<_>>();
        // What a view does in its own way is said once, as it does it.
        let mut said = Vec::new();
        let rows = rows
            .into_iter()
            .filter(|(row, _)| {
                let is_new = !said.contains(&row.command);
                said.push(row.command);
                is_new
            })
            .collect();
        Self {
            rows,
            typed: TextBox::line(""),
            cursor: Cursor::default(),
        }
    }

    /// The numbers of the rows that have all the words typed.
    fn fitting(&self) -> Vec<usize> {
        let typed = fold(&self.typed.text());
        let fits = |row: &Row| {
            let words = fold(&format!("{} {} {}", row.all_keys(), row.short, row.words));
            typed.split_whitespace().all(|word| words.contains(word))
        };
        (0..self.rows.len())
            .filter(|at| fits(self.rows[*at].0))
            .collect()
    }
}

impl View for Help {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Filter]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "What can I do here?  Type to narrow, Enter does it, Esc goes back".to_owned()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let line = Rect {
            x: area.x + 2,
            width: area.width.saturating_sub(4),
            height: 1,
            ..area
        };
        let caret = self.typed.draw(cx.look, true, line, buf);
        let fitting = self.fitting();
        let mut paper = Paper::new(
            buf,
            cx.look,
            Rect {
                y: area.y + 1,
                height: area.height.saturating_sub(1),
                ..area
            },
        );
        if fitting.is_empty() {
            paper.line(
                "  Nothing here has these words. Rub some out.",
                Role::Refusal,
            );
        }
        // Where not all have room, the last row says how many more there are.
        let is_cut = fitting.len() > paper.height() && paper.height() > 1;
        let room = paper.height() - usize::from(is_cut);
        let shown = self.cursor.visible(&fitting, room);
        let (above, below) = (shown.start, fitting.len() - shown.end);
        let at = self.cursor.row(&fitting);
        for number in shown {
            let (row, refusal) = &self.rows[fitting[number]];
            let here = paper.row();
            let mark = if Some(number) == at { ">" } else { " " };
            paper.put(1, 1, mark, Role::Focus);
            paper.put(3, 14, &row.all_keys(), Role::Heading);
            let role = if refusal.is_some() {
                Role::Muted
            } else {
                Role::Text
            };
            let words = refusal.as_ref().map_or_else(
                || row.words.to_owned(),
                |refusal| format!("{}: not now. {}", row.words, refusal.words),
            );
            paper.put(18, paper.width(), &words, role);
            paper.skip(1);
            if Some(number) == at {
                paper.select_row(here);
            }
        }
        if is_cut {
            paper.put(3, usize::MAX, &more(above, below), Role::Muted);
        }
        caret
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![Command::Back]
    }

    fn run(&mut self, _cx: &Context<'_>, command: Command) -> Effect {
        let fitting = self.fitting();
        if self.cursor.run(&fitting, command) {
            return Effect::None;
        }
        match command {
            Command::Open => {
                let Some((row, refusal)) =
                    self.cursor.row(&fitting).map(|at| &self.rows[fitting[at]])
                else {
                    return Effect::None;
                };
                match refusal {
                    Some(refusal) => Effect::Refuse(refusal.clone()),
                    None => Effect::Run(row.command),
                }
            }
            Command::Back => Effect::Close,
            _ => Effect::None,
        }
    }

    fn type_key(&mut self, _cx: &Context<'_>, key: Key) -> Option<Effect> {
        self.typed.type_key(key).then_some(Effect::None)
    }
}
