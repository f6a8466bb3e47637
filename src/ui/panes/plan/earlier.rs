//! [`Earlier`]: how the earlier cycle that is turned to stood at its end.

use crate::domain::{Cycle, CycleId, Standing};
use crate::ui::Context;

/// How the earlier cycle that is turned to stood at its end: read from the log once for each state of the caseload.
#[derive(Debug, Default)]
pub(super) struct Earlier {
    of: Option<(CycleId, u64)>,
    standing: Option<Standing>,
}

impl Earlier {
    /// Reads it, if an earlier cycle is turned to and it is not read yet.
    pub fn renew(&mut self, cx: &Context<'_>) {
        let caseload = cx.desk.caseload;
        let Some(cycle) = turned_to(cx) else {
            return;
        };
        let of = Some((cycle.id, caseload.version()));
        if self.of == of {
            return;
        }
        let dossier = cx.log.dossier(caseload, cx.standings, cycle.pupil);
        self.of = of;
        self.standing = dossier
            .ok()
            .flatten()
            .map(|dossier| Standing::at_end_of(&cx.desk, cycle, &dossier));
    }

    /// How a cycle stood; none while another was read.
    pub fn standing(&self, cycle: &Cycle) -> Option<&Standing> {
        let (of, _) = self.of?;
        self.standing.as_ref().filter(|_| of == cycle.id)
    }
}

/// The earlier cycle of the pupil in hand that is turned to; none where it is her newest.
pub(super) fn turned_to<'a>(cx: &Context<'a>) -> Option<&'a Cycle> {
    let pupil = cx.pupil_in_hand()?.id;
    let cycle = cx.desk.caseload.cycles.get(cx.hand.cycle?)?;
    let newest = cx.desk.caseload.cycle_now(pupil)?;
    (cycle.pupil == pupil && cycle.id != newest.id).then_some(cycle)
}
