//! A new status: since when, why, and whether the parent was told. It ends the one before.

use crate::domain::date_words::Leaning;
use crate::domain::{Doubt, DraftKey, Edit, NewStatus, PupilId, Refusal, Status, status};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name, key, new_for};

/// The dialog's name, for drafts.
pub const NAME: &str = "status";

const WATCHING: &str = "watching";

/// A new status of a pupil.
#[derive(Debug)]
pub struct StatusSheet {
    pupil: PupilId,
}

/// The form, standing at the status that most often comes next.
pub fn new(cx: &Context<'_>, pupil: PupilId) -> FormView<StatusSheet> {
    let next = match cx.desk.caseload.status_of(pupil) {
        Status::N | Status::E => Status::K,
        Status::K => Status::E,
    };
    FormView::new(
        StatusSheet { pupil },
        vec![
            choice(next.code()),
            Field::date("from", "Since", Leaning::Back, Some(cx.desk.today()))
                .hint("the status before ends on the day before"),
            Field::line("reason", "Why", "").hint("what was found, in a few words"),
            Field::yes_no("parent_told", "Parent told", false),
            Field::date("parent_told_on", "Told on", Leaning::Back, None),
        ],
    )
}

/// The form that a draft was typed in.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<StatusSheet>> {
    let pupil = new_for(about)?;
    cx.desk.caseload.pupils.get(pupil)?;
    Some(new(cx, pupil))
}

/// The choice among the statuses, standing at one of them.
pub(super) fn choice(code: &str) -> Field {
    let option = |code: &str, label: &str| (code.to_owned(), label.to_owned());
    let options = vec![
        option(WATCHING, "watching"),
        option("K", "SEN support"),
        option("E", "EHC plan"),
        option("N", "no SEN"),
    ];
    Field::options("status", "Status", options, code)
}

/// What stands in the choice for a status.
pub(super) fn code(status: Status, watching: bool) -> &'static str {
    if watching { WATCHING } else { status.code() }
}

/// The status that the choice says, and whether she is watched.
pub(super) fn chosen(form: &Form) -> (Status, bool) {
    let code = form.text("status");
    (code.parse().unwrap_or_default(), code == WATCHING)
}

/// The status that the fields make.
pub(super) fn read(cx: &Context<'_>, form: &Form) -> Result<NewStatus, Refusal> {
    let (status, watching) = chosen(form);
    Ok(NewStatus {
        status,
        watching,
        from: form.date("from", &cx.desk)?,
        reason: form.text("reason"),
        parent_told: form.yes("parent_told"),
        parent_told_on: form.date("parent_told_on", &cx.desk)?,
    })
}

impl Sheet for StatusSheet {
    fn key(&self) -> DraftKey {
        key(NAME, None, self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("New status of {}", full_name(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        status::change(&cx.desk, self.pupil, &read(cx, form)?)
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        read(cx, form).map_or_else(|_| Vec::new(), |new| status::doubts(&cx.desk, &new))
    }
}
