//! What the school knows of a pupil as yes or no.

use crate::domain::{DraftKey, Edit, Pupil, PupilId, Refusal, pupil};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name, key};

/// The dialog's name, for drafts.
pub const NAME: &str = "flags";

/// What is known of a pupil as yes or no.
#[derive(Debug)]
pub struct Flags {
    pupil: PupilId,
}

/// The form.
pub fn of(pupil: &Pupil) -> FormView<Flags> {
    let fields = vec![
        Field::known("pp", "Pupil premium", pupil.pp),
        Field::known("fsm", "Free school meals", pupil.fsm),
        Field::known("eal", "EAL", pupil.eal).hint("which is no special educational need"),
        Field::known("cla", "Looked after", pupil.cla).hint("by a local authority"),
        Field::known("cla_before", "Was looked after", pupil.cla_before)
            .hint("adopted, or with a special guardian, after care"),
        Field::known("service", "Service child", pupil.service).hint("a parent in the forces"),
        Field::known("young_carer", "Young carer", pupil.young_carer),
    ];
    FormView::new(Flags { pupil: pupil.id }, fields)
}

/// The form that a draft was typed in; none when the pupil is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<Flags>> {
    let id: PupilId = about.parse().ok()?;
    Some(of(cx.desk.caseload.pupils.get(id)?))
}

impl Sheet for Flags {
    fn key(&self) -> DraftKey {
        key(NAME, Some(self.pupil.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("Flags of {}", full_name(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let stored = cx.desk.caseload.pupil(self.pupil)?.clone();
        let flagged = Pupil {
            pp: form.known("pp"),
            fsm: form.known("fsm"),
            eal: form.known("eal"),
            cla: form.known("cla"),
            cla_before: form.known("cla_before"),
            service: form.known("service"),
            young_carer: form.known("young_carer"),
            ..stored
        };
        pupil::change(&cx.desk, flagged)
    }
}
