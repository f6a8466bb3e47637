//! [`Intervention`]: a provision running for named pupils.

mod arranged;
mod doubts;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ehc_line::{self, Means};
use super::{
    Desk, Edit, Id, Keeping, Person, PersonId, PersonKind, Place, Provision, ProvisionId, Pupil,
    PupilId, Refusal, Slot, Weekdays, date_words, fits_several, fold, provision,
};

pub use arranged::Arranged;
pub use doubts::doubts;

/// The id of an [`Intervention`].
pub type InterventionId = Id<Intervention>;

/// A provision running for named pupils between two dates, led by somebody, on a weekly timetable. Its pupils are its
/// [`Place`]s.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Intervention {
    /// Its id.
    pub id: InterventionId,
    /// The provision.
    pub provision: ProvisionId,
    /// What staff call this run of it: "Phonics 3".
    pub name: String,
    /// Who gives the sessions.
    pub led_by: Option<PersonId>,
    /// First day.
    pub began_on: NaiveDate,
    /// Last day, when agreed.
    pub ends_on: Option<NaiveDate>,
    /// How its sessions are kept.
    pub keeping: Keeping,
    /// Minutes of a session.
    pub minutes: u32,
    /// The weekly timetable.
    pub slots: Vec<Slot>,
    /// Where.
    pub room: String,
}

impl Intervention {
    /// Minutes a week that its timetable asks of who leads it.
    pub fn minutes_a_week(&self) -> u32 {
        let sessions = u32::try_from(self.slots.len()).unwrap_or(u32::MAX);
        sessions.saturating_mul(self.minutes)
    }

    /// Whether it runs on any day from one to another, both included.
    pub fn runs_in(&self, first: NaiveDate, last: NaiveDate) -> bool {
        self.began_on <= last && self.ends_on.is_none_or(|ends| first <= ends)
    }
}

/// The edit that starts an intervention, with its pupils' places; and with its provision, where that is not in the
/// catalogue yet, and who leads it, where she is not among the staff yet.
///
/// # Errors
/// When it has no provision, no minutes, an end before its beginning, or a name fits no pupil or several.
pub fn start(desk: &Desk<'_>, arranged: &Arranged) -> Result<Edit, Refusal> {
    let joining = joining(desk, &arranged.pupils)?;
    let (edit, intervention) = arrange(desk, arranged, None)?;
    let label = match joining.as_slice() {
        [] => format!("{} begun", intervention.name),
        [only] => format!("{} begun for {}", intervention.name, only.full_name()),
        many => format!("{} begun for {} pupils", intervention.name, many.len()),
    };
    let places = places(desk, &intervention, &joining, arranged.joining_on);
    Ok(Edit { label, ..edit }.put(intervention).put_all(places))
}

/// The edit that changes an intervention, and gives places to pupils who join. Those in it keep theirs.
///
/// # Errors
/// As [`start`].
pub fn change(
    desk: &Desk<'_>,
    before: &Intervention,
    arranged: &Arranged,
) -> Result<Edit, Refusal> {
    let mut joining = joining(desk, &arranged.pupils)?;
    let joins_on = arranged.joining_on.unwrap_or(arranged.began_on);
    joining.retain(|pupil| {
        let mut places = desk.caseload.places_in(before.id);
        !places.any(|place| place.pupil == pupil.id && place.covers(joins_on))
    });
    let (edit, intervention) = arrange(desk, arranged, Some(before))?;
    let label = match joining.as_slice() {
        [] => format!("{} changed", intervention.name),
        [only] => format!("{} joined {}", only.full_name(), intervention.name),
        many => format!("{} pupils joined {}", many.len(), intervention.name),
    };
    let places = places(desk, &intervention, &joining, arranged.joining_on);
    let changed = (intervention != *before).then_some(intervention);
    Ok(Edit { label, ..edit }.put_all(changed).put_all(places))
}

/// The edit that takes an intervention away, with its places; a line of section F that it stood for is then not arranged.
/// `has_history` says whether a session or a measure of it is
/// on record.
///
/// # Errors
/// When there is history, or a review judged it: that would go with it.
pub fn remove(
    desk: &Desk<'_>,
    intervention: &Intervention,
    has_history: bool,
) -> Result<Edit, Refusal> {
    let judged = desk.caseload.reviews.iter().any(|review| {
        let mut verdicts = review.verdicts.iter();
        verdicts.any(|verdict| verdict.intervention == intervention.id)
    });
    if has_history || judged {
        return Err(Refusal::new(format!(
            "{} is on record: its sessions would go with it. Give it a last day instead: Enter opens it.",
            intervention.name
        )));
    }
    let mut edit = Edit::new(format!("{} taken away", intervention.name));
    for place in desk.caseload.places_in(intervention.id) {
        edit = edit.remove(place.id);
    }
    let means = Means::Intervention(intervention.id);
    Ok(edit
        .put_all(ehc_line::without(desk, &means))
        .remove(intervention.id))
}

/// The intervention as arranged, and an edit with what must be there before it.
fn arrange(
    desk: &Desk<'_>,
    arranged: &Arranged,
    before: Option<&Intervention>,
) -> Result<(Edit, Intervention), Refusal> {
    if arranged.provision.is_empty() {
        return Err(Refusal::of(
            "provision",
            "What kind of support is it? Choose a provision, or type the name of a new one.",
        ));
    }
    if let Some(last) = arranged.ends_on.filter(|last| *last < arranged.began_on) {
        return Err(Refusal::of(
            "ends",
            format!(
                "{} is before its first day. Type a later day, or none while that is open.",
                date_words::short(last, desk.today())
            ),
        ));
    }
    let (provision, is_new) = provision_of(desk, arranged);
    let Some(minutes) = arranged
        .minutes
        .or(provision.minutes)
        .filter(|minutes| *minutes > 0)
    else {
        return Err(Refusal::of(
            "minutes",
            "How many minutes is a session? For standing support: how many a day?",
        ));
    };
    let (led_by, new_person) = leader(desk, &arranged.led_by);
    let intervention = Intervention {
        id: before.map_or_else(|| desk.ids.next(), |before| before.id),
        provision: provision.id,
        name: if arranged.name.is_empty() {
            provision.name.clone()
        } else {
            arranged.name.clone()
        },
        led_by,
        began_on: arranged.began_on,
        ends_on: arranged.ends_on,
        keeping: arranged.keeping,
        minutes,
        slots: arranged.slots.clone(),
        room: arranged.room.clone(),
    };
    let edit = Edit::default()
        .put_all(is_new.then_some(provision))
        .put_all(new_person);
    Ok((edit, intervention))
}

/// The provision of the name typed, and whether it is new to the catalogue.
fn provision_of(desk: &Desk<'_>, arranged: &Arranged) -> (Provision, bool) {
    if let Some(provision) = provision::named(desk.caseload, &arranged.provision) {
        return (provision.clone(), false);
    }
    let sought = fold(&arranged.provision);
    let starter = provision::starters()
        .into_iter()
        .find(|starter| fold(&starter.name) == sought);
    let provision = match starter {
        Some(starter) => starter.provision(desk.ids),
        None => Provision {
            id: desk.ids.next(),
            name: arranged.provision.clone(),
            area: arranged.area,
            wave: arranged.wave,
            minutes: arranged.minutes,
            group_size: None,
            pence_an_hour: None,
            words: String::new(),
        },
    };
    (provision, true)
}

/// Who leads it, by the name typed; and, where she is not among the people yet, the record that adds her.
fn leader(desk: &Desk<'_>, name: &str) -> (Option<PersonId>, Option<Person>) {
    if name.is_empty() {
        return (None, None);
    }
    let sought = fold(name);
    let mut people = desk.caseload.people.iter();
    if let Some(person) = people.find(|person| fold(&person.name) == sought) {
        return (Some(person.id), None);
    }
    let person = Person {
        id: desk.ids.next(),
        name: name.to_owned(),
        kind: PersonKind::Staff,
        role: String::new(),
        days: Weekdays::NONE,
        minutes_a_week: None,
        reach: String::new(),
    };
    (Some(person.id), Some(person))
}

/// The pupils whose names were typed, each once.
fn joining<'a>(desk: &Desk<'a>, typed: &str) -> Result<Vec<&'a Pupil>, Refusal> {
    let mut joining: Vec<&Pupil> = Vec::new();
    for name in typed.split(['\n', ';']).map(str::trim) {
        if name.is_empty() {
            continue;
        }
        let pupil = match desk.caseload.find(name).as_slice() {
            [only] => *only,
            [] => {
                return Err(Refusal::of(
                    "pupils",
                    format!(
                        "No pupil is called {name}. Type part of a name, one pupil a line; Ctrl+N adds a new one."
                    ),
                ));
            }
            several => {
                let named = several
                    .iter()
                    .map(|pupil| (pupil.full_name(), pupil.class.as_str()));
                return Err(Refusal::of("pupils", fits_several(name, named)));
            }
        };
        if !joining.iter().any(|other| other.id == pupil.id) {
            joining.push(pupil);
        }
    }
    Ok(joining)
}

fn places(
    desk: &Desk<'_>,
    intervention: &Intervention,
    joining: &[&Pupil],
    on: Option<NaiveDate>,
) -> Vec<Place> {
    let place = |pupil: PupilId| Place {
        id: desk.ids.next(),
        pupil,
        intervention: intervention.id,
        from: on.filter(|on| *on > intervention.began_on),
        to: None,
        target: None,
    };
    joining.iter().map(|pupil| place(pupil.id)).collect()
}

#[cfg(test)]
mod tests;
