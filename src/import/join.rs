//! The lines of one child, joined: some systems write a line for each of her needs.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::NaiveDate;

use super::incoming::Incoming;
use super::line::Line;
use crate::domain::{NeedCode, fold};

/// Joins lines that are one child's: by UPN, by admission number, or by both names and date of birth. Names alone never join.
/// Lines that contradict each other are held.
pub(super) fn join(lines: Vec<Line>) -> Vec<Incoming> {
    let mut children = Children::default();
    for line in lines {
        children.add(line);
    }
    children.list.into_iter().map(Child::finish).collect()
}

#[derive(Default)]
struct Children {
    list: Vec<Child>,
    by_upn: HashMap<String, usize>,
    by_adno: HashMap<String, usize>,
    by_birth: HashMap<(String, NaiveDate), usize>,
    by_class: HashMap<(String, String), usize>,
}

struct Child {
    incoming: Incoming,
    needs: Vec<(u8, NeedCode)>,
}

/// A number that two different children have.
const SHARED: [&str; 2] = ["UPN", "admission number"];

impl Children {
    fn add(&mut self, line: Line) {
        if line.continues {
            match self.list.last_mut() {
                Some(child) => return child.join(line),
                None => return self.start(line),
            }
        }
        let incoming = &line.incoming;
        let numbers = [
            incoming
                .upn
                .as_ref()
                .and_then(|upn| self.by_upn.get(upn).copied()),
            incoming
                .adno
                .as_ref()
                .and_then(|adno| self.by_adno.get(adno).copied()),
        ];
        for (place, what) in numbers.into_iter().zip(SHARED) {
            let Some(place) = place else { continue };
            if self.list[place].is_same_as(incoming) {
                return self.list[place].join(line);
            }
            return self.start_apart(line, place, &format!("have the same {what}"));
        }
        let birth = incoming
            .dob
            .and_then(|dob| self.by_birth.get(&(names_of(incoming)?, dob)).copied());
        if let Some(place) = birth {
            if self.list[place].has_numbers_of(incoming) {
                return self.list[place].join(line);
            }
            return self.start_apart(
                line,
                place,
                "have the same names and date of birth and different numbers",
            );
        }
        // Only the names tell them apart, and they do not.
        match class_of(incoming).and_then(|key| self.by_class.get(&key).copied()) {
            Some(place) => self.start_apart(
                line,
                place,
                "have the same names and class, and no date of birth or number",
            ),
            None => self.start(line),
        }
    }

    fn start(&mut self, line: Line) {
        let place = self.list.len();
        let child = &line.incoming;
        keep_first(&mut self.by_upn, child.upn.clone(), place);
        keep_first(&mut self.by_adno, child.adno.clone(), place);
        keep_first(&mut self.by_birth, names_of(child).zip(child.dob), place);
        keep_first(&mut self.by_class, class_of(child), place);
        self.list.push(Child {
            incoming: line.incoming,
            needs: line.needs,
        });
    }

    /// Two children, or one child told twice: only the user knows, so both wait.
    fn start_apart(&mut self, mut line: Line, other: usize, why: &str) {
        let earlier = self.list[other]
            .incoming
            .lines
            .first()
            .copied()
            .unwrap_or_default();
        let here = line.incoming.lines.first().copied().unwrap_or_default();
        let sentence = format!("Lines {earlier} and {here} {why}. Is it one child?");
        self.list[other].incoming.hold(sentence.clone());
        line.incoming.hold(sentence);
        self.start(line);
    }
}

fn keep_first<K: std::hash::Hash + Eq>(
    places: &mut HashMap<K, usize>,
    key: Option<K>,
    place: usize,
) {
    if let Some(Entry::Vacant(free)) = key.map(|key| places.entry(key)) {
        free.insert(place);
    }
}

/// Both names in a form for comparing.
fn names_of(child: &Incoming) -> Option<String> {
    let names =
        [&child.surname, &child.forename].map(|name| name.as_deref().map(fold).unwrap_or_default());
    Some(names.join("\n")).filter(|names| names != "\n")
}

/// Names and class of a child of whom the file says nothing that tells her from another of the same name.
fn class_of(child: &Incoming) -> Option<(String, String)> {
    let has_more = child.dob.is_some() || child.upn.is_some() || child.adno.is_some();
    (!has_more).then(|| {
        Some((
            names_of(child)?,
            child.class.as_deref().map(fold).unwrap_or_default(),
        ))
    })?
}

/// Takes what a further line says where nothing is known yet; false when it says otherwise than what is known.
fn take<T: PartialEq>(known: &mut Option<T>, said: Option<T>) -> bool {
    match (&known, said) {
        (None, said) => {
            *known = said;
            true
        }
        (Some(_), None) => true,
        (Some(known), Some(said)) => *known == said,
    }
}

fn agree<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one == other)
}

impl Child {
    /// Whether a line with the same number can be hers: names and date of birth don't speak against it.
    fn is_same_as(&self, line: &Incoming) -> bool {
        agree(self.incoming.dob.as_ref(), line.dob.as_ref())
            && agree(names_of(&self.incoming).as_ref(), names_of(line).as_ref())
    }

    fn has_numbers_of(&self, line: &Incoming) -> bool {
        agree(self.incoming.upn.as_ref(), line.upn.as_ref())
            && agree(self.incoming.adno.as_ref(), line.adno.as_ref())
    }

    fn join(&mut self, line: Line) {
        let mut further = line.incoming;
        let lines = (
            self.incoming.lines.last().copied().unwrap_or_default(),
            further.lines.first().copied().unwrap_or_default(),
        );
        let child = &mut self.incoming;
        let same_watch = child.status.is_none()
            || further.status.is_none()
            || child.watching == further.watching;
        child.watching |= further.watching;
        let disagree: Vec<&str> = [
            (take(&mut child.upn, further.upn.take()), "UPN"),
            (
                take(&mut child.adno, further.adno.take()),
                "admission number",
            ),
            (take(&mut child.surname, further.surname.take()), "surname"),
            (
                take(&mut child.forename, further.forename.take()),
                "forename",
            ),
            (
                take(&mut child.preferred, further.preferred.take()),
                "known as",
            ),
            (take(&mut child.dob, further.dob.take()), "date of birth"),
            (take(&mut child.year, further.year.take()), "year"),
            (take(&mut child.sex, further.sex.take()), "sex"),
            (
                take(&mut child.status, further.status.take()) && same_watch,
                "SEN status",
            ),
            (
                take(&mut child.status_since, further.status_since.take()),
                "SEN start date",
            ),
            (
                take(&mut child.next_review, further.next_review.take()),
                "next review",
            ),
            (
                take(&mut child.parent_told, further.parent_told.take()),
                "parent told",
            ),
            (take(&mut child.top_up, further.top_up.take()), "top-up"),
            (
                take(&mut child.funded_minutes, further.funded_minutes.take()),
                "funded hours",
            ),
            (
                take(&mut child.language, further.language.take()),
                "language",
            ),
            (
                take(&mut child.authority, further.authority.take()),
                "authority",
            ),
            (
                take(&mut child.plan_made, further.plan_made.take()),
                "date of the plan",
            ),
            (
                take(&mut child.flags.pp, further.flags.pp.take()),
                "pupil premium",
            ),
            (
                take(&mut child.flags.fsm, further.flags.fsm.take()),
                "free school meals",
            ),
            (take(&mut child.flags.eal, further.flags.eal.take()), "EAL"),
            (
                take(&mut child.flags.cla, further.flags.cla.take()),
                "looked after",
            ),
            (
                take(&mut child.flags.cla_before, further.flags.cla_before.take()),
                "previously looked after",
            ),
            (
                take(&mut child.flags.service, further.flags.service.take()),
                "service child",
            ),
            (
                take(
                    &mut child.flags.young_carer,
                    further.flags.young_carer.take(),
                ),
                "young carer",
            ),
        ]
        .into_iter()
        .filter_map(|(agrees, what)| (!agrees).then_some(what))
        .collect();
        match (&child.class, further.class.take()) {
            (None, said) => child.class = said,
            // A child may be in several teaching groups.
            (Some(known), Some(said)) if *known != said => {
                let sentence = format!(
                    "Class: \"{known}\" is taken, and \"{said}\" stands on line {}.",
                    lines.1
                );
                child.notice(sentence);
            }
            (Some(_), _) => {}
        }
        if !disagree.is_empty() {
            child.hold(format!(
                "Lines {} and {} disagree on the {}. Which is right?",
                lines.0,
                lines.1,
                disagree.join(", ")
            ));
        }
        child.lines.append(&mut further.lines);
        for note in &further.notes {
            child.keep(&note.heading, &note.words);
        }
        for unread in further.unread {
            if !child.unread.contains(&unread) {
                child.unread.push(unread);
            }
        }
        further
            .notices
            .into_iter()
            .for_each(|sentence| child.notice(sentence));
        further
            .held
            .into_iter()
            .for_each(|sentence| child.hold(sentence));
        self.needs.extend(line.needs);
    }

    fn finish(mut self) -> Incoming {
        self.needs.sort_by_key(|(rank, _)| *rank);
        for (_, code) in self.needs {
            if !self.incoming.needs.contains(&code) {
                self.incoming.needs.push(code);
            }
        }
        self.incoming
    }
}
