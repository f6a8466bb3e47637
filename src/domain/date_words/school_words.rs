//! Words of the school's year: `half term`, `after easter`, `end of term`.

use chrono::{Datelike, Days, NaiveDate};

use super::date_doubt::DateDoubt;
use super::leaning::Leaning;
use super::reading::{Found, Reading};
use super::token::Token;
use crate::domain::academic_year::AcademicYear;
use crate::domain::bank_holiday;
use crate::domain::break_kind::BreakKind;
use crate::domain::quoted::Quoted;

/// A school day that comes round with the year.
#[derive(Clone, Copy)]
enum Landmark {
    /// The last school day before a break.
    Before(BreakKind),
    /// The first school day after a break.
    After(BreakKind),
    /// The first school day of a term.
    TermStarts,
    /// The last school day of a term.
    TermEnds,
}

impl Reading<'_> {
    /// A landmark of the school's year, the nearest on the leaning's side, today included.
    pub(super) fn school_word(self, tokens: &[Token<'_>]) -> Found {
        let landmark = landmark(&phrase(tokens)?)?;
        let known = self
            .nearest_of(self.known_days(landmark))
            .filter(|day| self.unknown_until(*day).is_none());
        let date = known.or_else(|| self.nearest_of(self.usual_days(landmark)));
        Some(date.ok_or_else(|| DateDoubt::NoTermDates {
            words: Quoted::new(self.words),
            year: self.unknown_year(),
        }))
    }

    fn nearest_of(self, days: Vec<NaiveDate>) -> Option<NaiveDate> {
        match self.leaning {
            Leaning::Ahead => days.into_iter().filter(|day| *day >= self.today).min(),
            Leaning::Back => days.into_iter().filter(|day| *day <= self.today).max(),
        }
    }

    /// A landmark's days as the terms entered have them.
    fn known_days(self, landmark: Landmark) -> Vec<NaiveDate> {
        let calendar = self.calendar;
        let breaks = |kind| calendar.breaks().iter().filter(move |gap| gap.kind == kind);
        let before = |date: NaiveDate| calendar.school_day_on_or_before(date);
        let after = |date: NaiveDate| calendar.school_day_on_or_after(date);
        let days: Vec<NaiveDate> = match landmark {
            Landmark::Before(kind) => breaks(kind).map(|gap| before(gap.first)).collect(),
            Landmark::After(kind) => breaks(kind).map(|gap| after(gap.last)).collect(),
            Landmark::TermStarts => calendar
                .whole_terms()
                .iter()
                .map(|term| after(term.first))
                .collect(),
            Landmark::TermEnds => calendar
                .whole_terms()
                .iter()
                .map(|term| before(term.last))
                .collect(),
        };
        days.into_iter()
            .filter(|day| calendar.term_of(*day).is_some())
            .collect()
    }

    /// Christmas and Easter, which the calendar of the year fixes well enough where terms are not entered.
    fn usual_days(self, landmark: Landmark) -> Vec<NaiveDate> {
        let this_year = self.today.year();
        let day = |year| match landmark {
            Landmark::Before(BreakKind::Christmas) => Some(
                self.calendar
                    .school_day_on_or_before(NaiveDate::from_ymd_opt(year, 12, 24)?),
            ),
            Landmark::After(BreakKind::Christmas) => Some(
                self.calendar
                    .school_day_on_or_after(NaiveDate::from_ymd_opt(year, 1, 2)?),
            ),
            Landmark::Before(BreakKind::Easter) => {
                let thursday = bank_holiday::easter_sunday(year)?.checked_sub_days(Days::new(3))?;
                Some(self.calendar.school_day_on_or_before(thursday))
            }
            Landmark::After(BreakKind::Easter) => {
                let tuesday = bank_holiday::easter_sunday(year)?.checked_add_days(Days::new(2))?;
                Some(self.calendar.school_day_on_or_after(tuesday))
            }
            Landmark::Before(_)
            | Landmark::After(_)
            | Landmark::TermStarts
            | Landmark::TermEnds => None,
        };
        (this_year - 1..=this_year + 1).filter_map(day).collect()
    }

    /// The first day, from today towards another, around which term dates are not entered.
    fn unknown_until(self, other: NaiveDate) -> Option<NaiveDate> {
        let (first, last) = (self.today.min(other), self.today.max(other));
        let mut days = first.iter_days().take_while(|day| *day <= last);
        days.find(|day| !self.calendar.knows(*day))
    }

    /// The academic year whose term dates are wanting.
    fn unknown_year(self) -> AcademicYear {
        let a_year = Days::new(365);
        let other = match self.leaning {
            Leaning::Ahead => self.today.checked_add_days(a_year),
            Leaning::Back => self.today.checked_sub_days(a_year),
        };
        let unknown = other.and_then(|other| self.unknown_until(other));
        AcademicYear::of(unknown.unwrap_or(self.today))
    }
}

/// The words with single spaces; none when there is more than words.
fn phrase(tokens: &[Token<'_>]) -> Option<String> {
    let words: Option<Vec<&str>> = tokens
        .iter()
        .map(|token| match token {
            Token::Word(word) => Some(*word),
            Token::Number { .. } | Token::Plus | Token::Minus => None,
        })
        .collect();
    words.map(|words| words.join(" "))
}

fn landmark(phrase: &str) -> Option<Landmark> {
    match phrase {
        "end term" | "end this term" => return Some(Landmark::TermEnds),
        "start term" | "beginning term" | "start next term" | "next term" => {
            return Some(Landmark::TermStarts);
        }
        "end year" | "end school year" | "end academic year" => {
            return Some(Landmark::Before(BreakKind::Summer));
        }
        "start year" | "start school year" | "start academic year" => {
            return Some(Landmark::After(BreakKind::Summer));
        }
        _ => {}
    }
    if let Some(named) = phrase.strip_prefix("after ") {
        return Some(Landmark::After(break_named(named)?));
    }
    let named = phrase.strip_prefix("before ").unwrap_or(phrase);
    Some(Landmark::Before(break_named(named)?))
}

fn break_named(words: &str) -> Option<BreakKind> {
    let endings = [" holidays", " holiday", " hols", " break"];
    let name = endings.iter().find_map(|ending| words.strip_suffix(ending));
    match name.unwrap_or(words) {
        "half term" | "halfterm" | "ht" | "next half term" => Some(BreakKind::HalfTerm),
        "christmas" | "xmas" => Some(BreakKind::Christmas),
        "easter" => Some(BreakKind::Easter),
        "summer" => Some(BreakKind::Summer),
        _ => None,
    }
}
