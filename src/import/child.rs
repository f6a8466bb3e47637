use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::incoming::Incoming;
use super::parent_told::ParentTold;
use super::part::Part;
use crate::domain::{
    Action, Caseload, Change, Cycle, Desk, EhcEvent, EhcStep, Id, ImportBase, Note, Pupil, PupilId,
    Recorded, SchoolId, Shelf, Status, StatusPeriod,
};

/// A pupil's records that an import may change, taken out to be changed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Child {
    /// The pupil.
    pub pupil: Pupil,
    /// The status she has now.
    pub status: Option<StatusPeriod>,
    /// The status that the file has ended.
    pub ended: Option<StatusPeriod>,
    /// The cycle that is open.
    pub cycle: Option<Cycle>,
    /// Her open actions for a review whose date only a list told.
    pub reviews_due: Vec<Action>,
    /// When her EHC plan was made.
    pub plan_made: Option<EhcEvent>,
    /// What the file says in words.
    pub note: Option<Note>,
    /// What the last file said.
    pub base: ImportBase,
}

impl Child {
    /// A pupil of whom nothing is known yet.
    pub fn new(desk: &Desk<'_>, school: SchoolId) -> Self {
        let pupil = Pupil::new(desk.ids.next(), school);
        Self::of(desk, pupil)
    }

    /// A pupil with her records of the caseload.
    pub fn of(desk: &Desk<'_>, pupil: Pupil) -> Self {
        let caseload = desk.caseload;
        let id = pupil.id;
        let is_review = |action: &&Action| {
            action.is_open()
                && [Action::PLAN_REVIEW_DUE, Action::SUPPORT_REVIEW_DUE]
                    .contains(&action.what.as_str())
        };
        let base = caseload.import_bases.of(id).next().cloned();
        let is_made = |event: &&EhcEvent| event.step == EhcStep::Made;
        Self {
            status: caseload.status_now(id).cloned(),
            ended: None,
            cycle: caseload
                .cycle_now(id)
                .filter(|cycle| !cycle.is_closed())
                .cloned(),
            reviews_due: caseload.actions.of(id).filter(is_review).cloned().collect(),
            plan_made: caseload.ehc_events.of(id).find(is_made).cloned(),
            note: None,
            base: base.unwrap_or_else(|| ImportBase {
                id: desk.ids.next(),
                pupil: id,
                values: BTreeMap::new(),
            }),
            pupil,
        }
    }

    fn has_plan(&self) -> bool {
        self.status
            .as_ref()
            .is_some_and(|period| period.status == Status::E)
    }

    /// The review of the cycle, unless she has an EHC plan: that is reviewed apart from her cycles.
    fn cycle_to_review(&mut self) -> Option<&mut Cycle> {
        let has_plan = self.has_plan();
        self.cycle.as_mut().filter(|_| !has_plan)
    }

    fn review_due(&self) -> Option<&Action> {
        let what = self.review_words();
        self.reviews_due.iter().find(|action| action.what == what)
    }

    fn review_words(&self) -> &'static str {
        if self.has_plan() {
            Action::PLAN_REVIEW_DUE
        } else {
            Action::SUPPORT_REVIEW_DUE
        }
    }

    /// When the next review is due: that of the open cycle, or the one that only a list told of.
    pub fn next_review(&self) -> Option<NaiveDate> {
        let of_cycle = self.cycle.as_ref().filter(|_| !self.has_plan());
        of_cycle
            .and_then(|cycle| cycle.review_on)
            .or_else(|| self.review_due()?.by)
    }

    /// Takes what the file says of a part.
    pub fn take(&mut self, desk: &Desk<'_>, part: Part, said: &Incoming) {
        let pupil = &mut self.pupil;
        let words = |value: &Option<String>| value.clone().unwrap_or_default();
        match part {
            Part::Upn => pupil.upn = words(&said.upn),
            Part::Adno => pupil.adno = words(&said.adno),
            Part::Surname => pupil.surname = words(&said.surname),
            Part::Forename => pupil.forename = words(&said.forename),
            Part::Preferred => pupil.preferred = words(&said.preferred),
            Part::Dob => pupil.dob = said.dob,
            Part::Year => pupil.year = said.year,
            Part::Class => pupil.class = words(&said.class),
            Part::Sex => pupil.sex = said.sex,
            Part::Status => self.take_status(desk, said),
            Part::StatusSince => {
                if let Some(period) = &mut self.status {
                    period.from = said.status_since;
                }
            }
            Part::ParentTold => {
                if let Some(period) = &mut self.status {
                    period.parent_told = said.parent_told.is_some();
                    period.parent_told_on = match said.parent_told {
                        Some(ParentTold::On(day)) => Some(day),
                        Some(ParentTold::Yes) | None => None,
                    };
                }
            }
            Part::Needs => {
                let further = pupil.needs.iter().skip(said.needs.len());
                let further: Vec<_> = further
                    .filter(|code| !said.needs.contains(code))
                    .cloned()
                    .collect();
                pupil.needs = said.needs.clone();
                pupil.needs.extend(further);
            }
            Part::TopUp => pupil.top_up_pence = said.top_up,
            Part::FundedMinutes => pupil.funded_minutes = said.funded_minutes,
            Part::Pp => pupil.pp = said.flags.pp,
            Part::Fsm => pupil.fsm = said.flags.fsm,
            Part::Eal => pupil.eal = said.flags.eal,
            Part::Cla => pupil.cla = said.flags.cla,
            Part::ClaBefore => pupil.cla_before = said.flags.cla_before,
            Part::Service => pupil.service = said.flags.service,
            Part::YoungCarer => pupil.young_carer = said.flags.young_carer,
            Part::Language => pupil.language = words(&said.language),
            Part::Authority => pupil.authority = words(&said.authority),
            Part::PlanMade => self.take_plan_made(desk, said),
            Part::NextReview => self.take_next_review(desk, said),
        }
    }

    /// Begins the status that the file says. Where it does not say since when, that stays unknown; the status before ends the
    /// day before, or today.
    fn take_status(&mut self, desk: &Desk<'_>, said: &Incoming) {
        let Some(status) = said.status else { return };
        let before = self.status.take();
        let from = said.status_since.filter(|since| {
            let began = before.as_ref().and_then(|before| before.from);
            began.is_none_or(|began| began < *since)
        });
        self.ended = before.map(|before| {
            let last = from
                .and_then(|from| from.pred_opt())
                .unwrap_or_else(|| desk.today());
            StatusPeriod {
                to: before.from.max(Some(last)),
                ..before
            }
        });
        self.status = Some(StatusPeriod {
            id: desk.ids.next(),
            pupil: self.pupil.id,
            status,
            watching: said.watching,
            from,
            to: None,
            reason: "as the imported list says".to_owned(),
            parent_told: false,
            parent_told_on: None,
            watched: Vec::new(),
        });
    }

    fn take_plan_made(&mut self, desk: &Desk<'_>, said: &Incoming) {
        let Some(on) = said.plan_made else { return };
        let pupil = self.pupil.id;
        let event = self.plan_made.get_or_insert_with(|| EhcEvent {
            id: desk.ids.next(),
            pupil,
            step: EhcStep::Made,
            on,
            note: String::new(),
        });
        event.on = on;
    }

    fn take_next_review(&mut self, desk: &Desk<'_>, said: &Incoming) {
        if let Some(cycle) = self.cycle_to_review() {
            cycle.review_on = said.next_review;
            return;
        }
        let what = self.review_words();
        match self
            .reviews_due
            .iter_mut()
            .find(|action| action.what == what)
        {
            Some(action) => action.by = said.next_review,
            None => self.reviews_due.push(Action {
                id: desk.ids.next(),
                pupil: self.pupil.id,
                review: None,
                what: what.to_owned(),
                who: String::new(),
                person: None,
                agreed_on: desk.today(),
                by: said.next_review,
                done_on: None,
                dropped: String::new(),
            }),
        }
    }

    /// What has to be written: the records that are not as the caseload has them.
    pub fn changes(&self, caseload: &Caseload) -> Vec<Change> {
        let mut changes = Vec::new();
        changed(&mut changes, &caseload.pupils, &self.pupil);
        for period in self.ended.iter().chain(&self.status) {
            changed(&mut changes, &caseload.status_periods, period);
        }
        if let Some(cycle) = &self.cycle {
            changed(&mut changes, &caseload.cycles, cycle);
        }
        for action in &self.reviews_due {
            changed(&mut changes, &caseload.actions, action);
        }
        if let Some(event) = &self.plan_made {
            changed(&mut changes, &caseload.ehc_events, event);
        }
        changes.extend(self.note.clone().map(|note| Change::Put(note.into())));
        if !self.base.values.is_empty() {
            changed(&mut changes, &caseload.import_bases, &self.base);
        }
        changes
    }

    /// The pupil's id.
    pub fn id(&self) -> PupilId {
        self.pupil.id
    }
}

fn changed<T>(changes: &mut Vec<Change>, shelf: &Shelf<T>, record: &T)
where
    T: Recorded + Into<crate::domain::Record>,
{
    let id: Id<T> = record.id();
    if shelf.get(id) != Some(record) {
        changes.push(Change::Put(record.clone().into()));
    }
}
