//! A term of a school's year.

use chrono::NaiveDate;

use crate::domain::date_words::Leaning;
use crate::domain::{Doubt, DraftKey, Edit, Refusal, SchoolId, Term, term};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, day_of_school};

/// The dialog's name, for drafts.
pub const NAME: &str = "term";

/// A term: a half term's teaching, by its first and last day.
#[derive(Debug)]
pub struct TermSheet {
    school: SchoolId,
    /// The day it began on when the form was opened; none for a new one.
    was: Option<NaiveDate>,
}

/// The form of the term that begins on a day, or of a new one.
pub fn form(cx: &Context<'_>, school: SchoolId, was: Option<NaiveDate>) -> FormView<TermSheet> {
    let terms = cx
        .desk
        .caseload
        .school_of(school)
        .map(|school| &school.terms);
    let terms = terms.map(Vec::as_slice).unwrap_or_default();
    let term = terms.iter().find(|term| Some(term.first) == was);
    let name = term.map_or_else(|| term::next_name(terms), |term| term.name.clone());
    let fields = vec![
        Field::line("name", "Name", &name).hint("what the school calls it: Autumn 1, Term 1"),
        Field::date(
            "first",
            "First day",
            Leaning::Ahead,
            term.map(|term| term.first),
        )
        .hint("the first day of teaching or INSET: 2 sep, 2/9/27"),
        Field::date(
            "last",
            "Last day",
            Leaning::Ahead,
            term.map(|term| term.last),
        )
        .hint("the last day before the holiday: 22 oct, 22/10/27"),
    ];
    let first = if name.is_empty() { "name" } else { "first" };
    FormView::new(TermSheet { school, was }, fields).at(first)
}

/// The form that a draft was typed in; none when its term or closure is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<TermSheet>> {
    let (school, was) = day_of_school::read(about)?;
    let days = &cx.desk.caseload.school_of(school)?.terms;
    let is_there = was.is_none_or(|was| days.iter().any(|one| one.first == was));
    is_there.then(|| form(cx, school, was))
}

impl TermSheet {
    fn term(cx: &Context<'_>, form: &Form) -> Result<Term, Refusal> {
        Ok(Term {
            name: form.text("name"),
            first: form.needed_date("first", &cx.desk)?,
            last: form.needed_date("last", &cx.desk)?,
        })
    }
}

impl Sheet for TermSheet {
    fn key(&self) -> DraftKey {
        DraftKey {
            dialog: NAME.to_owned(),
            about: day_of_school::write(self.school, self.was),
        }
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        match self.was {
            Some(_) => "Change a term".to_owned(),
            None => "A new term: one for each half of autumn, spring and summer".to_owned(),
        }
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        term::save(&cx.desk, self.school, self.was, Self::term(cx, form)?)
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        Self::term(cx, form).map_or_else(|_| Vec::new(), |term| term::doubts(&term))
    }
}
