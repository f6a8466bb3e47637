//! The page Documents.

use super::At;
use crate::domain::date_words::with_year;
use crate::domain::{Code as _, Document, Pupil, Refusal};
use crate::ui::widgets::{Line, wrap};
use crate::ui::{Audience, Context, Role};

/// Her documents, the newest first by the day they bear, else by the day they were attached.
fn documents<'a>(cx: &Context<'a>, pupil: &Pupil) -> Vec<&'a Document> {
    let mut documents: Vec<_> = cx.desk.caseload.documents.of(pupil.id).collect();
    let day = |document: &Document| document.on.unwrap_or(document.attached_on);
    documents.sort_by_key(|document| std::cmp::Reverse((day(document), document.id)));
    documents
}

/// How many there are, and the newest, in a line.
pub(super) fn summary(cx: &Context<'_>, pupil: &Pupil) -> String {
    match documents(cx, pupil).as_slice() {
        [] => "none".to_owned(),
        [only] => cx.told(Some(pupil.id), &only.name),
        [newest, ..] => {
            let name = cx.told(Some(pupil.id), &newest.name);
            let count = cx.desk.caseload.documents.of(pupil.id).count();
            format!("{count}, newest: {name}")
        }
    }
}

/// Why documents can't be opened or attached just now.
pub(super) fn refusal(cx: &Context<'_>) -> Option<Refusal> {
    (cx.look.audience != Audience::Me).then(|| {
        Refusal::new("Documents show names in full. F8, then 1, shows names; then they open.")
    })
}

/// Her documents, each with what it is and who it is from.
pub(super) fn lines(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let documents = documents(cx, pupil);
    if documents.is_empty() {
        let words = "Nothing is attached: reports, letters, plans, pictures of work. n attaches a file of this computer, which is kept encrypted in the caseload.";
        let wrapped = wrap(words, columns.saturating_sub(4)).into_iter();
        return wrapped
            .map(|words| Line::plain().put(3, usize::MAX, words, Role::Muted))
            .collect();
    }
    let documents = documents.into_iter();
    documents
        .flat_map(|document| lines_of(cx, document, columns))
        .collect()
}

fn lines_of(cx: &Context<'_>, document: &Document, columns: usize) -> Vec<Line<At>> {
    const DAY: usize = 13;
    let key = At::Document(document.id);
    let about = Some(document.pupil);
    let day = document.on.map_or_else(|| "no day".to_owned(), with_year);
    let first = Line::of(key).put(3, DAY - 1, day, Role::Muted).put(
        3 + DAY,
        usize::MAX,
        cx.told(about, &document.name),
        Role::Text,
    );
    let sender = cx.desk.caseload.who(&document.sender, document.person);
    let sender = (!sender.is_empty()).then(|| format!("from {}", cx.told(about, sender)));
    let attached = format!("attached {}", with_year(document.attached_on));
    let known: Vec<String> = [document.kind.label().to_owned()]
        .into_iter()
        .chain(sender)
        .chain([
            format!("{}, {}", document.format.label(), document.size()),
            attached,
        ])
        .collect();
    let below = [known.join(", "), cx.told(about, &document.note)];
    let below = below
        .iter()
        .flat_map(|words| wrap(words, columns.saturating_sub(4 + DAY)))
        .map(|words| Line::of(key).put(3 + DAY, usize::MAX, words, Role::Muted));
    std::iter::once(first).chain(below).collect()
}
