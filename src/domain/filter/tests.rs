use super::*;
use crate::domain::ehc_line::Lacking;
use crate::domain::test_desk::{AISHA, TestDesk, date, person};
use crate::domain::{
    Absence, Action, Arrangement, Cycle, Edit, Figures, Id, Intervention, Keeping, NcYear,
    NeedCode, NewStatus, OtherPlan, OtherPlanKind, PersonKind, Place, Standings, Status, status,
};

/// Aisha Khan, known as Aïsha, Year 4, 4B, SEN support, SLCN and SEMH, pupil premium; an action late, another due in ten
/// days; in a group of Mrs Bell's; no target.
fn aisha() -> (TestDesk, Standing) {
    let mut desk = TestDesk::new();
    let pupil = Pupil {
        preferred: "Aïsha".into(),
        year: Some(NcYear::Y4),
        class: "4B".into(),
        needs: vec![NeedCode::new("SLCN"), NeedCode::new("SEMH")],
        pp: Some(true),
        eal: Some(false),
        ..desk.aisha().clone()
    };
    desk.save(Edit::new("").put(pupil));
    let support = NewStatus {
        status: Status::K,
        watching: false,
        from: Some(date("2025-01-09")),
        reason: String::new(),
        parent_told: true,
        parent_told_on: None,
    };
    desk.save(status::change(&desk.desk(), AISHA, &support).expect("support"));
    let action = |id, by| Action {
        id: Id::new(id),
        pupil: AISHA,
        review: None,
        what: "hearing test".into(),
        who: String::new(),
        person: None,
        agreed_on: date("2026-07-02"),
        by: Some(date(by)),
        done_on: None,
        dropped: String::new(),
    };
    let group = Intervention {
        id: Id::new(400),
        provision: Id::new(401),
        name: "Phonics".into(),
        led_by: Some(Id::new(402)),
        began_on: date("2026-09-14"),
        ends_on: None,
        keeping: Keeping::EachSession,
        minutes: 20,
        slots: Vec::new(),
        room: String::new(),
    };
    let place = Place {
        id: Id::new(403),
        pupil: AISHA,
        intervention: group.id,
        from: None,
        to: None,
        target: None,
    };
    desk.save(
        Edit::new("")
            .put(action(300, "2026-07-24"))
            .put(action(301, "2026-12-03"))
            .put(person(402, "Mrs Bell", PersonKind::Staff))
            .put(group)
            .put(place),
    );
    let standing = standing(&desk);
    (desk, standing)
}

fn standing(desk: &TestDesk) -> Standing {
    let standings = Standings::of_all(&desk.desk(), &Figures::default());
    standings.get(AISHA).expect("Aisha's").clone()
}

fn fits(desk: &TestDesk, standing: &Standing, typed: &str) -> bool {
    let (filter, pupil) = (Filter::read(typed), desk.aisha());
    let key = Filter::key(pupil);
    let fits = filter.fits(&key, pupil, standing, &desk.caseload);
    // What is told at a glance never says otherwise.
    let sought = filter.sought();
    let traits = Traits::of(pupil, standing, &desk.caseload);
    let may_be = sought.may_be(Letters::of_key(&key), traits);
    assert!(may_be || !fits, "{typed} is ruled out");
    let is_open = sought.is_further() || sought.is_named() && !filter.fits_names(&key);
    assert!(fits || !may_be || is_open, "{typed} is let in");
    fits
}

#[test]
fn words_of_the_filter_keep_what_they_say() {
    let (desk, standing) = aisha();
    let table = [
        ("", true),
        // Names and class: any part, from its start, without accents, in any order.
        ("kh", true),
        ("aisha kh", true),
        ("Khan, aisha", true),
        ("\"aisha khan\"", true),
        ("AÏ", true),
        ("han", false),
        ("4b", true),
        ("4", true),
        ("5b", false),
        // Status.
        ("k", true),
        ("e", false),
        ("n", false),
        ("watching", false),
        ("k e", true),
        ("e watching", false),
        // Year and need.
        ("y4", true),
        ("year 4", true),
        ("y5", false),
        ("y5 y4", true),
        ("slcn", true),
        ("semh", true),
        ("asd", false),
        ("asd slcn", true),
        // Dates.
        ("late", true),
        ("due", true),
        ("due 10d", true),
        ("\"due 2w\"", true),
        ("due:2w", true),
        ("due 9d", false),
        ("due today", false),
        // What is missing.
        ("\"no target\"", true),
        ("no review", true),
        ("no need", false),
        ("to fill in", true),
        // What the school knows; unknown is not yes.
        ("pp", true),
        ("eal", false),
        ("cla", false),
        ("led:bell", true),
        ("led:\"mrs bell\"", true),
        ("led:day", false),
        ("school:oak", true),
        ("school:elm", false),
        // Kinds narrow each other.
        ("k y4 4b slcn late pp led:bell kh", true),
        ("k y5 slcn", false),
        ("pp eal", false),
        // A word in quotation marks that is none of these is a name.
        ("\"kh\"", true),
        ("left", false),
    ];
    for (typed, fitting) in table {
        assert_eq!(fits(&desk, &standing, typed), fitting, "{typed}");
    }
}

#[test]
fn watched_is_not_no_sen() {
    let (desk, standing) = aisha();
    let watched = Standing {
        status: Status::N,
        watching: true,
        ..standing
    };
    assert!(fits(&desk, &watched, "watching"));
    assert!(!fits(&desk, &watched, "n"));
    assert!(fits(&desk, &watched, "n watching"));
    assert!(!fits(&desk, &watched, "no target"));
}

#[test]
fn a_light_plan_needs_no_target() {
    let (mut desk, _) = aisha();
    let cycle = Cycle {
        light: true,
        ..Cycle::new(Id::new(500), AISHA, 1, date("2026-09-09"))
    };
    desk.save(Edit::new("").put(cycle));
    let standing = standing(&desk);
    assert!(!fits(&desk, &standing, "no target"));
}

#[test]
fn those_who_left_are_shown_only_when_asked_for() {
    let (mut desk, standing) = aisha();
    let gone = Pupil {
        left_on: Some(date("2026-07-20")),
        ..desk.aisha().clone()
    };
    desk.save(Edit::new("").put(gone));
    assert!(!fits(&desk, &standing, "kh"));
    assert!(fits(&desk, &standing, "left kh"));
}

#[test]
fn what_was_read_is_said_back() {
    let table = [
        ("k e y4 kh", "SEN support or EHC plan, Year 4, named kh"),
        ("due 2w late", "due in 2 weeks or late"),
        ("no target pp", "no target, pupil premium"),
        ("led:bell", "led by bell"),
        ("", ""),
    ];
    for (typed, said) in table {
        assert_eq!(Filter::read(typed).to_string(), said, "{typed}");
    }
}

#[test]
fn words_of_the_record_find_who_has_and_who_lacks() {
    let (mut desk, standing) = aisha();
    for typed in ["ihp", "ihcp", "aa", "aa missing", "not arranged"] {
        assert!(!fits(&desk, &standing, typed), "{typed}");
    }
    let plan = OtherPlan::new(Id::new(500), AISHA, OtherPlanKind::HealthCare);
    let reader = Arrangement::new(Id::new(501), AISHA);
    desk.save(Edit::new("").put(plan.clone()).put(reader));
    for typed in ["ihp", "IHCP", "aa", "ihp aa k y4"] {
        assert!(fits(&desk, &standing, typed), "{typed}");
    }
    let ended = OtherPlan {
        ended_on: Some(date("2026-10-01")),
        ..plan
    };
    desk.save(Edit::new("").put(ended));
    assert!(!fits(&desk, &standing, "ihp"));
    let lacking = Standing {
        access_missing: true,
        absence: Some(Absence::Persistent),
        not_arranged: vec![Lacking {
            line: Id::new(502),
            why: String::new(),
        }],
        ..standing.clone()
    };
    for typed in [
        "aa missing",
        "not arranged",
        "persistent absence",
        "persistent",
    ] {
        assert!(fits(&desk, &lacking, typed), "{typed}");
        assert!(!fits(&desk, &standing, typed), "{typed}");
    }
    assert!(!fits(&desk, &lacking, "severe absence"));
    let severe = Standing {
        absence: Some(Absence::Severe),
        ..lacking
    };
    assert!(fits(&desk, &severe, "persistent severe absence"));
    assert_eq!(
        Filter::read("aa missing persistent absence").to_string(),
        "an access arrangement with something missing, persistent absence"
    );
}
