//! The two lines below the list that explain the row under the cursor.

use super::key::Key;
use super::page::{Page, counts};
use crate::domain::{Code as _, FillIn, date_words};
use crate::ui::widgets::{Paper, cut, wrap};
use crate::ui::{Context, Role};

/// Why the row is there, and what to do.
pub(super) fn words(cx: &Context<'_>, page: &Page, key: Key) -> String {
    match key {
        Key::Due(pupil, ..) => {
            let Some(due) = page.due(key) else {
                return String::new();
            };
            let pupil = pupil.and_then(|id| cx.desk.caseload.pupils.get(id));
            let name = pupil.map_or_else(|| "School".to_owned(), |pupil| cx.look.called(pupil));
            format!("{name}: {}", cx.told(due.pupil, &due.explanation()))
        }
        Key::Log(group) => {
            let groups = &page.today().to_log;
            let Some(group) = groups.iter().find(|one| one.intervention == group) else {
                return String::new();
            };
            let run = cx.desk.caseload.interventions.get(group.intervention);
            let name = run.map_or_else(String::new, |run| cx.group_name(run));
            let week = date_words::short(group.week, cx.desk.today());
            let sessions = u32::try_from(group.sessions).unwrap_or(u32::MAX);
            format!(
                "{}: {} of the week of {week} without an entry. Enter opens the register: = says that all ran as timetabled.",
                name,
                counts(&[(sessions, "session")])
            )
        }
        Key::NextIn => {
            "What is due after today and by the day you are next in. Enter shows it in the calendar."
                .to_owned()
        }
        Key::FillIn(missing) => format!(
            "{}: nobody has typed it yet. {} Enter lists the pupils.",
            missing.label(),
            why(missing)
        ),
        Key::Drafts => "Kept until you save it or throw it away. Enter lists it.".to_owned(),
    }
}

fn why(missing: FillIn) -> &'static str {
    match missing {
        FillIn::StatusSince => "The register says since when.",
        FillIn::ParentTold => "The parent is told of SEN support (Children and Families Act s.68).",
        FillIn::ReviewDate => "A plan has a clear review date (CoP 6.48).",
        FillIn::PlanMade => "The law's twelve months run from it (Act s.44).",
        FillIn::MayBeSupport => {
            "Targeted help may be SEN support, of which the parent is told (Act s.20, s.68)."
        }
        FillIn::NeedType => "The spring census asks for it.",
    }
}

/// Draws them; what is too long ends with "…".
pub(super) fn draw(paper: &mut Paper<'_>, words: &str) {
    let columns = paper.width().saturating_sub(2);
    let mut lines = wrap(words, columns);
    let room = paper.left();
    if lines.len() > room && room > 0 {
        let rest = lines.split_off(room - 1).join(" ");
        lines.push(cut(&rest, columns));
    }
    for line in lines {
        paper.put(1, columns, &line, Role::Muted);
        paper.skip(1);
    }
}
