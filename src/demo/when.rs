use std::str::FromStr;

use chrono::Weekday;
use serde::Deserialize;

use crate::domain::weekday_words;

/// A date of the demo school, counted from the day it is opened.
///
/// | written | is |
/// |---|---|
/// | `w-3 tue` | Tuesday of the third school week before this one; holidays are not counted |
/// | `w+1 mon` | Monday of the school week after this one (`w+0` is this week, or the next with school in it) |
/// | `next thu`, `next` | the first Thursday, or any day, from today on which the school is open |
/// | `y-2` | the same day two years ago, or the Friday before a weekend |
///
/// After any of them `+22` or `-5` counts calendar days on. In a week where that weekday is no school day, the nearest one
/// is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct When {
    pub(super) from: From,
    /// Calendar days after that.
    pub(super) plus: i64,
}

/// What a [`When`] counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// A day of a school week: so many weeks before (negative) or after this one.
    Week(i32, Weekday),
    /// The first such school day from today.
    Next(Option<Weekday>),
    /// Today's date in another year.
    Year(i32),
}

impl When {
    /// A day of the school week so many weeks before this one.
    pub(super) fn weeks_ago(weeks: usize, weekday: Weekday) -> Self {
        let weeks = i32::try_from(weeks).unwrap_or(i32::MAX);
        Self {
            from: From::Week(-weeks, weekday),
            plus: 0,
        }
    }

    /// A day of the school week so many weeks after this one.
    pub(super) fn weeks_ahead(weeks: usize, weekday: Weekday) -> Self {
        let weeks = i32::try_from(weeks).unwrap_or(i32::MAX);
        Self {
            from: From::Week(weeks, weekday),
            plus: 0,
        }
    }

    /// Today's date so many years ago.
    pub(super) fn years_ago(years: i32) -> Self {
        Self {
            from: From::Year(-years),
            plus: 0,
        }
    }

    /// So many calendar days later, or earlier for a negative number.
    pub(super) fn plus(self, days: i64) -> Self {
        Self {
            plus: self.plus + days,
            ..self
        }
    }
}

impl FromStr for When {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        let wrong = || format!("{written:?} is no date of the demo: see When");
        let mut words = written.split(' ').peekable();
        let first = words.next().ok_or_else(wrong)?;
        let weekday = words.peek().and_then(|word| weekday_words::weekday(word));
        if weekday.is_some() {
            words.next();
        }
        let number = |words: &str| words.parse().map_err(|_| wrong());
        let from = match (first.split_at_checked(1), weekday) {
            (Some(("w", weeks)), Some(weekday)) => From::Week(number(weeks)?, weekday),
            (Some(("y", years)), None) => From::Year(number(years)?),
            _ if first == "next" => From::Next(weekday),
            _ => return Err(wrong()),
        };
        let plus = words.next().map_or(Ok(0), |days| days.parse());
        match (plus, words.next()) {
            (Ok(plus), None) => Ok(Self { from, plus }),
            _ => Err(wrong()),
        }
    }
}

impl TryFrom<String> for When {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        written.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_form_and_refuses_the_rest() {
        let when = |from, plus| Some(When { from, plus });
        let table = [
            ("w-3 tue", when(From::Week(-3, Weekday::Tue), 0)),
            ("w+1 mon", when(From::Week(1, Weekday::Mon), 0)),
            ("w-15 thu +22", when(From::Week(-15, Weekday::Thu), 22)),
            ("next thu", when(From::Next(Some(Weekday::Thu)), 0)),
            ("next", when(From::Next(None), 0)),
            ("y-2 -5", when(From::Year(-2), -5)),
            ("w-3", None),
            ("tue", None),
            ("", None),
            ("w-3 tue soon", None),
        ];
        for (written, when) in table {
            assert_eq!(written.parse::<When>().ok(), when, "{written}");
        }
    }
}
