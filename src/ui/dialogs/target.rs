//! A target of a plan: in a few words and in full, start, aim, date.

use crate::domain::date_words::Leaning;
use crate::domain::{
    Caseload, Cycle, Doubt, DraftKey, Edit, PupilId, Refusal, Target, TargetId, date_words, target,
};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::beside::{Beside, found};
use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "target";

/// A target of a plan; the checks of its wording show as it is typed.
#[derive(Debug)]
pub struct TargetSheet {
    pupil: PupilId,
    /// None for a new one.
    id: Option<TargetId>,
}

/// The form of a new target in the newest cycle of a pupil.
pub fn new(cx: &Context<'_>, cycle: &Cycle) -> FormView<TargetSheet> {
    let blank = Target {
        by: cycle.review_on,
        ..Target::new(TargetId::new(0), cycle, 1)
    };
    form(cx, &blank, None)
}

/// The form of a target.
pub fn of(cx: &Context<'_>, target: &Target) -> FormView<TargetSheet> {
    form(cx, target, Some(target.id))
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<TargetSheet>> {
    let caseload = cx.desk.caseload;
    match super::new_for(about) {
        Some(pupil) => Some(new(cx, caseload.cycle_now(pupil)?)),
        None => Some(of(cx, caseload.targets.get(about.parse().ok()?)?)),
    }
}

fn form(cx: &Context<'_>, target: &Target, id: Option<TargetId>) -> FormView<TargetSheet> {
    let sheet = TargetSheet {
        pupil: target.pupil,
        id,
    };
    FormView::new(
        sheet,
        vec![
            Field::line("short", "In a few words", &target.short)
                .hint("as lists show it: asks for help in 4-word sentences"),
            Field::prose("statement", "In full", 3, &target.statement)
                .hint("who does what, how often, seen by whom; empty if the few words say it all"),
            Field::line("unit", "What is counted", &target.unit)
                .hint("words, times in a morning, minutes"),
            Field::number("start", "Start", target.start).hint("where it is now: 3"),
            Field::date("start_on", "Measured on", Leaning::Back, target.start_on)
                .hint("when the start was measured; empty means today"),
            Field::number("aim", "Aim", target.aim)
                .hint("How will you know? How many, how often: 8"),
            Field::date("by", "By", Leaning::Ahead, target.by).hint("end of term, +12w, 26 nov"),
            Field::options(
                "outcome",
                "Step toward",
                outcomes(cx.desk.caseload, target),
                &target.outcome.map(|id| id.to_string()).unwrap_or_default(),
            ),
            Field::line("home", "At home", &target.home).hint("what the family does for it"),
        ],
    )
}

/// The outcomes that have not ended, and the one it has.
fn outcomes(caseload: &Caseload, target: &Target) -> Vec<(String, String)> {
    let none = (String::new(), "no outcome chosen".to_owned());
    let open = caseload
        .outcomes
        .of(target.pupil)
        .filter(|outcome| outcome.ended_on.is_none() || Some(outcome.id) == target.outcome)
        .map(|outcome| (outcome.id.to_string(), outcome.listed()));
    std::iter::once(none).chain(open).collect()
}

impl TargetSheet {
    /// The target before, or a blank one at the end of the plan.
    fn before(&self, cx: &Context<'_>) -> Result<Target, Refusal> {
        let caseload = cx.desk.caseload;
        let gone = || Refusal::new(super::GONE);
        match self.id {
            Some(id) => caseload.targets.get(id).cloned().ok_or_else(gone),
            None => {
                let cycle = caseload.cycle_now(self.pupil).ok_or_else(gone)?;
                let last = caseload
                    .targets_of(cycle)
                    .last()
                    .map_or(0, |last| last.place);
                Ok(Target::new(TargetId::new(0), cycle, last.saturating_add(1)))
            }
        }
    }

    /// The target as the form has it.
    fn typed(&self, cx: &Context<'_>, form: &Form) -> Result<Target, Refusal> {
        Ok(Target {
            short: form.text("short"),
            statement: form.text("statement"),
            unit: form.text("unit"),
            start: form.number("start")?,
            start_on: form.date("start_on", &cx.desk)?,
            aim: form.number("aim")?,
            by: form.date("by", &cx.desk)?,
            outcome: form.text("outcome").parse().ok(),
            home: form.text("home"),
            ..self.before(cx)?
        })
    }
}

impl Sheet for TargetSheet {
    fn key(&self) -> DraftKey {
        super::key(NAME, self.id.map(|id| id.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let name = super::called(cx, self.pupil);
        match self.before(cx) {
            Ok(target) if self.id.is_some() => {
                let since = target
                    .start_on
                    .map(|on| format!(", from {}", date_words::day_month(on)))
                    .unwrap_or_default();
                format!("Target {} of {name}{since}", target.place)
            }
            Ok(_) => format!("New target for {name}"),
            Err(refusal) => refusal.words,
        }
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let mut typed = self.typed(cx, form)?;
        if self.id.is_none() {
            typed.id = cx.desk.ids.next();
        }
        target::put(&cx.desk, typed)
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        match (self.typed(cx, form), cx.desk.caseload.cycle_now(self.pupil)) {
            (Ok(typed), Some(cycle)) => target::doubts(cycle, &typed),
            _ => Vec::new(),
        }
    }

    fn beside(&self, cx: &Context<'_>) -> Vec<Beside> {
        let cycle = cx.desk.caseload.cycle_now(self.pupil);
        cycle.map(found).unwrap_or_default()
    }
}
