//! [`Standings`]: where every pupil and every group stands.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{
    Caseload, Change, Counts, Desk, Due, Figures, Group, InterventionId, Pupil, PupilId, Reckoning,
    RecordId, SchoolCalendar, SchoolId, Standing, Touched, due, figures,
};

/// Where every pupil and every group stands. It is worked out anew for the pupils an edit touches, and for all at unlock, at
/// midnight and when rules or term dates change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standings {
    by_pupil: BTreeMap<PupilId, Standing>,
    groups: BTreeMap<InterventionId, Group>,
    of_school: Vec<Due>,
    counts: Counts,
}

impl Standings {
    /// Where all stand. The figures must be of all.
    pub fn of_all(desk: &Desk<'_>, figures: &Figures) -> Self {
        let mut standings = Self::default();
        let pupils = desk.caseload.pupils.iter().map(|pupil| pupil.id).collect();
        standings.renew(desk, &pupils, figures);
        standings
    }

    /// Works some pupils' standings out anew, and those of their groups. The figures must be of those pupils.
    pub fn renew(&mut self, desk: &Desk<'_>, pupils: &BTreeSet<PupilId>, figures: &Figures) {
        let caseload = desk.caseload;
        let calendars = Calendars::of(caseload);
        let touched = figures::interventions_of(caseload, pupils.iter().copied(), desk.today());
        let reckonings: BTreeMap<InterventionId, Reckoning<'_>> = touched
            .into_iter()
            .filter_map(|id| caseload.interventions.get(id))
            .map(|intervention| {
                let sessions = figures.sessions_of(intervention.id);
                let calendar = calendars.of_group(caseload, intervention.id);
                let reckoning = Reckoning::of(intervention, sessions, calendar, desk.time());
                (intervention.id, reckoning)
            })
            .collect();
        for id in pupils {
            match caseload.pupils.get(*id) {
                Some(pupil) => {
                    let desk = Desk {
                        calendar: calendars.of_pupil(pupil),
                        ..*desk
                    };
                    let standing = Standing::of(&desk, pupil, figures, &reckonings);
                    self.by_pupil.insert(*id, standing);
                }
                None => drop(self.by_pupil.remove(id)),
            }
        }
        for (id, reckoning) in &reckonings {
            let calendar = calendars.of_group(caseload, *id);
            self.groups
                .insert(*id, Group::of(reckoning, calendar, desk.today()));
        }
        self.groups
            .retain(|id, _| caseload.places_in(*id).next().is_some());
        self.of_school = due::of_school(desk);
        self.counts = Counts::of(self);
    }

    /// Where a pupil stands.
    pub fn get(&self, pupil: PupilId) -> Option<&Standing> {
        self.by_pupil.get(&pupil)
    }

    /// Every pupil's standing, in order of making.
    pub fn iter(&self) -> impl Iterator<Item = (PupilId, &Standing)> {
        self.by_pupil
            .iter()
            .map(|(pupil, standing)| (*pupil, standing))
    }

    /// How a group stands.
    pub fn group(&self, intervention: InterventionId) -> Option<&Group> {
        self.groups.get(&intervention)
    }

    /// Every group that runs, in order of making.
    pub fn groups(&self) -> impl Iterator<Item = (InterventionId, &Group)> {
        self.groups.iter().map(|(id, group)| (*id, group))
    }

    /// What is due for the whole school, the earliest first.
    pub fn of_school(&self) -> &[Due] {
        &self.of_school
    }

    /// All that is due up to a day, and all that is without one, whoever it is about: the earliest first, what has no day
    /// last.
    pub fn due_by(&self, last: NaiveDate) -> Vec<&Due> {
        let of_pupils = self.by_pupil.values().flat_map(|standing| &standing.dues);
        let mut dues: Vec<&Due> = of_pupils
            .chain(&self.of_school)
            .filter(|due| due.on.is_none_or(|on| on <= last))
            .collect();
        dues.sort_by_key(|due| (due.on.is_none(), due.on, due.at, due.pupil));
        dues
    }

    /// How much of what is due is in each part of Today.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// Whose standing an edit may have changed, once the caseload has taken it over. `named` are the pupils that its
    /// records are about, before and after.
    pub fn touched(caseload: &Caseload, changes: &[Change], named: &BTreeSet<PupilId>) -> Touched {
        let mut pupils = named.clone();
        for change in changes {
            match change.id() {
                // Names, term dates and the first day of the caseload are in everybody's.
                RecordId::School(_) | RecordId::Setting(_) | RecordId::Person(_) => {
                    return Touched::All;
                }
                id => pupils.extend(caseload.pupils_of(id)),
            }
        }
        Touched::These(pupils)
    }
}

/// The calendar of each school.
struct Calendars {
    by_school: BTreeMap<SchoolId, SchoolCalendar>,
    unknown: SchoolCalendar,
}

impl Calendars {
    fn of(caseload: &Caseload) -> Self {
        let calendar =
            |school: &super::School| SchoolCalendar::new(&school.terms, &school.closures);
        Self {
            by_school: caseload
                .schools
                .iter()
                .map(|school| (school.id, calendar(school)))
                .collect(),
            unknown: SchoolCalendar::default(),
        }
    }

    fn of_pupil(&self, pupil: &Pupil) -> &SchoolCalendar {
        self.by_school.get(&pupil.school).unwrap_or(&self.unknown)
    }

    /// The calendar of the school whose pupils are in the group.
    fn of_group(&self, caseload: &Caseload, intervention: InterventionId) -> &SchoolCalendar {
        caseload
            .places_in(intervention)
            .find_map(|place| caseload.pupils.get(place.pupil))
            .map_or(&self.unknown, |pupil| self.of_pupil(pupil))
    }
}
