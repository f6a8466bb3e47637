//! A note: a dated entry about a pupil.

use crate::domain::date_words::Leaning;
use crate::domain::note::{self, Written};
use crate::domain::{DraftKey, Edit, Note, NoteKind, PersonKind, Pupil, PupilId, Refusal};
use crate::ui::widgets::{Field, Form};
use crate::ui::{Audience, Context};

use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "note";

/// A note about a pupil.
#[derive(Debug)]
pub struct NoteSheet {
    pupil: PupilId,
    /// The note before; none for a new one.
    before: Option<Note>,
}

/// The form of a new note about a pupil.
pub fn new(cx: &Context<'_>, pupil: &Pupil) -> FormView<NoteSheet> {
    form(cx, pupil, None)
}

/// The form of a note; none when its pupil is gone.
pub fn of(cx: &Context<'_>, note: Note) -> Option<FormView<NoteSheet>> {
    let pupil = cx.desk.caseload.pupils.get(note.pupil)?;
    Some(form(cx, pupil, Some(note)))
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<NoteSheet>> {
    match super::new_for(about) {
        Some(pupil) => Some(new(cx, cx.desk.caseload.pupils.get(pupil)?)),
        None => of(cx, cx.log.note(about.parse().ok()?).ok()??),
    }
}

fn form(cx: &Context<'_>, pupil: &Pupil, before: Option<Note>) -> FormView<NoteSheet> {
    let people = speakers(cx, pupil);
    let old = before.as_ref();
    let text = |of: fn(&Note) -> &str| old.map_or("", of);
    let kind = old.map_or(NoteKind::Observation, |note| note.kind);
    let on = old.map_or_else(|| cx.desk.today(), |note| note.happened_on);
    let fields = vec![
        Field::choice("kind", "What it is", kind),
        Field::date("on", "Happened on", Leaning::Back, Some(on)),
        Field::pick(
            "said_by",
            "Said by",
            text(|note| &note.said_by),
            people.clone(),
        )
        .hint("empty means you saw it; the pupil's name for the pupil's own words"),
        Field::pick("said_to", "Said to", text(|note| &note.said_to), people)
            .hint("where that matters: Mrs Bell"),
        Field::prose("words", "Words", 7, text(|note| &note.words)),
        Field::yes_no(
            "staff_only",
            "Staff only",
            old.is_some_and(|note| note.staff_only),
        )
        .hint("yes keeps it off the family's screen and papers; a parent may still ask to see it"),
    ];
    let sheet = NoteSheet {
        pupil: pupil.id,
        before,
    };
    FormView::new(sheet, fields).at("words")
}

/// Who may have said something about a pupil: she herself, who is tied to her, and the school's people and those from
/// outside. Other families are not among them.
fn speakers(cx: &Context<'_>, pupil: &Pupil) -> Vec<String> {
    let caseload = cx.desk.caseload;
    let tied = caseload
        .ties
        .of(pupil.id)
        .map(|tie| caseload.name_of(Some(tie.person)).to_owned());
    let others = caseload
        .people
        .iter()
        .filter(|person| person.kind != PersonKind::Family)
        .map(|person| person.name.clone());
    // Where initials are asked for, no name tells the child's.
    let is_named = cx.look.audience != Audience::Staff;
    let own = std::iter::once(pupil.called().to_owned());
    let of_hers = own.chain(tied).filter(|_| is_named);
    let mut names = Vec::new();
    for name in of_hers.chain(others) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

impl Sheet for NoteSheet {
    fn key(&self) -> DraftKey {
        let id = self.before.as_ref().map(|note| note.id.to_string());
        super::key(NAME, id, self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let name = super::called(cx, self.pupil);
        match self.before {
            Some(_) => format!("Note about {name}"),
            None => format!("New note about {name}"),
        }
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let pupil = cx.desk.caseload.pupils.get(self.pupil);
        let pupil = pupil.ok_or_else(|| Refusal::new(super::GONE))?;
        let written = Written {
            kind: form.choice("kind").unwrap_or(NoteKind::Observation),
            happened_on: form.needed_date("on", &cx.desk)?,
            said_by: form.text("said_by"),
            said_to: form.text("said_to"),
            words: form.text("words"),
            staff_only: form.yes("staff_only"),
        };
        match &self.before {
            Some(before) => note::change(&cx.desk, pupil, before, written),
            None => note::add(&cx.desk, pupil, written),
        }
    }
}
