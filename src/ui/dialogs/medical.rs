//! A pupil's medical summary.

use crate::domain::{DraftKey, Edit, Pupil, PupilId, Refusal, pupil};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name, key};

/// The dialog's name, for drafts.
pub const NAME: &str = "medical";

/// A pupil's medical summary.
#[derive(Debug)]
pub struct Medical {
    pupil: PupilId,
}

/// The form.
pub fn of(pupil: &Pupil) -> FormView<Medical> {
    let summary = Field::prose("medical", "Medical", 6, &pupil.medical)
        .hint("what every adult should know; the rest stands in a healthcare plan");
    FormView::new(Medical { pupil: pupil.id }, vec![summary])
}

/// The form that a draft was typed in; none when the pupil is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<Medical>> {
    let id: PupilId = about.parse().ok()?;
    Some(of(cx.desk.caseload.pupils.get(id)?))
}

impl Sheet for Medical {
    fn key(&self) -> DraftKey {
        key(NAME, Some(self.pupil.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("Medical summary of {}", full_name(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let stored = cx.desk.caseload.pupil(self.pupil)?;
        pupil::change(
            &cx.desk,
            Pupil {
                medical: form.text("medical"),
                ..stored.clone()
            },
        )
    }
}
