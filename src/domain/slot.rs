//! Weekly timetables.

use std::cmp::Ordering;
use std::fmt;

use chrono::{NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use super::clock_time;
use super::quoted::Quoted;
use super::timetable_doubt::TimetableDoubt;
use super::weekdays::{self, Weekdays};

/// A time in every week at which an intervention is promised, written "Mon 9:10".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Slot {
    /// The day.
    pub weekday: Weekday,
    /// When it begins.
    pub at: NaiveTime,
}

impl Ord for Slot {
    fn cmp(&self, other: &Self) -> Ordering {
        let place = |slot: &Self| (slot.weekday.num_days_from_monday(), slot.at);
        place(self).cmp(&place(other))
    }
}

impl PartialOrd for Slot {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.weekday, clock_time::write(self.at))
    }
}

/// Reads a weekly timetable: "mon wed fri 9:10; tue 14:00", "mon-fri 9:10", "tue 9:10 and 2pm". The slots come in the order of
/// the week, each once. Nothing typed is no slot.
///
/// # Errors
/// When a word is neither a day nor a time, a day has no time, or a time has no day.
pub fn read_slots(typed: &str) -> Result<Vec<Slot>, TimetableDoubt> {
    let mut slots: Vec<Slot> = Vec::new();
    let mut days = Weekdays::NONE;
    let mut timed = false;
    for word in words(typed) {
        if !word.starts_with(|letter: char| letter.is_ascii_digit()) {
            let more = Weekdays::of_word(&word)?;
            days = if timed {
                more
            } else {
                days.iter().chain(more.iter()).collect()
            };
            timed = false;
            continue;
        }
        let at = clock_time::read(&word)?;
        if days.is_empty() {
            return Err(TimetableDoubt::NoDay(Quoted::new(&word)));
        }
        timed = true;
        slots.extend(days.iter().map(|weekday| Slot { weekday, at }));
    }
    if !days.is_empty() && !timed {
        return Err(TimetableDoubt::NoTime(Quoted::new(&days.to_string())));
    }
    slots.sort();
    slots.dedup();
    Ok(slots)
}

/// The words, with "2 pm" made one.
fn words(typed: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in weekdays::words(typed) {
        match words.last_mut() {
            Some(time) if ["am", "pm"].contains(&word.as_str()) => time.push_str(&word),
            _ => words.push(word),
        }
    }
    words
}

/// Writes a weekly timetable so that [`read_slots`] gives it back: "Mon Wed Fri 9:10; Tue 14:00".
pub fn write_slots(slots: &[Slot]) -> String {
    let mut slots = slots.to_vec();
    slots.sort();
    let mut groups: Vec<(NaiveTime, Weekdays)> = Vec::new();
    for slot in slots {
        match groups.iter_mut().find(|(at, _)| *at == slot.at) {
            Some((_, days)) => *days = days.with(slot.weekday),
            None => groups.push((slot.at, Weekdays::NONE.with(slot.weekday))),
        }
    }
    let written: Vec<String> = groups
        .iter()
        .map(|(at, days)| format!("{days} {}", clock_time::write(*at)))
        .collect();
    written.join("; ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_and_writes_timetables() {
        let table = [
            ("mon wed fri 9:10; tue 14:00", "Mon Wed Fri 9:10; Tue 14:00"),
            ("Mon, Wed, Fri 9.10", "Mon Wed Fri 9:10"),
            ("tue 2 pm, mon 9:10", "Mon 9:10; Tue 14:00"),
            ("mon-fri at 9", "Mon Tue Wed Thu Fri 9:00"),
            (
                "mon to wed 9:10 and fri 2:15",
                "Mon Tue Wed 9:10; Fri 14:15",
            ),
            ("tue 9:10 14:00", "Tue 9:10; Tue 14:00"),
            ("mon 9:10 mon 9:10", "Mon 9:10"),
            ("daily 0930", "Mon Tue Wed Thu Fri 9:30"),
            ("mon\n9:10", "Mon 9:10"),
            ("", ""),
        ];
        for (typed, written) in table {
            let slots = read_slots(typed).unwrap_or_else(|doubt| panic!("{typed}: {doubt}"));
            assert_eq!(write_slots(&slots), written, "{typed}");
        }
        let slots = read_slots("fri 9:10").expect("readable");
        assert_eq!(slots[0].to_string(), "Fri 9:10");
    }

    #[test]
    fn says_what_is_missing() {
        let table = [
            (
                "mon wed",
                "“Mon Wed” has no time: write the time after the days, as in Mon Wed 9:10.",
            ),
            (
                "mon 9:10 tue",
                "“Tue” has no time: write the time after the days, as in Mon Wed 9:10.",
            ),
            (
                "9:10",
                "“9:10” has no day: write the days before the time, as in Mon Wed 9:10.",
            ),
            (
                "mon 9:75",
                "“9:75” is not a time of day: type it as 15:30 or 3:30pm.",
            ),
            (
                "mon funday 9:10",
                "“funday” is not a day of the week: write it as Mon Tue Thu.",
            ),
        ];
        for (typed, sentence) in table {
            assert_eq!(
                read_slots(typed).expect_err("a doubt").to_string(),
                sentence
            );
        }
    }

    proptest! {
        #[test]
        fn round_trips(places in prop::collection::btree_set((0..7_u8, 0..24_u32, 0..60_u32), 0..12)) {
            let mut slots = Vec::new();
            for (day, hour, minute) in places {
                let weekday = Weekday::try_from(day).expect("a day of the week");
                let at = NaiveTime::from_hms_opt(hour, minute, 0).expect("a time of day");
                slots.push(Slot { weekday, at });
            }
            slots.sort();
            prop_assert_eq!(read_slots(&write_slots(&slots)), Ok(slots));
        }

        #[test]
        fn never_panics(typed in any::<String>(), near in "[a-z0-9:; -]{0,30}") {
            let _ = (read_slots(&typed), read_slots(&near));
        }
    }
}
