//! Jot: what somebody told the SENCO in the corridor, from anywhere.

use crate::domain::date_words::Leaning;
use crate::domain::{Doubt, Draft, DraftKey, Edit, PupilId, Refusal, fits_several, jot};
use crate::ui::widgets::{Field, Form};
use crate::ui::{Context, Effect};

use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "jot";

/// Marks drafts that were typed while others could see the screen: what was jotted down before is not taken up before
/// their eyes.
const SEEN: &str = "seen:";

/// Who, said by whom, the words, and when to look again. One save makes a watched pupil if she is not here yet, a note,
/// and a date.
#[derive(Debug)]
pub struct Jot {
    /// The pupil it was opened about.
    pupil: Option<PupilId>,
    /// Whether others could see the screen, who may not see every pupil.
    is_seen: bool,
}

/// Opens a jot, about this pupil if there is one.
pub fn open(cx: &Context<'_>, pupil: Option<PupilId>) -> Effect {
    Effect::open(form(cx, pupil, cx.look.audience.is_narrow()))
}

/// The form that a draft was typed in.
pub fn reopen(cx: &Context<'_>, draft: &Draft) -> FormView<Jot> {
    let about = draft.key.about.as_str();
    let (is_seen, about) = match about.strip_prefix(SEEN) {
        Some(about) => (true, about),
        None => (false, about),
    };
    form(cx, about.parse().ok(), is_seen)
}

fn form(cx: &Context<'_>, pupil: Option<PupilId>, is_seen: bool) -> FormView<Jot> {
    let pupil = pupil
        .and_then(|id| cx.desk.caseload.pupils.get(id))
        .filter(|pupil| cx.look.may_show(pupil.id));
    let who = pupil
        .map(|pupil| cx.look.full_name(pupil))
        .unwrap_or_default();
    FormView::new(
        Jot {
            pupil: pupil.map(|pupil| pupil.id),
            is_seen,
        },
        vec![
            Field::pick("who", "Who", &who, cx.pupil_names())
                .hint("a name and class, such as Sam 3B, makes a watched pupil"),
            Field::pick("said_by", "Said by", "", cx.people_names()).hint("empty means you saw it"),
            Field::prose("words", "Words", 6, ""),
            Field::date("on", "Happened on", Leaning::Back, Some(cx.desk.today())),
            Field::date("look_again", "Look again on", Leaning::Ahead, None)
                .hint("+3w, fri, after half term: empty for never"),
            Field::yes_no("staff_only", "Staff only", false),
        ],
    )
}

impl Jot {
    /// Whom it is about: by id where that is clear, so that two pupils of one name are told apart.
    fn who(&self, cx: &Context<'_>, form: &Form) -> Result<String, Refusal> {
        let typed = form.text("who");
        if typed.is_empty() {
            return Ok(typed);
        }
        let opened_about = self.pupil.and_then(|id| cx.desk.caseload.pupils.get(id));
        if let Some(pupil) = opened_about.filter(|pupil| cx.look.full_name(pupil) == typed) {
            return Ok(pupil.id.to_string());
        }
        let mut found = cx.desk.caseload.find(&typed);
        found.retain(|pupil| cx.look.may_show(pupil.id));
        match found.as_slice() {
            [only] => Ok(only.id.to_string()),
            [] if cx.look.audience.is_narrow() => Err(Refusal::of(
                "who",
                "Only a pupil who may be on the screen just now can be noted about. F8 says who can see it.",
            )),
            [] => Ok(typed),
            several => {
                let named = several
                    .iter()
                    .map(|pupil| (cx.look.full_name(pupil), pupil.class.as_str()));
                Err(Refusal::of("who", fits_several(&typed, named)))
            }
        }
    }
}

impl Sheet for Jot {
    fn key(&self) -> DraftKey {
        let about = self.pupil.map(|id| id.to_string()).unwrap_or_default();
        DraftKey {
            dialog: NAME.to_owned(),
            about: if self.is_seen {
                format!("{SEEN}{about}")
            } else {
                about
            },
        }
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "Jot down".to_owned()
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        jot::edit(
            &cx.desk,
            &jot::Jotted {
                who: self.who(cx, form)?,
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
        let is_new = !cx.look.audience.is_narrow()
            && !who.is_empty()
            && self.who(cx, form).is_ok_and(|read| read == who);
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
