mod missing;
mod open;

use std::sync::LazyLock;

use serde::Deserialize;

use super::build::Build;
use super::pupil::Told;
use super::telling::Telling;
use crate::domain::{NcYear, NeedCode, Sex, Status};

pub(super) use missing::Missing;
pub(super) use open::Open;

/// A pupil told in outline: the rest is filled in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Outline {
    pub(super) key: String,
    pub(super) forename: String,
    pub(super) surname: String,
    #[serde(default)]
    pub(super) preferred: String,
    pub(super) sex: Sex,
    pub(super) year: NcYear,
    pub(super) class: String,
    /// Month and day, where it matters.
    pub(super) born: Option<(u32, u32)>,
    pub(super) needs: Vec<NeedCode>,
    /// While the need is not known: the kind it looks like.
    #[serde(default)]
    pub(super) like: String,
    pub(super) status: Status,
    /// How many cycles are closed.
    pub(super) closed: usize,
    pub(super) stage: Open,
    /// "Mrs Price, mother", and after another comma a key where two children share her.
    pub(super) family: Vec<String>,
    #[serde(default)]
    pub(super) language: String,
    #[serde(default)]
    pub(super) pp: bool,
    #[serde(default)]
    pub(super) cla: bool,
    #[serde(default)]
    pub(super) see_dsl: bool,
    pub(super) funded_minutes: Option<i64>,
    /// How many school weeks ago the annual review was held.
    pub(super) reviewed: Option<usize>,
    /// An EHC assessment has just been asked for.
    #[serde(default)]
    pub(super) requested: bool,
    /// For how many school weeks the pupil has been watched.
    pub(super) watching: Option<usize>,
    /// How many school weeks ago the pupil left.
    pub(super) left: Option<usize>,
    #[serde(default)]
    pub(super) left_for: String,
    #[serde(default)]
    pub(super) missing: Vec<Missing>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    pupil: Vec<Outline>,
}

/// Reading takes longer than making: done once.
static OUTLINES: LazyLock<Vec<Outline>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../assets/demo/pupils.toml"))
        .expect("the pupils shipped with the program are well formed");
    file.pupil
});

impl Outline {
    /// All of them.
    pub(super) fn all() -> &'static [Self] {
        &OUTLINES
    }

    /// The pupil in full.
    pub(super) fn told(&self, build: &mut Build<'_>) -> Told {
        build.class = (self.year, self.class.clone());
        Telling::of(self).tell(build)
    }

    pub(super) fn lacks(&self, missing: Missing) -> bool {
        self.missing.contains(&missing)
    }
}
