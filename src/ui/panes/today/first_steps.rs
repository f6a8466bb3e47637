//! [`FirstSteps`]: what to do with an empty caseload.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::Command;
use crate::ui::widgets::{Line, Listing};
use crate::ui::{Context, Effect, Role, dialogs};

/// What to do with an empty caseload.
#[derive(Debug, Default)]
pub(super) struct FirstSteps {
    listing: Listing<Step>,
}

/// One of the first things to do.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Import,
    Pupil,
    Jot,
    Help,
}

const STEPS: [Step; 4] = [Step::Import, Step::Pupil, Step::Jot, Step::Help];

impl Step {
    fn words(self) -> [&'static str; 2] {
        match self {
            Self::Import => [
                "Bring your list in",
                "A CSV file of your school's system: you see first what it would do.",
            ],
            Self::Pupil => [
                "Add a pupil",
                "One name is enough. Later: n on screen 1, the register.",
            ],
            Self::Jot => [
                "Jot something down",
                "Ctrl+N, from anywhere: a name, what was said, and when to look again.",
            ],
            Self::Help => [
                "See what can be done",
                "F1 lists the keys of every screen. Type to narrow, Enter does it.",
            ],
        }
    }

    fn go(self, cx: &Context<'_>) -> Effect {
        match self {
            Self::Import => dialogs::import_file::open(cx),
            Self::Pupil => Effect::open(dialogs::new_pupil::form(cx)),
            Self::Jot => dialogs::jot::open(cx, None),
            Self::Help => Effect::Say("Press F1, here or anywhere else.".to_owned()),
        }
    }
}

impl FirstSteps {
    /// Draws them.
    pub(super) fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut lines = vec![
            Line::plain(),
            Line::plain().put(
                1,
                usize::MAX,
                "There is no pupil in this caseload yet. To begin:",
                Role::Text,
            ),
            Line::plain(),
        ];
        for step in STEPS {
            let [what, how] = step.words();
            lines.push(Line::of(step).put(3, usize::MAX, what, Role::Heading));
            lines.push(Line::of(step).put(5, usize::MAX, how, Role::Text));
            lines.push(Line::plain());
        }
        self.listing.draw(&lines, cx.look, area, buf)
    }

    /// Answers a command.
    pub(super) fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        if self.listing.run(&STEPS, command) {
            return Effect::None;
        }
        match (command, self.listing.at(&STEPS)) {
            (Command::Open, Some(step)) => step.go(cx),
            _ => Effect::None,
        }
    }

    /// Takes a click.
    pub(super) fn click(&mut self, cx: &Context<'_>, at: Position) -> Effect {
        if self.listing.click(at)
            && let Some(step) = self.listing.at(&STEPS)
        {
            return step.go(cx);
        }
        Effect::None
    }
}
