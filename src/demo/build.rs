use std::collections::BTreeMap;

use chrono::NaiveDate;
use strum::VariantArray;

use super::days::Days;
use super::keys::Keys;
use crate::domain::{
    AcademicYear, Edit, Id, Ids, Intervention, NcYear, Person, PersonId, Provision, Pupil, Record,
    SchoolId, Target,
};

/// The demo school in the making: what is known so far, and the records told since the last [`Build::take`].
pub(super) struct Build<'a> {
    pub(super) days: Days,
    pub(super) school: SchoolId,
    /// By name, and family by "pupil/name".
    pub(super) people: Keys<Person>,
    /// Names by what stories call them: "ep".
    pub(super) titles: BTreeMap<String, String>,
    /// Class teachers, by class.
    pub(super) teachers: BTreeMap<String, String>,
    /// Teaching assistants, by year.
    pub(super) helpers: BTreeMap<NcYear, String>,
    /// Year and letter of the class of the pupil who is being told.
    pub(super) class: (NcYear, String),
    /// How many reviews are booked so far.
    pub(super) booked: usize,
    pub(super) provisions: Keys<Provision>,
    pub(super) interventions: Keys<Intervention>,
    pub(super) pupils: Keys<Pupil>,
    /// By "pupil/target".
    pub(super) targets: Keys<Target>,
    ids: &'a Ids,
    records: Edit,
}

impl<'a> Build<'a> {
    pub(super) fn new(days: Days, ids: &'a Ids) -> Self {
        Self {
            days,
            school: ids.next(),
            people: Keys::default(),
            titles: BTreeMap::new(),
            teachers: BTreeMap::new(),
            helpers: BTreeMap::new(),
            class: (NcYear::R, String::new()),
            booked: 0,
            provisions: Keys::default(),
            interventions: Keys::default(),
            pupils: Keys::default(),
            targets: Keys::default(),
            ids,
            records: Edit::default(),
        }
    }

    /// The id for a new record.
    pub(super) fn id<T>(&self) -> Id<T> {
        self.ids.next()
    }

    /// Adds a record.
    pub(super) fn put(&mut self, record: impl Into<Record>) {
        self.records = std::mem::take(&mut self.records).put(record);
    }

    /// What was added since the last time, as an edit.
    pub(super) fn take(&mut self, label: &str) -> Edit {
        let mut edit = std::mem::take(&mut self.records);
        label.clone_into(&mut edit.label);
        edit
    }

    /// A name as a story writes it: "teacher" and "ta" are the pupil's own, whoever they were on that day; "ep" and the
    /// like are those of the whole school.
    pub(super) fn named(&self, name: &str, on: NaiveDate) -> String {
        match name {
            "teacher" => self.teacher(on),
            "ta" => self.helper(on),
            _ => self
                .titles
                .get(name)
                .map_or(name, String::as_str)
                .to_owned(),
        }
    }

    fn teacher(&self, on: NaiveDate) -> String {
        let year = self.year_on(on);
        // The upper school's classes have other letters.
        let letter = match (self.class.1.as_str(), year >= NcYear::Y5) {
            ("A", true) => "M",
            ("B", true) => "N",
            ("M", false) => "A",
            ("N", false) => "B",
            (letter, _) => letter,
        };
        let class = format!("{}{letter}", year.code());
        self.teachers.get(&class).cloned().unwrap_or_default()
    }

    fn helper(&self, on: NaiveDate) -> String {
        let year = self.year_on(on);
        self.helpers.get(&year).cloned().unwrap_or_default()
    }

    /// The year the pupil was in on a day; reception for any day before it.
    fn year_on(&self, on: NaiveDate) -> NcYear {
        let years_of = |day| AcademicYear::of(day).starts_in();
        let back = years_of(self.days.today) - years_of(on);
        let place = NcYear::VARIANTS
            .iter()
            .position(|year| *year == self.class.0);
        let back = usize::try_from(back).unwrap_or_default();
        let year = place.and_then(|place| NcYear::VARIANTS.get(place.saturating_sub(back)));
        year.copied().unwrap_or(NcYear::R).max(NcYear::R)
    }

    /// Somebody a pupil's story names: of her own family, or known to the whole school.
    pub(super) fn person(&self, pupil: &str, name: &str) -> Option<PersonId> {
        self.people
            .find(&format!("{pupil}/{name}"))
            .or_else(|| self.people.find(name))
    }
}
