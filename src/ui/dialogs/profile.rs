//! A pupil's profile: strengths, what works, what matters to her, what to mind.

use crate::domain::{DraftKey, Edit, Pupil, PupilId, Refusal, pupil};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name, key};

/// The dialog's name, for drafts.
pub const NAME: &str = "profile";

/// A pupil's profile.
#[derive(Debug)]
pub struct Profile {
    pupil: PupilId,
}

/// The form. What is for staff only is not in it while others see the screen.
pub fn of(cx: &Context<'_>, pupil: &Pupil) -> FormView<Profile> {
    let mut fields = vec![
        Field::prose("strengths", "Strengths", 4, &pupil.strengths)
            .hint("what goes well and what people admire"),
        Field::prose("works", "What works", 3, &pupil.works).hint("what helps, in a few words"),
        Field::prose("important", "What matters", 3, &pupil.important)
            .hint("in the pupil's own words where you can"),
    ];
    if cx.look.audience.sees_staff_only() {
        fields.push(
            Field::prose("careful", "Careful", 3, &pupil.careful)
                .hint("staff only: never on the family's copy; a parent may still ask to see it"),
        );
    }
    FormView::new(Profile { pupil: pupil.id }, fields)
}

/// The form that a draft was typed in; none when the pupil is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<Profile>> {
    let id: PupilId = about.parse().ok()?;
    Some(of(cx, cx.desk.caseload.pupils.get(id)?))
}

impl Sheet for Profile {
    fn key(&self) -> DraftKey {
        key(NAME, Some(self.pupil.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("Profile of {}", full_name(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let stored = cx.desk.caseload.pupil(self.pupil)?;
        let careful = if form.has("careful") {
            form.text("careful")
        } else {
            stored.careful.clone()
        };
        pupil::change(
            &cx.desk,
            Pupil {
                strengths: form.text("strengths"),
                works: form.text("works"),
                important: form.text("important"),
                careful,
                ..stored.clone()
            },
        )
    }
}
