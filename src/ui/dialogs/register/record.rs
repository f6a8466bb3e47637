//! What becomes of the marks: the edit that records them, and the draft that keeps them until then.

use std::collections::BTreeSet;

use super::marked::Marked;
use super::{Focus, NAME, Register, SlotKey};
use crate::domain::session::{self, Told};
use crate::domain::{Draft, DraftKey, Edit, InterventionId, Refusal, Session, date_words, week};
use crate::ui::Context;
use crate::ui::widgets::TextBox;

/// The field of who told, in drafts.
const TOLD_BY: &str = "told_by";
/// What stands in the box under the caret, in drafts: a note, or who told.
const NOTE_BOX: &str = "note box";
const TOLD_BY_BOX: &str = "told_by box";
/// The pupil under the cursor, in drafts.
const PUPIL: &str = "pupil";

/// What a draft holds, in a line: "Phonics 3, week of Mon 16 Nov: marks not saved".
pub fn draft_words(cx: &Context<'_>, draft: &Draft) -> String {
    let marked = draft.fields.keys();
    let marked: Vec<SlotKey> = marked.filter_map(|key| key.parse().ok()).collect();
    let groups: BTreeSet<InterventionId> = marked.iter().map(|key| key.intervention).collect();
    let groups = groups.into_iter();
    let mut parts: Vec<String> = groups
        .filter_map(|group| cx.desk.caseload.interventions.get(group))
        .map(|group| cx.group_name(group))
        .collect();
    let first = marked.iter().map(|key| key.on).min();
    parts.extend(first.map(|on| {
        let monday = date_words::short(week::monday_of(on), cx.desk.today());
        format!("week of {monday}")
    }));
    format!("{}: marks not saved", parts.join(", "))
}

impl Register {
    pub(super) fn usual_teller<'a>(&self, cx: &Context<'a>) -> &'a str {
        let caseload = cx.desk.caseload;
        if caseload.is_senco(self.led_by) {
            ""
        } else {
            caseload.name_of(self.led_by)
        }
    }

    /// Who tells, as it will be recorded.
    pub(super) fn teller(&self, cx: &Context<'_>) -> String {
        let typed = self.told_by.clone();
        typed.unwrap_or_else(|| self.usual_teller(cx).to_owned())
    }

    /// The edit of all that was marked.
    pub(super) fn edit(&self, cx: &Context<'_>) -> Result<Edit, Refusal> {
        let recorded = |key: SlotKey| -> Option<&Session> {
            let mut groups = self.groups.iter();
            let group = groups.find(|group| group.intervention.id == key.intervention)?;
            group.slot(key)?.session.as_ref()
        };
        let told: Vec<(Told, Option<&Session>)> = self
            .marks
            .iter()
            .map(|(key, marked)| {
                let before = recorded(key);
                let by = match (&self.told_by, before) {
                    (None, Some(before)) => before.told_by.clone(),
                    _ => self.teller(cx),
                };
                (told(key, marked, by), before)
            })
            .collect();
        week::record(&cx.desk, self.monday, &told)
    }

    /// What looks wrong with the session under the cursor and may be right.
    pub(super) fn doubt(&self, cx: &Context<'_>) -> Option<String> {
        let (key, marked) = self.here()?;
        let doubts = session::doubts(&cx.desk, &told(key, &marked, String::new()));
        Some(doubts.into_iter().next()?.words)
    }

    pub(super) fn key(&self) -> DraftKey {
        let led_by = self.led_by.map(|person| person.to_string());
        let led_by = led_by.unwrap_or_else(|| "-".to_owned());
        DraftKey {
            dialog: NAME.to_owned(),
            about: format!("{led_by}/{}", self.monday),
        }
    }

    /// What is marked and not saved, as a draft keeps it.
    pub(super) fn unsaved(&self) -> Option<Draft> {
        if self.marks.is_empty() {
            return None;
        }
        let marks = self.marks.iter().filter_map(|(key, marked)| {
            let words = serde_json::to_string(marked).ok()?;
            Some((key.to_string(), words))
        });
        let told_by = self.told_by.clone();
        let told_by = told_by.map(|by| (TOLD_BY.to_owned(), by));
        let pupil = self.grid.pupil;
        let pupil = pupil.map(|pupil| (PUPIL.to_owned(), pupil.to_string()));
        let (text, caret) = match &self.focus {
            Focus::Grid => (None, 0),
            Focus::Note(text) => (Some((NOTE_BOX.to_owned(), text.text())), text.caret()),
            Focus::ToldBy(text) => (Some((TOLD_BY_BOX.to_owned(), text.text())), text.caret()),
        };
        Some(Draft {
            key: self.key(),
            fields: marks.chain(told_by).chain(pupil).chain(text).collect(),
            focus: self.grid.at.map(|key| key.to_string()).unwrap_or_default(),
            caret,
        })
    }

    /// Takes up a draft.
    pub(super) fn take_up(&mut self, draft: &Draft) {
        let marks = draft.fields.iter().filter_map(|(name, words)| {
            let key: SlotKey = name.parse().ok()?;
            Some((key, serde_json::from_str(words).ok()?))
        });
        self.marks = marks.collect();
        self.told_by = draft.fields.get(TOLD_BY).cloned();
        if let Ok(key) = draft.focus.parse::<SlotKey>() {
            self.group = key.intervention;
            let pupil = draft.fields.get(PUPIL);
            self.grid
                .begin(Some(key), pupil.and_then(|pupil| pupil.parse().ok()));
        }
        let text_box = |words: &String| {
            let mut text = TextBox::line(words);
            text.put_caret(draft.caret);
            text
        };
        let note = draft.fields.get(NOTE_BOX).map(text_box).map(Focus::Note);
        let told_by = draft.fields.get(TOLD_BY_BOX);
        let told_by = told_by.map(text_box).map(Focus::ToldBy);
        self.focus = note.or(told_by).unwrap_or(Focus::Grid);
    }
}

fn told(key: SlotKey, marked: &Marked, by: String) -> Told {
    Told {
        intervention: key.intervention,
        on: key.on,
        at: key.at,
        happened: marked.happened.clone(),
        note: marked.note.clone(),
        by,
    }
}
