//! Thinning: which backups need not be kept any longer.
//!
//! The order is that of their making, never that of the clock. What is old is told from the newest backup and from the days
//! on which there are any, not from today: so neither a clock that runs ahead nor a long absence ages anything. Where the
//! clock jumped between two backups, what was made before and after is kept apart, whatever the dates say; and after a
//! jump nothing goes until some more backups were made under the same clock.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike as _, Duration, FixedOffset, NaiveDate};

/// All made in this long before the newest are kept, up to [`MOST_RECENT`].
const RECENT: Duration = Duration::hours(48);
/// How many of the recent ones, at most.
const MOST_RECENT: usize = 40;
/// A clock this much behind the newest backup is wrong.
const BEHIND: Duration = Duration::hours(1);
/// Longer without a backup, and the clock is doubted: the summer holidays are shorter.
const GAP: Duration = Duration::days(100);
/// After this many backups without a jump, it is believed.
const BELIEVED_AFTER: usize = 10;

/// What thinning knows of a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the order.
    pub sequence: u64,
    /// What the clock said.
    pub made_at: DateTime<FixedOffset>,
    /// Whether it is kept whatever its age: made before an upgrade.
    pub is_pinned: bool,
}

/// A backup that need not be kept, and the one that is kept in its stead: it must be proven before the other goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spare {
    /// The one that may go.
    pub sequence: u64,
    /// The one that stays.
    pub instead: u64,
}

/// How much is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// On this laptop: all of 48 hours (at most 40), 14 daily, 8 weekly, 12 monthly, one a term.
    Laptop,
    /// In a second place: the 10 newest, and one a week for a term.
    SecondPlace,
}

/// The backups to delete, oldest first. Before one goes, the one that stays in its stead is proven by `is_good`; one that is
/// not good counts for nothing, and is left alone.
pub fn to_delete(
    mut entries: Vec<Entry>,
    measure: Measure,
    terms: &[(NaiveDate, NaiveDate)],
    now: DateTime<FixedOffset>,
    mut is_good: impl FnMut(u64) -> bool,
) -> Vec<u64> {
    loop {
        let spare = spare(&entries, measure, terms, now);
        let mut stays: Vec<u64> = spare.iter().map(|spare| spare.instead).collect();
        stays.dedup();
        let Some(bad) = stays.into_iter().find(|sequence| !is_good(*sequence)) else {
            return spare.into_iter().map(|spare| spare.sequence).collect();
        };
        entries.retain(|entry| entry.sequence != bad);
    }
}

/// The backups that may go, oldest first. `terms` are the first and last days of the school's terms.
pub fn spare(
    entries: &[Entry],
    measure: Measure,
    terms: &[(NaiveDate, NaiveDate)],
    now: DateTime<FixedOffset>,
) -> Vec<Spare> {
    let mut entries = entries.to_vec();
    entries.sort_by_key(|entry| entry.sequence);
    let jumps = jumps(&entries);
    if is_doubtful(&entries, &jumps, now) {
        return Vec::new();
    }
    let kept = kept(&entries, &jumps, measure, terms);
    let mut spare = Vec::new();
    let mut instead = None;
    for (at, entry) in entries.iter().enumerate().rev() {
        match instead {
            _ if kept.contains(&at) => instead = Some(entry.sequence),
            Some(instead) => spare.push(Spare {
                sequence: entry.sequence,
                instead,
            }),
            None => {}
        }
    }
    spare.reverse();
    spare
}

/// Whether the clock jumped between two moments that followed each other.
fn is_jump(earlier: DateTime<FixedOffset>, later: DateTime<FixedOffset>) -> bool {
    later < earlier - BEHIND || later - earlier > GAP
}

/// The places before which the clock jumped.
fn jumps(entries: &[Entry]) -> BTreeSet<usize> {
    let pairs = entries.windows(2).zip(1..);
    pairs
        .filter(|(pair, _)| is_jump(pair[0].made_at, pair[1].made_at))
        .map(|(_, at)| at)
        .collect()
}

/// Whether the clock can't be believed: it jumped since the newest backup, or lately.
fn is_doubtful(entries: &[Entry], jumps: &BTreeSet<usize>, now: DateTime<FixedOffset>) -> bool {
    let jumped_since = entries
        .last()
        .is_some_and(|newest| is_jump(newest.made_at, now));
    let jumped_lately = jumps
        .last()
        .is_some_and(|at| entries.len() - at <= BELIEVED_AFTER);
    jumped_since || jumped_lately
}

/// The places of those that are kept.
fn kept(
    entries: &[Entry],
    jumps: &BTreeSet<usize>,
    measure: Measure,
    terms: &[(NaiveDate, NaiveDate)],
) -> BTreeSet<usize> {
    let days: Vec<NaiveDate> = entries
        .iter()
        .map(|entry| entry.made_at.date_naive())
        .collect();
    let week = |day: NaiveDate| (day.iso_week().year(), day.iso_week().week());
    let mut kept: BTreeSet<usize> = (0..entries.len())
        .filter(|at| entries[*at].is_pinned)
        .collect();
    match measure {
        Measure::Laptop => {
            let newest = entries.last().map(|entry| entry.made_at);
            let is_recent = |at: &usize| {
                newest.is_some_and(|newest| (newest - entries[*at].made_at).abs() <= RECENT)
            };
            let recent = (0..entries.len()).rev().take_while(is_recent);
            kept.extend(recent.take(MOST_RECENT));
            kept.extend(newest_of_each(&days, jumps, 14, |day| day));
            kept.extend(newest_of_each(&days, jumps, 8, week));
            kept.extend(newest_of_each(&days, jumps, 12, |day| {
                (day.year(), day.month())
            }));
            for (first, last) in terms {
                kept.extend((0..days.len()).rfind(|at| (*first..=*last).contains(&days[*at])));
            }
        }
        Measure::SecondPlace => {
            kept.extend((0..entries.len()).rev().take(10));
            kept.extend(newest_of_each(&days, jumps, 15, week));
        }
    }
    kept
}

/// The newest of each of the last few spans in which there are any. What stands before a jump is a span of its own, and does
/// not count among the few: nobody knows how it lies to those after.
fn newest_of_each<T: PartialEq>(
    days: &[NaiveDate],
    jumps: &BTreeSet<usize>,
    spans: usize,
    span: impl Fn(NaiveDate) -> T,
) -> Vec<usize> {
    let mut newest = Vec::new();
    let (mut counted, mut last) = (0, None);
    for at in (0..days.len()).rev() {
        let this = Some(span(days[at]));
        let is_before_jump = jumps.contains(&(at + 1));
        if this == last && !is_before_jump {
            continue;
        }
        counted += usize::from(!is_before_jump);
        if counted > spans {
            break;
        }
        newest.push(at);
        last = this;
    }
    newest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> DateTime<FixedOffset> {
        format!("{text}:00+00:00").parse().unwrap()
    }

    /// Backups made at these hours after a Monday in September, in this order.
    fn made(hours: impl IntoIterator<Item = i64>) -> Vec<Entry> {
        let begin = time("2026-09-07T08:00");
        (1..)
            .zip(hours)
            .map(|(sequence, hours)| Entry {
                sequence,
                made_at: begin + Duration::hours(hours),
                is_pinned: false,
            })
            .collect()
    }

    fn left(entries: &[Entry], now: DateTime<FixedOffset>) -> Vec<u64> {
        let spare = spare(entries, Measure::Laptop, &[], now);
        let left = entries.iter().map(|entry| entry.sequence);
        left.filter(|sequence| spare.iter().all(|spare| spare.sequence != *sequence))
            .collect()
    }

    fn after(entries: &[Entry]) -> DateTime<FixedOffset> {
        entries.last().unwrap().made_at + Duration::minutes(1)
    }

    #[test]
    fn of_a_year_little_is_left_and_from_everywhere() {
        // Every two hours of a year.
        let entries = made((0..24 * 365).step_by(2));
        let left = left(&entries, after(&entries));
        // 25 of 48 hours, 12 more days, then weeks and months that are not among those.
        assert!((50..=60).contains(&left.len()), "{}", left.len());
        let gaps: Vec<_> = left.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(gaps.iter().all(|gap| *gap <= 12 * 31), "{gaps:?}");
        assert!(gaps.iter().rev().take(24).all(|gap| *gap == 1), "{gaps:?}");
    }

    #[test]
    fn at_most_forty_of_two_days_are_kept() {
        let mut entries = made([0]);
        entries.extend(made((0..200).map(|_| 24)).into_iter().map(|mut entry| {
            entry.sequence += 1;
            entry
        }));
        assert_eq!(left(&entries, after(&entries)).len(), 41);
    }

    #[test]
    fn the_end_of_each_term_and_what_was_made_before_an_upgrade_stay() {
        let mut entries = made((0..24 * 900).step_by(24));
        entries[3].is_pinned = true;
        let terms = [("2026-09-02".parse().unwrap(), "2026-10-23".parse().unwrap())];
        let spare = spare(&entries, Measure::Laptop, &terms, after(&entries));
        let is_spare = |sequence| spare.iter().any(|spare| spare.sequence == sequence);
        assert!(is_spare(3) && !is_spare(4) && is_spare(5));
        // 23 October is the 47th day.
        assert!(is_spare(46) && !is_spare(47) && is_spare(48));
    }

    #[test]
    fn what_goes_is_stood_for_by_the_next_that_stays() {
        let entries = made([0, 1, 2, 24 * 5, 24 * 5 + 1]);
        assert_eq!(
            spare(&entries, Measure::Laptop, &[], after(&entries)),
            [1, 2].map(|sequence| Spare {
                sequence,
                instead: 3
            })
        );
    }

    #[test]
    fn nothing_goes_while_the_clock_is_behind_or_far_ahead() {
        let entries = made((0..24 * 30).step_by(3));
        assert!(left(&entries, after(&entries)).len() < entries.len());
        for now in ["2026-10-01T08:00", "2021-10-07T08:00", "2031-10-07T08:00"] {
            assert_eq!(left(&entries, time(now)).len(), entries.len(), "{now}");
        }
    }

    #[test]
    fn nothing_goes_while_the_newest_is_dated_before_those_before_it() {
        let mut entries = made((0..24 * 30).step_by(3));
        entries.last_mut().unwrap().made_at = time("2021-11-21T08:00");
        assert_eq!(
            left(&entries, time("2021-11-21T09:00")).len(),
            entries.len()
        );
    }

    #[test]
    fn what_a_wrong_clock_dated_pushes_nothing_out() {
        let mut entries = made((0..24 * 60).step_by(3));
        let kept_before = left(&entries, after(&entries));
        // A few in the middle of a day that is thinned to its newest, years off.
        for time in ["2031-01-01T08:00", "2000-01-01T08:00"] {
            for (place, entry) in (0..).zip(&mut entries[300..303]) {
                entry.made_at = self::time(time) + Duration::minutes(place);
            }
            let kept = left(&entries, after(&entries));
            assert!(kept_before.iter().all(|sequence| kept.contains(sequence)));
            assert!(kept.len() <= kept_before.len() + 2);
        }
    }

    #[test]
    fn after_a_long_absence_thinning_goes_on_when_ten_more_were_made() {
        let old = (0..24 * 30).step_by(3);
        let back = (0..12).map(|number| 24 * 400 + number);
        let entries = made(old.clone().chain(back.clone().take(10)));
        assert_eq!(left(&entries, after(&entries)).len(), entries.len());
        let entries = made(old.chain(back));
        assert!(left(&entries, after(&entries)).len() < entries.len());
    }

    #[test]
    fn a_second_place_keeps_ten_and_one_a_week() {
        let entries = made((0..24 * 7 * 20).step_by(12));
        let spare = spare(&entries, Measure::SecondPlace, &[], after(&entries));
        assert_eq!(entries.len() - spare.len(), 10 + 14);
    }
}
