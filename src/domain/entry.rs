//! [`Entry`]: something that happened, as the timeline tells it.

use chrono::{DateTime, NaiveDate, Utc};

use super::happening::Happening;
use super::{Caseload, Code, EntryKey, Measure, Note, PupilId, RecordId, Session};

/// Something that happened, as the timeline tells it: when it happened and when it was typed are two things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the timeline.
    pub key: EntryKey,
    /// The record that tells of it.
    pub of: RecordId,
    /// The pupil; none for a whole group's session.
    pub pupil: Option<PupilId>,
    /// When it was typed, where that is kept.
    pub entered_at: Option<DateTime<Utc>>,
    /// What it is: "observation", "Phonics 3: there", "review held: carry on".
    pub label: String,
    /// The words; may be empty.
    pub words: String,
    /// Who said, told or took it; may be empty.
    pub by: String,
    /// Kept off the family's screen and papers.
    pub staff_only: bool,
}

impl Entry {
    /// The day it happened.
    pub fn on(&self) -> NaiveDate {
        self.key.on
    }

    fn new(on: NaiveDate, of: impl Into<RecordId>, pupil: Option<PupilId>, label: String) -> Self {
        let of = of.into();
        Self {
            key: EntryKey::new(on, of, 0),
            of,
            pupil,
            entered_at: None,
            label,
            words: String::new(),
            by: String::new(),
            staff_only: false,
        }
    }

    /// A note.
    pub fn of_note(note: Note) -> Self {
        Self {
            entered_at: Some(note.entered_at),
            words: note.words,
            by: note.said_by,
            staff_only: note.staff_only,
            ..Self::new(
                note.happened_on,
                note.id,
                Some(note.pupil),
                note.kind.label().to_owned(),
            )
        }
    }

    /// A session as one pupil had it, with her own remark alone; or, with no pupil, as the group had it.
    pub fn of_session(caseload: &Caseload, session: &Session, pupil: Option<PupilId>) -> Self {
        let intervention = caseload.interventions.get(session.intervention);
        let name = intervention.map_or("session", |intervention| &intervention.name);
        let attendance = session.marks.iter().find(|mark| Some(mark.pupil) == pupil);
        let how = match (&session.not_given, attendance) {
            (Some(reason), _) => format!("not given, {reason}"),
            (None, Some(attendance)) => attendance.mark.label().to_owned(),
            (None, None) => "given".to_owned(),
        };
        let words = match (pupil, attendance) {
            (None, _) => session.note.clone(),
            (Some(_), attendance) => {
                attendance.map_or(String::new(), |attendance| attendance.note.clone())
            }
        };
        Self {
            entered_at: Some(session.entered_at),
            words,
            by: session.told_by.clone(),
            staff_only: pupil.is_none(),
            ..Self::new(session.on, session.id, pupil, format!("{name}: {how}"))
        }
    }

    /// A measure.
    pub fn of_measure(caseload: &Caseload, measure: &Measure) -> Self {
        let target = measure.target.and_then(|id| caseload.targets.get(id));
        Self {
            entered_at: Some(measure.entered_at),
            words: target.map_or(String::new(), |target| target.short.clone()),
            by: measure.taken_by.clone(),
            ..Self::new(
                measure.on,
                measure.id,
                Some(measure.pupil),
                format!("{}: {}", measure.instrument, measure.value),
            )
        }
    }

    /// What the register tells of one pupil, or of all: reviews held, actions agreed and done, referrals asked and answered,
    /// changes of status, steps of EHC plans. Newest first, at most `limit` of those after `before`.
    pub fn of_register(
        caseload: &Caseload,
        pupil: Option<PupilId>,
        before: Option<EntryKey>,
        limit: usize,
    ) -> Vec<Self> {
        let mut happenings = Happening::all(caseload, pupil);
        happenings.retain(|(key, _)| before.is_none_or(|before| *key < before));
        happenings.sort_unstable_by_key(|(key, _)| std::cmp::Reverse(*key));
        happenings.truncate(limit);
        happenings
            .into_iter()
            .map(|(key, happening)| Self::of_happening(caseload, key, happening))
            .collect()
    }

    fn of_happening(caseload: &Caseload, key: EntryKey, happening: Happening<'_>) -> Self {
        let label = happening.label();
        let (words, by) = match happening {
            Happening::Held(review) => (&review.reason, ""),
            Happening::Agreed(action) | Happening::Done(action) => {
                (&action.what, caseload.who(&action.who, action.person))
            }
            Happening::Asked(referral) | Happening::Received(referral) => {
                (&referral.what, caseload.who(&referral.of, referral.person))
            }
            Happening::Step(event) => (&event.note, ""),
            Happening::From(period) => (&period.reason, ""),
        };
        Self {
            key,
            of: happening.of(),
            pupil: Some(happening.pupil()),
            entered_at: None,
            label,
            words: words.clone(),
            by: by.to_owned(),
            staff_only: false,
        }
    }
}
