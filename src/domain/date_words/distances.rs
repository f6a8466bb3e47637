//! So far from today: `+6w`, `in 6 weeks`, `a fortnight ago`.

use chrono::{Days, Months, NaiveDate};

use super::date_doubt::DateDoubt;
use super::leaning::Leaning;
use super::reading::{Found, Reading};
use super::token::Token;

#[derive(Clone, Copy)]
enum Unit {
    Days(u32),
    SchoolDays,
    Months(u32),
}

/// The small numbers people write in letters.
const NUMBERS: [(&str, u32); 13] = [
    ("a", 1),
    ("an", 1),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("twelve", 12),
];

impl Reading<'_> {
    /// A number and a unit, with a direction or by the leaning.
    pub(super) fn distance(self, tokens: &[Token<'_>]) -> Found {
        let (way, amount) = match tokens {
            [Token::Plus, amount @ ..] => (Leaning::Ahead, amount),
            [Token::Minus, amount @ ..] => (Leaning::Back, amount),
            [Token::Word("in"), amount @ ..] => (Leaning::Ahead, amount),
            [amount @ .., Token::Word("ago")] => (Leaning::Back, amount),
            [
                amount @ ..,
                Token::Word("from"),
                Token::Word("now" | "today"),
            ] => (Leaning::Ahead, amount),
            amount => (self.leaning, amount),
        };
        let (number, unit) = match amount {
            [Token::Number { value, .. }, unit @ ..] => (*value, unit),
            [Token::Word(word), unit @ ..] => (number_named(word)?, unit),
            _ => return None,
        };
        Some(
            self.step(way, number, unit_named(unit)?)
                .ok_or(DateDoubt::TooFar),
        )
    }

    fn step(self, way: Leaning, number: u32, unit: Unit) -> Option<NaiveDate> {
        let today = self.today;
        match (unit, way) {
            (Unit::Days(each), Leaning::Ahead) => today.checked_add_days(days(number, each)),
            (Unit::Days(each), Leaning::Back) => today.checked_sub_days(days(number, each)),
            (Unit::Months(each), Leaning::Ahead) => {
                today.checked_add_months(Months::new(number.checked_mul(each)?))
            }
            (Unit::Months(each), Leaning::Back) => {
                today.checked_sub_months(Months::new(number.checked_mul(each)?))
            }
            (Unit::SchoolDays, Leaning::Ahead) => self
                .calendar
                .add_school_days(today, i32::try_from(number).ok()?),
            (Unit::SchoolDays, Leaning::Back) => self
                .calendar
                .add_school_days(today, -i32::try_from(number).ok()?),
        }
    }
}

fn days(number: u32, each: u32) -> Days {
    Days::new(u64::from(number) * u64::from(each))
}

fn number_named(word: &str) -> Option<u32> {
    let (_, number) = NUMBERS.iter().find(|(name, _)| *name == word)?;
    Some(*number)
}

fn unit_named(tokens: &[Token<'_>]) -> Option<Unit> {
    match tokens {
        [Token::Word("d" | "day" | "days")] => Some(Unit::Days(1)),
        [Token::Word("w" | "wk" | "wks" | "week" | "weeks")] => Some(Unit::Days(7)),
        [Token::Word("fortnight" | "fortnights")] => Some(Unit::Days(14)),
        [Token::Word("m" | "mth" | "mths" | "month" | "months")] => Some(Unit::Months(1)),
        [Token::Word("y" | "yr" | "yrs" | "year" | "years")] => Some(Unit::Months(12)),
        [Token::Word("sd")] | [Token::Word("school"), Token::Word("day" | "days")] => {
            Some(Unit::SchoolDays)
        }
        _ => None,
    }
}
