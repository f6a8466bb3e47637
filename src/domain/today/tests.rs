use chrono::Weekday;

use super::*;
use crate::domain::{
    Action, ActionId, Caseload, Change, DueKind, Figures, Id, Ids, Pupil, PupilId, Record,
    Referral, Review, ReviewKind, Rules, School, SchoolCalendar, Setting, Status, StatusPeriod,
    Weekdays,
};

const KOFI: PupilId = Id::new(10);

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn caseload(records: impl IntoIterator<Item = Record>) -> Caseload {
    let school = School {
        id: Id::new(1),
        name: "Oakfield".into(),
        authority: String::new(),
        leaving_years: vec![],
        terms: vec![],
        closures: vec![],
    };
    let setting = Setting {
        id: Setting::ID,
        senco: None,
        working_days: Weekdays::NONE.with(Weekday::Mon).with(Weekday::Thu),
        plan_name: String::new(),
        began_on: day(9, 1),
        columns: Vec::new(),
        kept_filters: Vec::new(),
    };
    let kofi = Pupil {
        forename: "Kofi".into(),
        ..Pupil::new(KOFI, Id::new(1))
    };
    let mut caseload = Caseload::default();
    let start: [Record; 3] = [school.into(), setting.into(), kofi.into()];
    for record in start.into_iter().chain(records) {
        caseload.apply(Change::Put(record));
    }
    caseload
}

/// What is asked on Monday 23 November.
fn ask<T>(caseload: &Caseload, question: impl FnOnce(&Desk<'_>, &Standings) -> T) -> T {
    let desk = Desk {
        caseload,
        rules: Rules::england(),
        calendar: &SchoolCalendar::default(),
        now: day(11, 23)
            .and_hms_opt(12, 0, 0)
            .unwrap()
            .and_utc()
            .fixed_offset(),
        ids: &Ids::after(0, 0),
    };
    question(&desk, &Standings::of_all(&desk, &Figures::default()))
}

fn today(caseload: &Caseload) -> Today {
    ask(caseload, Today::of)
}

fn action(id: i64, by: Option<NaiveDate>) -> Record {
    Record::from(Action {
        id: ActionId::new(id),
        pupil: KOFI,
        review: None,
        what: "ring the EP".into(),
        who: String::new(),
        person: None,
        agreed_on: day(9, 1),
        by,
        done_on: None,
        dropped: String::new(),
    })
}

fn review(id: i64, on: NaiveDate) -> Record {
    Record::from(Review::booked(Id::new(id), KOFI, ReviewKind::Support, on))
}

#[test]
fn each_thing_stands_once_in_the_part_it_belongs_in() {
    let awaited = Referral {
        what: "EP report".into(),
        of: "Dr Shah".into(),
        ..Referral::new(Id::new(60), KOFI, day(10, 1))
    };
    let caseload = caseload([
        review(40, day(11, 23)),
        action(50, Some(day(11, 12))),
        action(51, Some(day(11, 22))),
        action(52, Some(day(12, 7))),
        action(53, Some(day(12, 8))),
        action(54, None),
        awaited.into(),
    ]);
    let today = today(&caseload);
    let sections: Vec<(Section, usize)> = today
        .sections
        .iter()
        .map(|(section, dues)| (*section, dues.len()))
        .collect();
    assert_eq!(
        sections,
        [
            (Section::Today, 1),
            (Section::Late, 2),
            (Section::Waiting, 1),
            (Section::Soon, 1),
        ]
    );
    // The longest late stands first.
    assert_eq!(today.sections[1].1[0].days, Some(-11));
    let counts = today.counts;
    assert_eq!((counts.today, counts.by_law, counts.late), (1, 0, 2));
    assert_eq!(counts.to_string(), "1 today   2 late   1 waiting");
    assert_eq!(Counts::default().to_string(), "nothing is due");
}

#[test]
fn the_school_has_dates_of_its_own() {
    let on_the_register = StatusPeriod {
        id: Id::new(20),
        pupil: KOFI,
        status: Status::K,
        watching: false,
        from: None,
        to: None,
        reason: String::new(),
        parent_told: true,
        parent_told_on: None,
        watched: Vec::new(),
    };
    let caseload = caseload([Record::from(on_the_register)]);
    let of_school = ask(&caseload, |_, standings| {
        let dues = standings.of_school()[..2].iter();
        dues.map(|due| (due.what.clone(), due.on.unwrap()))
            .collect::<Vec<_>>()
    });
    let of_school: Vec<(&str, NaiveDate)> = of_school
        .iter()
        .map(|(what, on)| (what.as_str(), *on))
        .collect();
    assert_eq!(
        of_school,
        [
            ("inclusion strategy on the website", day(12, 31)),
            (
                "school census: SEN provision and type of need: 1 pupil has no type yet",
                NaiveDate::from_ymd_opt(2027, 1, 21).unwrap()
            ),
        ]
    );
    let missing = today(&caseload).to_fill_in;
    assert_eq!(
        missing,
        [
            (FillIn::StatusSince, 1),
            (FillIn::ParentTold, 1),
            (FillIn::ReviewDate, 1),
            (FillIn::NeedType, 1)
        ]
    );
}

#[test]
fn what_comes_before_she_is_next_in_is_counted() {
    let caseload = caseload([
        review(40, day(11, 23)),
        review(41, day(11, 24)),
        action(50, Some(day(11, 26))),
        action(51, Some(day(11, 27))),
    ]);
    let next = today(&caseload).next_in.unwrap();
    let expected = NextIn {
        on: day(11, 26),
        reviews: 1,
        others: 1,
    };
    assert_eq!(next, expected);
}

#[test]
fn what_is_due_by_a_day_holds_all_that_is_awaited() {
    let caseload = caseload([
        action(50, Some(day(11, 26))),
        action(51, Some(day(11, 27))),
        action(52, None),
    ]);
    let due = ask(&caseload, |_, standings| {
        let dues = standings.due_by(day(11, 26)).into_iter();
        dues.map(|due| (due.kind, due.on)).collect::<Vec<_>>()
    });
    assert_eq!(
        due,
        [
            (DueKind::Action, Some(day(11, 26))),
            (DueKind::Action, None)
        ]
    );
}
