use chrono::NaiveDate;

use super::arithmetic::in_full;
use super::{Deadline, DeadlineKind, Due};
use crate::domain::AcademicYear;
use crate::domain::NeedCode;
use crate::domain::Status;
use crate::domain::rules::Rules;

/// The three census days of an academic year: autumn, spring, summer.
pub fn census_days(rules: &Rules, year: AcademicYear) -> [Deadline; 3] {
    let numbers = rules.numbers(year.first());
    let autumn = numbers.autumn_census.of(year.starts_in());
    let spring = numbers.spring_census.of(year.next().starts_in());
    let summer = numbers.summer_census.of(year.next().starts_in());
    let census = |on, what: &str, rule: &str| {
        let due = Due {
            on,
            what: what.to_owned(),
            formula: rule.to_owned(),
        };
        Deadline::new(rules, on, DeadlineKind::Census, due)
    };
    [
        census(
            autumn,
            "school census: SEN provision",
            "first Thursday in October",
        ),
        census(
            spring,
            "school census: SEN provision and type of need",
            "third Thursday in January",
        ),
        census(
            summer,
            "school census: SEN provision",
            "third Thursday in May",
        ),
    ]
}

/// The first spring census on or after a day.
pub fn next_spring_census(rules: &Rules, today: NaiveDate) -> NaiveDate {
    let spring = |year: AcademicYear| {
        let numbers = rules.numbers(year.first());
        numbers.spring_census.of(year.next().starts_in())
    };
    let year = AcademicYear::of(today);
    let this = spring(year);
    if today <= this {
        this
    } else {
        spring(year.next())
    }
}

/// R10: a pupil on the register without a type of need has one by the next spring census.
pub fn need_type(
    rules: &Rules,
    status: Status,
    needs: &[NeedCode],
    today: NaiveDate,
) -> Option<Deadline> {
    (status.on_register() && needs.is_empty()).then(|| {
        let on = next_spring_census(rules, today);
        let due = Due {
            on,
            what: "type of need for the spring census".to_owned(),
            formula: format!("spring census {}", in_full(on)),
        };
        Deadline::new(rules, on, DeadlineKind::NeedType, due)
    })
}
