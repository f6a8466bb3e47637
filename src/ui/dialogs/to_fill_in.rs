//! The pupils of whom something is not typed yet.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::domain::{Code as _, FillIn, Pupil, PupilId, Refusal};
use crate::ui::widgets::{Cursor, Paper};
use crate::ui::{Context, Effect, Role, View};

/// The pupils of whom something is missing: a count, never late. Enter goes to where it is typed.
#[derive(Debug)]
pub struct ToFillIn {
    missing: FillIn,
    pupils: Vec<PupilId>,
    /// The version of the caseload that the pupils were found in.
    version: Option<u64>,
    cursor: Cursor<PupilId>,
    /// Where the first row was drawn, and which it was.
    drawn: (Rect, usize),
}

impl ToFillIn {
    /// The list.
    pub fn new(missing: FillIn) -> Self {
        Self {
            missing,
            pupils: Vec::new(),
            version: None,
            cursor: Cursor::default(),
            drawn: (Rect::ZERO, 0),
        }
    }

    fn renew(&mut self, cx: &Context<'_>) {
        let version = cx.desk.caseload.version();
        if self.version == Some(version) {
            return;
        }
        self.version = Some(version);
        let is_missing = |(pupil, standing): (PupilId, &crate::domain::Standing)| {
            standing
                .to_fill_in
                .contains(&self.missing)
                .then(|| cx.desk.caseload.pupils.get(pupil))
                .flatten()
        };
        let mut pupils: Vec<&Pupil> = cx.standings.iter().filter_map(is_missing).collect();
        pupils.retain(|pupil| cx.look.may_show(pupil.id));
        pupils.sort_by_key(|pupil| crate::domain::fold(&pupil.listed()));
        self.pupils = pupils.into_iter().map(|pupil| pupil.id).collect();
    }

    fn go_to(&self, cx: &Context<'_>, pupil: PupilId) -> Effect {
        let hand = [
            Effect::LineUp(self.pupils.clone()),
            Effect::TakeInHand(Some(pupil)),
        ];
        let to = match self.missing {
            FillIn::ReviewDate => Effect::open(super::review_booking::new(cx, pupil)),
            missing @ (FillIn::StatusSince
            | FillIn::ParentTold
            | FillIn::PlanMade
            | FillIn::MayBeSupport
            | FillIn::NeedType) => Effect::open(super::pupil::Record::to_fill_in(missing)),
        };
        Effect::Many(hand.into_iter().chain([to]).collect())
    }
}

impl View for ToFillIn {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List, Scope::Pupil]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        format!("To fill in: {}", self.missing.label())
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        self.renew(cx);
        let mut paper = Paper::new(buf, cx.look, area);
        if self.pupils.is_empty() {
            paper.line(" Nothing is missing any more. Esc goes back.", Role::Text);
            return paper.place(1, 0);
        }
        let shown = self.cursor.visible(&self.pupils, paper.height());
        self.drawn = (area, shown.start);
        let at = self.cursor.row(&self.pupils);
        let mut cursor = paper.here(1);
        for number in shown {
            let here = paper.row();
            if let Some(pupil) = cx.desk.caseload.pupils.get(self.pupils[number]) {
                let mark = if Some(number) == at { ">" } else { " " };
                paper.put(1, 1, mark, Role::Focus);
                paper.put(3, 26, &cx.look.name(pupil), Role::Text);
                let year = pupil.year.map(|year| year.label()).unwrap_or_default();
                paper.put(30, 12, &year, Role::Text);
                paper.put(43, usize::MAX, &pupil.class, Role::Text);
            }
            paper.skip(1);
            if Some(number) == at {
                cursor = paper.place(1, here);
                paper.select_row(here);
            }
        }
        cursor
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::Open,
            Command::Brief,
            Command::Back,
            Command::Help,
            Command::Cover,
        ]
    }

    fn refusal(&self, _cx: &Context<'_>, command: Command) -> Option<Refusal> {
        (command == Command::Open && self.pupils.is_empty())
            .then(|| Refusal::new("Nothing is missing any more. Esc goes back."))
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        if self.cursor.run(&self.pupils, command) {
            return Effect::None;
        }
        match (command, self.cursor.at()) {
            (Command::Open, Some(pupil)) => self.go_to(cx, pupil),
            (Command::Back, _) => Effect::Close,
            _ => Effect::None,
        }
    }

    fn click(&mut self, _cx: &Context<'_>, at: Position) -> Effect {
        let (area, from) = self.drawn;
        let row = from + usize::from(at.y.saturating_sub(area.y));
        if let Some(pupil) = self.pupils.get(row).filter(|_| area.contains(at)) {
            self.cursor.put_on(*pupil);
        }
        Effect::None
    }

    fn pupil(&self, _cx: &Context<'_>) -> Option<PupilId> {
        self.cursor.at()
    }
}
