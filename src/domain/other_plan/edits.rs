//! The edits that write a plan.

use super::{OtherPlan, OtherPlanId};
use crate::domain::{Code, Desk, Doubt, Edit, OtherPlanKind, Refusal, RuleId};

/// The edit that writes a plan down, or puts one right. Its owner is matched with the people of the caseload.
///
/// # Errors
/// When it began or ended on a day to come, ends before it began, or the pupil is no longer in the caseload.
pub fn put(desk: &Desk<'_>, plan: OtherPlan) -> Result<Edit, Refusal> {
    let name = desk.caseload.pupil(plan.pupil)?.full_name();
    desk.has_come("since", plan.since)?;
    desk.has_come("ended_on", plan.ended_on)?;
    if plan.ended_on.is_some() && plan.ended_on < plan.since {
        return Err(Refusal::of(
            "ended_on",
            "It can't have ended before it began. Change one of the two dates.",
        ));
    }
    let person = desk.caseload.person_named(&plan.owner, plan.pupil);
    let plan = OtherPlan {
        owner: person.map_or_else(|| plan.owner.clone(), |person| person.name.clone()),
        person: person.map(|person| person.id),
        ..plan
    };
    let edit = Edit::new(format!("{name}: {}", plan.kind.label()));
    let is_so = desk.caseload.other_plans.get(plan.id) == Some(&plan);
    Ok(if is_so { edit } else { edit.put(plan) })
}

/// The edit that takes a plan away.
///
/// # Errors
/// When it is no longer there.
pub fn remove(desk: &Desk<'_>, id: OtherPlanId) -> Result<Edit, Refusal> {
    let plan = desk.caseload.other_plans.get(id).ok_or_else(|| {
        Refusal::new("This plan is no longer in the record. Ctrl+Z may bring it back.")
    })?;
    let name = desk.caseload.pupil(plan.pupil)?.full_name();
    Ok(Edit::new(format!("{name}: {} removed", plan.kind.label())).remove(id))
}

/// What looks wrong in a plan and may be right: no date to review a healthcare plan (R16), a part-time timetable without
/// an end.
pub fn doubts(desk: &Desk<'_>, plan: &OtherPlan) -> Vec<Doubt> {
    if plan.ended_on.is_some() {
        return Vec::new();
    }
    let unreviewed = (plan.is_health() && plan.review_on.is_none()).then(|| Doubt {
        field: "review_on",
        words: "to fill in: when this healthcare plan is reviewed, at least once a year".to_owned(),
        basis: desk.rules.rule(RuleId::R16, desk.today()).basis.clone(),
    });
    let is_endless = plan.kind == OtherPlanKind::PartTime && plan.ends_on.is_none();
    let endless = is_endless.then(|| Doubt {
        field: "ends_on",
        words: "a part-time timetable is exceptional and has an end".to_owned(),
        basis: "DfE, Working together to improve school attendance, 2024".to_owned(),
    });
    unreviewed.into_iter().chain(endless).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::{AISHA, TestDesk, date};

    fn plan(kind: OtherPlanKind) -> OtherPlan {
        OtherPlan::new(OtherPlanId::new(90), AISHA, kind)
    }

    #[test]
    fn a_plan_needs_nothing_and_can_not_end_before_it_began() {
        let desk = TestDesk::new();
        let edit = put(&desk.desk(), plan(OtherPlanKind::Risk)).expect("an edit");
        assert_eq!(edit.label, "Aisha Khan: risk assessment");
        let backwards = OtherPlan {
            since: Some(date("2026-10-01")),
            ended_on: Some(date("2026-09-01")),
            ..plan(OtherPlanKind::Risk)
        };
        let refusal = put(&desk.desk(), backwards).expect_err("a refusal");
        assert_eq!(refusal.field.as_deref(), Some("ended_on"));
    }

    #[test]
    fn r16_a_healthcare_plan_wants_a_review_and_a_part_time_timetable_an_end() {
        let desk = TestDesk::new();
        let fields = |plan| -> Vec<_> {
            let doubts = doubts(&desk.desk(), &plan);
            doubts.into_iter().map(|doubt| doubt.field).collect()
        };
        assert_eq!(fields(plan(OtherPlanKind::HealthCare)), ["review_on"]);
        assert_eq!(fields(plan(OtherPlanKind::PartTime)), ["ends_on"]);
        assert!(fields(plan(OtherPlanKind::EarlyHelp)).is_empty());
    }
}
