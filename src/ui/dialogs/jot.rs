//! Jot: what somebody told the SENCO in the corridor, from anywhere.

use crate::domain::date_words::Leaning;
use crate::domain::{Doubt, DraftKey, Edit, PupilId, Refusal, jot};
use crate::ui::widgets::{Field, Form};
use crate::ui::{Context, Effect};

use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "jot";

/// Who, said by whom, the words, and when to look again. One save makes a watched pupil if she is not here yet, a note,
/// and a date.
#[derive(Debug)]
pub struct Jot;

/// Opens a jot, about this pupil if there is one.
pub fn open(cx: &Context<'_>, pupil: Option<PupilId>) -> Effect {
    Effect::open(form(cx, pupil))
}

/// The form, about this pupil if there is one.
pub fn form(cx: &Context<'_>, pupil: Option<PupilId>) -> FormView<Jot> {
    let caseload = cx.desk.caseload;
    let shown = |id: PupilId| cx.look.may_show(id);
    let names = caseload
        .present()
        .filter(|pupil| shown(pupil.id))
        .map(|pupil| pupil.full_name())
        .collect();
    let who = pupil
        .and_then(|id| caseload.pupils.get(id))
        .filter(|pupil| shown(pupil.id));
    let who = who.map(|pupil| pupil.full_name()).unwrap_or_default();
    let focus = if who.is_empty() { "who" } else { "words" };
    let people = caseload
        .people
        .iter()
        .map(|person| person.name.clone())
        .collect();
    FormView::new(
        Jot,
        vec![
            Field::pick("who", "Who", &who, names)
                .hint("a name and class, such as Tyler 3B, makes a watched pupil"),
            Field::pick("said_by", "Said by", "", people).hint("empty means you saw it"),
            Field::prose("words", "Words", 6, ""),
            Field::date("on", "Happened on", Leaning::Back, Some(cx.desk.today())),
            Field::date("look_again", "Look again on", Leaning::Ahead, None)
                .hint("+3w, fri, after half term: empty for never"),
            Field::yes_no("staff_only", "Staff only", false),
        ],
    )
    .at(focus)
}

impl Sheet for Jot {
    fn key(&self) -> DraftKey {
        DraftKey {
            dialog: NAME.to_owned(),
            about: String::new(),
        }
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "Jot down".to_owned()
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        jot::edit(
            &cx.desk,
            &jot::Jotted {
                who: form.text("who"),
                said_by: form.text("said_by"),
                words: form.text("words"),
                happened_on: form
                    .date("on", &cx.desk)?
                    .unwrap_or_else(|| cx.desk.today()),
                look_again_on: form.date("look_again", &cx.desk)?,
                staff_only: form.yes("staff_only"),
            },
        )
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        let who = form.text("who");
        let is_new = !who.is_empty() && cx.desk.caseload.find(&who).is_empty();
        is_new
            .then(|| Doubt {
                field: "who",
                words: format!("{who} is not in the caseload yet: saving adds a watched pupil"),
                basis: "watching is not the register; the census code stays N".to_owned(),
            })
            .into_iter()
            .collect()
    }
}
