//! An INSET day, or days on which a school is closed.

use chrono::NaiveDate;

use crate::domain::date_words::Leaning;
use crate::domain::{Closure, ClosureKind, Doubt, DraftKey, Edit, Refusal, SchoolId, closure};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, day_of_school};

/// The dialog's name, for drafts.
pub const NAME: &str = "closure";

/// An INSET day or a closure, by its first and last day.
#[derive(Debug)]
pub struct ClosureSheet {
    school: SchoolId,
    /// The day it began on when the form was opened; none for a new one.
    was: Option<NaiveDate>,
}

/// The form of the closure that begins on a day, or of a new one.
pub fn form(cx: &Context<'_>, school: SchoolId, was: Option<NaiveDate>) -> FormView<ClosureSheet> {
    let school_now = cx.desk.caseload.school_of(school);
    let closures = school_now.map(|school| school.closures.as_slice());
    let mut closures = closures.unwrap_or_default().iter();
    let closure = closures.find(|closure| Some(closure.first) == was);
    let last = closure.filter(|closure| closure.last != closure.first);
    let fields = vec![
        Field::choice(
            "kind",
            "What",
            closure.map_or(ClosureKind::Inset, |closure| closure.kind),
        ),
        Field::date(
            "first",
            "Day",
            Leaning::Ahead,
            closure.map(|closure| closure.first),
        )
        .hint("the day, or the first of several: fri, 27 nov, 27/11/26"),
        Field::date(
            "last",
            "Last day",
            Leaning::Ahead,
            last.map(|closure| closure.last),
        )
        .hint("empty for one day"),
        Field::line("name", "For", closure.map_or("", |closure| &closure.name))
            .hint("phonics, snow, election: empty is fine"),
    ];
    FormView::new(ClosureSheet { school, was }, fields).at("first")
}

/// The form that a draft was typed in; none when its term or closure is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<ClosureSheet>> {
    let (school, was) = day_of_school::read(about)?;
    let days = &cx.desk.caseload.school_of(school)?.closures;
    let is_there = was.is_none_or(|was| days.iter().any(|one| one.first == was));
    is_there.then(|| form(cx, school, was))
}

impl ClosureSheet {
    fn closure(cx: &Context<'_>, form: &Form) -> Result<Closure, Refusal> {
        let first = form.needed_date("first", &cx.desk)?;
        Ok(Closure {
            first,
            last: form.date("last", &cx.desk)?.unwrap_or(first),
            kind: form.choice("kind").unwrap_or(ClosureKind::Inset),
            name: form.text("name"),
        })
    }
}

impl Sheet for ClosureSheet {
    fn key(&self) -> DraftKey {
        DraftKey {
            dialog: NAME.to_owned(),
            about: day_of_school::write(self.school, self.was),
        }
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        match self.was {
            Some(_) => "Change an INSET day or closure".to_owned(),
            None => "A new INSET day or closure".to_owned(),
        }
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        closure::save(&cx.desk, self.school, self.was, Self::closure(cx, form)?)
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        let closure = Self::closure(cx, form);
        closure.map_or_else(
            |_| Vec::new(),
            |closure| closure::doubts(&closure, cx.desk.calendar),
        )
    }
}
