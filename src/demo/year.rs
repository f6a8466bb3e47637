//! The terms of an invented school's year, by rule, for any year.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::domain::{AcademicYear, Closure, ClosureKind, Term, bank_holiday};

/// The six half terms of an academic year, as schools in England commonly set them.
pub(super) fn terms(year: AcademicYear) -> Vec<Term> {
    let autumn = |month, day| date(year.starts_in(), month, day);
    let later = |month, day| date(year.starts_in() + 1, month, day);
    let half_term = on_or_before(autumn(10, 28), Weekday::Mon);
    let half_term_in_spring = on_or_before(later(2, 18), Weekday::Mon);
    let half_term_in_summer = on_or_before(later(5, 31), Weekday::Mon);
    let easter = bank_holiday::easter_sunday(year.starts_in() + 1).unwrap_or(later(4, 10));
    // Two weeks around Easter Sunday; where it is late, the two that end with it.
    let holiday = on_or_after(later(3, 29), Weekday::Mon).max(before(easter, 13));
    let spans = [
        ("Autumn 1", first_of_autumn(year), before(half_term, 3)),
        (
            "Autumn 2",
            after(half_term, 7),
            on_or_before(autumn(12, 21), Weekday::Fri),
        ),
        (
            "Spring 1",
            on_or_after(later(1, 3), Weekday::Mon),
            before(half_term_in_spring, 3),
        ),
        (
            "Spring 2",
            after(half_term_in_spring, 7),
            working_day_on_or_before(before(holiday, 3)),
        ),
        (
            "Summer 1",
            working_day_on_or_after(after(holiday, 14)),
            before(half_term_in_summer, 3),
        ),
        (
            "Summer 2",
            after(half_term_in_summer, 7),
            working_day_on_or_before(later(7, 21)),
        ),
    ];
    let term = |(name, first, last): (&str, NaiveDate, NaiveDate)| Term {
        name: name.to_owned(),
        first,
        last,
    };
    spans.into_iter().map(term).collect()
}

/// The two INSET days with which an academic year and its spring term begin.
pub(super) fn inset_days(terms: &[Term]) -> Vec<Closure> {
    let inset = |term: &Term| {
        let day = working_day_on_or_after(term.first);
        Closure {
            first: day,
            last: day,
            kind: ClosureKind::Inset,
            name: String::new(),
        }
    };
    [terms.first(), terms.get(2)]
        .into_iter()
        .flatten()
        .map(inset)
        .collect()
}

fn first_of_autumn(year: AcademicYear) -> NaiveDate {
    let second = date(year.starts_in(), 9, 2);
    match second.weekday() {
        Weekday::Fri | Weekday::Sat | Weekday::Sun => on_or_after(second, Weekday::Mon),
        _ => second,
    }
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

fn before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

fn on_or_before(day: NaiveDate, weekday: Weekday) -> NaiveDate {
    before(day, u64::from(day.weekday().days_since(weekday)))
}

fn on_or_after(day: NaiveDate, weekday: Weekday) -> NaiveDate {
    after(day, u64::from(weekday.days_since(day.weekday())))
}

fn working_day_on_or_before(mut day: NaiveDate) -> NaiveDate {
    while !works(day) {
        day = before(day, 1);
    }
    day
}

fn working_day_on_or_after(mut day: NaiveDate) -> NaiveDate {
    while !works(day) {
        day = after(day, 1);
    }
    day
}

fn works(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && bank_holiday::on(day).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::term;

    #[test]
    fn the_rule_gives_the_terms_that_schools_published() {
        let ruled: Vec<_> = [2025, 2026]
            .into_iter()
            .flat_map(|year| terms(AcademicYear::starting(year)))
            .collect();
        assert_eq!(ruled, term::illustrations());
    }

    #[test]
    fn terms_of_any_year_stand_in_order_with_a_break_between() {
        for year in 2020..2060 {
            let terms = terms(AcademicYear::starting(year));
            assert_eq!(terms.len(), 6);
            for pair in terms.windows(2) {
                let gap = pair[1].first - pair[0].last;
                assert!((9..=24).contains(&gap.num_days()), "{pair:?}");
            }
        }
    }
}
