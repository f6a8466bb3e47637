//! [`TestDesk`]: a desk to try edits on.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::{
    Caseload, Desk, Edit, Ids, Person, PersonId, PersonKind, Pupil, PupilId, Rules, School,
    SchoolCalendar, SchoolId, Setting, Weekdays, term,
};

/// A desk at Oakfield on Monday 23 November 2026 at 15:20, with Aisha Khan on the register and nothing else.
#[derive(Debug)]
pub struct TestDesk {
    /// The register.
    pub caseload: Caseload,
    rules: Rules,
    calendar: SchoolCalendar,
    now: DateTime<FixedOffset>,
    ids: Ids,
}

/// Aisha.
pub const AISHA: PupilId = PupilId::new(100);

/// Oakfield.
pub const OAKFIELD: SchoolId = SchoolId::new(10);

impl TestDesk {
    /// The desk.
    pub fn new() -> Self {
        let terms = term::illustrations();
        let desk = Self {
            caseload: Caseload::default(),
            rules: Rules::england().clone(),
            calendar: SchoolCalendar::new(&terms, &[]),
            now: "2026-11-23T15:20:00+00:00".parse().expect("a time"),
            ids: Ids::after(1000, 1),
        };
        let school = School {
            id: OAKFIELD,
            name: "Oakfield".into(),
            authority: String::new(),
            leaving_years: vec![],
            terms,
            closures: vec![],
        };
        let setting = Setting {
            id: Setting::ID,
            senco: None,
            working_days: Weekdays::MON_TO_FRI,
            plan_name: "SEN support plan".into(),
            began_on: date("2024-09-02"),
            columns: Vec::new(),
            kept_filters: Vec::new(),
        };
        let aisha = Pupil {
            surname: "Khan".into(),
            forename: "Aisha".into(),
            ..Pupil::new(AISHA, OAKFIELD)
        };
        desk.with(Edit::new("").put(school).put(setting).put(aisha))
    }

    /// With this edit saved.
    #[must_use]
    pub fn with(mut self, edit: Edit) -> Self {
        self.save(edit);
        self
    }

    /// Saves an edit.
    pub fn save(&mut self, edit: Edit) {
        for change in edit.changes {
            self.caseload.apply(change);
        }
        let school = self.caseload.school();
        self.calendar = school
            .map(|school| SchoolCalendar::new(&school.terms, &school.closures))
            .unwrap_or_default();
    }

    /// What domain functions are given.
    pub fn desk(&self) -> Desk<'_> {
        Desk {
            caseload: &self.caseload,
            rules: &self.rules,
            calendar: &self.calendar,
            now: self.now,
            ids: &self.ids,
        }
    }

    /// Aisha.
    pub fn aisha(&self) -> &Pupil {
        self.caseload.pupils.get(AISHA).expect("Aisha")
    }
}

/// A date as machines write it.
pub fn date(written: &str) -> NaiveDate {
    written.parse().expect("a date")
}

/// An adult of this name.
pub fn person(id: i64, name: &str, kind: PersonKind) -> Person {
    Person {
        id: PersonId::new(id),
        name: name.into(),
        kind,
        role: String::new(),
        days: Weekdays::MON_TO_FRI,
        minutes_a_week: None,
        reach: String::new(),
    }
}
