//! A flag for several pupils.

use crate::domain::{DraftKey, Edit, Flag, PupilId, Refusal, several};
use crate::ui::Context;
use crate::ui::dialogs::{FormView, Sheet};
use crate::ui::widgets::{Field, Form};

/// The dialog's name, for drafts.
pub const NAME: &str = "several_flag";

/// A flag for several pupils.
#[derive(Debug)]
pub struct FlagOfSeveral {
    pupils: Vec<PupilId>,
}

/// The form.
pub fn form(pupils: Vec<PupilId>) -> FormView<FlagOfSeveral> {
    let fields = vec![
        Field::choice("flag", "Flag", Flag::PupilPremium),
        Field::known("known", "Is so", Some(true)),
    ];
    FormView::new(FlagOfSeveral { pupils }, fields)
}

/// The form that a draft was typed in; none when the pupils are gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<FlagOfSeveral>> {
    Some(form(super::pupils_of(cx, about)?))
}

impl Sheet for FlagOfSeveral {
    fn key(&self) -> DraftKey {
        super::about(NAME, &self.pupils)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("A flag {}", super::whom(cx, &self.pupils))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let flag = form.choice("flag").unwrap_or(Flag::PupilPremium);
        several::flag(&cx.desk, &self.pupils, flag, form.known("known"))
    }
}
