//! Who can see the screen? One question for every situation (F8).

use std::collections::BTreeSet;

use crate::domain::{Intervention, PupilId};
use crate::ui::{Audience, Context, Effect};

use super::{Choose, Question};

/// Asks who can see the screen from now on.
pub fn open(cx: &Context<'_>) -> Effect {
    let title = format!("Who can see the screen?  Now: {}", cx.look.audience.words());
    Effect::open(Choose::new(
        title,
        [
            ('1', "Only you: full names".to_owned(), to(cx, Audience::Me)),
            (
                '2',
                "Staff, or a projector: initials in place of names".to_owned(),
                to(cx, Audience::Staff),
            ),
            (
                '3',
                "A family: the pupil in hand only, and nothing that is for staff only".to_owned(),
                family(cx),
            ),
            (
                '4',
                "A teaching assistant: one group's pupils only (asks which group)".to_owned(),
                assistant(cx),
            ),
            (
                '5',
                "An inspector: the marked pupils only".to_owned(),
                inspector(cx),
            ),
        ],
    ))
}

/// Lets them see; where that would show again what was shut out, asks first.
fn to(cx: &Context<'_>, audience: Audience) -> Effect {
    if !cx.look.audience.is_narrow() || audience == cx.look.audience {
        return Effect::Reveal(audience);
    }
    let words = format!(
        "Until now: {}. From now on: {}. Is nobody else looking? Today comes first, with counts and no names until a key \
         is pressed.",
        cx.look.audience.words(),
        audience.words()
    );
    Effect::open(Question::new(
        "Show other pupils again?",
        words,
        Effect::Reveal(audience),
    ))
}

fn family(cx: &Context<'_>) -> Effect {
    match cx.pupil_in_hand() {
        Some(pupil) => to(cx, Audience::Family(pupil.id)),
        None => Effect::refuse(
            "No pupil is in hand. Take the family's child in hand first: screen 1, Enter on the row, then F8.",
        ),
    }
}

fn inspector(cx: &Context<'_>) -> Effect {
    let marked = &cx.hand.marked;
    if marked.is_empty() {
        return Effect::refuse(
            "No pupil is marked. Mark those the inspector may see first: screen 1, Space on each row, then F8.",
        );
    }
    to(cx, Audience::Inspector(marked.clone()))
}

/// Asks which group. Only groups that run and have pupils who may be shown are offered.
fn assistant(cx: &Context<'_>) -> Effect {
    let letters = ('a'..='z').chain('A'..='Z').chain(std::iter::repeat(' '));
    let groups: Vec<_> = groups(cx)
        .into_iter()
        .zip(letters)
        .map(|((words, pupils), letter)| (letter, words, to(cx, Audience::Assistant(pupils))))
        .collect();
    if groups.is_empty() {
        return Effect::refuse("No group runs just now. Screen 4 has the interventions.");
    }
    Effect::open(Choose::new("Which group's pupils may be seen?", groups))
}

/// The groups that run today: the words for each, and the pupils in it.
fn groups(cx: &Context<'_>) -> Vec<(String, BTreeSet<PupilId>)> {
    let (caseload, today) = (cx.desk.caseload, cx.desk.today());
    let runs = |one: &&Intervention| {
        one.began_on <= today && one.ends_on.is_none_or(|ends_on| today <= ends_on)
    };
    let mut groups: Vec<_> = caseload
        .interventions
        .iter()
        .filter(runs)
        .map(|one| {
            let places = caseload.places_in(one.id);
            let here = places.filter(|place| {
                place.from.is_none_or(|from| from <= today) && place.to.is_none_or(|to| today <= to)
            });
            let pupils: BTreeSet<_> = here
                .map(|place| place.pupil)
                .filter(|pupil| cx.look.may_show(*pupil))
                .collect();
            let led_by = match caseload.name_of(one.led_by) {
                "" => String::new(),
                name => format!(" ({name})"),
            };
            let count = match pupils.len() {
                1 => "1 pupil".to_owned(),
                count => format!("{count} pupils"),
            };
            (format!("{}{led_by}: {count}", cx.group_name(one)), pupils)
        })
        .filter(|(_, pupils)| !pupils.is_empty())
        .collect();
    groups.sort();
    groups
}
