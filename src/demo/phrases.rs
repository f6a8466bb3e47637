use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::{Decision, NeedCode};

/// What is said of the pupils who are told in outline.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phrases {
    pub(super) everybody: Everybody,
    /// By the code of a need.
    need: BTreeMap<String, OfNeed>,
}

/// What may be said of anybody.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Everybody {
    pub(super) strengths: Vec<String>,
    pub(super) works: Vec<String>,
    pub(super) important: Vec<String>,
    /// What, and who: teacher, ta, family, or nobody for the SENCO.
    pub(super) actions: Vec<(String, String)>,
    /// Why an action was dropped.
    pub(super) dropped: Vec<String>,
    /// What the SENCO advised.
    pub(super) gave: Vec<String>,
    carry_on: Vec<String>,
    change: Vec<String>,
    step_up: Vec<String>,
    step_down: Vec<String>,
    /// Of a session.
    pub(super) remarks: Vec<String>,
}

/// What is said of pupils with one kind of need.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfNeed {
    /// Who is asked for advice.
    pub(super) advisor: String,
    /// What is asked for.
    pub(super) report: String,
    /// Why the pupil is on the register.
    pub(super) because: Vec<String>,
    pub(super) teacher: Vec<String>,
    pub(super) progress: Vec<String>,
    pub(super) barriers: Vec<String>,
    pub(super) family: Vec<String>,
    pub(super) pupil: Vec<String>,
    pub(super) expected: Vec<String>,
    pub(super) home: Vec<String>,
    pub(super) strategy: Vec<String>,
    pub(super) target: Vec<Pattern>,
    pub(super) seen: Vec<String>,
    pub(super) said: Vec<String>,
    pub(super) family_said: Vec<String>,
    pub(super) incident: Vec<String>,
    pub(super) advice: Vec<String>,
}

/// A target without its numbers: they lie in these ranges, and no reading is above `most`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pattern {
    pub(super) short: String,
    pub(super) statement: String,
    pub(super) unit: String,
    pub(super) instrument: String,
    pub(super) start: (usize, usize),
    pub(super) aim: (usize, usize),
    pub(super) most: usize,
}

/// Reading takes longer than making: done once.
static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/demo/phrases.toml"))
        .expect("the phrases shipped with the program are well formed")
});

impl Phrases {
    pub(super) fn read() -> &'static Self {
        &PHRASES
    }

    /// What fits the first of a pupil's needs; where it is not known yet, what fits the need it is `like`, or most.
    pub(super) fn of(&self, needs: &[NeedCode], like: &str) -> &OfNeed {
        let first = needs.first().map_or(like, NeedCode::as_str);
        let table = match Some(first) {
            Some("DS" | "SLD" | "PMLD") => "MLD",
            Some("VI" | "MSI") => "HI",
            Some(code) if self.need.contains_key(code) => code,
            _ => "SLCN",
        };
        &self.need[table]
    }
}

impl Everybody {
    /// Why a review decided as it did.
    pub(super) fn reasons(&self, decision: Decision) -> &[String] {
        match decision {
            Decision::CarryOn => &self.carry_on,
            Decision::Change => &self.change,
            Decision::StepUp | Decision::AskForAssessment => &self.step_up,
            Decision::StepDown | Decision::Leave => &self.step_down,
        }
    }
}
