use chrono::{DateTime, Datelike, Months, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};

use super::when::{From, When};
use super::year;
use crate::domain::{AcademicYear, Closure, SchoolCalendar, Term};

/// The school's days around the day the demo is opened: where a [`When`] becomes a date.
pub(super) struct Days {
    pub(super) today: NaiveDate,
    pub(super) terms: Vec<Term>,
    pub(super) closures: Vec<Closure>,
    /// The days the school is open, in order.
    open: Vec<NaiveDate>,
    /// Those of each school week before this one, the latest week first.
    past: Vec<Vec<NaiveDate>>,
    /// Those of this school week and of each after it.
    coming: Vec<Vec<NaiveDate>>,
}

impl Days {
    /// The two academic years before, the present and the next.
    pub(super) fn around(today: NaiveDate) -> Self {
        let this_year = AcademicYear::of(today).starts_in();
        let years = (this_year - 2..=this_year + 1).map(AcademicYear::starting);
        let terms: Vec<Vec<Term>> = years.map(year::terms).collect();
        let closures: Vec<Closure> = terms
            .iter()
            .flat_map(|terms| year::inset_days(terms))
            .collect();
        let terms = terms.concat();
        let calendar = SchoolCalendar::new(&terms, &closures);
        let (first, last) = (terms[0].first, terms[terms.len() - 1].last);
        let open: Vec<_> = calendar.school_days(first, last).collect();
        let by_week = open.chunk_by(|day, next| monday_of(*day) == monday_of(*next));
        let mut past: Vec<Vec<_>> = by_week.map(<[_]>::to_vec).collect();
        // At the weekend the week that has just ended is the last one.
        let this_week = monday_of(today + TimeDelta::days(2));
        let coming = past.split_off(past.partition_point(|week| week[0] < this_week));
        past.reverse();
        Self {
            today,
            terms,
            closures,
            open,
            past,
            coming,
        }
    }

    /// The days the school is open from one date to another, both included.
    pub(super) fn open(&self, first: NaiveDate, last: NaiveDate) -> &[NaiveDate] {
        let before = |date| self.open.partition_point(|day| *day < date);
        let after = self.open.partition_point(|day| *day <= last);
        &self.open[before(first).min(after)..after]
    }

    /// The date.
    pub(super) fn date(&self, when: When) -> NaiveDate {
        let from = match when.from {
            From::Week(weeks, weekday) => self.in_week(weeks, weekday),
            From::Next(weekday) => self.next(weekday),
            From::Year(years) => return self.in_year(years, when.plus),
        };
        from + TimeDelta::days(when.plus)
    }

    /// The date, where there is one.
    pub(super) fn maybe(&self, when: Option<When>) -> Option<NaiveDate> {
        when.map(|when| self.date(when))
    }

    /// When something that happened on a day was typed: mid-afternoon of the next school day that is past, or of the same.
    pub(super) fn typed(&self, happened_on: NaiveDate) -> DateTime<Utc> {
        let next = self.open.partition_point(|day| *day <= happened_on);
        let next = self.open.get(next).filter(|next| **next < self.today);
        next.unwrap_or(&happened_on)
            .and_time(NaiveTime::from_hms_opt(15, 40, 0).unwrap_or_default())
            .and_utc()
    }

    /// The school week of a date, counted from this one: -1 is the last.
    pub(super) fn week_of(&self, date: NaiveDate) -> i32 {
        let monday = monday_of(date);
        let before = self.past.partition_point(|week| monday <= week[0]);
        let after = self.coming.partition_point(|week| week[0] <= date);
        let count = |weeks: usize| i32::try_from(weeks).unwrap_or(i32::MAX);
        match before {
            0 => count(after) - 1,
            weeks => -count(weeks),
        }
    }

    /// The weekday in that school week, or the school day of it nearest to that. Beyond the terms that are set it is the
    /// first or the last week of them.
    fn in_week(&self, weeks: i32, weekday: Weekday) -> NaiveDate {
        let places = usize::try_from(weeks.unsigned_abs()).unwrap_or(usize::MAX);
        let known = if weeks < 0 { &self.past } else { &self.coming };
        let place = places.saturating_sub(usize::from(weeks < 0));
        let wanted = weekday.num_days_from_monday();
        let week = known.get(place).or(known.last()).into_iter().flatten();
        week.min_by_key(|day| day.weekday().num_days_from_monday().abs_diff(wanted))
            .copied()
            .unwrap_or(self.today)
    }

    fn next(&self, weekday: Option<Weekday>) -> NaiveDate {
        let from = self.open.partition_point(|day| *day < self.today);
        let mut ahead = self.open[from..].iter();
        let next = ahead.find(|day| weekday.is_none_or(|weekday| day.weekday() == weekday));
        next.copied().unwrap_or(self.today)
    }

    /// Before the terms that are set only the weekends are known: theirs is the Friday.
    fn in_year(&self, years: i32, plus: i64) -> NaiveDate {
        let months = Months::new(12 * years.unsigned_abs());
        let moved = if years < 0 {
            self.today.checked_sub_months(months)
        } else {
            self.today.checked_add_months(months)
        };
        let day = moved.unwrap_or(self.today) + TimeDelta::days(plus);
        day - TimeDelta::days(match day.weekday() {
            Weekday::Sat => 1,
            Weekday::Sun => 2,
            _ => 0,
        })
    }
}

fn monday_of(date: NaiveDate) -> NaiveDate {
    date - TimeDelta::days(i64::from(date.weekday().num_days_from_monday()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(words: &str) -> NaiveDate {
        words.parse().unwrap()
    }

    #[test]
    fn dates_are_counted_in_school_weeks() {
        let table = [
            ("2026-11-23", "w-1 wed", "2026-11-18"),
            ("2026-11-23", "w-4 tue", "2026-10-20"),
            ("2026-11-23", "w-9 mon", "2026-09-14"),
            ("2026-11-23", "w-15 thu", "2026-07-02"),
            ("2026-11-23", "w-15 thu +22", "2026-07-24"),
            ("2026-11-23", "w-76 thu", "2025-01-09"),
            ("2026-11-23", "w+4 mon", "2027-01-05"),
            ("2026-11-23", "next thu", "2026-11-26"),
            ("2026-11-26", "next thu", "2026-11-26"),
            ("2026-11-27", "next thu", "2026-12-03"),
            ("2026-11-28", "w-1 wed", "2026-11-25"),
            ("2026-11-28", "next", "2026-11-30"),
            ("2026-08-12", "w-1 wed", "2026-07-21"),
            ("2026-08-12", "w+0 mon", "2026-09-03"),
            ("2028-02-29", "y-2", "2026-02-27"),
        ];
        for (today, when, date) in table {
            let days = Days::around(day(today));
            assert_eq!(
                days.date(when.parse().unwrap()),
                day(date),
                "{when} on {today}"
            );
        }
    }
}
