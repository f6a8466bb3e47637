//! A key date as a column of a grid.

use chrono::{Datelike, NaiveDate};
use strum::VariantArray as _;

use crate::domain::date_words::{DateDoubt, Leaning};
use crate::domain::key_date::KeyDay;
use crate::domain::{KeyDate, Pupil, PupilId, Refusal, date_words};
use crate::ui::dialogs::grid::Column;
use crate::ui::{Context, Role};

/// Columns of a window from which on months have names.
const WIDE: usize = 100;

/// What is kept of a cell: a day as machines write it, or nothing for one that is emptied; none when it is no date.
pub(super) fn kept(settled: &str) -> Option<Option<NaiveDate>> {
    if settled.is_empty() {
        return Some(None);
    }
    settled.parse().ok().map(Some)
}

/// "09/01/25" where there is little room, else "9 Jan 25".
fn short(day: NaiveDate, is_wide: bool) -> String {
    let pattern = if is_wide { "%-d %b %y" } else { "%d/%m/%y" };
    day.format(pattern).to_string()
}

/// Reads a date in words. One that has happened, without its year, is the last such day, however long ago.
fn read(cx: &Context<'_>, typed: &str, leaning: Leaning) -> Result<NaiveDate, DateDoubt> {
    let today = cx.desk.today();
    let read = |words: &str| date_words::read(words, today, leaning, cx.desk.calendar);
    let day = read(typed)?;
    if leaning == Leaning::Ahead || day <= today {
        return Ok(day);
    }
    let years = [today.year(), today.year() - 1].into_iter();
    let mut dated = years.filter_map(|year| read(&format!("{typed} {year}")).ok());
    Ok(dated.find(|day| *day <= today).unwrap_or(day))
}

fn stands(date: KeyDate, cx: &Context<'_>, pupil: PupilId) -> KeyDay {
    let pupil: Option<&Pupil> = cx.desk.caseload.pupils.get(pupil);
    pupil.map_or(KeyDay::NotHers, |pupil| date.of(cx.desk.caseload, pupil))
}

impl Column for KeyDate {
    const ALL: &'static [Self] = Self::VARIANTS;

    fn named(name: &str) -> Option<Self> {
        Self::named(name)
    }

    fn head(self) -> &'static str {
        self.short()
    }

    fn columns(self, window: usize) -> usize {
        if window >= WIDE { 11 } else { 9 }
    }

    fn text(self, cx: &Context<'_>, pupil: PupilId) -> String {
        match stands(self, cx, pupil) {
            KeyDay::On(day) => date_words::with_year(day),
            KeyDay::Missing | KeyDay::Open | KeyDay::NotHers => String::new(),
        }
    }

    fn settled(self, cx: &Context<'_>, pupil: PupilId, typed: &str) -> Option<String> {
        let recorded = match stands(self, cx, pupil) {
            KeyDay::On(day) => Some(day),
            KeyDay::Missing | KeyDay::Open | KeyDay::NotHers => None,
        };
        if typed.is_empty() {
            return recorded.map(|_| String::new());
        }
        match read(cx, typed, self.leaning()) {
            Ok(day) if Some(day) == recorded => None,
            Ok(day) => Some(day.to_string()),
            Err(_) => Some(typed.to_owned()),
        }
    }

    fn written(self, _cx: &Context<'_>, settled: &str) -> String {
        match kept(settled) {
            Some(Some(day)) => date_words::with_year(day),
            Some(None) | None => settled.to_owned(),
        }
    }

    fn shown(
        self,
        cx: &Context<'_>,
        pupil: PupilId,
        settled: Option<&str>,
        room: usize,
    ) -> (String, Role) {
        let is_wide = room > self.columns(0);
        match (settled.map(kept), stands(self, cx, pupil)) {
            (Some(Some(Some(day))), _) => (short(day, is_wide), Role::Due),
            (Some(Some(None)), _) => ("emptied".to_owned(), Role::Due),
            (Some(None), _) => (settled.unwrap_or_default().to_owned(), Role::Refusal),
            (None, KeyDay::On(day)) => (short(day, is_wide), Role::Text),
            (None, KeyDay::Missing) if is_wide => ("to fill in".to_owned(), Role::Due),
            (None, KeyDay::Missing) => ("fill in".to_owned(), Role::Due),
            (None, KeyDay::Open) => (String::new(), Role::Text),
            (None, KeyDay::NotHers) => ("-".to_owned(), Role::Muted),
        }
    }

    fn refusal(self, cx: &Context<'_>, pupil: PupilId) -> Option<Refusal> {
        let is_not_hers = stands(self, cx, pupil) == KeyDay::NotHers;
        is_not_hers.then(|| {
            Refusal::new(format!(
                "This date is {}: there is nothing to type here.",
                self.whose()
            ))
        })
    }
}
