//! What is done to several pupils at once: one edit, which one Ctrl+Z takes back.

pub mod class;
pub mod flag;
pub mod group;
mod moving_up;
pub mod review_run;
pub mod reviews;
pub mod school;
pub mod year;

use super::{Choose, Question};
use crate::domain::several::{self, MovingUp};
use crate::domain::{DraftKey, PupilId};
use crate::ui::{Context, Effect};
use moving_up::MovingUpView;

/// So many names stand in a title.
const NAMED: usize = 2;

/// Asks what is to be done to these pupils.
pub fn choose(cx: &Context<'_>, pupils: &[PupilId]) -> Effect {
    let these = || pupils.to_vec();
    let mut choices = vec![
        (
            'c',
            "another class".to_owned(),
            Effect::open(class::form(cx, these())),
        ),
        (
            'y',
            "another year group".to_owned(),
            Effect::open(year::form(these())),
        ),
        (
            'f',
            "a flag: pupil premium, EAL, looked after ...".to_owned(),
            Effect::open(flag::form(these())),
        ),
        (
            'd',
            "a run of reviews: the decision, the day and the reason of each, in a grid".to_owned(),
            Effect::open(review_run::of(these())),
        ),
        (
            'r',
            "book a review for each, on one day".to_owned(),
            Effect::open(reviews::form(these())),
        ),
        (
            's',
            "start a cycle for each: the first, or the next".to_owned(),
            Effect::open(Question::new(
                format!("Start a cycle {}?", whom(cx, pupils)),
                "Each begins where the last review left off. One whose cycle is open is left out.",
                Effect::save(several::start_cycles(&cx.desk, pupils, cx.standings)),
            )),
        ),
    ];
    if let Some(form) = group::form(cx, these()) {
        choices.push((
            'g',
            "a place in a group that runs".to_owned(),
            Effect::open(form),
        ));
    }
    if let Some(form) = school::form(cx, these()) {
        choices.push(('h', "another school".to_owned(), Effect::open(form)));
    }
    choices.push((
        'n',
        "the new school year: a year and a class up, leavers out (shows it first)".to_owned(),
        Effect::open(MovingUpView::new(MovingUp::of(&cx.desk, pupils))),
    ));
    let title = format!("What is to be done {}?", whom(cx, pupils));
    Effect::open(Choose::new(title, choices))
}

/// "for Khan, Aisha; Nowak, Zuzanna and 10 more".
pub(super) fn whom(cx: &Context<'_>, pupils: &[PupilId]) -> String {
    let names = pupils
        .iter()
        .filter_map(|id| cx.desk.caseload.pupils.get(*id));
    let first: Vec<_> = names
        .take(NAMED)
        .map(|pupil| cx.look.full_name(pupil))
        .collect();
    let more = match pupils.len().saturating_sub(first.len()) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("for {}{more}", first.join(", "))
}

/// What a draft about these pupils is kept under.
fn about(dialog: &str, pupils: &[PupilId]) -> DraftKey {
    let ids: Vec<_> = pupils.iter().map(ToString::to_string).collect();
    DraftKey {
        dialog: dialog.to_owned(),
        about: ids.join(" "),
    }
}

/// The pupils whom a draft is about, as far as they are there; none when none of them is.
fn pupils_of(cx: &Context<'_>, about: &str) -> Option<Vec<PupilId>> {
    let ids = about.split(' ').filter_map(|id| id.parse().ok());
    let pupils: Vec<PupilId> = ids
        .filter(|id| cx.desk.caseload.pupils.get(*id).is_some())
        .collect();
    (!pupils.is_empty()).then_some(pupils)
}
