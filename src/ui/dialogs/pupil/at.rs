//! [`At`]: what is under the cursor of a record.

use super::{contacts, documents};
use crate::domain::{
    ActionId, ArrangementId, DiagnosisId, DocumentId, EhcEventId, EhcLineId, HalfDaysId,
    OtherPlanId, OutcomeId, Pupil, ReferralId, Refusal, StatusPeriodId, TieId, WatchPart,
    arrangement, contact, diagnosis, document, ehc_event, ehc_line, half_days, other_plan, outcome,
    referral, status, watched,
};
use crate::ui::{Audience, Context, Effect, dialogs};

/// What is under the cursor of a record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum At {
    /// A field of her identity.
    Identity(&'static str),
    /// A field of her flags.
    Flag(&'static str),
    /// A status she has or had.
    Period(StatusPeriodId),
    /// What was looked at while she was watched: an entry, or a part of which nothing is written yet.
    Watched(WatchPart, Option<usize>),
    /// A day to look again.
    Look(ActionId),
    /// The decision about one who is watched.
    Decide,
    /// Her types of need, from this rank.
    Need(&'static str),
    /// A text of her profile.
    Profile(&'static str),
    /// A contact.
    Tie(TieId),
    /// What her EHC plan names.
    EhcPlan(&'static str),
    /// An outcome of section E.
    Outcome(OutcomeId),
    /// A line of section F.
    Line(EhcLineId),
    /// A diagnosis, or the way toward one.
    Diagnosis(DiagnosisId),
    /// An access arrangement.
    Arrangement(ArrangementId),
    /// What a teacher says for one, at its place.
    Evidence(ArrangementId, usize),
    /// Something asked of somebody outside.
    Referral(ReferralId),
    /// Attendance and suspension in a term.
    HalfDays(HalfDaysId),
    /// A step of her EHC plan.
    Event(EhcEventId),
    /// Her medical summary.
    Medical,
    /// A healthcare plan or another plan.
    Plan(OtherPlanId),
    /// A document.
    Document(DocumentId),
    /// Leaving the register.
    LeaveRegister,
    /// Leaving the school.
    Left,
    /// A field of what becomes of her file.
    HandOver(&'static str),
}

impl At {
    /// Opens its form.
    pub(super) fn open(self, cx: &Context<'_>, pupil: &Pupil) -> Effect {
        let caseload = cx.desk.caseload;
        match self {
            Self::Identity(field) => Effect::open(dialogs::identity::of(cx, pupil).at(field)),
            Self::Flag(field) => Effect::open(dialogs::flags::of(pupil).at(field)),
            Self::Period(id) => match caseload.status_periods.get(id) {
                Some(period) => Effect::open(dialogs::status_period::of(period)),
                None => Effect::None,
            },
            Self::Watched(part, at) => Effect::open(dialogs::watched::form(cx, pupil.id, part, at)),
            Self::Look(id) => match caseload.actions.get(id) {
                Some(action) => Effect::open(dialogs::action::of(cx, action)),
                None => Effect::None,
            },
            Self::Decide => Effect::open(dialogs::watch_decision::new(cx, pupil.id)),
            Self::Need(field) => Effect::open(dialogs::needs::of(cx, pupil).at(field)),
            Self::Profile(field) => Effect::open(dialogs::profile::of(cx, pupil).at(field)),
            Self::Tie(id) => {
                let tie = caseload.ties.get(id);
                match tie.and_then(|tie| dialogs::contact::of(cx, tie)) {
                    Some(form) => Effect::open(form),
                    None => Effect::None,
                }
            }
            Self::EhcPlan(field) => Effect::open(dialogs::ehc_plan::of(cx, pupil).at(field)),
            Self::Diagnosis(id) => match caseload.diagnoses.get(id) {
                Some(diagnosis) => Effect::open(dialogs::diagnosis::of(cx, diagnosis)),
                None => Effect::None,
            },
            Self::Arrangement(id) => match caseload.arrangements.get(id) {
                Some(arrangement) => Effect::open(dialogs::arrangement::of(cx, arrangement)),
                None => Effect::None,
            },
            Self::Evidence(id, at) => {
                let arrangement = caseload.arrangements.get(id);
                match arrangement.and_then(|one| dialogs::evidence::of(cx, one, at)) {
                    Some(form) => Effect::open(form),
                    None => Effect::None,
                }
            }
            Self::Referral(id) => match caseload.referrals.get(id) {
                Some(referral) => Effect::open(dialogs::referral::of(cx, referral)),
                None => Effect::None,
            },
            Self::HalfDays(id) => match caseload.half_days.get(id) {
                Some(term) => Effect::open(dialogs::half_days::of(cx, term)),
                None => Effect::None,
            },
            Self::Outcome(id) => match caseload.outcomes.get(id) {
                Some(outcome) => Effect::open(dialogs::outcome::of(outcome)),
                None => Effect::None,
            },
            Self::Line(id) => match caseload.ehc_lines.get(id) {
                Some(line) => Effect::open(dialogs::ehc_line::of(cx, line)),
                None => Effect::None,
            },
            Self::Event(id) => match caseload.ehc_events.get(id) {
                Some(event) => Effect::open(dialogs::ehc_event::of(event)),
                None => Effect::None,
            },
            Self::Medical => Effect::open(dialogs::medical::of(pupil)),
            Self::Plan(id) => match caseload.other_plans.get(id) {
                Some(plan) => Effect::open(dialogs::other_plan::of(cx, plan)),
                None => Effect::None,
            },
            Self::Document(id) => match caseload.documents.get(id) {
                Some(document) => Effect::open(dialogs::document::choices(document)),
                None => Effect::None,
            },
            Self::LeaveRegister => Effect::open(dialogs::leave_register::new(cx, pupil.id)),
            Self::Left => Effect::open(dialogs::left::of(pupil)),
            Self::HandOver(field) => Effect::open(dialogs::hand_over::of(cx, pupil).at(field)),
        }
    }

    /// Takes it away.
    pub(super) fn remove(self, cx: &Context<'_>) -> Effect {
        match self {
            Self::Period(id) => Effect::save(status::remove(&cx.desk, id)),
            Self::Tie(id) => Effect::save(contact::remove(&cx.desk, id)),
            Self::Event(id) => Effect::save(ehc_event::remove(&cx.desk, id)),
            Self::Outcome(id) => match cx.desk.caseload.outcomes.get(id) {
                Some(outcome) => Effect::save(outcome::remove(&cx.desk, outcome)),
                None => Effect::None,
            },
            Self::Line(id) => Effect::save(ehc_line::remove(&cx.desk, id)),
            Self::Diagnosis(id) => Effect::save(diagnosis::remove(&cx.desk, id)),
            Self::Arrangement(id) => Effect::save(arrangement::remove(&cx.desk, id)),
            Self::Evidence(id, at) => Effect::save(arrangement::remove_evidence(&cx.desk, id, at)),
            Self::Referral(id) => Effect::save(referral::remove(&cx.desk, id)),
            Self::HalfDays(id) => Effect::save(half_days::remove(&cx.desk, id)),
            Self::Plan(id) => Effect::save(other_plan::remove(&cx.desk, id)),
            Self::Document(id) => Effect::save(document::remove(&cx.desk, id)),
            Self::Watched(_, Some(at)) => match cx.hand.pupil {
                Some(pupil) => Effect::save(watched::remove(&cx.desk, pupil, at)),
                None => Effect::None,
            },
            Self::Identity(_)
            | Self::Flag(_)
            | Self::Watched(_, None)
            | Self::Look(_)
            | Self::Decide
            | Self::Need(_)
            | Self::Profile(_)
            | Self::EhcPlan(_)
            | Self::Medical
            | Self::LeaveRegister
            | Self::Left
            | Self::HandOver(_) => Effect::None,
        }
    }
}

/// Why what is under the cursor can't be taken away.
pub(super) fn remove_refusal(at: Option<At>) -> Option<Refusal> {
    match at {
        Some(
            At::Period(_)
            | At::Tie(_)
            | At::Event(_)
            | At::Outcome(_)
            | At::Line(_)
            | At::Diagnosis(_)
            | At::Arrangement(_)
            | At::Evidence(..)
            | At::Referral(_)
            | At::HalfDays(_)
            | At::Watched(_, Some(_))
            | At::Plan(_)
            | At::Document(_),
        ) => None,
        None => Some(Refusal::new("There is nothing here to take away.")),
        Some(_) => Some(Refusal::new(
            "This is not taken away: Enter opens it, and there you can empty it.",
        )),
    }
}

/// Why what is under the cursor can't be opened.
pub(super) fn open_refusal(cx: &Context<'_>, at: Option<At>) -> Option<Refusal> {
    match at {
        None => Some(Refusal::new("There is nothing here yet: n adds.")),
        Some(At::Tie(_)) => contacts::refusal(cx),
        Some(At::Document(_)) => documents::refusal(cx),
        Some(At::Identity(_)) if cx.look.audience == Audience::Staff => Some(Refusal::new(
            "Names are hidden just now. F8, then 1, shows them; then you can change them.",
        )),
        Some(_) => None,
    }
}
