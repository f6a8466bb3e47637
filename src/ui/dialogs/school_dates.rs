//! [`SchoolDates`]: a school's year.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::domain::{Refusal, School, SchoolCalendar, SchoolId, closure, term};
use crate::ui::widgets::{Line, Listing, Paper};
use crate::ui::{Context, Effect, Role, View};

use super::{closure as closure_form, school as school_form, term as term_form};

const NAME: usize = 3;
const FIRST: usize = 24;
const LAST: usize = 42;
const DAYS: usize = 60;

/// A line of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    /// The school itself.
    School,
    /// The term that begins on a day.
    Term(NaiveDate),
    /// A term to add.
    NewTerm,
    /// The INSET day or closure that begins on a day.
    Closure(NaiveDate),
    /// An INSET day or closure to add.
    NewClosure,
}

/// A school's year: its terms, INSET days and closures, each to be changed, added and taken away.
#[derive(Debug)]
pub struct SchoolDates {
    school: SchoolId,
    listing: Listing<Row>,
    is_fresh: bool,
}

impl SchoolDates {
    /// Of a school.
    pub fn of(school: SchoolId) -> Self {
        Self {
            school,
            listing: Listing::default(),
            is_fresh: true,
        }
    }

    fn school<'a>(&self, cx: &Context<'a>) -> Option<&'a School> {
        cx.desk.caseload.school_of(self.school)
    }

    fn at(&self, cx: &Context<'_>) -> Option<Row> {
        self.listing.at(&rows(self.school(cx)?))
    }

    fn open(&self, cx: &Context<'_>, row: Row) -> Effect {
        let id = self.school;
        match row {
            Row::School => Effect::open(school_form::form(cx, Some(id))),
            Row::Term(first) => Effect::open(term_form::form(cx, id, Some(first))),
            Row::NewTerm => Effect::open(term_form::form(cx, id, None)),
            Row::Closure(first) => Effect::open(closure_form::form(cx, id, Some(first))),
            Row::NewClosure => Effect::open(closure_form::form(cx, id, None)),
        }
    }
}

fn rows(school: &School) -> Vec<Row> {
    let terms = school.terms.iter().map(|term| Row::Term(term.first));
    let closures = school.closures.iter();
    let closures = closures.map(|closure| Row::Closure(closure.first));
    [Row::School]
        .into_iter()
        .chain(terms)
        .chain([Row::NewTerm])
        .chain(closures)
        .chain([Row::NewClosure])
        .collect()
}

/// Today's term, or the next: where one would look first.
fn today_in(school: &School, today: NaiveDate) -> Row {
    let mut terms = school.terms.iter();
    let term = terms.find(|term| term.last >= today);
    term.map_or(Row::NewTerm, |term| Row::Term(term.first))
}

fn lines(school: &School, today: NaiveDate) -> Vec<Line<Row>> {
    let calendar = SchoolCalendar::new(&school.terms, &school.closures);
    let short = |date: NaiveDate| date.format("%a %-d %b %Y").to_string();
    let mut lines = vec![of_school(school)];
    lines.push(
        Line::heading("TERMS")
            .put(FIRST, LAST - FIRST - 1, "first day", Role::Muted)
            .put(LAST, DAYS - LAST - 1, "last day", Role::Muted)
            .put(DAYS, usize::MAX, "school days", Role::Muted),
    );
    for term in &school.terms {
        let role = if term.last < today {
            Role::Muted
        } else {
            Role::Text
        };
        let days = calendar.school_days(term.first, term.last).count();
        lines.push(
            Line::of(Row::Term(term.first))
                .put(NAME, FIRST - NAME - 1, &term.name, role)
                .put(FIRST, LAST - FIRST - 1, short(term.first), role)
                .put(LAST, DAYS - LAST - 1, short(term.last), role)
                .put(DAYS, usize::MAX, days.to_string(), role),
        );
    }
    lines.push(Line::of(Row::NewTerm).put(NAME, usize::MAX, "+ a term", Role::Muted));
    lines.push(Line::heading("INSET DAYS AND CLOSURES"));
    for closure in &school.closures {
        let role = if closure.last < today {
            Role::Muted
        } else {
            Role::Text
        };
        let last = Some(closure.last).filter(|last| *last != closure.first);
        lines.push(
            Line::of(Row::Closure(closure.first))
                .put(NAME, FIRST - NAME - 1, closure.reason(), role)
                .put(FIRST, LAST - FIRST - 1, short(closure.first), role)
                .put(LAST, usize::MAX, last.map(short).unwrap_or_default(), role),
        );
    }
    let add = "+ an INSET day or closure";
    lines.push(Line::of(Row::NewClosure).put(NAME, usize::MAX, add, Role::Muted));
    lines
}

fn of_school(school: &School) -> Line<Row> {
    let authority = match school.authority.as_str() {
        "" => "no authority yet",
        authority => authority,
    };
    let years = school.leaving_years.iter().map(|year| year.code());
    let years = match years.collect::<Vec<_>>().join(", ").as_str() {
        "" => "no leaving year yet".to_owned(),
        years => format!("pupils leave after year {years}"),
    };
    let words = format!("{}: {authority}, {years}", school.name);
    Line::of(Row::School).put(NAME, usize::MAX, words, Role::Text)
}

impl View for SchoolDates {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let name = self.school(cx).map_or("The school", |school| &school.name);
        format!("The dates of {name}")
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let Some(school) = self.school(cx) else {
            let mut paper = Paper::new(buf, cx.look, area);
            paper.prose(
                2,
                "That school is not in the caseload any more. Esc goes back.",
                Role::Text,
            );
            return paper.place(2, 0);
        };
        if std::mem::take(&mut self.is_fresh) {
            self.listing.put_on(today_in(school, cx.desk.today()));
        }
        let lines = lines(school, cx.desk.today());
        self.listing.draw(&lines, cx.look, area, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::Open,
            Command::New,
            Command::Remove,
            Command::Undo,
            Command::Back,
            Command::Help,
            Command::Cover,
        ]
    }

    fn refusal(&self, cx: &Context<'_>, command: Command) -> Option<Refusal> {
        let is_date = matches!(self.at(cx), Some(Row::Term(_) | Row::Closure(_)));
        (command == Command::Remove && !is_date).then(|| {
            Refusal::new(
                "Only a term, an INSET day or a closure can be removed. Go to one with the arrows.",
            )
        })
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        let Some(school) = self.school(cx) else {
            return Effect::Close;
        };
        if self.listing.run(&rows(school), command) {
            return Effect::None;
        }
        match (command, self.at(cx)) {
            (Command::Open, Some(row)) => self.open(cx, row),
            (Command::New, Some(Row::Closure(_) | Row::NewClosure)) => {
                self.open(cx, Row::NewClosure)
            }
            (Command::New, _) => self.open(cx, Row::NewTerm),
            (Command::Remove, Some(Row::Term(first))) => {
                Effect::save(term::remove(&cx.desk, self.school, first))
            }
            (Command::Remove, Some(Row::Closure(first))) => {
                Effect::save(closure::remove(&cx.desk, self.school, first))
            }
            (Command::Back, _) => Effect::Close,
            _ => Effect::None,
        }
    }

    fn click(&mut self, _cx: &Context<'_>, at: Position) -> Effect {
        self.listing.click(at);
        Effect::None
    }
}
