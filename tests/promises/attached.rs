//! Promises 61, 31 and 32: an attached file can't escape, and outside the caseload nothing of it stays.

mod names;
mod opened;

use super::{Promise, worker};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 61,
        words: "what is attached can't escape, whatever it is called",
        tries: names::escapes,
    },
    Promise {
        number: 61,
        words: "programs, scripts and macros are not attached",
        tries: names::programs,
    },
    Promise {
        number: 61,
        words: "the copy that is opened goes at lock, at the end and after a kill",
        tries: opened::goes,
    },
    Promise {
        number: 61,
        words: "control: after a kill the copy is there until the next start",
        tries: opened::is_there_after_a_kill,
    },
    Promise {
        number: 32,
        words: "attached documents are encrypted, in backups too",
        tries: opened::is_encrypted,
    },
];

/// What workers do here, by name.
pub const WORKS: [(&str, worker::Work); 1] = [("attaches", names::attaches)];
