//! The plan's own part of a cycle: expected impact, home, dates.

use crate::domain::date_words::Leaning;
use crate::domain::{Cycle, CycleId, Doubt, DraftKey, Edit, Refusal, cycle};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::beside::{Beside, found};
use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "plan";

/// The plan's own part of a cycle (CoP 6.48); its targets are forms of their own.
#[derive(Debug)]
pub struct Plan {
    cycle: CycleId,
}

/// The form of a cycle's plan.
pub fn form(cycle: &Cycle) -> FormView<Plan> {
    FormView::new(
        Plan { cycle: cycle.id },
        vec![
            Field::prose("expected", "Expected impact", 3, &cycle.expected)
                .hint("on progress, development or behaviour: what will be different?"),
            Field::prose("home", "At home", 2, &cycle.home).hint("what the family will do"),
            Field::date("review_on", "Review on", Leaning::Ahead, cycle.review_on)
                .hint("the day you will look at it together: end of term, +12w, 26 nov"),
            Field::date(
                "agreed_on",
                "Family agreed on",
                Leaning::Back,
                cycle.agreed_on,
            )
            .hint("the day the family agreed to the plan"),
            Field::date("planned_on", "Plan done", Leaning::Back, cycle.planned_on)
                .hint("the day it was done; empty while you write"),
            Field::yes_no("light", "Light plan", cycle.light),
        ],
    )
}

/// The form that a draft was typed in; none when its cycle is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<Plan>> {
    let cycle = cx.desk.caseload.cycles.get(about.parse().ok()?)?;
    Some(form(cycle))
}

impl Plan {
    fn cycle<'a>(&self, cx: &Context<'a>) -> Result<&'a Cycle, Refusal> {
        let found = cx.desk.caseload.cycles.get(self.cycle);
        found.ok_or_else(|| Refusal::new(super::GONE))
    }

    /// The cycle as the form has it.
    fn typed(&self, cx: &Context<'_>, form: &Form) -> Result<Cycle, Refusal> {
        Ok(Cycle {
            expected: form.text("expected"),
            home: form.text("home"),
            review_on: form.date("review_on", &cx.desk)?,
            agreed_on: form.date("agreed_on", &cx.desk)?,
            planned_on: form.date("planned_on", &cx.desk)?,
            light: form.yes("light"),
            ..self.cycle(cx)?.clone()
        })
    }
}

impl Sheet for Plan {
    fn key(&self) -> DraftKey {
        DraftKey {
            dialog: NAME.to_owned(),
            about: self.cycle.to_string(),
        }
    }

    fn title(&self, cx: &Context<'_>) -> String {
        match self.cycle(cx) {
            Ok(cycle) => format!(
                "{}: {}, cycle {}",
                cx.desk.caseload.plan_name(),
                super::called(cx, cycle.pupil),
                cycle.number
            ),
            Err(refusal) => refusal.words,
        }
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        cycle::plan(&cx.desk, self.typed(cx, form)?)
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        self.typed(cx, form)
            .map(|typed| cycle::plan_doubts(&cx.desk, &typed))
            .unwrap_or_default()
    }

    fn beside(&self, cx: &Context<'_>) -> Vec<Beside> {
        self.cycle(cx).map(found).unwrap_or_default()
    }
}
