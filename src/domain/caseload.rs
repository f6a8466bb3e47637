//! [`Caseload`]: the register in memory.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Action, Arrangement, Change, Cycle, Diagnosis, Document, EhcEvent, EhcLine, HalfDays, HandOver,
    ImportBase, ImportLayout, Intervention, InterventionId, OtherPlan, Outcome, Person, PersonId,
    Place, PlaceId, Provision, Pupil, PupilId, Record, RecordId, Referral, Refusal, Review, School,
    SchoolId, Setting, Shelf, Status, StatusPeriod, Strategy, Target, Tie,
};

/// The register: all that rules look at, as plain data, loaded at unlock. What only people scroll and search (notes,
/// sessions, measures) stays in the file.
#[derive(Clone, Debug, Default)]
pub struct Caseload {
    version: u64,
    /// Schools.
    pub schools: Shelf<School>,
    /// Staff, family and professionals.
    pub people: Shelf<Person>,
    /// What ties them to pupils.
    pub ties: Shelf<Tie>,
    /// Pupils.
    pub pupils: Shelf<Pupil>,
    /// Times at one SEN status.
    pub status_periods: Shelf<StatusPeriod>,
    /// Steps of EHC assessments and plans.
    pub ehc_events: Shelf<EhcEvent>,
    /// Cycles.
    pub cycles: Shelf<Cycle>,
    /// Outcomes.
    pub outcomes: Shelf<Outcome>,
    /// Targets.
    pub targets: Shelf<Target>,
    /// Strategies.
    pub strategies: Shelf<Strategy>,
    /// The catalogue of provision.
    pub provisions: Shelf<Provision>,
    /// Interventions.
    pub interventions: Shelf<Intervention>,
    /// Pupils' places in them.
    pub places: Shelf<Place>,
    /// Reviews.
    pub reviews: Shelf<Review>,
    /// Actions.
    pub actions: Shelf<Action>,
    /// What is awaited from others.
    pub referrals: Shelf<Referral>,
    /// Healthcare plans and other plans.
    pub other_plans: Shelf<OtherPlan>,
    /// Attendance and suspension, term by term.
    pub half_days: Shelf<HalfDays>,
    /// Access arrangements.
    pub arrangements: Shelf<Arrangement>,
    /// Diagnoses, and the ways toward them.
    pub diagnoses: Shelf<Diagnosis>,
    /// Lines of section F of EHC plans.
    pub ehc_lines: Shelf<EhcLine>,
    /// What becomes of the files of those who leave.
    pub hand_overs: Shelf<HandOver>,
    /// What is known of the documents attached to pupils.
    pub documents: Shelf<Document>,
    /// Settings of the caseload: one record, or none in a caseload just begun.
    pub settings: Shelf<Setting>,
    /// What the last imported file said.
    pub import_bases: Shelf<ImportBase>,
    /// What the columns of lists hold, as the user said.
    pub import_layouts: Shelf<ImportLayout>,
    places_by_intervention: BTreeMap<InterventionId, BTreeSet<PlaceId>>,
}

/// Two caseloads are equal when they hold the same records, however they came to.
impl PartialEq for Caseload {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            version: _,
            schools,
            people,
            ties,
            pupils,
            status_periods,
            ehc_events,
            cycles,
            outcomes,
            targets,
            strategies,
            provisions,
            interventions,
            places,
            reviews,
            actions,
            referrals,
            other_plans,
            arrangements,
            diagnoses,
            hand_overs,
            documents,
            ehc_lines,
            half_days,
            settings,
            import_bases,
            import_layouts,
            places_by_intervention,
        } = self;
        *schools == other.schools
            && *people == other.people
            && *ties == other.ties
            && *pupils == other.pupils
            && *status_periods == other.status_periods
            && *ehc_events == other.ehc_events
            && *cycles == other.cycles
            && *outcomes == other.outcomes
            && *targets == other.targets
            && *strategies == other.strategies
            && *provisions == other.provisions
            && *interventions == other.interventions
            && *places == other.places
            && *reviews == other.reviews
            && *actions == other.actions
            && *referrals == other.referrals
            && *other_plans == other.other_plans
            && *half_days == other.half_days
            && *arrangements == other.arrangements
            && *diagnoses == other.diagnoses
            && *ehc_lines == other.ehc_lines
            && *hand_overs == other.hand_overs
            && *documents == other.documents
            && *settings == other.settings
            && *import_bases == other.import_bases
            && *import_layouts == other.import_layouts
            && *places_by_intervention == other.places_by_intervention
    }
}

impl Caseload {
    /// Changes with every edit: a view keeps what it worked out from the register until this is another number.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Takes a change that the file already holds. Records of the log (notes, sessions, measures) are not kept here.
    pub fn apply(&mut self, change: Change) {
        self.version += 1;
        match change {
            Change::Put(record) => self.put(record),
            Change::Remove(id) => self.remove(id),
        }
    }

    fn put(&mut self, record: Record) {
        match record {
            Record::School(school) => drop(self.schools.put(school)),
            Record::Person(person) => drop(self.people.put(person)),
            Record::Tie(tie) => drop(self.ties.put(tie)),
            Record::Pupil(pupil) => drop(self.pupils.put(pupil)),
            Record::StatusPeriod(period) => drop(self.status_periods.put(period)),
            Record::EhcEvent(event) => drop(self.ehc_events.put(event)),
            Record::Cycle(cycle) => drop(self.cycles.put(cycle)),
            Record::Outcome(outcome) => drop(self.outcomes.put(outcome)),
            Record::Target(target) => drop(self.targets.put(target)),
            Record::Strategy(strategy) => drop(self.strategies.put(strategy)),
            Record::Provision(provision) => drop(self.provisions.put(provision)),
            Record::Intervention(intervention) => drop(self.interventions.put(intervention)),
            Record::Place(place) => self.put_place(place),
            Record::Review(review) => drop(self.reviews.put(review)),
            Record::Action(action) => drop(self.actions.put(action)),
            Record::Referral(referral) => drop(self.referrals.put(referral)),
            Record::OtherPlan(plan) => drop(self.other_plans.put(plan)),
            Record::HalfDays(term) => drop(self.half_days.put(term)),
            Record::Arrangement(arrangement) => drop(self.arrangements.put(arrangement)),
            Record::Diagnosis(diagnosis) => drop(self.diagnoses.put(diagnosis)),
            Record::EhcLine(line) => drop(self.ehc_lines.put(line)),
            Record::HandOver(hand_over) => drop(self.hand_overs.put(hand_over)),
            Record::Document(document) => drop(self.documents.put(document)),
            Record::Setting(setting) => drop(self.settings.put(setting)),
            Record::ImportBase(base) => drop(self.import_bases.put(base)),
            Record::ImportLayout(layout) => drop(self.import_layouts.put(layout)),
            Record::Session(_) | Record::Measure(_) | Record::Note(_) => {}
        }
    }

    fn remove(&mut self, id: RecordId) {
        match id {
            RecordId::School(id) => drop(self.schools.remove(id)),
            RecordId::Person(id) => drop(self.people.remove(id)),
            RecordId::Tie(id) => drop(self.ties.remove(id)),
            RecordId::Pupil(id) => drop(self.pupils.remove(id)),
            RecordId::StatusPeriod(id) => drop(self.status_periods.remove(id)),
            RecordId::EhcEvent(id) => drop(self.ehc_events.remove(id)),
            RecordId::Cycle(id) => drop(self.cycles.remove(id)),
            RecordId::Outcome(id) => drop(self.outcomes.remove(id)),
            RecordId::Target(id) => drop(self.targets.remove(id)),
            RecordId::Strategy(id) => drop(self.strategies.remove(id)),
            RecordId::Provision(id) => drop(self.provisions.remove(id)),
            RecordId::Intervention(id) => drop(self.interventions.remove(id)),
            RecordId::Place(id) => self.remove_place(id),
            RecordId::Review(id) => drop(self.reviews.remove(id)),
            RecordId::Action(id) => drop(self.actions.remove(id)),
            RecordId::Referral(id) => drop(self.referrals.remove(id)),
            RecordId::OtherPlan(id) => drop(self.other_plans.remove(id)),
            RecordId::HalfDays(id) => drop(self.half_days.remove(id)),
            RecordId::Arrangement(id) => drop(self.arrangements.remove(id)),
            RecordId::Diagnosis(id) => drop(self.diagnoses.remove(id)),
            RecordId::EhcLine(id) => drop(self.ehc_lines.remove(id)),
            RecordId::HandOver(id) => drop(self.hand_overs.remove(id)),
            RecordId::Document(id) => drop(self.documents.remove(id)),
            RecordId::Setting(id) => drop(self.settings.remove(id)),
            RecordId::ImportBase(id) => drop(self.import_bases.remove(id)),
            RecordId::ImportLayout(id) => drop(self.import_layouts.remove(id)),
            RecordId::Session(_) | RecordId::Measure(_) | RecordId::Note(_) => {}
        }
    }

    fn put_place(&mut self, place: Place) {
        self.remove_place(place.id);
        self.places_by_intervention
            .entry(place.intervention)
            .or_default()
            .insert(place.id);
        self.places.put(place);
    }

    fn remove_place(&mut self, id: PlaceId) {
        if let Some(place) = self.places.remove(id)
            && let Some(ids) = self.places_by_intervention.get_mut(&place.intervention)
        {
            ids.remove(&id);
            if ids.is_empty() {
                self.places_by_intervention.remove(&place.intervention);
            }
        }
    }

    /// The places in an intervention, in order of making.
    pub fn places_in(&self, intervention: InterventionId) -> impl Iterator<Item = &Place> {
        self.places_by_intervention
            .get(&intervention)
            .into_iter()
            .flatten()
            .filter_map(|id| self.places.get(*id))
    }

    /// The pupils whose figures a record bears on.
    pub fn pupils_of(&self, id: RecordId) -> BTreeSet<PupilId> {
        match id {
            RecordId::Intervention(id) => self.places_in(id).map(|place| place.pupil).collect(),
            RecordId::Person(person) => self
                .ties
                .iter()
                .filter(|tie| tie.person == person)
                .map(|tie| tie.pupil)
                .collect(),
            _ => BTreeSet::new(),
        }
    }

    /// The school, where there is one for all: the first made.
    pub fn school(&self) -> Option<&School> {
        self.schools.iter().next()
    }

    /// The school with this id.
    pub fn school_of(&self, id: SchoolId) -> Option<&School> {
        self.schools.get(id)
    }

    /// The settings, once made.
    pub fn setting(&self) -> Option<&Setting> {
        self.settings.get(Setting::ID)
    }

    /// What the school calls the plan: "SEN support plan", "IEP", "passport".
    pub fn plan_name(&self) -> &str {
        self.setting()
            .map(|setting| setting.plan_name.as_str())
            .filter(|name| !name.is_empty())
            .unwrap_or("SEN support plan")
    }

    /// The pupil with this id.
    ///
    /// # Errors
    /// When she is no longer in the caseload.
    pub fn pupil(&self, id: PupilId) -> Result<&Pupil, Refusal> {
        self.pupils.get(id).ok_or_else(|| {
            Refusal::new(
                "This pupil is no longer in the caseload. Ctrl+Z may bring the pupil back.",
            )
        })
    }

    /// Pupils who have not left.
    pub fn present(&self) -> impl Iterator<Item = &Pupil> {
        self.pupils.iter().filter(|pupil| pupil.left_on.is_none())
    }

    /// A pupil's status now: the latest period that has not ended.
    pub fn status_now(&self, pupil: PupilId) -> Option<&StatusPeriod> {
        self.status_periods
            .of(pupil)
            .filter(|period| period.to.is_none())
            .max_by_key(|period| (period.from, period.id))
    }

    /// A pupil's newest cycle: the one that is open, or the last closed.
    pub fn cycle_now(&self, pupil: PupilId) -> Option<&Cycle> {
        self.cycles.of(pupil).max_by_key(|cycle| cycle.number)
    }

    /// What becomes of a pupil's file.
    pub fn hand_over_of(&self, pupil: PupilId) -> Option<&HandOver> {
        self.hand_overs.of(pupil).next()
    }

    /// All cycles of a pupil, the newest first.
    pub fn cycles_of(&self, pupil: PupilId) -> Vec<&Cycle> {
        let mut cycles: Vec<_> = self.cycles.of(pupil).collect();
        cycles.sort_by_key(|cycle| std::cmp::Reverse(cycle.number));
        cycles
    }

    /// A cycle's targets in the plan's order.
    pub fn targets_of(&self, cycle: &Cycle) -> Vec<&Target> {
        let mut targets: Vec<_> = self
            .targets
            .of(cycle.pupil)
            .filter(|target| target.cycle == cycle.id)
            .collect();
        targets.sort_by_key(|target| (target.place, target.id));
        targets
    }

    /// A pupil's census code now; N where no period says otherwise.
    pub fn status_of(&self, pupil: PupilId) -> Status {
        self.status_now(pupil)
            .map_or(Status::N, |period| period.status)
    }

    /// Whether a person is the SENCO herself.
    pub fn is_senco(&self, person: Option<PersonId>) -> bool {
        person.is_some() && person == self.setting().and_then(|setting| setting.senco)
    }

    /// Who somebody is: the person's name, once matched, or the words until then. Empty means the SENCO.
    pub fn who<'a>(&'a self, words: &'a str, person: Option<PersonId>) -> &'a str {
        match self.name_of(person) {
            "" => words,
            name => name,
        }
    }

    /// A person's name, or nothing.
    pub fn name_of(&self, person: Option<PersonId>) -> &str {
        person
            .and_then(|id| self.people.get(id))
            .map_or("", |person| &person.name)
    }

    /// A pupil's name as she is spoken of, for the label of an edit.
    pub fn full_name(&self, pupil: PupilId) -> String {
        let pupil = self.pupils.get(pupil);
        pupil.map_or_else(|| "a pupil".to_owned(), Pupil::full_name)
    }
}
