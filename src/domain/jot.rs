//! Jotting down: one save makes a watched pupil if need be, a note, and a date to look again.

use chrono::NaiveDate;

use super::{
    Action, Desk, Edit, Note, NoteKind, PersonKind, Pupil, Refusal, Status, StatusPeriod, Voice,
    fits_several,
};

/// What was jotted down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jotted {
    /// Who it is about: a name, or a name and a class ("Tyler 3B").
    pub who: String,
    /// Who said it; empty when the SENCO saw it herself.
    pub said_by: String,
    /// The words.
    pub words: String,
    /// When it happened.
    pub happened_on: NaiveDate,
    /// When to look again.
    pub look_again_on: Option<NaiveDate>,
    /// Whether it is for staff only.
    pub staff_only: bool,
}

/// The edit that writes it down.
///
/// # Errors
/// When there is nobody it is about, no words, the name fits several pupils, or the day has not come yet.
pub fn edit(desk: &Desk<'_>, jotted: &Jotted) -> Result<Edit, Refusal> {
    if jotted.who.is_empty() {
        return Err(Refusal::of(
            "who",
            "Who is it about? A first name is enough, with a class if you know it: Tyler 3B.",
        ));
    }
    if jotted.words.is_empty() {
        return Err(Refusal::of(
            "words",
            "There are no words yet. Type what was said or seen.",
        ));
    }
    if jotted.happened_on > desk.today() {
        return Err(Refusal::of(
            "on",
            "That day has not come yet. Type the day it happened: today, yesterday, mon.",
        ));
    }
    let (pupil, made) = match desk.caseload.find(&jotted.who).as_slice() {
        [only] => ((*only).clone(), false),
        [] => (watched(desk, &jotted.who)?, true),
        several => {
            let named = several
                .iter()
                .map(|pupil| (pupil.full_name(), pupil.class.as_str()));
            return Err(Refusal::of("who", fits_several(&jotted.who, named)));
        }
    };
    let (voice, said_by) = speaker(desk, &pupil, &jotted.said_by);
    let mut edit = Edit::new(format!("Note about {}", pupil.full_name()));
    if made {
        edit.label = format!("{} is watched, with a note", pupil.full_name());
        edit = edit.put(pupil.clone()).put(StatusPeriod {
            id: desk.ids.next(),
            pupil: pupil.id,
            status: Status::N,
            watching: true,
            from: Some(jotted.happened_on),
            to: None,
            reason: "first concern".to_owned(),
            parent_told: false,
            parent_told_on: None,
            watched: Vec::new(),
        });
    }
    edit = edit.put(Note {
        id: desk.ids.next(),
        pupil: pupil.id,
        kind: if jotted.said_by.is_empty() {
            NoteKind::Observation
        } else {
            NoteKind::Conversation
        },
        happened_on: jotted.happened_on,
        entered_at: desk.entered_at(),
        voice,
        said_by,
        said_to: String::new(),
        words: jotted.words.clone(),
        staff_only: jotted.staff_only,
    });
    if let Some(on) = jotted.look_again_on {
        edit = edit.put(Action::look_again(
            desk.ids.next(),
            pupil.id,
            desk.today(),
            on,
        ));
    }
    Ok(edit)
}

/// A pupil of whom a name is known, and perhaps a class: the last word, if it has a digit.
fn watched(desk: &Desk<'_>, who: &str) -> Result<Pupil, Refusal> {
    let school = desk
        .caseload
        .school()
        .ok_or_else(|| Refusal::new("There is no school in this caseload yet."))?;
    let mut words: Vec<_> = who.split_whitespace().collect();
    let class = words
        .pop_if(|word| word.chars().any(|letter| letter.is_ascii_digit()))
        .unwrap_or_default()
        .to_uppercase();
    let Some((forename, surname)) = words.split_first() else {
        return Err(Refusal::of(
            "who",
            "A name is needed beside the class: Tyler 3B.",
        ));
    };
    Ok(Pupil {
        forename: (*forename).to_owned(),
        surname: surname.join(" "),
        class,
        ..Pupil::new(desk.ids.next(), school.id)
    })
}

/// Whose words they are, and by which name: the pupil's own, somebody's of the caseload, or a name until matched.
pub fn speaker(desk: &Desk<'_>, pupil: &Pupil, said_by: &str) -> (Voice, String) {
    let own = [
        pupil.full_name(),
        pupil.called().to_owned(),
        pupil.forename.clone(),
    ];
    if !said_by.is_empty()
        && own
            .iter()
            .any(|name| super::fold(name) == super::fold(said_by))
    {
        return (Voice::Pupil, pupil.called().to_owned());
    }
    let person = desk
        .caseload
        .people
        .iter()
        .find(|person| super::fold(&person.name) == super::fold(said_by));
    match person {
        Some(person) => {
            let voice = match person.kind {
                PersonKind::Family => Voice::Family,
                PersonKind::Professional => Voice::Professional,
                PersonKind::Staff => Voice::Staff,
            };
            (voice, person.name.clone())
        }
        None => (Voice::Staff, said_by.to_owned()),
    }
}
