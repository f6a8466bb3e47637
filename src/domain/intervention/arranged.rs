//! [`Arranged`]: what was arranged of an intervention.

use chrono::NaiveDate;

use crate::domain::{Area, Keeping, Slot};

/// What was arranged of an intervention, names as they were typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arranged {
    /// The provision: of the catalogue, of the starter list, or a new one.
    pub provision: String,
    /// The area of a new provision.
    pub area: Option<Area>,
    /// The wave of a new provision.
    pub wave: u8,
    /// What staff call this run of it; empty for the provision's own name.
    pub name: String,
    /// Who gives the sessions; somebody not known yet becomes one of the staff. Empty when that is open.
    pub led_by: String,
    /// First day.
    pub began_on: NaiveDate,
    /// Last day, when agreed.
    pub ends_on: Option<NaiveDate>,
    /// How its sessions are kept.
    pub keeping: Keeping,
    /// Minutes of a session; none for the provision's own.
    pub minutes: Option<u32>,
    /// The weekly timetable.
    pub slots: Vec<Slot>,
    /// Where; may be empty.
    pub room: String,
    /// The pupils who join, one a line or with semicolons between.
    pub pupils: String,
    /// The day they join, where it is not the first.
    pub joining_on: Option<NaiveDate>,
}
