//! Times of day in words.
//!
//! Read are "15:30", "3.30pm", "3:30 p.m.", "1530", "930", "9", "3pm", "noon", "half past 3", "quarter to 4", "9:10:00".
//!
//! **Schools keep day hours.** Without "am" or "pm", an hour from 1 to 7 is in the afternoon or evening: "3:30" is 15:30 and
//! "6:30" is 18:30. Written with a nought before it, the hour is as it stands: "07:30" is half past seven in the morning.

use chrono::{NaiveTime, Timelike};

use super::clock_doubt::ClockDoubt;
use super::quoted::Quoted;

/// Longer than any time of day in words.
const LONGEST: usize = 40;

/// Reads a time of day, to the minute.
///
/// # Errors
/// When the words are empty or no time of day.
pub fn read(words: &str) -> Result<NaiveTime, ClockDoubt> {
    let words = words.trim();
    if words.is_empty() {
        return Err(ClockDoubt::Empty);
    }
    let time = (words.len() <= LONGEST).then(|| time_in(&words.to_lowercase()));
    time.flatten()
        .ok_or_else(|| ClockDoubt::NotATime(Quoted::new(words)))
}

/// Writes a time of day so that [`read`] gives it back: "9:10", "15:30", "07:30".
pub fn write(time: NaiveTime) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    if (1..8).contains(&hour) {
        format!("{hour:02}:{minute:02}")
    } else {
        format!("{hour}:{minute:02}")
    }
}

fn time_in(words: &str) -> Option<NaiveTime> {
    if ["noon", "midday"].contains(&words) {
        return NaiveTime::from_hms_opt(12, 0, 0);
    }
    if let Some((part, hour)) = words.split_once(" past ") {
        return at(hour_in(hour)?, minutes_of(part)?);
    }
    if let Some((part, hour)) = words.split_once(" to ") {
        return at(hour_in(hour)?.checked_sub(1)?, 60 - minutes_of(part)?);
    }
    let (digits, half) = without_half_of_day(words);
    let (hour, minute) = hour_and_minute(digits)?;
    at(half.hour(hour, digits.starts_with('0'))?, minute)
}

fn at(hour: u32, minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, minute, 0)
}

fn minutes_of(part: &str) -> Option<u32> {
    match part.trim() {
        "quarter" | "a quarter" => Some(15),
        "half" => Some(30),
        minutes => number(minutes).filter(|minutes| (1..60).contains(minutes)),
    }
}

fn hour_in(words: &str) -> Option<u32> {
    Some(
        time_in(words.trim())
            .filter(|time| time.minute() == 0)?
            .hour(),
    )
}

/// Which half of the day was named.
#[derive(Clone, Copy)]
enum HalfOfDay {
    Morning,
    Afternoon,
    NotSaid,
}

impl HalfOfDay {
    /// The hour from 0 to 23 that an hour on the clock means.
    fn hour(self, hour: u32, as_it_stands: bool) -> Option<u32> {
        match (self, hour) {
            (Self::Morning, 12) => Some(0),
            (Self::Morning, 0..12) => Some(hour),
            (Self::Morning, _) => None,
            (Self::Afternoon, 1..12) => Some(hour + 12),
            (Self::Afternoon, 12..24) => Some(hour),
            (Self::Afternoon, _) => None,
            (Self::NotSaid, 1..8) if !as_it_stands => Some(hour + 12),
            (Self::NotSaid, _) => Some(hour),
        }
    }
}

fn without_half_of_day(words: &str) -> (&str, HalfOfDay) {
    let halves = [
        (HalfOfDay::Morning, ["am", "a.m.", "a.m"]),
        (HalfOfDay::Afternoon, ["pm", "p.m.", "p.m"]),
    ];
    for (half, endings) in halves {
        if let Some(digits) = endings.iter().find_map(|ending| words.strip_suffix(ending)) {
            return (digits.trim_end(), half);
        }
    }
    (words, HalfOfDay::NotSaid)
}

fn hour_and_minute(digits: &str) -> Option<(u32, u32)> {
    let parts: Vec<&str> = digits.split([':', '.']).collect();
    match parts[..] {
        [hour] if hour.len() <= 2 => Some((number(hour)?, 0)),
        [joined] if joined.len() <= 4 => {
            let (hour, minute) = joined.split_at_checked(joined.len() - 2)?;
            Some((number(hour)?, number(minute)?))
        }
        [hour, minute] if hour.len() <= 2 && minute.len() == 2 => {
            Some((number(hour)?, number(minute)?))
        }
        [hour, minute, second] if hour.len() <= 2 && minute.len() == 2 && second.len() == 2 => {
            let _whole_minutes = number(second).filter(|second| *second < 60)?;
            Some((number(hour)?, number(minute)?))
        }
        _ => None,
    }
}

fn number(digits: &str) -> Option<u32> {
    let only_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    only_digits.then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_times() {
        let table = [
            ("15:30", "15:30"),
            ("3:30", "15:30"),
            (" 3.30PM ", "15:30"),
            ("3:30 p.m.", "15:30"),
            ("3.30am", "03:30"),
            ("1530", "15:30"),
            ("930", "9:30"),
            ("0930", "9:30"),
            ("330", "15:30"),
            ("9", "9:00"),
            ("3", "15:00"),
            ("3pm", "15:00"),
            ("8", "8:00"),
            ("7", "19:00"),
            ("7am", "07:00"),
            ("07:30", "07:30"),
            ("0730", "07:30"),
            ("6:30", "18:30"),
            ("12:15", "12:15"),
            ("12am", "0:00"),
            ("12pm", "12:00"),
            ("0:15", "0:15"),
            ("17:59", "17:59"),
            ("15:30pm", "15:30"),
            ("09:10:00", "9:10"),
            ("noon", "12:00"),
            ("half past 3", "15:30"),
            ("quarter past 9", "9:15"),
            ("a quarter to 4", "15:45"),
            ("10 to 9", "8:50"),
            ("half past 3pm", "15:30"),
        ];
        for (words, time) in table {
            assert_eq!(read(words).map(write).as_deref(), Ok(time), "{words}");
        }
    }

    #[test]
    fn refuses_what_is_no_time() {
        let long = "9".repeat(10_000);
        let table = [
            "25:00",
            "24:00",
            "9:60",
            "9:5",
            "15:30am",
            "9:10:60",
            "soon",
            "-9",
            "+9",
            "9:10pmpm",
            ":",
            "am",
            "🕘",
            "٣:٣٠",
            "half past",
            "70 past 3",
            "9 to 0",
            "99999",
            long.as_str(),
        ];
        for words in table {
            assert!(
                matches!(read(words), Err(ClockDoubt::NotATime(_))),
                "{words}"
            );
        }
        assert_eq!(read("  "), Err(ClockDoubt::Empty));
        assert_eq!(
            read("25:00").expect_err("no such hour").to_string(),
            "“25:00” is not a time of day: type it as 15:30 or 3:30pm."
        );
    }

    #[test]
    fn every_minute_round_trips() {
        for minute in 0..24 * 60 {
            let time = at(minute / 60, minute % 60).expect("a time of day");
            assert_eq!(read(&write(time)), Ok(time));
        }
    }

    proptest! {
        #[test]
        fn never_panics(words in any::<String>(), digits in "[0-9:. apm]{0,12}") {
            let _ = (read(&words), read(&digits));
        }
    }
}
