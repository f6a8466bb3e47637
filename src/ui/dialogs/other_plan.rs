//! A healthcare plan, or another plan beside the SEN support plan and the EHC plan.

use strum::VariantArray as _;

use crate::domain::date_words::Leaning;
use crate::domain::{
    Code, Doubt, DraftKey, Edit, HealthPart, OtherPlan, OtherPlanId, OtherPlanKind, PupilId,
    Refusal, other_plan,
};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name, key, new_for};

/// The dialog's name, for drafts.
pub const NAME: &str = "other_plan";

/// The dialog's name for drafts of healthcare plans, whose form is another.
pub const HEALTH: &str = "health_plan";

/// A plan.
#[derive(Debug)]
pub struct OtherPlanSheet {
    pupil: PupilId,
    /// None for a new one.
    id: Option<OtherPlanId>,
    is_health: bool,
}

/// The form of a new plan: a healthcare plan, or another.
pub fn new(cx: &Context<'_>, pupil: PupilId, is_health: bool) -> FormView<OtherPlanSheet> {
    let kind = if is_health {
        OtherPlanKind::HealthCare
    } else {
        OtherPlanKind::PartTime
    };
    let empty = OtherPlan::new(OtherPlanId::new(0), pupil, kind);
    form(cx, None, &empty)
}

/// The form of a plan.
pub fn of(cx: &Context<'_>, plan: &OtherPlan) -> FormView<OtherPlanSheet> {
    form(cx, Some(plan.id), plan)
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str, is_health: bool) -> Option<FormView<OtherPlanSheet>> {
    let caseload = cx.desk.caseload;
    match new_for(about) {
        Some(pupil) => Some(new(cx, caseload.pupils.get(pupil)?.id, is_health)),
        None => Some(of(cx, caseload.other_plans.get(about.parse().ok()?)?)),
    }
}

fn form(cx: &Context<'_>, id: Option<OtherPlanId>, plan: &OtherPlan) -> FormView<OtherPlanSheet> {
    let sheet = OtherPlanSheet {
        pupil: plan.pupil,
        id,
        is_health: plan.is_health(),
    };
    let owner = cx.desk.caseload.who(&plan.owner, plan.person);
    let mut fields = if plan.is_health() {
        vec![Field::line("what", "Condition", &plan.what)]
    } else {
        vec![
            kind(plan.kind),
            Field::line("what", "In short", &plan.what).hint("mornings only; the lift at break"),
        ]
    };
    fields.extend([
        Field::pick("owner", "Who has it", owner, cx.people_names()).hint("who keeps it going"),
        Field::date("since", "Since", Leaning::Back, plan.since),
        Field::date("review_on", "Review", Leaning::Ahead, plan.review_on)
            .hint("stands on Today and in the calendar"),
    ]);
    if !plan.is_health() {
        fields.push(
            Field::date("ends_on", "To end", Leaning::Ahead, plan.ends_on)
                .hint("a part-time timetable has an end"),
        );
    }
    fields.push(Field::prose("words", "What it says", 3, &plan.words));
    if plan.is_health() {
        let parts = HealthPart::VARIANTS.iter();
        fields.extend(parts.map(|part| {
            let name: &'static str = part.into();
            Field::prose(name, part.label(), 2, plan.part(*part)).hint(part.hint())
        }));
    }
    fields.push(
        Field::date("ended_on", "Ended on", Leaning::Back, plan.ended_on)
            .hint("empty while it is in force"),
    );
    FormView::new(sheet, fields)
}

/// The kinds that are no healthcare plan.
fn kind(chosen: OtherPlanKind) -> Field {
    let kinds = OtherPlanKind::VARIANTS.iter();
    let others = kinds.filter(|kind| **kind != OtherPlanKind::HealthCare);
    let options = others.map(|kind| (kind.code().to_owned(), kind.label().to_owned()));
    Field::options("kind", "Plan", options.collect(), chosen.code())
}

impl OtherPlanSheet {
    fn read(&self, cx: &Context<'_>, form: &Form) -> Result<OtherPlan, Refusal> {
        let caseload = cx.desk.caseload;
        let id = match self.id {
            Some(id) => {
                caseload
                    .other_plans
                    .get(id)
                    .ok_or_else(|| Refusal::new(super::GONE))?
                    .id
            }
            None => cx.desk.ids.next(),
        };
        let kind = if self.is_health {
            OtherPlanKind::HealthCare
        } else {
            form.choice("kind").unwrap_or(OtherPlanKind::Other)
        };
        let ends_on = if self.is_health {
            None
        } else {
            form.date("ends_on", &cx.desk)?
        };
        let parts = HealthPart::VARIANTS.iter().filter(|_| self.is_health);
        let parts = parts.map(|part| (*part, form.text(part.code())));
        Ok(OtherPlan {
            what: form.text("what"),
            words: form.text("words"),
            owner: form.text("owner"),
            since: form.date("since", &cx.desk)?,
            review_on: form.date("review_on", &cx.desk)?,
            ends_on,
            ended_on: form.date("ended_on", &cx.desk)?,
            parts: parts.filter(|(_, words)| !words.is_empty()).collect(),
            ..OtherPlan::new(id, self.pupil, kind)
        })
    }
}

impl Sheet for OtherPlanSheet {
    fn key(&self) -> DraftKey {
        let name = if self.is_health { HEALTH } else { NAME };
        key(name, self.id.map(|id| id.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let what = if self.is_health {
            "Individual healthcare plan (IHP, IHCP)"
        } else {
            "A plan"
        };
        format!("{what} of {}", full_name(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        other_plan::put(&cx.desk, self.read(cx, form)?)
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        match self.read(cx, form) {
            Ok(plan) => other_plan::doubts(&cx.desk, &plan),
            Err(_) => Vec::new(),
        }
    }
}
