//! [`Hand`]: the pupil in hand, and those that follow her.

use std::collections::BTreeSet;

use super::LogPage;
use crate::domain::{CycleId, PupilId, Stage};

/// The pupil in hand, the ones that `<` and `>` go through, and the pages of the plan and the log that were turned to last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hand {
    /// The pupil in hand.
    pub pupil: Option<PupilId>,
    /// The marked pupils, or those a list showed, in its order.
    pub row: Vec<PupilId>,
    /// The pupils marked on the screen Pupils: what is done to marked pupils is done to these.
    pub marked: BTreeSet<PupilId>,
    /// The page of the plan; none means the stage she is at.
    pub page: Option<Stage>,
    /// The earlier cycle of the pupil in hand that the plan is turned to; none means her newest.
    pub cycle: Option<CycleId>,
    /// The page of the log that was turned to last.
    pub log: LogPage,
}

impl Hand {
    /// Takes a pupil in hand, or puts the one in hand down; another pupil's plan begins at her newest cycle.
    pub fn take(&mut self, pupil: Option<PupilId>) {
        if self.pupil != pupil {
            self.cycle = None;
        }
        self.pupil = pupil;
    }

    /// The pupil `by` places further in the row, if there is one.
    pub fn beside(&self, by: isize) -> Option<PupilId> {
        let place = self.place()?.checked_add_signed(by)?;
        self.row.get(place).copied()
    }

    /// Keeps only pupils who may be shown.
    pub fn keep_only(&mut self, may_show: impl Fn(PupilId) -> bool) {
        self.pupil = self.pupil.filter(|pupil| may_show(*pupil));
        self.row.retain(|pupil| may_show(*pupil));
        self.marked.retain(|pupil| may_show(*pupil));
    }

    /// Where the pupil in hand stands in the row, from 0.
    pub fn place(&self) -> Option<usize> {
        self.row.iter().position(|pupil| Some(*pupil) == self.pupil)
    }
}
