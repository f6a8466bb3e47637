//! [`Census`]: what the spring school census would take from the caseload, and what is missing or contradictory in it.
//!
//! The spring census is the only one that collects types of need: for each pupil with SEN support or an EHC plan the first
//! two, in rank order. Source: the school census guide (Education Act 1996 s.537); rules R10 and R11.

mod doubt;
mod line;

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Desk, deadline};
pub use doubt::CensusDoubt;
pub use line::CensusLine;

/// So many types of need of a pupil are sent, in rank order.
pub const RANKS: usize = 2;

/// What the next spring census would take, were it today.
#[derive(Clone, Debug, PartialEq)]
pub struct Census {
    /// The day of the census.
    pub on: NaiveDate,
    /// The pupils of the caseload who are in the school, by name; those with doubts first.
    pub lines: Vec<CensusLine>,
}

impl Census {
    /// Works it out from the caseload of now.
    pub fn next(desk: &Desk<'_>) -> Self {
        let caseload = desk.caseload;
        let on = deadline::next_spring_census(desk.rules, desk.today());
        let mut holders: HashMap<&str, usize> = HashMap::new();
        for pupil in caseload.present().filter(|pupil| !pupil.upn.is_empty()) {
            *holders.entry(pupil.upn.as_str()).or_default() += 1;
        }
        let is_shared = |upn: &str| holders.get(upn).is_some_and(|pupils| *pupils > 1);
        let mut lines: Vec<CensusLine> = caseload
            .present()
            .map(|pupil| CensusLine::of(caseload, pupil, on, is_shared(&pupil.upn)))
            .collect();
        let key = |line: &CensusLine| {
            let name = caseload.pupils.get(line.pupil).map(|pupil| pupil.listed());
            (
                line.doubts.is_empty(),
                super::fold(&name.unwrap_or_default()),
                line.pupil,
            )
        };
        lines.sort_by_cached_key(key);
        Self { on, lines }
    }

    /// How many pupils something is missing or contradictory of.
    pub fn doubted(&self) -> usize {
        let lines = self.lines.iter();
        lines.filter(|line| !line.doubts.is_empty()).count()
    }
}

#[cfg(test)]
mod tests;
