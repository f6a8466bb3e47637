mod everybody;
mod of_need;
mod pattern;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::NeedCode;

pub(super) use everybody::Everybody;
pub(super) use of_need::OfNeed;
pub(super) use pattern::Pattern;

/// What is said of the pupils who are told in outline.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phrases {
    pub(super) everybody: Everybody,
    /// By the code of a need.
    need: BTreeMap<String, OfNeed>,
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
