//! [`Tie`]: what ties a person to a pupil.

use serde::{Deserialize, Serialize};

use super::{Id, Papers, PersonId, PupilId};

/// The id of a [`Tie`].
pub type TieId = Id<Tie>;

/// A contact: a parent, carer, teacher or professional attached to a pupil.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tie {
    /// Its id.
    pub id: TieId,
    /// The pupil.
    pub pupil: PupilId,
    /// The adult.
    pub person: PersonId,
    /// "mother", "class teacher", "EP".
    pub relation: String,
    /// Has parental responsibility.
    pub responsibility: bool,
    /// Has care of the child: in education law that makes a parent (Education Act 1996 s.576).
    pub care: bool,
    /// Whether she gets the pupil's papers.
    pub papers: Papers,
    /// What to mind: "interpreter (Urdu)", "ask before sharing".
    pub careful: String,
}
