//! All that an import would change of one pupil.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::domain::{Pupil, Refusal};
use crate::import::{Entry, Incoming};
use crate::ui::widgets::{Paper, wrap};
use crate::ui::{Audience, Context, Effect, Role, View};

/// Where the values begin.
const VALUES: usize = 20;

/// All that an import would change of one pupil, old and new.
#[derive(Debug)]
pub struct ImportPupil {
    pupil: Pupil,
    /// Label, text, and the role of the text.
    told: Vec<(&'static str, String, Role)>,
    top: usize,
    /// Lines that did not fit at the last drawing.
    hidden: usize,
}

impl ImportPupil {
    /// Of a child of a file.
    pub fn new(entry: &Entry, child: &Incoming) -> Self {
        let questions = entry.questions.iter();
        let notices = child.notices.iter();
        let changes = entry.changes.iter();
        let told = questions
            .map(|question| ("? asked", question.words(), Role::Focus))
            .chain(notices.map(|notice| ("~ mind", notice.clone(), Role::Due)))
            .chain(changes.map(|change| {
                let words = match change.before.as_str() {
                    "" => change.after.clone(),
                    before => format!("{before}  >  {}", change.after),
                };
                (change.what, words, Role::Text)
            }));
        Self {
            pupil: entry.pupil.clone(),
            told: told.collect(),
            top: 0,
            hidden: 0,
        }
    }
}

impl View for ImportPupil {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Import]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("{} in the file", cx.look.full_name(&self.pupil))
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        if cx.look.audience != Audience::Me {
            paper.line(
                " An import shows names. Press F8 and choose full names to go on.",
                Role::Refusal,
            );
            return paper.place(1, 0);
        }
        if self.told.is_empty() {
            paper.line(" Nothing would change.", Role::Text);
            return paper.place(1, 0);
        }
        let room = paper.width().saturating_sub(VALUES + 1);
        let lines: Vec<(&str, String, Role)> = self
            .told
            .iter()
            .flat_map(|(what, words, role)| {
                let rows = wrap(words, room).into_iter().enumerate();
                rows.map(move |(number, line)| (if number == 0 { *what } else { "" }, line, *role))
            })
            .collect();
        self.top = self.top.min(lines.len().saturating_sub(paper.height()));
        self.hidden = lines.len().saturating_sub(self.top + paper.height());
        for (what, line, role) in lines.iter().skip(self.top).take(paper.height()) {
            paper.put(1, VALUES - 2, what, Role::Heading);
            paper.put(VALUES, room, line, *role);
            paper.skip(1);
        }
        paper.place(1, 0)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![Command::Back, Command::Help, Command::Cover]
    }

    fn refusal(&self, _cx: &Context<'_>, command: Command) -> Option<Refusal> {
        let elsewhere = matches!(
            command,
            Command::Yes | Command::No | Command::Save | Command::Open | Command::Remove
        );
        elsewhere.then(|| Refusal::new("Go back to the list with Esc, and do it there."))
    }

    fn run(&mut self, _cx: &Context<'_>, command: Command) -> Effect {
        const PAGE: usize = 10;
        self.top = match command {
            Command::Up => self.top.saturating_sub(1),
            Command::Down => self.top + self.hidden.min(1),
            Command::PageUp => self.top.saturating_sub(PAGE),
            Command::PageDown => self.top + self.hidden.min(PAGE),
            Command::First => 0,
            Command::Last => self.top + self.hidden,
            Command::Back => return Effect::Close,
            _ => self.top,
        };
        Effect::None
    }
}
