//! A place in a group that runs, for several pupils.

use crate::domain::date_words::Leaning;
use crate::domain::{DraftKey, Edit, InterventionId, PupilId, Refusal, several};
use crate::ui::Context;
use crate::ui::dialogs::{FormView, Sheet, join};
use crate::ui::widgets::{Field, Form};

/// The dialog's name, for drafts.
pub const NAME: &str = "several_group";

/// Places in a group.
#[derive(Debug)]
pub struct Group {
    pupils: Vec<PupilId>,
}

/// The form; none where no group runs.
pub fn form(cx: &Context<'_>, pupils: Vec<PupilId>) -> Option<FormView<Group>> {
    let groups = join::running(cx, |_| true);
    let first = groups.first()?.0.clone();
    let fields = vec![
        Field::options("intervention", "Join", groups, &first),
        Field::date("from", "From", Leaning::Ahead, Some(cx.desk.today()))
            .hint("empty means from the first day of the group"),
    ];
    Some(FormView::new(Group { pupils }, fields))
}

/// The form that a draft was typed in; none when the pupils are gone, or no group runs.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<Group>> {
    form(cx, super::pupils_of(cx, about)?)
}

impl Sheet for Group {
    fn key(&self) -> DraftKey {
        super::about(NAME, &self.pupils)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("A place in a group {}", super::whom(cx, &self.pupils))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let intervention = form.text("intervention").parse();
        let intervention = intervention.unwrap_or(InterventionId::new(0));
        let from = form.date("from", &cx.desk)?;
        several::join(&cx.desk, &self.pupils, intervention, from)
    }
}
