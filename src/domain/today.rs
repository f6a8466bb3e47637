//! [`Today`]: one list of all that wants doing, by urgency.

mod next_in;
mod to_log;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use strum::VariantArray;

use super::{Counts, Desk, Due, FillIn, PupilId, Section, Standings};

pub use next_in::NextIn;
pub use to_log::ToLog;

/// All that wants doing, by urgency.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Today {
    /// What is due, in the order of the sections; none without rows. What can wait is not among them.
    pub sections: Vec<(Section, Vec<Due>)>,
    /// Groups with sessions of last week about which nothing is known.
    pub to_log: Vec<ToLog>,
    /// What comes before the SENCO is next in.
    pub next_in: Option<NextIn>,
    /// What nobody has typed yet, with how many pupils it is missing for.
    pub to_fill_in: Vec<(FillIn, u32)>,
    /// The pulse.
    pub counts: Counts,
}

impl Today {
    /// Today, from where everybody stands.
    pub fn of(desk: &Desk<'_>, standings: &Standings) -> Self {
        let dues = standings.due_by(NaiveDate::MAX);
        let sections = Section::VARIANTS
            .iter()
            .filter(|section| **section != Section::Later)
            .map(|section| {
                let of_it = dues.iter().filter(|due| due.section() == *section);
                (
                    *section,
                    of_it.map(|due| (*due).clone()).collect::<Vec<_>>(),
                )
            })
            .filter(|(_, dues)| !dues.is_empty())
            .collect();
        let mut to_fill_in: BTreeMap<FillIn, u32> = BTreeMap::new();
        for (_, standing) in standings.iter() {
            for missing in &standing.to_fill_in {
                *to_fill_in.entry(*missing).or_default() += 1;
            }
        }
        Self {
            sections,
            to_log: to_log::of_all(desk, standings),
            next_in: NextIn::of(desk, &dues),
            to_fill_in: to_fill_in.into_iter().collect(),
            counts: standings.counts(),
        }
    }

    /// The pupils in it, each once, in the order of the list.
    pub fn pupils(&self) -> Vec<PupilId> {
        let mut seen = BTreeSet::new();
        let dues = self.sections.iter().flat_map(|(_, dues)| dues);
        dues.filter_map(|due| due.pupil)
            .filter(|pupil| seen.insert(*pupil))
            .collect()
    }
}

#[cfg(test)]
mod tests;
