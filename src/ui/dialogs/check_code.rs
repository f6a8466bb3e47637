//! [`CheckCode`]: two groups of the recovery code, typed back from the paper.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::documents::recovery_sheet::RecoverySheet;
use crate::domain::Refusal;
use crate::keys::Key;
use crate::ui::widgets::{Field, Form, Paper};
use crate::ui::{Context, Effect, Role, View};

/// Asks for two groups of the recovery code. Which two follows from the code, so that looking at one sheet is no help with
/// the next.
#[derive(Debug)]
pub struct CheckCode {
    id: String,
    /// The groups asked for, with their numbers, counted from 1.
    asked: [(usize, String); 2],
    form: Form,
}

/// The names of the two fields.
const FIELDS: [&str; 2] = ["one", "other"];

impl CheckCode {
    /// For this sheet.
    pub fn new(sheet: RecoverySheet) -> Self {
        let digits = sheet.groups.iter().flat_map(|group| group.bytes());
        let sum = digits.map(usize::from).sum::<usize>();
        let half = (sheet.groups.len() / 2).max(1);
        let group = |at: usize| (at + 1, sheet.groups.get(at).cloned().unwrap_or_default());
        let asked = [group(sum % half), group(half + sum / half % half)];
        let fields = FIELDS.iter().zip(&asked);
        let fields = fields.map(|(name, (number, _))| {
            Field::line(*name, format!("Group {number}"), "").hint("six digits, from the paper")
        });
        Self {
            id: sheet.id.clone(),
            form: Form::new(fields.collect()),
            asked,
        }
    }

    /// What is wrong with what was typed, if anything is.
    fn wrong(&self) -> Option<Refusal> {
        FIELDS.into_iter().zip(&self.asked).find_map(|(name, (number, group))| {
            let typed = self.form.text(name).replace([' ', '-'], "");
            (typed != *group).then(|| {
                Refusal::of(
                    name,
                    format!("Group {number} on the paper should be another. Compare it with the sheet on the screen: Esc goes back to it."),
                )
            })
        })
    }
}

impl View for CheckCode {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Form]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        format!("Check recovery sheet {}", self.id)
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        paper.skip(1);
        paper.prose(2, "Type these two groups from the paper, not from memory, then Ctrl+S. Then it is certain that the paper can be read.", Role::Text);
        paper.skip(1);
        let room = paper.room_for_form();
        self.form.draw(cx, &[], room, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::Save,
            Command::NextField,
            Command::Back,
            Command::Help,
            Command::Cover,
        ]
    }

    fn run(&mut self, _cx: &Context<'_>, command: Command) -> Effect {
        match command {
            Command::Save => match self.wrong() {
                None => return Effect::Many(vec![Effect::Close, Effect::CodeChecked]),
                Some(refusal) => {
                    self.form.refuse(refusal.clone());
                    return Effect::Refuse(refusal);
                }
            },
            Command::NextField => self.form.next(),
            Command::PreviousField => self.form.previous(),
            Command::Undo => drop(self.form.type_key(Key::ctrl('z'))),
            Command::Redo => drop(self.form.type_key(Key::ctrl('y'))),
            Command::Back => return Effect::Close,
            _ => {}
        }
        Effect::None
    }

    fn type_key(&mut self, _cx: &Context<'_>, key: Key) -> Option<Effect> {
        self.form.type_key(key).then_some(Effect::None)
    }

    fn paste(&mut self, _cx: &Context<'_>, text: &str) -> Option<Effect> {
        self.form.paste(text).then_some(Effect::None)
    }
}
