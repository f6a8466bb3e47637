use chrono::{Days, Months, NaiveDate};

use crate::domain::date_words;

/// So many days later; the end of time when it would be later still.
pub(super) fn days_later(date: NaiveDate, days: u16) -> NaiveDate {
    date.checked_add_days(Days::new(days.into()))
        .unwrap_or(NaiveDate::MAX)
}

/// So many days earlier; the beginning of time when it would be earlier still.
pub(super) fn days_earlier(date: NaiveDate, days: u16) -> NaiveDate {
    date.checked_sub_days(Days::new(days.into()))
        .unwrap_or(NaiveDate::MIN)
}

/// So many calendar months later: the same day number, or the last day of a shorter month.
pub(super) fn months_later(date: NaiveDate, months: u16) -> NaiveDate {
    date.checked_add_months(Months::new(months.into()))
        .unwrap_or(NaiveDate::MAX)
}

/// "14 Dec 2025".
pub(super) fn in_full(date: NaiveDate) -> String {
    date_words::with_year(date)
}

/// "14 Dec", where the year is plain.
pub(super) fn in_short(date: NaiveDate) -> String {
    date_words::day_month(date)
}

/// "1 day", "8 days".
pub(super) fn count(number: i64, thing: &str) -> String {
    match number {
        1 => format!("1 {thing}"),
        _ => format!("{number} {thing}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn a_month_is_the_same_day_number_or_the_last_of_a_shorter_month() {
        assert_eq!(months_later(date(2026, 1, 31), 1), date(2026, 2, 28));
        assert_eq!(months_later(date(2027, 12, 31), 2), date(2028, 2, 29));
        assert_eq!(months_later(date(2024, 2, 29), 12), date(2025, 2, 28));
        assert_eq!(months_later(date(2026, 2, 28), 1), date(2026, 3, 28));
    }

    #[test]
    fn sums_stop_at_the_ends_of_time() {
        assert_eq!(days_later(NaiveDate::MAX, 1), NaiveDate::MAX);
        assert_eq!(months_later(NaiveDate::MAX, 1), NaiveDate::MAX);
        assert_eq!(days_earlier(NaiveDate::MIN, 1), NaiveDate::MIN);
    }

    #[test]
    fn one_is_not_counted_in_the_plural() {
        assert_eq!(count(1, "day"), "1 day");
        assert_eq!(count(0, "day"), "0 days");
        assert_eq!(count(84, "day"), "84 days");
    }
}
