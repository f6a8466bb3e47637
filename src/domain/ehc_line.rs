//! [`EhcLine`]: a line of an EHC plan's section F; and what is done with one.

mod edits;
mod lacking;
mod means;

use serde::{Deserialize, Serialize};

use super::{Id, OutcomeId, PersonId, PupilId};

pub use edits::{put, remove, without};
pub use lacking::{Lacking, lacking};
pub use means::Means;

/// The id of an [`EhcLine`].
pub type EhcLineId = Id<EhcLine>;

/// A line of section F: provision that an EHC plan specifies and that the pupil must be given (Children and Families Act
/// 2014 s.42), with what she is given for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EhcLine {
    /// Its id.
    pub id: EhcLineId,
    /// The pupil.
    pub pupil: PupilId,
    /// The outcome of section E that it serves.
    pub outcome: Option<OutcomeId>,
    /// The provision, in the plan's words.
    pub words: String,
    /// How much, as the plan has it: "30 min weekly".
    pub amount: String,
    /// Who gives it, by name.
    pub who: String,
    /// The person, once matched.
    pub person: Option<PersonId>,
    /// What she is given for it; none while nothing is arranged.
    pub means: Option<Means>,
}

impl EhcLine {
    /// A line of which nothing is written yet.
    pub fn new(id: EhcLineId, pupil: PupilId) -> Self {
        Self {
            id,
            pupil,
            outcome: None,
            words: String::new(),
            amount: String::new(),
            who: String::new(),
            person: None,
            means: None,
        }
    }

    /// In a few words: "speech work in a pair, 30 min weekly".
    pub fn short(&self) -> String {
        match self.amount.as_str() {
            "" => self.words.clone(),
            amount => format!("{}, {amount}", self.words.trim_end_matches('.')),
        }
    }
}
