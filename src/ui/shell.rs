//! The frame around every view: screens and pulse above, what just happened and the keys below.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::widgets::{Paper, cut, width, wrap};
use super::{Context, Look, Pane, Role};
use crate::commands::{Command, Row};
use crate::domain::{Counts, date_words};

/// The least size in which there is anything to see.
const LEAST: (u16, u16) = (60, 16);
/// Rows of the frame above and below the view.
const ABOVE: u16 = 3;
const BELOW: u16 = 3;

/// Whether the window is too small, so that keys do nothing.
pub fn is_too_small(size: (u16, u16)) -> bool {
    size.0 < LEAST.0 || size.1 < LEAST.1
}

/// The room for the view, inside the frame.
pub fn body(area: Rect, is_alone: bool) -> Rect {
    let above = if is_alone { 1 } else { ABOVE };
    Rect {
        y: area.y + above,
        height: area.height - above - BELOW,
        ..area
    }
}

/// What the frame shows.
#[derive(Debug)]
pub struct Frame<'a> {
    /// The screen one is on; none before a caseload is open.
    pub pane: Option<Pane>,
    /// The title of the dialog on top, if there is one.
    pub title: Option<String>,
    /// Whether the view has the screen to itself, under its title.
    pub is_alone: bool,
    /// The pulse.
    pub counts: Counts,
    /// Whether `--today` set another day.
    pub is_set: bool,
    /// When the backup was made that is open to be read, if one is.
    pub reading: Option<String>,
    /// What just happened.
    pub says: &'a str,
    /// As what.
    pub role: Role,
    /// The keys that matter.
    pub footer: &'a [&'static Row],
}

/// So many rows a notice may take.
const SAYS_ROWS: usize = 4;

impl Frame<'_> {
    /// Draws the frame.
    pub fn draw(&self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) {
        let mut paper = Paper::new(buf, cx.look, area);
        if !self.is_alone {
            self.draw_screens(cx, &mut paper);
            self.draw_pulse(cx, &mut paper);
        }
        match &self.title {
            Some(title) => paper.heading(&format!(" {title}")),
            None => paper.rule(),
        }
        paper.skip(body(area, self.is_alone).height);
        self.draw_says(&mut paper);
        for (at, row) in placed(self.footer, area.width) {
            paper.put(usize::from(at), paper.width(), &row.key(), Role::Heading);
            paper.put(
                usize::from(at) + width(&row.key()) + 1,
                paper.width(),
                row.short,
                Role::Text,
            );
        }
    }

    /// What just happened. Advice that takes more rows takes that of the rule as well, and the lowest of the view: it must
    /// not be cut off.
    fn draw_says(&self, paper: &mut Paper<'_>) {
        let columns = paper.width().saturating_sub(1);
        let mut lines = wrap(self.says, columns);
        if lines.len() < 2 {
            paper.rule();
            paper.line(&format!(" {}", self.says), self.role);
            return;
        }
        let rows = lines.len().min(SAYS_ROWS);
        let rest = lines.split_off(rows - 1).join(" ");
        paper.go_up(rows - 2);
        for line in lines.iter().chain([&rest]) {
            paper.clear_row();
            paper.line(&format!(" {line}"), self.role);
        }
    }

    fn draw_screens(&self, cx: &Context<'_>, paper: &mut Paper<'_>) {
        paper.put(1, 8, "Caseload", Role::Muted);
        if self.pane.is_some() {
            for (pane, at, words) in screens() {
                let (words, role) = if Some(pane) == self.pane {
                    (format!("[{words}]"), Role::Focus)
                } else {
                    (format!(" {words} "), Role::Text)
                };
                paper.put(usize::from(at), 20, &words, role);
            }
        }
        let date = date_words::short(cx.desk.today(), cx.desk.today());
        let school = cx.desk.caseload.school().map_or("", |school| &school.name);
        let set = if self.is_set { "date set: " } else { "" };
        let words = format!("{school}  {set}{date} ");
        let room = paper.width().saturating_sub(
            screens()
                .last()
                .map_or(0, |(_, at, words)| usize::from(at) + words.len() + 3),
        );
        if width(&words) <= room {
            paper.put_right(paper.width(), &words, Role::Muted);
        } else {
            paper.put_right(paper.width(), &format!("{set}{date} "), Role::Muted);
        }
        paper.skip(1);
    }

    fn draw_pulse(&self, cx: &Context<'_>, paper: &mut Paper<'_>) {
        if self.pane.is_some() {
            let audience = cx.look.audience.label();
            let pupil = cx
                .pupil_in_hand()
                .map(|pupil| format!("in hand: {}", cx.look.name(pupil)));
            let right = [
                (!audience.is_empty()).then(|| format!("[{audience}]")),
                pupil,
            ]
            .into_iter()
            .flatten();
            let right = cut(&right.collect::<Vec<_>>().join("  "), paper.width() / 2);
            paper.put_right(paper.width() - 1, &right, Role::Focus);
            let room = paper.width().saturating_sub(width(&right) + 3);
            if let Some(made) = &self.reading {
                let words = format!("BACKUP of {made}: only to be read");
                paper.put(1, room, &words, Role::Overdue);
            } else if !cx.look.audience.is_narrow() {
                // How much is late is nothing for a family's eyes.
                paper.put(1, room, &self.counts.to_string(), Role::Text);
            }
        }
        paper.skip(1);
    }
}

/// The names of the screens in line 1, with their columns.
fn screens() -> impl DoubleEndedIterator<Item = (Pane, u16, String)> {
    let mut at = 10;
    let all: Vec<_> = <Pane as strum::VariantArray>::VARIANTS
        .iter()
        .map(|pane| {
            let words = format!("{} {}", *pane as usize, pane.label());
            let here = at;
            at += u16::try_from(words.len()).unwrap_or(0) + 2;
            (*pane, here, words)
        })
        .collect();
    all.into_iter()
}

/// The rows of the footer that have room, with their columns.
fn placed(footer: &[&'static Row], columns: u16) -> Vec<(u16, &'static Row)> {
    let mut at: u16 = 1;
    let mut placed = Vec::new();
    for row in footer {
        let needed = u16::try_from(width(&row.key()) + 1 + width(row.short)).unwrap_or(u16::MAX);
        if at.saturating_add(needed) > columns {
            continue;
        }
        placed.push((at, *row));
        at += needed + 2;
    }
    placed
}

/// The command that the frame shows at a place.
pub fn clicked(
    at: Position,
    size: (u16, u16),
    footer: &[&'static Row],
    is_alone: bool,
) -> Option<Command> {
    if at.y == 0 && !is_alone {
        let (pane, ..) = screens().find(|(_, from, words)| {
            (*from..*from + u16::try_from(words.len()).unwrap_or(0) + 2).contains(&at.x)
        })?;
        return Some(match pane {
            Pane::Today => Command::Today,
            Pane::Pupils => Command::Pupils,
            Pane::Plan => Command::PlanPane,
            Pane::Calendar => Command::Calendar,
            Pane::Log => Command::LogPane,
        });
    }
    if at.y + 1 != size.1 {
        return None;
    }
    let (_, row) = placed(footer, size.0)
        .into_iter()
        .rfind(|(from, _)| *from <= at.x)?;
    Some(row.command)
}

/// Draws the notice of a window that is too small.
pub fn draw_too_small(area: Rect, buf: &mut Buffer, look: &Look) -> Position {
    let mut paper = Paper::new(buf, look, area);
    let words = format!(
        "Caseload needs a window of at least {} by {} characters. Make this one larger.",
        LEAST.0, LEAST.1
    );
    paper.prose(0, &words, Role::Text);
    paper.place(0, 0)
}

/// Draws the cover: nothing of the caseload.
pub fn draw_cover(area: Rect, buf: &mut Buffer, look: &Look) -> Position {
    let mut paper = Paper::new(buf, look, area);
    paper.skip(area.height / 2);
    paper.line("  Caseload is hidden. Press any key to go on.", Role::Muted);
    paper.place(2, area.height / 2)
}

/// Draws what is being done.
pub fn draw_running(words: &str, area: Rect, buf: &mut Buffer, look: &Look) -> Position {
    let mut paper = Paper::new(buf, look, area);
    paper.skip(area.height / 2);
    paper.line(&format!("  {words} …"), Role::Text);
    paper.place(2, area.height / 2)
}

/// Draws the first screen after unlock: counts and no names. `has_draft` says that what was being typed waits beneath.
pub fn draw_counts(
    cx: &Context<'_>,
    counts: &Counts,
    has_draft: bool,
    area: Rect,
    buf: &mut Buffer,
) -> Position {
    let mut paper = Paper::new(buf, cx.look, area);
    paper.skip(2);
    let pupils = cx.desk.caseload.present().count();
    let word = if pupils == 1 { "pupil" } else { "pupils" };
    paper.line(&format!("   {pupils} {word} in this caseload."), Role::Text);
    paper.skip(1);
    for line in counts.lines() {
        paper.line(&format!("   {line}"), Role::Text);
    }
    if let Some(sheet) = cx.code_sheet
        && sheet.checked_on.is_none()
    {
        let today = cx.desk.today();
        let (mark, role) = match sheet.is_overdue(today) {
            true => ("!", Role::Overdue),
            false => ("~", Role::Due),
        };
        let words = format!(
            " {mark} Recovery code {}. Ctrl+O shows its sheet.",
            sheet.unchecked(today)
        );
        paper.line(&words, role);
    }
    paper.skip(1);
    let at = paper.row();
    let next = if has_draft {
        "   What you were typing is kept. Press any key to go on with it."
    } else if pupils == 0 {
        "   Ctrl+T takes in a school's list of pupils. Enter goes to Today."
    } else {
        "   Names are hidden until you press a key: Enter for Today, 1 for Pupils."
    };
    paper.line(next, Role::Muted);
    paper.place(3, at)
}
