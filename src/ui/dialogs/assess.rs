//! The assessment of a cycle, with what the family and the pupil said last beside it.

use crate::domain::date_words::Leaning;
use crate::domain::{Cycle, CycleId, DraftKey, Edit, Refusal, cycle};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::beside::{Beside, said_last};
use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "assess";

/// The field of the day it was done.
pub const DONE: &str = "assessed_on";

/// The assessment of a cycle (CoP 6.45).
#[derive(Debug)]
pub struct Assess {
    cycle: CycleId,
}

/// A part of the assessment.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// The field's name.
    pub name: &'static str,
    /// Its label.
    pub label: &'static str,
    /// What to write there.
    pub hint: &'static str,
    /// What is written there.
    pub text: &'a str,
}

/// The parts of an assessment, in the order of the Code.
pub fn parts(cycle: &Cycle) -> [Part<'_>; 6] {
    let part = |name, label, hint, text| Part {
        name,
        label,
        hint,
        text,
    };
    [
        part(
            "teacher_view",
            "Teacher's view",
            "the teacher's assessment, and how the pupil is in class and outside",
            &cycle.teacher_view,
        ),
        part(
            "progress",
            "Progress",
            "earlier progress, attainment, behaviour: beside the class and national figures",
            &cycle.progress,
        ),
        part(
            "barriers",
            "Gets in the way",
            "what exactly makes it hard: not the label, the barrier",
            &cycle.barriers,
        ),
        part(
            "family_view",
            "Family's view",
            "in their words: what goes well, what worries them, what they want",
            &cycle.family_view,
        ),
        part(
            "pupil_view",
            "Pupil's own view",
            "in the pupil's own words, or how it was shown",
            &cycle.pupil_view,
        ),
        part(
            "advice",
            "Outside advice",
            "who advised what, and when; empty if nobody has",
            &cycle.advice,
        ),
    ]
}

/// The form of a cycle's assessment.
pub fn form(cycle: &Cycle) -> FormView<Assess> {
    let mut fields: Vec<Field> = parts(cycle)
        .into_iter()
        .map(|part| Field::prose(part.name, part.label, 2, part.text).hint(part.hint))
        .collect();
    fields.push(
        Field::date(DONE, "Assessment done", Leaning::Back, cycle.assessed_on)
            .hint("the day it was done; empty while you gather"),
    );
    FormView::new(Assess { cycle: cycle.id }, fields)
}

/// The form that a draft was typed in; none when its cycle is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<Assess>> {
    let cycle = cx.desk.caseload.cycles.get(about.parse().ok()?)?;
    Some(form(cycle))
}

impl Assess {
    fn cycle<'a>(&self, cx: &Context<'a>) -> Result<&'a Cycle, Refusal> {
        let found = cx.desk.caseload.cycles.get(self.cycle);
        found.ok_or_else(|| Refusal::new(super::GONE))
    }
}

impl Sheet for Assess {
    fn key(&self) -> DraftKey {
        DraftKey {
            dialog: NAME.to_owned(),
            about: self.cycle.to_string(),
        }
    }

    fn title(&self, cx: &Context<'_>) -> String {
        match self.cycle(cx) {
            Ok(cycle) => format!(
                "Assess: {}, cycle {}",
                super::called(cx, cycle.pupil),
                cycle.number
            ),
            Err(refusal) => refusal.words,
        }
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let before = self.cycle(cx)?;
        let after = Cycle {
            teacher_view: form.text("teacher_view"),
            progress: form.text("progress"),
            barriers: form.text("barriers"),
            family_view: form.text("family_view"),
            pupil_view: form.text("pupil_view"),
            advice: form.text("advice"),
            assessed_on: form.date(DONE, &cx.desk)?,
            ..before.clone()
        };
        cycle::assess(&cx.desk, after)
    }

    fn beside(&self, cx: &Context<'_>) -> Vec<Beside> {
        self.cycle(cx)
            .map(|cycle| said_last(cx, cycle.pupil))
            .unwrap_or_default()
    }
}
