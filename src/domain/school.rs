//! [`School`]: a school of the caseload, with its year's dates.

mod change;

use serde::{Deserialize, Serialize};

use super::{Closure, Id, NcYear, Term};
pub(super) use change::held;
pub use change::{SchoolDetails, change};

/// The id of a [`School`].
pub type SchoolId = Id<School>;

/// A school, with the dates the SENCO entered: schools set their own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct School {
    /// Its id.
    pub id: SchoolId,
    /// "Oakfield Primary School".
    pub name: String,
    /// The local authority that maintains its pupils' plans, when they are all of one.
    pub authority: String,
    /// The years after which its pupils move on (a first school's is not a primary's): phase transfer, reg 18.
    pub leaving_years: Vec<NcYear>,
    /// Half terms, each with its first and last day.
    pub terms: Vec<Term>,
    /// INSET days and local closures.
    pub closures: Vec<Closure>,
}
