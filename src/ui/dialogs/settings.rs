//! [`Settings`]: what belongs to the school, to the SENCO, and to the file's safety.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::Job;
use crate::commands::{Command, Scope};
use crate::domain::{SchoolId, date_words};
use crate::ui::widgets::{Line, Listing};
use crate::ui::{Context, Effect, Role, View};

use super::{AskAgain, LockAfter, SchoolDates, school, setting};

/// A line of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    /// A school's dates.
    School(SchoolId),
    /// The school, where there is none yet.
    NewSchool,
    /// The SENCO's days and name.
    You,
    /// When the caseload is locked.
    LockAfter,
    /// Another passphrase.
    Passphrase,
    /// The recovery sheet.
    Sheet,
    /// A check of every page and record.
    Check,
}

/// A short list: each school's dates, the SENCO's own days and name, and how the file is kept safe.
#[derive(Debug, Default)]
pub struct Settings {
    listing: Listing<Row>,
}

impl Settings {
    fn rows(cx: &Context<'_>) -> Vec<Row> {
        let schools = cx.desk.caseload.schools.iter();
        let mut rows: Vec<Row> = schools.map(|school| Row::School(school.id)).collect();
        if rows.is_empty() {
            rows.push(Row::NewSchool);
        }
        rows.extend([Row::You, Row::LockAfter]);
        if cx.code_sheet.is_some() {
            rows.extend([Row::Passphrase, Row::Sheet, Row::Check]);
        }
        rows
    }
}

fn line(cx: &Context<'_>, row: Row) -> Line<Row> {
    let (label, words) = match row {
        Row::School(id) => ("The school's dates", of_school(cx, id)),
        Row::NewSchool => ("The school", "not entered yet".to_owned()),
        Row::You => ("You", of_senco(cx)),
        Row::LockAfter => ("Locks by itself", of_locking(cx)),
        Row::Passphrase => ("Passphrase", "Enter changes it".to_owned()),
        Row::Sheet => ("Recovery code", of_sheet(cx)),
        Row::Check => (
            "Check my caseload",
            "every page, every record: changes nothing".to_owned(),
        ),
    };
    Line::of(row)
        .put(3, 20, label, Role::Text)
        .put(24, usize::MAX, words, Role::Muted)
}

fn of_school(cx: &Context<'_>, id: SchoolId) -> String {
    let Some(school) = cx.desk.caseload.school_of(id) else {
        return String::new();
    };
    let count = |many: usize, one: &str, more: &str| match many {
        1 => format!("1 {one}"),
        many => format!("{many} {more}"),
    };
    let terms = match school.terms.iter().map(|term| term.last).max() {
        None => "no term dates yet".to_owned(),
        Some(last) => format!(
            "{} to {}",
            count(school.terms.len(), "term", "terms"),
            date_words::day_month(last) + &last.format(" %Y").to_string()
        ),
    };
    let closed = match school.closures.len() {
        0 => "no INSET days yet".to_owned(),
        many => count(many, "INSET day or closure", "INSET days and closures"),
    };
    format!("{}: {terms}, {closed}", school.name)
}

fn of_sheet(cx: &Context<'_>) -> String {
    let sheet = cx.code_sheet;
    sheet
        .map(|sheet| sheet.words(cx.desk.today()))
        .unwrap_or_default()
}

fn of_locking(cx: &Context<'_>) -> String {
    let minutes = match cx.lock_after {
        1 => "a minute".to_owned(),
        more => format!("{more} minutes"),
    };
    format!("after {minutes} without a key, on this laptop")
}

fn of_senco(cx: &Context<'_>) -> String {
    let Some(setting) = cx.desk.caseload.setting() else {
        return "not entered yet".to_owned();
    };
    let name = match cx.desk.caseload.name_of(setting.senco) {
        "" => "no name yet",
        name => name,
    };
    format!("{name}, in {}; {}", setting.working_days, setting.plan_name)
}

impl View for Settings {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "School and settings".to_owned()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut lines = vec![Line::plain()];
        lines.extend(Self::rows(cx).into_iter().map(|row| line(cx, row)));
        lines.push(Line::plain());
        lines.push(Line::plain().put(
            3,
            usize::MAX,
            "n adds another school, with term dates of its own, if you are the SENCO of more than one.",
            Role::Muted,
        ));
        self.listing.draw(&lines, cx.look, area, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::Open,
            Command::New,
            Command::Back,
            Command::Help,
            Command::Cover,
        ]
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        let rows = Self::rows(cx);
        if self.listing.run(&rows, command) {
            return Effect::None;
        }
        match (command, self.listing.at(&rows)) {
            (Command::Open, Some(Row::School(id))) => Effect::open(SchoolDates::of(id)),
            (Command::Open, Some(Row::NewSchool)) => Effect::open(school::form(cx, None)),
            (Command::New, _) => Effect::open(school::form(cx, None)),
            (Command::Open, Some(Row::You)) => Effect::open(setting::form(cx)),
            (Command::Open, Some(Row::Passphrase)) => Effect::AskNewPassphrase,
            (Command::Open, Some(Row::Sheet)) => Effect::open(AskAgain::new()),
            (Command::Open, Some(Row::Check)) => Effect::Job(Job::Check),
            (Command::Open, Some(Row::LockAfter)) => Effect::open(LockAfter::new(cx)),
            (Command::Back, _) => Effect::Close,
            _ => Effect::None,
        }
    }

    fn click(&mut self, _cx: &Context<'_>, at: Position) -> Effect {
        self.listing.click(at);
        Effect::None
    }
}
