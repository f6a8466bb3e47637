//! The brief: two minutes before a meeting.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Choose;
use crate::commands::{Command, Scope};
use crate::documents::brief::{self, Part, Setting};
use crate::documents::{self, Tone};
use crate::domain::{Brief, PupilId, RecordId, Refusal, Today};
use crate::ui::widgets::{Cursor, Paper};
use crate::ui::{Audience, Context, Effect, LogPage, Pane, Role, View};

/// Columns of a brief that is kept in a file.
const FILE_COLUMNS: usize = 80;

/// All that one needs to know before a meeting about a pupil, in two blocks: what may be shown in the meeting, and what is
/// for the SENCO alone. To a family, only the first.
#[derive(Debug)]
pub struct BriefView {
    pupil: PupilId,
    made: Option<Made>,
    lines: Vec<documents::Line>,
    cursor: Cursor<usize>,
    /// Where lines were drawn, and from which on.
    drawn: (Rect, usize),
}

/// A brief, and what it was made from: made anew when that changes.
#[derive(Debug)]
struct Made {
    brief: Brief,
    /// The pupils that `<` and `>` go through: the row that a list showed, or those of today.
    row: Vec<PupilId>,
    /// Who could see it.
    audience: Audience,
    version: u64,
    today: NaiveDate,
}

/// Opens the brief of a pupil.
pub fn open(pupil: PupilId) -> Effect {
    Effect::open(BriefView {
        pupil,
        made: None,
        lines: Vec::new(),
        cursor: Cursor::default(),
        drawn: (Rect::ZERO, 0),
    })
}

impl BriefView {
    /// Whether the pupil may be shown at all to who sees the screen.
    fn may_show(&self, cx: &Context<'_>) -> bool {
        cx.look.may_show(self.pupil)
    }

    /// The part that may be on the screen.
    fn part(cx: &Context<'_>) -> Part {
        if cx.look.audience.sees_staff_only() {
            Part::Whole
        } else {
            Part::ForTheTable
        }
    }

    fn brief(&mut self, cx: &Context<'_>) -> Option<&Brief> {
        let version = cx.desk.caseload.version();
        let today = cx.desk.today();
        let audience = &cx.look.audience;
        let is_fresh = |made: &Made| {
            (made.version, made.today) == (version, today) && made.audience == *audience
        };
        if !self.made.as_ref().is_some_and(is_fresh) {
            let dossier = cx.log.dossier(cx.desk.caseload, cx.standings, self.pupil);
            let row = if cx.hand.row.contains(&self.pupil) {
                cx.hand.row.clone()
            } else {
                Today::of(&cx.desk, cx.standings).pupils()
            };
            self.made = dossier.ok().flatten().map(|dossier| Made {
                brief: Brief::of(&dossier, cx.desk.rules, today)
                    .told(|text| cx.told(Some(self.pupil), text)),
                row,
                audience: audience.clone(),
                version,
                today,
            });
        }
        self.made.as_ref().map(|made| &made.brief)
    }

    fn rows(&self) -> Vec<usize> {
        (0..self.lines.len()).collect()
    }

    fn about(&mut self) -> Option<RecordId> {
        let rows = self.rows();
        let at = self.cursor.row(&rows)?;
        self.lines.get(at)?.about
    }

    /// The pupil so many places further in the row; from outside it, the first who may be shown.
    fn beside(&self, cx: &Context<'_>, by: isize) -> Option<PupilId> {
        let row: Vec<PupilId> = self
            .made
            .iter()
            .flat_map(|made| &made.row)
            .copied()
            .filter(|pupil| cx.look.may_show(*pupil))
            .collect();
        let there = match row.iter().position(|pupil| *pupil == self.pupil) {
            Some(here) => here.checked_add_signed(by)?,
            None => 0,
        };
        row.get(there).copied()
    }

    /// Keeps it in a file: which part is asked, because a file may go anywhere.
    fn keep(&mut self, cx: &Context<'_>) -> Effect {
        let Some(pupil) = cx.desk.caseload.pupils.get(self.pupil) else {
            return Effect::Close;
        };
        // What is kept says no more than the screen.
        let (full_name, called) = (cx.look.full_name(pupil), cx.look.called(pupil));
        let today = cx.desk.today();
        let Some(brief) = self.brief(cx) else {
            return Effect::Close;
        };
        let set = Setting {
            full_name: &full_name,
            called: &called,
            today,
            columns: FILE_COLUMNS,
            one_column: false,
        };
        let kept = |part: Part, words: &str| {
            let lines = brief::page(brief, part, &set);
            let mut text = String::new();
            for line in lines {
                text.push_str(line.text(FILE_COLUMNS).trim_end());
                text.push('\n');
            }
            Effect::Keep {
                name: format!("Brief {words} {full_name} {today}.txt").into(),
                bytes: text.into_bytes(),
            }
        };
        let for_the_table = kept(Part::ForTheTable, "for the table");
        let whole = kept(Part::Whole, "for you");
        let mut choices = vec![(
            't',
            "for the table: what the family may see".to_owned(),
            for_the_table,
        )];
        if cx.look.audience.sees_staff_only() {
            choices.push((
                'y',
                "for you: that, and what is for staff only".to_owned(),
                whole,
            ));
        }
        Effect::open(Choose::new(
            "Keep the brief in a text file, not encrypted: which part?",
            choices,
        ))
    }

    /// Goes to where what the line tells of is written.
    fn go_to(&self, cx: &Context<'_>, about: RecordId) -> Effect {
        let caseload = cx.desk.caseload;
        let view = match about {
            RecordId::Action(id) => caseload
                .actions
                .get(id)
                .map(|action| Effect::open(super::action::of(cx, action))),
            RecordId::Review(id) => caseload
                .reviews
                .get(id)
                .map(|review| super::review::open(cx, review)),
            RecordId::Target(_) => Some(super::go_with(self.pupil, Command::Plan)),
            RecordId::Intervention(_) => Some(Effect::Many(vec![
                Effect::TakeInHand(Some(self.pupil)),
                Effect::TurnLog(LogPage::Registers),
                Effect::Show(Pane::Log),
            ])),
            _ => None,
        };
        view.unwrap_or_else(|| Effect::refuse(super::GONE))
    }
}

impl View for BriefView {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List, Scope::Pupil]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let pupil = cx.desk.caseload.pupils.get(self.pupil);
        let (Some(pupil), Some(made)) = (pupil, &self.made) else {
            return "BRIEF".to_owned();
        };
        let full_name = cx.look.full_name(pupil);
        let set = Setting {
            full_name: &full_name,
            called: "",
            today: cx.desk.today(),
            columns: usize::MAX,
            one_column: cx.look.plain,
        };
        let words = brief::title_words(&made.brief.for_the_table, &set);
        format!("BRIEF   {words}")
    }

    fn is_alone(&self) -> bool {
        true
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let pupil = cx.desk.caseload.pupils.get(self.pupil);
        let pupil = pupil.filter(|pupil| cx.look.may_show(pupil.id));
        let (full_name, called) = match pupil {
            Some(pupil) => (cx.look.full_name(pupil), cx.look.called(pupil)),
            None => (String::new(), String::new()),
        };
        let set = Setting {
            full_name: &full_name,
            called: &called,
            today: cx.desk.today(),
            columns: usize::from(area.width),
            one_column: cx.look.plain,
        };
        self.lines = match self.brief(cx) {
            Some(brief) if pupil.is_some() => brief::body(brief, Self::part(cx), &set),
            _ => Vec::new(),
        };
        let mut paper = Paper::new(buf, cx.look, area);
        if self.lines.is_empty() {
            paper.line(&format!(" {}", super::GONE), Role::Refusal);
            return paper.place(1, 0);
        }
        let rows = self.rows();
        // Where not all have room, the last row says how many more there are.
        let height = match paper.height() {
            height if height < rows.len() && height > 1 => height - 1,
            height => height,
        };
        let shown = self.cursor.visible(&rows, height);
        self.drawn = (area, shown.start);
        let at = self.cursor.row(&rows);
        let below = rows.len() - shown.end;
        let mut cursor = paper.here(0);
        for number in shown {
            let here = paper.row();
            draw_line(&mut paper, cx, &self.lines[number]);
            if Some(number) == at {
                cursor = paper.place(0, here);
                paper.select_row(here);
            }
        }
        if below > 0 {
            paper.line(&format!(" {below} more below"), Role::Muted);
        }
        cursor
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::Open,
            Command::Next,
            Command::Print,
            Command::Review,
            Command::Back,
            Command::Cover,
            Command::Help,
        ]
    }

    fn refusal(&self, cx: &Context<'_>, command: Command) -> Option<Refusal> {
        match command {
            Command::Brief => Some(Refusal::new("This is the brief. Esc goes back.")),
            Command::Next if self.beside(cx, 1).is_none() => Some(Refusal::new(
                "This is the last pupil of today. < goes back, Esc leaves the brief.",
            )),
            Command::Previous if self.beside(cx, -1).is_none() => Some(Refusal::new(
                "This is the first pupil of today. > goes on, Esc leaves the brief.",
            )),
            _ if !self.may_show(cx) && command != Command::Back => {
                Some(Refusal::new("This pupil may not be shown just now: F8."))
            }
            _ => None,
        }
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        if self.cursor.run(&self.rows(), command) {
            return Effect::None;
        }
        match command {
            Command::Back => Effect::Close,
            Command::Print => self.keep(cx),
            Command::Next | Command::Previous => {
                let by = if command == Command::Next { 1 } else { -1 };
                match self.beside(cx, by) {
                    Some(pupil) => {
                        self.pupil = pupil;
                        self.made = None;
                        self.cursor = Cursor::default();
                        Effect::TakeInHand(Some(pupil))
                    }
                    None => Effect::None,
                }
            }
            Command::Open => match self.about() {
                Some(about) => self.go_to(cx, about),
                None => Effect::refuse(
                    "This line has no page of its own: a p d r go to the plan, l to the log.",
                ),
            },
            _ => Effect::None,
        }
    }

    fn click(&mut self, _cx: &Context<'_>, at: Position) -> Effect {
        let (area, from) = self.drawn;
        let row = from + usize::from(at.y.saturating_sub(area.y));
        if area.contains(at) && row < self.lines.len() {
            self.cursor.put_on(row);
        }
        Effect::None
    }

    fn pupil(&self, _cx: &Context<'_>) -> Option<PupilId> {
        Some(self.pupil)
    }
}

fn draw_line(paper: &mut Paper<'_>, cx: &Context<'_>, line: &documents::Line) {
    if let Some(rule) = cx.look.rule().filter(|_| line.is_heading) {
        paper.put(0, usize::MAX, &rule.repeat(paper.width()), Role::Muted);
    }
    for (column, words, tone) in &line.pieces {
        let role = match tone {
            Tone::Plain => Role::Text,
            Tone::Label if line.is_heading => Role::Heading,
            Tone::Label | Tone::Quiet => Role::Muted,
            Tone::Late => Role::Overdue,
            Tone::Done => Role::Done,
        };
        let words = if line.is_heading {
            format!(" {words} ")
        } else {
            words.clone()
        };
        let column = column - usize::from(line.is_heading);
        paper.put(column, usize::MAX, &words, role);
    }
    paper.skip(1);
}
