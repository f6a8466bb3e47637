//! What was looked at while a pupil was watched.

use crate::domain::date_words::Leaning;
use crate::domain::{Code as _, DraftKey, Edit, PupilId, Refusal, WatchPart, Watched, watched};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name};

/// The dialog's name, for drafts.
pub const NAME: &str = "watched";

/// What was looked at.
#[derive(Debug)]
pub struct WatchedSheet {
    pupil: PupilId,
    part: WatchPart,
    /// Its place among what is written; none for something new.
    at: Option<usize>,
}

/// The form of something that was looked at, or of something written already.
pub fn form(
    cx: &Context<'_>,
    pupil: PupilId,
    part: WatchPart,
    at: Option<usize>,
) -> FormView<WatchedSheet> {
    let period = watched::period(cx.desk.caseload, pupil);
    let before = period.and_then(|period| period.watched.get(at?));
    let on = before.map_or(Some(cx.desk.today()), |before| before.on);
    let words = before.map_or("", |before| &before.words);
    FormView::new(
        WatchedSheet { pupil, part, at },
        vec![
            Field::date("on", "On", Leaning::Back, on),
            Field::prose("words", part.label(), 4, words).hint(part.hint()),
        ],
    )
    .at("words")
}

/// The form that a draft was typed in; none when the pupil is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<WatchedSheet>> {
    let mut parts = about.split('/');
    let pupil: PupilId = parts.next()?.parse().ok()?;
    let part = parts.next()?.parse().ok()?;
    let at = parts.next()?.parse().ok();
    cx.desk.caseload.pupils.get(pupil)?;
    Some(form(cx, pupil, part, at))
}

impl Sheet for WatchedSheet {
    fn key(&self) -> DraftKey {
        let at = self.at.map_or("new".to_owned(), |at| at.to_string());
        DraftKey {
            dialog: NAME.to_owned(),
            about: format!("{}/{}/{at}", self.pupil, self.part.code()),
        }
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!(
            "{}, watched: {}",
            full_name(cx, self.pupil),
            self.part.label().to_lowercase()
        )
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let seen = Watched {
            part: self.part,
            on: form.date("on", &cx.desk)?,
            words: form.text("words"),
        };
        watched::put(&cx.desk, self.pupil, self.at, seen)
    }
}
