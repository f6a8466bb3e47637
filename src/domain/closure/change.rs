//! Adding, changing and removing INSET days and closures.

use chrono::NaiveDate;

use super::Closure;
use crate::domain::date_words::short;
use crate::domain::school::{self, SchoolId};
use crate::domain::{Desk, Doubt, Edit, Refusal, School, SchoolCalendar};

/// No closure is as long: a slip in a year.
const LONGEST: i64 = 366;

/// The edit that adds an INSET day or a closure to a school's, or writes it in the place of the one that began on `was`.
///
/// # Errors
/// When it ends before it begins, lasts longer than a year, or overlaps another; when the school or the closure to change
/// is gone.
pub fn save(
    desk: &Desk<'_>,
    school: SchoolId,
    was: Option<NaiveDate>,
    closure: Closure,
) -> Result<Edit, Refusal> {
    let mut school = school::held(desk, school)?.clone();
    let closure = Closure {
        name: closure.name.trim().to_owned(),
        ..closure
    };
    let in_full = |date: NaiveDate| date.format("%a %-d %b %Y");
    if closure.last < closure.first {
        return Err(Refusal::of(
            "last",
            format!(
                "The last day, {}, is before the first, {}. Correct one of them, or leave the last empty for one day.",
                in_full(closure.last),
                in_full(closure.first)
            ),
        ));
    }
    if (closure.last - closure.first).num_days() > LONGEST {
        return Err(Refusal::of(
            "last",
            "That is longer than a year. Correct the year of the first or the last day.",
        ));
    }
    let place = was.map(|was| place(&school, was)).transpose()?;
    let others = school.closures.iter().enumerate();
    let overlapping = others
        .filter(|(at, _)| Some(*at) != place)
        .find(|(_, other)| other.first <= closure.last && closure.first <= other.last);
    if let Some((_, other)) = overlapping {
        return Err(Refusal::of(
            "first",
            format!(
                "{} is entered already ({}). Correct these days, or change that one.",
                in_full(closure.first.max(other.first)),
                other.reason()
            ),
        ));
    }
    let days = days(&closure, desk);
    let label = match place {
        Some(at) if school.closures[at] == closure => return Ok(Edit::default()),
        Some(_) => format!("{days} changed at {}", school.name),
        None => format!("{days} added at {}", school.name),
    };
    match place {
        Some(at) => school.closures[at] = closure,
        None => school.closures.push(closure),
    }
    school.closures.sort_by_key(|closure| closure.first);
    Ok(Edit::new(label).put(school))
}

/// The edit that takes away the closure that began on a day.
///
/// # Errors
/// When the school or the closure is gone.
pub fn remove(desk: &Desk<'_>, school: SchoolId, first: NaiveDate) -> Result<Edit, Refusal> {
    let mut school = school::held(desk, school)?.clone();
    let closure = school.closures.remove(place(&school, first)?);
    let label = format!("{} removed at {}", days(&closure, desk), school.name);
    Ok(Edit::new(label).put(school))
}

/// What looks wrong in a closure and may be right, by the calendar of the school as it is.
pub fn doubts(closure: &Closure, calendar: &SchoolCalendar) -> Vec<Doubt> {
    let mut days = closure
        .first
        .iter_days()
        .take_while(|day| *day <= closure.last);
    let entered = calendar.closure_on(closure.first).is_some();
    let closed_anyway = !entered && !days.any(|day| calendar.is_open(day));
    let why = calendar.why_closed(closure.first);
    match why.filter(|_| closed_anyway) {
        Some(why) => vec![Doubt {
            field: "first",
            words: format!("the school is closed then anyway: {why}"),
            basis: "the term dates you entered".to_owned(),
        }],
        None => Vec::new(),
    }
}

/// "INSET day: phonics, Fri 27 Nov", "closed: snow, Mon 18 to Tue 19 Jan".
fn days(closure: &Closure, desk: &Desk<'_>) -> String {
    let first = short(closure.first, desk.today());
    let mut reason = closure.reason();
    // It begins a sentence.
    if let Some(letter) = reason.get_mut(..1) {
        letter.make_ascii_uppercase();
    }
    if closure.first == closure.last {
        format!("{reason}, {first},")
    } else {
        format!(
            "{reason}, {first} to {},",
            short(closure.last, desk.today())
        )
    }
}

fn place(school: &School, first: NaiveDate) -> Result<usize, Refusal> {
    let closures = &school.closures;
    let place = closures.iter().position(|closure| closure.first == first);
    place.ok_or_else(|| Refusal::new("That day is not there any more. Esc goes back to the list."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ClosureKind;
    use crate::domain::test_desk::{OAKFIELD, TestDesk};

    fn day(words: &str) -> NaiveDate {
        words.parse().expect("a real date")
    }

    fn inset(name: &str, first: &str, last: &str) -> Closure {
        Closure {
            first: day(first),
            last: day(last),
            kind: ClosureKind::Inset,
            name: name.to_owned(),
        }
    }

    #[test]
    fn an_inset_day_is_added_changed_and_removed() {
        let (mut test, school) = (TestDesk::new(), OAKFIELD);
        let phonics = inset(" phonics ", "2026-11-27", "2026-11-27");
        let edit = save(&test.desk(), school, None, phonics).expect("an edit");
        assert_eq!(
            edit.label,
            "INSET day: phonics, Fri 27 Nov, added at Oakfield"
        );
        test.save(edit);
        assert!(!test.desk().calendar.is_open(day("2026-11-27")));

        let snow = Closure {
            kind: ClosureKind::Closed,
            ..inset("snow", "2026-11-26", "2026-11-27")
        };
        let edit = save(&test.desk(), school, Some(day("2026-11-27")), snow).expect("an edit");
        assert_eq!(
            edit.label,
            "Closed: snow, Thu 26 Nov to Fri 27 Nov, changed at Oakfield"
        );
        test.save(edit);

        let edit = remove(&test.desk(), school, day("2026-11-26")).expect("an edit");
        test.save(edit);
        assert!(test.desk().calendar.is_open(day("2026-11-27")));
    }

    #[test]
    fn overlapping_and_backward_days_are_refused() {
        let (mut test, school) = (TestDesk::new(), OAKFIELD);
        let phonics = inset("phonics", "2026-11-27", "2026-11-27");
        test.save(save(&test.desk(), school, None, phonics.clone()).expect("an edit"));
        let twice = inset("", "2026-11-26", "2026-11-30");
        let refusal = save(&test.desk(), school, None, twice).expect_err("an overlap");
        assert_eq!(
            refusal.words,
            "Fri 27 Nov 2026 is entered already (INSET day: phonics). Correct these days, or change that one."
        );
        let backwards = inset("", "2026-12-02", "2026-12-01");
        let refusal = save(&test.desk(), school, None, backwards).expect_err("backwards");
        assert_eq!(refusal.field.as_deref(), Some("last"));
        let was = Some(phonics.first);
        assert!(
            save(&test.desk(), school, was, phonics)
                .expect("an edit")
                .is_empty()
        );
    }

    #[test]
    fn a_day_that_is_closed_anyway_is_doubted() {
        let test = TestDesk::new();
        let calendar = test.desk().calendar;
        let words = |first: &str, last: &str| {
            doubts(&inset("", first, last), calendar)
                .into_iter()
                .map(|doubt| doubt.words)
                .collect::<Vec<_>>()
        };
        assert!(words("2026-11-27", "2026-11-27").is_empty());
        assert_eq!(
            words("2026-10-27", "2026-10-27"),
            ["the school is closed then anyway: half term"]
        );
        assert_eq!(
            words("2026-11-28", "2026-11-29"),
            ["the school is closed then anyway: Saturday"]
        );
        // Partly in the half term, partly not.
        assert!(words("2026-10-30", "2026-11-02").is_empty());
    }
}
