//! A pupil who is new to the caseload: one name is enough.

use crate::domain::date_words::Leaning;
use crate::domain::{
    Doubt, DraftKey, Edit, NcYear, NewStatus, Pupil, Refusal, Status, pupil, status,
};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, identity, status as status_form};

/// The dialog's name, for drafts.
pub const NAME: &str = "new_pupil";

/// A pupil who is new to the caseload.
#[derive(Debug)]
pub struct NewPupil;

/// The form.
pub fn form(cx: &Context<'_>) -> FormView<NewPupil> {
    let today = cx.desk.today();
    let schools = &cx.desk.caseload.schools;
    let school = cx.desk.caseload.school().filter(|_| schools.len() > 1);
    let school = school.map(|first| identity::school(cx, first.id));
    let fields = [
        Field::line("forename", "First name", "").hint("one name of the three is enough"),
        Field::line("surname", "Surname", ""),
        Field::line("preferred", "Known as", "").hint("where that differs"),
        identity::year(None),
        identity::class(cx, ""),
        Field::date("dob", "Date of birth", Leaning::Back, None).hint("14/2/18, 14 feb 2018"),
        status_form::choice("watching"),
        Field::date("from", "Since", Leaning::Back, Some(today)),
        Field::line("reason", "Why", "").hint("what was seen, in a few words"),
        Field::yes_no("parent_told", "Parent told", false),
        Field::date("parent_told_on", "Told on", Leaning::Back, None),
    ];
    FormView::new(NewPupil, fields.into_iter().chain(school).collect())
}

fn read(cx: &Context<'_>, form: &Form) -> Result<(Pupil, Option<NewStatus>), Refusal> {
    let school = cx.desk.caseload.school().ok_or_else(|| {
        Refusal::new("There is no school in this caseload yet, so nobody can be at it.")
    })?;
    let pupil = Pupil {
        forename: form.text("forename"),
        surname: form.text("surname"),
        preferred: form.text("preferred"),
        year: NcYear::read(&form.text("year")),
        class: form.text("class"),
        dob: form.date("dob", &cx.desk)?,
        ..Pupil::new(
            cx.desk.ids.next(),
            form.text("school").parse().unwrap_or(school.id),
        )
    };
    let status = status_form::read(cx, form)?;
    let is_any = status.watching || status.status != Status::N;
    Ok((pupil, is_any.then_some(status)))
}

impl Sheet for NewPupil {
    fn key(&self) -> DraftKey {
        DraftKey {
            dialog: NAME.to_owned(),
            about: String::new(),
        }
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "A new pupil".to_owned()
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let (pupil, status) = read(cx, form)?;
        pupil::add(&cx.desk, pupil, status.as_ref())
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        let Ok((pupil, new)) = read(cx, form) else {
            return Vec::new();
        };
        let code = new.as_ref().map_or(Status::N, |new| new.status);
        let mut doubts = pupil::doubts(&cx.desk, &pupil, code);
        if let Some(new) = new {
            doubts.extend(status::doubts(&cx.desk, &new));
        }
        doubts
    }
}
