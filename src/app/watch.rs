//! [`Watch`]: what is to be seen of a reading, and what stops it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// What is to be seen of a reading, and what stops it: shared by the thread that reads and the one that shows.
#[derive(Clone, Debug, Default)]
pub struct Watch {
    lines: Arc<AtomicUsize>,
    stopped: Arc<AtomicBool>,
}

impl Watch {
    /// How many lines were read so far.
    pub fn lines(&self) -> usize {
        self.lines.load(Ordering::Relaxed)
    }

    /// Says how many lines were read.
    pub(super) fn tell(&self, lines: usize) {
        self.lines.store(lines, Ordering::Relaxed);
    }

    /// Stops it.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether it is to stop.
    pub(super) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}
