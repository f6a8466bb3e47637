//! [`Dossier`]: everything about one child.

use std::collections::BTreeMap;

use super::{
    Action, Caseload, Cycle, Diagnosis, EhcEvent, EhcLine, Intervention, InterventionId, Measure,
    Note, Outcome, Person, PersonId, Place, Provision, ProvisionId, Pupil, PupilId, Referral,
    Review, School, Session, Setting, Standing, StatusPeriod, Strategy, Target, Tie,
};

/// Everything about one child, from register and log, as plain data: the brief, every document and every rule about one
/// child are functions of it. No other child's record can be in it; of a group it knows the size.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// The pupil.
    pub pupil: Pupil,
    /// Her school.
    pub school: Option<School>,
    /// The settings of the caseload.
    pub setting: Option<Setting>,
    /// All that is derived about her.
    pub standing: Standing,
    /// Her contacts.
    pub ties: Vec<Tie>,
    /// The adults her records name.
    pub people: BTreeMap<PersonId, Person>,
    /// Times at one SEN status.
    pub status_periods: Vec<StatusPeriod>,
    /// Steps of her EHC assessment and plan.
    pub ehc_events: Vec<EhcEvent>,
    /// Her diagnoses, and the ways toward them.
    pub diagnoses: Vec<Diagnosis>,
    /// Lines of section F of her EHC plan.
    pub ehc_lines: Vec<EhcLine>,
    /// Her cycles, in order of number.
    pub cycles: Vec<Cycle>,
    /// Her outcomes.
    pub outcomes: Vec<Outcome>,
    /// Her targets, of all cycles.
    pub targets: Vec<Target>,
    /// Strategies, of all cycles.
    pub strategies: Vec<Strategy>,
    /// Her places in interventions.
    pub places: Vec<Place>,
    /// The interventions of those places.
    pub interventions: BTreeMap<InterventionId, Intervention>,
    /// Their kinds of provision.
    pub provisions: BTreeMap<ProvisionId, Provision>,
    /// How many pupils have a place in each of them, herself included.
    pub group_sizes: BTreeMap<InterventionId, usize>,
    /// Reviews, booked and held, by their day.
    pub reviews: Vec<Review>,
    /// Actions.
    pub actions: Vec<Action>,
    /// What was asked of others.
    pub referrals: Vec<Referral>,
    /// Notes about her, by the day they happened.
    pub notes: Vec<Note>,
    /// Measures, by their day.
    pub measures: Vec<Measure>,
    /// Sessions of her interventions while she had a place, by their day: with her own mark and remark alone.
    pub sessions: Vec<Session>,
}

impl Dossier {
    /// The dossier of a pupil, from the register, her standing, and what the log holds about her. Whatever else is handed
    /// in is left out.
    pub fn of(
        caseload: &Caseload,
        pupil: PupilId,
        standing: Standing,
        notes: Vec<Note>,
        measures: Vec<Measure>,
        sessions: Vec<Session>,
    ) -> Option<Self> {
        let pupil = caseload.pupils.get(pupil)?.clone();
        let id = pupil.id;
        let places: Vec<Place> = caseload.places.of(id).cloned().collect();
        let interventions: BTreeMap<InterventionId, Intervention> = places
            .iter()
            .filter_map(|place| caseload.interventions.get(place.intervention))
            .map(|intervention| (intervention.id, intervention.clone()))
            .collect();
        let mut dossier = Self {
            school: caseload.school_of(pupil.school).cloned(),
            setting: caseload.setting().cloned(),
            standing,
            ties: caseload.ties.of(id).cloned().collect(),
            people: BTreeMap::new(),
            status_periods: caseload.status_periods.of(id).cloned().collect(),
            ehc_events: caseload.ehc_events.of(id).cloned().collect(),
            diagnoses: caseload.diagnoses.of(id).cloned().collect(),
            ehc_lines: caseload.ehc_lines.of(id).cloned().collect(),
            cycles: caseload.cycles.of(id).cloned().collect(),
            outcomes: caseload.outcomes.of(id).cloned().collect(),
            targets: caseload.targets.of(id).cloned().collect(),
            strategies: caseload.strategies.of(id).cloned().collect(),
            provisions: interventions
                .values()
                .filter_map(|intervention| caseload.provisions.get(intervention.provision))
                .map(|provision| (provision.id, provision.clone()))
                .collect(),
            group_sizes: interventions
                .keys()
                .map(|id| (*id, caseload.places_in(*id).count()))
                .collect(),
            reviews: caseload.reviews.of(id).cloned().collect(),
            actions: caseload.actions.of(id).cloned().collect(),
            referrals: caseload.referrals.of(id).cloned().collect(),
            notes: notes.into_iter().filter(|note| note.pupil == id).collect(),
            measures: measures
                .into_iter()
                .filter(|measure| measure.pupil == id)
                .collect(),
            sessions: sessions
                .into_iter()
                .filter_map(|session| her_own(session, &places))
                .collect(),
            pupil,
            places,
            interventions,
        };
        dossier.people = dossier.named(caseload);
        dossier.sort();
        Some(dossier)
    }

    /// The adults that her records name.
    fn named(&self, caseload: &Caseload) -> BTreeMap<PersonId, Person> {
        let invited = self.reviews.iter().flat_map(|review| &review.invited);
        let led_by = self.interventions.values();
        self.ties
            .iter()
            .map(|tie| tie.person)
            .chain(invited.filter_map(|invitee| invitee.person))
            .chain(led_by.filter_map(|intervention| intervention.led_by))
            .chain(self.actions.iter().filter_map(|action| action.person))
            .chain(self.referrals.iter().filter_map(|referral| referral.person))
            .chain(self.ehc_lines.iter().filter_map(|line| line.person))
            .chain(self.setting.as_ref().and_then(|setting| setting.senco))
            .filter_map(|id| Some((id, caseload.people.get(id)?.clone())))
            .collect()
    }

    fn sort(&mut self) {
        self.cycles.sort_by_key(|cycle| cycle.number);
        self.reviews
            .sort_by_key(|review| (review.held_on.unwrap_or(review.on), review.at, review.id));
        self.notes.sort_by_key(|note| (note.happened_on, note.id));
        self.measures
            .sort_by_key(|measure| (measure.on, measure.id));
        self.sessions
            .sort_by_key(|session| (session.on, session.at, session.id));
    }

    /// Who somebody is: the person's name, once matched, or the words until then. Empty means the SENCO.
    pub fn who<'a>(&'a self, words: &'a str, person: Option<PersonId>) -> &'a str {
        person
            .and_then(|id| self.people.get(&id))
            .map_or(words, |person| &person.name)
    }

    /// The SENCO's name, where it is on record.
    pub fn senco(&self) -> Option<&str> {
        let senco = self.setting.as_ref().and_then(|setting| setting.senco)?;
        self.people.get(&senco).map(|person| person.name.as_str())
    }

    /// Whether words or a person mean the SENCO.
    pub fn is_senco(&self, words: &str, person: Option<PersonId>) -> bool {
        let senco = self.setting.as_ref().and_then(|setting| setting.senco);
        match person {
            Some(_) => person == senco,
            None => words.is_empty(),
        }
    }

    /// Her newest cycle.
    pub fn cycle_now(&self) -> Option<&Cycle> {
        self.cycles.last()
    }

    /// The latest review that was held.
    pub fn last_review(&self) -> Option<&Review> {
        self.reviews.iter().rfind(|review| review.held_on.is_some())
    }

    /// The next review that is booked and not held.
    pub fn next_review(&self) -> Option<&Review> {
        self.reviews.iter().find(|review| review.held_on.is_none())
    }
}

/// A session as her dossier holds it, when she had a place in it then.
fn her_own(session: Session, places: &[Place]) -> Option<Session> {
    let place = places.iter().find(|place| {
        place.intervention == session.intervention
            && place.from.is_none_or(|from| from <= session.on)
            && place.to.is_none_or(|to| session.on <= to)
    })?;
    let marks = session.marks.into_iter();
    Some(Session {
        marks: marks.filter(|mark| mark.pupil == place.pupil).collect(),
        note: String::new(),
        ..session
    })
}

#[cfg(test)]
mod tests;
