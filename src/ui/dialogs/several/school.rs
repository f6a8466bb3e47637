//! One school for several pupils.

use crate::domain::{DraftKey, Edit, PupilId, Refusal, several};
use crate::ui::Context;
use crate::ui::dialogs::{FormView, Sheet, identity};
use crate::ui::widgets::Form;

/// The dialog's name, for drafts.
pub const NAME: &str = "several_school";

/// A school for several pupils.
#[derive(Debug)]
pub struct School {
    pupils: Vec<PupilId>,
}

/// The form; none where there is but one school.
pub fn form(cx: &Context<'_>, pupils: Vec<PupilId>) -> Option<FormView<School>> {
    let caseload = cx.desk.caseload;
    let first = caseload.pupils.get(*pupils.first()?)?;
    (caseload.schools.len() > 1).then(|| {
        let field = identity::school(cx, first.school);
        FormView::new(School { pupils }, vec![field])
    })
}

/// The form that a draft was typed in; none when the pupils are gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<School>> {
    form(cx, super::pupils_of(cx, about)?)
}

impl Sheet for School {
    fn key(&self) -> DraftKey {
        super::about(NAME, &self.pupils)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("School {}", super::whom(cx, &self.pupils))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let chosen = form.text("school").parse();
        let chosen = chosen.map_err(|_| Refusal::of("school", "Choose one of the schools."))?;
        several::school(&cx.desk, &self.pupils, chosen)
    }
}
