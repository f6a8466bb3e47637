//! [`Review`]: a dated event that judges a cycle or an EHC plan.

mod booking;
mod held;
mod papers;
mod run;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::{Agreement, CycleId, Decision, Id, Invitee, Judgement, PupilId, ReviewKind, Verdict};

pub use booking::{Booking, book, cancel, rebook, whom_to_invite};
pub use held::{Follows, Held, correct, hold, leaves, may_open_cycle};
pub use papers::{papers_out, report_sent};
pub use run::{Run, RunRefused, run, waiting};

/// The id of a [`Review`].
pub type ReviewId = Id<Review>;

/// A review: booked, then held. What it judged and decided is kept with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// Its id.
    pub id: ReviewId,
    /// The pupil.
    pub pupil: PupilId,
    /// The cycle it judges; none for a review of an EHC plan alone.
    pub cycle: Option<CycleId>,
    /// What it reviews.
    pub kind: ReviewKind,
    /// The day it is booked for.
    pub on: NaiveDate,
    /// The time.
    pub at: Option<NaiveTime>,
    /// The room.
    pub room: String,
    /// Who is asked, and who came.
    pub invited: Vec<Invitee>,
    /// When the papers went out (reg 20(4): two weeks before an EHC plan's review).
    pub papers_out_on: Option<NaiveDate>,
    /// The day it was held.
    pub held_on: Option<NaiveDate>,
    /// What it found of each target.
    pub judgements: Vec<Judgement>,
    /// What it decided about each intervention.
    pub verdicts: Vec<Verdict>,
    /// The pupil's words, as said.
    pub pupil_words: String,
    /// The family's words, as said.
    pub family_words: String,
    /// The decision.
    pub decision: Option<Decision>,
    /// Why.
    pub reason: String,
    /// Whether the family agrees.
    pub agreement: Option<Agreement>,
    /// When the report went to the local authority and everyone asked (reg 20(7): two weeks after).
    pub report_sent_on: Option<NaiveDate>,
}

impl Review {
    /// A review booked for a day.
    pub fn booked(id: ReviewId, pupil: PupilId, kind: ReviewKind, on: NaiveDate) -> Self {
        Self {
            id,
            pupil,
            cycle: None,
            kind,
            on,
            at: None,
            room: String::new(),
            invited: Vec::new(),
            papers_out_on: None,
            held_on: None,
            judgements: Vec::new(),
            verdicts: Vec::new(),
            pupil_words: String::new(),
            family_words: String::new(),
            decision: None,
            reason: String::new(),
            agreement: None,
            report_sent_on: None,
        }
    }

    /// Whether it is of an EHC plan, and so bound by the law's dates.
    pub fn is_of_plan(&self) -> bool {
        self.kind != ReviewKind::Support
    }
}
