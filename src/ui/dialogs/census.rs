//! What the spring census would take, and what is missing or contradictory in it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::documents;
use crate::domain::{Census, CensusDoubt, CensusLine, FillIn, PupilId, Refusal, date_words};
use crate::ui::widgets::{Cursor, Paper, wrap};
use crate::ui::{Audience, Context, Effect, Role, View};

/// Rows at the foot, which say all about the pupil under the cursor.
const FOOT: u16 = 3;
/// Where the columns begin.
const NAME: usize = 3;
const YEAR: usize = 27;
const CLASS: usize = 31;
const STATUS: usize = 36;
const NEEDS: usize = 41;
const DOUBTS: usize = 53;

/// What the spring census would take of each pupil; those with something to look at first. Enter goes to where it is put
/// right.
#[derive(Debug, Default)]
pub struct CensusView {
    census: Option<Census>,
    /// The pupils in order.
    pupils: Vec<PupilId>,
    /// The version of the caseload that it was worked out from, and who could see it.
    made_of: Option<(u64, Audience)>,
    cursor: Cursor<PupilId>,
    /// Where the first row was drawn, and which it was.
    drawn: (Rect, usize),
}

impl CensusView {
    fn renew(&mut self, cx: &Context<'_>) {
        let made_of = Some((cx.desk.caseload.version(), cx.look.audience.clone()));
        if self.made_of == made_of {
            return;
        }
        self.made_of = made_of;
        let mut census = Census::next(&cx.desk);
        census.lines.retain(|line| cx.look.may_show(line.pupil));
        self.pupils = census.lines.iter().map(|line| line.pupil).collect();
        self.census = Some(census);
    }

    fn at(&self) -> Option<&CensusLine> {
        let pupil = self.cursor.at()?;
        let mut lines = self.census.as_ref()?.lines.iter();
        lines.find(|line| line.pupil == pupil)
    }

    fn heading(&self, cx: &Context<'_>) -> String {
        let Some(census) = &self.census else {
            return String::new();
        };
        let day = date_words::echo(census.on, cx.desk.today());
        let count = |code: &str| {
            let lines = census.lines.iter();
            lines.filter(|line| line.status.code() == code).count()
        };
        let look = match census.doubted() {
            0 => "nothing to look at".to_owned(),
            doubted => format!("{doubted} to look at"),
        };
        format!(
            " {day}   K {}  E {}  N {}   {look}",
            count("K"),
            count("E"),
            count("N")
        )
    }

    fn draw_line(cx: &Context<'_>, line: &CensusLine, paper: &mut Paper<'_>) {
        let Some(pupil) = cx.desk.caseload.pupils.get(line.pupil) else {
            return;
        };
        let needs: Vec<_> = line.needs.iter().map(ToString::to_string).collect();
        let year = pupil.year.map(|year| year.code()).unwrap_or_default();
        let room = paper.width();
        paper.put(NAME, YEAR - NAME - 1, &cx.look.name(pupil), Role::Text);
        paper.put(YEAR, CLASS - YEAR - 1, year, Role::Text);
        paper.put(CLASS, STATUS - CLASS - 1, &pupil.class, Role::Text);
        paper.put(STATUS, NEEDS - STATUS - 1, line.status.code(), Role::Text);
        paper.put(NEEDS, DOUBTS - NEEDS - 1, &needs.join(" "), Role::Text);
        if let Some(first) = line.doubts.first() {
            let more = match line.doubts.len() {
                1 => String::new(),
                doubts => format!(" +{}", doubts - 1),
            };
            let words = format!("{first}{more}");
            paper.put(DOUBTS, room.saturating_sub(DOUBTS), &words, Role::Due);
        }
    }

    /// All about the pupil under the cursor, at the foot.
    fn draw_foot(cx: &Context<'_>, line: &CensusLine, area: Rect, buf: &mut Buffer) {
        let name = cx
            .desk
            .caseload
            .pupils
            .get(line.pupil)
            .map(|pupil| cx.look.name(pupil))
            .unwrap_or_default();
        let doubts: Vec<_> = line.doubts.iter().map(ToString::to_string).collect();
        let words = if doubts.is_empty() {
            format!("{name}: nothing is missing.")
        } else {
            format!("{name}: {}.", doubts.join("; "))
        };
        let mut paper = Paper::new(buf, cx.look, area);
        paper.skip(1);
        let room = paper.width().saturating_sub(2);
        for line in wrap(&words, room).into_iter().take(usize::from(FOOT - 1)) {
            paper.line(&format!(" {line}"), Role::Muted);
        }
    }

    fn go_to(&self, cx: &Context<'_>) -> Effect {
        let Some(line) = self.at() else {
            return Effect::None;
        };
        let record = match line.doubts.first() {
            Some(
                CensusDoubt::NoNeed
                | CensusDoubt::NotWithStatus(_)
                | CensusDoubt::NotBesideOthers(_)
                | CensusDoubt::NotTaken(_)
                | CensusDoubt::NeedTwice(_),
            ) => super::pupil::Record::to_fill_in(FillIn::NeedType),
            Some(CensusDoubt::PlanButNotE { .. } | CensusDoubt::BeginsLater { .. }) => {
                super::pupil::Record::to_fill_in(FillIn::StatusSince)
            }
            _ => super::pupil::Record::default(),
        };
        let shown = self.pupils.iter().filter(|id| cx.look.may_show(**id));
        Effect::Many(vec![
            Effect::LineUp(shown.copied().collect()),
            Effect::TakeInHand(Some(line.pupil)),
            Effect::open(record),
        ])
    }

    /// Keeps it as a spreadsheet. What is kept says no more than the screen.
    fn keep(&self, cx: &Context<'_>) -> Effect {
        let Some(census) = &self.census else {
            return Effect::None;
        };
        Effect::Keep {
            name: format!("Census {}.csv", census.on).into(),
            bytes: documents::census::csv(census, cx.desk.caseload).into_bytes(),
        }
    }
}

impl View for CensusView {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List, Scope::Pupil]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "What the spring census would take".to_owned()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        self.renew(cx);
        let list = Rect {
            height: area.height.saturating_sub(FOOT),
            ..area
        };
        let mut paper = Paper::new(buf, cx.look, list);
        paper.line(&self.heading(cx), Role::Heading);
        if self.pupils.is_empty() {
            paper.line(" Nobody is in the caseload yet. Esc goes back.", Role::Text);
            return paper.place(1, 1);
        }
        paper.put(NAME, YEAR - NAME, "name", Role::Muted);
        paper.put(YEAR, CLASS - YEAR, "yr", Role::Muted);
        paper.put(CLASS, STATUS - CLASS, "cl", Role::Muted);
        paper.put(STATUS, NEEDS - STATUS, "sen", Role::Muted);
        paper.put(NEEDS, DOUBTS - NEEDS, "types", Role::Muted);
        paper.put(DOUBTS, paper.width(), "to look at", Role::Muted);
        paper.skip(1);
        let above = paper.row();
        let visible = self.cursor.visible(&self.pupils, paper.left());
        let rows = Rect {
            y: list.y + above,
            height: list.height.saturating_sub(above),
            ..list
        };
        self.drawn = (rows, visible.start);
        let at = self.cursor.row(&self.pupils);
        let mut cursor = paper.here(1);
        for number in visible {
            let here = paper.row();
            if let Some(line) = self.census.as_ref().and_then(|all| all.lines.get(number)) {
                Self::draw_line(cx, line, &mut paper);
            }
            if Some(number) == at {
                paper.put(1, 1, ">", Role::Focus);
                paper.select_row(here);
                cursor = paper.place(1, here);
            }
            paper.skip(1);
        }
        let foot = Rect {
            y: list.bottom(),
            height: area.height - list.height,
            ..area
        };
        if let Some(line) = at.and_then(|at| self.census.as_ref()?.lines.get(at)) {
            Self::draw_foot(cx, line, foot, buf);
        }
        cursor
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::Open,
            Command::Print,
            Command::Brief,
            Command::Back,
            Command::Help,
            Command::Cover,
        ]
    }

    fn refusal(&self, cx: &Context<'_>, command: Command) -> Option<Refusal> {
        match command {
            Command::Open if self.at().is_none() => Some(Refusal::new(
                "Nobody is in the caseload yet. Esc goes back.",
            )),
            Command::Print if cx.look.audience != Audience::Me => Some(Refusal::new(
                "The spreadsheet names pupils: press F8 and choose full names first.",
            )),
            _ => None,
        }
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        if self.cursor.run(&self.pupils, command) {
            return Effect::None;
        }
        match command {
            Command::Open => self.go_to(cx),
            Command::Print => self.keep(cx),
            Command::Back | Command::NextView => Effect::Close,
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
