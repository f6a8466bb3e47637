//! [`Page`]: one of the four pages of a plan.

use std::fmt;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Case;
use crate::commands::Command;
use crate::domain::Refusal;
use crate::ui::{Context, Effect};

/// One of the four pages of a plan: a part of the screen Plan, which draws the heading above it, turns the pages, goes to
/// the next pupil, and starts cycles.
pub(super) trait Page: fmt::Debug + Send {
    /// Draws, and says where the cursor goes: always somewhere.
    fn draw(&mut self, cx: &Context<'_>, case: &Case<'_>, area: Rect, buf: &mut Buffer)
    -> Position;

    /// The commands that matter on this page, in order of use.
    fn footer(&self, cx: &Context<'_>, case: &Case<'_>) -> Vec<Command>;

    /// Why a command can't be run just now, if it can't.
    fn refusal(&self, cx: &Context<'_>, case: &Case<'_>, command: Command) -> Option<Refusal>;

    /// Answers a command.
    fn run(&mut self, cx: &Context<'_>, case: &Case<'_>, command: Command) -> Effect;

    /// Takes a click at a place of the last drawing.
    fn click(&mut self, at: Position);
}
