use super::*;
use crate::domain::test_desk::{AISHA, OAKFIELD, TestDesk, date};
use crate::domain::{
    Action, Closure, ClosureKind, Decision, Edit, Figures, Id, ReviewId, ReviewKind,
};

fn agenda(test: &TestDesk) -> Agenda {
    let standings = Standings::of_all(&test.desk(), &Figures::default());
    Agenda::of(&test.desk(), &standings)
}

/// "26 Nov Review review, 1 of 3" for each entry between two days.
fn told(agenda: &Agenda, first: &str, last: &str) -> Vec<String> {
    let (first, last) = (date(first), date(last));
    agenda
        .entries()
        .iter()
        .filter(|entry| (first..=last).contains(&entry.on))
        .map(|entry| {
            format!(
                "{} {:?} {}",
                date_words::day_month(entry.on),
                entry.mark(),
                entry.words()
            )
        })
        .collect()
}

fn booked(id: i64, kind: ReviewKind, on: &str) -> Review {
    Review::booked(ReviewId::new(id), AISHA, kind, date(on))
}

fn action(id: i64, what: &str, by: Option<&str>) -> Action {
    Action {
        id: Id::new(id),
        pupil: AISHA,
        review: None,
        what: what.to_owned(),
        who: String::new(),
        person: None,
        agreed_on: date("2026-11-02"),
        by: by.map(date),
        done_on: None,
        dropped: String::new(),
    }
}

#[test]
fn reviews_dues_and_the_schools_dates_stand_in_order_of_their_days() {
    let late = Review {
        at: "15:30:00".parse().ok(),
        ..booked(201, ReviewKind::Support, "2026-11-26")
    };
    let early = Review {
        at: "09:00:00".parse().ok(),
        ..booked(202, ReviewKind::Interim, "2026-11-26")
    };
    let held = Review {
        held_on: Some(date("2026-11-19")),
        decision: Some(Decision::CarryOn),
        ..booked(203, ReviewKind::Support, "2026-11-20")
    };
    let edit = Edit::new("")
        .put(late)
        .put(early)
        .put(held)
        .put(action(204, "ring the clinic", Some("2026-11-26")))
        .put(action(205, "some day", None));
    let agenda = agenda(&TestDesk::new().with(edit));
    assert_eq!(
        told(&agenda, "2026-11-16", "2026-11-29"),
        [
            "19 Nov Review review held: carry on",
            "26 Nov Review early review",
            "26 Nov Review review, 2 of 3",
            "26 Nov Other ring the clinic",
        ]
    );
    assert_eq!(
        told(&agenda, "2026-12-15", "2027-01-22"),
        [
            "18 Dec School Autumn 2 ends",
            "31 Dec Other inclusion strategy on the website",
            "4 Jan School Spring 1 starts",
            "21 Jan Law school census: SEN provision and type of need",
        ]
    );
}

#[test]
fn every_entry_has_a_key_of_its_own() {
    let edit = Edit::new("")
        .put(booked(201, ReviewKind::Support, "2026-11-26"))
        .put(booked(202, ReviewKind::Support, "2026-11-26"))
        .put(action(203, "one", Some("2026-11-26")))
        .put(action(204, "two", Some("2026-11-26")));
    let test = TestDesk::new().with(edit);
    // Teaching often starts with an INSET day.
    let mut school = test.caseload.school().expect("Oakfield").clone();
    school.closures.push(Closure {
        first: date("2026-11-02"),
        last: date("2026-11-02"),
        kind: ClosureKind::Inset,
        name: String::new(),
    });
    let agenda = agenda(&test.with(Edit::new("").put(school)));
    let keys: Vec<_> = agenda.entries().iter().map(AgendaEntry::key).collect();
    for (at, key) in keys.iter().enumerate() {
        assert!(!keys[..at].contains(key), "{key:?} is there twice");
    }
}

#[test]
fn a_closure_stands_on_its_first_day_and_says_its_last() {
    let mut test = TestDesk::new();
    let mut school = test.caseload.school().expect("Oakfield").clone();
    school.closures.push(Closure {
        first: date("2026-11-26"),
        last: date("2026-11-27"),
        kind: ClosureKind::Closed,
        name: "snow".to_owned(),
    });
    let second = School {
        id: Id::new(OAKFIELD.number() + 1),
        name: "Elm".to_owned(),
        terms: Vec::new(),
        closures: Vec::new(),
        ..school.clone()
    };
    test.save(Edit::new("").put(school));
    assert_eq!(
        told(&agenda(&test), "2026-11-26", "2026-11-30"),
        ["26 Nov School closed: snow, to 27 Nov"]
    );
    test.save(Edit::new("").put(second));
    assert_eq!(
        told(&agenda(&test), "2026-11-26", "2026-11-30"),
        ["26 Nov School Oakfield: closed: snow, to 27 Nov"]
    );
}
