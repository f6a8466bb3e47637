//! The lines of the screen of backups.

use chrono::{DateTime, FixedOffset};

use super::{Shelved, Shelves, State};
use crate::ui::Role;
use crate::ui::widgets::Line;

/// Where what is said begins, after its label.
const SAYS: usize = 18;
/// After so many days without one, a copy on a stick is wanted, and then late.
const WANTED: i64 = 7;
const LATE: i64 = 14;

/// All lines: how it stands, then the backups.
pub(super) fn all(
    shelves: &Shelves,
    now: DateTime<FixedOffset>,
    columns: usize,
    plain: bool,
) -> Vec<Line<usize>> {
    let mut lines = vec![Line::plain(), proven(shelves, now)];
    if shelves.is_open {
        lines.extend(off_line(shelves, now));
        lines.extend(second(shelves));
    } else {
        // Whoever can't open the caseload may have to fetch a backup from there.
        let place = shelves.place.display().to_string();
        lines.push(labelled("Kept in").put(SAYS, usize::MAX, place, Role::Text));
    }
    lines.push(Line::plain());
    if shelves.shelved.is_empty() {
        let words = if shelves.is_open {
            "There is no backup yet. n makes one now; leaving, locking and half an hour of work do too."
        } else {
            "There is no backup on this laptop. If one is on a stick, choose Open another file and type its path."
        };
        lines.push(Line::plain().put(1, usize::MAX, words, Role::Text));
        return lines;
    }
    if !plain {
        lines.push(
            Line::plain()
                .put(3, 20, "made", Role::Muted)
                .put_right(33, "pupils", Role::Muted)
                .put_right(43, "size", Role::Muted)
                .put(46, 16, "checked", Role::Muted)
                .put(64, usize::MAX, "why", Role::Muted),
        );
    }
    let mut caseload = None;
    for (at, shelved) in shelves.shelved.iter().enumerate() {
        if shelved.caseload.is_some() && shelved.caseload != caseload {
            caseload.clone_from(&shelved.caseload);
            let name = caseload.as_deref().unwrap_or_default();
            lines.push(Line::heading(&format!("CASELOAD {name}")));
        }
        lines.push(row(at, shelved, columns, plain));
    }
    lines
}

fn row(at: usize, shelved: &Shelved, columns: usize, plain: bool) -> Line<usize> {
    let (mark, state, role) = match shelved.state {
        State::Checked => ("+", "when made", Role::Done),
        State::Whole => ("+", "just now", Role::Done),
        State::Damaged => ("!", "damaged", Role::Overdue),
    };
    if plain {
        let words = format!(
            "{}, {}, {}, {}: checked {state}",
            shelved.made(),
            shelved.pupils_in_words(),
            shelved.size,
            shelved.why
        );
        return Line::of(at).put(3, usize::MAX, words, Role::Text);
    }
    let line = Line::of(at)
        .put(3, 23, shelved.made(), Role::Text)
        .put_right(43, &shelved.size, Role::Muted)
        .put(46, 16, format!("{mark} {state}"), role)
        .put(64, columns.saturating_sub(64), &shelved.why, Role::Muted);
    match shelved.made_at {
        Some(_) => line.put_right(33, shelved.pupils.to_string(), Role::Text),
        None => line,
    }
}

fn labelled(label: &str) -> Line<usize> {
    Line::plain().put(1, SAYS - 2, label, Role::Muted)
}

/// When a restore was last proven to work.
fn proven(shelves: &Shelves, now: DateTime<FixedOffset>) -> Line<usize> {
    let (words, role) = match shelves.proven_at {
        Some(at) => (
            format!(
                "+ {}, {}: one was unpacked, opened and found whole",
                at.format("%a %-d %b"),
                ago(days(at, now))
            ),
            Role::Done,
        ),
        None => ("not yet".to_owned(), Role::Muted),
    };
    labelled("Proven restore").put(SAYS, usize::MAX, words, role)
}

/// The copy that no virus and no thief of this laptop reaches.
fn off_line(shelves: &Shelves, now: DateTime<FixedOffset>) -> Vec<Line<usize>> {
    // Before the first, the days count from the oldest backup: nobody is late on the first day.
    let oldest = shelves
        .shelved
        .iter()
        .rev()
        .find_map(|shelved| shelved.made_at);
    let since = shelves.off_line_at.or(oldest);
    let waited = since.map_or(0, |at| days(at, now));
    let (mark, role) = if waited <= WANTED {
        ("+", Role::Done)
    } else if waited <= LATE {
        ("~", Role::Due)
    } else {
        ("!", Role::Overdue)
    };
    let words = match shelves.off_line_at {
        Some(at) => format!("{mark} {}, {}", at.format("%a %-d %b"), ago(waited)),
        None if waited > WANTED => format!("{mark} none yet"),
        None => "~ none yet".to_owned(),
    };
    let role = if shelves.off_line_at.is_none() && role == Role::Done {
        Role::Due
    } else {
        role
    };
    let wanted = if shelves.off_line_at.is_none() || waited > WANTED {
        ": c writes one, for the school safe"
    } else {
        ""
    };
    vec![labelled("Copy on a stick").put(SAYS, usize::MAX, format!("{words}{wanted}"), role)]
}

/// The second place.
fn second(shelves: &Shelves) -> Vec<Line<usize>> {
    let label = labelled("Second place");
    let Some(place) = &shelves.second else {
        let words = "none: f names a folder that gets a copy when you leave";
        return vec![label.put(SAYS, usize::MAX, words, Role::Muted)];
    };
    let place = place.display();
    match (&shelves.second_trouble, shelves.second_at) {
        (Some(trouble), _) => vec![
            label.put(
                SAYS,
                usize::MAX,
                format!("! not written: {place}"),
                Role::Overdue,
            ),
            Line::plain().put(SAYS, usize::MAX, trouble, Role::Text),
        ],
        (None, Some(at)) => {
            let words = format!("+ {}: {place}", at.format("%a %-d %b, %H:%M"));
            vec![label.put(SAYS, usize::MAX, words, Role::Done)]
        }
        (None, None) => {
            let words = format!("~ written when you next leave: {place}");
            vec![label.put(SAYS, usize::MAX, words, Role::Due)]
        }
    }
}

/// Whole days between two moments, never below none.
fn days(from: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> i64 {
    (now.date_naive() - from.date_naive()).num_days().max(0)
}

fn ago(days: i64) -> String {
    match days {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days => format!("{days} days ago"),
    }
}
