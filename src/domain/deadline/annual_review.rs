use chrono::NaiveDate;

use super::arithmetic::{count, days_earlier, days_later, in_full, in_short, months_later};
use super::{Deadline, DeadlineKind, Due, PlanClock};
use crate::domain::SchoolCalendar;
use crate::domain::rules::Rules;

/// R5: the last day of the review of an EHC plan, and the last meeting date that leaves the authority its four weeks.
///
/// The period *starts with* the day of making (s.44), so a plan of 1 January is due by 31 December.
pub fn annual_review(rules: &Rules, clock: PlanClock, calendar: &SchoolCalendar) -> [Deadline; 2] {
    let from = clock.day();
    let numbers = rules.numbers(from);
    let (months, safe) = (numbers.annual_review_months, numbers.safe_meeting_days);
    let last = days_earlier(months_later(from, months), 1);
    let period = format!("{clock} + {} - 1 day", count(months.into(), "month"));
    let complete = Due {
        on: last,
        what: "annual review".to_owned(),
        formula: period.clone(),
    };
    let meeting = Due {
        on: days_earlier(last, safe),
        what: "annual review meeting, to leave the LA its time".to_owned(),
        formula: format!("{period} - {}", count(safe.into(), "day")),
    };
    [
        Deadline::new(rules, from, DeadlineKind::AnnualReview, complete),
        Deadline::new(
            rules,
            from,
            DeadlineKind::AnnualReviewMeeting,
            meeting.on_a_school_day(calendar),
        ),
    ]
}

/// R6: the steps around the meeting of an annual or transfer review, in order: reports asked for, papers out, report,
/// the authority's decision, final plan.
pub fn annual_review_steps(
    rules: &Rules,
    meeting: NaiveDate,
    calendar: &SchoolCalendar,
) -> [Deadline; 5] {
    let numbers = rules.numbers(meeting);
    let review = format!("review of {}", in_short(meeting));
    let before = |kind, days: u16, what: &str| {
        let due = Due {
            on: days_earlier(meeting, days),
            what: format!("{what} {review}"),
            formula: format!(
                "meeting {} - {}",
                in_full(meeting),
                count(days.into(), "day")
            ),
        };
        Deadline::new(rules, meeting, kind, due.on_a_school_day(calendar))
    };
    let after = |kind, days: u16, what: &str| {
        let due = Due {
            on: days_later(meeting, days),
            what: format!("{what} {review}"),
            formula: format!(
                "meeting {} + {}",
                in_full(meeting),
                count(days.into(), "day")
            ),
        };
        Deadline::new(rules, meeting, kind, due)
    };
    [
        before(
            DeadlineKind::AskForReports,
            numbers.ask_for_reports_days,
            "ask for reports for",
        ),
        before(
            DeadlineKind::PapersOut,
            numbers.papers_out_days,
            "papers out for",
        ),
        after(DeadlineKind::Report, numbers.report_days, "report of"),
        after(
            DeadlineKind::LaDecision,
            numbers.la_decision_days,
            "decision after",
        ),
        after(
            DeadlineKind::FinalPlan,
            numbers.meeting_to_final_days,
            "final plan after",
        ),
    ]
}

/// R6: the final plan when the authority has sent its amendment notice: eight weeks from that (reg 22(3)).
pub fn final_plan_after_notice(rules: &Rules, notice: NaiveDate) -> Deadline {
    let days = rules.numbers(notice).notice_to_final_days;
    let due = Due {
        on: days_later(notice, days),
        what: format!("final plan after notice of {}", in_short(notice)),
        formula: format!(
            "amendment notice {} + {}",
            in_full(notice),
            count(days.into(), "day")
        ),
    };
    Deadline::new(rules, notice, DeadlineKind::FinalPlan, due)
}
