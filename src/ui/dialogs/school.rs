//! A school: its name, its authority, and the years after which its pupils move on.

use crate::domain::school::{self, SchoolDetails};
use crate::domain::{DraftKey, Edit, Refusal, SchoolId};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "school";

/// What is known of a school.
#[derive(Debug)]
pub struct SchoolSheet {
    school: Option<SchoolId>,
}

/// The form of a school, or of the first one.
pub fn form(cx: &Context<'_>, id: Option<SchoolId>) -> FormView<SchoolSheet> {
    let school = id.and_then(|id| cx.desk.caseload.school_of(id));
    let years = school.map(|school| {
        let codes = school.leaving_years.iter().map(|year| year.code());
        codes.collect::<Vec<_>>().join(", ")
    });
    let name = school.map_or("", |school| &school.name);
    let authority = school.map_or("", |school| &school.authority);
    FormView::new(
        SchoolSheet { school: id },
        vec![
            Field::line("name", "Name", name).hint("as letters should say it"),
            Field::line("authority", "Local authority", authority).hint(
                "the one that maintains your pupils' EHC plans; empty when they are of several",
            ),
            Field::line(
                "leaving_years",
                "Pupils leave after",
                &years.unwrap_or_default(),
            )
            .hint(
                "year groups, such as 6, or 2 and 6: phase transfer is counted from them (reg 18)",
            ),
        ],
    )
}

/// The form that a draft was typed in; none when its school is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<SchoolSheet>> {
    if about.is_empty() {
        return Some(form(cx, None));
    }
    let id = about.parse().ok()?;
    cx.desk.caseload.school_of(id)?;
    Some(form(cx, Some(id)))
}

impl Sheet for SchoolSheet {
    fn key(&self) -> DraftKey {
        DraftKey {
            dialog: NAME.to_owned(),
            about: self.school.map(|id| id.to_string()).unwrap_or_default(),
        }
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        match self.school {
            Some(_) => "The school".to_owned(),
            None => "A school that is new to the caseload".to_owned(),
        }
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let details = SchoolDetails {
            name: form.text("name"),
            authority: form.text("authority"),
            leaving_years: form.text("leaving_years"),
        };
        school::change(&cx.desk, self.school, &details)
    }
}
