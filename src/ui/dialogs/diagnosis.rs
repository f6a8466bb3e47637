//! A diagnosis, or the way toward one.

use crate::domain::date_words::Leaning;
use crate::domain::{Diagnosis, DiagnosisId, Doubt, DraftKey, Edit, PupilId, Refusal, diagnosis};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name, key, new_for};

/// The dialog's name, for drafts.
pub const NAME: &str = "diagnosis";

/// A diagnosis, or the way toward one.
#[derive(Debug)]
pub struct DiagnosisSheet {
    pupil: PupilId,
    /// None for a new one.
    id: Option<DiagnosisId>,
}

/// The form of a new one.
pub fn new(cx: &Context<'_>, pupil: PupilId) -> FormView<DiagnosisSheet> {
    form(cx, None, &Diagnosis::new(DiagnosisId::new(0), pupil))
}

/// The form of one.
pub fn of(cx: &Context<'_>, diagnosis: &Diagnosis) -> FormView<DiagnosisSheet> {
    form(cx, Some(diagnosis.id), diagnosis)
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<DiagnosisSheet>> {
    let caseload = cx.desk.caseload;
    match new_for(about) {
        Some(pupil) => Some(new(cx, caseload.pupils.get(pupil)?.id)),
        None => Some(of(cx, caseload.diagnoses.get(about.parse().ok()?)?)),
    }
}

fn form(
    cx: &Context<'_>,
    id: Option<DiagnosisId>,
    diagnosis: &Diagnosis,
) -> FormView<DiagnosisSheet> {
    let sheet = DiagnosisSheet {
        pupil: diagnosis.pupil,
        id,
    };
    let day = |name, label, on| Field::date(name, label, Leaning::Back, on);
    let fields = vec![
        Field::line("what", "Of what", &diagnosis.what).hint("autism, ADHD, dyslexia, DLD"),
        day("suspected_on", "Suspected", diagnosis.suspected_on)
            .hint("when it was first thought of"),
        day("referred_on", "Referred", diagnosis.referred_on),
        Field::pick(
            "referred_to",
            "To",
            &diagnosis.referred_to,
            cx.people_names(),
        )
        .hint("a service or a person: CAMHS, the paediatrician"),
        day("waiting_since", "Waiting since", diagnosis.waiting_since)
            .hint("the day on the letter that put the pupil on the list"),
        day("confirmed_on", "Confirmed", diagnosis.confirmed_on).hint("empty while it is not"),
        Field::pick(
            "confirmed_by",
            "By",
            &diagnosis.confirmed_by,
            cx.people_names(),
        ),
        Field::line("dropped", "Given up, why", &diagnosis.dropped)
            .hint("not confirmed, no longer wanted: empty while it is open"),
        Field::prose("note", "Remark", 2, &diagnosis.note),
    ];
    FormView::new(sheet, fields)
}

impl DiagnosisSheet {
    fn read(&self, cx: &Context<'_>, form: &Form) -> Result<Diagnosis, Refusal> {
        let desk = &cx.desk;
        Ok(Diagnosis {
            what: form.text("what"),
            suspected_on: form.date("suspected_on", desk)?,
            referred_on: form.date("referred_on", desk)?,
            referred_to: form.text("referred_to"),
            waiting_since: form.date("waiting_since", desk)?,
            confirmed_on: form.date("confirmed_on", desk)?,
            confirmed_by: form.text("confirmed_by"),
            dropped: form.text("dropped"),
            note: form.text("note"),
            ..Diagnosis::new(self.id.unwrap_or_else(|| desk.ids.next()), self.pupil)
        })
    }
}

impl Sheet for DiagnosisSheet {
    fn key(&self) -> DraftKey {
        key(NAME, self.id.map(|id| id.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("Diagnosis or pathway of {}", full_name(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        diagnosis::put(&cx.desk, self.read(cx, form)?)
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        match self.read(cx, form) {
            Ok(read) => diagnosis::doubts(&read),
            Err(_) => Vec::new(),
        }
    }
}
