//! What looks wrong with an intervention and may be right.

use chrono::Weekday;

use super::{Arranged, Intervention};
use crate::domain::{Desk, Doubt, InterventionId, Keeping, fold, provision, slot};

/// What looks wrong with an intervention as arranged and may be right. `id` is its own, where it is there already.
pub fn doubts(desk: &Desk<'_>, arranged: &Arranged, id: Option<InterventionId>) -> Vec<Doubt> {
    let told = [
        watched(desk, arranged),
        clash(desk, arranged, id),
        no_timetable(arranged),
        weekend(arranged),
        new_leader(desk, arranged),
        new_provision(desk, arranged),
    ];
    told.into_iter().flatten().collect()
}

/// R26. A watched pupil given targeted provision may be on SEN support in fact.
fn watched(desk: &Desk<'_>, arranged: &Arranged) -> Option<Doubt> {
    let named = provision::named(desk.caseload, &arranged.provision);
    let wave = named.map_or(arranged.wave, |provision| provision.wave);
    let names = arranged.pupils.split(['\n', ';']).map(str::trim);
    let mut watched = names
        .filter_map(|name| match desk.caseload.find(name).as_slice() {
            [only] => Some(*only),
            _ => None,
        })
        .filter(|pupil| {
            let status = desk.caseload.status_now(pupil.id);
            status.is_some_and(|period| period.watching)
        });
    let pupil = watched.next().filter(|_| wave >= 2)?;
    Some(Doubt {
        field: "pupils",
        words: format!(
            "{} is watched: this may be SEN support. Has the parent been told?",
            pupil.full_name()
        ),
        basis: "Children and Families Act 2014 s.20, s.68".to_owned(),
    })
}

/// The same adult leads another group at the same time.
fn clash(desk: &Desk<'_>, arranged: &Arranged, id: Option<InterventionId>) -> Option<Doubt> {
    let name = fold(&arranged.led_by);
    let last = arranged
        .ends_on
        .unwrap_or(desk.today().max(arranged.began_on));
    let leads = |other: &&Intervention| {
        let leader = desk.caseload.name_of(other.led_by);
        !name.is_empty() && fold(leader) == name && Some(other.id) != id
    };
    let others = desk.caseload.interventions.iter().filter(leads);
    others
        .filter(|other| other.runs_in(arranged.began_on, last))
        .find_map(|other| {
            let mut same = other
                .slots
                .iter()
                .filter(|slot| arranged.slots.contains(slot));
            Some((other, *same.next()?))
        })
        .map(|(other, at)| Doubt {
            field: "timetable",
            words: format!(
                "{} leads {} on {}",
                desk.caseload.name_of(other.led_by),
                other.name,
                slot::write_slots(&[at])
            ),
            basis: "the timetables you entered".to_owned(),
        })
}

fn no_timetable(arranged: &Arranged) -> Option<Doubt> {
    let has_register = arranged.keeping != Keeping::Standing;
    (has_register && arranged.slots.is_empty()).then(|| Doubt {
        field: "timetable",
        words: "without a timetable no session is promised".to_owned(),
        basis: "what was given is counted against it".to_owned(),
    })
}

/// No school day is a Saturday or a Sunday, so that nothing is ever promised on one.
fn weekend(arranged: &Arranged) -> Option<Doubt> {
    let mut days = arranged.slots.iter().map(|slot| slot.weekday);
    let day = days.find(|day| matches!(day, Weekday::Sat | Weekday::Sun))?;
    let name = if day == Weekday::Sat {
        "Saturday"
    } else {
        "Sunday"
    };
    Some(Doubt {
        field: "timetable",
        words: format!("no session is promised on a {name}: is the day right?"),
        basis: "the school is closed at weekends".to_owned(),
    })
}

fn new_leader(desk: &Desk<'_>, arranged: &Arranged) -> Option<Doubt> {
    let name = fold(&arranged.led_by);
    let mut people = desk.caseload.people.iter();
    let is_new = !name.is_empty() && !people.any(|person| fold(&person.name) == name);
    is_new.then(|| Doubt {
        field: "led_by",
        words: format!(
            "{} is not among the staff: saving adds the name",
            arranged.led_by
        ),
        basis: "check the spelling".to_owned(),
    })
}

fn new_provision(desk: &Desk<'_>, arranged: &Arranged) -> Option<Doubt> {
    let name = &arranged.provision;
    let is_new = !name.is_empty() && provision::named(desk.caseload, name).is_none();
    is_new.then(|| {
        let sought = fold(name);
        let starters = provision::starters();
        let is_starter = starters.iter().any(|starter| fold(&starter.name) == sought);
        Doubt {
            field: "provision",
            words: format!("saving adds {name} to the catalogue"),
            basis: if is_starter {
                "from the starter list".to_owned()
            } else {
                "with the area and wave below".to_owned()
            },
        }
    })
}
