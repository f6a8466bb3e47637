use chrono::{NaiveDate, NaiveTime};

use super::{DayMark, DayMatter, MatterId};
use crate::domain::{DeadlineKind, Due, DueKind, Force, PupilId};

/// One thing on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaEntry {
    /// The day.
    pub on: NaiveDate,
    /// What it is.
    pub matter: DayMatter,
}

impl AgendaEntry {
    /// What tells it from every other: its day, its pupil and its matter.
    pub fn key(&self) -> (NaiveDate, Option<PupilId>, MatterId) {
        let matter = match &self.matter {
            DayMatter::Due(due) => MatterId::Due(due.kind, due.goes_to),
            DayMatter::Held { review, .. } => MatterId::Held(*review),
            DayMatter::School { school, day, .. } => MatterId::School(*school, *day),
        };
        (self.on, self.pupil(), matter)
    }

    /// What is due, if it is that.
    pub fn due(&self) -> Option<&Due> {
        match &self.matter {
            DayMatter::Due(due) => Some(due),
            DayMatter::Held { .. } | DayMatter::School { .. } => None,
        }
    }

    /// The pupil; none for the whole school's.
    pub fn pupil(&self) -> Option<PupilId> {
        match &self.matter {
            DayMatter::Due(due) => due.pupil,
            DayMatter::Held { pupil, .. } => Some(*pupil),
            DayMatter::School { .. } => None,
        }
    }

    /// The time of a meeting.
    pub fn at(&self) -> Option<NaiveTime> {
        self.due().and_then(|due| due.at)
    }

    /// In full, without the pupil's name.
    pub fn words(&self) -> &str {
        match &self.matter {
            DayMatter::Due(due) => &due.what,
            DayMatter::Held { words, .. } | DayMatter::School { words, .. } => words,
        }
    }

    /// In a few words for a narrow column; what was agreed or asked in its own.
    pub fn short(&self) -> &str {
        match &self.matter {
            DayMatter::Due(due) if due.kind.is_of_the_plan() => due.kind.short(),
            _ => self.words(),
        }
    }

    /// Who must act, as a list shows it; nothing for what is only so.
    pub fn who(&self) -> &str {
        self.due().map_or("", |due| &due.who)
    }

    /// With what force; none for what is only so.
    pub fn force(&self) -> Option<Force> {
        self.due().map(|due| due.force)
    }

    /// How a month marks it.
    pub fn mark(&self) -> DayMark {
        match &self.matter {
            DayMatter::Held { .. } => DayMark::Review,
            DayMatter::School { .. } => DayMark::School,
            DayMatter::Due(due) => match due.kind {
                DueKind::Review(_) | DueKind::Rule(DeadlineKind::PlanReview) => DayMark::Review,
                _ if due.force == Force::Law => DayMark::Law,
                DueKind::WriteUp
                | DueKind::Action
                | DueKind::Referral
                | DueKind::OtherPlan
                | DueKind::Arrangement
                | DueKind::Rule(_) => DayMark::Other,
            },
        }
    }
}
