//! What people agreed: reviews booked, actions, what is awaited.

use chrono::NaiveDate;

use super::{Due, DueKind, GoesTo};
use crate::domain::date_words::{day_month, with_year};
use crate::domain::{
    Action, Arrangement, Code, Desk, Force, MeetingCount, OtherPlan, Referral, Review, ReviewKind,
    RuleId, WhoMust,
};

/// A review that is booked and not held.
pub(in crate::domain) fn of_review(desk: &Desk<'_>, review: &Review, count: MeetingCount) -> Due {
    let kind = review.kind.label();
    let what = match review.kind {
        ReviewKind::Support => format!("{kind}, {}", count.next()),
        ReviewKind::Annual | ReviewKind::Transfer | ReviewKind::Interim => kind.to_owned(),
    };
    let mut who: Vec<&str> = review
        .invited
        .iter()
        .map(|invitee| desk.caseload.who(&invitee.name, invitee.person))
        .collect();
    who.extend(Some(review.room.as_str()).filter(|room| !room.is_empty()));
    let what = match who.as_slice() {
        [] => what,
        who => format!("{what}: {}", who.join(", ")),
    };
    Due {
        on: Some(review.on),
        at: review.at,
        days: Some(days_to(desk, review.on)),
        kind: DueKind::Review(review.kind),
        what,
        who_must: WhoMust::Us,
        who: WhoMust::Us.label().to_owned(),
        force: Force::Own,
        basis: "the day it is booked for".to_owned(),
        formula: format!("booked for {}", with_year(review.on)),
        pupil: Some(review.pupil),
        goes_to: GoesTo::Review(review.id),
    }
}

/// A review of SEN support that was held and has no decision yet.
pub(in crate::domain) fn of_unwritten(review: &Review) -> Option<Due> {
    let unwritten = review.kind == ReviewKind::Support && review.decision.is_none();
    let held_on = review.held_on.filter(|_| unwritten)?;
    Some(Due {
        on: None,
        at: None,
        days: None,
        kind: DueKind::WriteUp,
        what: format!("write up the review of {}", day_month(held_on)),
        who_must: WhoMust::Us,
        who: WhoMust::Us.label().to_owned(),
        force: Force::Own,
        basis: "a review without a decision".to_owned(),
        formula: format!("held {}, no decision yet", with_year(held_on)),
        pupil: Some(review.pupil),
        goes_to: GoesTo::Review(review.id),
    })
}

/// An action that is open.
pub(in crate::domain) fn of_action(desk: &Desk<'_>, action: &Action) -> Due {
    let caseload = desk.caseload;
    let who = caseload.who(&action.who, action.person);
    let ours = who.is_empty() || caseload.is_senco(action.person);
    let who_must = if ours { WhoMust::Us } else { WhoMust::Other };
    let agreed = match action.review {
        Some(_) => "agreed at the review of",
        None => "set on",
    };
    let by = match action.by {
        Some(by) => format!(", by {}", with_year(by)),
        None => ", no date".to_owned(),
    };
    let from = match action.review {
        Some(_) => format!(", from {}", day_month(action.agreed_on)),
        None => String::new(),
    };
    Due {
        on: action.by,
        at: None,
        days: action.by.map(|by| days_to(desk, by)),
        kind: DueKind::Action,
        what: format!("{}{from}", action.what),
        who_must,
        who: if ours { WhoMust::Us.label() } else { who }.to_owned(),
        force: Force::Own,
        basis: "what was agreed".to_owned(),
        formula: format!("{agreed} {}{by}", with_year(action.agreed_on)),
        pupil: Some(action.pupil),
        goes_to: GoesTo::Action(action.id),
    }
}

/// Something awaited.
pub(in crate::domain) fn of_referral(desk: &Desk<'_>, referral: &Referral) -> Due {
    let chased = match referral.chased_on.len() {
        0 => String::new(),
        1 => ", chased once".to_owned(),
        2 => ", chased twice".to_owned(),
        times => format!(", chased {times} times"),
    };
    let due = match referral.due_on {
        Some(on) => format!("due {}", with_year(on)),
        None => "no date agreed".to_owned(),
    };
    Due {
        on: referral.due_on,
        at: None,
        days: referral.due_on.map(|on| days_to(desk, on)),
        kind: DueKind::Referral,
        what: format!("{}{chased}", referral.what),
        who_must: WhoMust::Other,
        who: desk.caseload.who(&referral.of, referral.person).to_owned(),
        force: Force::Own,
        basis: "what was asked".to_owned(),
        formula: format!("asked {}, {due}", with_year(referral.asked_on)),
        pupil: Some(referral.pupil),
        goes_to: GoesTo::Referral(referral.id),
    }
}

/// The review of a plan in force, and its end, each where a day is set for it (R16 for healthcare plans).
pub(in crate::domain) fn of_other_plan(desk: &Desk<'_>, plan: &OtherPlan) -> Vec<Due> {
    if plan.ended_on.is_some() {
        return Vec::new();
    }
    let caseload = desk.caseload;
    let who = caseload.who(&plan.owner, plan.person);
    let ours = who.is_empty() || caseload.is_senco(plan.person);
    let name = match plan.what.as_str() {
        "" => plan.kind.label().to_owned(),
        what => format!("{} ({what})", plan.kind.label()),
    };
    let basis = if plan.is_health() {
        desk.rules.rule(RuleId::R16, desk.today()).basis.clone()
    } else {
        "the day set for it".to_owned()
    };
    let due = |on: NaiveDate, what: &str| Due {
        on: Some(on),
        at: None,
        days: Some(days_to(desk, on)),
        kind: DueKind::OtherPlan,
        what: format!("{name}: {what}"),
        who_must: if ours { WhoMust::Us } else { WhoMust::Other },
        who: if ours { WhoMust::Us.label() } else { who }.to_owned(),
        force: Force::Own,
        basis: basis.clone(),
        formula: format!("set for {}", with_year(on)),
        pupil: Some(plan.pupil),
        goes_to: GoesTo::OtherPlan(plan.id),
    };
    let review = plan.review_on.map(|on| due(on, "review"));
    let end = plan.ends_on.map(|on| due(on, "to end"));
    review.into_iter().chain(end).collect()
}

/// The day on which the approval of an access arrangement runs out (R15), of one that is wanted.
pub(in crate::domain) fn of_arrangement(desk: &Desk<'_>, arrangement: &Arrangement) -> Option<Due> {
    let on = arrangement.expires(desk.rules)?;
    if !arrangement.is_wanted() {
        return None;
    }
    let formula = match (arrangement.expires_on, arrangement.approved_on) {
        (None, Some(approved)) => {
            let months = desk.rules.numbers(approved).access_arrangement_months;
            format!("approved {} + {months} months", with_year(approved))
        }
        _ => format!("set for {}", with_year(on)),
    };
    Some(Due {
        on: Some(on),
        at: None,
        days: Some(days_to(desk, on)),
        kind: DueKind::Arrangement,
        what: format!("{}: approval runs out", arrangement.what),
        who_must: WhoMust::Us,
        who: WhoMust::Us.label().to_owned(),
        force: Force::Own,
        basis: desk.rules.rule(RuleId::R15, on).basis.clone(),
        formula,
        pupil: Some(arrangement.pupil),
        goes_to: GoesTo::Arrangement(arrangement.id),
    })
}

fn days_to(desk: &Desk<'_>, on: NaiveDate) -> i64 {
    (on - desk.today()).num_days()
}
