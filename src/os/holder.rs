//! Who has a caseload open.

use std::{env, process};

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// The program that has a caseload open: what a second one tells its user.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Holder {
    /// Name of the computer.
    pub host: String,
    /// Login name of the user, where the computer tells it.
    pub user: Option<String>,
    /// Number of the process.
    pub pid: u32,
    /// The computer's mark of this start-up, by which a process from before a restart is known to be gone.
    pub boot: Option<String>,
    /// When it took the file.
    pub since: DateTime<FixedOffset>,
    /// Version of the program.
    pub version: String,
}

impl Holder {
    /// This very process.
    pub fn this_process(now: DateTime<FixedOffset>) -> Self {
        Self {
            host: host(),
            user: ["USER", "LOGNAME", "USERNAME"]
                .iter()
                .find_map(|name| env::var(name).ok()),
            pid: process::id(),
            boot: boot(),
            since: now,
            version: String::from(env!("CARGO_PKG_VERSION")),
        }
    }

    /// Whether it is a program on this computer: then it is gone when its lock is free.
    pub fn is_of_this_computer(&self) -> bool {
        self.host == host()
    }

    /// "since 14:02 on HALL-LT-07 (j.smith)", with the day if it wasn't today.
    pub fn since_when_and_where(&self, now: DateTime<FixedOffset>) -> String {
        let form = if self.since.date_naive() == now.date_naive() {
            "%H:%M"
        } else {
            "%-d %B, %H:%M"
        };
        let user = self
            .user
            .as_ref()
            .map(|user| format!(" ({user})"))
            .unwrap_or_default();
        format!("since {} on {}{user}", self.since.format(form), self.host)
    }
}

#[cfg(unix)]
fn host() -> String {
    rustix::system::uname()
        .nodename()
        .to_string_lossy()
        .into_owned()
}

#[cfg(windows)]
fn host() -> String {
    env::var("COMPUTERNAME").unwrap_or_else(|_| String::from("this network"))
}

/// Linux tells apart one start-up from the next; elsewhere nothing is kept.
fn boot() -> Option<String> {
    if cfg!(target_os = "linux") {
        let id = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
        Some(id.trim().to_owned())
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(time: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(time).unwrap()
    }

    #[test]
    fn a_holder_is_told_with_the_day_only_if_it_was_another() {
        let mut holder = Holder::this_process(at("2026-11-20T14:02:00+00:00"));
        holder.host = String::from("HALL-LT-07");
        holder.user = Some(String::from("j.smith"));
        let told = |holder: &Holder, now| holder.since_when_and_where(at(now));
        assert_eq!(
            told(&holder, "2026-11-20T16:00:00+00:00"),
            "since 14:02 on HALL-LT-07 (j.smith)"
        );
        assert_eq!(
            told(&holder, "2026-11-23T08:00:00+00:00"),
            "since 20 November, 14:02 on HALL-LT-07 (j.smith)"
        );
        holder.user = None;
        assert_eq!(
            told(&holder, "2026-11-20T16:00:00+00:00"),
            "since 14:02 on HALL-LT-07"
        );
    }
}
