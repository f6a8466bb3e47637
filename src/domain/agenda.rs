//! [`Agenda`]: what is on which day.

mod day_mark;
mod day_matter;
mod entry;
mod school_day;

use chrono::NaiveDate;

use super::{Caseload, Code, Desk, Review, School, Standings, date_words};

pub use day_mark::DayMark;
pub use day_matter::{DayMatter, MatterId};
pub use entry::AgendaEntry;
pub use school_day::SchoolDay;

/// What is on which day, for every pupil and for the school: what is due, reviews that were held, first and last days of
/// term, INSET days and closures. In order of the days; on one day meetings by their time come first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agenda {
    entries: Vec<AgendaEntry>,
}

impl Agenda {
    /// The agenda, from the register and from where everybody stands.
    pub fn of(desk: &Desk<'_>, standings: &Standings) -> Self {
        let dues = standings.due_by(NaiveDate::MAX);
        let dues = dues.into_iter().filter_map(|due| {
            let matter = DayMatter::Due(due.clone());
            Some(AgendaEntry {
                on: due.on?,
                matter,
            })
        });
        let held = desk.caseload.reviews.iter().filter_map(held);
        let schools = desk.caseload.schools.iter();
        let of_schools = schools.flat_map(|school| of_school(desk.caseload, school));
        let mut entries: Vec<_> = dues.chain(held).chain(of_schools).collect();
        entries.sort_by_key(|entry| {
            let at = entry.at();
            (entry.on, at.is_none(), at, entry.mark(), entry.pupil())
        });
        Self { entries }
    }

    /// All entries, the earliest first.
    pub fn entries(&self) -> &[AgendaEntry] {
        &self.entries
    }
}

fn held(review: &Review) -> Option<AgendaEntry> {
    let kind = review.kind.label();
    let words = match review.decision {
        Some(decision) => format!("{kind} held: {}", decision.label()),
        None => format!("{kind} held"),
    };
    Some(AgendaEntry {
        on: review.held_on?,
        matter: DayMatter::Held {
            review: review.id,
            pupil: review.pupil,
            words,
        },
    })
}

/// First and last days of a school's terms, and its INSET days and closures on their first day. Where the caseload has
/// several schools, each is named.
fn of_school(caseload: &Caseload, school: &School) -> Vec<AgendaEntry> {
    let named = match caseload.schools.len() {
        1 => String::new(),
        _ => format!("{}: ", school.name),
    };
    let entry = |on, day, words: String| AgendaEntry {
        on,
        matter: DayMatter::School {
            school: school.id,
            day,
            words: format!("{named}{words}"),
        },
    };
    let terms = school.terms.iter().flat_map(|term| {
        [
            entry(
                term.first,
                SchoolDay::Starts,
                format!("{} starts", term.name),
            ),
            entry(term.last, SchoolDay::Ends, format!("{} ends", term.name)),
        ]
    });
    let closures = school.closures.iter().map(|closure| {
        let until = match closure.last {
            last if last == closure.first => String::new(),
            last => format!(", to {}", date_words::day_month(last)),
        };
        entry(
            closure.first,
            SchoolDay::Closed,
            format!("{}{until}", closure.reason()),
        )
    });
    terms.chain(closures).collect()
}

#[cfg(test)]
mod tests;
