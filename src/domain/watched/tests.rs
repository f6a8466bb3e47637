use super::*;
use crate::domain::test_desk::{AISHA, TestDesk, date};
use crate::domain::{Edit, Id, Status, WatchDecision};

/// Aisha, watched since 2 November, with a day to look again.
fn watched() -> TestDesk {
    TestDesk::new().with(
        Edit::new("")
            .put(StatusPeriod {
                id: Id::new(200),
                pupil: AISHA,
                status: Status::N,
                watching: true,
                from: Some(date("2026-11-02")),
                to: None,
                reason: "first concern".into(),
                parent_told: false,
                parent_told_on: None,
                watched: Vec::new(),
            })
            .put(Action::look_again(
                Id::new(300),
                AISHA,
                date("2026-11-02"),
                date("2026-11-23"),
            )),
    )
}

fn seen(part: WatchPart, words: &str) -> Watched {
    Watched {
        part,
        on: Some(date("2026-11-09")),
        words: words.into(),
    }
}

fn decided(decision: WatchDecision) -> Decided {
    Decided {
        decision,
        on: date("2026-11-23"),
        reason: "phonics gap closed".into(),
        look_again_on: None,
        parent_told_on: None,
    }
}

#[test]
fn what_is_looked_at_is_written_put_right_and_removed() {
    let mut test = watched();
    let hearing = seen(WatchPart::Hearing, "checked, fine");
    test.save(put(&test.desk(), AISHA, None, hearing.clone()).expect("written"));
    test.save(
        put(
            &test.desk(),
            AISHA,
            None,
            seen(WatchPart::Tried, "near the board"),
        )
        .expect("a second"),
    );
    let same = put(&test.desk(), AISHA, Some(0), hearing).expect("the same");
    assert!(same.is_empty());
    let right = seen(WatchPart::Hearing, "refer to GP");
    test.save(put(&test.desk(), AISHA, Some(0), right).expect("put right"));
    let all = &period(&test.caseload, AISHA).expect("watched").watched;
    assert_eq!((all.len(), all[0].words.as_str()), (2, "refer to GP"));
    test.save(remove(&test.desk(), AISHA, 1).expect("removed"));
    assert!(remove(&test.desk(), AISHA, 1).is_err());
    let empty = Watched {
        on: None,
        words: String::new(),
        ..seen(WatchPart::Sight, "")
    };
    assert!(put(&test.desk(), AISHA, None, empty).is_err());
    let to_come = Watched {
        on: Some(date("2026-11-24")),
        ..seen(WatchPart::Sight, "x")
    };
    assert!(put(&test.desk(), AISHA, None, to_come).is_err());
}

#[test]
fn a_decision_has_a_reason_and_what_follows_from_it() {
    let test = watched();
    let unreasoned = Decided {
        reason: String::new(),
        ..decided(WatchDecision::Support)
    };
    let field = |decided: &Decided| {
        let refusal = decide(&test.desk(), AISHA, decided).expect_err("refused");
        refusal.field.expect("a field").into_owned()
    };
    assert_eq!(field(&unreasoned), "reason");
    assert_eq!(
        field(&decided(WatchDecision::KeepWatching)),
        "look_again_on"
    );
    let too_early = Decided {
        on: date("2026-11-02"),
        ..decided(WatchDecision::Support)
    };
    assert_eq!(field(&too_early), "on");
}

#[test]
fn onto_the_register_ends_the_watching_and_keeps_what_was_seen() {
    let mut test = watched();
    test.save(
        put(
            &test.desk(),
            AISHA,
            None,
            seen(WatchPart::Child, "too loud"),
        )
        .expect("seen"),
    );
    let support = Decided {
        parent_told_on: Some(date("2026-11-20")),
        ..decided(WatchDecision::Support)
    };
    let edit = decide(&test.desk(), AISHA, &support).expect("decided");
    assert_eq!(edit.label, "Aisha Khan: onto the register: SEN support");
    test.save(edit);
    let now = test.caseload.status_now(AISHA).expect("a status");
    assert_eq!(
        (now.status, now.from, now.parent_told_on),
        (
            Status::K,
            Some(date("2026-11-23")),
            Some(date("2026-11-20"))
        )
    );
    let before = period(&test.caseload, AISHA).expect("the watching");
    assert_eq!(before.to, Some(date("2026-11-22")));
    let parts: Vec<WatchPart> = before.watched.iter().map(|seen| seen.part).collect();
    assert_eq!(parts, [WatchPart::Child, WatchPart::Decision]);
    assert!(looks(&test.caseload, AISHA).is_empty(), "it was looked at");
}

#[test]
fn watching_goes_on_until_a_day_or_ends_with_nothing_more() {
    let mut test = watched();
    let on = Decided {
        look_again_on: Some(date("2027-01-11")),
        ..decided(WatchDecision::KeepWatching)
    };
    test.save(decide(&test.desk(), AISHA, &on).expect("kept"));
    let days: Vec<_> = looks(&test.caseload, AISHA)
        .iter()
        .map(|look| look.by)
        .collect();
    assert_eq!(days, [Some(date("2027-01-11"))]);
    test.save(decide(&test.desk(), AISHA, &decided(WatchDecision::NothingMore)).expect("ended"));
    let now = test.caseload.status_now(AISHA).expect("a status");
    assert_eq!((now.status, now.watching), (Status::N, false));
    let ended = period(&test.caseload, AISHA).expect("the watching");
    assert_eq!(ended.watched.len(), 2);
    assert!(decide(&test.desk(), AISHA, &on).is_err(), "not watched now");
}
