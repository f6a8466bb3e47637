//! [`Measures`]: the measures that the page Do shows.

use crate::domain::{Cycle, Measure, MeasureId, PupilId, TargetId};
use crate::ui::Context;
use crate::ui::panes::plan::Case;

/// The measures of a pupil, read from the log once for each state of the caseload.
#[derive(Debug, Default)]
pub(super) struct Measures {
    of: Option<(PupilId, u64)>,
    /// The newest first.
    pub all: Vec<Measure>,
}

impl Measures {
    /// Reads them, if they are another pupil's or anything was saved since.
    pub fn renew(&mut self, cx: &Context<'_>, pupil: PupilId) {
        let of = Some((pupil, cx.desk.caseload.version()));
        if self.of != of {
            self.of = of;
            self.all = cx.log.measures(pupil).unwrap_or_default();
            self.all
                .sort_by_key(|measure| std::cmp::Reverse((measure.on, measure.id)));
        }
    }

    /// Those taken while a cycle ran, and those of its targets; none while they are another pupil's.
    pub fn of_cycle<'a>(
        &'a self,
        cx: &Context<'_>,
        case: &Case<'_>,
        cycle: &Cycle,
    ) -> impl Iterator<Item = &'a Measure> {
        let targets = cx.desk.caseload.targets_of(cycle);
        let targets: Vec<TargetId> = targets.into_iter().map(|target| target.id).collect();
        let (pupil, began_on) = (cycle.pupil, cycle.began_on);
        let until = case.until(cx);
        self.all.iter().filter(move |measure| {
            let is_of_target = measure.target.is_some_and(|id| targets.contains(&id));
            let is_within = measure.on >= began_on && until.is_none_or(|last| measure.on <= last);
            measure.pupil == pupil && (is_within || is_of_target)
        })
    }

    /// One of them.
    pub fn get(&self, id: MeasureId) -> Option<&Measure> {
        self.all.iter().find(|measure| measure.id == id)
    }
}
