//! [`Tie`]: what ties a person to a pupil.

use serde::{Deserialize, Serialize};

use super::{ContactWay, Id, Papers, PersonId, PupilId};

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
    /// Has parental responsibility; none when that is not known.
    pub responsibility: Option<bool>,
    /// Has care of the child: in education law that makes a parent (Education Act 1996 s.576).
    pub care: bool,
    /// Whether she gets the pupil's papers.
    pub papers: Papers,
    /// Why she gets none, or why she is asked first: an order of a court, an agreement.
    #[serde(default)]
    pub papers_why: String,
    /// How she would rather be reached.
    #[serde(default)]
    pub way: Option<ContactWay>,
    /// The language of the interpreter she needs.
    #[serde(default)]
    pub interpreter: String,
    /// What to mind: "interpreter (Urdu)", "ask before sharing".
    pub careful: String,
}

impl Tie {
    /// A contact of whom nothing is known yet, and who gets the papers.
    pub fn new(id: TieId, pupil: PupilId, person: PersonId) -> Self {
        Self {
            id,
            pupil,
            person,
            relation: String::new(),
            responsibility: None,
            care: false,
            papers: Papers::Yes,
            papers_why: String::new(),
            way: None,
            interpreter: String::new(),
            careful: String::new(),
        }
    }

    /// Whether she is a parent in education law: with parental responsibility or care (Education Act 1996 s.576).
    pub fn is_parent(&self) -> bool {
        self.responsibility == Some(true) || self.care
    }
}
