//! Sets of weekdays.

use std::fmt;
use std::str::FromStr;

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use super::quoted::Quoted;
use super::timetable_doubt::TimetableDoubt;
use super::weekday_words;

/// A set of weekdays: the days somebody works, the days of a timetable. Written "Mon Tue Thu"; in files `["Mon", "Tue"]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "Vec<Weekday>", from = "Vec<Weekday>")]
pub struct Weekdays {
    /// Bit 0 is Monday.
    bits: u8,
}

/// Monday first, as everywhere in the program.
const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

impl Weekdays {
    /// No day.
    pub const NONE: Self = Self { bits: 0 };
    /// Monday to Friday.
    pub const MON_TO_FRI: Self = Self { bits: 0b1_1111 };

    /// Is a day among them?
    pub fn contains(self, day: Weekday) -> bool {
        self.bits & bit(day) != 0
    }

    /// These days and one more.
    #[must_use]
    pub fn with(self, day: Weekday) -> Self {
        Self {
            bits: self.bits | bit(day),
        }
    }

    /// These days but one.
    #[must_use]
    pub fn without(self, day: Weekday) -> Self {
        Self {
            bits: self.bits & !bit(day),
        }
    }

    /// Is there no day among them?
    pub fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// How many days.
    pub fn len(self) -> usize {
        self.iter().count()
    }

    /// The days, Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        WEEK.into_iter().filter(move |day| self.contains(*day))
    }

    /// The days from one to another, both included, over the weekend where need be.
    pub fn from_to(first: Weekday, last: Weekday) -> Self {
        let mut days = Self::NONE.with(last);
        let mut day = first;
        while day != last {
            days = days.with(day);
            day = day.succ();
        }
        days
    }

    /// The days one word names: "tue", "mon-fri", "weekdays", "daily" (the last two Monday to Friday).
    pub(super) fn of_word(word: &str) -> Result<Self, TimetableDoubt> {
        if ["weekdays", "daily"].contains(&word.to_lowercase().as_str()) {
            return Ok(Self::MON_TO_FRI);
        }
        let day = |word| {
            weekday_words::weekday(word).ok_or_else(|| TimetableDoubt::NotADay(Quoted::new(word)))
        };
        match word.split_once('-') {
            Some((first, last)) => Ok(Self::from_to(day(first)?, day(last)?)),
            None => Ok(Self::NONE.with(day(word)?)),
        }
    }
}

fn bit(day: Weekday) -> u8 {
    1 << day.num_days_from_monday()
}

/// The words of a timetable or a list of days, with "mon to fri" and "mon - fri" made one word.
pub(super) fn words(typed: &str) -> Vec<String> {
    let dashes = typed.replace(['–', '—'], "-");
    let mut words: Vec<String> = Vec::new();
    let mut joins_next = false;
    for word in dashes.split(|letter: char| letter.is_whitespace() || ",;&/".contains(letter)) {
        match word.to_lowercase().as_str() {
            "" | "and" | "at" | "on" => {}
            "to" | "-" => joins_next = true,
            lower => {
                match words.last_mut() {
                    Some(last) if joins_next => *last = format!("{last}-{lower}"),
                    _ => words.push(lower.to_owned()),
                }
                joins_next = false;
            }
        }
    }
    words
}

impl FromIterator<Weekday> for Weekdays {
    fn from_iter<T: IntoIterator<Item = Weekday>>(days: T) -> Self {
        days.into_iter().fold(Self::NONE, Self::with)
    }
}

impl From<Vec<Weekday>> for Weekdays {
    fn from(days: Vec<Weekday>) -> Self {
        days.into_iter().collect()
    }
}

impl From<Weekdays> for Vec<Weekday> {
    fn from(days: Weekdays) -> Self {
        days.iter().collect()
    }
}

impl fmt::Display for Weekdays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days: Vec<String> = self.iter().map(|day| day.to_string()).collect();
        f.write_str(&days.join(" "))
    }
}

impl FromStr for Weekdays {
    type Err = TimetableDoubt;

    /// Reads "mon tue thu", "Mon, Weds", "mon-fri", "mon to thu", "daily". Nothing typed is no day.
    fn from_str(typed: &str) -> Result<Self, TimetableDoubt> {
        let mut days = Self::NONE;
        for word in words(typed) {
            days.bits |= Self::of_word(&word)?.bits;
        }
        Ok(days)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_and_writes() {
        let table = [
            ("mon tue thu", "Mon Tue Thu"),
            ("Thursday, Monday & tues", "Mon Tue Thu"),
            ("mon-fri", "Mon Tue Wed Thu Fri"),
            ("mon to wed and fri", "Mon Tue Wed Fri"),
            ("mon – wed", "Mon Tue Wed"),
            ("fri-mon", "Mon Fri Sat Sun"),
            ("daily", "Mon Tue Wed Thu Fri"),
            ("", ""),
            (" ; ", ""),
        ];
        for (typed, written) in table {
            let days: Weekdays = typed.parse().expect("readable");
            assert_eq!(days.to_string(), written, "{typed}");
        }
        let doubt = "mon funday".parse::<Weekdays>().expect_err("no such day");
        assert_eq!(
            doubt.to_string(),
            "“funday” is not a day of the week: write it as Mon Tue Thu."
        );
    }

    #[test]
    fn is_a_list_of_names_in_files() {
        let days: Weekdays = "mon thu".parse().expect("readable");
        let json = serde_json::to_string(&days).expect("writable");
        assert_eq!(json, r#"["Mon","Thu"]"#);
        assert_eq!(
            serde_json::from_str::<Weekdays>(&json).expect("readable"),
            days
        );
    }

    #[test]
    fn is_a_set() {
        let days = Weekdays::NONE
            .with(Weekday::Fri)
            .with(Weekday::Mon)
            .with(Weekday::Fri);
        assert_eq!(days.len(), 2);
        assert!(days.contains(Weekday::Mon) && !days.contains(Weekday::Sun));
        assert!(days.without(Weekday::Mon).without(Weekday::Fri).is_empty());
        assert_eq!(Weekdays::MON_TO_FRI.to_string(), "Mon Tue Wed Thu Fri");
    }

    proptest! {
        #[test]
        fn round_trips(bits in 0..0b1000_0000_u8) {
            let days = Weekdays { bits };
            prop_assert_eq!(days.to_string().parse::<Weekdays>(), Ok(days));
        }

        #[test]
        fn never_panics(typed in any::<String>()) {
            let _ = typed.parse::<Weekdays>();
        }
    }
}
