//! A child of a file and a pupil of the caseload made one, so that what was changed by hand survives.

use strum::VariantArray as _;

use super::asking::Asking;
use super::child::Child;
use super::incoming::Incoming;
use super::part::Part;
use super::question::Question;
use super::{alike, likeness};
use crate::domain::{Desk, Note, NoteKind, Voice};

/// What becomes of one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Settled {
    /// Both say the same.
    Agreed,
    /// The file says what the last one said: what the caseload says stays.
    Kept,
    /// The caseload says what the last file said, or nothing: what the file says is taken.
    Taken,
    /// Both say something new.
    Differs,
}

/// Puts what a file says into a pupil's records, part by part. The base is what the last file said: what has not changed
/// since then gives way to what has. Where both have changed the user is asked; her answer makes the file's value the new base.
pub(super) fn merge(
    desk: &Desk<'_>,
    child: &mut Child,
    said: &Incoming,
    by_number: bool,
    asking: &mut Asking<'_>,
) {
    let said = &with_known_name(child, said, by_number);
    for &part in Part::VARIANTS {
        let Some(theirs) = part.said(said) else {
            continue;
        };
        let is_about_status = matches!(part, Part::StatusSince | Part::ParentTold);
        if is_about_status && !has_status_of(child, said) {
            continue;
        }
        // A status that begins now takes its own date, or none.
        let begins = is_about_status && child.ended.is_some();
        if part == Part::StatusSince && begins {
            child.remember(part, theirs);
            continue;
        }
        let ours = part.ours(child);
        match settle(child, part, &ours, &theirs, begins) {
            Settled::Kept => {}
            Settled::Agreed => {
                let is_new = child
                    .remembered(part)
                    .is_none_or(|base| !part.says_no_more(base, &theirs));
                if is_new {
                    child.remember(part, ours);
                }
            }
            Settled::Taken => {
                child.take(desk, part, said);
                child.remember(part, part.ours(child));
            }
            Settled::Differs => {
                let question = Question::Differs {
                    part,
                    ours: part.shown(&ours),
                    theirs: part.shown(&theirs),
                    by_hand: child.remembered(part).is_some(),
                };
                match asking.ask(question) {
                    Some(true) => {
                        child.take(desk, part, said);
                        child.remember(part, part.ours(child));
                    }
                    Some(false) => child.remember(part, theirs),
                    None => {}
                }
            }
        }
    }
}

/// Whether the status that the file tells of is the one she has: what it says of another has no place here.
fn has_status_of(child: &Child, said: &Incoming) -> bool {
    let ours = Part::Status.ours(child);
    let theirs = Part::Status.said(said);
    child.status.is_some() && theirs.is_none_or(|theirs| Part::Status.says_no_more(&ours, &theirs))
}

fn settle(child: &Child, part: Part, ours: &str, theirs: &str, begins: bool) -> Settled {
    let base = child.remembered(part).filter(|_| !begins);
    // A review that was held leaves no date behind, and the next one is news.
    let is_free = ours.is_empty() && (base.is_none() || part == Part::NextReview);
    if part.says_no_more(ours, theirs) || is_known_name(child, part, theirs) {
        Settled::Agreed
    } else if base.is_some_and(|base| part.says_no_more(base, theirs)) {
        Settled::Kept
    } else if is_free || base == Some(ours) || part.completes(ours, theirs) {
        Settled::Taken
    } else {
        Settled::Differs
    }
}

/// Some lists have what she is called where others have the forename.
fn is_known_name(child: &Child, part: Part, theirs: &str) -> bool {
    match part {
        Part::Forename => alike::same(&child.pupil.preferred, theirs),
        Part::Preferred => alike::same(&child.pupil.forename, theirs),
        _ => false,
    }
}

/// The names of the file, put to the names they are compared with. A child who was matched without a number and has another
/// forename in the file is known as one of the two: the list with the numbers has the forename. Names that were only split
/// elsewhere say nothing new.
fn with_known_name(child: &Child, said: &Incoming, by_number: bool) -> Incoming {
    let mut said = said.clone();
    let pupil = &child.pupil;
    let words = |name: &Option<String>| name.clone().unwrap_or_default();
    let (surname, forename) = (words(&said.surname), words(&said.forename));
    if likeness::is_one_name(pupil, &surname, &forename) && !alike::same(&pupil.surname, &surname) {
        (said.surname, said.forename) = (None, None);
    }
    let is_other = !pupil.forename.is_empty()
        && !forename.is_empty()
        && ![&pupil.forename, &pupil.preferred]
            .iter()
            .any(|name| alike::same(name, &forename));
    if by_number || !is_other {
        return said;
    }
    let has_numbers = said.upn.is_some() || said.adno.is_some();
    if has_numbers && pupil.upn.is_empty() && pupil.adno.is_empty() {
        said.preferred = said.preferred.or_else(|| Some(pupil.forename.clone()));
    } else {
        let called = said.forename.take();
        said.preferred = said.preferred.or(called);
    }
    said
}

/// Keeps what the file says in words as one note, less what the last file said in the same words.
pub(super) fn keep_words(desk: &Desk<'_>, child: &mut Child, said: &Incoming, file: &str) {
    let mut words = String::new();
    for note in &said.notes {
        let key = format!("note: {}", note.heading);
        if child.base.values.get(&key) == Some(&note.words) {
            continue;
        }
        words.push_str(&format!("\n{}: {}", note.heading, note.words));
        child.base.values.insert(key, note.words.clone());
    }
    if words.is_empty() {
        return;
    }
    child.note = Some(Note {
        id: desk.ids.next(),
        pupil: child.id(),
        kind: NoteKind::Evidence,
        happened_on: desk.today(),
        entered_at: desk.entered_at(),
        voice: Voice::Staff,
        said_by: String::new(),
        said_to: String::new(),
        words: format!("From the import of {file}:{words}"),
        // Remarks in a SENCO's own list were not written for the family.
        staff_only: true,
    });
}

impl Child {
    /// What the last file said of a part.
    fn remembered(&self, part: Part) -> Option<&str> {
        self.base.values.get(part.key()).map(String::as_str)
    }

    fn remember(&mut self, part: Part, value: String) {
        self.base.values.insert(part.key().to_owned(), value);
    }
}
