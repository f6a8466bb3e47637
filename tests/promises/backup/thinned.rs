//! Promises 20 and 21: what is deleted, in long histories of bad luck.
//!
//! Nothing is written here: the rules that choose what goes are played through by themselves, over months of school days in
//! which disks fill up, copies rot and clocks are wrong.

use std::collections::BTreeMap;

use caseload::store::backup::thinning::{self, Entry, Measure};
use chrono::{DateTime, Datelike as _, Duration, FixedOffset, NaiveDate, Weekday};

use crate::random::Random;
use crate::{Size, Tally};

/// Days of a history.
const DAYS: i64 = 90;
/// Hours of work in which there must be a good backup, if one was made in them.
const WORKING_HOURS: i64 = 24;
/// Hours of work of a school day.
const DAY: i64 = 8;

/// What may go wrong in a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Luck {
    /// Backups rot, and the disk is full for days.
    bad_disk: bool,
    /// The clock jumps by up to five years, either way.
    wrong_clock: bool,
}

/// A backup of a history.
#[derive(Clone, Copy, Debug)]
struct Made {
    entry: Entry,
    /// When it was made indeed.
    truly_at: DateTime<FixedOffset>,
    is_good: bool,
    /// How many hours had been worked before.
    worked: i64,
}

/// How what goes is chosen.
type Rule = fn(&BTreeMap<u64, Made>, DateTime<FixedOffset>) -> Vec<u64>;

pub fn among_bad_ones(size: Size) -> Tally {
    let luck = Luck {
        bad_disk: true,
        wrong_clock: false,
    };
    histories(size.of(30, 500, 2_000), luck, 20, as_the_program)
}

pub fn under_wrong_clocks(size: Size) -> Tally {
    let luck = Luck {
        bad_disk: true,
        wrong_clock: true,
    };
    histories(size.of(30, 500, 2_000), luck, 21, as_the_program)
}

/// What a rule that believes the clock loses.
pub fn by_the_clock(size: Size) -> Tally {
    let luck = Luck {
        bad_disk: true,
        wrong_clock: true,
    };
    let found = histories(size.of(20, 50, 50), luck, 21, believing_the_clock);
    let mut tally = Tally {
        tried: found.tried,
        ..Tally::default()
    };
    if found.broken.len() * 10 < found.tried * 9 {
        tally.broken.push(format!(
            "only {} of {} histories lost a backup that was needed",
            found.broken.len(),
            found.tried
        ));
    }
    tally.remarking(format!("{} histories lost some", found.broken.len()))
}

fn as_the_program(made: &BTreeMap<u64, Made>, now: DateTime<FixedOffset>) -> Vec<u64> {
    let entries = made.values().map(|made| made.entry).collect();
    let is_good = |sequence| made.get(&sequence).is_some_and(|made| made.is_good);
    thinning::to_delete(entries, Measure::Laptop, &[], now, is_good)
}

/// The newest of each of 14 days, 8 weeks and 12 months before today are kept, as the clock has it, good or not.
fn believing_the_clock(made: &BTreeMap<u64, Made>, now: DateTime<FixedOffset>) -> Vec<u64> {
    let newest = |same: &dyn Fn(NaiveDate, NaiveDate) -> bool, one: &Made| {
        let day = one.entry.made_at.date_naive();
        let mut others = made.values().map(|other| other.entry.made_at);
        others.all(|other| other <= one.entry.made_at || !same(other.date_naive(), day))
    };
    let is_kept = |one: &&Made| {
        let age = now - one.entry.made_at;
        age < Duration::hours(48)
            || age < Duration::days(14) && newest(&|one, other| one == other, one)
            || age < Duration::days(56)
                && newest(&|one, other| one.iso_week() == other.iso_week(), one)
            || age < Duration::days(365) && newest(&|one, other| one.month() == other.month(), one)
    };
    let gone = made.values().filter(|one| !is_kept(one));
    gone.map(|one| one.entry.sequence).collect()
}

fn histories(count: u64, luck: Luck, seed: u64, rule: Rule) -> Tally {
    let mut tally = Tally::default();
    let mut most = 0;
    for history in 0..count {
        let mut random = Random::of(seed * 1_000_000 + history);
        tally.count(
            play(&mut random, luck, rule)
                .map(|left| most = most.max(left))
                .map_err(|why| format!("history {history}: {why}")),
        );
    }
    tally.remarking(format!(
        "{DAYS} days each; at most {most} backups stood at once"
    ))
}

/// Plays a history; gives the most backups that stood at once.
fn play(random: &mut Random, luck: Luck, rule: Rule) -> Result<usize, String> {
    let begin: DateTime<FixedOffset> = "2026-09-01T08:00:00+00:00".parse().expect("a time");
    let mut here: BTreeMap<u64, Made> = BTreeMap::new();
    let (mut sequence, mut worked, mut most) = (0, 0, 0);
    let (mut clock_off, mut said, mut disk_full) = (Duration::zero(), begin, false);
    for day in 0..DAYS {
        let morning = begin + Duration::days(day);
        if matches!(morning.weekday(), Weekday::Sat | Weekday::Sun) {
            continue;
        }
        if luck.bad_disk {
            disk_full = if disk_full {
                random.chance(50)
            } else {
                random.chance(4)
            };
        }
        for half_hour in 0..DAY * 2 {
            let truly_at = morning + Duration::minutes(30 * half_hour);
            worked += half_hour % 2;
            if luck.wrong_clock && random.chance(1) {
                clock_off = if random.chance(50) {
                    Duration::zero()
                } else {
                    let days = i64::try_from(random.below(3_650)).expect("small") - 1_825;
                    Duration::days(days)
                };
            }
            if luck.bad_disk && random.chance(1) {
                rot(&mut here, random);
            }
            if disk_full || !random.chance(40) {
                continue;
            }
            sequence += 1;
            let made = Made {
                entry: Entry {
                    sequence,
                    made_at: truly_at + clock_off,
                    is_pinned: sequence == 3,
                },
                truly_at,
                is_good: true,
                worked,
            };
            here.insert(sequence, made);
            let (before, says) = (here.clone(), truly_at + clock_off);
            let gone = rule(&here, says);
            let is_wrong = says < said - Duration::hours(1) || says - said > Duration::days(100);
            if is_wrong && !gone.is_empty() {
                return Err(format!(
                    "{truly_at}: {gone:?} went when the clock said {says}"
                ));
            }
            said = says;
            here.retain(|sequence, _| !gone.contains(sequence));
            holds(&before, &here, truly_at, worked, luck)?;
            most = most.max(here.len());
        }
    }
    Ok(most)
}

/// One that stands goes bad.
fn rot(here: &mut BTreeMap<u64, Made>, random: &mut Random) {
    if here.is_empty() {
        return;
    }
    let at = usize::try_from(random.below(here.len() as u64)).expect("small");
    if let Some(made) = here.values_mut().nth(at) {
        made.is_good = false;
    }
}

/// Whether each span that had a good backup before some went still has one.
fn holds(
    before: &BTreeMap<u64, Made>,
    after: &BTreeMap<u64, Made>,
    now: DateTime<FixedOffset>,
    worked: i64,
    luck: Luck,
) -> Result<(), String> {
    let span = |what: &str, of: &dyn Fn(&Made) -> bool| {
        let has_good =
            |made: &BTreeMap<u64, Made>| made.values().any(|made| made.is_good && of(made));
        if has_good(after) || !has_good(before) {
            Ok(())
        } else {
            Err(format!("{now}: none is left of {what}"))
        }
    };
    span("the last 24 hours of work", &|made| {
        worked - made.worked <= WORKING_HOURS
    })?;
    let today = now.date_naive();
    let monday = today - Duration::days(i64::from(today.weekday().num_days_from_monday()));
    // A clock that is some days off cuts weeks elsewhere: there each fortnight is asked for.
    let weeks = if luck.wrong_clock { 2 } else { 1 };
    for nth in 0..4 / weeks {
        let first = monday - Duration::days(7 * (weeks * (nth + 1) - 1));
        let within = first..first + Duration::days(7 * weeks);
        span(&format!("{weeks} weeks from {first}"), &|made| {
            within.contains(&made.truly_at.date_naive())
        })?;
    }
    span("the time before the upgrade", &|made| made.entry.is_pinned)
}
