//! [`Provision`]: a kind of support in the school's catalogue.

mod starter;

use serde::{Deserialize, Serialize};

use super::{Area, Caseload, Desk, Edit, Id, Refusal, fold};

pub use starter::{Starter, starters};

/// The id of a [`Provision`].
pub type ProvisionId = Id<Provision>;

/// A kind of support in the school's catalogue. Run for named pupils between two dates it is an
/// [`Intervention`](super::Intervention).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Provision {
    /// Its id.
    pub id: ProvisionId,
    /// "Phonics catch-up".
    pub name: String,
    /// The broad area of need it serves.
    pub area: Option<Area>,
    /// 1 universal, 2 targeted, 3 specialist.
    pub wave: u8,
    /// Minutes of a session, as a rule.
    pub minutes: Option<u32>,
    /// Pupils in a group, as a rule.
    pub group_size: Option<u32>,
    /// Cost of the adult, pence an hour.
    pub pence_an_hour: Option<i64>,
    /// What is done.
    pub words: String,
}

/// The provision of this name, accents and case aside.
pub fn named<'a>(caseload: &'a Caseload, name: &str) -> Option<&'a Provision> {
    let sought = fold(name);
    caseload
        .provisions
        .iter()
        .find(|provision| fold(&provision.name) == sought)
}

/// The edit that adds or changes a provision of the catalogue.
///
/// # Errors
/// When it has no name or the name of another, no wave, or a session or group of nothing.
pub fn save(desk: &Desk<'_>, provision: Provision) -> Result<Edit, Refusal> {
    if provision.name.is_empty() {
        return Err(Refusal::of("name", "What is it called? Type a name."));
    }
    if named(desk.caseload, &provision.name).is_some_and(|other| other.id != provision.id) {
        return Err(Refusal::of(
            "name",
            format!(
                "{} is in the catalogue already. Choose another name, or open that one.",
                provision.name
            ),
        ));
    }
    if !(1..=3).contains(&provision.wave) {
        return Err(Refusal::of("wave", "A wave is 1, 2 or 3."));
    }
    if provision.minutes == Some(0) {
        return Err(Refusal::of(
            "minutes",
            "A session takes a minute at least. Leave it empty if that is not known.",
        ));
    }
    if provision.group_size == Some(0) {
        return Err(Refusal::of(
            "group_size",
            "A group has one pupil at least. Leave it empty if that is not known.",
        ));
    }
    if provision.pence_an_hour.is_some_and(|pence| pence < 0) {
        return Err(Refusal::of("rate", "A rate can't be less than nothing."));
    }
    let before = desk.caseload.provisions.get(provision.id);
    let done = if before.is_some() { "changed" } else { "added" };
    let edit = Edit::new(format!("Provision {done}: {}", provision.name));
    Ok(if before == Some(&provision) {
        edit
    } else {
        edit.put(provision)
    })
}

/// The edit that takes a provision out of the catalogue.
///
/// # Errors
/// When an intervention runs, or ran, by it.
pub fn remove(desk: &Desk<'_>, provision: &Provision) -> Result<Edit, Refusal> {
    let mut runs = desk.caseload.interventions.iter();
    if let Some(run) = runs.find(|run| run.provision == provision.id) {
        return Err(Refusal::new(format!(
            "{} can't be taken away: {} is a run of it. Only a provision that never ran can.",
            provision.name, run.name
        )));
    }
    Ok(Edit::new(format!("Provision taken away: {}", provision.name)).remove(provision.id))
}
