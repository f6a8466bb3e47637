//! An action: who does what by when.

use crate::domain::action::{self, Agreed};
use crate::domain::date_words::Leaning;
use crate::domain::{Action, ActionId, Doubt, DraftKey, Edit, PupilId, Refusal};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "action";

/// A new action about a pupil, or one to be changed.
#[derive(Debug)]
pub struct ActionSheet {
    pupil: PupilId,
    action: Option<ActionId>,
}

/// The form of a new action about a pupil.
pub fn new(cx: &Context<'_>, pupil: PupilId) -> FormView<ActionSheet> {
    let sheet = ActionSheet {
        pupil,
        action: None,
    };
    FormView::new(sheet, fields(cx, None))
}

/// The form of an action.
pub fn of(cx: &Context<'_>, action: &Action) -> FormView<ActionSheet> {
    let sheet = ActionSheet {
        pupil: action.pupil,
        action: Some(action.id),
    };
    let mut fields = fields(cx, Some(action));
    fields.extend([
        Field::date("done_on", "Done on", Leaning::Back, action.done_on)
            .hint("today, fri, 3 dec: empty while it is open"),
        Field::line("dropped", "Dropped, why", &action.dropped)
            .hint("why it won't be done: empty while it will"),
    ]);
    FormView::new(sheet, fields)
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<ActionSheet>> {
    let caseload = cx.desk.caseload;
    match super::new_for(about) {
        Some(pupil) => Some(new(cx, caseload.pupils.get(pupil)?.id)),
        None => Some(of(cx, caseload.actions.get(about.parse().ok()?)?)),
    }
}

fn fields(cx: &Context<'_>, action: Option<&Action>) -> Vec<Field> {
    let what = action.map_or("", |action| &action.what);
    let who = action.map_or("", |action| {
        cx.desk.caseload.who(&action.who, action.person)
    });
    let by = action.and_then(|action| action.by);
    vec![
        Field::line("what", "What", what).hint("in a few words: ring the hearing clinic"),
        Field::pick("who", "Who", who, cx.people_names()).hint("empty means you"),
        Field::date("by", "By", Leaning::Ahead, by)
            .hint("fri, +2w, end of term: empty for no date"),
    ]
}

impl Sheet for ActionSheet {
    fn key(&self) -> DraftKey {
        super::key(NAME, self.action.map(|id| id.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let what = if self.action.is_some() {
            "Action"
        } else {
            "New action"
        };
        format!("{what}: {}", super::called(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let agreed = Agreed {
            what: form.text("what"),
            who: form.text("who"),
            by: form.date("by", &cx.desk)?,
        };
        match self.action {
            None => action::add(&cx.desk, cx.desk.caseload.pupil(self.pupil)?, &agreed),
            Some(id) => {
                let stored = cx
                    .desk
                    .caseload
                    .actions
                    .get(id)
                    .ok_or_else(|| Refusal::new(super::GONE))?;
                let done_on = form.date("done_on", &cx.desk)?;
                action::change(&cx.desk, stored, &agreed, done_on, &form.text("dropped"))
            }
        }
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        let by = form.date("by", &cx.desk).ok().flatten();
        let is_past = by.is_some_and(|by| by < cx.desk.today());
        let is_new = self.action.is_none();
        (is_past && is_new)
            .then(|| Doubt {
                field: "by",
                words: "that day is gone by: it is late from the start".to_owned(),
                basis: "today's date".to_owned(),
            })
            .into_iter()
            .collect()
    }
}
