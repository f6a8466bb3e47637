mod measured;
mod member;
mod run;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::build::Build;
use crate::domain::Intervention;

use measured::Measured;
pub(super) use member::Member;
pub(super) use run::Run;

/// Every intervention that runs or ran.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Running {
    /// Why a session was not given, by the letter logs have for it.
    pub(super) reasons: BTreeMap<char, String>,
    run: Vec<Run>,
}

/// Reading takes longer than making: done once.
static RUNNING: LazyLock<Running> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/demo/interventions.toml"))
        .expect("the interventions shipped with the program are well formed")
});

impl Running {
    pub(super) fn read() -> &'static Self {
        &RUNNING
    }

    /// Gives each an id, so that reviews can name them.
    pub(super) fn announce(&self, build: &mut Build<'_>) {
        for run in &self.run {
            let id = build.id();
            build.interventions.put(&run.key, id);
        }
    }

    /// All, in the order they are told.
    pub(super) fn runs(&self) -> impl Iterator<Item = &Run> {
        self.run.iter()
    }

    pub(super) fn make(&self, build: &mut Build<'_>) -> Vec<Intervention> {
        self.run.iter().map(|run| run.make(build)).collect()
    }
}
