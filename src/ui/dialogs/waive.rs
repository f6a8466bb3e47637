//! Waiving a check of a target: which, and why.

use crate::domain::{DraftKey, Edit, Refusal, Target, TargetId, target};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "waive";

/// A check of a target, put aside with a word why.
#[derive(Debug)]
pub struct Waive {
    target: TargetId,
}

/// The form, with the checks of a target that fail; none when none does.
pub fn form(cx: &Context<'_>, target: &Target) -> Option<FormView<Waive>> {
    let caseload = cx.desk.caseload;
    let cycle = caseload.cycles.get(target.cycle)?;
    let checks = target::checks(caseload, cycle, target);
    let first = checks.first()?.id.clone();
    let options = checks
        .into_iter()
        .map(|check| (check.id, check.words))
        .collect();
    Some(
        FormView::new(
            Waive { target: target.id },
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
    form(cx, cx.desk.caseload.targets.get(about.parse().ok()?)?)
}

impl Sheet for Waive {
    fn key(&self) -> DraftKey {
        DraftKey {
            dialog: NAME.to_owned(),
            about: self.target.to_string(),
        }
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "Waive a check: it stays away from this target".to_owned()
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let target = cx.desk.caseload.targets.get(self.target);
        let target = target.ok_or_else(|| Refusal::new(super::GONE))?;
        target::waive(&cx.desk, target, &form.text("check"), &form.text("why"))
    }
}
