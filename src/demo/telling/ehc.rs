//! The EHC plan of a pupil told in outline.

use chrono::NaiveTime;

use super::Telling;
use crate::demo::build::Build;
use crate::demo::deck::Deck;
use crate::demo::ehc_event::Step;
use crate::demo::outline::Missing;
use crate::demo::pupil::Told;
use crate::demo::review::Meeting;
use crate::demo::status_period::Standing;
use crate::demo::when::When;
use crate::domain::{Agreement, Came, Decision, EhcStep, NcYear, ReviewKind, Status};

/// School weeks in a year, less the two by which a review comes before its twelve months are over.
const A_YEAR: usize = 37;

impl Telling<'_> {
    /// Assessment, plan and annual reviews, each step in its lawful time.
    pub(super) fn ehc(&mut self, build: &Build<'_>, told: &mut Told) {
        if self.outline.requested {
            told.ehc.push(Step {
                step: EhcStep::Requested,
                // The authority has a month left of its six weeks.
                on: When::years_ago(0).plus(-12),
                note: "By the school, with four reviewed plans.".to_owned(),
            });
        }
        if self.outline.status != Status::E {
            return;
        }
        if self.outline.lacks(Missing::Made) {
            return self.plan_status(told, When::years_ago(3));
        }
        let last = self.outline.reviewed.unwrap_or(20);
        // The youngest have had a plan for less than two years.
        let held: &[usize] = match self.outline.year {
            NcYear::R | NcYear::Y1 => &[last],
            _ => &[last + A_YEAR, last],
        };
        // A fortnight less than a year before the first review, and that twenty weeks after the request.
        let made = self.ago(held[0]).plus(-350);
        self.plan_status(told, made);
        for (step, before) in [
            (EhcStep::Requested, 140),
            (EhcStep::DecidedToAssess, 98),
            (EhcStep::DraftReceived, 28),
            (EhcStep::Made, 0),
        ] {
            told.ehc.push(Step {
                step,
                on: made.plus(-before),
                note: String::new(),
            });
        }
        for weeks in held {
            self.annual_review(build, told, *weeks);
        }
    }

    fn plan_status(&self, told: &mut Told, made: When) {
        told.status.push(Standing {
            status: Status::K,
            watching: false,
            from: Some(made.plus(-308)),
            to: Some(made.plus(-1)),
            reason: "On SEN support before the plan.".to_owned(),
            told: true,
            told_on: Some(made.plus(-301)),
        });
        told.status.push(Standing {
            status: Status::E,
            watching: false,
            from: Some(made),
            to: None,
            reason: "EHC plan made.".to_owned(),
            told: true,
            told_on: Some(made),
        });
    }

    fn annual_review(&mut self, build: &Build<'_>, told: &mut Told, weeks: usize) {
        let on = self.ago(weeks);
        let mut invited: Vec<String> = told.family.iter().map(|who| who.name.clone()).collect();
        let asked = [
            "teacher",
            "head",
            "la",
            &self.of_need.advisor,
            "paediatrician",
        ];
        invited.extend(asked.map(str::to_owned));
        invited.push("social worker".to_owned());
        let away = |name: &str, came| (name.to_owned(), came);
        let (said, family_said) = (self.said.draw(), self.family_said.draw());
        let amended = self.chance.percent(30);
        let decision = if amended {
            Decision::Change
        } else {
            Decision::CarryOn
        };
        let reasons = self.everybody.reasons(decision);
        told.review.push(Meeting {
            at: NaiveTime::from_hms_opt(9, 30, 0),
            room: "library".to_owned(),
            kind: ReviewKind::Annual,
            cycle: None,
            held: true,
            invited,
            stayed_away: vec![
                away("la", Came::SentViews),
                away("paediatrician", Came::SentViews),
                away("social worker", Came::DidNotCome),
            ],
            papers_out: Some(on.plus(-14)),
            report_sent: Some(on.plus(7)),
            pupil_words: self.fill(build, said, on),
            family_words: self.fill(build, family_said, on),
            decision: Some(decision),
            reason: Deck::shuffled(reasons, &mut self.chance).draw().clone(),
            agreement: Some(Agreement::Agrees),
            ..self.meeting(on, None)
        });
        self.decided(told, on, amended);
    }

    /// What the authority did after a review.
    fn decided(&self, told: &mut Told, review: When, amended: bool) {
        let note = if amended {
            "To amend section F."
        } else {
            "No change to the plan."
        };
        told.ehc.push(Step {
            step: EhcStep::LaDecided,
            on: review.plus(21),
            note: note.to_owned(),
        });
        if amended {
            for (step, after) in [(EhcStep::AmendmentNotice, 21), (EhcStep::Final, 63)] {
                told.ehc.push(Step {
                    step,
                    on: review.plus(after),
                    note: String::new(),
                });
            }
        }
    }
}
