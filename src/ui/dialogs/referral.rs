//! Something asked of somebody outside, and awaited.

use crate::domain::date_words::{Leaning, day_month};
use crate::domain::referral::{self, Answered, Asked};
use crate::domain::{DraftKey, Edit, PupilId, Referral, ReferralId, Refusal};
use crate::ui::widgets::{Field, Form};
use crate::ui::{Context, Effect};

use super::{Choose, FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "referral";

/// Something newly asked about a pupil, or something awaited.
#[derive(Debug)]
pub struct ReferralSheet {
    pupil: PupilId,
    referral: Option<ReferralId>,
}

/// The form of something newly asked.
pub fn new(cx: &Context<'_>, pupil: PupilId) -> FormView<ReferralSheet> {
    let sheet = ReferralSheet {
        pupil,
        referral: None,
    };
    FormView::new(sheet, fields(cx, None))
}

/// The form of something awaited.
pub fn of(cx: &Context<'_>, referral: &Referral) -> FormView<ReferralSheet> {
    let sheet = ReferralSheet {
        pupil: referral.pupil,
        referral: Some(referral.id),
    };
    let mut fields = fields(cx, Some(referral));
    fields.extend([
        Field::line("answer", "Answer", &referral.answer).hint("accepted, about 12 weeks"),
        Field::date(
            "answered_on",
            "Answered on",
            Leaning::Back,
            referral.answered_on,
        ),
    ]);
    let came = Field::date(
        "received_on",
        "Came on",
        Leaning::Back,
        referral.received_on,
    )
    .hint("today, fri, 3 dec: empty while it is awaited");
    let chased: Vec<String> = referral.chased_on.iter().map(|on| day_month(*on)).collect();
    fields.push(match chased.as_slice() {
        [] => came,
        days => came.about(format!("chased {}", days.join(", "))),
    });
    fields.push(
        Field::line("dropped", "Dropped, why", &referral.dropped)
            .hint("why it is awaited no longer: empty while it is"),
    );
    FormView::new(sheet, fields)
}

/// Asks which: it came, or it was chased.
pub fn ask_done(cx: &Context<'_>, referral: &Referral) -> Effect {
    let chase = Effect::save(referral::chase(&cx.desk, referral));
    let receive = Effect::save(referral::receive(&cx.desk, referral));
    let title = format!("{}: {}", referral.what, super::called(cx, referral.pupil));
    Effect::open(Choose::new(
        title,
        [
            ('r', "received: it came today".to_owned(), receive),
            ('c', "chased today, and still awaited".to_owned(), chase),
        ],
    ))
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<ReferralSheet>> {
    let caseload = cx.desk.caseload;
    match super::new_for(about) {
        Some(pupil) => Some(new(cx, caseload.pupils.get(pupil)?.id)),
        None => Some(of(cx, caseload.referrals.get(about.parse().ok()?)?)),
    }
}

fn fields(cx: &Context<'_>, referral: Option<&Referral>) -> Vec<Field> {
    let what = referral.map_or("", |referral| &referral.what);
    let of = referral.map_or("", |referral| {
        cx.desk.caseload.who(&referral.of, referral.person)
    });
    let asked_on = referral.map_or_else(|| cx.desk.today(), |referral| referral.asked_on);
    let due_on = referral.and_then(|referral| referral.due_on);
    let consent_by = referral.map_or("", |referral| &referral.consent_by);
    let consent_on = referral.and_then(|referral| referral.consent_on);
    let sent_on = referral.and_then(|referral| referral.sent_on);
    vec![
        Field::line("what", "Awaited", what).hint("in a few words: EP report, SaLT: answer"),
        Field::pick("of", "Asked of", of, cx.people_names()).hint("a person or a service"),
        Field::date("asked_on", "Asked on", Leaning::Back, Some(asked_on)),
        Field::date("due_on", "Due", Leaning::Ahead, due_on)
            .hint("+6w, 16 nov: empty where no day was agreed"),
        Field::pick("consent_by", "Consent of", consent_by, cx.people_names())
            .hint("the parent, or the young person, who agreed that it is asked"),
        Field::date("consent_on", "Given on", Leaning::Back, consent_on),
        Field::date("sent_on", "Sent on", Leaning::Back, sent_on)
            .hint("when it went off: empty while it has not"),
    ]
}

impl Sheet for ReferralSheet {
    fn key(&self) -> DraftKey {
        super::key(NAME, self.referral.map(|id| id.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let what = if self.referral.is_some() {
            "Awaited"
        } else {
            "Ask for something, and wait for it"
        };
        format!("{what}: {}", super::called(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let asked = Asked {
            what: form.text("what"),
            of: form.text("of"),
            on: form.needed_date("asked_on", &cx.desk)?,
            due_on: form.date("due_on", &cx.desk)?,
            consent_by: form.text("consent_by"),
            consent_on: form.date("consent_on", &cx.desk)?,
            sent_on: form.date("sent_on", &cx.desk)?,
        };
        match self.referral {
            None => referral::add(&cx.desk, cx.desk.caseload.pupil(self.pupil)?, &asked),
            Some(id) => {
                let stored = cx
                    .desk
                    .caseload
                    .referrals
                    .get(id)
                    .ok_or_else(|| Refusal::new(super::GONE))?;
                let answered = Answered {
                    answer: form.text("answer"),
                    answered_on: form.date("answered_on", &cx.desk)?,
                    received_on: form.date("received_on", &cx.desk)?,
                    dropped: form.text("dropped"),
                };
                referral::change(&cx.desk, stored, &asked, &answered)
            }
        }
    }
}
