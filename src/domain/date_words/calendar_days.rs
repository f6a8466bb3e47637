//! Days of the calendar: `3 dec`, `03/12/2026`, `2026-12-03`.

use chrono::{Datelike, Months, NaiveDate};

use super::date_doubt::DateDoubt;
use super::leaning::Leaning;
use super::month_names::month;
use super::reading::{Found, Reading};
use super::token::Token;

/// How far off a day and month without a year may lie on the expected side.
pub(super) const NEAR: Months = Months::new(10);

impl Reading<'_> {
    /// A day, a month and mostly a year, the day first, or the year first when it has four digits.
    pub(super) fn calendar_day(self, tokens: &[Token<'_>]) -> Found {
        use Token::{Number, Word};
        let (date, rest) = match tokens {
            [
                year @ Number { digits: 4, .. },
                Number { value: month, .. },
                Number { value: day, .. },
                rest @ ..,
            ] => (dated(*day, *month, *year), rest),
            [
                Number { value: day, .. },
                Number { value: month, .. },
                year @ Number { .. },
                rest @ ..,
            ] => (dated(*day, *month, *year), rest),
            [
                Number { value: day, .. },
                Number { value: month, .. },
                rest @ ..,
            ] => (self.undated(*day, *month), rest),
            [
                Number { value: day, .. },
                Word(word),
                year @ Number { .. },
                rest @ ..,
            ] => (dated(*day, month(word)?, *year), rest),
            [Number { value: day, .. }, Word(word), rest @ ..] => {
                (self.undated(*day, month(word)?), rest)
            }
            [Number { .. }] | [Token::Plus | Token::Minus, Number { .. }] => {
                return Some(Err(DateDoubt::OnlyANumber));
            }
            [Word(word), ..] => return month(word).map(|_| Err(DateDoubt::DayFirst)),
            _ => return None,
        };
        self.is_tail(rest, &date).then_some(date)
    }

    /// What an echo says after the date may be there: "in 9 days" and "4 days ago", which it rounds, are passed over;
    /// "today" must be that day, for typed behind another date it is a second one.
    fn is_tail(self, tokens: &[Token<'_>], date: &Result<NaiveDate, DateDoubt>) -> bool {
        match tokens {
            [] => true,
            [Token::Word("in"), ..] | [.., Token::Word("ago")] => self.distance(tokens).is_some(),
            _ => self.day_word(tokens).as_ref() == Some(date),
        }
    }

    fn undated(self, day: u32, month: u32) -> Result<NaiveDate, DateDoubt> {
        valid(day, month, self.year_of(day, month))
    }

    /// The year in which a day and month lie nearest on the expected side.
    fn year_of(self, day: u32, month: u32) -> i32 {
        let place = |date: NaiveDate| (date.year(), date.month(), date.day());
        let this_year = self.today.year();
        match self.leaning {
            Leaning::Ahead => {
                let passed = (this_year, month, day) < place(self.today);
                let next = this_year + i32::from(passed);
                let latest = self
                    .today
                    .checked_add_months(NEAR)
                    .unwrap_or(NaiveDate::MAX);
                next - i32::from((next, month, day) > place(latest))
            }
            Leaning::Back => {
                let to_come = (this_year, month, day) > place(self.today);
                let last = this_year - i32::from(to_come);
                let earliest = self
                    .today
                    .checked_sub_months(NEAR)
                    .unwrap_or(NaiveDate::MIN);
                last + i32::from((last, month, day) < place(earliest))
            }
        }
    }
}

fn dated(day: u32, month: u32, year: Token<'_>) -> Result<NaiveDate, DateDoubt> {
    let Token::Number { value, digits } = year else {
        return Err(DateDoubt::NotAYear);
    };
    let year = match (digits, value) {
        (2, 0..80) => 2000 + value,
        (2, _) => 1900 + value,
        (4, _) => value,
        _ => return Err(DateDoubt::NotAYear),
    };
    valid(
        day,
        month,
        i32::try_from(year).map_err(|_| DateDoubt::NotAYear)?,
    )
}

fn valid(day: u32, month: u32, year: i32) -> Result<NaiveDate, DateDoubt> {
    if !(1..=12).contains(&month) {
        return Err(DateDoubt::NoSuchMonth { day, month });
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DateDoubt::NoSuchDay { day, month, year })
}
