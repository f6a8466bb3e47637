//! [`go_to`]: to where the work is done.

use crate::commands::Command;
use crate::domain::{DeadlineKind, Due, DueKind, GoesTo, PupilId, Review};
use crate::ui::{Context, Effect, Pane};

/// Goes to where the work is done for what is due, taking its pupil in hand.
pub fn go_to(cx: &Context<'_>, due: &Due) -> Effect {
    let hand = due.pupil.map(|pupil| Effect::TakeInHand(Some(pupil)));
    Effect::Many(hand.into_iter().chain([work(cx, due)]).collect())
}

fn work(cx: &Context<'_>, due: &Due) -> Effect {
    let caseload = cx.desk.caseload;
    let opened = match due.goes_to {
        GoesTo::Review(id) => caseload
            .reviews
            .get(id)
            .map(|review| super::review::open(cx, review)),
        GoesTo::Action(id) => caseload
            .actions
            .get(id)
            .map(|action| Effect::open(super::action::of(cx, action))),
        GoesTo::Referral(id) => caseload
            .referrals
            .get(id)
            .map(|referral| Effect::open(super::referral::of(cx, referral))),
        GoesTo::OtherPlan(id) => caseload
            .other_plans
            .get(id)
            .map(|plan| Effect::open(super::other_plan::of(cx, plan))),
        GoesTo::Arrangement(id) => caseload
            .arrangements
            .get(id)
            .map(|arrangement| Effect::open(super::arrangement::of(cx, arrangement))),
        GoesTo::Cycle(id) => caseload
            .cycles
            .get(id)
            .map(|cycle| super::go_with(cycle.pupil, Command::Review)),
        GoesTo::Plan(pupil) => Some(plan(cx, due.kind, pupil)),
        GoesTo::School => Some(Effect::Show(Pane::Calendar)),
    };
    opened.unwrap_or_else(|| Effect::refuse(super::GONE))
}

/// A date of an EHC plan's: a meeting to be booked, or a step of the plan to be written down.
fn plan(cx: &Context<'_>, kind: DueKind, pupil: PupilId) -> Effect {
    use DeadlineKind::{AnnualReview, AnnualReviewMeeting, TransferComesFirst, TransferMeeting};
    match kind {
        DueKind::Rule(
            AnnualReview | AnnualReviewMeeting | TransferComesFirst | TransferMeeting,
        ) => match booked(cx, pupil).next() {
            Some(review) => super::review::open(cx, review),
            None => Effect::open(super::review_booking::new(cx, pupil)),
        },
        _ => Effect::open(super::pupil::Record::of_plan()),
    }
}

/// The reviews of a pupil's plan that are booked.
fn booked<'a>(cx: &Context<'a>, pupil: PupilId) -> impl Iterator<Item = &'a Review> {
    let reviews = cx.desk.caseload.reviews.of(pupil);
    reviews.filter(|review| review.is_of_plan() && review.held_on.is_none())
}
