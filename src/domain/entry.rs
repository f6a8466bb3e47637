//! [`Entry`]: something that happened, as the timeline tells it.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Caseload, Code, EntryKey, Measure, Note, PupilId, RecordId, Session, StatusPeriod};

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

    /// What the register tells of one pupil, or of all, in no order: reviews held, actions agreed and done, referrals
    /// asked and answered, changes of status, steps of EHC plans.
    pub fn of_register(caseload: &Caseload, pupil: Option<PupilId>) -> Vec<Self> {
        match pupil {
            Some(pupil) => of_one(caseload, pupil),
            None => caseload
                .pupils
                .iter()
                .flat_map(|pupil| of_one(caseload, pupil.id))
                .collect(),
        }
    }
}

fn of_one(caseload: &Caseload, pupil: PupilId) -> Vec<Entry> {
    let new = |on, of: RecordId, label: String, words: &str, by: &str| Entry {
        words: words.to_owned(),
        by: by.to_owned(),
        ..Entry::new(on, of, Some(pupil), label)
    };
    let later = |entry: Entry| Entry {
        key: EntryKey::new(entry.key.on, entry.of, 1),
        ..entry
    };
    let mut entries = Vec::new();
    for review in caseload.reviews.of(pupil) {
        let Some(on) = review.held_on else { continue };
        let decision = review
            .decision
            .map_or(String::new(), |decision| format!(": {}", decision.label()));
        let label = format!("{} held{decision}", review.kind.label());
        entries.push(new(on, review.id.into(), label, &review.reason, ""));
    }
    for action in caseload.actions.of(pupil) {
        let by = caseload.who(&action.who, action.person);
        let agreed = "action agreed".to_owned();
        entries.push(new(
            action.agreed_on,
            action.id.into(),
            agreed,
            &action.what,
            by,
        ));
        if let Some(on) = action.done_on {
            let done = "action done".to_owned();
            entries.push(later(new(on, action.id.into(), done, &action.what, by)));
        }
    }
    for referral in caseload.referrals.of(pupil) {
        let of = caseload.who(&referral.of, referral.person);
        let asked = "asked for".to_owned();
        entries.push(new(
            referral.asked_on,
            referral.id.into(),
            asked,
            &referral.what,
            of,
        ));
        if let Some(on) = referral.received_on {
            let came = "received".to_owned();
            entries.push(later(new(on, referral.id.into(), came, &referral.what, of)));
        }
    }
    for event in caseload.ehc_events.of(pupil) {
        let label = event.step.label().to_owned();
        entries.push(new(event.on, event.id.into(), label, &event.note, ""));
    }
    for period in caseload.status_periods.of(pupil) {
        if let Some(on) = period.from {
            let label = status_label(period);
            entries.push(new(on, period.id.into(), label, &period.reason, ""));
        }
    }
    entries
}

fn status_label(period: &StatusPeriod) -> String {
    if period.watching {
        "watched from here".to_owned()
    } else {
        format!("{} from here", period.status.label())
    }
}
