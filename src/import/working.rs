use strum::VariantArray as _;

use super::answers::Answers;
use super::asking::Asking;
use super::child::Child;
use super::entry::Entry;
use super::incoming::Incoming;
use super::intake::Intake;
use super::likeness::Likeness;
use super::match_up::Matched;
use super::merge;
use super::part::Part;
use super::part_change::PartChange;
use super::question::Question;
use crate::domain::{Desk, Pupil, PupilId, SchoolId};

/// What an entry is worked out from.
pub(super) struct Working<'a> {
    /// The register and the time.
    pub desk: &'a Desk<'a>,
    /// Where new pupils go.
    pub school: SchoolId,
    /// The file's name.
    pub file: &'a str,
    /// All its children.
    pub children: &'a [Incoming],
    /// What the user answered.
    pub answers: &'a Answers,
}

/// The pupil that a child is.
enum Whom {
    Known(PupilId),
    New,
    /// It is asked.
    Unknown,
    LeftOut,
}

impl Working<'_> {
    /// Works out what becomes of the child at a place of the file. `claimed` are the pupils that other children are.
    pub fn entry(&self, place: usize, matched: &Matched, claimed: &[PupilId]) -> Entry {
        let said = &self.children[place];
        let mut asking = Asking::new(self.answers.of(said));
        let mut taken = true;
        for why in &said.held {
            let answer = asking.ask(Question::Take { why: why.clone() });
            taken &= answer != Some(false);
        }
        let whom = if taken {
            self.whom(said, matched, claimed, &mut asking)
        } else {
            Whom::LeftOut
        };
        match whom {
            Whom::Known(id) => self.merged(said, id, asking),
            Whom::New => self.added(said, asking),
            Whom::Unknown => Entry {
                perhaps: matched.perhaps.clone(),
                ..self.added(said, asking)
            },
            Whom::LeftOut => Entry {
                questions: Vec::new(),
                intake: Intake::LeaveOut,
                records: Vec::new(),
                ..self.added(said, asking)
            },
        }
    }

    fn whom(
        &self,
        said: &Incoming,
        matched: &Matched,
        claimed: &[PupilId],
        asking: &mut Asking<'_>,
    ) -> Whom {
        if let Some(id) = matched.sure {
            return Whom::Known(id);
        }
        let pupils = &self.desk.caseload.pupils;
        let free = matched.perhaps.iter().filter(|id| !claimed.contains(id));
        for pupil in free.filter_map(|id| pupils.get(*id)) {
            let name = match pupil.class.as_str() {
                "" => pupil.full_name(),
                class => format!("{}, {class}", pupil.full_name()),
            };
            let question = Question::Same {
                pupil: pupil.id,
                name,
                why: Likeness::of(pupil, said).words(),
            };
            match asking.ask(question) {
                Some(true) => return Whom::Known(pupil.id),
                Some(false) => {}
                None => return Whom::Unknown,
            }
        }
        let Some((pupil, owner)) = matched.taken_by else {
            return Whom::New;
        };
        let line = self.children[owner].lines.first();
        let question = Question::Again {
            name: pupils.get(pupil).map(Pupil::full_name).unwrap_or_default(),
            line: line.copied().unwrap_or_default(),
        };
        match asking.ask(question) {
            Some(true) => Whom::New,
            Some(false) => Whom::LeftOut,
            None => Whom::Unknown,
        }
    }

    fn merged(&self, said: &Incoming, id: PupilId, mut asking: Asking<'_>) -> Entry {
        let Some(pupil) = self.desk.caseload.pupils.get(id) else {
            return self.added(said, asking);
        };
        let by_number = Likeness::of(pupil, said).by_number();
        let before = Child::of(self.desk, pupil.clone());
        let mut child = before.clone();
        if let Some(left) = pupil.left_on {
            let question = Question::Back {
                name: pupil.full_name(),
                left: left.format("%-d %b %Y").to_string(),
            };
            if asking.ask(question) == Some(false) {
                return Entry {
                    intake: Intake::LeaveOut,
                    known: Some(id),
                    pupil: pupil.clone(),
                    changes: Vec::new(),
                    questions: Vec::new(),
                    perhaps: Vec::new(),
                    records: Vec::new(),
                };
            }
            (child.pupil.left_on, child.pupil.left_for) = (None, String::new());
        }
        merge::merge(self.desk, &mut child, said, by_number, &mut asking);
        merge::keep_words(self.desk, &mut child, said, self.file);
        let changes = changes(&before, &child);
        if changes.is_empty() {
            // There is nothing to take, so that nobody needs to say whether.
            asking
                .open
                .retain(|question| !matches!(question, Question::Take { .. }));
        }
        let intake = match (asking.open.is_empty(), changes.is_empty()) {
            (false, _) => Intake::Hold,
            (true, false) => Intake::Change,
            (true, true) => Intake::Same,
        };
        self.entry_of(child, Some(id), intake, changes, asking)
    }

    fn added(&self, said: &Incoming, mut asking: Asking<'_>) -> Entry {
        let before = Child::new(self.desk, self.school);
        let mut child = before.clone();
        // Nothing is known of her, so that nothing can differ.
        merge::merge(self.desk, &mut child, said, true, &mut asking);
        merge::keep_words(self.desk, &mut child, said, self.file);
        let changes = changes(&before, &child);
        let intake = if !asking.open.is_empty() {
            Intake::Hold
        } else if child.pupil.called().is_empty() {
            Intake::LeaveOut
        } else {
            Intake::Add
        };
        self.entry_of(child, None, intake, changes, asking)
    }

    fn entry_of(
        &self,
        child: Child,
        known: Option<PupilId>,
        intake: Intake,
        changes: Vec<PartChange>,
        asking: Asking<'_>,
    ) -> Entry {
        let records = match intake {
            Intake::Hold | Intake::LeaveOut => Vec::new(),
            Intake::Add | Intake::Change | Intake::Same => child.changes(self.desk.caseload),
        };
        Entry {
            intake,
            known,
            pupil: child.pupil,
            changes,
            questions: asking.open,
            perhaps: Vec::new(),
            records,
        }
    }
}

fn changes(before: &Child, after: &Child) -> Vec<PartChange> {
    let parts = Part::VARIANTS.iter().filter_map(|part| {
        let (before, after) = (part.ours(before), part.ours(after));
        (before != after).then(|| PartChange {
            what: part.label(),
            before: part.shown(&before),
            after: part.shown(&after),
        })
    });
    let mut changes: Vec<PartChange> = parts
        .filter(|change| change.before != change.after)
        .collect();
    if before.pupil.left_on != after.pupil.left_on {
        changes.push(PartChange {
            what: "Left",
            before: before
                .pupil
                .left_on
                .map_or_else(String::new, |left| left.format("%-d %b %Y").to_string()),
            after: "back".to_owned(),
        });
    }
    if let Some(note) = &after.note {
        changes.push(PartChange {
            what: "Note",
            before: String::new(),
            after: note.words.clone(),
        });
    }
    changes
}
