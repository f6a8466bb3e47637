//! Fixed, explainable checks of the wording of a plan.
//!
//! They point at words and ask a question; the SENCO decides, and may waive each with a reason. What they look for is in
//! `assets/rules/vague.toml`. Nothing here judges a child or a person.

mod check;
mod target_text;
mod vague_words;

pub use check::Check;
pub use target_text::TargetText;

use vague_words::{Place, VagueWords};

const SPECIFIC: &str = "SMART: specific";
const MEASURABLE: &str = "SMART: measurable; CoP 6.48, the expected impact";
const DATED: &str = "SMART: by a date; CoP 6.48, a clear date";

/// Checks a target: a start, an aim that differs from it, a date, something to count or see, and no vague words.
/// The gravest come first.
pub fn check_target(target: &TargetText<'_>) -> Vec<Check> {
    let mut checks = Vec::new();
    let mut point_at = |field, id: &str, words: &str, basis| {
        checks.push(Check::new(field, id, words.to_owned(), basis));
    };
    if target.statement.trim().is_empty() {
        let words = "no words yet: what will the child do?";
        point_at("statement", "missing", words, SPECIFIC);
    } else if !target.has_criterion() {
        let words = "nothing to count or see: what could anyone notice?";
        point_at("statement", "criterion", words, MEASURABLE);
    }
    if target.aim.is_none() {
        point_at(
            "aim",
            "missing",
            "no aim: how many, how often, how well?",
            MEASURABLE,
        );
    }
    match target.start {
        None => point_at("start", "missing", "no start: where is it now?", MEASURABLE),
        Some(_) if target.start == target.aim => {
            point_at(
                "aim",
                "start",
                "the aim is the start: what should change?",
                MEASURABLE,
            );
        }
        Some(_) => {}
    }
    if target.by.is_none() {
        point_at("by", "missing", "no date: by when?", DATED);
    }
    let vague = VagueWords::shipped().find(target.statement, Place::Target);
    checks.extend(vague.into_iter().map(|found| {
        let words = format!("\"{}\" is vague ({})", found.quoted, found.ask);
        Check::new("statement", &found.id, words, SPECIFIC)
    }));
    checks
}

/// Checks a strategy for vague words; `number` is its place among the target's, from 1.
pub fn check_strategy(number: u32, words: &str) -> Vec<Check> {
    VagueWords::shipped()
        .find(words, Place::Strategy)
        .into_iter()
        .map(|found| {
            let words = format!(
                "\"{}\" is vague in strategy {number} ({})",
                found.quoted, found.ask
            );
            Check::new("strategy", &found.id, words, SPECIFIC)
        })
        .collect()
}

#[cfg(test)]
mod tests;
