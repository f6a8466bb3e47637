//! An outcome: the long-term aim that targets are steps toward.

use crate::domain::date_words::Leaning;
use crate::domain::{
    Area, DraftKey, Edit, Outcome, OutcomeId, OutcomeSource, PupilId, Refusal, Status, outcome,
};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "outcome";

/// An outcome of a pupil: it outlasts cycles.
#[derive(Debug)]
pub struct OutcomeSheet {
    pupil: PupilId,
    /// None for a new one.
    id: Option<OutcomeId>,
}

/// The form of a new outcome of a pupil; of one with an EHC plan it comes from there unless changed.
pub fn new(cx: &Context<'_>, pupil: PupilId) -> FormView<OutcomeSheet> {
    let mut blank = blank(pupil);
    if cx.desk.caseload.status_of(pupil) == Status::E {
        blank.source = OutcomeSource::EhcPlan;
    }
    form(&blank, None)
}

/// The form of a new outcome of a pupil's EHC plan.
pub fn of_plan(pupil: PupilId) -> FormView<OutcomeSheet> {
    let blank = Outcome {
        source: OutcomeSource::EhcPlan,
        ..blank(pupil)
    };
    form(&blank, None)
}

/// The form of an outcome.
pub fn of(outcome: &Outcome) -> FormView<OutcomeSheet> {
    form(outcome, Some(outcome.id))
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<OutcomeSheet>> {
    match super::new_for(about) {
        Some(pupil) => Some(new(cx, pupil)),
        None => Some(of(cx.desk.caseload.outcomes.get(about.parse().ok()?)?)),
    }
}

fn blank(pupil: PupilId) -> Outcome {
    Outcome {
        id: OutcomeId::new(0),
        pupil,
        area: None,
        code: String::new(),
        words: String::new(),
        source: OutcomeSource::School,
        by: None,
        ended_on: None,
    }
}

fn form(outcome: &Outcome, id: Option<OutcomeId>) -> FormView<OutcomeSheet> {
    FormView::new(
        OutcomeSheet {
            pupil: outcome.pupil,
            id,
        },
        vec![
            Field::prose("words", "Outcome", 3, &outcome.words)
                .hint("by the end of the year or key stage: can make needs known to any adult"),
            Field::maybe("area", "Area of need", "not said", outcome.area),
            Field::choice("source", "From", outcome.source).given(),
            Field::line("code", "Code", &outcome.code).hint("as section E has it: E1"),
            Field::date("by", "By", Leaning::Ahead, outcome.by).hint("end of year, jul 2027"),
            Field::date(
                "ended_on",
                "Met or put aside",
                Leaning::Back,
                outcome.ended_on,
            )
            .hint("empty while it stands"),
        ],
    )
}

impl OutcomeSheet {
    fn before(&self, cx: &Context<'_>) -> Result<Outcome, Refusal> {
        match self.id {
            Some(id) => {
                let found = cx.desk.caseload.outcomes.get(id);
                found.cloned().ok_or_else(|| Refusal::new(super::GONE))
            }
            None => Ok(Outcome {
                id: cx.desk.ids.next(),
                ..blank(self.pupil)
            }),
        }
    }
}

impl Sheet for OutcomeSheet {
    fn key(&self) -> DraftKey {
        super::key(NAME, self.id.map(|id| id.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let name = super::called(cx, self.pupil);
        match self.id {
            Some(_) => format!("Outcome for {name}"),
            None => format!("New outcome for {name}"),
        }
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let after = Outcome {
            words: form.text("words"),
            area: form.choice::<Area>("area"),
            source: form.choice("source").unwrap_or(OutcomeSource::School),
            code: form.text("code"),
            by: form.date("by", &cx.desk)?,
            ended_on: form.date("ended_on", &cx.desk)?,
            ..self.before(cx)?
        };
        outcome::put(&cx.desk, after)
    }
}
