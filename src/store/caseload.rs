//! Loading the register.

use super::table::all;
use super::{Store, StoreError};
use crate::domain::{Caseload, Change, Record};

impl Store {
    /// Reads the whole register into memory.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn load(&self) -> Result<Caseload, StoreError> {
        let conn = &self.conn;
        let mut caseload = Caseload::default();
        caseload.schools = all(conn)?.into_iter().collect();
        caseload.people = all(conn)?.into_iter().collect();
        caseload.ties = all(conn)?.into_iter().collect();
        caseload.pupils = all(conn)?.into_iter().collect();
        caseload.status_periods = all(conn)?.into_iter().collect();
        caseload.ehc_events = all(conn)?.into_iter().collect();
        caseload.cycles = all(conn)?.into_iter().collect();
        caseload.outcomes = all(conn)?.into_iter().collect();
        caseload.targets = all(conn)?.into_iter().collect();
        caseload.strategies = all(conn)?.into_iter().collect();
        caseload.provisions = all(conn)?.into_iter().collect();
        caseload.interventions = all(conn)?.into_iter().collect();
        caseload.reviews = all(conn)?.into_iter().collect();
        caseload.actions = all(conn)?.into_iter().collect();
        caseload.referrals = all(conn)?.into_iter().collect();
        caseload.other_plans = all(conn)?.into_iter().collect();
        caseload.half_days = all(conn)?.into_iter().collect();
        caseload.arrangements = all(conn)?.into_iter().collect();
        caseload.diagnoses = all(conn)?.into_iter().collect();
        caseload.ehc_lines = all(conn)?.into_iter().collect();
        caseload.hand_overs = all(conn)?.into_iter().collect();
        caseload.documents = all(conn)?.into_iter().collect();
        caseload.settings = all(conn)?.into_iter().collect();
        caseload.import_bases = all(conn)?.into_iter().collect();
        caseload.import_layouts = all(conn)?.into_iter().collect();
        // Through `apply`, which keeps the index by intervention.
        for place in all(conn)? {
            caseload.apply(Change::Put(Record::Place(place)));
        }
        Ok(caseload)
    }
}
