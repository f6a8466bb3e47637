use chrono::{Datelike, NaiveDate};

use super::arithmetic::{count, days_earlier, in_full, in_short};
use super::{Deadline, DeadlineKind, Due};
use crate::domain::AcademicYear;
use crate::domain::NcYear;
use crate::domain::Prompt;
use crate::domain::SchoolCalendar;
use crate::domain::rules::{DayOfYear, RuleId, Rules};

/// A move from one phase of education to the next (regs 2(1), 18).
///
/// Which years move on is a matter of the type of school, so each school says it; a move inside one school is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhaseTransfer {
    /// The year that is left.
    pub leaving: NcYear,
    /// The calendar year of the September in which the next phase begins.
    pub september: i32,
}

impl PhaseTransfer {
    /// The move at the end of this academic year, when the pupil is in a leaving year of the school.
    pub fn of(year: NcYear, leaving_years: &[NcYear], on: NaiveDate) -> Option<Self> {
        leaving_years.contains(&year).then(|| Self {
            leaving: year,
            september: AcademicYear::of(on).next().starts_in(),
        })
    }

    /// The move at the end of the next academic year, when the pupil is in the year before a leaving year.
    pub fn a_year_ahead(year: NcYear, leaving_years: &[NcYear], on: NaiveDate) -> Option<Self> {
        Self::of(year.next()?, leaving_years, on).map(|next| Self {
            september: next.september.saturating_add(1),
            ..next
        })
    }

    /// R7: the last day on which the amended plan can be made final: the regulation says *before* 15 February, or
    /// before 31 March for a move to a post-16 institution.
    pub fn last_day(self, rules: &Rules) -> NaiveDate {
        days_earlier(self.before(rules).of(self.september), 1)
    }

    /// R7: the last meeting that leaves the authority its longest lawful time. It may be a Sunday; what the school
    /// should aim at is [`meeting`](Self::meeting).
    pub fn last_safe_meeting(self, rules: &Rules) -> NaiveDate {
        let days = rules.numbers(self.rules_of()).meeting_to_final_days;
        days_earlier(self.last_day(rules), days)
    }

    /// R7: the authority's final plan.
    pub fn final_plan(self, rules: &Rules) -> Deadline {
        let due = Due {
            on: self.last_day(rules),
            what: format!("final plan for September {}", self.september),
            formula: format!("before {}", in_full(self.before(rules).of(self.september))),
        };
        Deadline::new(rules, self.rules_of(), DeadlineKind::TransferFinal, due)
    }

    /// R7: the school's last safe meeting.
    pub fn meeting(self, rules: &Rules, calendar: &SchoolCalendar) -> Deadline {
        let due = Due {
            on: self.last_safe_meeting(rules),
            what: format!("transfer review meeting for September {}", self.september),
            formula: self.safe_formula(rules),
        };
        let due = due.on_a_school_day(calendar);
        Deadline::new(rules, self.rules_of(), DeadlineKind::TransferMeeting, due)
    }

    /// R7: the warning when a meeting is booked after the last safe date. The last day in it is the authority's.
    pub fn booked_late(self, rules: &Rules, meeting: NaiveDate) -> Option<Deadline> {
        let late = (meeting - self.last_safe_meeting(rules)).num_days();
        (late > 0).then(|| {
            let due = Due {
                on: self.last_day(rules),
                what: format!(
                    "transfer meeting is booked {}, {} after the last date that leaves the LA its full time",
                    in_short(meeting),
                    count(late, "day")
                ),
                formula: format!(
                    "{} = {}",
                    self.safe_formula(rules),
                    in_full(self.last_safe_meeting(rules))
                ),
            };
            Deadline::new(rules, self.rules_of(), DeadlineKind::TransferMeetingLate, due)
        })
    }

    /// R25: in a leaving year the last safe transfer date comes before a later annual review meeting, even though its
    /// twelve months have not run.
    pub fn comes_first(
        self,
        rules: &Rules,
        annual_meeting_by: NaiveDate,
        calendar: &SchoolCalendar,
    ) -> Option<Deadline> {
        let safe = self.last_safe_meeting(rules);
        (annual_meeting_by > safe).then(|| {
            let due = Due {
                on: safe,
                what: format!(
                    "hold the annual review as the transfer review: {} is too late for September {}",
                    in_short(annual_meeting_by),
                    self.september
                ),
                formula: self.safe_formula(rules),
            };
            let due = due.on_a_school_day(calendar);
            Deadline::new(rules, self.rules_of(), DeadlineKind::TransferComesFirst, due)
        })
    }

    /// R24: in the year before the leaving year, from spring on, the review is best held in the summer term as the
    /// transfer review.
    pub fn in_the_summer_before(self, rules: &Rules, today: NaiveDate) -> Option<Prompt> {
        let year_before = AcademicYear::starting(self.september.saturating_sub(2));
        let from_month = u32::from(rules.numbers(today).transfer_review_from_month);
        let spring_or_summer =
            today.year() > year_before.starts_in() && today.month() >= from_month;
        (AcademicYear::of(today) == year_before && spring_or_summer).then(|| {
            let words = format!(
                "Hold this review in the summer term as the transfer review for September {}.",
                self.september
            );
            Prompt::of(rules, RuleId::R24, today, words)
        })
    }

    /// The day whose rules apply: the first of the leaving year.
    fn rules_of(self) -> NaiveDate {
        AcademicYear::starting(self.september.saturating_sub(1)).first()
    }

    fn before(self, rules: &Rules) -> DayOfYear {
        let numbers = rules.numbers(self.rules_of());
        if self.leaving >= numbers.post_16_from {
            numbers.transfer_post_16_before
        } else {
            numbers.transfer_before
        }
    }

    fn safe_formula(self, rules: &Rules) -> String {
        let days = rules.numbers(self.rules_of()).meeting_to_final_days;
        format!(
            "LA's last day {} - {}",
            in_full(self.last_day(rules)),
            count(days.into(), "day")
        )
    }
}
