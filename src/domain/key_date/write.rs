//! Writing key dates: those of one pupil, or of many as one edit.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{KeyDate, KeyDay, held, latest};
use crate::domain::date_words::with_year;
use crate::domain::review::{self, Booking};
use crate::domain::{
    Change, Cycle, Desk, Edit, EhcEvent, EhcStep, Pupil, PupilId, Refusal, Review, ReviewKind,
    Status, StatusPeriod, standing,
};

/// A step of a plan that is later than the one on record by no more than so many days puts it right; a later one is another.
const SAME_STEP_DAYS: i64 = 28;

/// Why dates can't be written, and of which pupil and date that is so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyDateRefused {
    /// The pupil.
    pub pupil: PupilId,
    /// The date.
    pub date: KeyDate,
    /// Why.
    pub refusal: Refusal,
}

/// The edit that writes key dates of many pupils; none takes a date away.
///
/// # Errors
/// When one of them can't be written: the first, by pupil.
pub fn write(
    desk: &Desk<'_>,
    typed: &BTreeMap<(PupilId, KeyDate), Option<NaiveDate>>,
) -> Result<Edit, KeyDateRefused> {
    let mut of_each: BTreeMap<PupilId, BTreeMap<KeyDate, Option<NaiveDate>>> = BTreeMap::new();
    for ((pupil, date), day) in typed {
        of_each.entry(*pupil).or_default().insert(*date, *day);
    }
    let mut edit = Edit::default();
    for (pupil, dates) in &of_each {
        edit.changes.extend(write_of(desk, *pupil, dates)?);
    }
    let (pupils, dates) = (of_each.len(), typed.len());
    let s = if dates == 1 { "" } else { "s" };
    edit.label = match of_each.first_key_value() {
        Some((only, _)) if pupils == 1 => {
            format!("{dates} date{s} of {}", desk.caseload.full_name(*only))
        }
        _ => format!("{dates} date{s} of {pupils} pupils"),
    };
    Ok(edit)
}

/// The changes that write key dates of one pupil.
///
/// # Errors
/// When one of them has no meaning for her, has not come yet, or is part of a record that is changed elsewhere.
pub fn write_of(
    desk: &Desk<'_>,
    id: PupilId,
    dates: &BTreeMap<KeyDate, Option<NaiveDate>>,
) -> Result<Vec<Change>, KeyDateRefused> {
    let refused = |date: KeyDate| {
        move |refusal: Refusal| KeyDateRefused {
            pupil: id,
            date,
            refusal,
        }
    };
    let Some((first, _)) = dates.first_key_value() else {
        return Ok(Vec::new());
    };
    let pupil = desk.caseload.pupil(id).map_err(refused(*first))?;
    let mut writing = Writing {
        desk,
        pupil,
        period: desk.caseload.status_now(id).cloned(),
        cycle: desk.caseload.cycle_now(id).cloned(),
        rest: Edit::default(),
    };
    for (date, day) in dates {
        writing.take(*date, *day).map_err(refused(*date))?;
    }
    Ok(writing.changes())
}

/// The dates of one pupil as they are being written.
struct Writing<'a> {
    desk: &'a Desk<'a>,
    pupil: &'a Pupil,
    /// Her status now and her newest cycle: several dates may stand in each.
    period: Option<StatusPeriod>,
    cycle: Option<Cycle>,
    rest: Edit,
}

impl Writing<'_> {
    fn take(&mut self, date: KeyDate, day: Option<NaiveDate>) -> Result<(), Refusal> {
        let caseload = self.desk.caseload;
        if date.of(caseload, self.pupil) == KeyDay::NotHers {
            return Err(Refusal::new(format!(
                "{}: {} is {}.",
                self.pupil.full_name(),
                date.label(),
                date.whose()
            )));
        }
        if date != KeyDate::NextReview {
            self.desk.has_come("on", day)?;
        }
        match (date, &mut self.period) {
            (KeyDate::Since, Some(period)) => period.from = day,
            (KeyDate::ParentTold, Some(period)) => {
                period.parent_told_on = day;
                period.parent_told = day.is_some();
            }
            (KeyDate::Since | KeyDate::ParentTold, None) => {}
            (KeyDate::PlanBegan, _) => self.plan_began(day)?,
            (KeyDate::NextReview, _) => self.next_review(day)?,
            (KeyDate::PlanMade, _) => self.step(EhcStep::Made, day),
            (KeyDate::LastMeeting, _) => self.meeting(day)?,
            (KeyDate::LaDecided, _) => self.step(EhcStep::LaDecided, day),
        }
        Ok(())
    }

    /// The day on which the plan of her newest cycle was done; without a cycle, her first: a plan that began on paper rests on
    /// what was known by then.
    fn plan_began(&mut self, day: Option<NaiveDate>) -> Result<(), Refusal> {
        match (&mut self.cycle, day) {
            (Some(cycle), Some(day)) if cycle.reviewed_on.is_some_and(|on| day > on) => {
                return Err(Refusal::new(format!(
                    "Cycle {} was reviewed before that day. The next one begins on the Plan page: p, then n.",
                    cycle.number
                )));
            }
            (Some(cycle), _) => {
                cycle.planned_on = day;
                cycle.assessed_on = cycle.assessed_on.or(day);
                if cycle.number == 1 {
                    cycle.began_on = day.map_or(cycle.began_on, |day| day.min(cycle.began_on));
                }
            }
            (None, Some(day)) => {
                let ids = self.desk.ids;
                self.cycle = Some(Cycle {
                    assessed_on: Some(day),
                    planned_on: Some(day),
                    ..Cycle::new(ids.next(), self.pupil.id, 1, day)
                });
            }
            (None, None) => {}
        }
        Ok(())
    }

    /// A review that is booked moves; without one the date is agreed for the cycle that is open, and a review is booked where
    /// there is none. Of an EHC plan only reviews of the plan count.
    fn next_review(&mut self, day: Option<NaiveDate>) -> Result<(), Refusal> {
        let caseload = self.desk.caseload;
        let is_plan = caseload.status_of(self.pupil.id) == Status::E;
        let mut booked = standing::booked(caseload, self.pupil).into_iter();
        let booked = booked.find(|review| !is_plan || review.is_of_plan());
        let open = self.cycle.as_mut().filter(|cycle| !cycle.is_closed());
        match (booked, day) {
            (Some(_), None) => {
                return Err(Refusal::new(
                    "This review is booked. To take the booking away, go to the Review page: r, then Del.",
                ));
            }
            (Some(review), Some(day)) => {
                if let Some(cycle) = open.filter(|cycle| review.cycle == Some(cycle.id)) {
                    cycle.review_on = Some(day);
                }
                let moved = Review {
                    on: day,
                    ..review.clone()
                };
                if moved != *review {
                    self.rest = std::mem::take(&mut self.rest).put(moved);
                }
            }
            (None, day) => match (open, day) {
                (Some(cycle), day) if !is_plan => cycle.review_on = day,
                (_, Some(day)) => self.book(day, is_plan)?,
                (_, None) => {}
            },
        }
        Ok(())
    }

    fn book(&mut self, on: NaiveDate, is_plan: bool) -> Result<(), Refusal> {
        let booking = Booking {
            kind: if is_plan {
                ReviewKind::Annual
            } else {
                ReviewKind::Support
            },
            on,
            at: None,
            room: String::new(),
            invited: review::whom_to_invite(self.desk.caseload, self.pupil.id, self.desk.today()),
            papers_out_on: None,
        };
        let booked = review::book(self.desk, self.pupil, &booking)?;
        for change in booked.changes {
            match change {
                // What else is typed of the cycle is not in the one that was booked for.
                Change::Put(crate::domain::Record::Cycle(cycle)) => {
                    if let Some(mine) = &mut self.cycle {
                        mine.review_on = cycle.review_on;
                    }
                }
                other => self.rest.changes.push(other),
            }
        }
        Ok(())
    }

    /// The meeting of the plan's last review. One that was held here is its own record.
    fn meeting(&mut self, day: Option<NaiveDate>) -> Result<(), Refusal> {
        let held = held(self.desk.caseload, self.pupil);
        if let Some(held) = held.filter(|held| !day.is_some_and(|day| is_another(day, *held))) {
            return Err(Refusal::new(format!(
                "The review of {} has a record of its own. To put its day right, open it on the Review page: r.",
                with_year(held)
            )));
        }
        self.step(EhcStep::Reviewed, day);
        Ok(())
    }

    /// Puts the latest such step right, or adds a later one.
    fn step(&mut self, step: EhcStep, day: Option<NaiveDate>) {
        let before = latest(self.desk.caseload, self.pupil, step);
        let edit = std::mem::take(&mut self.rest);
        let new = |on: NaiveDate| EhcEvent {
            id: self.desk.ids.next(),
            pupil: self.pupil.id,
            step,
            on,
            note: String::new(),
        };
        self.rest = match (before, day) {
            (None, None) => edit,
            (Some(before), None) => edit.remove(before.id),
            (None, Some(day)) => edit.put(new(day)),
            (Some(before), Some(day)) if before.on == day => edit,
            (Some(before), Some(day)) if step != EhcStep::Made && is_another(day, before.on) => {
                edit.put(new(day))
            }
            (Some(before), Some(day)) => edit.put(EhcEvent {
                on: day,
                ..before.clone()
            }),
        };
    }

    fn changes(self) -> Vec<Change> {
        let caseload = self.desk.caseload;
        let period = self
            .period
            .filter(|period| caseload.status_periods.get(period.id) != Some(period));
        let cycle = self
            .cycle
            .filter(|cycle| caseload.cycles.get(cycle.id) != Some(cycle));
        let edit = Edit::default().put_all(period).put_all(cycle);
        edit.changes.into_iter().chain(self.rest.changes).collect()
    }
}

/// Whether a day is so much later than the one on record that both are true.
fn is_another(day: NaiveDate, before: NaiveDate) -> bool {
    (day - before).num_days() > SAME_STEP_DAYS
}
