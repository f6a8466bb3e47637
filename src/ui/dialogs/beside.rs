//! [`Beside`]: what stands beside a form to write from.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::{Cycle, PupilId, Said, date_words};
use crate::ui::widgets::{Paper, width};
use crate::ui::{Context, Role};

/// Columns from which it stands to the right of the form; in fewer it stands below.
const WIDE: u16 = 100;
/// Its columns to the right.
const COLUMNS: u16 = 38;
/// Its rows below, at most.
const ROWS: u16 = 3;

/// Words that stand beside a form to write from: what the family said, what the assessment found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Whose or what.
    pub heading: String,
    /// The words.
    pub words: String,
}

impl Beside {
    /// Words under a heading; none when there are no words.
    pub fn of(heading: impl Into<String>, words: &str) -> Option<Self> {
        (!words.is_empty()).then(|| Self {
            heading: heading.into(),
            words: words.to_owned(),
        })
    }
}

/// What the pupil and the family said last, as said, with when and to whom.
pub fn said_last(cx: &Context<'_>, pupil: PupilId) -> Vec<Beside> {
    let Some(pupil) = cx.desk.caseload.pupils.get(pupil) else {
        return Vec::new();
    };
    let standing = cx.standing(pupil);
    let pupil_said = standing.and_then(|standing| standing.last_pupil_words.as_ref());
    let family_said = standing.and_then(|standing| standing.last_family_words.as_ref());
    let line = |who: String, said: &Said| Beside {
        words: quoted(cx, said, &who),
        heading: who,
    };
    [
        pupil_said.map(|said| line(cx.look.called(pupil), said)),
        family_said.map(|said| line("Family".to_owned(), said)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// "I like it when it is quiet." Tue 3 Nov, to Mrs Bell
fn quoted(cx: &Context<'_>, said: &Said, who: &str) -> String {
    let day = date_words::short(said.on, cx.desk.today());
    let by = [(&said.by, ""), (&said.to, "to ")]
        .into_iter()
        .filter(|(name, _)| !name.is_empty() && *name != who)
        .map(|(name, to)| format!(", {to}{name}"))
        .collect::<String>();
    format!("\u{201c}{}\u{201d} {day}{by}", said.words)
}

/// What an assessment found, to plan from.
pub fn found(cycle: &Cycle) -> Vec<Beside> {
    [
        Beside::of("Gets in the way", &cycle.barriers),
        Beside::of("Family's view", &cycle.family_view),
        Beside::of("Pupil's own view", &cycle.pupil_view),
        Beside::of("Teacher's view", &cycle.teacher_view),
        Beside::of("Outside advice", &cycle.advice),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Draws them to the right of an area or below, and gives the room that is left for the form.
pub fn draw(cx: &Context<'_>, beside: &[Beside], area: Rect, buf: &mut Buffer) -> Rect {
    if beside.is_empty() {
        return area;
    }
    if area.width >= WIDE && !cx.look.plain {
        draw_in_column(cx, beside, area, buf);
        return Rect {
            width: area.width - COLUMNS - 2,
            ..area
        };
    }
    let rows = u16::try_from(beside.len()).unwrap_or(ROWS).min(ROWS);
    let top = area.bottom().saturating_sub(rows);
    let below = Rect {
        y: top,
        height: rows,
        ..area
    };
    let mut paper = Paper::new(buf, cx.look, below);
    for one in beside.iter().take(usize::from(rows)) {
        paper.put(2, 18, &one.heading, Role::Muted);
        let column = width(&one.heading).clamp(8, 17) + 4;
        paper.put(
            column,
            paper.width(),
            &one.words.replace('\n', " "),
            Role::Text,
        );
        paper.skip(1);
    }
    Rect {
        height: area.height.saturating_sub(rows),
        ..area
    }
}

/// Draws them as a column at the right edge of an area.
pub fn draw_in_column(cx: &Context<'_>, beside: &[Beside], area: Rect, buf: &mut Buffer) {
    let column = Rect {
        x: area.right().saturating_sub(COLUMNS),
        width: COLUMNS,
        ..area
    }
    .intersection(area);
    let mut paper = Paper::new(buf, cx.look, column);
    for one in beside {
        if paper.left() < 2 {
            break;
        }
        paper.line(&one.heading, Role::Heading);
        paper.prose(0, &one.words, Role::Text);
        paper.skip(1);
    }
}
