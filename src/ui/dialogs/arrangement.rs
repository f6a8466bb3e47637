//! An access arrangement for examinations and tests.

use crate::domain::date_words::{Leaning, with_year};
use crate::domain::{
    AccessForm, Arrangement, ArrangementId, Doubt, DraftKey, Edit, PupilId, Refusal, arrangement,
};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name, key, new_for};

/// The dialog's name, for drafts.
pub const NAME: &str = "arrangement";

/// What is often arranged, to pick from; anything else may be typed.
const OFTEN: [&str; 16] = [
    "25% extra time",
    "More than 25% extra time",
    "Supervised rest breaks",
    "Computer reader",
    "Reader",
    "Reading pen",
    "Read aloud",
    "Scribe",
    "Speech recognition",
    "Word processor",
    "Prompter",
    "Practical assistant",
    "Modified papers",
    "Coloured overlay or paper",
    "Separate room",
    "Bilingual dictionary",
];

/// An access arrangement.
#[derive(Debug)]
pub struct ArrangementSheet {
    pupil: PupilId,
    /// None for a new one.
    id: Option<ArrangementId>,
}

/// The form of a new arrangement.
pub fn new(cx: &Context<'_>, pupil: PupilId) -> FormView<ArrangementSheet> {
    form(cx, None, &Arrangement::new(ArrangementId::new(0), pupil))
}

/// The form of an arrangement.
pub fn of(cx: &Context<'_>, arrangement: &Arrangement) -> FormView<ArrangementSheet> {
    form(cx, Some(arrangement.id), arrangement)
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<ArrangementSheet>> {
    let caseload = cx.desk.caseload;
    match new_for(about) {
        Some(pupil) => Some(new(cx, caseload.pupils.get(pupil)?.id)),
        None => Some(of(cx, caseload.arrangements.get(about.parse().ok()?)?)),
    }
}

fn form(
    cx: &Context<'_>,
    id: Option<ArrangementId>,
    arrangement: &Arrangement,
) -> FormView<ArrangementSheet> {
    let sheet = ArrangementSheet {
        pupil: arrangement.pupil,
        id,
    };
    let often = OFTEN.map(str::to_owned).to_vec();
    let asked = arrangement.asked.map(f64::from);
    let numbers = cx.desk.rules.numbers(cx.desk.today());
    let months = numbers.access_arrangement_months;
    let expires = match arrangement.expires(cx.desk.rules) {
        Some(on) if arrangement.expires_on.is_none() => {
            format!("empty: {}, {months} months after it", with_year(on))
        }
        _ => format!("empty: {months} months after it"),
    };
    let day = |name, label, on| Field::date(name, label, Leaning::Back, on);
    let fields = vec![
        Field::pick("what", "Arrangement", &arrangement.what, often),
        Field::prose(
            "normal_way",
            "Normal way of working",
            2,
            &arrangement.normal_way,
        )
        .hint("since when, in which lessons, tests and mocks"),
        Field::number("asked", "Teachers asked", asked)
            .hint("how many were asked for evidence; what each says is added on the page"),
        Field::maybe("form", "Form", "not known yet", arrangement.form),
        day("assessed_on", "Assessed on", arrangement.assessed_on),
        Field::pick(
            "assessed_by",
            "By",
            &arrangement.assessed_by,
            cx.people_names(),
        ),
        Field::line("scores", "Scores", &arrangement.scores)
            .hint("as the assessor gives them: reading speed 82, processing 84"),
        day("approved_on", "Approved on", arrangement.approved_on),
        Field::line("reference", "AAO reference", &arrangement.reference)
            .hint("Access Arrangements Online"),
        Field::date(
            "expires_on",
            "Expires on",
            Leaning::Ahead,
            arrangement.expires_on,
        )
        .hint(expires),
        day("ended_on", "Given up on", arrangement.ended_on).hint("empty while it is wanted"),
    ];
    FormView::new(sheet, fields)
}

impl ArrangementSheet {
    fn read(&self, cx: &Context<'_>, form: &Form) -> Result<Arrangement, Refusal> {
        let desk = &cx.desk;
        let stored = self
            .id
            .map(|id| {
                let stored = desk.caseload.arrangements.get(id);
                stored.cloned().ok_or_else(|| Refusal::new(super::GONE))
            })
            .transpose()?;
        let before = stored.unwrap_or_else(|| Arrangement::new(desk.ids.next(), self.pupil));
        Ok(Arrangement {
            what: form.text("what"),
            normal_way: form.text("normal_way"),
            asked: form.whole("asked")?,
            form: form.choice::<AccessForm>("form"),
            assessed_on: form.date("assessed_on", desk)?,
            assessed_by: form.text("assessed_by"),
            scores: form.text("scores"),
            approved_on: form.date("approved_on", desk)?,
            reference: form.text("reference"),
            expires_on: form.date("expires_on", desk)?,
            ended_on: form.date("ended_on", desk)?,
            ..before
        })
    }
}

impl Sheet for ArrangementSheet {
    fn key(&self) -> DraftKey {
        key(NAME, self.id.map(|id| id.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("Access arrangement of {}", full_name(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        arrangement::put(&cx.desk, self.read(cx, form)?)
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        match self.read(cx, form) {
            Ok(read) => arrangement::doubts(&cx.desk, &read),
            Err(_) => Vec::new(),
        }
    }
}
