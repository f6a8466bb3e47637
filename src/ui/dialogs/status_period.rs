//! A status put right: its days, its reason, whether the parent was told.

use crate::domain::date_words::Leaning;
use crate::domain::{
    Doubt, DraftKey, Edit, NewStatus, Refusal, StatusPeriod, StatusPeriodId, status,
};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name, key, status as status_form};

/// The dialog's name, for drafts.
pub const NAME: &str = "status_period";

/// A status that a pupil has or had.
#[derive(Debug)]
pub struct StatusPeriodSheet {
    stored: StatusPeriod,
}

/// The form of a status.
pub fn of(period: &StatusPeriod) -> FormView<StatusPeriodSheet> {
    FormView::new(
        StatusPeriodSheet {
            stored: period.clone(),
        },
        vec![
            status_form::choice(status_form::code(period.status, period.watching)),
            Field::date("from", "Since", Leaning::Back, period.from),
            Field::date("to", "Last day", Leaning::Back, period.to)
                .hint("empty while it is the status now"),
            Field::line("reason", "Why", &period.reason),
            Field::yes_no("parent_told", "Parent told", period.parent_told),
            Field::date(
                "parent_told_on",
                "Told on",
                Leaning::Back,
                period.parent_told_on,
            ),
        ],
    )
    .at("from")
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<StatusPeriodSheet>> {
    let id: StatusPeriodId = about.parse().ok()?;
    cx.desk.caseload.status_periods.get(id).map(of)
}

impl StatusPeriodSheet {
    fn read(&self, cx: &Context<'_>, form: &Form) -> Result<StatusPeriod, Refusal> {
        let NewStatus {
            status,
            watching,
            from,
            reason,
            parent_told,
            parent_told_on,
        } = status_form::read(cx, form)?;
        Ok(StatusPeriod {
            status,
            watching,
            from,
            to: form.date("to", &cx.desk)?,
            reason,
            parent_told,
            parent_told_on,
            ..self.stored.clone()
        })
    }
}

impl Sheet for StatusPeriodSheet {
    fn key(&self) -> DraftKey {
        key(NAME, Some(self.stored.id.to_string()), self.stored.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let name = full_name(cx, self.stored.pupil);
        format!("{}, of {name}", self.stored.label())
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        status::correct(&cx.desk, self.read(cx, form)?)
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        status_form::read(cx, form)
            .map_or_else(|_| Vec::new(), |new| status::doubts(&cx.desk, &new))
    }
}
