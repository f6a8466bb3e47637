use chrono::{DateTime, Datelike, Months, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};

use super::when::{From, When};
use super::year;
use crate::domain::{AcademicYear, Closure, SchoolCalendar, Term};

/// The school's days around the day the demo is opened: where a [`When`] becomes a date.
pub(super) struct Days {
    pub(super) today: NaiveDate,
    pub(super) terms: Vec<Term>,
    pub(super) closures: Vec<Closure>,
    pub(super) calendar: SchoolCalendar,
    /// Mondays of the school weeks before this one, the latest first.
    past: Vec<NaiveDate>,
    /// Mondays of this school week and those after it.
    coming: Vec<NaiveDate>,
}

impl Days {
    /// The two academic years before, the present and the next.
    pub(super) fn around(today: NaiveDate) -> Self {
        let this_year = AcademicYear::of(today).starts_in();
        let years = (this_year - 2..=this_year + 1).map(AcademicYear::starting);
        let (terms, closures): (Vec<_>, Vec<_>) = years
            .map(year::terms)
            .map(|terms| (terms.clone(), year::inset_days(&terms)))
            .unzip();
        let (terms, closures) = (terms.concat(), closures.concat());
        let calendar = SchoolCalendar::new(&terms, &closures);
        let mut mondays: Vec<_> = terms
            .iter()
            .flat_map(|term| calendar.school_days(term.first, term.last))
            .map(|day| day - TimeDelta::days(i64::from(day.weekday().num_days_from_monday())))
            .collect();
        mondays.dedup();
        let weekday = i64::from(today.weekday().num_days_from_monday());
        // At the weekend the week that has just ended is the last one.
        let this_week = today + TimeDelta::days(if weekday < 5 { 0 } else { 7 } - weekday);
        let coming = mondays.split_off(mondays.partition_point(|monday| *monday < this_week));
        mondays.reverse();
        Self {
            today,
            terms,
            closures,
            calendar,
            past: mondays,
            coming,
        }
    }

    /// The date.
    pub(super) fn date(&self, when: When) -> NaiveDate {
        let from = match when.from {
            From::Week(weeks, weekday) => self.in_week(weeks, weekday),
            From::Next(weekday) => self.next(weekday),
            From::Year(years) => self.in_year(years),
        };
        from + TimeDelta::days(when.plus)
    }

    /// The date, where there is one.
    pub(super) fn maybe(&self, when: Option<When>) -> Option<NaiveDate> {
        when.map(|when| self.date(when))
    }

    /// When something that happened on a day was typed: mid-afternoon of the next school day that is past, or of the same.
    pub(super) fn typed(&self, happened_on: NaiveDate) -> DateTime<Utc> {
        let next = self.calendar.add_school_days(happened_on, 1);
        next.filter(|next| *next < self.today)
            .unwrap_or(happened_on)
            .and_time(NaiveTime::from_hms_opt(15, 40, 0).unwrap_or_default())
            .and_utc()
    }

    /// The school week of a date, counted from this one: -1 is the last.
    pub(super) fn week_of(&self, date: NaiveDate) -> i32 {
        let before = self
            .past
            .iter()
            .filter(|monday| date < **monday + TimeDelta::days(7));
        let after = self.coming.iter().filter(|monday| **monday <= date);
        let count = |weeks: usize| i32::try_from(weeks).unwrap_or(i32::MAX);
        match before.count() {
            0 => count(after.count()) - 1,
            weeks => -count(weeks),
        }
    }

    /// The weekday in that school week, or the school day of it nearest to that. Beyond the terms that are set it is the
    /// first or the last week of them.
    fn in_week(&self, weeks: i32, weekday: Weekday) -> NaiveDate {
        let places = usize::try_from(weeks.unsigned_abs()).unwrap_or(usize::MAX);
        let known = if weeks < 0 { &self.past } else { &self.coming };
        let place = places.saturating_sub(usize::from(weeks < 0));
        let Some(monday) = known.get(place).or(known.last()).copied() else {
            return self.today;
        };
        let wanted = weekday.num_days_from_monday();
        monday
            .iter_days()
            .take(5)
            .filter(|day| self.calendar.is_open(*day))
            .min_by_key(|day| day.weekday().num_days_from_monday().abs_diff(wanted))
            .unwrap_or(monday)
    }

    fn next(&self, weekday: Option<Weekday>) -> NaiveDate {
        let mut open = self
            .calendar
            .school_days(self.today, self.today + TimeDelta::days(120));
        open.find(|day| weekday.is_none_or(|weekday| day.weekday() == weekday))
            .unwrap_or(self.today)
    }

    fn in_year(&self, years: i32) -> NaiveDate {
        let months = Months::new(12 * years.unsigned_abs());
        let moved = if years < 0 {
            self.today.checked_sub_months(months)
        } else {
            self.today.checked_add_months(months)
        };
        moved.unwrap_or(self.today)
    }
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
            ("2028-02-29", "y-2", "2026-02-28"),
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
