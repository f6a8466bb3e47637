//! What happened to a pupil told in outline, and what was asked for outside.

use super::{Telling, small};
use crate::demo::action::Deed;
use crate::demo::build::Build;
use crate::demo::deck::Deck;
use crate::demo::note::Entry;
use crate::demo::pupil::Told;
use crate::demo::referral::Asked;
use crate::demo::when::When;
use crate::domain::{NoteKind, Voice};

/// Whose turn it is to be heard, from today back.
const TURNS: [Heard; 10] = [
    Heard::Pupil,
    Heard::Seen,
    Heard::Family,
    Heard::Advised,
    Heard::Seen,
    Heard::Pupil,
    Heard::Incident,
    Heard::Family,
    Heard::Seen,
    Heard::Pupil,
];

/// What an entry is.
#[derive(Clone, Copy)]
enum Heard {
    Seen,
    Pupil,
    Family,
    Incident,
    Advised,
}

impl Telling<'_> {
    pub(super) fn log(&mut self, build: &Build<'_>, told: &mut Told) {
        self.notes(build, told);
        self.advice(build, told);
        if self.outline.watching.is_some() {
            told.action.push(Deed {
                what: "look again with the class teacher".to_owned(),
                who: String::new(),
                agreed: Some(self.ago(2)),
                by: Some(When::weeks_ahead(2, self.weekday)),
                done: None,
                dropped: String::new(),
            });
        }
    }

    /// The longer the history, the more of them, spread over it.
    fn notes(&mut self, build: &Build<'_>, told: &mut Told) {
        let (first, last) = match (self.outline.left, self.outline.watching) {
            (Some(left), _) => (left, self.first_began()),
            (None, Some(watched)) => (1, watched),
            (None, None) => (1, self.first_began()),
        };
        let count = (2 + self.outline.closed * 2).min(TURNS.len());
        let mut turns = TURNS;
        // Not everybody was heard last by the same.
        turns.rotate_left(self.chance.below(3));
        let of_need = self.of_need;
        let mut seen = Deck::shuffled(&of_need.seen, &mut self.chance);
        let mut incidents = Deck::shuffled(&of_need.incident, &mut self.chance);
        let mut gave = Deck::shuffled(&self.everybody.gave, &mut self.chance);
        for (place, heard) in turns.into_iter().take(count).enumerate() {
            let step = (last.saturating_sub(first)) / count.max(1);
            let weeks = first + place * step + self.chance.below(step.clamp(1, 4));
            let on = self.ago(weeks);
            let parent = self.parent();
            let name = self.words.name.clone();
            use NoteKind::{AdviceGiven, Conversation, Incident, Observation};
            let (kind, voice, [by, to], words) = match heard {
                Heard::Seen => (Observation, Voice::Staff, ["teacher", ""], seen.draw()),
                Heard::Pupil => (Conversation, Voice::Pupil, [&name, "ta"], self.said.draw()),
                Heard::Family => {
                    let words = self.family_said.draw();
                    (Conversation, Voice::Family, [parent, "teacher"], words)
                }
                Heard::Incident => (Incident, Voice::Staff, ["ta", ""], incidents.draw()),
                Heard::Advised => (
                    AdviceGiven,
                    Voice::Staff,
                    ["Mrs Ward", "teacher"],
                    gave.draw(),
                ),
            };
            told.note.push(Entry {
                on,
                kind,
                voice,
                by: by.to_owned(),
                to: to.to_owned(),
                words: self.fill(build, words, on),
                staff_only: false,
            });
        }
    }

    /// A report asked for and received, and what it advised.
    fn advice(&mut self, build: &Build<'_>, told: &mut Told) {
        if self.outline.closed < 2 || self.outline.left.is_some() || self.chance.percent(45) {
            return;
        }
        let advisor = &self.of_need.advisor;
        let weeks = self.chance.within((20, self.first_began().max(21)));
        let on = self.ago(weeks);
        let took = 7 * i64::from(small(self.chance.within((3, 10))));
        let due = on.plus(42);
        let received = on.plus(took);
        told.referral.push(Asked {
            what: self.of_need.report.clone(),
            of: advisor.clone(),
            on,
            due: Some(due),
            consent: String::new(),
            consent_on: None,
            sent: None,
            answer: String::new(),
            answered: None,
            chased: if took > 49 {
                vec![due.plus(7)]
            } else {
                Vec::new()
            },
            received: Some(received),
            dropped: String::new(),
        });
        let advice = Deck::shuffled(&self.of_need.advice, &mut self.chance).draw();
        told.note.push(Entry {
            on: received,
            kind: NoteKind::AdviceReceived,
            voice: Voice::Professional,
            by: advisor.clone(),
            to: "Mrs Ward".to_owned(),
            words: self.fill(build, advice, received),
            staff_only: false,
        });
    }
}
