//! [`Note`]: a dated entry.

mod written;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Desk, Edit, Id, NoteKind, Pupil, PupilId, Refusal, Voice, jot};

pub use written::Written;

/// The id of a [`Note`].
pub type NoteId = Id<Note>;

/// A dated entry about a pupil. When it happened and when it was typed are two fields: Friday's typing still tells
/// Monday's story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// The pupil.
    pub pupil: PupilId,
    /// What kind of entry.
    pub kind: NoteKind,
    /// The day it happened.
    pub happened_on: NaiveDate,
    /// When it was typed.
    pub entered_at: DateTime<Utc>,
    /// Whose words they are.
    pub voice: Voice,
    /// By name: "Mrs Khan".
    pub said_by: String,
    /// To whom, where that matters: "Mrs Bell".
    pub said_to: String,
    /// The words.
    pub words: String,
    /// Kept off the family's screen and papers. A parent may still ask to see it.
    pub staff_only: bool,
}

/// The edit that adds a note about a pupil.
///
/// # Errors
/// When there are no words, or the day has not come yet.
pub fn add(desk: &Desk<'_>, pupil: &Pupil, written: Written) -> Result<Edit, Refusal> {
    let note = note(desk, pupil, written, None)?;
    Ok(Edit::new(format!("Note about {}", pupil.full_name())).put(note))
}

/// The edit that changes a note. When it was first typed stays.
///
/// # Errors
/// As [`add`].
pub fn change(
    desk: &Desk<'_>,
    pupil: &Pupil,
    before: &Note,
    written: Written,
) -> Result<Edit, Refusal> {
    let note = note(desk, pupil, written, Some(before))?;
    let edit = Edit::new(format!("Note about {} changed", pupil.full_name()));
    Ok(if note == *before {
        edit
    } else {
        edit.put(note)
    })
}

/// The edit that takes a note away.
pub fn remove(desk: &Desk<'_>, note: &Note) -> Edit {
    let pupil = desk.caseload.pupils.get(note.pupil);
    let name = pupil.map(Pupil::full_name).unwrap_or_default();
    Edit::new(format!("Note about {name} taken away")).remove(note.id)
}

fn note(
    desk: &Desk<'_>,
    pupil: &Pupil,
    written: Written,
    before: Option<&Note>,
) -> Result<Note, Refusal> {
    if written.words.trim().is_empty() {
        return Err(Refusal::of(
            "words",
            "There are no words yet. Type what was said or seen.",
        ));
    }
    if written.happened_on > desk.today() {
        return Err(Refusal::of(
            "on",
            "That day has not come yet. Type the day it happened: today, yesterday, mon.",
        ));
    }
    // Words that stay somebody's keep their voice, though the person may be known by another name by now.
    let same_speaker = before.filter(|before| before.said_by == written.said_by);
    let (voice, said_by) = match same_speaker {
        Some(before) => (before.voice, written.said_by),
        None => jot::speaker(desk, pupil, &written.said_by),
    };
    Ok(Note {
        id: before.map_or_else(|| desk.ids.next(), |note| note.id),
        pupil: pupil.id,
        kind: written.kind,
        happened_on: written.happened_on,
        entered_at: before.map_or_else(|| desk.entered_at(), |note| note.entered_at),
        voice,
        said_by,
        said_to: written.said_to,
        words: written.words,
        staff_only: written.staff_only,
    })
}

#[cfg(test)]
mod tests;
