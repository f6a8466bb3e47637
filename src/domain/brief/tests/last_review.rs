//! The last review in a brief, and a brief told anew.

use super::*;
use crate::domain::{Judged, Judgement};

#[test]
fn the_last_review_tells_what_it_found_and_why_it_decided_so() {
    let target = |id, place| {
        let cycle = Cycle::new(Id::new(30), AISHA, 1, day(6, 1));
        Target::new(Id::new(id), &cycle, place)
    };
    let judged = |target, judged| Judgement {
        target: Id::new(target),
        judged,
        evidence: String::new(),
    };
    let review = Review {
        held_on: Some(day(9, 30)),
        reason: "Slow but sure.".into(),
        judgements: vec![
            judged(92, Judged::Some),
            judged(93, Judged::NotLookedAt),
            judged(91, Judged::Met),
        ],
        ..Review::booked(Id::new(42), AISHA, ReviewKind::Support, day(9, 30))
    };
    let mut records = records();
    records.extend([
        review.into(),
        target(91, 1).into(),
        target(92, 2).into(),
        target(93, 3).into(),
    ]);
    let last = brief(records, vec![]).for_the_table.last_time.unwrap();
    assert_eq!(last.judged, [(1, Judged::Met), (2, Judged::Some)]);
    assert_eq!(last.reason, "Slow but sure.");
}

#[test]
fn every_word_of_a_brief_is_told_anew() {
    let told = brief(records(), vec![]).told(|text| text.replace("Khan", "K."));
    let told = format!("{told:?}");
    assert!(told.contains("Mrs K.") && told.contains("Mr K."), "{told}");
    assert!(!told.contains("Khan"), "{told}");
}
