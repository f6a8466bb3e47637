use std::collections::BTreeMap;

use super::days::Days;
use super::keys::Keys;
use super::seeded::Seeded;
use crate::domain::{
    Edit, Id, Ids, Intervention, Person, PersonId, Provision, Pupil, Record, SchoolId, Target,
};

/// The demo school in the making: what is known so far, and the records told since the last [`Build::take`].
pub(super) struct Build<'a> {
    pub(super) days: Days,
    pub(super) chance: Seeded,
    pub(super) school: SchoolId,
    /// By name, and family by "pupil/name".
    pub(super) people: Keys<Person>,
    /// Class teachers, by class.
    pub(super) teachers: BTreeMap<String, String>,
    /// The class teacher of the pupil who is being told.
    pub(super) teacher: String,
    pub(super) provisions: Keys<Provision>,
    pub(super) interventions: Keys<Intervention>,
    pub(super) pupils: Keys<Pupil>,
    /// By "pupil/target".
    pub(super) targets: Keys<Target>,
    ids: &'a Ids,
    records: Edit,
}

impl<'a> Build<'a> {
    pub(super) fn new(days: Days, ids: &'a Ids, chance: Seeded) -> Self {
        Self {
            days,
            chance,
            school: ids.next(),
            people: Keys::default(),
            teachers: BTreeMap::new(),
            teacher: String::new(),
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

    /// A name as a story writes it: "teacher" is the class teacher, whoever that is.
    pub(super) fn named(&self, name: &str) -> String {
        if name == "teacher" {
            self.teacher.clone()
        } else {
            name.to_owned()
        }
    }

    /// Somebody a pupil's story names: of her own family, or known to the whole school.
    pub(super) fn person(&self, pupil: &str, name: &str) -> Option<PersonId> {
        let name = self.named(name);
        self.people
            .find(&format!("{pupil}/{name}"))
            .or_else(|| self.people.find(&name))
    }
}
