//! Bank holidays in England, computed: no list to keep up to date.
//!
//! A one-off holiday, such as a coronation, is entered by the school as a closure.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// One of the eight bank holidays of a year in England (Banking and Financial Dealings Act 1971, and by proclamation).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::Display)]
pub enum BankHoliday {
    /// 1 January, or the Monday after.
    #[strum(serialize = "New Year's Day")]
    NewYear,
    /// The Friday before Easter Sunday.
    #[strum(serialize = "Good Friday")]
    GoodFriday,
    /// The Monday after Easter Sunday.
    #[strum(serialize = "Easter Monday")]
    EasterMonday,
    /// The first Monday in May.
    #[strum(serialize = "early May")]
    EarlyMay,
    /// The last Monday in May.
    #[strum(serialize = "spring")]
    Spring,
    /// The last Monday in August.
    #[strum(serialize = "summer")]
    Summer,
    /// 25 December, or the next free weekday.
    #[strum(serialize = "Christmas Day")]
    Christmas,
    /// 26 December, or the next free weekday.
    #[strum(serialize = "Boxing Day")]
    BoxingDay,
}

/// The bank holiday kept on a date. One that would fall at a weekend is kept on the next free weekday, and only there.
pub fn on(date: NaiveDate) -> Option<BankHoliday> {
    use BankHoliday::*;
    let weekday = date.weekday();
    let monday = weekday == Weekday::Mon;
    if matches!(weekday, Weekday::Sat | Weekday::Sun) {
        return None;
    }
    match (date.month(), date.day()) {
        (1, 1) => Some(NewYear),
        (1, 2 | 3) if monday => Some(NewYear),
        (3 | 4, _) => at_easter(date),
        (5, 1..=7) if monday => Some(EarlyMay),
        (5, 25..) if monday => Some(Spring),
        (8, 25..) if monday => Some(Summer),
        (12, 25) => Some(Christmas),
        (12, 26) => Some(BoxingDay),
        // Christmas Day was on the Saturday or the Sunday, and Boxing Day on the Saturday or the Sunday.
        (12, 27) if monday || weekday == Weekday::Tue => Some(Christmas),
        (12, 28) if monday || weekday == Weekday::Tue => Some(BoxingDay),
        _ => None,
    }
}

fn at_easter(date: NaiveDate) -> Option<BankHoliday> {
    let sunday = easter_sunday(date.year())?;
    if Some(date) == sunday.checked_sub_days(Days::new(2)) {
        return Some(BankHoliday::GoodFriday);
    }
    (Some(date) == sunday.checked_add_days(Days::new(1))).then_some(BankHoliday::EasterMonday)
}

/// Easter Sunday of a Gregorian year (the anonymous algorithm of 1876); none for years outside 1583 to 9999.
pub fn easter_sunday(year: i32) -> Option<NaiveDate> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let moon_shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let from_march = epact + to_sunday - 7 * late + 114;
    let month = u32::try_from(from_march / 31).ok()?;
    let day = u32::try_from(from_march % 31 + 1).ok()?;
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(year: i32) -> Vec<String> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).expect("a real date");
        first
            .iter_days()
            .take_while(|date| date.year() == year)
            .filter_map(|date| Some((date, on(date)?)))
            .map(|(date, holiday)| format!("{} {holiday}", date.format("%a %-d %b")))
            .collect()
    }

    #[test]
    fn match_the_published_dates() {
        let table = [
            (
                // Both days of Christmas at the weekend, Saturday first.
                2021,
                [
                    "Fri 1 Jan New Year's Day",
                    "Fri 2 Apr Good Friday",
                    "Mon 5 Apr Easter Monday",
                    "Mon 3 May early May",
                    "Mon 31 May spring",
                    "Mon 30 Aug summer",
                    "Mon 27 Dec Christmas Day",
                    "Tue 28 Dec Boxing Day",
                ],
            ),
            (
                2026,
                [
                    "Thu 1 Jan New Year's Day",
                    "Fri 3 Apr Good Friday",
                    "Mon 6 Apr Easter Monday",
                    "Mon 4 May early May",
                    "Mon 25 May spring",
                    "Mon 31 Aug summer",
                    "Fri 25 Dec Christmas Day",
                    "Mon 28 Dec Boxing Day",
                ],
            ),
            (
                2027,
                [
                    "Fri 1 Jan New Year's Day",
                    "Fri 26 Mar Good Friday",
                    "Mon 29 Mar Easter Monday",
                    "Mon 3 May early May",
                    "Mon 31 May spring",
                    "Mon 30 Aug summer",
                    "Mon 27 Dec Christmas Day",
                    "Tue 28 Dec Boxing Day",
                ],
            ),
            (
                2028,
                [
                    "Mon 3 Jan New Year's Day",
                    "Fri 14 Apr Good Friday",
                    "Mon 17 Apr Easter Monday",
                    "Mon 1 May early May",
                    "Mon 29 May spring",
                    "Mon 28 Aug summer",
                    "Mon 25 Dec Christmas Day",
                    "Tue 26 Dec Boxing Day",
                ],
            ),
            (
                // Christmas Day on a Sunday: Boxing Day stays on the Monday.
                2033,
                [
                    "Mon 3 Jan New Year's Day",
                    "Fri 15 Apr Good Friday",
                    "Mon 18 Apr Easter Monday",
                    "Mon 2 May early May",
                    "Mon 30 May spring",
                    "Mon 29 Aug summer",
                    "Mon 26 Dec Boxing Day",
                    "Tue 27 Dec Christmas Day",
                ],
            ),
        ];
        for (year, holidays) in table {
            assert_eq!(of(year), holidays, "{year}");
        }
    }

    #[test]
    fn every_year_has_eight() {
        for year in 1971..2200 {
            assert_eq!(of(year).len(), 8, "{year}");
        }
    }

    #[test]
    fn easter_at_its_earliest_and_latest() {
        for (year, month, day) in [(1818, 3, 22), (2008, 3, 23), (2038, 4, 25), (2285, 3, 22)] {
            assert_eq!(
                easter_sunday(year),
                NaiveDate::from_ymd_opt(year, month, day)
            );
        }
        assert_eq!(easter_sunday(i32::MIN), None);
        assert_eq!(easter_sunday(i32::MAX), None);
    }
}
