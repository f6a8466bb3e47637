use chrono::NaiveDate;

use super::arithmetic::{count, days_earlier, days_later, in_full, months_later};
use super::{Deadline, DeadlineKind, Due};
use crate::domain::rules::Rules;

/// R4: the authority's dates in an EHC needs assessment, from the day it received the request: decision (6 weeks), notice
/// of no plan (16), final plan (20). An exemption excuses a late date and never moves it.
pub fn assessment(rules: &Rules, received: NaiveDate) -> [Deadline; 3] {
    let numbers = rules.numbers(received);
    let step = |kind, days: u16, what: &str| {
        let due = after("request received", received, days, what);
        Deadline::new(rules, received, kind, due)
    };
    [
        step(
            DeadlineKind::AssessmentDecision,
            numbers.assessment_decision_days,
            "decision whether to assess",
        ),
        step(
            DeadlineKind::AssessmentNoPlan,
            numbers.assessment_no_plan_days,
            "draft plan, or notice that there is none",
        ),
        step(
            DeadlineKind::AssessmentFinal,
            numbers.assessment_final_days,
            "final EHC plan",
        ),
    ]
}

/// R20: the school's advice, from the day the authority asked.
pub fn school_advice(rules: &Rules, asked: NaiveDate) -> Deadline {
    let days = rules.numbers(asked).school_advice_days;
    let due = after("asked", asked, days, "advice for the EHC assessment");
    Deadline::new(rules, asked, DeadlineKind::SchoolAdvice, due)
}

/// R21: the family's answer to a draft plan or amendment notice. Their days *begin with* the day of service.
pub fn family_answer(rules: &Rules, served: NaiveDate) -> Deadline {
    let days = rules.numbers(served).family_answer_days;
    let due = Due {
        on: days_earlier(days_later(served, days), 1),
        what: "family's answer to the draft or notice".to_owned(),
        formula: format!(
            "{} beginning with service on {}",
            count(days.into(), "day"),
            in_full(served)
        ),
    };
    Deadline::new(rules, served, DeadlineKind::FamilyAnswer, due)
}

/// R22: the school's answer when it is consulted on being named. The days are the Code's, not the Act's.
pub fn consultation_answer(rules: &Rules, arrived: NaiveDate) -> Deadline {
    let days = rules.numbers(arrived).consultation_answer_days;
    let due = after("arrived", arrived, days, "answer to the LA's consultation");
    Deadline::new(rules, arrived, DeadlineKind::ConsultationAnswer, due)
}

/// R9: the end of the time to appeal: two months from the decision letter or one from the mediation certificate,
/// whichever is later.
pub fn appeal(rules: &Rules, letter: NaiveDate, certificate: Option<NaiveDate>) -> Deadline {
    let numbers = rules.numbers(letter);
    let from = |what: &str, day: NaiveDate, months: u16| {
        let formula = format!(
            "{what} {} + {}",
            in_full(day),
            count(months.into(), "month")
        );
        (months_later(day, months), formula)
    };
    let by_letter = from("letter", letter, numbers.appeal_letter_months);
    let by_certificate =
        certificate.map(|day| from("certificate", day, numbers.appeal_certificate_months));
    let (on, formula) = match by_certificate {
        Some(later) if later.0 > by_letter.0 => later,
        Some(_) | None => by_letter,
    };
    let due = Due {
        on,
        what: "last day to appeal".to_owned(),
        formula,
    };
    Deadline::new(rules, letter, DeadlineKind::Appeal, due)
}

fn after(event: &str, day: NaiveDate, days: u16, what: &str) -> Due {
    Due {
        on: days_later(day, days),
        what: what.to_owned(),
        formula: format!("{event} {} + {}", in_full(day), count(days.into(), "day")),
    }
}
