//! Adding, changing and removing a school's terms.

use chrono::NaiveDate;

use super::Term;
use crate::domain::school::{self, SchoolId};
use crate::domain::{Desk, Doubt, Edit, Refusal, School};

/// No half term's teaching is as long: a slip in a year.
const LONGEST: i64 = 366;
/// A half term's teaching is mostly shorter: a whole term was typed, with its half term inside.
const LONG: i64 = 10 * 7;

/// The edit that adds a term to a school's, or writes it in the place of the one that began on `was`.
///
/// # Errors
/// When it has no name, ends before it begins, lasts longer than a year, or overlaps another; when the school or the term
/// to change is gone.
pub fn save(
    desk: &Desk<'_>,
    school: SchoolId,
    was: Option<NaiveDate>,
    term: Term,
) -> Result<Edit, Refusal> {
    let mut school = school::held(desk, school)?.clone();
    let term = Term {
        name: term.name.trim().to_owned(),
        ..term
    };
    let in_full = |date: NaiveDate| date.format("%a %-d %b %Y");
    if term.name.is_empty() {
        return Err(Refusal::of(
            "name",
            "Type what the school calls the term, such as Autumn 1.",
        ));
    }
    if term.last < term.first {
        return Err(Refusal::of(
            "last",
            format!(
                "The last day, {}, is before the first, {}. Correct one of them.",
                in_full(term.last),
                in_full(term.first)
            ),
        ));
    }
    if (term.last - term.first).num_days() > LONGEST {
        return Err(Refusal::of(
            "last",
            "That is longer than a year. Correct the year of the first or the last day.",
        ));
    }
    let place = was.map(|was| place(&school, was)).transpose()?;
    let others = school.terms.iter().enumerate();
    let overlapping = others
        .filter(|(at, _)| Some(*at) != place)
        .find(|(_, other)| other.first <= term.last && term.first <= other.last);
    if let Some((_, other)) = overlapping {
        return Err(Refusal::of(
            "first",
            format!(
                "{} runs from {} to {} already, and terms can't overlap. Correct these dates, or that term first.",
                other.name,
                in_full(other.first),
                in_full(other.last)
            ),
        ));
    }
    let label = match place {
        Some(at) if school.terms[at] == term => return Ok(Edit::default()),
        Some(_) => format!("{} changed in the terms of {}", term.name, school.name),
        None => format!("{} added to the terms of {}", term.name, school.name),
    };
    match place {
        Some(at) => school.terms[at] = term,
        None => school.terms.push(term),
    }
    school.terms.sort_by_key(|term| term.first);
    Ok(Edit::new(label).put(school))
}

/// The edit that takes away the term that began on a day.
///
/// # Errors
/// When the school or the term is gone.
pub fn remove(desk: &Desk<'_>, school: SchoolId, first: NaiveDate) -> Result<Edit, Refusal> {
    let mut school = school::held(desk, school)?.clone();
    let term = school.terms.remove(place(&school, first)?);
    let label = format!("{} removed from the terms of {}", term.name, school.name);
    Ok(Edit::new(label).put(school))
}

/// What looks wrong in a term and may be right.
pub fn doubts(term: &Term) -> Vec<Doubt> {
    let days = (term.last - term.first).num_days() + 1;
    let doubt = |field, words: String| Doubt {
        field,
        words,
        basis: "a term here is a half term's teaching".to_owned(),
    };
    let mut doubts = Vec::new();
    if days > LONG {
        let weeks = days.div_euclid(7);
        doubts.push(doubt(
            "last",
            format!("{weeks} weeks without a break: enter each half term by itself"),
        ));
    }
    for (field, day) in [("first", term.first), ("last", term.last)] {
        if matches!(day.format("%a").to_string().as_str(), "Sat" | "Sun") {
            doubts.push(doubt(
                field,
                format!("the {field} day is a {}", day.format("%A")),
            ));
        }
    }
    doubts
}

/// What a school that names its terms like these would call the next: "Spring 1" after "Autumn 2". Empty where that can't
/// be told.
pub fn next_name(terms: &[Term]) -> String {
    const SIX: [&str; 6] = [
        "Autumn 1", "Autumn 2", "Spring 1", "Spring 2", "Summer 1", "Summer 2",
    ];
    let Some(last) = terms.iter().max_by_key(|term| term.first) else {
        return SIX[0].to_owned();
    };
    if let Some(at) = SIX.iter().position(|name| *name == last.name) {
        return SIX[(at + 1) % SIX.len()].to_owned();
    }
    let numbered = last.name.rsplit_once(' ').and_then(|(word, number)| {
        let number: u32 = number.parse().ok()?;
        Some(format!("{word} {}", number % 6 + 1))
    });
    numbered.unwrap_or_default()
}

fn place(school: &School, first: NaiveDate) -> Result<usize, Refusal> {
    let place = school.terms.iter().position(|term| term.first == first);
    place.ok_or_else(|| Refusal::new("That term is not there any more. Esc goes back to the list."))
}

#[cfg(test)]
mod tests;
