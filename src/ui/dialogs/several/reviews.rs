//! A review for each of several pupils, on one day.

use crate::domain::date_words::Leaning;
use crate::domain::review::Booking;
use crate::domain::{DraftKey, Edit, PupilId, Refusal, ReviewKind, several};
use crate::ui::Context;
use crate::ui::dialogs::{FormView, Sheet, review_booking};
use crate::ui::widgets::{Field, Form};

/// The dialog's name, for drafts.
pub const NAME: &str = "several_reviews";

/// A day of reviews.
#[derive(Debug)]
pub struct Reviews {
    pupils: Vec<PupilId>,
}

/// The form.
pub fn form(pupils: Vec<PupilId>) -> FormView<Reviews> {
    let fields = vec![
        Field::choice("kind", "What", ReviewKind::Support),
        Field::date("on", "Day", Leaning::Ahead, None),
        review_booking::time_field("").hint("one for all: empty, and each is set later"),
        Field::line("room", "Room", "").hint("library, SENCO's room"),
    ];
    FormView::new(Reviews { pupils }, fields).at("on")
}

/// The form that a draft was typed in; none when the pupils are gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<Reviews>> {
    Some(form(super::pupils_of(cx, about)?))
}

impl Sheet for Reviews {
    fn key(&self) -> DraftKey {
        super::about(NAME, &self.pupils)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("A review {}", super::whom(cx, &self.pupils))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let booking = Booking {
            kind: form.choice("kind").unwrap_or(ReviewKind::Support),
            on: form.needed_date("on", &cx.desk)?,
            at: form.time("at")?,
            room: form.text("room"),
            invited: Vec::new(),
            papers_out_on: None,
        };
        several::book(&cx.desk, &self.pupils, &booking)
    }
}
