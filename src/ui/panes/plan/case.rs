//! [`Case`]: whose plan is open.

use crate::domain::{Cycle, Pupil, Stage, Standing};
use crate::ui::Context;

/// Whose plan is open: the pupil in hand, her newest cycle, and where she stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case<'a> {
    /// The pupil.
    pub pupil: &'a Pupil,
    /// Her newest cycle, if she has one.
    pub cycle: Option<&'a Cycle>,
    /// Where she stands.
    pub standing: Option<&'a Standing>,
}

impl<'a> Case<'a> {
    /// That of the pupil in hand, if there is one who may be shown.
    pub fn in_hand(cx: &Context<'a>) -> Option<Self> {
        let pupil = cx.pupil_in_hand()?;
        Some(Self {
            pupil,
            cycle: cx.desk.caseload.cycle_now(pupil.id),
            standing: cx.standing(pupil),
        })
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
