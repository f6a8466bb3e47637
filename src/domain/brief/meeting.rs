use chrono::{NaiveDate, NaiveTime};

use crate::domain::{Code, Dossier, ReviewId, ReviewKind};

/// A review that is booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The review.
    pub review: ReviewId,
    /// The day.
    pub on: NaiveDate,
    /// The time.
    pub at: Option<NaiveTime>,
    /// The room; may be empty.
    pub room: String,
    /// What it is: "review", "annual review".
    pub what: &'static str,
    /// Which it is of this year's: "1 of 3". None for a review of an EHC plan.
    pub number: Option<String>,
    /// Who is asked.
    pub who: Vec<String>,
}

impl Meeting {
    /// The next one of a pupil's.
    pub(super) fn next(dossier: &Dossier) -> Option<Self> {
        let review = dossier.next_review()?;
        let number = match review.kind {
            ReviewKind::Support => Some(dossier.standing.reviews_this_year.next()),
            ReviewKind::Annual | ReviewKind::Transfer | ReviewKind::Interim => None,
        };
        let who = review.invited.iter();
        Some(Self {
            review: review.id,
            on: review.on,
            at: review.at,
            room: review.room.clone(),
            what: review.kind.label(),
            number,
            who: who
                .map(|invitee| dossier.who(&invitee.name, invitee.person).to_owned())
                .collect(),
        })
    }
}
