//! A pupil who has left the school, or is there again.

use crate::domain::date_words::Leaning;
use crate::domain::{DraftKey, Edit, Pupil, PupilId, Refusal, pupil};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name, key};

/// The dialog's name, for drafts.
pub const NAME: &str = "left";

/// A pupil's leaving the school.
#[derive(Debug)]
pub struct Left {
    pupil: PupilId,
}

/// The form.
pub fn of(pupil: &Pupil) -> FormView<Left> {
    FormView::new(
        Left { pupil: pupil.id },
        vec![
            Field::date("left_on", "Last day here", Leaning::Back, pupil.left_on)
                .hint("empty while the pupil is here; all records stay"),
            Field::line("left_for", "Left for", &pupil.left_for).hint("the next school"),
        ],
    )
}

/// The form that a draft was typed in; none when the pupil is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<Left>> {
    let id: PupilId = about.parse().ok()?;
    cx.desk.caseload.pupils.get(id).map(of)
}

impl Sheet for Left {
    fn key(&self) -> DraftKey {
        key(NAME, Some(self.pupil.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("{} leaves the school", full_name(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let on = form.date("left_on", &cx.desk)?;
        pupil::leave(&cx.desk, self.pupil, on, &form.text("left_for"))
    }
}
