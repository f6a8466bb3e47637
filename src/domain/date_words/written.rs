//! Dates as the program writes them.

use chrono::{Datelike, NaiveDate};

use super::calendar_days::NEAR;

/// A date in full, with how far off it is: "Thu 3 December 2026, in 9 days", "Fri 20 November 2026, 4 days ago".
/// Shown beside every date somebody types.
pub fn echo(date: NaiveDate, today: NaiveDate) -> String {
    format!("{}, {}", date.format("%a %-d %B %Y"), how_far(date, today))
}

/// A date in few letters, with its year only when that is needed: "Thu 26 Nov", "Wed 29 Nov 2023".
pub fn short(date: NaiveDate, today: NaiveDate) -> String {
    let earliest = today.checked_sub_months(NEAR).unwrap_or(NaiveDate::MIN);
    let latest = today.checked_add_months(NEAR).unwrap_or(NaiveDate::MAX);
    let near = earliest <= date && date <= latest;
    let pattern = if near { "%a %-d %b" } else { "%a %-d %b %Y" };
    date.format(pattern).to_string()
}

/// Day and month alone: "26 Nov".
pub fn day_month(date: NaiveDate) -> String {
    format!("{} {}", date.day(), month(date))
}

/// Day, month and year: "9 Jan 2025".
pub fn with_year(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// The month in three letters. Thousands of dates are written at unlock, and a pattern would be read anew for each.
fn month(date: NaiveDate) -> &'static str {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    MONTHS.get(date.month0() as usize).copied().unwrap_or("")
}

/// "today", "in 9 days", "6 weeks ago", "in 14 months": weeks only when they come out even, months from one year on.
fn how_far(date: NaiveDate, today: NaiveDate) -> String {
    let days = (date - today).num_days();
    match days {
        0 => return "today".to_owned(),
        1 => return "tomorrow".to_owned(),
        -1 => return "yesterday".to_owned(),
        _ => {}
    }
    let months = whole_months(date.min(today), date.max(today));
    let amount = match days.abs() {
        _ if months >= 24 => format!("{} years", months / 12),
        _ if months >= 12 => format!("{months} months"),
        count if count > 7 && count % 7 == 0 => format!("{} weeks", count / 7),
        count => format!("{count} days"),
    };
    if days > 0 {
        format!("in {amount}")
    } else {
        format!("{amount} ago")
    }
}

fn whole_months(from: NaiveDate, to: NaiveDate) -> i64 {
    let months = |date: NaiveDate| i64::from(date.year()) * 12 + i64::from(date.month0());
    months(to) - months(from) - i64::from(to.day() < from.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(words: &str) -> NaiveDate {
        words.parse().expect("a real date")
    }

    fn monday() -> NaiveDate {
        day("2026-11-23")
    }

    #[test]
    fn echoes_in_full() {
        let table = [
            ("2026-11-23", "Mon 23 November 2026, today"),
            ("2026-11-24", "Tue 24 November 2026, tomorrow"),
            ("2026-11-22", "Sun 22 November 2026, yesterday"),
            ("2026-12-02", "Wed 2 December 2026, in 9 days"),
            ("2026-11-19", "Thu 19 November 2026, 4 days ago"),
            ("2026-11-30", "Mon 30 November 2026, in 7 days"),
            ("2026-12-07", "Mon 7 December 2026, in 2 weeks"),
            ("2027-01-04", "Mon 4 January 2027, in 6 weeks"),
            ("2026-10-20", "Tue 20 October 2026, 34 days ago"),
            ("2027-11-22", "Mon 22 November 2027, in 52 weeks"),
            ("2027-11-23", "Tue 23 November 2027, in 12 months"),
            ("2018-05-03", "Thu 3 May 2018, 8 years ago"),
        ];
        for (date, words) in table {
            assert_eq!(echo(day(date), monday()), words);
        }
    }

    #[test]
    fn writes_short_forms() {
        let table = [
            ("2026-11-26", "Thu 26 Nov"),
            ("2027-09-23", "Thu 23 Sep"),
            ("2027-09-24", "Fri 24 Sep 2027"),
            ("2026-01-23", "Fri 23 Jan"),
            ("2026-01-22", "Thu 22 Jan 2026"),
        ];
        for (date, words) in table {
            assert_eq!(short(day(date), monday()), words);
        }
        assert_eq!(day_month(day("2026-11-26")), "26 Nov");
        assert_eq!(with_year(day("2025-01-09")), "9 Jan 2025");
    }
}
