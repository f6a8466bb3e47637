//! One class for several pupils.

use crate::domain::{DraftKey, Edit, PupilId, Refusal, several};
use crate::ui::Context;
use crate::ui::dialogs::{FormView, Sheet, identity};
use crate::ui::widgets::Form;

/// The dialog's name, for drafts.
pub const NAME: &str = "several_class";

/// A class for several pupils.
#[derive(Debug)]
pub struct Class {
    pupils: Vec<PupilId>,
}

/// The form.
pub fn form(cx: &Context<'_>, pupils: Vec<PupilId>) -> FormView<Class> {
    FormView::new(Class { pupils }, vec![identity::class(cx, "")])
}

/// The form that a draft was typed in; none when the pupils are gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<Class>> {
    Some(form(cx, super::pupils_of(cx, about)?))
}

impl Sheet for Class {
    fn key(&self) -> DraftKey {
        super::about(NAME, &self.pupils)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("Class {}", super::whom(cx, &self.pupils))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        several::class(&cx.desk, &self.pupils, &form.text("class"))
    }
}
