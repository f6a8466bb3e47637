//! A day of a school's year, as drafts name it: terms and closures have no ids of their own.

use chrono::NaiveDate;

use crate::domain::SchoolId;

/// The school, and the day a term or closure begins on; "new" for one that is not there yet.
pub(super) fn write(school: SchoolId, first: Option<NaiveDate>) -> String {
    let day = first.map_or_else(|| "new".to_owned(), |first| first.to_string());
    format!("{school}:{day}")
}

/// Reads it back; none when it is of another make.
pub(super) fn read(words: &str) -> Option<(SchoolId, Option<NaiveDate>)> {
    let (school, day) = words.split_once(':')?;
    let first = match day {
        "new" => None,
        day => Some(day.parse().ok()?),
    };
    Some((school.parse().ok()?, first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        let school = SchoolId::new(10);
        for first in [None, NaiveDate::from_ymd_opt(2026, 11, 2)] {
            assert_eq!(read(&write(school, first)), Some((school, first)));
        }
        assert_eq!(read("10:soon"), None);
        assert_eq!(read("10"), None);
    }
}
