//! What was typed and not saved yet: to go on with, or to throw away.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{dates, register};
use crate::commands::{Command, Scope};
use crate::domain::{Draft, Refusal};
use crate::ui::widgets::{Line, Listing};
use crate::ui::{Context, Effect, Role, View};

/// The drafts, the newest first. Enter goes on with one, Delete throws it away.
#[derive(Debug, Default)]
pub struct Drafts {
    listing: Listing<usize>,
}

impl Drafts {
    fn rows(cx: &Context<'_>) -> Vec<usize> {
        (0..cx.drafts.len()).collect()
    }

    fn at<'a>(&self, cx: &Context<'a>) -> Option<&'a Draft> {
        cx.drafts.get(self.listing.at(&Self::rows(cx))?)
    }
}

/// The form that a draft was typed in, as its title has it; in plain words when what it was about is gone.
fn form(cx: &Context<'_>, draft: &Draft) -> String {
    super::reopen(cx, draft).map_or_else(
        || format!("{}, about something that is gone", draft.key.dialog),
        |view| view.title(cx),
    )
}

/// What was typed, on one line: the longest text, or which groups were marked.
fn words(cx: &Context<'_>, draft: &Draft) -> String {
    if draft.key.dialog == register::NAME {
        return register::draft_words(cx, draft);
    }
    if draft.key.dialog == dates::NAME {
        return dates::draft_words(draft);
    }
    let is_text = |text: &&String| text.parse::<i64>().is_err();
    let texts = draft.fields.values().filter(is_text);
    let longest = texts.max_by_key(|text| text.len());
    let longest = longest.map(String::as_str).unwrap_or_default();
    longest.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl View for Drafts {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("Not saved yet ({})", cx.drafts.len())
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut lines = Vec::new();
        for (at, draft) in cx.drafts.iter().enumerate() {
            lines.push(Line::of(at).put(3, usize::MAX, form(cx, draft), Role::Text));
            lines.push(Line::of(at).put(5, usize::MAX, words(cx, draft), Role::Muted));
        }
        if lines.is_empty() {
            let words = "Nothing is left unsaved. Esc goes back.";
            lines.push(Line::plain().put(1, usize::MAX, words, Role::Text));
        }
        self.listing.draw(&lines, cx.look, area, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::Open,
            Command::Remove,
            Command::Back,
            Command::Help,
            Command::Cover,
        ]
    }

    fn refusal(&self, cx: &Context<'_>, command: Command) -> Option<Refusal> {
        let of_one = matches!(command, Command::Open | Command::Remove);
        (of_one && cx.drafts.is_empty())
            .then(|| Refusal::new("Nothing is left unsaved. Esc goes back."))
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        if self.listing.run(&Self::rows(cx), command) {
            return Effect::None;
        }
        match (command, self.at(cx)) {
            (Command::Back, _) => Effect::Close,
            (Command::Remove, Some(draft)) => Effect::ThrowAway(draft.key.clone()),
            (Command::Open, Some(draft)) => match super::reopen(cx, draft) {
                Some(view) => Effect::Many(vec![Effect::Close, Effect::Open(view)]),
                None => Effect::refuse(
                    "What this was about is gone, so there is no form to open. Delete throws the draft away.",
                ),
            },
            _ => Effect::None,
        }
    }

    fn click(&mut self, _cx: &Context<'_>, at: Position) -> Effect {
        self.listing.click(at);
        Effect::None
    }
}
