//! Dialogs: one a file. [`reopen`] finds the one a draft was typed in.

pub mod action;
pub mod arrangement;
mod ask_again;
pub mod assess;
pub mod backups;
pub mod beside;
pub mod brief;
pub mod census;
mod check_code;
mod checked;
mod choose;
pub mod closure;
pub mod contact;
mod copy_to;
pub mod dates;
mod day_of_school;
pub mod diagnosis;
pub mod document;
pub mod drafts;
pub mod ehc_event;
pub mod ehc_line;
pub mod ehc_plan;
pub mod evidence;
pub mod extra_session;
pub mod find;
pub mod flags;
mod go_to;
mod go_to_date;
mod grid;
pub mod half_days;
pub mod hand_over;
pub mod help;
pub mod identity;
pub mod import_file;
pub mod import_preview;
mod import_pupil;
pub mod import_reading;
pub mod intervention;
pub mod join;
pub mod jot;
pub mod keep_pupils;
pub mod kept_filter;
pub mod kept_filters;
pub mod leave_register;
pub mod left;
mod list_columns;
mod lock_after;
pub mod measure;
pub mod medical;
pub mod needs;
mod new_passphrase;
pub mod new_pupil;
pub mod note;
pub mod other_plan;
pub mod outcome;
pub mod place;
pub mod plan;
pub mod profile;
pub mod provision;
pub mod pupil;
mod question;
mod recovery_sheet;
pub mod referral;
pub mod register;
pub mod review;
pub mod review_booking;
pub mod school;
mod school_dates;
pub mod setting;
mod settings;
pub mod several;
mod sheet;
pub mod status;
pub mod status_period;
pub mod strategy;
mod sum;
pub mod target;
pub mod term;
pub mod to_fill_in;
pub mod waive;
pub mod watch_decision;
pub mod watched;
pub mod who_can_see;
mod why_not;

pub use ask_again::AskAgain;
pub use backups::Backups;
pub use check_code::CheckCode;
pub use checked::{Checked, Finding};
pub use choose::Choose;
pub use copy_to::CopyTo;
pub use go_to::go_to;
pub use go_to_date::GoToDate;
pub use lock_after::LockAfter;
pub use new_passphrase::NewPassphrase;
pub use question::Question;
pub use recovery_sheet::SheetView;
pub use school_dates::SchoolDates;
pub use settings::Settings;
pub use sheet::{FormView, Sheet};
pub use sum::Sum;

use super::{Answer, Context, Effect, LogPage, Pane, View};
use crate::commands::Command;
use crate::domain::{Caseload, Cycle, Draft, DraftKey, EntryKey, PupilId, Stage};

/// Opens the dialog that a draft was typed in, about what it was about; none when that is gone, or while others see the
/// screen who may not see every pupil.
pub fn reopen(cx: &Context<'_>, draft: &Draft) -> Option<Box<dyn View>> {
    if cx.look.audience.is_narrow() {
        return None;
    }
    let about = draft.key.about.as_str();
    match draft.key.dialog.as_str() {
        jot::NAME => Some(Box::new(jot::reopen(cx, draft))),
        contact::NAME => boxed(contact::reopen(cx, about)),
        dates::NAME => Some(Box::new(dates::reopen(cx))),
        document::NAME => boxed(document::reopen(cx, about)),
        ehc_event::NAME => boxed(ehc_event::reopen(cx, about)),
        arrangement::NAME => boxed(arrangement::reopen(cx, about)),
        diagnosis::NAME => boxed(diagnosis::reopen(cx, about)),
        evidence::NAME => boxed(evidence::reopen(cx, about)),
        half_days::NAME => boxed(half_days::reopen(cx, about)),
        ehc_line::NAME => boxed(ehc_line::reopen(cx, about)),
        ehc_plan::NAME => boxed(ehc_plan::reopen(cx, about)),
        extra_session::NAME => boxed(extra_session::reopen(cx, about)),
        flags::NAME => boxed(flags::reopen(cx, about)),
        hand_over::NAME => boxed(hand_over::reopen(cx, about)),
        identity::NAME => boxed(identity::reopen(cx, about)),
        kept_filter::NAME => boxed(kept_filter::reopen(cx, about)),
        leave_register::NAME => boxed(leave_register::reopen(cx, about)),
        left::NAME => boxed(left::reopen(cx, about)),
        needs::NAME => boxed(needs::reopen(cx, about)),
        new_pupil::NAME => Some(Box::new(new_pupil::form(cx))),
        profile::NAME => boxed(profile::reopen(cx, about)),
        status::NAME => boxed(status::reopen(cx, about)),
        status_period::NAME => boxed(status_period::reopen(cx, about)),
        action::NAME => boxed(action::reopen(cx, about)),
        referral::NAME => boxed(referral::reopen(cx, about)),
        review::NAME => boxed(review::reopen(cx, about)),
        review_booking::NAME => boxed(review_booking::reopen(cx, about)),
        assess::NAME => boxed(assess::reopen(cx, about)),
        plan::NAME => boxed(plan::reopen(cx, about)),
        target::NAME => boxed(target::reopen(cx, about)),
        strategy::NAME => boxed(strategy::reopen(cx, about)),
        medical::NAME => boxed(medical::reopen(cx, about)),
        other_plan::NAME => boxed(other_plan::reopen(cx, about, false)),
        other_plan::HEALTH => boxed(other_plan::reopen(cx, about, true)),
        outcome::NAME => boxed(outcome::reopen(cx, about)),
        several::class::NAME => boxed(several::class::reopen(cx, about)),
        several::year::NAME => boxed(several::year::reopen(cx, about)),
        several::reviews::NAME => boxed(several::reviews::reopen(cx, about)),
        several::school::NAME => boxed(several::school::reopen(cx, about)),
        several::flag::NAME => boxed(several::flag::reopen(cx, about)),
        several::review_run::NAME => boxed(several::review_run::reopen(cx, about)),
        several::group::NAME => boxed(several::group::reopen(cx, about)),
        measure::NAME => boxed(measure::reopen(cx, about)),
        waive::NAME => boxed(waive::reopen(cx, about)),
        watched::NAME => boxed(watched::reopen(cx, about)),
        watch_decision::NAME => boxed(watch_decision::reopen(cx, about)),
        note::NAME => boxed(note::reopen(cx, about)),
        intervention::NAME => boxed(intervention::reopen(cx, about)),
        join::NAME => boxed(join::reopen(cx, about)),
        place::NAME => boxed(place::reopen(cx, about)),
        provision::NAME => boxed(provision::reopen(cx, about)),
        register::NAME => boxed(register::reopen(cx, about)),
        closure::NAME => boxed(closure::reopen(cx, about)),
        school::NAME => boxed(school::reopen(cx, about)),
        setting::NAME => Some(Box::new(setting::form(cx))),
        term::NAME => boxed(term::reopen(cx, about)),
        _ => None,
    }
}

/// Goes to a pupil's newest entry in the timeline, taking her in hand; without one, to the week to log.
pub fn go_to_log(pupil: Option<PupilId>) -> Effect {
    match pupil {
        Some(pupil) => go_to_entry(pupil, None),
        None => Effect::Many(vec![
            Effect::TurnLog(LogPage::Registers),
            Effect::Show(Pane::Log),
        ]),
    }
}

/// Goes to an entry of a pupil in the timeline, or to her newest, taking her in hand.
fn go_to_entry(pupil: PupilId, entry: Option<EntryKey>) -> Effect {
    Effect::Many(vec![
        Effect::TakeInHand(Some(pupil)),
        Effect::TurnLog(LogPage::Timeline),
        Effect::Show(Pane::Log),
        Effect::Answer(Answer::Timeline(entry)),
    ])
}

fn boxed<V: View + 'static>(view: Option<V>) -> Option<Box<dyn View>> {
    view.map(|view| -> Box<dyn View> { Box::new(view) })
}

/// What to say when what a form is about is not there any more.
const GONE: &str =
    "What this is about is gone. Esc leaves; Ctrl+Z brings back what was taken away last.";

/// What the draft of a form about a record is kept under; of a new one, the pupil it would belong to.
fn key(dialog: &str, id: Option<String>, pupil: PupilId) -> DraftKey {
    DraftKey {
        dialog: dialog.to_owned(),
        about: id.unwrap_or_else(|| format!("{NEW}{pupil}")),
    }
}

/// The pupil that the new record of a draft would belong to; none where the draft is about a record.
fn new_for(about: &str) -> Option<PupilId> {
    about.strip_prefix(NEW)?.parse().ok()
}

/// Before the pupil, in what a draft of a new record is about.
const NEW: &str = "new:";

/// What a pupil is called, as titles of forms have it.
fn called(cx: &Context<'_>, pupil: PupilId) -> String {
    let pupil = cx.desk.caseload.pupils.get(pupil);
    pupil.map(|pupil| cx.look.called(pupil)).unwrap_or_default()
}

/// A pupil's full name, as titles of forms have it.
fn full_name(cx: &Context<'_>, pupil: PupilId) -> String {
    let pupil = cx.desk.caseload.pupils.get(pupil);
    pupil
        .map(|pupil| cx.look.full_name(pupil))
        .unwrap_or_default()
}

/// The targets of a cycle to choose from: code and label, with what none of them means.
fn targets(caseload: &Caseload, cycle: Option<&Cycle>, none: &str) -> Vec<(String, String)> {
    let none = (String::new(), none.to_owned());
    let targets = cycle.map(|cycle| caseload.targets_of(cycle));
    let targets = targets.unwrap_or_default().into_iter().map(|target| {
        (
            target.id.to_string(),
            format!("{} {}", target.place, target.short),
        )
    });
    std::iter::once(none).chain(targets).collect()
}

/// Goes to a page of a pupil's plan, or to her brief, taking her in hand.
pub fn go_with(pupil: PupilId, command: Command) -> Effect {
    let page = match command {
        Command::Assess => Some(Stage::Assess),
        Command::Plan => Some(Stage::Plan),
        Command::Do => Some(Stage::Do),
        Command::Review => Some(Stage::Review),
        _ => None,
    };
    let mut effects = vec![Effect::TakeInHand(Some(pupil))];
    if command == Command::Brief {
        effects.push(brief::open(pupil));
    }
    if let Some(page) = page {
        effects.extend([Effect::Turn(Some(page)), Effect::Show(Pane::Plan)]);
    }
    Effect::Many(effects)
}
