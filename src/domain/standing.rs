//! [`Standing`]: all that is derived about a pupil.

mod earlier;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::ehc_line::{self, Lacking};
use super::half_days::YearOfHalfDays;
use super::{
    Absence, AcademicYear, Action, Came, Caseload, Cycle, CycleId, Desk, Due, Figures, FillIn,
    InterventionId, MeetingCount, Next, PlaceId, Pupil, PupilId, Reckoning, Retention, Review,
    ReviewId, ReviewKind, Run, Said, Stage, Status, TargetNow, arrangement, due, figures, watched,
};

/// All that is derived about a pupil. It is worked out anew from the register and the log, never adjusted.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Her census code.
    pub status: Status,
    /// A first concern: watched, not on the register.
    pub watching: bool,
    /// Since when, as far as known.
    pub since: Option<NaiveDate>,
    /// Her newest cycle.
    pub cycle: Option<CycleId>,
    /// Its number; none without a cycle.
    pub cycle_number: Option<u32>,
    /// Its stage.
    pub stage: Option<Stage>,
    /// The day of her next review: the one that is booked, else the date agreed for the cycle.
    pub review_on: Option<NaiveDate>,
    /// What comes next.
    pub next: Option<Next>,
    /// Her places in interventions, in order of making, with what was promised and what came of it: those that run, and
    /// those that ended since the cycle began.
    pub runs: Vec<(PlaceId, Run)>,
    /// The targets of her newest cycle, in the plan's order.
    pub targets: Vec<TargetNow>,
    /// Her own latest words.
    pub last_pupil_words: Option<Said>,
    /// The family's latest words.
    pub last_family_words: Option<Said>,
    /// The day of the latest note about her.
    pub last_note_on: Option<NaiveDate>,
    /// The latest review that was held, and when.
    pub last_review: Option<(ReviewId, NaiveDate)>,
    /// Reviews of SEN support since 1 September (R1).
    pub reviews_this_year: MeetingCount,
    /// Actions that are open.
    pub open_actions: u32,
    /// Of those, the ones past their day.
    pub late_actions: u32,
    /// All that is due, the earliest first; what has no date comes last.
    pub dues: Vec<Due>,
    /// What nobody has typed yet.
    pub to_fill_in: Vec<FillIn>,
    /// Whether an access arrangement of hers lacks anything (R15).
    pub access_missing: bool,
    /// What her absence in this academic year is called.
    pub absence: Option<Absence>,
    /// Lines of section F of her EHC plan for which she is given nothing.
    pub not_arranged: Vec<Lacking>,
    /// She has left, and the day is over until which her file is kept (R13).
    pub past_keeping: bool,
}

impl Standing {
    /// Where a pupil stands now, by the desk's calendar. The figures and reckonings must be of her and of her interventions.
    pub(super) fn of(
        desk: &Desk<'_>,
        pupil: &Pupil,
        figures: &Figures,
        reckonings: &BTreeMap<InterventionId, Reckoning<'_>>,
    ) -> Self {
        let (caseload, today) = (desk.caseload, desk.today());
        let id = pupil.id;
        let period = caseload.status_now(id);
        let cycle = caseload.cycle_now(id);
        let held = || {
            let reviews = caseload.reviews.of(id);
            reviews.filter_map(|review| Some((review.held_on?, review)))
        };
        let voices = figures.voices.get(&id).cloned().unwrap_or_default();
        let reviews_this_year = meetings(desk, pupil);
        let dues = dues(desk, pupil, reviews_this_year);
        let open = || caseload.actions.of(id).filter(|action| action.is_open());
        Self {
            status: caseload.status_of(id),
            watching: period.is_some_and(|period| period.watching),
            since: period.and_then(|period| period.from),
            cycle: cycle.map(|cycle| cycle.id),
            cycle_number: cycle.map(|cycle| cycle.number),
            stage: cycle.map(|cycle| cycle.stage(today)),
            review_on: review_on(caseload, pupil),
            next: Next::of(&dues),
            runs: runs(desk, pupil, reckonings),
            targets: cycle
                .map(|cycle| caseload.targets_of(cycle))
                .unwrap_or_default()
                .into_iter()
                .map(|target| TargetNow::of(target, caseload, figures, today))
                .collect(),
            last_pupil_words: latest(
                voices.pupil,
                held().filter_map(|(on, review)| said(on, &review.pupil_words)),
            )
            .or_else(|| assessed(caseload, id, |cycle| &cycle.pupil_view)),
            last_family_words: latest(
                voices.family,
                held().filter_map(|(on, review)| said(on, &review.family_words)),
            )
            .or_else(|| assessed(caseload, id, |cycle| &cycle.family_view)),
            last_note_on: voices.last_note_on,
            last_review: held()
                .map(|(on, review)| (review.id, on))
                .max_by_key(|(id, on)| (*on, *id)),
            reviews_this_year,
            open_actions: count(open()),
            late_actions: count(open().filter(|action| action.by.is_some_and(|by| by < today))),
            to_fill_in: to_fill_in(desk, pupil),
            access_missing: pupil.left_on.is_none() && arrangement::is_missing(desk, id),
            absence: YearOfHalfDays::of(caseload, id, AcademicYear::of(today))
                .absence(desk.rules, today),
            not_arranged: not_arranged(caseload, pupil, today),
            past_keeping: Retention::is_past(desk, pupil),
            dues,
        }
    }
}

fn count<T>(some: impl Iterator<Item = T>) -> u32 {
    u32::try_from(some.count()).unwrap_or(u32::MAX)
}

fn said(on: NaiveDate, words: &str) -> Option<Said> {
    (!words.is_empty()).then(|| Said {
        on,
        words: words.to_owned(),
        by: String::new(),
        to: String::new(),
    })
}

/// The view written down when the need was last assessed: what is known of somebody whose own words nobody has kept.
fn assessed(caseload: &Caseload, pupil: PupilId, view: impl Fn(&Cycle) -> &str) -> Option<Said> {
    let cycles = caseload.cycles.of(pupil);
    let views = cycles.filter_map(|cycle| {
        let on = cycle.assessed_on.unwrap_or(cycle.began_on);
        said(on, view(cycle))
    });
    views.max_by_key(|view| view.on)
}

fn latest(in_note: Option<Said>, at_reviews: impl Iterator<Item = Said>) -> Option<Said> {
    in_note
        .into_iter()
        .chain(at_reviews)
        .reduce(|one, other| if other.on > one.on { other } else { one })
}

/// Reviews that are booked and not held yet, the next first.
pub(super) fn booked<'a>(caseload: &'a Caseload, pupil: &Pupil) -> Vec<&'a Review> {
    let mut booked: Vec<&Review> = caseload
        .reviews
        .of(pupil.id)
        .filter(|review| review.held_on.is_none())
        .collect();
    booked.sort_by_key(|review| (review.on, review.at, review.id));
    booked
}

pub(super) fn review_on(caseload: &Caseload, pupil: &Pupil) -> Option<NaiveDate> {
    let booked = booked(caseload, pupil).first().map(|review| review.on);
    let agreed = || {
        let cycle = caseload.cycle_now(pupil.id)?;
        cycle.review_on.filter(|_| !cycle.is_closed())
    };
    booked.or_else(agreed)
}

/// R1. A review to which family was asked and nobody of the family came was offered, not met.
fn meetings(desk: &Desk<'_>, pupil: &Pupil) -> MeetingCount {
    let (caseload, today) = (desk.caseload, desk.today());
    let since = AcademicYear::of(today).first();
    let (mut met, mut not_attended) = (0, 0);
    for review in caseload.reviews.of(pupil.id) {
        let this_year = review
            .held_on
            .is_some_and(|on| (since..=today).contains(&on));
        if review.kind != ReviewKind::Support || !this_year {
            continue;
        }
        if family_stayed_away(caseload, review) {
            not_attended += 1;
        } else {
            met += 1;
        }
    }
    MeetingCount::new(desk.rules, today, met, not_attended)
}

fn family_stayed_away(caseload: &Caseload, review: &Review) -> bool {
    let is_family = |person| {
        caseload
            .ties
            .of(review.pupil)
            .any(|tie| Some(tie.person) == person && tie.is_parent())
    };
    let family: Vec<Option<Came>> = review
        .invited
        .iter()
        .filter(|invitee| is_family(invitee.person))
        .map(|invitee| invitee.came)
        .collect();
    let stayed_away =
        |came: &Option<Came>| matches!(came, Some(Came::DidNotCome | Came::SentViews));
    !family.is_empty() && family.iter().all(stayed_away)
}

fn runs(
    desk: &Desk<'_>,
    pupil: &Pupil,
    reckonings: &BTreeMap<InterventionId, Reckoning<'_>>,
) -> Vec<(PlaceId, Run)> {
    figures::places_of(desk.caseload, pupil.id, desk.today())
        .into_iter()
        .filter_map(|place| {
            let reckoning = reckonings.get(&place.intervention)?;
            Some((place.id, reckoning.of_place(place)))
        })
        .collect()
}

/// All that is due about a pupil who has not left.
fn dues(desk: &Desk<'_>, pupil: &Pupil, meetings: MeetingCount) -> Vec<Due> {
    let caseload = desk.caseload;
    if pupil.left_on.is_some_and(|on| on <= desk.today()) {
        return Vec::new();
    }
    let booked = booked(caseload, pupil);
    let mut dues: Vec<Due> = due::of_plan(desk, pupil);
    let cycle = caseload.cycle_now(pupil.id).filter(|cycle| {
        // The booking is the date, once there is one.
        booked.iter().all(|review| review.cycle != Some(cycle.id))
    });
    dues.extend(cycle.and_then(|cycle| due::of_cycle(desk, cycle)));
    let began_on = caseload.setting().map(|setting| setting.began_on);
    dues.retain(|due| due.on >= began_on);
    let booked = booked.into_iter();
    dues.extend(booked.map(|review| due::of_review(desk, review, meetings)));
    // A decision from before the caseload began was not typed here.
    let reviews = caseload.reviews.of(pupil.id);
    let held = reviews.filter(|review| review.held_on >= began_on);
    dues.extend(held.filter_map(due::of_unwritten));
    let actions = caseload.actions.of(pupil.id);
    let open = actions.filter(|action| action.is_open());
    dues.extend(open.map(|action| due::of_action(desk, action)));
    let referrals = caseload.referrals.of(pupil.id);
    let awaited = referrals.filter(|referral| referral.is_awaited());
    dues.extend(awaited.map(|referral| due::of_referral(desk, referral)));
    let plans = caseload.other_plans.of(pupil.id);
    dues.extend(plans.flat_map(|plan| due::of_other_plan(desk, plan)));
    let arrangements = caseload.arrangements.of(pupil.id);
    dues.extend(arrangements.filter_map(|arrangement| due::of_arrangement(desk, arrangement)));
    dues.sort_by_key(|due| (due.on.is_none(), due.on, due.at));
    dues
}

/// Of a pupil who is here and has a plan.
fn not_arranged(caseload: &Caseload, pupil: &Pupil, today: NaiveDate) -> Vec<Lacking> {
    if caseload.status_of(pupil.id) != Status::E || pupil.left_on.is_some() {
        return Vec::new();
    }
    ehc_line::lacking(caseload, pupil.id, today)
}

fn to_fill_in(desk: &Desk<'_>, pupil: &Pupil) -> Vec<FillIn> {
    let caseload = desk.caseload;
    let mut missing = Vec::new();
    let Some(period) = caseload.status_now(pupil.id) else {
        return missing;
    };
    let may_be_support =
        || period.watching && watched::is_targeted(caseload, pupil.id, desk.today());
    if pupil.left_on.is_none() && !period.parent_told && may_be_support() {
        missing.push(FillIn::MayBeSupport);
    }
    if !period.status.on_register() || pupil.left_on.is_some() {
        return missing;
    }
    if period.from.is_none() {
        missing.push(FillIn::StatusSince);
    }
    if period.status == Status::K && period.parent_told_on.is_none() {
        missing.push(FillIn::ParentTold);
    }
    if period.status == Status::K && has_no_review_date(caseload, pupil) {
        missing.push(FillIn::ReviewDate);
    }
    if period.status == Status::E && due::clock(caseload, pupil.id).is_none() {
        missing.push(FillIn::PlanMade);
    }
    if pupil.needs.is_empty() {
        missing.push(FillIn::NeedType);
    }
    missing
}

/// R2. While a plan is being made its date is still to be agreed.
pub(super) fn has_no_review_date(caseload: &Caseload, pupil: &Pupil) -> bool {
    let being_made = caseload
        .cycle_now(pupil.id)
        .is_some_and(|cycle| !cycle.is_closed() && cycle.planned_on.is_none());
    let told_by_list =
        |action: &Action| action.by.is_some() && action.stands_for(ReviewKind::Support);
    !being_made
        && review_on(caseload, pupil).is_none()
        && !caseload.actions.of(pupil.id).any(told_by_list)
}

#[cfg(test)]
mod tests;
