//! What a check of the whole caseload found.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::Job;
use crate::commands::{Command, Scope};
use crate::domain::Refusal;
use crate::ui::widgets::{Line, Listing};
use crate::ui::{Context, Effect, Role, View};

/// Something that is not as it should be, in words that name nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub place: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub repair: String,
}

/// What a check of the whole caseload found: nothing, or what is wrong and what to do about it.
#[derive(Debug)]
pub struct Checked {
    findings: Vec<Finding>,
    listing: Listing<usize>,
}

impl Checked {
    /// Shows these.
    pub fn new(findings: Vec<Finding>) -> Self {
        Self {
            findings,
            listing: Listing::default(),
        }
    }

    fn rows(&self) -> Vec<usize> {
        (0..self.findings.len()).collect()
    }

    fn lines(&self) -> Vec<Line<usize>> {
        let says = |words| Line::plain().put(1, usize::MAX, words, Role::Text);
        if self.findings.is_empty() {
            return vec![
                Line::plain(),
                says("+ Your caseload is good: every page of the file, every record,"),
                says("  every tie between them, the history of changes and the search index."),
            ];
        }
        let mut lines = vec![
            Line::plain(),
            says("Nothing was changed. Go through these, or bring back the newest backup"),
            says("with Enter; your present file is kept then too."),
            Line::plain(),
        ];
        for (at, finding) in self.findings.iter().enumerate() {
            let what = format!("! {}: {}", finding.place, finding.what);
            lines.push(Line::of(at).put(1, usize::MAX, what, Role::Text));
            let repair = format!("To mend it: {}", finding.repair);
            lines.push(Line::of(at).put(3, usize::MAX, repair, Role::Muted));
        }
        lines
    }
}

impl View for Checked {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        match self.findings.len() {
            0 => "Check my caseload".to_owned(),
            found => format!("Check my caseload ({found})"),
        }
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        self.listing.draw(&self.lines(), cx.look, area, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![Command::Open, Command::Back, Command::Help, Command::Cover]
    }

    fn refusal(&self, _cx: &Context<'_>, command: Command) -> Option<Refusal> {
        (command == Command::Open && self.findings.is_empty())
            .then(|| Refusal::new("There is nothing to mend. Esc goes back."))
    }

    fn run(&mut self, _cx: &Context<'_>, command: Command) -> Effect {
        if self.listing.run(&self.rows(), command) {
            return Effect::None;
        }
        match command {
            Command::Open => Effect::Job(Job::ListBackups),
            Command::Back => Effect::Close,
            _ => Effect::None,
        }
    }

    fn click(&mut self, _cx: &Context<'_>, at: Position) -> Effect {
        self.listing.click(at);
        Effect::None
    }
}
