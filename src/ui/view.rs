//! [`View`]: a pane or a dialog.

use std::fmt;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Answer, Context, Effect};
use crate::commands::{Command, Scope};
use crate::domain::{Draft, DraftKey, PupilId, Refusal};
use crate::keys::Key;

/// A pane or a dialog: it draws, and answers commands with what should be done.
pub trait View: fmt::Debug + Send {
    /// The scopes of the table of commands in force, the most particular first.
    fn scopes(&self) -> &'static [Scope];

    /// Words that say where one is, as a screen reader would: "Pupils (34), 3 late".
    fn title(&self, cx: &Context<'_>) -> String;

    /// Whether it has the screen to itself, under its title: without the screens and the pulse, which are about others.
    fn is_alone(&self) -> bool {
        false
    }

    /// Draws, and says where the cursor goes: always somewhere.
    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position;

    /// The commands that matter here and now, in order of use: the footer shows them as far as there is room.
    fn footer(&self, cx: &Context<'_>) -> Vec<Command>;

    /// Answers a command.
    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect;

    /// Why a command can't be run just now, if it can't.
    fn refusal(&self, _cx: &Context<'_>, _command: Command) -> Option<Refusal> {
        None
    }

    /// Takes a key that is no command here; none when it has no use for it.
    fn type_key(&mut self, _cx: &Context<'_>, _key: Key) -> Option<Effect> {
        None
    }

    /// Takes pasted text; none when it has no use for it.
    fn paste(&mut self, _cx: &Context<'_>, _text: &str) -> Option<Effect> {
        None
    }

    /// Takes what a dialog above handed down.
    fn answered(&mut self, _cx: &Context<'_>, _answer: Answer) -> Effect {
        Effect::None
    }

    /// Takes a click at a place of the last drawing.
    fn click(&mut self, _cx: &Context<'_>, _at: Position) -> Effect {
        Effect::None
    }

    /// The pupil that the letters of the graduated approach are about: under the cursor, or in hand.
    fn pupil(&self, cx: &Context<'_>) -> Option<PupilId> {
        cx.hand.pupil
    }

    /// The pupils that `<` and `>` go through from here on: marked, or shown; none where the view lists no pupils.
    fn row(&self, _cx: &Context<'_>) -> Option<Vec<PupilId>> {
        None
    }

    /// Whether it holds names that cannot be shown as initials, because they are typed and saved: it opens only where
    /// full names may be seen.
    fn tells_names(&self) -> bool {
        false
    }

    /// What a draft of this view is kept under, if it keeps one.
    fn draft_key(&self) -> Option<DraftKey> {
        None
    }

    /// What to keep if all stopped now; none when nothing was typed.
    fn draft(&self) -> Option<Draft> {
        None
    }

    /// Takes it that what was typed here is in the file now; the view stays open.
    fn saved(&mut self, _cx: &Context<'_>) {}

    /// Takes up a draft where it was left.
    fn restore(&mut self, _draft: &Draft) {}
}
