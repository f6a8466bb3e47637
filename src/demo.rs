//! The demo school: about sixty invented pupils of an invented primary, with two years of history.
//!
//! It is told in `assets/demo`: people, provision and pupils by hand, with every date counted from today (`demo/when.rs` says how),
//! so that it is alive whichever day it is opened. What is told only in outline is filled in from tables of phrases by a
//! generator with a fixed seed, so the same day always gives the same school.
//!
//! A layer of its own above the domain, which is all it uses.

mod action;
mod arrangement;
mod build;
mod cycle;
mod days;
mod deck;
mod diagnosis;
mod ehc_event;
mod ehc_line;
mod half_days;
mod intervention;
mod keys;
mod note;
mod other_plan;
mod outcome;
mod outline;
mod person;
mod phrases;
mod provision;
mod pupil;
mod referral;
mod review;
mod school;
mod seeded;
mod session;
mod status_period;
mod strategy;
mod target;
mod telling;
mod tie;
mod when;
mod words;
mod year;

use chrono::NaiveDate;

use crate::domain::{Edit, Ids};
use build::Build;
use days::Days;
use intervention::Running;
use outline::Outline;
use pupil::Told;
use school::Oakfield;

/// The demo school as it stands on a day, as edits for an empty caseload: the school with its people, the pupils with
/// their plans, the sessions. All that has happened lies before that day, and all that is booked on it or after.
pub fn edits(today: NaiveDate, ids: &Ids) -> Vec<Edit> {
    let oakfield = Oakfield::read();
    let mut build = Build::new(Days::around(today), ids);
    oakfield.make(&mut build);
    let school = build.take("Oakfield Primary School, its people and its provision");
    let running = Running::read();
    running.announce(&mut build);
    for pupil in Told::by_hand() {
        pupil.make(&mut build);
    }
    for outline in Outline::all() {
        outline.told(&mut build).make(&mut build);
    }
    let interventions = running.make(&mut build);
    let pupils = build.take("The pupils of Oakfield, their plans and interventions");
    for (run, intervention) in running.runs().zip(&interventions) {
        session::make(&mut build, running, run, intervention);
    }
    let sessions = build.take("The sessions given at Oakfield");
    vec![school, pupils, sessions]
}
