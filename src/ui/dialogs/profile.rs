//! A pupil's profile: strengths, what works, what matters to her, what to mind.

use crate::domain::date_words::Leaning;
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
        Field::prose("barriers", "Barriers", 3, &pupil.barriers).hint("what gets in the way"),
        Field::prose("appreciated", "People like", 3, &pupil.appreciated)
            .hint("what people appreciate about me")
            .heading("One-page profile"),
        Field::prose("important", "What matters", 3, &pupil.important)
            .hint("what matters to me: in the pupil's own words where you can"),
        Field::prose("support", "How to support", 3, &pupil.support)
            .hint("how best to support me: for somebody who does not know me"),
        Field::prose("hopes", "Hopes", 2, &pupil.hopes).hint("my hopes and goals"),
        Field::line("profile_by", "Written by", &pupil.profile_by),
        Field::date(
            "profile_on",
            "Gone through",
            Leaning::Back,
            pupil.profile_on,
        )
        .hint("when it was last gone through with the pupil"),
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
                barriers: form.text("barriers"),
                appreciated: form.text("appreciated"),
                important: form.text("important"),
                support: form.text("support"),
                hopes: form.text("hopes"),
                profile_by: form.text("profile_by"),
                profile_on: form.date("profile_on", &cx.desk)?,
                careful,
                ..stored.clone()
            },
        )
    }
}
