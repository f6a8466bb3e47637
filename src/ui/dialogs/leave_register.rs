//! Leaving the register: support is no longer additional or different.

use crate::domain::date_words::Leaning;
use crate::domain::{DraftKey, Edit, NewStatus, PupilId, Refusal, Status, status};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name, key, new_for};

/// The dialog's name, for drafts.
pub const NAME: &str = "leave_register";

/// A pupil's leaving the register.
#[derive(Debug)]
pub struct LeaveRegister {
    pupil: PupilId,
}

/// The form.
pub fn new(cx: &Context<'_>, pupil: PupilId) -> FormView<LeaveRegister> {
    FormView::new(
        LeaveRegister { pupil },
        vec![
            Field::date("from", "Off from", Leaning::Back, Some(cx.desk.today()))
                .hint("the first day without SEN support"),
            Field::line("reason", "Why", "").hint("what the review found"),
            Field::yes_no("watching", "Watch for a time", true),
            Field::yes_no("parent_told", "Parent told", false),
            Field::date("parent_told_on", "Told on", Leaning::Back, None),
        ],
    )
}

/// The form that a draft was typed in.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<LeaveRegister>> {
    let pupil = new_for(about)?;
    cx.desk.caseload.pupils.get(pupil)?;
    Some(new(cx, pupil))
}

impl Sheet for LeaveRegister {
    fn key(&self) -> DraftKey {
        key(NAME, None, self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("{} leaves the register", full_name(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let new = NewStatus {
            status: Status::N,
            watching: form.yes("watching"),
            from: form.date("from", &cx.desk)?,
            reason: form.text("reason"),
            parent_told: form.yes("parent_told"),
            parent_told_on: form.date("parent_told_on", &cx.desk)?,
        };
        status::leave_register(&cx.desk, self.pupil, &new)
    }
}
