//! Weekdays: `fri`, `next tue`, `mon 30 nov`.

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};

use super::date_doubt::DateDoubt;
use super::leaning::Leaning;
use super::reading::{Found, Reading};
use super::token::Token;
use crate::domain::weekday_words::weekday;

impl Reading<'_> {
    /// Words that begin with a weekday, or name one of another week.
    pub(super) fn week_word(self, tokens: &[Token<'_>]) -> Found {
        let date = match tokens {
            [Token::Word("next"), Token::Word("week")] => self.in_week(Weekday::Mon, 7),
            [Token::Word("last"), Token::Word("week")] => self.in_week(Weekday::Mon, -7),
            [Token::Word("this"), Token::Word(word)] => self.in_week(weekday(word)?, 0),
            [Token::Word("next"), Token::Word(word)] => self.in_week(weekday(word)?, 7),
            [Token::Word("last"), Token::Word(word)] => self.nearest(weekday(word)?, Leaning::Back),
            [Token::Word(word), Token::Word("week")] => self
                .nearest(weekday(word)?, Leaning::Ahead)
                .and_then(|date| date.checked_add_days(Days::new(7))),
            [Token::Word(word)] => self.nearest(weekday(word)?, self.leaning),
            [Token::Word(word), rest @ ..] => return self.checked_day(weekday(word)?, rest),
            _ => return None,
        };
        Some(date.ok_or(DateDoubt::TooFar))
    }

    /// The nearest such weekday on one side of today, today excluded.
    fn nearest(self, wanted: Weekday, side: Leaning) -> Option<NaiveDate> {
        let mut others = self.today.iter_days().skip(1).take(7);
        match side {
            Leaning::Ahead => others.find(|day| day.weekday() == wanted),
            Leaning::Back => {
                let ahead = others.find(|day| day.weekday() == wanted)?;
                let back = ahead.checked_sub_days(Days::new(7))?;
                if back == self.today {
                    back.checked_sub_days(Days::new(7))
                } else {
                    Some(back)
                }
            }
        }
    }

    /// A weekday of the week, Monday to Sunday, so many days from today's.
    fn in_week(self, wanted: Weekday, days: i64) -> Option<NaiveDate> {
        let from = i64::from(self.today.weekday().num_days_from_monday());
        let to = i64::from(wanted.num_days_from_monday());
        self.today
            .checked_add_signed(TimeDelta::days(days + to - from))
    }

    /// A date with its weekday before it: one proves the other.
    fn checked_day(self, said: Weekday, rest: &[Token<'_>]) -> Found {
        let date = match self.calendar_day(rest)? {
            Ok(date) => date,
            Err(doubt) => return Some(Err(doubt)),
        };
        let agrees = date.weekday() == said;
        Some(
            agrees
                .then_some(date)
                .ok_or(DateDoubt::WrongWeekday { date, said }),
        )
    }
}
