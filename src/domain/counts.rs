//! [`Counts`]: the pulse of the caseload.

use std::fmt;

use super::{Due, Section, Standings};

/// How much of what is due is in each part of [`Today`](super::Today). It names nobody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Today.
    pub today: u32,
    /// By law in the next four weeks.
    pub by_law: u32,
    /// Past its day.
    pub late: u32,
    /// Awaited.
    pub waiting: u32,
    /// Groups with sessions of last week to log.
    pub to_log: u32,
}

impl Counts {
    /// The counts of all that is due.
    pub(super) fn of(standings: &Standings) -> Self {
        let mut counts = Self::default();
        for (_, standing) in standings.iter() {
            counts.add(&standing.dues);
        }
        counts.add(standings.of_school());
        let to_log = standings
            .groups()
            .filter(|(_, group)| !group.to_log.is_empty());
        counts.to_log = u32::try_from(to_log.count()).unwrap_or(u32::MAX);
        counts
    }

    fn add(&mut self, dues: &[Due]) {
        for due in dues {
            match due.section() {
                Section::Today => self.today += 1,
                Section::ByLaw => self.by_law += 1,
                Section::Late => self.late += 1,
                Section::Waiting => self.waiting += 1,
                Section::Soon | Section::Later => {}
            }
        }
    }

    /// One line a count, for the screen after unlock.
    pub fn lines(&self) -> Vec<String> {
        vec![
            format!("{} today", self.today),
            format!("{} by law in the next 4 weeks", self.by_law),
            format!("{} late", self.late),
            format!("{} awaited from others", self.waiting),
            format!("{} with sessions of last week to log", groups(self.to_log)),
        ]
    }
}

/// "1 today   2 by law   3 late   2 waiting   3 groups to log", without what there is none of; "nothing is due".
impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [
            (self.today, format!("{} today", self.today)),
            (self.by_law, format!("{} by law", self.by_law)),
            (self.late, format!("{} late", self.late)),
            (self.waiting, format!("{} waiting", self.waiting)),
            (self.to_log, format!("{} to log", groups(self.to_log))),
        ];
        let parts = parts.into_iter().filter(|(count, _)| *count > 0);
        let words: Vec<String> = parts.map(|(_, words)| words).collect();
        if words.is_empty() {
            f.write_str("nothing is due")
        } else {
            f.write_str(&words.join("   "))
        }
    }
}

fn groups(count: u32) -> String {
    match count {
        1 => "1 group".to_owned(),
        _ => format!("{count} groups"),
    }
}
