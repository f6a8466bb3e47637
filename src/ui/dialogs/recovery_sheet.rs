//! [`SheetView`]: the recovery sheet on the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::CheckCode;
use crate::commands::{Command, Scope};
use crate::documents::recovery_sheet::RecoverySheet;
use crate::ui::widgets::Paper;
use crate::ui::{Context, Effect, Role, View};

/// The recovery sheet, to be written down or printed. It shows what opens the file: it is opened only for whoever has typed
/// the passphrase just now.
#[derive(Debug)]
pub struct SheetView {
    sheet: RecoverySheet,
}

impl SheetView {
    /// This sheet.
    pub fn new(sheet: RecoverySheet) -> Self {
        Self { sheet }
    }
}

impl View for SheetView {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Sheet]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        format!("Recovery sheet {}", self.sheet.id)
    }

    fn is_alone(&self) -> bool {
        true
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        paper.skip(1);
        paper.prose(2, "If the passphrase is lost, this code opens the file. Nothing else does, and nobody can make another. Write it on paper now, or keep it as a text file and print that.", Role::Text);
        paper.skip(1);
        let at = paper.here(4);
        for line in self.sheet.code_lines() {
            paper.line(&format!("    {line}"), Role::Heading);
            paper.skip(1);
        }
        let made_on = self.sheet.made_on.format("%-d %B %Y");
        let of = format!(
            "Sheet {}, {made_on}, of the file {}",
            self.sheet.id, self.sheet.file
        );
        paper.prose(2, &of, Role::Text);
        paper.skip(1);
        paper.prose(2, "This sheet and the file together are everything: seal it in an envelope for the school's safe, and keep none with the laptop.", Role::Text);
        paper.skip(1);
        paper.prose(2, "Then press Enter and type two of its groups back from the paper: that checks it. It may wait seven days, and is asked for at every start until it is done.", Role::Text);
        at
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::Open,
            Command::Print,
            Command::Back,
            Command::Help,
            Command::Cover,
        ]
    }

    fn run(&mut self, _cx: &Context<'_>, command: Command) -> Effect {
        match command {
            Command::Open => Effect::Many(vec![
                Effect::Close,
                Effect::open(CheckCode::new(self.sheet.clone())),
            ]),
            Command::Print => Effect::KeepSheet {
                name: format!("recovery-sheet-{}.txt", self.sheet.id).into(),
                text: self.sheet.text(),
            },
            Command::Back => Effect::Close,
            _ => Effect::None,
        }
    }
}
