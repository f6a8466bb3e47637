//! Types of need in rank order, the primary one first.

use crate::domain::date_words::Leaning;
use crate::domain::{
    Desk, Doubt, DraftKey, Edit, NeedCode, NeedTable, Pupil, PupilId, Refusal, pupil,
};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name, key};

/// The dialog's name, for drafts.
pub const NAME: &str = "needs";

/// Ranks that the form has: names and labels of the fields for the need and for since when it is known.
const RANKS: [[(&str, &str); 2]; 4] = [
    [("needs", "Primary need"), ("since", "Primary since")],
    [("second", "Second"), ("second_since", "Second since")],
    [("third", "Third"), ("third_since", "Third since")],
    [("fourth", "Fourth"), ("fourth_since", "Fourth since")],
];

/// A pupil's types of need.
#[derive(Debug)]
pub struct Needs {
    pupil: PupilId,
}

/// The form.
pub fn of(cx: &Context<'_>, pupil: &Pupil) -> FormView<Needs> {
    let needs = RANKS.iter().enumerate().map(|(rank, [(name, label), _])| {
        let code = pupil.needs.get(rank);
        let text = code.map(words).unwrap_or_default();
        Field::pick(*name, *label, &text, names(&cx.desk))
            .hint("a code or a word: SLCN, speech; the census takes the first two")
    });
    let dates = RANKS.iter().enumerate().map(|(rank, [_, (name, label)])| {
        let code = pupil.needs.get(rank);
        let since = code.and_then(|code| pupil.need_since(code));
        Field::date(*name, *label, Leaning::Back, since).hint("when it was first known")
    });
    let fields = needs.chain(dates).collect();
    FormView::new(Needs { pupil: pupil.id }, fields)
}

/// The form that a draft was typed in; none when the pupil is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<Needs>> {
    let id: PupilId = about.parse().ok()?;
    Some(of(cx, cx.desk.caseload.pupils.get(id)?))
}

/// "SLCN Speech, language and communication needs".
pub(super) fn words(code: &NeedCode) -> String {
    match NeedTable::england().get(code) {
        Some(need) => format!("{code} {}", need.name()),
        None => code.to_string(),
    }
}

fn names(desk: &Desk<'_>) -> Vec<String> {
    let needs = NeedTable::england().on(desk.today());
    needs.map(|need| words(need.code())).collect()
}

/// A code, its official label, or both as the field offers them. Other words are refused, never guessed at.
fn read(field: &'static str, text: &str, stored: &Pupil) -> Result<Option<NeedCode>, Refusal> {
    if text.is_empty() {
        return Ok(None);
    }
    let table = NeedTable::england();
    let first = NeedCode::new(text.split_whitespace().next().unwrap_or_default());
    let code = table.from_label(text).cloned().or_else(|| {
        let is_known = table.get(&first).is_some() || stored.needs.contains(&first);
        (is_known && words(&first).eq_ignore_ascii_case(text)).then_some(first)
    });
    code.map(Some).ok_or_else(|| {
        Refusal::of(
            field,
            format!("\"{text}\" is no type of need of the census. Type a code, such as SLCN, or a word of its name."),
        )
    })
}

impl Needs {
    fn read(&self, cx: &Context<'_>, form: &Form) -> Result<Pupil, Refusal> {
        let stored = cx.desk.caseload.pupil(self.pupil)?;
        let mut needs: Vec<NeedCode> = Vec::new();
        let mut since = Vec::new();
        for [(name, _), (since_name, _)] in RANKS {
            let known = form.date(since_name, &cx.desk)?;
            cx.desk.has_come(since_name, known)?;
            if let Some(code) = read(name, &form.text(name), stored)?
                && !needs.contains(&code)
            {
                since.extend(known.map(|known| (code.clone(), known)));
                needs.push(code);
            }
        }
        let below = stored.needs.iter().skip(RANKS.len());
        let kept: Vec<_> = below
            .filter(|code| !needs.contains(code))
            .cloned()
            .collect();
        needs.extend(kept);
        let need_spells = pupil::need_spells(stored, &needs, since, cx.desk.today());
        Ok(Pupil {
            needs,
            need_spells,
            ..stored.clone()
        })
    }
}

impl Sheet for Needs {
    fn key(&self) -> DraftKey {
        key(NAME, Some(self.pupil.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("Types of need of {}", full_name(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        pupil::change(&cx.desk, self.read(cx, form)?)
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        let Ok(pupil) = self.read(cx, form) else {
            return Vec::new();
        };
        let mut doubts = pupil::doubts(&cx.desk, &pupil, cx.desk.caseload.status_of(pupil.id));
        doubts.retain(|doubt| doubt.field == NAME);
        doubts
    }
}
