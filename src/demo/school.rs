use serde::Deserialize;

use super::build::Build;
use super::person::Known;
use super::provision::Offered;
use super::when::When;
use crate::domain::{NcYear, School, Setting};

/// The school, its people and what it offers, as `school.toml` tells them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Oakfield {
    name: String,
    authority: String,
    leaving_years: Vec<NcYear>,
    senco: String,
    working_days: String,
    plan_name: String,
    began_on: When,
    person: Vec<Known>,
    provision: Vec<Offered>,
}

impl Oakfield {
    pub(super) fn read() -> Self {
        toml::from_str(include_str!("../../assets/demo/school.toml"))
            .expect("the demo school shipped with the program is well formed")
    }

    pub(super) fn make(&self, build: &mut Build<'_>) {
        let school = School {
            id: build.school,
            name: self.name.clone(),
            authority: self.authority.clone(),
            leaving_years: self.leaving_years.clone(),
            terms: build.days.terms.clone(),
            closures: build.days.closures.clone(),
        };
        build.put(school);
        for person in &self.person {
            person.make(build);
        }
        for provision in &self.provision {
            provision.make(build);
        }
        build.put(Setting {
            id: Setting::ID,
            senco: Some(build.people.id(&self.senco)),
            working_days: (self.working_days.parse())
                .expect("the weekdays shipped with the program can be read"),
            plan_name: self.plan_name.clone(),
            began_on: build.days.date(self.began_on),
            columns: Vec::new(),
            kept_filters: Vec::new(),
        });
    }
}
