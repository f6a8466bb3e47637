//! The page Exam access: access arrangements, with what each rests on and what it lacks.

use std::path::PathBuf;

use super::At;
use crate::documents;
use crate::domain::arrangement::{self, Missing};
use crate::domain::date_words::with_year;
use crate::domain::{Arrangement, Code, Doubt, Pupil, Refusal};
use crate::ui::dialogs;
use crate::ui::widgets::{Line, wrap};
use crate::ui::{Audience, Context, Effect, Role};

/// Those of a pupil that are wanted first.
fn all<'a>(cx: &Context<'a>, pupil: &Pupil) -> Vec<&'a Arrangement> {
    let mut all: Vec<_> = cx.desk.caseload.arrangements.of(pupil.id).collect();
    all.sort_by_key(|arrangement| (arrangement.ended_on.is_some(), arrangement.id));
    all
}

/// Those that are wanted, in a line.
pub(super) fn summary(cx: &Context<'_>, pupil: &Pupil) -> String {
    let wanted = all(cx, pupil).into_iter().filter(|one| one.is_wanted());
    let named: Vec<_> = wanted
        .map(
            |arrangement| match arrangement::missing(&cx.desk, arrangement).len() {
                0 => arrangement.what.clone(),
                lacks => format!("{} (! {lacks} missing)", arrangement.what),
            },
        )
        .collect();
    match named.as_slice() {
        [] => "none".to_owned(),
        named => named.join("; "),
    }
}

/// The arrangements, each with its evidence.
pub(super) fn lines(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let all = all(cx, pupil);
    if all.is_empty() {
        let words = "No access arrangement: extra time, reader, scribe, rest breaks. n adds one.";
        return vec![Line::plain().put(3, usize::MAX, words, Role::Muted)];
    }
    let all = all.into_iter();
    all.flat_map(|arrangement| lines_of(cx, arrangement, columns))
        .collect()
}

fn lines_of(cx: &Context<'_>, arrangement: &Arrangement, columns: usize) -> Vec<Line<At>> {
    let key = At::Arrangement(arrangement.id);
    let told = |key: At, words: &str, role: Role| {
        let wrapped = wrap(words, columns.saturating_sub(6)).into_iter();
        wrapped.map(move |words| Line::of(key).put(5, usize::MAX, words, role))
    };
    let mut lines = vec![Line::of(key).put(3, usize::MAX, &*arrangement.what, Role::Text)];
    let normal_way = match cx.told(Some(arrangement.pupil), &arrangement.normal_way) {
        words if words.is_empty() => words,
        words => format!("normal way of working: {words}"),
    };
    lines.extend(told(key, &normal_way, Role::Muted));
    lines.extend(told(key, &known(cx, arrangement), Role::Muted));
    let lacks = arrangement::missing(&cx.desk, arrangement).into_iter();
    let lacks: Vec<_> = lacks.map(Missing::label).collect();
    if !lacks.is_empty() {
        let words = format!("! missing: {}", lacks.join(", "));
        lines.extend(told(key, &words, Role::Overdue));
    }
    for (one, at) in arrangement.evidence.iter().zip(0..) {
        let by = [one.subject.as_str(), &one.by];
        let by: Vec<_> = by.into_iter().filter(|part| !part.is_empty()).collect();
        let said = cx.told(Some(arrangement.pupil), &one.words);
        let words = format!("{}, {}: {said}", with_year(one.on), by.join(", "));
        let words = words.trim_end_matches(": ");
        lines.extend(told(At::Evidence(arrangement.id, at), words, Role::Text));
    }
    lines
}

/// What it rests on, in a line: "evidence 3 of 4; assessed 2 Oct 2026 by Ms Lin, ...; Form 8; approved ...; expires ...".
fn known(cx: &Context<'_>, arrangement: &Arrangement) -> String {
    let day = |label: &str, on: Option<chrono::NaiveDate>| {
        on.map(|on| format!("{label} {}", with_year(on)))
    };
    let evidence = match arrangement.evidence_count() {
        count if count.is_empty() => None,
        count => Some(format!("evidence {count}")),
    };
    let by = match arrangement.assessed_by.as_str() {
        "" => None,
        by => Some(format!("by {by}")),
    };
    let scores = Some(arrangement.scores.clone()).filter(|scores| !scores.is_empty());
    let assessed = [day("assessed", arrangement.assessed_on), by, scores];
    let assessed: Vec<_> = assessed.into_iter().flatten().collect();
    let assessed = Some(assessed.join(", ")).filter(|words| !words.is_empty());
    let reference = match arrangement.reference.as_str() {
        "" => None,
        reference => Some(format!("AAO {reference}")),
    };
    let parts = [
        evidence,
        assessed,
        arrangement.form.map(|form| form.label().to_owned()),
        day("approved", arrangement.approved_on),
        reference,
        day("expires", arrangement.expires(cx.desk.rules)),
        day("given up", arrangement.ended_on),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// What looks wrong in them and may be right.
pub(super) fn doubts(cx: &Context<'_>, pupil: &Pupil) -> Vec<Doubt> {
    let all = all(cx, pupil).into_iter().filter(|one| one.is_wanted());
    all.flat_map(|arrangement| arrangement::doubts(&cx.desk, arrangement))
        .collect()
}

/// Asks what is added: an arrangement, or what a teacher says for one that is wanted. While there is none there is nothing
/// to ask.
pub(super) fn add(cx: &Context<'_>, pupil: &Pupil) -> Effect {
    const LETTERS: [char; 9] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
    let new = Effect::open(dialogs::arrangement::new(cx, pupil.id));
    let wanted = all(cx, pupil).into_iter().filter(|one| one.is_wanted());
    let evidence: Vec<_> = LETTERS
        .into_iter()
        .zip(wanted)
        .map(|(letter, arrangement)| {
            let words = format!("what a teacher says for: {}", arrangement.what);
            let form = dialogs::evidence::new(cx, arrangement);
            (letter, words, Effect::open(form))
        })
        .collect();
    if evidence.is_empty() {
        return new;
    }
    let new = ('a', "an access arrangement".to_owned(), new);
    let choices = std::iter::once(new).chain(evidence);
    Effect::open(dialogs::Choose::new("What is added?", choices))
}

/// Why they can't be kept just now.
pub(super) fn keep_refusal(cx: &Context<'_>) -> Option<Refusal> {
    (cx.look.audience != Audience::Me).then(|| {
        Refusal::new("The spreadsheet names pupils: press F8 and choose full names first.")
    })
}

/// Keeps the arrangements of all pupils that may be seen as a spreadsheet for the exams officer.
pub(super) fn keep(cx: &Context<'_>) -> Effect {
    let shown = |pupil: &Pupil| cx.look.may_show(pupil.id);
    let name = format!("Access arrangements {}.csv", cx.desk.today());
    Effect::Keep {
        name: PathBuf::from(name),
        bytes: documents::access::csv(&cx.desk, shown).into_bytes(),
    }
}
