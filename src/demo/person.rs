use serde::Deserialize;

use super::build::Build;
use crate::domain::{NcYear, Person, PersonKind, Weekdays};

/// Somebody the whole school knows.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Known {
    name: String,
    /// What stories call them, so that the name stands in one place: "ep".
    #[serde(default)]
    key: String,
    kind: PersonKind,
    role: String,
    #[serde(default)]
    days: String,
    minutes_a_week: Option<u32>,
    #[serde(default)]
    reach: String,
    /// The class whose teacher this is.
    #[serde(default)]
    class: String,
    /// The years whose assistant this is.
    #[serde(default)]
    helps: Vec<NcYear>,
}

impl Known {
    pub(super) fn make(&self, build: &mut Build<'_>) {
        let id = build.id();
        build.people.put(&self.name, id);
        if !self.key.is_empty() {
            build.titles.insert(self.key.clone(), self.name.clone());
        }
        if !self.class.is_empty() {
            build.teachers.insert(self.class.clone(), self.name.clone());
        }
        for year in &self.helps {
            build.helpers.insert(*year, self.name.clone());
        }
        let days: Weekdays =
            (self.days.parse()).expect("the weekdays shipped with the program can be read");
        build.put(Person {
            id,
            name: self.name.clone(),
            kind: self.kind,
            role: self.role.clone(),
            days,
            minutes_a_week: self.minutes_a_week,
            reach: self.reach.clone(),
        });
    }
}
