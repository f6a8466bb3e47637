//! What becomes of a pupil's file when she leaves: the pack for the next school, and until when it is kept here.

use strum::VariantArray as _;

use crate::domain::date_words::Leaning;
use crate::domain::{
    Code as _, DraftKey, Edit, HandOver, HandOverItem, Pupil, PupilId, Refusal, Retention,
    hand_over,
};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name, key};

/// The dialog's name, for drafts.
pub const NAME: &str = "hand_over";

/// What becomes of a file.
#[derive(Debug)]
pub struct HandOverSheet {
    pupil: PupilId,
}

/// The form.
pub fn of(cx: &Context<'_>, pupil: &Pupil) -> FormView<HandOverSheet> {
    let caseload = cx.desk.caseload;
    let empty = HandOver::new(cx.desk.ids.next(), pupil.id);
    let stored = caseload.hand_over_of(pupil.id).unwrap_or(&empty);
    let items = HandOverItem::VARIANTS.iter().map(|item| {
        let name: &'static str = item.into();
        let hint = match item.is_held(caseload, pupil.id) {
            true => "the record has something of it",
            false => "the record has nothing of it",
        };
        Field::yes_no(name, item.label(), stored.items.contains(item)).hint(hint)
    });
    let mut fields: Vec<Field> = items.collect();
    let rule = Retention::of(&cx.desk, pupil);
    fields.extend([
        Field::prose("note", "Also in it", 2, &stored.note),
        Field::line("sent_to", "Sent to", &stored.sent_to)
            .hint("the SENCO there, by name; securely, with a receipt"),
        Field::date("sent_on", "Sent on", Leaning::Back, stored.sent_on),
        Field::date("received_on", "Receipt", Leaning::Back, stored.received_on)
            .hint("the day they said that it came"),
        Field::date(
            "keep_until",
            "Keep until",
            Leaning::Ahead,
            stored.keep_until,
        )
        .hint(format!("empty: the rule's day. {}", rule.basis)),
        Field::line("keep_why", "Why then", &stored.keep_why)
            .hint("a claim, a request, the school's own schedule"),
    ]);
    FormView::new(HandOverSheet { pupil: pupil.id }, fields)
}

/// The form that a draft was typed in; none when the pupil is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<HandOverSheet>> {
    let pupil = cx.desk.caseload.pupils.get(about.parse().ok()?)?;
    Some(of(cx, pupil))
}

impl Sheet for HandOverSheet {
    fn key(&self) -> DraftKey {
        key(NAME, Some(self.pupil.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!(
            "The SEN file of {}: what goes on, what stays",
            full_name(cx, self.pupil)
        )
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let stored = cx.desk.caseload.hand_over_of(self.pupil);
        let id = stored.map_or_else(|| cx.desk.ids.next(), |stored| stored.id);
        let items = HandOverItem::VARIANTS.iter().copied();
        let hand_over = HandOver {
            items: items.filter(|item| form.yes(item.code())).collect(),
            sent_to: form.text("sent_to"),
            sent_on: form.date("sent_on", &cx.desk)?,
            received_on: form.date("received_on", &cx.desk)?,
            note: form.text("note"),
            keep_until: form.date("keep_until", &cx.desk)?,
            keep_why: form.text("keep_why"),
            ..HandOver::new(id, self.pupil)
        };
        hand_over::put(&cx.desk, hand_over)
    }
}
