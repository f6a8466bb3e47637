//! Reading the days of the week.

use chrono::Weekday;

const NAMES: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

/// The weekday a word names: "Monday", "mon", "tues", "weds", "th". Two letters are enough; case does not matter.
pub fn weekday(word: &str) -> Option<Weekday> {
    let word = word.to_lowercase();
    if word == "weds" {
        return Some(Weekday::Wed);
    }
    let named = NAMES
        .iter()
        .find(|(name, _)| word.len() >= 2 && name.starts_with(&word))?;
    Some(named.1)
}

/// The weekday's name in full: "Monday".
pub fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_names_long_and_short() {
        let table = [
            ("Monday", Some(Weekday::Mon)),
            ("tu", Some(Weekday::Tue)),
            ("TUES", Some(Weekday::Tue)),
            ("weds", Some(Weekday::Wed)),
            ("thur", Some(Weekday::Thu)),
            ("thurs", Some(Weekday::Thu)),
            ("t", None),
            ("", None),
            ("mondays", None),
            ("mo🎈", None),
        ];
        for (word, day) in table {
            assert_eq!(weekday(word), day, "{word}");
        }
        for (word, day) in NAMES {
            assert_eq!(name(day).to_lowercase(), word);
        }
    }
}
