//! A school with nobody in it, for tests that bring their own pupils.

use caseload::domain::{Edit, Id, School, Setting, Weekdays, term};

/// The id of Oakfield.
pub const OAKFIELD: Id<School> = Id::new(10);

/// Oakfield Primary School, with the terms of 2025 to 2027 and no pupil.
pub fn oakfield() -> Vec<Edit> {
    let school = School {
        id: OAKFIELD,
        name: "Oakfield".into(),
        authority: String::new(),
        leaving_years: vec![],
        terms: term::illustrations(),
        closures: vec![],
    };
    let setting = Setting {
        id: Setting::ID,
        senco: None,
        working_days: Weekdays::MON_TO_FRI,
        plan_name: "SEN support plan".into(),
        began_on: "2024-09-02".parse().expect("a date"),
        columns: Vec::new(),
        kept_filters: Vec::new(),
    };
    vec![Edit::new("Caseload begun").put(school).put(setting)]
}
