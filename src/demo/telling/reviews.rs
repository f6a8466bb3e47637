//! The reviews of a pupil told in outline, and the actions agreed at them.

use chrono::{NaiveTime, Weekday};

use super::plan::Found;
use super::{BETWEEN_REVIEWS, Telling};
use crate::demo::action::Deed;
use crate::demo::build::Build;
use crate::demo::deck::Deck;
use crate::demo::intervention::Running;
use crate::demo::pupil::Told;
use crate::demo::review::Meeting;
use crate::demo::when::When;
use crate::domain::{Agreement, Came, Decision, Judged, KeepIt, ReviewKind};

/// School weeks ahead for which reviews are booked, in the order they are given out.
const AHEAD: [usize; 8] = [1, 2, 3, 6, 2, 1, 5, 7];
const WEEKDAYS: [Weekday; 4] = [Weekday::Tue, Weekday::Thu, Weekday::Fri, Weekday::Wed];
const TIMES: [(u32, u32); 3] = [(15, 20), (8, 40), (16, 0)];

impl Telling<'_> {
    /// A review of SEN support, with nobody's words yet.
    pub(super) fn meeting(&self, on: When, cycle: Option<usize>) -> Meeting {
        Meeting {
            on,
            at: NaiveTime::from_hms_opt(15, 30, 0),
            room: String::new(),
            kind: ReviewKind::Support,
            cycle,
            held: false,
            invited: vec![self.parent().to_owned(), "teacher".to_owned()],
            stayed_away: Vec::new(),
            papers_out: None,
            report_sent: None,
            found: Vec::new(),
            verdict: Vec::new(),
            pupil_words: String::new(),
            family_words: String::new(),
            decision: None,
            reason: String::new(),
            agreement: None,
            action: Vec::new(),
        }
    }

    /// The review that closed a cycle so many school weeks ago.
    pub(super) fn closing_review(
        &mut self,
        build: &Build<'_>,
        told: &mut Told,
        (cycle, weeks): (usize, usize),
        found: Vec<Found>,
    ) {
        let on = self.ago(weeks);
        let decision = self.decision(&found);
        let reasons = self.everybody.reasons(decision);
        let mut review = Meeting {
            held: true,
            verdict: self.verdicts(weeks, decision),
            found: found
                .into_iter()
                .map(|found| (found.key, found.judged, found.evidence))
                .collect(),
            decision: Some(decision),
            reason: Deck::shuffled(reasons, &mut self.chance).draw().clone(),
            agreement: Some(match self.chance.below(20) {
                0 => Agreement::InPart,
                _ => Agreement::Agrees,
            }),
            ..self.meeting(on, Some(cycle))
        };
        if self.chance.percent(35) {
            let said = self.said.draw();
            review.pupil_words = self.fill(build, said, on);
        }
        if self.chance.percent(45) {
            let said = self.family_said.draw();
            review.family_words = self.fill(build, said, on);
        }
        if self.chance.percent(12) {
            let came = self.chance.one(&[Came::SentViews, Came::DidNotCome]);
            review.stayed_away.push((self.parent().to_owned(), came));
        }
        review.action = self.actions(build, weeks);
        told.review.push(review);
    }

    fn decision(&mut self, found: &[Found]) -> Decision {
        let met = |found: &&Found| matches!(found.judged, Judged::Met | Judged::MoreThanMet);
        let stuck = found.iter().any(|found| found.judged == Judged::NotYet);
        match found.iter().filter(met).count() {
            0 if stuck => Decision::StepUp,
            0 => Decision::CarryOn,
            1 => Decision::CarryOn,
            _ if self.chance.percent(15) => Decision::StepDown,
            _ => Decision::Change,
        }
    }

    /// What was decided about the provision that ended in the cycle.
    fn verdicts(&mut self, weeks: usize, decision: Decision) -> Vec<(String, KeepIt, String)> {
        let within = (weeks + BETWEEN_REVIEWS, weeks);
        let ended = Running::read()
            .runs()
            .filter(|run| run.ended_for(&self.outline.key, within));
        let (keep, why) = match decision {
            Decision::CarryOn => (KeepIt::Keep, "It does what it should."),
            Decision::StepUp => (KeepIt::Change, "More often."),
            Decision::StepDown => (KeepIt::Stop, "No longer needed."),
            _ => (KeepIt::Change, "The next step of it."),
        };
        ended
            .map(|run| (run.key.clone(), keep, why.to_owned()))
            .collect()
    }

    /// One or two things agreed, all done or dropped by now unless their day is still to come.
    fn actions(&mut self, build: &Build<'_>, weeks: usize) -> Vec<Deed> {
        let mut deck = Deck::shuffled(&self.everybody.actions, &mut self.chance);
        let count = self.chance.within((0, 2));
        let mut deeds = Vec::new();
        for _ in 0..count {
            let (what, who) = deck.draw();
            let within = self.chance.within((2, 4));
            let by = self.after(weeks, within);
            let took = within - self.chance.below(2);
            let done = self.after(weeks, took);
            let past = |when: When| build.days.date(when) < build.days.today;
            let drop = past(by) && self.chance.percent(5);
            let dropped = Deck::shuffled(&self.everybody.dropped, &mut self.chance).draw();
            deeds.push(Deed {
                what: what.clone(),
                who: match who.as_str() {
                    "family" => self.parent().to_owned(),
                    who => who.to_owned(),
                },
                agreed: None,
                by: Some(by),
                done: Some(done).filter(|when| past(*when) && !drop),
                dropped: if drop { dropped.clone() } else { String::new() },
            });
        }
        deeds
    }

    /// So many school weeks after a day so many weeks ago; this week counts as the next, as it is neither past nor to come.
    fn after(&self, ago: usize, weeks: usize) -> When {
        match ago.checked_sub(weeks) {
            None | Some(0) => When::weeks_ahead(weeks + 1 - ago, self.weekday),
            Some(left) => self.ago(left),
        }
    }

    /// The review to come: each has its own hour.
    pub(super) fn booked_review(&mut self, build: &mut Build<'_>, cycle: usize) -> Meeting {
        let number = build.booked;
        build.booked += 1;
        let week = AHEAD[number % AHEAD.len()];
        let weekday = WEEKDAYS[(number / AHEAD.len()) % WEEKDAYS.len()];
        let (hour, minute) = TIMES[(number / 3) % TIMES.len()];
        let mut invited = vec![self.parent().to_owned(), "teacher".to_owned()];
        if self.chance.percent(30) {
            invited.push("ta".to_owned());
        }
        Meeting {
            at: NaiveTime::from_hms_opt(hour, minute, 0),
            invited,
            ..self.meeting(When::weeks_ahead(week, weekday), Some(cycle))
        }
    }
}
