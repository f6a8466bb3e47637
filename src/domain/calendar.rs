//! When the school is open to pupils, and where in the year a date lies.
//!
//! A *school day* is a day the school is open to pupils: in a term, on a weekday, no bank holiday, no INSET, not closed.
//! Where no term dates are entered, every weekday that is no bank holiday counts, questions about terms have no answer, and
//! [`SchoolCalendar::missing_terms`] says so in words.

mod gaps;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::academic_year::AcademicYear;
use super::bank_holiday;
use super::break_kind::BreakKind;
use super::closure::Closure;
use super::school_break::SchoolBreak;
use super::season::Season;
use super::term::Term;
use super::week_of_term::WeekOfTerm;
use super::whole_term::WholeTerm;

/// The earliest date the program deals in.
pub const EARLIEST: NaiveDate =
    NaiveDate::from_ymd_opt(1900, 1, 1).expect("1 January 1900 is a date");
/// The latest date the program deals in.
pub const LATEST: NaiveDate =
    NaiveDate::from_ymd_opt(2199, 12, 31).expect("31 December 2199 is a date");

/// No school is closed for longer than this: where the search for a school day ends.
const LONGEST_CLOSED: usize = 400;

/// The days of one school, made from its terms and closures. Cheap to ask: sorted lists, searched by halves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchoolCalendar {
    terms: Vec<Term>,
    closures: Vec<Closure>,
    breaks: Vec<SchoolBreak>,
    whole_terms: Vec<WholeTerm>,
}

impl SchoolCalendar {
    /// The calendar of a school with these terms and closures, in any order. A term whose last day is before its first is
    /// passed over.
    pub fn new(terms: &[Term], closures: &[Closure]) -> Self {
        let mut terms: Vec<Term> = terms
            .iter()
            .filter(|term| term.first <= term.last)
            .cloned()
            .collect();
        terms.sort_by_key(|term| (term.first, term.last));
        let mut closures = closures.to_vec();
        closures.sort_by_key(|closure| (closure.first, closure.last));
        let spans = gaps::spans(&terms);
        let breaks = gaps::breaks(&spans);
        let whole_terms = gaps::whole_terms(&spans, &breaks);
        Self {
            terms,
            closures,
            breaks,
            whole_terms,
        }
    }

    /// The terms, in order.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The half terms and holidays, in order.
    pub fn breaks(&self) -> &[SchoolBreak] {
        &self.breaks
    }

    /// Autumn, spring and summer terms, in order.
    pub fn whole_terms(&self) -> &[WholeTerm] {
        &self.whole_terms
    }

    /// Is the school open to pupils on a date?
    pub fn is_open(&self, date: NaiveDate) -> bool {
        !is_weekend(date)
            && self.break_on(date).is_none()
            && self.closure_on(date).is_none()
            && bank_holiday::on(date).is_none()
    }

    /// Why the school is closed on a date, in words ("Saturday", "bank holiday: Good Friday", "INSET day", "half term",
    /// "Christmas holiday"); none when it is open.
    pub fn why_closed(&self, date: NaiveDate) -> Option<String> {
        if is_weekend(date) {
            return Some(date.format("%A").to_string());
        }
        if let Some(holiday) = bank_holiday::on(date) {
            return Some(format!("bank holiday: {holiday}"));
        }
        if let Some(closure) = self.closure_on(date) {
            return Some(closure.reason());
        }
        Some(self.break_on(date)?.kind.to_string())
    }

    /// Are the term dates around a date known: is it in a term, or in a break between terms?
    pub fn knows(&self, date: NaiveDate) -> bool {
        self.break_on(date).is_some() || self.term_of(date).is_some()
    }

    /// What to tell the user when the term dates around a date are not entered; none when they are.
    pub fn missing_terms(&self, date: NaiveDate) -> Option<String> {
        (!self.knows(date)).then(|| {
            let year = AcademicYear::of(date);
            format!(
                "The term dates of {year} are not entered, so every weekday but bank holidays counts as a school day. \
                 Enter them in Settings."
            )
        })
    }

    /// The closure or INSET day a date is in.
    pub fn closure_on(&self, date: NaiveDate) -> Option<&Closure> {
        let begun = self
            .closures
            .partition_point(|closure| closure.first <= date);
        self.closures[..begun]
            .iter()
            .rev()
            .find(|closure| closure.contains(date))
    }

    /// The half term or holiday a date is in.
    pub fn break_on(&self, date: NaiveDate) -> Option<SchoolBreak> {
        let begun = self.breaks.partition_point(|gap| gap.first <= date);
        let latest = self.breaks[..begun].last()?;
        latest.contains(date).then_some(*latest)
    }

    /// The half term's teaching a date is in, weekends included.
    pub fn term_of(&self, date: NaiveDate) -> Option<&Term> {
        let begun = self.terms.partition_point(|term| term.first <= date);
        self.terms[..begun]
            .iter()
            .rev()
            .find(|term| term.contains(date))
    }

    /// The autumn, spring or summer term a date is in, half term included.
    pub fn whole_term_of(&self, date: NaiveDate) -> Option<WholeTerm> {
        let begun = self.whole_terms.partition_point(|term| term.first <= date);
        let latest = self.whole_terms[..begun].last()?;
        latest.contains(date).then_some(*latest)
    }

    /// The season of the term a date is in; by its month alone in a holiday or where term dates are missing.
    pub fn season(&self, date: NaiveDate) -> Season {
        self.whole_term_of(date)
            .map_or_else(|| Season::of(date), |term| term.season)
    }

    /// The next half-term break to begin after a date; none where term dates are missing.
    pub fn next_half_term(&self, date: NaiveDate) -> Option<SchoolBreak> {
        let next = self.breaks.partition_point(|gap| gap.first <= date);
        self.knows(date)
            .then(|| &self.breaks[next..])?
            .iter()
            .find(|gap| gap.kind == BreakKind::HalfTerm)
            .copied()
    }

    /// The next half term's teaching to start after a date; none where term dates are missing.
    pub fn half_term_starting_after(&self, date: NaiveDate) -> Option<&Term> {
        let next = self.terms.partition_point(|term| term.first <= date);
        self.knows(date).then(|| self.terms.get(next))?
    }

    /// The last school day of the term a date is in; in a holiday, of the coming term. None where term dates are missing.
    pub fn end_of_term(&self, date: NaiveDate) -> Option<NaiveDate> {
        let next = self.whole_terms.partition_point(|term| term.last < date);
        self.knows(date)
            .then(|| &self.whole_terms[next..])?
            .iter()
            .map(|term| self.school_day_on_or_before(term.last))
            .find(|last| *last >= date)
    }

    /// Where in its term the week of a date is; none in a week without teaching or where term dates are missing.
    pub fn week_of_term(&self, date: NaiveDate) -> Option<WeekOfTerm> {
        let this_week = monday_of(date);
        let term = self
            .whole_terms
            .iter()
            .find(|term| monday_of(term.first) <= this_week && this_week <= term.last)?;
        let weeks = || {
            monday_of(term.first)
                .iter_weeks()
                .take_while(|monday| *monday <= this_week)
                .filter(|monday| self.teaches_in_week(*monday))
        };
        (weeks().last() == Some(this_week)).then(|| WeekOfTerm {
            season: term.season,
            week: weeks().count(),
        })
    }

    fn teaches_in_week(&self, monday: NaiveDate) -> bool {
        monday
            .iter_days()
            .take(5)
            .any(|date| self.term_of(date).is_some())
    }

    /// The academic year of a date.
    pub fn academic_year(&self, date: NaiveDate) -> AcademicYear {
        AcademicYear::of(date)
    }

    /// The date itself when the school is open, or the school day before it. A closed stretch of more than 400 days is taken
    /// for a slip, and the date comes back as it was.
    pub fn school_day_on_or_before(&self, date: NaiveDate) -> NaiveDate {
        let mut back = days_back(date).take(LONGEST_CLOSED);
        back.find(|day| self.is_open(*day)).unwrap_or(date)
    }

    /// The date itself when the school is open, or the school day after it. A closed stretch of more than 400 days is taken
    /// for a slip, and the date comes back as it was.
    pub fn school_day_on_or_after(&self, date: NaiveDate) -> NaiveDate {
        let mut ahead = date.iter_days().take(LONGEST_CLOSED);
        ahead.find(|day| self.is_open(*day)).unwrap_or(date)
    }

    /// The school day that is so many school days after a date (before it, for a negative number), the date itself not
    /// counted. Zero gives the date itself. None before 1900 and after 2199.
    pub fn add_school_days(&self, date: NaiveDate, days: i32) -> Option<NaiveDate> {
        let Some(others) = usize::try_from(days.unsigned_abs()).ok()?.checked_sub(1) else {
            return Some(date);
        };
        if days > 0 {
            self.ahead(date).nth(others)
        } else {
            self.back(date).nth(others)
        }
    }

    /// How many school days after one date until another, the first not counted, the second counted; negative when the
    /// second is the earlier. So `add_school_days(from, n)` is `n` school days from `from`.
    pub fn school_days_between(&self, from: NaiveDate, to: NaiveDate) -> i32 {
        let count = |days: usize| i32::try_from(days).unwrap_or(i32::MAX);
        if from <= to {
            count(self.ahead(from).take_while(|day| *day <= to).count())
        } else {
            -count(self.back(from).take_while(|day| *day >= to).count())
        }
    }

    /// The school days from one date to another, both included.
    pub fn school_days(
        &self,
        first: NaiveDate,
        last: NaiveDate,
    ) -> impl Iterator<Item = NaiveDate> + '_ {
        first
            .max(EARLIEST)
            .iter_days()
            .take_while(move |day| *day <= last.min(LATEST))
            .filter(|day| self.is_open(*day))
    }

    fn ahead(&self, date: NaiveDate) -> impl Iterator<Item = NaiveDate> + '_ {
        self.school_days(date.succ_opt().unwrap_or(date), LATEST)
    }

    fn back(&self, date: NaiveDate) -> impl Iterator<Item = NaiveDate> + '_ {
        days_back(date.pred_opt().unwrap_or(date).min(LATEST))
            .take_while(|day| *day >= EARLIEST)
            .filter(|day| self.is_open(*day))
    }
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

fn monday_of(date: NaiveDate) -> NaiveDate {
    let since_monday = date.weekday().num_days_from_monday();
    date.checked_sub_days(Days::new(u64::from(since_monday)))
        .unwrap_or(date)
}

fn days_back(date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(date), |day| day.pred_opt())
}

#[cfg(test)]
mod tests;
