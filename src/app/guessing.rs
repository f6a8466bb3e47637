//! How often a passphrase may be guessed: five times freely, then once a minute, so never more than ten times in five
//! minutes, and never less than once a minute.
//!
//! How many were wrong is remembered by the laptop; the minute is counted by the time the computer was awake since the
//! program began, which nobody can set. So a pause begins anew with the program.

use std::time::Duration;

/// Wrong passphrases that cost nothing but their own time.
const FREE: u32 = 5;
/// From then on, the time from one to the next.
pub(crate) const PAUSE: Duration = Duration::from_secs(60);

/// Whether the next try must wait, after so many that were wrong.
pub(crate) fn must_wait(wrong: u32) -> bool {
    wrong >= FREE
}

/// How long until the next try, after so many that were wrong, the last of them so long ago; nothing, when it may be now.
pub(super) fn wait(wrong: u32, ago: Duration) -> Option<Duration> {
    let left = PAUSE.checked_sub(ago).filter(|left| !left.is_zero());
    left.filter(|_| must_wait(wrong))
}

/// What to say after so many that were wrong.
pub(crate) fn words(wrong: u32) -> String {
    match FREE.saturating_sub(wrong) {
        0 => "From now on one try a minute; a recovery code may be typed at any time.".to_owned(),
        1 => "1 try left before a pause.".to_owned(),
        left => format!("{left} tries left before a pause."),
    }
}

/// What to say to somebody who must wait so long.
pub(super) fn wait_words(left: Duration) -> String {
    let seconds = left.as_secs() + u64::from(left.subsec_nanos() > 0);
    format!(
        "After {FREE} wrong passphrases there is one try a minute. Wait {seconds} seconds, then press Enter again. A recovery code may be typed at any time."
    )
}
