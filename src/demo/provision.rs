use serde::Deserialize;

use super::build::Build;
use crate::domain::{Area, Provision};

/// A kind of support in the school's catalogue.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Offered {
    name: String,
    area: Option<Area>,
    wave: u8,
    minutes: Option<u32>,
    group_size: Option<u32>,
    pence_an_hour: Option<i64>,
    words: String,
}

impl Offered {
    pub(super) fn make(&self, build: &mut Build<'_>) {
        let id = build.id();
        build.provisions.put(&self.name, id);
        build.put(Provision {
            id,
            name: self.name.clone(),
            area: self.area,
            wave: self.wave,
            minutes: self.minutes,
            group_size: self.group_size,
            pence_an_hour: self.pence_an_hour,
            words: self.words.clone(),
        });
    }
}
