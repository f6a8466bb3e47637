//! A measure: a dated reading on a named instrument.

use crate::domain::date_words::Leaning;
use crate::domain::{
    Cycle, DraftKey, Edit, Measure, MeasureId, PupilId, Refusal, TargetId, measure,
};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "measure";

/// A measure of a pupil.
#[derive(Debug)]
pub struct MeasureSheet {
    pupil: PupilId,
    /// The measure before; none for a new one.
    before: Option<Measure>,
}

/// The form of a new measure of a pupil, of a target if one is at hand: on the instrument it was measured with last.
pub fn new(cx: &Context<'_>, cycle: &Cycle, target: Option<TargetId>) -> FormView<MeasureSheet> {
    let earlier = measures(cx, cycle.pupil);
    let last = earlier
        .iter()
        .filter(|measure| measure.target.is_some() && measure.target == target)
        .max_by_key(|measure| (measure.on, measure.id));
    let unit = target
        .and_then(|id| cx.desk.caseload.targets.get(id))
        .map_or("", |target| &target.unit);
    let instrument = last.map_or(unit, |last| &last.instrument).to_owned();
    let blank = Measure {
        id: MeasureId::new(0),
        pupil: cycle.pupil,
        instrument,
        value: 0.0,
        on: cx.desk.today(),
        target,
        intervention: None,
        moment: None,
        taken_by: String::new(),
        entered_at: cx.desk.entered_at(),
    };
    form(cx, &blank, None, &earlier)
}

/// The form of a measure.
pub fn of(cx: &Context<'_>, measure: &Measure) -> FormView<MeasureSheet> {
    let earlier = measures(cx, measure.pupil);
    form(cx, measure, Some(measure.clone()), &earlier)
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<MeasureSheet>> {
    match super::new_for(about) {
        Some(pupil) => Some(new(cx, cx.desk.caseload.cycle_now(pupil)?, None)),
        None => Some(of(cx, &cx.log.measure(about.parse().ok()?).ok()??)),
    }
}

/// All measures of a pupil; none where the file can't be read, which the next save will say.
fn measures(cx: &Context<'_>, pupil: PupilId) -> Vec<Measure> {
    cx.log.measures(pupil).unwrap_or_default()
}

fn form(
    cx: &Context<'_>,
    measure: &Measure,
    before: Option<Measure>,
    earlier: &[Measure],
) -> FormView<MeasureSheet> {
    let caseload = cx.desk.caseload;
    let mut instruments: Vec<String> = earlier
        .iter()
        .map(|measure| measure.instrument.clone())
        .collect();
    instruments.sort();
    instruments.dedup();
    let value = before.as_ref().map_or(String::new(), |measure| {
        measure::value_words(&measure.instrument, measure.value)
    });
    let cycle = match &before {
        Some(measure) => measure
            .target
            .and_then(|id| caseload.targets.get(id))
            .and_then(|target| caseload.cycles.get(target.cycle)),
        None => None,
    };
    let cycle = cycle.or_else(|| caseload.cycle_now(measure.pupil));
    let focus = if measure.instrument.is_empty() {
        "target"
    } else {
        "value"
    };
    FormView::new(
        MeasureSheet {
            pupil: measure.pupil,
            before,
        },
        vec![
            Field::options(
                "target",
                "Of",
                super::targets(caseload, cycle, "no target"),
                &measure.target.map(|id| id.to_string()).unwrap_or_default(),
            ),
            Field::pick(
                "instrument",
                "Measured with",
                &measure.instrument,
                instruments,
            )
            .hint("the same name each time: tally, Salford reading age"),
            Field::line("value", "Reading", &value).hint("a number, or an age as 7:04"),
            Field::date("on", "Taken on", Leaning::Back, Some(measure.on)),
            Field::pick("taken_by", "Taken by", &measure.taken_by, cx.people_names()),
        ],
    )
    .at(focus)
}

impl Sheet for MeasureSheet {
    fn key(&self) -> DraftKey {
        let id = self.before.as_ref().map(|measure| measure.id.to_string());
        super::key(NAME, id, self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let name = super::called(cx, self.pupil);
        match self.before {
            Some(_) => format!("Measure of {name}"),
            None => format!("New measure of {name}"),
        }
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let instrument = form.text("instrument");
        let target = form.text("target").parse().ok();
        let value = measure::read_value(&form.text("value"));
        let on = form.needed_date("on", &cx.desk)?;
        let taken_by = form.text("taken_by");
        let after = match &self.before {
            Some(before) => Measure {
                instrument,
                value: value?,
                on,
                target,
                taken_by,
                ..before.clone()
            },
            None => Measure {
                id: cx.desk.ids.next(),
                pupil: self.pupil,
                instrument,
                value: value?,
                on,
                target,
                intervention: None,
                moment: None,
                taken_by,
                entered_at: cx.desk.entered_at(),
            },
        };
        measure::put(&cx.desk, after, self.before.is_none())
    }
}
