//! [`Provision`]: a kind of support in the school's catalogue.

use serde::{Deserialize, Serialize};

use super::{Area, Id};

/// The id of a [`Provision`].
pub type ProvisionId = Id<Provision>;

/// A kind of support in the school's catalogue. Run for named pupils between two dates it is an
/// [`Intervention`](super::Intervention).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Provision {
    /// Its id.
    pub id: ProvisionId,
    /// "Phonics catch-up".
    pub name: String,
    /// The broad area of need it serves.
    pub area: Option<Area>,
    /// 1 universal, 2 targeted, 3 specialist.
    pub wave: u8,
    /// Minutes of a session, as a rule.
    pub minutes: Option<u32>,
    /// Pupils in a group, as a rule.
    pub group_size: Option<u32>,
    /// Cost of the adult, pence an hour.
    pub pence_an_hour: Option<i64>,
    /// What is done.
    pub words: String,
}
