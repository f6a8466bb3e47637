//! A strategy: what every adult does, for one target or for the whole plan.

use crate::domain::{
    Cycle, Doubt, DraftKey, Edit, PupilId, Refusal, Strategy, StrategyId, TargetId, strategy,
};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "strategy";

/// A strategy of a plan.
#[derive(Debug)]
pub struct StrategySheet {
    pupil: PupilId,
    /// None for a new one.
    id: Option<StrategyId>,
}

/// The form of a new strategy in the newest cycle of a pupil, for a target if one is at hand.
pub fn new(cx: &Context<'_>, cycle: &Cycle, target: Option<TargetId>) -> FormView<StrategySheet> {
    form(cx, &blank(cycle, target), None)
}

/// The form of a strategy.
pub fn of(cx: &Context<'_>, strategy: &Strategy) -> FormView<StrategySheet> {
    form(cx, strategy, Some(strategy.id))
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<StrategySheet>> {
    let caseload = cx.desk.caseload;
    match super::new_for(about) {
        Some(pupil) => Some(new(cx, caseload.cycle_now(pupil)?, None)),
        None => Some(of(cx, caseload.strategies.get(about.parse().ok()?)?)),
    }
}

fn blank(cycle: &Cycle, target: Option<TargetId>) -> Strategy {
    Strategy {
        id: StrategyId::new(0),
        pupil: cycle.pupil,
        cycle: cycle.id,
        target,
        words: String::new(),
        who: String::new(),
        waivers: Vec::new(),
    }
}

fn form(cx: &Context<'_>, strategy: &Strategy, id: Option<StrategyId>) -> FormView<StrategySheet> {
    let caseload = cx.desk.caseload;
    let cycle = caseload.cycles.get(strategy.cycle);
    let target = strategy.target.map(|id| id.to_string()).unwrap_or_default();
    FormView::new(
        StrategySheet {
            pupil: strategy.pupil,
            id,
        },
        vec![
            Field::prose("words", "What adults do", 3, &strategy.words)
                .hint("model the sentence, then wait 10 seconds"),
            Field::pick("who", "Who", &strategy.who, cx.people_names())
                .hint("empty means every adult"),
            Field::options(
                "target",
                "For",
                super::targets(caseload, cycle, "the whole plan"),
                &target,
            ),
        ],
    )
}

impl StrategySheet {
    fn before(&self, cx: &Context<'_>) -> Result<Strategy, Refusal> {
        let caseload = cx.desk.caseload;
        let gone = || Refusal::new(super::GONE);
        match self.id {
            Some(id) => caseload.strategies.get(id).cloned().ok_or_else(gone),
            None => {
                let cycle = caseload.cycle_now(self.pupil).ok_or_else(gone)?;
                Ok(blank(cycle, None))
            }
        }
    }

    /// The strategy as the form has it.
    fn typed(&self, cx: &Context<'_>, form: &Form) -> Result<Strategy, Refusal> {
        Ok(Strategy {
            words: form.text("words"),
            who: form.text("who"),
            target: form.text("target").parse().ok(),
            ..self.before(cx)?
        })
    }
}

impl Sheet for StrategySheet {
    fn key(&self) -> DraftKey {
        super::key(NAME, self.id.map(|id| id.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let name = super::called(cx, self.pupil);
        match self.id {
            Some(_) => format!("Strategy for {name}"),
            None => format!("New strategy for {name}"),
        }
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let mut typed = self.typed(cx, form)?;
        if self.id.is_none() {
            typed.id = cx.desk.ids.next();
        }
        strategy::put(&cx.desk, typed)
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        let caseload = cx.desk.caseload;
        let (Ok(typed), Some(cycle)) = (self.typed(cx, form), caseload.cycle_now(self.pupil))
        else {
            return Vec::new();
        };
        strategy::checks(caseload, cycle, &typed)
            .into_iter()
            .map(|check| Doubt {
                field: "words",
                words: check.words,
                basis: check.basis.to_owned(),
            })
            .collect()
    }
}
