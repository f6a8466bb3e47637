//! Reviews: booked, held, and on to the next cycle, by keyboard alone.

use caseload::domain::{Came, Decision, Edit, Id, Judged, PupilId, Review, ReviewKind};

use super::register::{AISHA, register};
use super::senco::Senco;

/// At 15:20 on the day of Aisha's review, in the demo school, with her Review page open.
fn on_her_day() -> Senco {
    Senco::on("2026-11-26T15:20:00+00:00").demo().does("r")
}

fn aisha(senco: &Senco) -> PupilId {
    senco.caseload().find("Aisha Khan")[0].id
}

fn latest_held(senco: &Senco) -> Review {
    let reviews = senco.caseload().reviews.of(aisha(senco));
    let held = reviews.filter(|review| review.held_on.is_some());
    held.max_by_key(|review| review.held_on).unwrap().clone()
}

#[test]
fn the_review_page_shows_what_is_booked_held_agreed_and_awaited() {
    on_her_day()
        .picture("review-page-80x24")
        .does("<Down>")
        .sees("Target 1")
        .at(120, 40)
        .picture("review-page-120x40");
}

#[test]
fn the_form_of_a_review_is_one_page_in_the_order_of_a_meeting() {
    on_her_day()
        .does("n")
        .picture("review-form-80x24")
        .at(120, 40)
        .picture("review-form-120x40");
}

#[test]
fn a_review_is_held_and_the_next_cycle_opened_with_one_save() {
    let senco = on_her_day()
        .does("n")
        // Mrs Khan came, Mr Lowe came, Mrs Bell sent views, the EP did not come.
        .does("c<Tab>c<Tab>s<Tab>d<Tab><Tab>")
        .does("I like the ask-card.<Tab>She reads to her brother now.<Tab>")
        // Target 1 met, by the tally; target 2 some progress.
        .does("m<Tab>tally of 26 Nov<Tab>s<Tab><Tab>")
        // Phonics changed, Colourful semantics kept.
        .does("c<Tab>another slot<Tab>k<Tab><Tab>")
        .does("c<Tab>good progress<Tab>a<Tab>")
        .does("ring the hearing clinic<Tab><Tab>+2w<Tab>")
        .does("<Up><Up><Up>")
        .sees("ring the hearing clinic")
        .does("<Ctrl+S>")
        .sees("Saved: Review of Aisha Khan held, cycle 4 opened. Ctrl+Z takes it back.")
        .kept();
    let review = latest_held(&senco);
    assert_eq!(review.held_on.unwrap().to_string(), "2026-11-26");
    let came: Vec<_> = review.invited.iter().map(|one| one.came).collect();
    assert_eq!(
        came,
        [
            Some(Came::Came),
            Some(Came::Came),
            Some(Came::SentViews),
            Some(Came::DidNotCome)
        ]
    );
    assert_eq!(review.pupil_words, "I like the ask-card.");
    let judged: Vec<_> = review.judgements.iter().map(|one| one.judged).collect();
    assert_eq!(judged, [Judged::Met, Judged::Some]);
    assert_eq!(review.judgements[0].evidence, "tally of 26 Nov");
    assert_eq!(review.decision, Some(Decision::CarryOn));
    let caseload = senco.caseload();
    let cycle = caseload.cycle_now(aisha(&senco)).unwrap();
    assert_eq!(cycle.number, 4);
    let carried = caseload.targets_of(cycle);
    assert_eq!(carried.len(), 1, "only what was not met goes on");
    assert_eq!(carried[0].start, Some(63.0));
    let action = caseload.actions.of(aisha(&senco)).last().unwrap();
    assert_eq!(action.what, "ring the hearing clinic");
    assert_eq!(action.by.unwrap().to_string(), "2026-12-10");
    senco
        .sees("cycle 4")
        .does("<Ctrl+Z>")
        .sees("Taken back: Review of Aisha Khan held")
        .sees("cycle 3")
        .kept()
        .does("<Ctrl+Y>")
        .sees("cycle 4")
        .kept();
}

#[test]
fn the_next_review_is_booked_and_the_same_people_are_asked() {
    let senco = on_her_day()
        .does("n<Up><Up><Up>11 mar<Tab><Ctrl+S>")
        .sees("Saved: Review of Aisha Khan held")
        .sees("Thu 11 Mar")
        .kept();
    let caseload = senco.caseload();
    let cycle = caseload.cycle_now(aisha(&senco)).unwrap();
    assert_eq!(cycle.review_on.unwrap().to_string(), "2027-03-11");
    let reviews = caseload.reviews.of(aisha(&senco));
    let booked = reviews.filter(|review| review.held_on.is_none());
    let booked: Vec<_> = booked.collect();
    assert_eq!(booked.len(), 1);
    assert_eq!(booked[0].cycle, Some(cycle.id));
    assert_eq!(booked[0].invited.len(), 4);
}

#[test]
fn a_review_is_booked_moved_and_taken_away() {
    on_her_day()
        .does("<Del>")
        .sees("Saved: Booking taken away for Aisha Khan")
        .sees("agreed for Thu 26 Nov: n books it")
        .kept()
        .does("n")
        .sees("Book a review: Aisha")
        .sees("Mrs Khan, Mr Lowe, Mrs Bell")
        .does("<Ctrl+A>sat<Tab>")
        .sees("the school is closed that day: Saturday")
        .sees("not asked: Mr Khan, ask before sharing (has parental responsibility)")
        .picture("review-booking-80x24")
        .does("3.45pm<Tab>library<Ctrl+S>")
        .sees("Saved: Review booked for Aisha Khan")
        .sees("Sat 28 Nov 15:45")
        .sees("library")
        .kept()
        .does("<Enter><Ctrl+A>mon 30 nov<Ctrl+S>")
        .sees("moved to Mon 30 Nov")
        .does("<Ctrl+Z>")
        .sees("Sat 28 Nov 15:45")
        .kept();
}

#[test]
fn what_cant_be_is_said_in_the_form_and_nothing_typed_is_lost() {
    on_her_day()
        .does("n<Tab><Tab><Tab><Tab><Tab>Loud in the hall.<Tab>")
        .does(&"<Shift+Tab>".repeat(7))
        .does("<Ctrl+A>tomorrow<Ctrl+S>")
        .sees("That day has not come yet.")
        .sees("Loud in the hall.")
        .does("<Esc>")
        .sees("kept as a draft")
        .does("0<End>")
        .sees("TYPED AND NOT SAVED")
        .does("<Enter>")
        .sees("How the review went: Aisha")
        .picture("drafts-80x24")
        .does("<Enter>")
        .sees("Loud in the hall.")
        .does("<Esc>0<End><Enter><Del>")
        .sees("Thrown away")
        .sees("Nothing is left unsaved")
        .does("<Esc>")
        .sees_no("TYPED AND NOT SAVED");
}

#[test]
fn a_decision_to_leave_ends_sen_support_and_opens_no_cycle() {
    let senco = on_her_day()
        .does("nc")
        // Before the first field stands the last: the next cycle, its date, fifteen of actions, and the decision.
        .does(&"<Shift+Tab>".repeat(21))
        .does("l")
        .sees("saving ends SEN support")
        .does("<Ctrl+S>")
        .sees("off the register and watched")
        .kept();
    let aisha = aisha(&senco);
    let caseload = senco.caseload();
    let status = caseload.status_now(aisha).unwrap();
    assert!(status.watching && status.parent_told);
    assert!(caseload.cycle_now(aisha).unwrap().is_closed());
}

#[test]
fn a_review_that_was_held_is_put_right() {
    let senco = on_her_day()
        .does("<Down><Enter>")
        .sees("Review of 2 Jul 2026: Aisha")
        .does("<Ctrl+S>")
        .sees("Nothing was changed.")
        .does("<Enter><Tab><Tab><Tab><Tab><Tab>It was hot.<Ctrl+S>")
        .sees("Review of Aisha Khan corrected")
        .kept();
    assert!(latest_held(&senco).pupil_words.contains("It was hot."));
    assert_eq!(senco.caseload().cycle_now(aisha(&senco)).unwrap().number, 3);
}

#[test]
fn of_a_review_to_which_nobody_is_asked_the_count_ends_the_line() {
    let review = Review::booked(
        Id::new(900),
        AISHA,
        ReviewKind::Support,
        "2026-11-30".parse().unwrap(),
    );
    let booked = Edit::new("Booked")
        .remove(Id::<Review>::new(540))
        .put(review);
    Senco::new()
        .with(register().into_iter().chain([booked]))
        .sees("review, 1 of 3")
        .sees_no("of 3;")
        .does("1/kha<Enter>r")
        .sees("review, 1 of 3 this year")
        .sees_no("of 3;");
}
