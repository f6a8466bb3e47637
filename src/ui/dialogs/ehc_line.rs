//! A line of section F of an EHC plan, and what is given for it.

use crate::domain::ehc_line::{self, Means};
use crate::domain::{DraftKey, Edit, EhcLine, EhcLineId, OutcomeSource, PupilId, Refusal, fold};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name, key, new_for};

/// The dialog's name, for drafts.
pub const NAME: &str = "ehc_line";

/// A line of section F.
#[derive(Debug)]
pub struct EhcLineSheet {
    pupil: PupilId,
    /// None for a new one.
    id: Option<EhcLineId>,
}

/// The form of a new line.
pub fn new(cx: &Context<'_>, pupil: PupilId) -> FormView<EhcLineSheet> {
    form(cx, None, &EhcLine::new(EhcLineId::new(0), pupil))
}

/// The form of a line.
pub fn of(cx: &Context<'_>, line: &EhcLine) -> FormView<EhcLineSheet> {
    form(cx, Some(line.id), line)
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<EhcLineSheet>> {
    let caseload = cx.desk.caseload;
    match new_for(about) {
        Some(pupil) => Some(new(cx, caseload.pupils.get(pupil)?.id)),
        None => Some(of(cx, caseload.ehc_lines.get(about.parse().ok()?)?)),
    }
}

fn form(cx: &Context<'_>, id: Option<EhcLineId>, line: &EhcLine) -> FormView<EhcLineSheet> {
    let sheet = EhcLineSheet {
        pupil: line.pupil,
        id,
    };
    let who = cx.desk.caseload.who(&line.who, line.person);
    let serves = line.outcome.map(|id| id.to_string()).unwrap_or_default();
    let given = line.means.as_ref().and_then(|means| words(cx, means));
    let names = offered(cx, line.pupil).into_iter().map(|(name, _)| name);
    let fields = vec![
        Field::prose("words", "Provision", 3, &line.words).hint("in the words of section F"),
        Field::line("amount", "Amount", &line.amount).hint("as the plan has it: 30 min weekly"),
        Field::pick("who", "Given by", who, cx.people_names()).hint("a person or a role"),
        Field::options("outcome", "For", outcomes(cx, line.pupil), &serves),
        Field::pick(
            "means",
            "Arranged as",
            &given.unwrap_or_default(),
            names.collect(),
        )
        .hint("an intervention or a strategy, or your own words; empty: not arranged"),
    ];
    FormView::new(sheet, fields)
}

/// The outcomes of section E to choose from.
fn outcomes(cx: &Context<'_>, pupil: PupilId) -> Vec<(String, String)> {
    let none = (String::new(), "no outcome named".to_owned());
    let outcomes = cx.desk.caseload.outcomes.of(pupil);
    let of_plan = outcomes.filter(|outcome| outcome.source == OutcomeSource::EhcPlan);
    let options = of_plan.map(|outcome| (outcome.id.to_string(), outcome.listed()));
    std::iter::once(none).chain(options).collect()
}

/// What there is to name: the interventions in which the pupil has a place, and the strategies of her plan.
fn offered(cx: &Context<'_>, pupil: PupilId) -> Vec<(String, Means)> {
    let caseload = cx.desk.caseload;
    let today = cx.desk.today();
    let places = caseload.places.of(pupil);
    let runs = places
        .filter_map(|place| caseload.interventions.get(place.intervention))
        .filter(|run| run.ends_on.is_none_or(|ends| ends >= today))
        .map(|run| (cx.group_name(run), Means::Intervention(run.id)));
    let cycle = caseload.cycle_now(pupil).map(|cycle| cycle.id);
    let strategies = caseload.strategies.of(pupil);
    let strategies = strategies
        .filter(|strategy| Some(strategy.cycle) == cycle)
        .map(|strategy| (one_line(&strategy.words), Means::Strategy(strategy.id)));
    runs.chain(strategies).collect()
}

/// What stands for a line, as it is picked and shown.
pub(super) fn words(cx: &Context<'_>, means: &Means) -> Option<String> {
    let caseload = cx.desk.caseload;
    match means {
        Means::Intervention(id) => {
            let run = caseload.interventions.get(*id)?;
            Some(cx.group_name(run))
        }
        Means::Strategy(id) => {
            let strategy = caseload.strategies.get(*id)?;
            Some(one_line(&strategy.words))
        }
        Means::Otherwise(words) => Some(words.clone()),
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl EhcLineSheet {
    /// What was named, or the words; what stood there stays what it was while its words do.
    fn means(&self, cx: &Context<'_>, form: &Form, before: Option<&EhcLine>) -> Option<Means> {
        let typed = form.text("means");
        if typed.is_empty() {
            return None;
        }
        let kept = before.and_then(|line| line.means.clone());
        let is_same = |means: &Means| words(cx, means).as_ref() == Some(&typed);
        kept.filter(is_same)
            .or_else(|| {
                let mut offered = offered(cx, self.pupil).into_iter();
                offered
                    .find(|(name, _)| fold(name) == fold(&typed))
                    .map(|(_, means)| means)
            })
            .or(Some(Means::Otherwise(typed)))
    }
}

impl Sheet for EhcLineSheet {
    fn key(&self) -> DraftKey {
        key(NAME, self.id.map(|id| id.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("Section F of {}: a line", full_name(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let lines = &cx.desk.caseload.ehc_lines;
        let before = self
            .id
            .map(|id| lines.get(id).ok_or_else(|| Refusal::new(super::GONE)))
            .transpose()?;
        let id = before.map_or_else(|| cx.desk.ids.next(), |line| line.id);
        let line = EhcLine {
            outcome: form.text("outcome").parse().ok(),
            words: form.text("words"),
            amount: form.text("amount"),
            who: form.text("who"),
            means: self.means(cx, form, before),
            ..EhcLine::new(id, self.pupil)
        };
        ehc_line::put(&cx.desk, line)
    }
}
