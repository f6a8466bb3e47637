//! [`Opened`]: a caseload just opened, with all that memory holds of it.

use std::path::Path;
use std::{fs, io};

use chrono::{DateTime, FixedOffset};

use crate::domain::{Caseload, Edit, Ids, Person, PersonKind, School, Setting, Weekdays};
use crate::store::{OpenError, Passphrase, Store, StoreError};

/// The passphrase of the made-up school, which is no secret.
pub(super) const DEMO_PASSPHRASE: &str = "nothing here is real";

/// A caseload just opened, with all that memory holds of it.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) store: Store,
    pub(super) caseload: Caseload,
    pub(super) ids: Ids,
}

impl Opened {
    /// Loads what memory holds of an open file.
    pub(super) fn load(store: Store, now: DateTime<FixedOffset>) -> Result<Self, StoreError> {
        let caseload = store.load()?;
        // The time is random enough to tell two laptops apart: they are never set to the same nanosecond.
        let seed = now
            .timestamp_nanos_opt()
            .unwrap_or_default()
            .cast_unsigned();
        let ids = Ids::after(store.highest_id()?, seed);
        Ok(Self {
            store,
            caseload,
            ids,
        })
    }

    /// Makes the made-up school anew, in its own file, and opens it. Nothing of a real caseload is ever in that place.
    pub(super) fn demo(path: &Path, now: DateTime<FixedOffset>) -> Result<Self, OpenError> {
        let told = |error: &io::Error| OpenError::from_io(path, error);
        if path.exists() {
            fs::remove_file(path).map_err(|error| told(&error))?;
        }
        let passphrase = Passphrase::typed(DEMO_PASSPHRASE);
        Self::create(
            path,
            &passphrase,
            "Oakfield Primary School",
            "Mrs Ward",
            now,
        )
    }

    /// Makes a caseload with its school and its SENCO, and opens it.
    pub(super) fn create(
        path: &Path,
        passphrase: &Passphrase,
        school: &str,
        senco: &str,
        now: DateTime<FixedOffset>,
    ) -> Result<Self, OpenError> {
        let store = Store::create(path, passphrase, now)?;
        let told = |_| OpenError::NotOurs {
            path: path.to_owned(),
        };
        let mut opened = Self::load(store, now).map_err(told)?;
        opened.ids.tell(now.timestamp_millis());
        let edit = first_edit(&opened.ids, school, senco, now);
        opened
            .store
            .apply(&edit, None, now.to_utc())
            .map_err(told)?;
        opened.caseload = opened.store.load().map_err(told)?;
        Ok(opened)
    }
}

/// A school, a SENCO and the settings: what every caseload has.
fn first_edit(ids: &Ids, school: &str, senco: &str, now: DateTime<FixedOffset>) -> Edit {
    let person = (!senco.is_empty()).then(|| Person {
        id: ids.next(),
        name: senco.to_owned(),
        kind: PersonKind::Staff,
        role: "SENCO".to_owned(),
        days: Weekdays::MON_TO_FRI,
        minutes_a_week: None,
        reach: String::new(),
    });
    let setting = Setting {
        id: Setting::ID,
        senco: person.as_ref().map(|person| person.id),
        working_days: Weekdays::MON_TO_FRI,
        plan_name: "SEN support plan".to_owned(),
        began_on: now.date_naive(),
    };
    let school = School {
        id: ids.next(),
        name: school.to_owned(),
        authority: String::new(),
        leaving_years: Vec::new(),
        terms: crate::domain::term::illustrations(),
        closures: Vec::new(),
    };
    Edit::new("Caseload begun")
        .put(school)
        .put_all(person)
        .put(setting)
}
