//! A question or reminder that a rule raises.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::Force;
use crate::domain::NcYear;
use crate::domain::Status;
use crate::domain::rules::{RuleId, Rules};
use crate::domain::{NeedCode, NeedTable};

/// A question or reminder without a date of its own. It names the rule that made it, and never blocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Prompt {
    /// What to ask or do.
    pub words: String,
    /// With what force.
    pub force: Force,
    /// Where it stands.
    pub basis: String,
    /// The rule.
    pub rule: RuleId,
}

impl Prompt {
    /// A prompt with the force and basis that a rule has on a day.
    pub fn of(rules: &Rules, id: RuleId, on: NaiveDate, words: String) -> Self {
        let rule = rules.rule(id, on);
        Self {
            words,
            force: rule.force,
            basis: rule.basis.clone(),
            rule: id,
        }
    }
}

/// R3: a pupil on SEN support whose parent has not been told, as far as the record shows. It is a date to fill in.
pub fn parent_told(rules: &Rules, status: Status, told: bool, today: NaiveDate) -> Option<Prompt> {
    (status == Status::K && !told).then(|| {
        let words = "Fill in when the parent was told that SEN support is given.".to_owned();
        Prompt::of(rules, RuleId::R3, today, words)
    })
}

/// R8: from Year 9 the review of an EHC plan prepares for adulthood.
pub fn adulthood(rules: &Rules, status: Status, year: NcYear, today: NaiveDate) -> Option<Prompt> {
    let old_enough = year != NcYear::X && year >= rules.numbers(today).adulthood_from;
    (status == Status::E && old_enough).then(|| {
        let words = "Prepare for adulthood: work and study, independent living, friends and community, health."
            .to_owned();
        Prompt::of(rules, RuleId::R8, today, words)
    })
}

/// R10: a type of need that does not go with the pupil's provision: `NSA` is for SEN support only.
pub fn need_goes_with(
    rules: &Rules,
    status: Status,
    needs: &[NeedCode],
    today: NaiveDate,
) -> Option<Prompt> {
    let need = needs
        .iter()
        .filter_map(|code| NeedTable::england().get(code))
        .find(|need| status.on_register() && !need.goes_with(status))?;
    let words = format!(
        "{} goes with SEN support only: choose the type of need in the plan.",
        need.shown()
    );
    Some(Prompt::of(rules, RuleId::R10, today, words))
}

/// R26: a watched pupil who is given targeted provision may be on SEN support in all but name.
pub fn may_be_support(
    rules: &Rules,
    watching: bool,
    targeted_provision: bool,
    today: NaiveDate,
) -> Option<Prompt> {
    (watching && targeted_provision).then(|| {
        let words = "This may be SEN support: has the parent been told?".to_owned();
        Prompt::of(rules, RuleId::R26, today, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    #[test]
    fn r3_parent_told_is_to_fill_in_for_support_only() {
        let rules = Rules::england();
        let prompt = parent_told(rules, Status::K, false, today()).unwrap();
        assert_eq!(prompt.force, Force::Law);
        assert!(prompt.basis.contains("s.68"));
        assert_eq!(parent_told(rules, Status::K, true, today()), None);
        assert_eq!(parent_told(rules, Status::E, false, today()), None);
        assert_eq!(parent_told(rules, Status::N, false, today()), None);
    }

    #[test]
    fn r8_adulthood_from_year_9_with_a_plan() {
        let rules = Rules::england();
        let asks = |status, year| adulthood(rules, status, year, today()).is_some();
        assert!(asks(Status::E, NcYear::Y9));
        assert!(asks(Status::E, NcYear::Y13));
        assert!(!asks(Status::E, NcYear::Y8));
        assert!(!asks(Status::E, NcYear::X));
        assert!(!asks(Status::K, NcYear::Y9));
    }

    #[test]
    fn r10_no_assessment_with_a_plan_is_asked_about() {
        let rules = Rules::england();
        let needs = [NeedCode::new("SLCN"), NeedCode::new("NSA")];
        let asked = |status| need_goes_with(rules, status, &needs, today());
        assert!(asked(Status::E).unwrap().words.starts_with("NSA goes with"));
        assert_eq!(asked(Status::K), None);
        assert_eq!(asked(Status::N), None);
        let unknown = [NeedCode::new("NEW")];
        assert_eq!(need_goes_with(rules, Status::E, &unknown, today()), None);
    }

    #[test]
    fn r26_a_watched_pupil_with_targeted_provision() {
        let rules = Rules::england();
        let prompt = may_be_support(rules, true, true, today()).unwrap();
        assert_eq!(prompt.rule, RuleId::R26);
        assert_eq!(may_be_support(rules, true, false, today()), None);
        assert_eq!(may_be_support(rules, false, true, today()), None);
    }
}
