//! One year group for several pupils.

use crate::domain::{DraftKey, Edit, NcYear, PupilId, Refusal, several};
use crate::ui::Context;
use crate::ui::dialogs::{FormView, Sheet, identity};
use crate::ui::widgets::Form;

/// The dialog's name, for drafts.
pub const NAME: &str = "several_year";

/// A year group for several pupils.
#[derive(Debug)]
pub struct Year {
    pupils: Vec<PupilId>,
}

/// The form.
pub fn form(pupils: Vec<PupilId>) -> FormView<Year> {
    FormView::new(Year { pupils }, vec![identity::year(None)])
}

/// The form that a draft was typed in; none when the pupils are gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<Year>> {
    Some(form(super::pupils_of(cx, about)?))
}

impl Sheet for Year {
    fn key(&self) -> DraftKey {
        super::about(NAME, &self.pupils)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("Year group {}", super::whom(cx, &self.pupils))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let year = NcYear::read(&form.text("year"));
        several::year(&cx.desk, &self.pupils, year)
    }
}
