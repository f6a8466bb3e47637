//! [`Vigil`]: when the screen is covered and the caseload locked by themselves.

use std::time::Duration;

use chrono::{DateTime, FixedOffset};

/// Nobody has pressed a key for so long: the screen is covered.
const COVER: Duration = Duration::from_secs(5 * 60);
/// However busy the keys: so long after it was opened, the caseload asks for its passphrase again.
const AT_MOST: Duration = Duration::from_secs(12 * 60 * 60);
/// The clock on the wall has gone on so much further than the computer was awake: it slept, and was carried about.
const SLEPT: Duration = Duration::from_secs(60);
/// The longest that the loop sleeps while a caseload is open: a computer that woke up is noticed within it.
pub(super) const GLANCE: Duration = Duration::from_secs(30);

/// Watches over an open caseload that nobody sits at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Vigil {
    /// Both clocks as they were looked at last.
    seen: (DateTime<FixedOffset>, Duration),
    /// How long the computer had been awake when the caseload was opened.
    opened: Duration,
    /// The same when a key was pressed last.
    touched: Duration,
    /// Whether it slept since the caseload was opened.
    has_slept: bool,
}

/// What is asked for by the time alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Call {
    /// Hide everything.
    Cover,
    /// Lock the caseload, and say why.
    Lock(&'static str),
}

impl Vigil {
    /// Begins now.
    pub(super) fn begin(now: DateTime<FixedOffset>, awake: Duration) -> Self {
        Self {
            seen: (now, awake),
            opened: awake,
            touched: awake,
            has_slept: false,
        }
    }

    /// Looks at both clocks. A computer that counts its sleep as being awake is found out by not having looked for so long.
    pub(super) fn look(&mut self, now: DateTime<FixedOffset>, awake: Duration) {
        let (seen, seen_awake) = self.seen;
        let went_on = (now - seen).to_std().unwrap_or(Duration::ZERO);
        let was_awake = awake.saturating_sub(seen_awake);
        self.has_slept |= went_on > was_awake + SLEPT || was_awake > GLANCE + SLEPT;
        self.seen = (now, awake);
    }

    /// A key was pressed.
    pub(super) fn touch(&mut self) {
        self.touched = self.seen.1;
    }

    /// What the time asks for, where an untouched caseload is locked after `lock_after`; never, where that is none.
    pub(super) fn call(&self, lock_after: Option<Duration>) -> Option<Call> {
        let idle = self.idle();
        if self.has_slept {
            Some(Call::Lock("Locked, because the computer was asleep."))
        } else if self.seen.1.saturating_sub(self.opened) >= AT_MOST {
            Some(Call::Lock("Locked, because it has been open for 12 hours."))
        } else if lock_after.is_some_and(|after| idle >= after) {
            Some(Call::Lock("Locked, because nobody pressed a key."))
        } else if idle >= COVER {
            Some(Call::Cover)
        } else {
            None
        }
    }

    /// How long until the time may ask for something else than it does now.
    pub(super) fn next(&self, lock_after: Option<Duration>) -> Duration {
        let idle = self.idle();
        let waits = [Some(COVER), lock_after].into_iter().flatten();
        let waits = waits.filter_map(|after| after.checked_sub(idle));
        let open = self.seen.1.saturating_sub(self.opened);
        waits
            .chain(AT_MOST.checked_sub(open))
            .filter(|wait| !wait.is_zero())
            .min()
            .unwrap_or(GLANCE)
    }

    fn idle(&self) -> Duration {
        self.seen.1.saturating_sub(self.touched)
    }
}
