//! [`Gap`]: what the Code expects of a stage and the record does not hold yet.

use super::{Caseload, Cycle, Stage, Standing, Status};

/// What the Code expects of a stage and the record does not hold yet. It is shown, never forced: a gap is *to fill in*, not
/// late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What is to be filled in: "the family's view".
    pub words: &'static str,
    /// The paragraph, or the Act where it is law.
    pub basis: &'static str,
}

/// Assess: what a record of it must hold.
pub const ASSESS: &str = "CoP 6.45";
/// Plan: outcomes, support, expected impact, a clear date for review.
pub const PLAN: &str = "CoP 6.48";
/// Plan: all who work with the pupil know what to do.
const ADULTS: &str = "CoP 6.49";
/// The parent is formally told that special provision is made.
const TOLD: &str = "by law: Children and Families Act 2014 s.68";
/// Do: the support is given, by whom, when, how often.
const DO: &str = "CoP 6.52";
/// Review: held by the agreed date.
pub const REVIEW: &str = "CoP 6.53";

impl Gap {
    /// What a stage of a cycle lacks, in the order of its page. A light plan has no targets to look for.
    pub fn of(
        caseload: &Caseload,
        cycle: &Cycle,
        standing: Option<&Standing>,
        stage: Stage,
    ) -> Vec<Self> {
        match stage {
            Stage::Assess => assess(cycle),
            Stage::Plan => plan(caseload, cycle),
            Stage::Do => doing(caseload, cycle, standing),
            Stage::Review => review(caseload, cycle),
        }
    }
}

/// Advice from outside is not among them: not every pupil has any.
fn assess(cycle: &Cycle) -> Vec<Gap> {
    let parts = [
        ("the teacher's view", &cycle.teacher_view),
        ("progress beside others", &cycle.progress),
        ("what gets in the way", &cycle.barriers),
        ("the family's view", &cycle.family_view),
        ("the pupil's own view", &cycle.pupil_view),
    ];
    missing(ASSESS, parts.map(|(words, text)| (words, text.is_empty())))
}

fn plan(caseload: &Caseload, cycle: &Cycle) -> Vec<Gap> {
    let targets = caseload.targets_of(cycle);
    let outcomes = caseload.outcomes.of(cycle.pupil);
    let no_outcome = outcomes
        .filter(|outcome| outcome.ended_on.is_none())
        .count()
        == 0;
    let no_strategy = has_no_strategy(caseload, cycle);
    let mut gaps = missing(
        PLAN,
        [
            ("an outcome", no_outcome && !cycle.light),
            ("a target", targets.is_empty() && !cycle.light),
        ],
    );
    gaps.extend(missing(ADULTS, [("what adults do", no_strategy)]));
    gaps.extend(missing(
        PLAN,
        [
            ("the expected impact", cycle.expected.is_empty()),
            ("a review date", cycle.review_on.is_none()),
            ("agreed with the family", cycle.agreed_on.is_none()),
        ],
    ));
    let untold = caseload.status_now(cycle.pupil).is_some_and(|period| {
        period.status == Status::K && !period.parent_told && period.parent_told_on.is_none()
    });
    gaps.extend(missing(TOLD, [("the parent told of SEN support", untold)]));
    gaps
}

fn doing(caseload: &Caseload, cycle: &Cycle, standing: Option<&Standing>) -> Vec<Gap> {
    let Some(standing) = standing else {
        return Vec::new();
    };
    let no_support = standing.runs.is_empty() && has_no_strategy(caseload, cycle);
    let no_entry = standing.runs.iter().any(|(_, run)| run.no_entry > 0);
    let unmeasured = standing
        .targets
        .iter()
        .any(|target| target.now.is_none() && target.aim.is_some());
    let mut gaps = missing(
        DO,
        [
            ("support that is given", no_support),
            ("sessions with no entry", no_entry),
        ],
    );
    gaps.extend(missing(REVIEW, [("a measure of each target", unmeasured)]));
    gaps
}

fn has_no_strategy(caseload: &Caseload, cycle: &Cycle) -> bool {
    let mut strategies = caseload.strategies.of(cycle.pupil);
    strategies.all(|strategy| strategy.cycle != cycle.id)
}

fn review(caseload: &Caseload, cycle: &Cycle) -> Vec<Gap> {
    let of_cycle = || {
        let reviews = caseload.reviews.of(cycle.pupil);
        reviews.filter(|review| review.cycle == Some(cycle.id))
    };
    match of_cycle()
        .filter(|review| review.held_on.is_some())
        .max_by_key(|review| review.held_on)
    {
        None => missing(REVIEW, [("a booked review", of_cycle().next().is_none())]),
        Some(held) => missing(
            REVIEW,
            [
                ("the pupil's words", held.pupil_words.is_empty()),
                ("the family's words", held.family_words.is_empty()),
                ("the decision", held.decision.is_none()),
            ],
        ),
    }
}

fn missing<const N: usize>(basis: &'static str, parts: [(&'static str, bool); N]) -> Vec<Gap> {
    parts
        .into_iter()
        .filter(|(_, is_missing)| *is_missing)
        .map(|(words, _)| Gap { words, basis })
        .collect()
}

#[cfg(test)]
mod tests;
