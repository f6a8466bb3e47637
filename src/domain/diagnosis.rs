//! [`Diagnosis`]: a diagnosis, or the way toward one; and what is done with one.

mod edits;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Id, PupilId, date_words::with_year};

pub use edits::{doubts, put, remove};

/// The id of a [`Diagnosis`].
pub type DiagnosisId = Id<Diagnosis>;

/// A diagnosis, or the way toward one: suspected, referred, waiting, confirmed. It is never needed for SEN support (CoP
/// 6.21, 6.27), and is no type of need by itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Diagnosis {
    /// Its id.
    pub id: DiagnosisId,
    /// The pupil.
    pub pupil: PupilId,
    /// Of what: "autism", "ADHD", "dyslexia".
    pub what: String,
    /// When it was first suspected.
    pub suspected_on: Option<NaiveDate>,
    /// When she was referred.
    pub referred_on: Option<NaiveDate>,
    /// To whom.
    pub referred_to: String,
    /// Since when she is on a waiting list.
    pub waiting_since: Option<NaiveDate>,
    /// When it was confirmed.
    pub confirmed_on: Option<NaiveDate>,
    /// By whom.
    pub confirmed_by: String,
    /// Why it is no longer sought, or that it was not confirmed.
    pub dropped: String,
    /// A remark.
    pub note: String,
}

impl Diagnosis {
    /// One of which nothing is written yet.
    pub fn new(id: DiagnosisId, pupil: PupilId) -> Self {
        Self {
            id,
            pupil,
            what: String::new(),
            suspected_on: None,
            referred_on: None,
            referred_to: String::new(),
            waiting_since: None,
            confirmed_on: None,
            confirmed_by: String::new(),
            dropped: String::new(),
            note: String::new(),
        }
    }

    /// Whether it is confirmed: somebody or a day says so.
    pub fn is_confirmed(&self) -> bool {
        self.confirmed_on.is_some() || !self.confirmed_by.is_empty()
    }

    /// Whether it is neither confirmed nor given up.
    pub fn is_open(&self) -> bool {
        !self.is_confirmed() && self.dropped.is_empty()
    }

    /// How far it is, with its day: "confirmed 4 May 2025 by Dr Lin", "waiting since 3 Mar 2026".
    pub fn stage(&self) -> String {
        let with_day = |stage: &str, on: Option<NaiveDate>| match on {
            Some(on) => format!("{stage} {}", with_year(on)),
            None => stage.to_owned(),
        };
        if self.is_confirmed() {
            let confirmed = with_day("confirmed", self.confirmed_on);
            return match self.confirmed_by.as_str() {
                "" => confirmed,
                by => format!("{confirmed} by {by}"),
            };
        }
        if !self.dropped.is_empty() {
            return self.dropped.clone();
        }
        match (self.waiting_since, self.referred_on) {
            (Some(since), _) => format!("waiting since {}", with_year(since)),
            (None, Some(on)) => format!("referred {}", with_year(on)),
            (None, None) if !self.referred_to.is_empty() => "referred".to_owned(),
            (None, None) => with_day("suspected", self.suspected_on),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::{AISHA, date};

    #[test]
    fn it_says_how_far_it_is() {
        let autism = |change: fn(&mut Diagnosis)| {
            let mut diagnosis = Diagnosis::new(DiagnosisId::new(90), AISHA);
            change(&mut diagnosis);
            (diagnosis.stage(), diagnosis.is_open())
        };
        let said = |words: &str, open| (words.to_owned(), open);
        assert_eq!(autism(|_| {}), said("suspected", true));
        assert_eq!(
            autism(|one| one.suspected_on = Some(date("2026-01-12"))),
            said("suspected 12 Jan 2026", true)
        );
        assert_eq!(
            autism(|one| one.referred_on = Some(date("2026-02-02"))),
            said("referred 2 Feb 2026", true)
        );
        assert_eq!(
            autism(|one| {
                one.referred_on = Some(date("2026-02-02"));
                one.waiting_since = Some(date("2026-03-03"));
            }),
            said("waiting since 3 Mar 2026", true)
        );
        assert_eq!(
            autism(|one| one.confirmed_by = "Dr Lin".into()),
            said("confirmed by Dr Lin", false)
        );
        assert_eq!(
            autism(|one| one.dropped = "not confirmed".into()),
            said("not confirmed", false)
        );
    }
}
