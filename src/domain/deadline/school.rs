use chrono::NaiveDate;

use super::arithmetic::{count, in_full, months_later};
use super::{Deadline, DeadlineKind, Due};
use crate::domain::rules::Rules;

/// The inclusion strategy on the school's website, a condition of the Inclusive Mainstream Fund.
pub fn inclusion_strategy(rules: &Rules, today: NaiveDate) -> Deadline {
    let on = rules.numbers(today).inclusion_strategy_by;
    let due = Due {
        on,
        what: "inclusion strategy on the website".to_owned(),
        formula: format!("by {}", in_full(on)),
    };
    Deadline::new(rules, today, DeadlineKind::InclusionStrategy, due)
}

/// R13: how long the last school keeps a pupil's SEN file. A file passed on to the next school is kept there.
pub fn keep_until(rules: &Rules, born: NaiveDate) -> Deadline {
    let years = rules.numbers(born).keep_file_years;
    let due = Due {
        on: months_later(born, years.saturating_mul(12)),
        what: "end of the time the SEN file is kept".to_owned(),
        formula: format!("born {} + {}", in_full(born), count(years.into(), "year")),
    };
    Deadline::new(rules, born, DeadlineKind::KeepUntil, due)
}
