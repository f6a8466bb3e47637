use chrono::NaiveDate;

use super::date_doubt::DateDoubt;
use super::leaning::Leaning;
use super::token::Token;
use crate::domain::calendar::SchoolCalendar;

/// One reading of words as a date. Each way to read them is a method that answers none when the words are not of its kind.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    /// As they were typed.
    pub(super) words: &'a str,
    pub(super) today: NaiveDate,
    pub(super) leaning: Leaning,
    pub(super) calendar: &'a SchoolCalendar,
}

/// What one way of reading makes of the words.
pub(super) type Found = Option<Result<NaiveDate, DateDoubt>>;

impl Reading<'_> {
    /// Reads the words in every way there is.
    pub(super) fn date(self, tokens: &[Token<'_>]) -> Found {
        self.day_word(tokens)
            .or_else(|| self.distance(tokens))
            .or_else(|| self.school_word(tokens))
            .or_else(|| self.week_word(tokens))
            .or_else(|| self.calendar_day(tokens))
    }

    /// Today, tomorrow, yesterday.
    pub(super) fn day_word(self, tokens: &[Token<'_>]) -> Found {
        let [Token::Word(word)] = tokens else {
            return None;
        };
        let date = match *word {
            "today" | "now" => Some(self.today),
            "tomorrow" | "tmrw" => self.today.succ_opt(),
            "yesterday" => self.today.pred_opt(),
            _ => return None,
        };
        Some(date.ok_or(DateDoubt::TooFar))
    }
}
