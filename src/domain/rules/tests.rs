use super::*;
use crate::domain::Force;
use proptest::prelude::*;

fn date(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn table(text: &str) -> toml::Table {
    text.parse().unwrap()
}

const SHIPPED: &str = include_str!("../../../assets/rules/england.toml");

#[test]
fn the_shipped_rules_are_whole() {
    let rules = Rules::england();
    let today = date(2026, 11, 23);
    assert_eq!(rules.all(today).count(), RuleId::VARIANTS.len());
    for rule in rules.all(today) {
        assert!(
            !rule.title.is_empty() && !rule.basis.is_empty(),
            "{}",
            rule.id
        );
        assert!(rule.in_force(today), "{}", rule.id);
        for key in &rule.sources {
            assert!(rules.source(key).is_some(), "{} names {key}", rule.id);
        }
    }
}

#[test]
fn names_of_rules_are_as_scripts_have_them() {
    for &id in RuleId::VARIANTS {
        assert_eq!(id.code().parse(), Ok(id));
        let json = serde_json::to_string(&id).unwrap();
        assert_eq!(json, format!("\"{}\"", id.code()));
    }
    for &kind in DeadlineKind::VARIANTS {
        assert_eq!(kind.code().parse(), Ok(kind));
        let json = serde_json::to_string(&kind).unwrap();
        assert_eq!(json, format!("\"{}\"", kind.code()));
    }
}

#[test]
fn numbers_are_typed_and_every_one_belongs_to_a_rule() {
    let today = date(2026, 11, 23);
    let numbers = Rules::england().numbers(today);
    assert_eq!(numbers.papers_out_days, 14);
    assert_eq!(numbers.assessment_final_days, 140);
    assert_eq!(numbers.transfer_before.to_string(), "15 February");
    assert_eq!(numbers.funding_threshold_pence, 600_000);
    let papers = Rules::england().rule(RuleId::R6, today);
    assert_eq!(papers.numbers["papers_out_days"].as_integer(), Some(14));
}

#[test]
fn worked_back_is_never_called_law() {
    let today = date(2026, 11, 23);
    let force = |kind| {
        let rules = Rules::england();
        rules.rule(rules.maker(kind), today).steps[&kind].force
    };
    assert_eq!(force(DeadlineKind::AnnualReview), Force::Law);
    assert_eq!(force(DeadlineKind::AnnualReviewMeeting), Force::WorkedBack);
    assert_eq!(force(DeadlineKind::TransferFinal), Force::Law);
    assert_eq!(force(DeadlineKind::TransferMeeting), Force::WorkedBack);
    assert_eq!(force(DeadlineKind::ConsultationAnswer), Force::Code);
    assert_eq!(force(DeadlineKind::InclusionStrategy), Force::Grant);
    let meetings = Rules::england().rule(RuleId::R1, today);
    assert_eq!(meetings.force, Force::Code);
}

#[test]
fn r18_every_number_can_be_changed() {
    let today = date(2026, 11, 23);
    let changed = Rules::england()
        .with(&table(
            "papers_out_days = 21\nspring_census = { month = 1, thursday = 4 }",
        ))
        .unwrap();
    assert_eq!(changed.numbers(today).papers_out_days, 21);
    assert_eq!(changed.numbers(today).report_days, 14);
    assert_eq!(
        changed.numbers(today).spring_census.of(2027),
        date(2027, 1, 28)
    );
    assert_eq!(Rules::england().numbers(today).papers_out_days, 14);
}

#[test]
fn a_number_that_is_none_or_does_not_fit_is_refused_with_its_name() {
    let refused = |text: &str| {
        let error = Rules::england().with(&table(text)).unwrap_err();
        error.to_string()
    };
    assert!(refused("paper_out_days = 21").contains("paper_out_days"));
    assert!(refused("papers_out_days = -1").contains("-1"));
    assert!(refused("papers_out_days = \"soon\"").contains("soon"));
    assert!(refused("transfer_before = { month = 2, day = 29 }").contains("29"));
    assert!(refused("spring_census = { month = 1, thursday = 5 }").contains('5'));
}

#[test]
fn a_later_row_changes_a_rule_from_its_first_day() {
    let reformed = format!(
        "{SHIPPED}\n[[rule]]\nid = \"R1\"\ntitle = \"Meet once a year\"\nforce = \"law\"\nbasis = \"an Act to come\"\n\
         valid_from = \"2029-09-01\"\nsources = []\nsure = \"C\"\nnumbers = {{ meetings_a_year = 1 }}\n"
    );
    let rules = Rules::read(&reformed).unwrap();
    assert_eq!(rules.numbers(date(2029, 8, 31)).meetings_a_year, 3);
    assert_eq!(rules.numbers(date(2029, 9, 1)).meetings_a_year, 1);
    assert_eq!(rules.rule(RuleId::R1, date(2029, 8, 31)).force, Force::Code);
    assert_eq!(rules.rule(RuleId::R1, date(2029, 9, 1)).force, Force::Law);
}

#[test]
fn rules_with_a_part_missing_are_refused() {
    let without = |part: &str| {
        assert!(SHIPPED.contains(part));
        Rules::read(&SHIPPED.replace(part, ""))
            .unwrap_err()
            .to_string()
    };
    assert!(without("meetings_a_year = 3\n").contains("meetings_a_year"));
    let unnamed = SHIPPED.replace("id = \"R11\"", "id = \"R1\"");
    assert!(
        Rules::read(&unnamed)
            .unwrap_err()
            .to_string()
            .contains("R11")
    );
    let step = "[rule.steps.census]\nwho_must = \"school\"\nforce = \"law\"\nbasis = \"Education Act 1996 s.537\"\n";
    assert!(without(step).contains("census"));
}

proptest! {
    #[test]
    fn any_day_has_rules_and_numbers(days in -800_000..800_000i32) {
        let day = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
        prop_assert_eq!(Rules::england().numbers(day).annual_review_months, 12);
        for &id in RuleId::VARIANTS {
            prop_assert_eq!(Rules::england().rule(id, day).id, id);
        }
    }
}
