//! What a subject teacher says of a candidate's normal way of working.

use crate::domain::arrangement::{self, Evidence};
use crate::domain::date_words::Leaning;
use crate::domain::{Arrangement, ArrangementId, DraftKey, Edit, Refusal};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name};

/// The dialog's name, for drafts.
pub const NAME: &str = "evidence";

/// What a subject teacher says.
#[derive(Debug)]
pub struct EvidenceSheet {
    arrangement: ArrangementId,
    /// Its place among the evidence; none for what is new.
    at: Option<usize>,
}

/// The form of what another teacher says.
pub fn new(cx: &Context<'_>, arrangement: &Arrangement) -> FormView<EvidenceSheet> {
    form(cx, arrangement, None)
}

/// The form of what a teacher said, at its place among the evidence; none when it is gone.
pub fn of(
    cx: &Context<'_>,
    arrangement: &Arrangement,
    at: usize,
) -> Option<FormView<EvidenceSheet>> {
    arrangement.evidence.get(at)?;
    Some(form(cx, arrangement, Some(at)))
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<EvidenceSheet>> {
    let arrangements = &cx.desk.caseload.arrangements;
    match about.split_once('/') {
        Some((id, at)) => of(cx, arrangements.get(id.parse().ok()?)?, at.parse().ok()?),
        None => Some(new(cx, arrangements.get(about.parse().ok()?)?)),
    }
}

fn form(cx: &Context<'_>, arrangement: &Arrangement, at: Option<usize>) -> FormView<EvidenceSheet> {
    let before = at.and_then(|at| arrangement.evidence.get(at));
    let on = before.map_or_else(|| cx.desk.today(), |before| before.on);
    let text = |field: fn(&Evidence) -> &String| before.map_or("", |before| field(before));
    let fields = vec![
        Field::line("subject", "Subject", text(|one| &one.subject)).hint("maths, English"),
        Field::pick("by", "Teacher", text(|one| &one.by), cx.people_names()),
        Field::date("on", "On", Leaning::Back, Some(on)),
        Field::prose("words", "Says", 3, text(|one| &one.words))
            .hint("what the pupil does with and without it"),
    ];
    let sheet = EvidenceSheet {
        arrangement: arrangement.id,
        at,
    };
    FormView::new(sheet, fields)
}

impl Sheet for EvidenceSheet {
    fn key(&self) -> DraftKey {
        let about = match self.at {
            Some(at) => format!("{}/{at}", self.arrangement),
            None => self.arrangement.to_string(),
        };
        DraftKey {
            dialog: NAME.to_owned(),
            about,
        }
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let arrangement = cx.desk.caseload.arrangements.get(self.arrangement);
        arrangement.map_or_else(String::new, |arrangement| {
            let name = full_name(cx, arrangement.pupil);
            format!("{}: what a teacher says of {name}", arrangement.what)
        })
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let evidence = Evidence {
            on: form.needed_date("on", &cx.desk)?,
            subject: form.text("subject"),
            by: form.text("by"),
            words: form.text("words"),
        };
        match self.at {
            Some(at) => arrangement::put_evidence(&cx.desk, self.arrangement, at, evidence),
            None => arrangement::add_evidence(&cx.desk, self.arrangement, evidence),
        }
    }
}
