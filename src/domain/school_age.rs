//! Compulsory school age.

use chrono::{Datelike, NaiveDate, Weekday};

/// The last day on which a child born then is of compulsory school age: the last Friday of June in the school year in which
/// she turns 16, the school leaving date (Education Act 1996 s.8).
pub fn last_day(born: NaiveDate) -> Option<NaiveDate> {
    let sixteen = born.year() + 16;
    let year = if born.month() >= 9 {
        sixteen + 1
    } else {
        sixteen
    };
    let end_of_june = NaiveDate::from_ymd_opt(year, 6, 30)?;
    let june = end_of_june.iter_days().rev().take(7);
    june.into_iter().find(|day| day.weekday() == Weekday::Fri)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::date;

    #[test]
    fn it_ends_on_the_last_friday_of_june_in_the_year_of_sixteen() {
        let ends = |born| last_day(date(born));
        assert_eq!(ends("2010-09-01"), Some(date("2027-06-25")));
        assert_eq!(ends("2011-08-31"), Some(date("2027-06-25")));
        assert_eq!(ends("2011-09-01"), Some(date("2028-06-30")));
    }
}
