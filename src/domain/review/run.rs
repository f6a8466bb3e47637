//! A run of reviews: the decision, the reason and the day of many pupils, as one edit.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Follows, Held, hold};
use crate::domain::{
    Caseload, Decision, Desk, Edit, PupilId, Refusal, Review, ReviewKind, Standings,
};

/// What a run of reviews says of one pupil. Nothing but one of the three is needed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The decision.
    pub decision: Option<Decision>,
    /// Why.
    pub reason: String,
    /// The day it was held; today, where nobody says.
    pub on: Option<NaiveDate>,
}

/// Why a run can't be written, and of which pupil that is so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunRefused {
    /// The pupil.
    pub pupil: PupilId,
    /// Why.
    pub refusal: Refusal,
}

/// The review of SEN support that a pupil waits for: the next that is booked.
pub fn waiting(caseload: &Caseload, pupil: PupilId) -> Option<&Review> {
    let reviews = caseload.reviews.of(pupil);
    reviews
        .filter(|review| review.kind == ReviewKind::Support && review.held_on.is_none())
        .min_by_key(|review| (review.on, review.id))
}

/// The edit that writes a run of reviews of SEN support down: of each pupil the one that is booked, or one that is made now. Her
/// cycle is closed, and what a decision to leave the register asks for is done. The next cycles are begun by themselves.
///
/// # Errors
/// When the day of one has not come yet, or what she decides can't be carried out.
pub fn run(
    desk: &Desk<'_>,
    runs: &BTreeMap<PupilId, Run>,
    standings: &Standings,
) -> Result<Edit, RunRefused> {
    let mut edit = Edit::default();
    for (pupil, run) in runs {
        let refused = |refusal| RunRefused {
            pupil: *pupil,
            refusal,
        };
        desk.caseload.pupil(*pupil).map_err(refused)?;
        let on = run.on.unwrap_or_else(|| desk.today());
        let review = waiting(desk.caseload, *pupil)
            .cloned()
            .unwrap_or_else(|| Review {
                cycle: open_cycle(desk.caseload, *pupil),
                ..Review::booked(desk.ids.next(), *pupil, ReviewKind::Support, on)
            });
        let held = Held {
            on,
            came: review.invited.clone(),
            pupil_words: String::new(),
            family_words: String::new(),
            judgements: Vec::new(),
            verdicts: Vec::new(),
            decision: run.decision,
            reason: run.reason.clone(),
            agreement: None,
            report_sent_on: None,
            actions: Vec::new(),
        };
        let targets = standings
            .get(*pupil)
            .map_or(&[][..], |standing| &standing.targets);
        let one = hold(desk, &review, &held, Follows::default(), targets).map_err(refused)?;
        edit.changes.extend(one.changes);
    }
    let reviews = if runs.len() == 1 { "review" } else { "reviews" };
    edit.label = match runs.first_key_value() {
        Some((only, _)) if runs.len() == 1 => {
            format!("Review of {} held", desk.caseload.full_name(*only))
        }
        _ => format!("{} {reviews} held", runs.len()),
    };
    Ok(edit)
}

fn open_cycle(caseload: &Caseload, pupil: PupilId) -> Option<crate::domain::CycleId> {
    let cycle = caseload.cycle_now(pupil)?;
    (!cycle.is_closed()).then_some(cycle.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::{AISHA, TestDesk, date};
    use crate::domain::{Cycle, Id, Status, StatusPeriod};

    fn desk() -> TestDesk {
        TestDesk::new().with(
            Edit::new("")
                .put(StatusPeriod {
                    id: Id::new(200),
                    pupil: AISHA,
                    status: Status::K,
                    watching: false,
                    from: Some(date("2025-01-09")),
                    to: None,
                    reason: String::new(),
                    parent_told: true,
                    parent_told_on: None,
                    watched: Vec::new(),
                })
                .put(Cycle::new(Id::new(210), AISHA, 1, date("2026-09-09"))),
        )
    }

    fn of(decision: Decision, on: Option<&str>) -> BTreeMap<PupilId, Run> {
        let run = Run {
            decision: Some(decision),
            reason: "on the way".into(),
            on: on.map(date),
        };
        BTreeMap::from([(AISHA, run)])
    }

    #[test]
    fn a_run_holds_the_review_that_is_booked_or_one_made_now_and_closes_the_cycle() {
        let mut test = desk();
        let booked = Review {
            cycle: Some(Id::new(210)),
            ..Review::booked(Id::new(220), AISHA, ReviewKind::Support, date("2026-11-26"))
        };
        test.save(Edit::new("").put(booked));
        let runs = of(Decision::CarryOn, None);
        let edit = run(&test.desk(), &runs, &Standings::default()).expect("held");
        assert_eq!(edit.label, "Review of Aisha Khan held");
        test.save(edit);
        let review = test.caseload.reviews.get(Id::new(220)).expect("booked");
        assert_eq!(
            (review.held_on, review.decision, review.reason.as_str()),
            (
                Some(date("2026-11-23")),
                Some(Decision::CarryOn),
                "on the way"
            )
        );
        assert!(test.caseload.cycle_now(AISHA).expect("a cycle").is_closed());
        let again = of(Decision::StepUp, Some("2026-11-20"));
        test.save(run(&test.desk(), &again, &Standings::default()).expect("another"));
        assert_eq!(test.caseload.reviews.of(AISHA).count(), 2);
    }

    #[test]
    fn a_decision_to_leave_takes_her_off_and_a_day_to_come_is_refused() {
        let mut test = desk();
        let early = of(Decision::Leave, Some("2026-11-24"));
        let refused = run(&test.desk(), &early, &Standings::default()).expect_err("refused");
        assert_eq!(refused.pupil, AISHA);
        let runs = of(Decision::Leave, None);
        test.save(run(&test.desk(), &runs, &Standings::default()).expect("held"));
        assert_eq!(test.caseload.status_of(AISHA), Status::N);
    }
}
