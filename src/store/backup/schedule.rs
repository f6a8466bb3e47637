//! [`Schedule`]: when a backup is due without being asked for.

use chrono::{DateTime, Duration, FixedOffset};

/// A backup is due this long after the first change that none has.
const WORKED: Duration = Duration::minutes(30);
/// And waits until no key has been pressed for this long.
const PAUSE: Duration = Duration::seconds(20);
/// After one that failed, the next is tried this much later.
const AGAIN: Duration = Duration::minutes(5);

/// When a backup is due without being asked for, told by whoever sees the keys and the edits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    changed_at: Option<DateTime<FixedOffset>>,
    key_at: Option<DateTime<FixedOffset>>,
    failed_at: Option<DateTime<FixedOffset>>,
}

impl Schedule {
    /// The caseload was changed.
    pub fn changed(&mut self, now: DateTime<FixedOffset>) {
        // A clock that was put back would have it wait for years.
        let earlier = self.changed_at.filter(|at| *at <= now);
        self.changed_at = Some(earlier.unwrap_or(now));
    }

    /// A key was pressed.
    pub fn key(&mut self, now: DateTime<FixedOffset>) {
        self.key_at = Some(now);
    }

    /// A copy was taken that has all changes.
    pub fn taken(&mut self) {
        self.changed_at = None;
        self.failed_at = None;
    }

    /// The copy that was taken came to nothing.
    pub fn failed(&mut self, now: DateTime<FixedOffset>) {
        self.changed(now);
        self.failed_at = Some(now);
    }

    /// Whether there are changes that no backup has.
    pub fn has_changes(&self) -> bool {
        self.changed_at.is_some()
    }

    /// Whether a backup is due after half an hour of changed work, or again after one that failed.
    pub fn is_due(&self, now: DateTime<FixedOffset>) -> bool {
        let past = |at: DateTime<FixedOffset>, pause| now < at || now - at >= pause;
        let quiet = self.key_at.is_none_or(|at| past(at, PAUSE));
        let worked = match (self.changed_at, self.failed_at) {
            (None, _) => false,
            (Some(_), Some(failed_at)) => past(failed_at, AGAIN),
            (Some(changed_at), None) => past(changed_at, WORKED),
        };
        worked && quiet
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(time: &str) -> DateTime<FixedOffset> {
        format!("2026-11-23T{time}+00:00").parse().unwrap()
    }

    #[test]
    fn without_a_change_none_is_ever_due() {
        let mut schedule = Schedule::default();
        schedule.key(at("09:00:00"));
        assert!(!schedule.is_due(at("23:00:00")));
    }

    #[test]
    fn half_an_hour_after_the_first_change_one_is_due_when_the_keys_rest() {
        let mut schedule = Schedule::default();
        schedule.changed(at("09:00:00"));
        schedule.changed(at("09:29:00"));
        schedule.key(at("09:29:50"));
        assert!(!schedule.is_due(at("09:29:59")));
        assert!(!schedule.is_due(at("09:30:09")));
        assert!(schedule.is_due(at("09:30:10")));
        schedule.taken();
        assert!(!schedule.is_due(at("12:00:00")));
        schedule.changed(at("12:00:00"));
        assert!(!schedule.is_due(at("12:29:59")));
        assert!(schedule.is_due(at("12:30:00")));
    }

    #[test]
    fn one_that_failed_is_tried_again_after_five_minutes() {
        let mut schedule = Schedule::default();
        schedule.changed(at("09:00:00"));
        schedule.taken();
        schedule.failed(at("09:30:00"));
        assert!(schedule.has_changes());
        assert!(!schedule.is_due(at("09:34:59")));
        assert!(schedule.is_due(at("09:35:00")));
    }

    #[test]
    fn a_clock_put_back_holds_nothing_up() {
        let mut schedule = Schedule::default();
        schedule.changed(at("09:00:00"));
        schedule.key(at("09:00:00"));
        let earlier = at("09:00:00") - Duration::days(1000);
        assert!(schedule.is_due(earlier));
    }
}
