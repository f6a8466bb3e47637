//! The page People.

use super::At;
use crate::domain::{Code, Papers, Person, PersonKind, Pupil, Refusal, Tie};
use crate::ui::widgets::{Line, wrap};
use crate::ui::{Context, Role};

/// How many there are, in a line.
pub(super) fn summary(cx: &Context<'_>, pupil: &Pupil) -> String {
    let caseload = cx.desk.caseload;
    let ties = caseload.ties.of(pupil.id);
    let kinds: Vec<_> = ties
        .filter_map(|tie| Some(caseload.people.get(tie.person)?.kind))
        .collect();
    let family = kinds
        .iter()
        .filter(|kind| **kind == PersonKind::Family)
        .count();
    match kinds.len() {
        0 => "nobody recorded".to_owned(),
        all => format!("family {family}, others {}", all - family),
    }
}

/// Her contacts, family first. While others see the screen, how to reach them and what to mind is left out: separated
/// parents need not know it of each other.
pub(super) fn lines(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let caseload = cx.desk.caseload;
    let mut contacts: Vec<(&Person, &Tie)> = caseload
        .ties
        .of(pupil.id)
        .filter_map(|tie| Some((caseload.people.get(tie.person)?, tie)))
        .collect();
    contacts.sort_by_key(|(person, tie)| (person.kind != PersonKind::Family, tie.id));
    if contacts.is_empty() {
        return vec![Line::plain().put(
            3,
            usize::MAX,
            "Nobody is recorded yet: parents, carers, teachers, professionals. n adds one.",
            Role::Muted,
        )];
    }
    let contacts = contacts.into_iter();
    contacts
        .flat_map(|(person, tie)| lines_of(cx, person, tie, columns))
        .collect()
}

/// A contact, with what is known of her.
pub(super) fn lines_of(
    cx: &Context<'_>,
    person: &Person,
    tie: &Tie,
    columns: usize,
) -> Vec<Line<At>> {
    let relation = if tie.relation.is_empty() {
        &person.role
    } else {
        &tie.relation
    };
    let is_family = person.kind == PersonKind::Family;
    let name = if is_family {
        cx.look.family(&person.name)
    } else {
        person.name.clone()
    };
    let first = Line::of(At::Tie(tie.id)).put(3, 21, name, Role::Text).put(
        25,
        20,
        relation.as_str(),
        Role::Text,
    );
    if !cx.look.audience.sees_staff_only() {
        return vec![first];
    }
    let in_law = match (tie.responsibility, tie.care) {
        (Some(true), true) => "responsibility, care",
        (Some(true), false) => "responsibility",
        (Some(false), true) => "care",
        (None, true) if is_family => "care; responsibility not known",
        (None, true) => "care",
        (Some(false), false) if is_family => "neither responsibility nor care",
        (None, false) if is_family => "responsibility not known",
        (Some(false) | None, false) => "",
    };
    let papers = match (tie.papers, tie.papers_why.as_str()) {
        (Papers::Yes, _) => String::new(),
        (Papers::No, "") => "no papers".to_owned(),
        (Papers::No, why) => format!("no papers ({why})"),
        (Papers::AskFirst, "") => "ask before papers go out".to_owned(),
        (Papers::AskFirst, why) => format!("ask before papers go out ({why})"),
    };
    let way = tie.way.map_or("", Code::label);
    let interpreter = match tie.interpreter.as_str() {
        "" => String::new(),
        language => format!("interpreter: {language}"),
    };
    let known = [
        in_law,
        &papers,
        way,
        &person.reach,
        &interpreter,
        &tie.careful,
    ];
    let known: Vec<_> = known.into_iter().filter(|part| !part.is_empty()).collect();
    let mut lines = wrap(&known.join("; "), columns.saturating_sub(47));
    if lines.is_empty() {
        return vec![first];
    }
    let rest = lines.split_off(1);
    std::iter::once(first.put(46, usize::MAX, lines.remove(0), Role::Muted))
        .chain(
            rest.into_iter()
                .map(|words| Line::of(At::Tie(tie.id)).put(46, usize::MAX, words, Role::Muted)),
        )
        .collect()
}

/// Why contacts can't be changed just now.
pub(super) fn refusal(cx: &Context<'_>) -> Option<Refusal> {
    (!cx.look.audience.sees_staff_only()).then(|| {
        Refusal::new("Contacts are added and changed only while nobody else sees the screen (F8).")
    })
}
