//! [`Case`]: whose plan is open, and which of her cycles.

use chrono::NaiveDate;

use super::earlier::{self, Earlier};
use crate::domain::{Cycle, Pupil, Review, Stage, Standing};
use crate::ui::Context;

/// Whose plan is open: the pupil in hand, one of her cycles, and where she stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case<'a> {
    /// The pupil.
    pub pupil: &'a Pupil,
    /// The cycle that is turned to, if she has one: her newest, or an earlier one.
    pub cycle: Option<&'a Cycle>,
    /// Where she stands; at the end of the cycle, where that is an earlier one.
    pub standing: Option<&'a Standing>,
    /// Her newest cycle, where an earlier one is turned to.
    pub newest: Option<&'a Cycle>,
}

impl<'a> Case<'a> {
    /// That of the pupil in hand, if there is one who may be shown.
    pub fn in_hand(cx: &Context<'a>, earlier: &'a Earlier) -> Option<Self> {
        let pupil = cx.pupil_in_hand()?;
        let newest = cx.desk.caseload.cycle_now(pupil.id);
        Some(match earlier::turned_to(cx) {
            Some(cycle) => Self {
                pupil,
                cycle: Some(cycle),
                standing: earlier.standing(cycle),
                newest,
            },
            None => Self {
                pupil,
                cycle: newest,
                standing: cx.standing(pupil),
                newest: None,
            },
        })
    }

    /// Whether an earlier cycle is turned to.
    pub fn is_earlier(&self) -> bool {
        self.newest.is_some()
    }

    /// The last day of an earlier cycle; none of the newest, which goes on.
    pub fn until(&self, cx: &Context<'_>) -> Option<NaiveDate> {
        let cycle = self.cycle.filter(|_| self.is_earlier())?;
        cycle.last_day(cx.desk.caseload)
    }

    /// What a part that holds nothing says: how to add something, where that can be done.
    pub fn none<'w>(&self, words: &'w str) -> &'w str {
        if self.is_earlier() { "none" } else { words }
    }

    /// Whether a review is among what is shown: in an earlier cycle only those of that cycle are.
    pub fn shows(&self, review: &Review) -> bool {
        !self.is_earlier() || review.cycle == self.cycle.map(|cycle| cycle.id)
    }

    /// Whether she has a cycle that is not reviewed yet.
    pub fn is_open(&self) -> bool {
        self.cycle.is_some_and(|cycle| !cycle.is_closed())
    }

    /// The stage she is at; none without a cycle.
    pub fn stage(&self, cx: &Context<'_>) -> Option<Stage> {
        self.cycle.map(|cycle| cycle.stage(cx.desk.today()))
    }

    /// The page that is turned to: the one chosen last, else that of the stage she is at.
    pub fn page(&self, cx: &Context<'_>) -> Stage {
        cx.hand
            .page
            .or_else(|| self.stage(cx))
            .unwrap_or(Stage::Assess)
    }
}
