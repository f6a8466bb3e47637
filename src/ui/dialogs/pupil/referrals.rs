//! The page Referrals: the professionals who know the pupil, and all that was asked of anybody outside.

use super::{At, contacts};
use crate::domain::date_words::{day_month, with_year};
use crate::domain::{PersonKind, Pupil, Referral};
use crate::ui::widgets::{Line, wrap};
use crate::ui::{Context, Role};

/// Those that are awaited first, each newest first.
fn all<'a>(cx: &Context<'a>, pupil: &Pupil) -> Vec<&'a Referral> {
    let mut all: Vec<_> = cx.desk.caseload.referrals.of(pupil.id).collect();
    all.sort_by_key(|referral| {
        let newest = std::cmp::Reverse((referral.asked_on, referral.id));
        (!referral.is_awaited(), newest)
    });
    all
}

/// What is awaited, in a line.
pub(super) fn summary(cx: &Context<'_>, pupil: &Pupil) -> String {
    let all = all(cx, pupil);
    let awaited = all.iter().filter(|referral| referral.is_awaited());
    let awaited: Vec<_> = awaited.map(|referral| referral.what.as_str()).collect();
    match (awaited.as_slice(), all.len()) {
        ([], 0) => "none".to_owned(),
        ([], _) => "nothing awaited".to_owned(),
        (awaited, _) => format!("awaited: {}", awaited.join("; ")),
    }
}

/// The professionals, and what was asked with all that came of it.
pub(super) fn lines(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let mut lines = vec![Line::heading("  Agencies")];
    lines.extend(agencies(cx, pupil, columns));
    lines.extend([Line::plain(), Line::heading("  Referrals")]);
    let all = all(cx, pupil);
    if all.is_empty() {
        let words = "Nothing was asked of anybody outside yet. n asks for something.";
        lines.push(Line::plain().put(3, usize::MAX, words, Role::Muted));
    }
    for referral in all {
        let key = At::Referral(referral.id);
        let of = cx.desk.caseload.who(&referral.of, referral.person);
        let words = match of {
            "" => referral.what.clone(),
            of => format!("{}, of {of}", referral.what),
        };
        lines.push(Line::of(key).put(3, usize::MAX, words, Role::Text));
        let known = known(cx, referral).join("; ");
        let known = wrap(&known, columns.saturating_sub(6)).into_iter();
        lines.extend(known.map(|words| Line::of(key).put(5, usize::MAX, words, Role::Muted)));
    }
    lines
}

fn agencies(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let caseload = cx.desk.caseload;
    let people = caseload.ties.of(pupil.id).filter_map(|tie| {
        let person = caseload.people.get(tie.person)?;
        (person.kind == PersonKind::Professional).then_some((person, tie))
    });
    let lines: Vec<_> = people
        .flat_map(|(person, tie)| contacts::lines_of(cx, person, tie, columns))
        .collect();
    if lines.is_empty() {
        let words = "No professional is among the contacts: page Contacts adds one.";
        return vec![Line::plain().put(3, usize::MAX, words, Role::Muted)];
    }
    lines
}

/// Each step of a referral that is known, in the order in which they come.
fn known(cx: &Context<'_>, referral: &Referral) -> Vec<String> {
    let day = |label: &str, on: Option<chrono::NaiveDate>| {
        on.map(|on| format!("{label} {}", with_year(on)))
    };
    let consent = match (referral.consent_by.as_str(), referral.consent_on) {
        ("", None) => None,
        ("", on) => day("consent", on),
        (by, on) => {
            let by = cx.look.family(by);
            Some(day(&format!("consent of {by}"), on).unwrap_or(format!("consent of {by}")))
        }
    };
    let chased: Vec<_> = referral.chased_on.iter().map(|on| day_month(*on)).collect();
    let chased = (!chased.is_empty()).then(|| format!("chased {}", chased.join(", ")));
    let told = |words: &str| cx.told(Some(referral.pupil), words);
    let answer = match (told(&referral.answer).as_str(), referral.answered_on) {
        ("", on) => day("answered", on),
        (words, None) => Some(format!("answer: {words}")),
        (words, Some(on)) => Some(format!("answer {}: {words}", with_year(on))),
    };
    let dropped = match told(&referral.dropped).as_str() {
        "" => None,
        why => Some(format!("no longer awaited: {why}")),
    };
    let parts = [
        day("asked", Some(referral.asked_on)),
        consent,
        day("sent", referral.sent_on),
        day("due", referral.due_on),
        chased,
        answer,
        day("came", referral.received_on),
        dropped,
    ];
    parts.into_iter().flatten().collect()
}
