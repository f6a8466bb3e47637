//! Dialogs: one a file. [`reopen`] finds the one a draft was typed in.

pub mod help;
pub mod jot;
mod question;
mod sheet;

pub use question::Question;
pub use sheet::{FormView, Sheet};

use super::{Context, Effect, LogPage, Pane, View};
use crate::commands::Command;
use crate::domain::{Draft, PupilId, Stage};

/// Opens the dialog that a draft was typed in, about what it was about; none when that is gone.
pub fn reopen(cx: &Context<'_>, draft: &Draft) -> Option<Box<dyn View>> {
    match draft.key.dialog.as_str() {
        jot::NAME => Some(Box::new(jot::form(cx, None))),
        _ => None,
    }
}

/// Goes to a pupil's timeline, taking her in hand; without one, to the week to log.
pub fn go_to_log(pupil: Option<PupilId>) -> Effect {
    let to = match pupil {
        Some(_) => vec![
            Effect::TakeInHand(pupil),
            Effect::TurnLog(LogPage::Timeline),
        ],
        None => vec![Effect::TurnLog(LogPage::Registers)],
    };
    Effect::Many(to.into_iter().chain([Effect::Show(Pane::Log)]).collect())
}

/// Goes to a page of a pupil's plan, or to her brief, taking her in hand.
pub fn go_with(pupil: PupilId, command: Command) -> Effect {
    let page = match command {
        Command::Assess => Some(Stage::Assess),
        Command::Plan => Some(Stage::Plan),
        Command::Do => Some(Stage::Do),
        Command::Review => Some(Stage::Review),
        _ => None,
    };
    let mut effects = vec![Effect::TakeInHand(Some(pupil))];
    if let Some(page) = page {
        effects.extend([Effect::Turn(Some(page)), Effect::Show(Pane::Plan)]);
    }
    Effect::Many(effects)
}
