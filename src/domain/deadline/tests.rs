use super::*;
use crate::domain::AcademicYear;
use crate::domain::Closure;
use crate::domain::ClosureKind;
use crate::domain::NcYear;
use crate::domain::NeedCode;
use crate::domain::Status;
use proptest::prelude::*;

fn date(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// No term dates: every weekday but bank holidays is a school day.
fn weekdays() -> SchoolCalendar {
    SchoolCalendar::default()
}

fn rules() -> &'static Rules {
    Rules::england()
}

fn autumn_with_closure(first: NaiveDate, last: NaiveDate) -> SchoolCalendar {
    let closure = Closure {
        first,
        last,
        kind: ClosureKind::Inset,
        name: String::new(),
    };
    SchoolCalendar::new(&[], &[closure])
}

#[test]
fn r2_warns_a_fortnight_before_and_on_the_day() {
    let agreed = date(2026, 11, 26);
    let warning = |today| review_warning(rules(), agreed, today);
    assert_eq!(warning(date(2026, 11, 11)), None);
    assert_eq!(warning(date(2026, 11, 12)), Some(ReviewWarning::Soon));
    assert_eq!(warning(date(2026, 11, 25)), Some(ReviewWarning::Soon));
    assert_eq!(warning(date(2026, 11, 26)), Some(ReviewWarning::Today));
    assert_eq!(warning(date(2026, 11, 27)), Some(ReviewWarning::Late));

    let due = plan_review(rules(), agreed);
    assert_eq!((due.on, due.force), (agreed, Force::Code));
    assert_eq!(due.basis, "CoP 6.53");
    assert_eq!(due.days(date(2026, 11, 23)), 3);
    assert!(!due.is_late(agreed));
    assert!(due.is_late(date(2026, 11, 27)));
}

#[test]
fn r4_assessment_at_6_16_and_20_weeks() {
    let [decision, no_plan, last] = assessment(rules(), date(2026, 11, 2));
    assert_eq!(decision.on, date(2026, 12, 14));
    assert_eq!(no_plan.on, date(2027, 2, 22));
    assert_eq!(last.on, date(2027, 3, 22));
    assert_eq!(last.formula, "request received 2 Nov 2026 + 140 days");
    for due in [decision, no_plan, last] {
        assert_eq!((due.who_must, due.force), (WhoMust::La, Force::Law));
    }
}

#[test]
fn r5_annual_review_in_twelve_months_less_a_day() {
    let [complete, meeting] = annual_review(
        rules(),
        PlanClock::Reviewed(date(2025, 12, 14)),
        &weekdays(),
    );
    assert_eq!(complete.on, date(2026, 12, 13));
    assert_eq!(
        complete.formula,
        "last review 14 Dec 2025 + 12 months - 1 day"
    );
    assert_eq!(
        (complete.who_must, complete.force),
        (WhoMust::La, Force::Law)
    );
    // 28 days before is Sunday 15 November.
    assert_eq!(meeting.on, date(2026, 11, 13));
    assert_eq!(
        meeting.formula,
        "last review 14 Dec 2025 + 12 months - 1 day - 28 days = 15 Nov 2026 (Sunday), so the school day before"
    );
    assert_eq!(
        (meeting.who_must, meeting.force),
        (WhoMust::School, Force::WorkedBack)
    );
}

#[test]
fn r5_a_plan_made_on_new_years_day_is_due_on_new_years_eve() {
    let [complete, _] = annual_review(rules(), PlanClock::Made(date(2026, 1, 1)), &weekdays());
    assert_eq!(complete.on, date(2026, 12, 31));
    assert_eq!(complete.formula, "plan made 1 Jan 2026 + 12 months - 1 day");
    let [leap, _] = annual_review(rules(), PlanClock::Made(date(2024, 2, 29)), &weekdays());
    assert_eq!(leap.on, date(2025, 2, 27));
}

#[test]
fn r6_steps_around_the_meeting() {
    let steps = annual_review_steps(rules(), date(2026, 12, 14), &weekdays());
    let days: Vec<_> = steps.iter().map(|due| (due.kind.code(), due.on)).collect();
    let expected = [
        ("ask_for_reports", date(2026, 11, 16)),
        ("papers_out", date(2026, 11, 30)),
        ("report", date(2026, 12, 28)),
        ("la_decision", date(2027, 1, 11)),
        ("final_plan", date(2027, 3, 8)),
    ];
    assert_eq!(days, expected);
    let [ask, papers, report, decision, last] = steps;
    assert_eq!(papers.what, "papers out for review of 14 Dec");
    assert_eq!(papers.formula, "meeting 14 Dec 2026 - 14 days");
    assert_eq!((papers.force, ask.force), (Force::Law, Force::WorkedBack));
    assert_eq!(
        (report.who_must, decision.who_must),
        (WhoMust::School, WhoMust::La)
    );
    assert_eq!(last.basis, "reg 22(3)");
}

#[test]
fn r6_papers_move_back_over_a_closed_day_and_the_report_never_moves() {
    let calendar = autumn_with_closure(date(2026, 11, 30), date(2026, 11, 30));
    let [_, papers, report, ..] = annual_review_steps(rules(), date(2026, 12, 14), &calendar);
    assert_eq!(papers.on, date(2026, 11, 27));
    assert!(
        papers
            .formula
            .ends_with("(INSET day), so the school day before")
    );
    // 28 December 2026 is a bank holiday in the Christmas holiday.
    assert_eq!(report.on, date(2026, 12, 28));
}

#[test]
fn r6_final_plan_eight_weeks_from_the_notice() {
    let due = final_plan_after_notice(rules(), date(2026, 12, 7));
    assert_eq!(due.on, date(2027, 2, 1));
    assert_eq!(due.formula, "amendment notice 7 Dec 2026 + 56 days");
    assert_eq!(due.rule, RuleId::R6);
}

#[test]
fn r7_last_days_and_last_safe_meetings_of_the_published_table() {
    let table = [
        (NcYear::Y6, 2027, date(2027, 2, 14), date(2026, 11, 22)),
        (NcYear::Y11, 2027, date(2027, 3, 30), date(2027, 1, 5)),
        (NcYear::Y2, 2028, date(2028, 2, 14), date(2027, 11, 22)),
        (NcYear::Y11, 2028, date(2028, 3, 30), date(2028, 1, 6)),
    ];
    for (leaving, september, last, safe) in table {
        let transfer = PhaseTransfer { leaving, september };
        assert_eq!(transfer.last_day(rules()), last);
        assert_eq!(transfer.last_safe_meeting(rules()), safe);
        let plan = transfer.final_plan(rules());
        assert_eq!(
            (plan.on, plan.who_must, plan.force),
            (last, WhoMust::La, Force::Law)
        );
    }
}

#[test]
fn r7_the_meeting_is_worked_back_to_a_school_day() {
    let transfer = PhaseTransfer {
        leaving: NcYear::Y6,
        september: 2027,
    };
    let meeting = transfer.meeting(rules(), &weekdays());
    assert_eq!(meeting.on, date(2026, 11, 20));
    assert_eq!(meeting.force, Force::WorkedBack);
    assert_eq!(
        meeting.formula,
        "LA's last day 14 Feb 2027 - 84 days = 22 Nov 2026 (Sunday), so the school day before"
    );
}

#[test]
fn r7_a_leaving_year_is_what_the_school_says() {
    let today = date(2026, 11, 23);
    let primary = [NcYear::Y6];
    let infant = [NcYear::Y2];
    let of = |year, leaving: &[NcYear]| PhaseTransfer::of(year, leaving, today);
    assert_eq!(
        of(NcYear::Y6, &primary).map(|transfer| transfer.september),
        Some(2027)
    );
    assert_eq!(of(NcYear::Y2, &primary), None);
    assert_eq!(
        of(NcYear::Y2, &infant).map(|transfer| transfer.september),
        Some(2027)
    );
    let in_august = PhaseTransfer::of(NcYear::Y6, &primary, date(2026, 8, 31));
    assert_eq!(in_august.map(|transfer| transfer.september), Some(2026));
}

#[test]
fn r7_a_meeting_booked_after_the_last_safe_date_is_warned_of() {
    let transfer = PhaseTransfer {
        leaving: NcYear::Y6,
        september: 2027,
    };
    let warning = transfer.booked_late(rules(), date(2026, 11, 30)).unwrap();
    assert_eq!(
        warning.what,
        "transfer meeting is booked 30 Nov, 8 days after the last date that leaves the LA its full time"
    );
    assert_eq!(
        (warning.on, warning.who_must),
        (date(2027, 2, 14), WhoMust::La)
    );
    assert_eq!(
        warning.formula,
        "LA's last day 14 Feb 2027 - 84 days = 22 Nov 2026"
    );
    let one_late = transfer.booked_late(rules(), date(2026, 11, 23)).unwrap();
    assert!(one_late.what.contains("1 day after"));
    assert_eq!(transfer.booked_late(rules(), date(2026, 11, 22)), None);
}

#[test]
fn r9_appeal_is_the_later_of_letter_and_certificate() {
    let letter = date(2026, 11, 30);
    assert_eq!(appeal(rules(), letter, None).on, date(2027, 1, 30));
    let early = appeal(rules(), letter, Some(date(2026, 12, 10)));
    assert_eq!(early.on, date(2027, 1, 30));
    let later = appeal(rules(), letter, Some(date(2027, 1, 31)));
    assert_eq!(later.on, date(2027, 2, 28));
    assert_eq!(later.formula, "certificate 31 Jan 2027 + 1 month");
}

#[test]
fn r10_a_type_of_need_by_the_spring_census() {
    let today = date(2026, 11, 23);
    let due = need_type(rules(), Status::K, &[], today).unwrap();
    assert_eq!(due.on, date(2027, 1, 21));
    assert_eq!(due.formula, "spring census 21 Jan 2027");
    assert!(need_type(rules(), Status::E, &[], today).is_some());
    assert_eq!(need_type(rules(), Status::N, &[], today), None);
    let needs = [NeedCode::new("SLCN")];
    assert_eq!(need_type(rules(), Status::K, &needs, today), None);
}

#[test]
fn r10_the_next_spring_census_is_a_year_on_after_the_day() {
    assert_eq!(
        next_spring_census(rules(), date(2027, 1, 21)),
        date(2027, 1, 21)
    );
    assert_eq!(
        next_spring_census(rules(), date(2027, 1, 22)),
        date(2028, 1, 20)
    );
}

#[test]
fn census_days_by_the_rule() {
    let days = |year| census_days(rules(), AcademicYear::starting(year)).map(|due| due.on);
    assert_eq!(
        days(2026),
        [date(2026, 10, 1), date(2027, 1, 21), date(2027, 5, 20)]
    );
    assert_eq!(
        days(2027),
        [date(2027, 10, 7), date(2028, 1, 20), date(2028, 5, 18)]
    );
}

#[test]
fn r13_a_file_is_kept_until_31_years_after_birth() {
    assert_eq!(keep_until(rules(), date(2018, 2, 14)).on, date(2049, 2, 14));
    let leap = keep_until(rules(), date(2016, 2, 29));
    assert_eq!(leap.on, date(2047, 2, 28));
    assert_eq!(leap.formula, "born 29 Feb 2016 + 31 years");
}

#[test]
fn r20_school_advice_in_six_weeks() {
    let due = school_advice(rules(), date(2026, 11, 2));
    assert_eq!(due.on, date(2026, 12, 14));
    assert_eq!((due.who_must, due.force), (WhoMust::School, Force::Law));
}

#[test]
fn r21_the_familys_days_begin_with_service() {
    let due = family_answer(rules(), date(2026, 11, 2));
    assert_eq!(due.on, date(2026, 11, 16));
    assert_eq!(due.who_must, WhoMust::Other);
    assert_eq!(due.formula, "15 days beginning with service on 2 Nov 2026");
}

#[test]
fn r22_a_consultation_has_the_codes_fifteen_days() {
    let due = consultation_answer(rules(), date(2026, 11, 2));
    assert_eq!(due.on, date(2026, 11, 17));
    assert_eq!(due.force, Force::Code);
}

#[test]
fn r24_the_summer_review_of_the_year_before() {
    let ahead = |today| PhaseTransfer::a_year_ahead(NcYear::Y5, &[NcYear::Y6], today).unwrap();
    let asked = |today| ahead(today).in_the_summer_before(rules(), today);
    assert_eq!(ahead(date(2026, 11, 23)).september, 2028);
    assert_eq!(asked(date(2026, 11, 23)), None);
    let prompt = asked(date(2027, 1, 4)).unwrap();
    assert_eq!(
        prompt.words,
        "Hold this review in the summer term as the transfer review for September 2028."
    );
    assert_eq!(prompt.force, Force::Own);
    assert!(asked(date(2027, 8, 31)).is_some());
    let year_six = PhaseTransfer::of(NcYear::Y6, &[NcYear::Y6], date(2027, 9, 1)).unwrap();
    assert_eq!(year_six.september, 2028);
    assert_eq!(
        year_six.in_the_summer_before(rules(), date(2027, 9, 1)),
        None
    );
    assert_eq!(
        year_six.in_the_summer_before(rules(), date(2028, 1, 10)),
        None
    );
}

#[test]
fn r25_a_leaving_year_does_not_wait_for_its_twelve_months() {
    let transfer = PhaseTransfer {
        leaving: NcYear::Y6,
        september: 2027,
    };
    let due = transfer
        .comes_first(rules(), date(2027, 5, 3), &weekdays())
        .unwrap();
    assert_eq!(due.on, date(2026, 11, 20));
    assert_eq!(
        due.what,
        "hold the annual review as the transfer review: 3 May is too late for September 2027"
    );
    assert_eq!(due.rule, RuleId::R25);
    let in_time = transfer.comes_first(rules(), date(2026, 10, 5), &weekdays());
    assert_eq!(in_time, None);
}

#[test]
fn the_inclusion_strategy_is_a_condition_of_a_grant() {
    let due = inclusion_strategy(rules(), date(2026, 11, 23));
    assert_eq!((due.on, due.force), (date(2026, 12, 31), Force::Grant));
}

#[test]
fn changed_numbers_change_the_dates_and_their_sums() {
    let longer: toml::Table = "la_decision_days = 42".parse().unwrap();
    let rules = rules().with(&longer).unwrap();
    let [_, _, _, decision, _] = annual_review_steps(&rules, date(2026, 12, 14), &weekdays());
    assert_eq!(decision.on, date(2027, 1, 25));
    assert_eq!(decision.formula, "meeting 14 Dec 2026 + 42 days");
}

proptest! {
    #[test]
    fn dates_are_worked_out_for_any_day(offset in 0..110_000i64, later in 0..4_000i64) {
        let day = date(1900, 1, 1) + chrono::TimeDelta::days(offset);
        let other = day + chrono::TimeDelta::days(later);
        let calendar = weekdays();
        let [complete, meeting] = annual_review(rules(), PlanClock::Made(day), &calendar);
        prop_assert!(day < meeting.on && meeting.on < complete.on);
        let steps = annual_review_steps(rules(), day, &calendar);
        prop_assert!(steps.is_sorted_by_key(|due| due.on));
        prop_assert!(assessment(rules(), day).is_sorted_by_key(|due| due.on));
        prop_assert!(appeal(rules(), day, Some(other)).on > other);
        prop_assert!(family_answer(rules(), day).on >= day);
        prop_assert!(next_spring_census(rules(), day) >= day);
        prop_assert!(keep_until(rules(), day).on > day);
        prop_assert!(census_days(rules(), AcademicYear::of(day)).is_sorted_by_key(|due| due.on));
        let transfer = PhaseTransfer::of(NcYear::Y6, &[NcYear::Y6], day).unwrap();
        prop_assert!(transfer.meeting(rules(), &calendar).on <= transfer.last_safe_meeting(rules()));
        prop_assert_eq!(
            transfer.booked_late(rules(), other).is_some(),
            other > transfer.last_safe_meeting(rules())
        );
    }
}

#[test]
fn the_ends_of_time_are_no_fault() {
    for day in [NaiveDate::MIN, NaiveDate::MAX] {
        annual_review(rules(), PlanClock::Reviewed(day), &weekdays());
        annual_review_steps(rules(), day, &weekdays());
        let transfer = PhaseTransfer::of(NcYear::Y11, &[NcYear::Y11], day).unwrap();
        transfer.final_plan(rules());
        transfer.booked_late(rules(), day);
        census_days(rules(), AcademicYear::of(day));
        keep_until(rules(), day);
    }
}
