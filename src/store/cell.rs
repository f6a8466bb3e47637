//! How the domain's own types stand in a column.

use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime};
use rusqlite::Row;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::Id;

impl<T> ToSql for Id<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.number().into())
    }
}

impl<T> FromSql for Id<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        i64::column_result(value).map(Self::new)
    }
}

/// A fixed choice, written by its code.
pub(super) struct Coded<T>(pub(super) T);

impl<T: Copy + Into<&'static str>> ToSql for Coded<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let code: &'static str = self.0.into();
        Ok(code.into())
    }
}

/// Something written as it is shown and read back as it is typed.
pub(super) struct Worded<T>(pub(super) T);

impl<T: ToString> ToSql for Worded<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_string().into())
    }
}

impl<T: FromStr> FromSql for Worded<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value
            .as_str()?
            .parse()
            .map(Worded)
            .map_err(|_| FromSqlError::InvalidType)
    }
}

/// Something that is only ever read whole, written as JSON.
pub(super) struct Json<T>(pub(super) T);

impl<T: Serialize> ToSql for Json<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let text = serde_json::to_string(&self.0)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
        Ok(text.into())
    }
}

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        // Without serde's words, which quote what they stumble over.
        serde_json::from_str(value.as_str()?)
            .map(Json)
            .map_err(|_| FromSqlError::InvalidType)
    }
}

/// A date, read without a pattern: thousands are at unlock.
pub(super) struct Day(pub(super) NaiveDate);

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let [y3, y2, y1, y0, b'-', m1, m0, b'-', d1, d0] = *value.as_bytes()? else {
            return Err(FromSqlError::InvalidType);
        };
        let date = || {
            let year = i32::try_from(number(&[y3, y2, y1, y0])?).ok()?;
            NaiveDate::from_ymd_opt(year, number(&[m1, m0])?, number(&[d1, d0])?)
        };
        date().map(Day).ok_or(FromSqlError::InvalidType)
    }
}

/// A time of day, read without a pattern.
pub(super) struct TimeOfDay(pub(super) NaiveTime);

impl FromSql for TimeOfDay {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let [h1, h0, b':', m1, m0, b':', s1, s0] = *value.as_bytes()? else {
            return NaiveTime::column_result(value).map(Self);
        };
        let (seconds, minutes) = (number(&[s1, s0]), number(&[m1, m0]));
        number(&[h1, h0])
            .and_then(|hours| NaiveTime::from_hms_opt(hours, minutes?, seconds?))
            .map(Self)
            .ok_or(FromSqlError::InvalidType)
    }
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |number, digit| {
        let digit = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
        Some(number * 10 + digit)
    })
}

/// Reads a row's columns one after another, in the order they were asked for.
pub(super) struct Cells<'a> {
    row: &'a Row<'a>,
    next: usize,
}

impl<'a> Cells<'a> {
    pub(super) fn from(row: &'a Row<'a>, first: usize) -> Self {
        Self { row, next: first }
    }

    /// The next column.
    pub(super) fn next<T: FromSql>(&mut self) -> rusqlite::Result<T> {
        let cell = self.row.get(self.next);
        self.next += 1;
        cell
    }

    /// The next column, a code or a text that reads as a `T`.
    pub(super) fn word<T: FromStr>(&mut self) -> rusqlite::Result<T> {
        Ok(self.next::<Worded<T>>()?.0)
    }

    /// The next column, a code or nothing.
    pub(super) fn maybe_word<T: FromStr>(&mut self) -> rusqlite::Result<Option<T>> {
        Ok(self.next::<Option<Worded<T>>>()?.map(|worded| worded.0))
    }
}
