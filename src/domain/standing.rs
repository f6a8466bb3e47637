//! Stub.

use std::collections::BTreeMap;

use super::{Desk, PupilId};

/// Stub.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Stub.
    pub pupil: PupilId,
}

/// Stub.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standings(BTreeMap<PupilId, Standing>);

/// Stub.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures;

impl Standings {
    /// Stub.
    pub fn get(&self, pupil: PupilId) -> Option<&Standing> {
        self.0.get(&pupil)
    }
    /// Stub.
    pub fn of_all(_desk: &Desk<'_>, _figures: &Figures) -> Self {
        Self::default()
    }
    /// Stub.
    pub fn work_out(&mut self, _desk: &Desk<'_>, _pupil: PupilId, _figures: &Figures) {}
}
/// Stub.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Today {
    counts: Counts,
}
impl Today {
    /// Stub.
    pub fn of(_desk: &Desk<'_>, _standings: &Standings) -> Self {
        Self::default()
    }
    /// Stub.
    pub fn counts(&self) -> Counts {
        self.counts
    }
}
/// The pulse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    n: u32,
}
impl Counts {
    /// Lines.
    pub fn lines(&self) -> Vec<String> {
        vec![self.n.to_string()]
    }
}
impl std::fmt::Display for Counts {
    fn fmt(&self, _f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
