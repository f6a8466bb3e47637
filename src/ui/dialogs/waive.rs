//! Waiving a check of a target or of a strategy of the whole plan: which, and why.

use crate::domain::quality::Check;
use crate::domain::{
    DraftKey, Edit, Refusal, Strategy, StrategyId, Target, TargetId, strategy, target,
};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "waive";

/// Before the strategy, in what a draft about the whole plan is about.
const STRATEGY: &str = "strategy:";

/// A check put aside with a word why.
#[derive(Debug)]
pub struct Waive {
    of: Of,
}

/// Whose check it is.
#[derive(Clone, Copy, Debug)]
enum Of {
    /// A target's, or that of a strategy for it.
    Target(TargetId),
    /// That of a strategy of the whole plan.
    Plan(StrategyId),
}

/// The form, with the checks of a target that fail; none when none does.
pub fn form(cx: &Context<'_>, target: &Target) -> Option<FormView<Waive>> {
    let caseload = cx.desk.caseload;
    let cycle = caseload.cycles.get(target.cycle)?;
    of(
        Of::Target(target.id),
        target::checks(caseload, cycle, target),
    )
}

/// The form, with the checks of a strategy of the whole plan that fail; none when none does.
pub fn of_plan(cx: &Context<'_>, strategy: &Strategy) -> Option<FormView<Waive>> {
    let caseload = cx.desk.caseload;
    let cycle = caseload.cycles.get(strategy.cycle)?;
    let checks = strategy::checks(caseload, cycle, strategy);
    of(Of::Plan(strategy.id), checks)
}

fn of(of: Of, checks: Vec<Check>) -> Option<FormView<Waive>> {
    let first = checks.first()?.id.clone();
    let options = checks
        .into_iter()
        .map(|check| (check.id, check.words))
        .collect();
    Some(
        FormView::new(
            Waive { of },
            vec![
                Field::options("check", "Put aside", options, &first),
                Field::line("why", "Why", "").hint("in a word or two: agreed with the EP"),
            ],
        )
        .at("why"),
    )
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<Waive>> {
    let caseload = cx.desk.caseload;
    match about.strip_prefix(STRATEGY) {
        Some(id) => of_plan(cx, caseload.strategies.get(id.parse().ok()?)?),
        None => form(cx, caseload.targets.get(about.parse().ok()?)?),
    }
}

impl Sheet for Waive {
    fn key(&self) -> DraftKey {
        DraftKey {
            dialog: NAME.to_owned(),
            about: match self.of {
                Of::Target(id) => id.to_string(),
                Of::Plan(id) => format!("{STRATEGY}{id}"),
            },
        }
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        let from = match self.of {
            Of::Target(_) => "this target",
            Of::Plan(_) => "this strategy",
        };
        format!("Waive a check: it stays away from {from}")
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let caseload = cx.desk.caseload;
        let gone = || Refusal::new(super::GONE);
        let (check, why) = (form.text("check"), form.text("why"));
        match self.of {
            Of::Target(id) => {
                let target = caseload.targets.get(id).ok_or_else(gone)?;
                target::waive(&cx.desk, target, &check, &why)
            }
            Of::Plan(id) => {
                let strategy = caseload.strategies.get(id).ok_or_else(gone)?;
                strategy::waive(&cx.desk, strategy, &check, &why)
            }
        }
    }
}
