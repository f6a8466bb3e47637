//! What becomes of a pupil who was watched.

use chrono::Days;

use crate::domain::date_words::Leaning;
use crate::domain::watched::{self, Decided};
use crate::domain::{DraftKey, Edit, PupilId, Refusal, WatchDecision};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name, key, new_for};

/// The dialog's name, for drafts.
pub const NAME: &str = "watch_decision";

/// Days until one looks again, unless another day is typed.
const AGAIN: u64 = 42;

/// The decision about a pupil who was watched.
#[derive(Debug)]
pub struct WatchDecisionSheet {
    pupil: PupilId,
}

/// The form.
pub fn new(cx: &Context<'_>, pupil: PupilId) -> FormView<WatchDecisionSheet> {
    let today = cx.desk.today();
    let again = today.checked_add_days(Days::new(AGAIN));
    FormView::new(
        WatchDecisionSheet { pupil },
        vec![
            Field::choice("decision", "Decision", WatchDecision::KeepWatching),
            Field::date("on", "On", Leaning::Back, Some(today)),
            Field::prose("reason", "Why", 3, "").hint("what was seen, and what it means"),
            Field::date("look_again_on", "Look again on", Leaning::Ahead, again)
                .hint("for one who is watched on: stands on Today and in the calendar"),
            Field::date("parent_told_on", "Parent told on", Leaning::Back, None)
                .hint("for SEN support: the parent must be told (Act s.68)"),
        ],
    )
}

/// The form that a draft was typed in; none when the pupil is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<WatchDecisionSheet>> {
    let pupil = new_for(about)?;
    cx.desk.caseload.pupils.get(pupil)?;
    Some(new(cx, pupil))
}

impl Sheet for WatchDecisionSheet {
    fn key(&self) -> DraftKey {
        key(NAME, None, self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("{}, watched: what is decided", full_name(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let decision = form.choice("decision");
        let decided = Decided {
            decision: decision.unwrap_or(WatchDecision::KeepWatching),
            on: form.needed_date("on", &cx.desk)?,
            reason: form.text("reason"),
            look_again_on: form.date("look_again_on", &cx.desk)?,
            parent_told_on: form.date("parent_told_on", &cx.desk)?,
        };
        watched::decide(&cx.desk, self.pupil, &decided)
    }
}
