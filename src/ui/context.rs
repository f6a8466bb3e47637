//! [`Context`]: what a view sees of the rest.

use super::{Hand, Look};
use crate::domain::{Desk, Pupil, Standing, Standings};
use crate::store::Log;

/// What a view sees of the rest: the register, the log, and how to look. It changes nothing.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The register, the rules, the calendar and the time.
    pub desk: Desk<'a>,
    /// What is derived about each pupil.
    pub standings: &'a Standings,
    /// The log, read from the file.
    pub log: Log<'a>,
    /// The pupil in hand.
    pub hand: &'a Hand,
    /// Colours and names.
    pub look: &'a Look,
}

impl<'a> Context<'a> {
    /// The pupil in hand, if she may be shown.
    pub fn pupil_in_hand(&self) -> Option<&'a Pupil> {
        let pupil = self.desk.caseload.pupils.get(self.hand.pupil?)?;
        self.look.may_show(pupil.id).then_some(pupil)
    }

    /// What is derived about a pupil.
    pub fn standing(&self, pupil: &Pupil) -> Option<&'a Standing> {
        self.standings.get(pupil.id)
    }
}
