//! The register as it is drawn: heading, grid, figures, note, who told, and the marks.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Focus, Register, figures};
use crate::commands::{self, Command, Scope};
use crate::domain::session::Happened;
use crate::domain::{Code, Intervention, Keeping, clock_time, date_words, slot};
use crate::ui::widgets::Paper;
use crate::ui::{Context, Role};

/// The rows below the grid: two of figures, one of what is under the cursor, the note, who told, the marks; in a low window
/// only the sum, what is under the cursor, and the note.
const BELOW: u16 = 6;
const BELOW_IN_LOW: u16 = 3;
const LOW: u16 = 15;

/// Where the boxes of the note and of who told begin.
const NOTE: u16 = 25;
const TELLER: u16 = 9;

/// The marks, as the line at the foot lists them.
const MARKS: [Command; 5] = [
    Command::AsTimetabled,
    Command::There,
    Command::Absent,
    Command::KeptOut,
    Command::DidNotRun,
];

impl Register {
    /// Draws the group's week and says where the cursor goes.
    pub(super) fn draw_week(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let of_it = self
            .groups
            .iter()
            .position(|week| week.intervention.id == self.group);
        let Some(group) = of_it.map(|place| &self.groups[place]) else {
            let mut paper = Paper::new(buf, cx.look, area);
            paper.line(
                " None of these groups is here any more. Esc goes back.",
                Role::Text,
            );
            return paper.place(1, 0);
        };
        let is_low = area.height < LOW;
        let below_rows = if is_low { BELOW_IN_LOW } else { BELOW };
        let mut paper = Paper::new(buf, cx.look, area);
        draw_heading(cx, &group.intervention, group.pupils.len(), &mut paper);
        let room = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1 + below_rows),
            ..area
        };
        let (in_grid, used) = self.grid.draw(cx, group, &self.marks, room, buf);
        let gap = u16::from(used < room.height);
        let below = Rect {
            y: room.y + used + gap,
            height: area.bottom().saturating_sub(room.y + used + gap),
            ..area
        };
        let sums = u16::from(!is_low) + 1;
        let of_figures = Rect {
            height: sums.min(below.height),
            ..below
        };
        figures::draw(
            cx,
            &group.intervention,
            &mut Paper::new(buf, cx.look, of_figures),
        );
        let mut paper = Paper::new(buf, cx.look, below);
        paper.skip(sums);
        self.draw_here(cx, &mut paper);
        let is_told = matches!(self.focus, Focus::ToldBy(_));
        let mut row = paper.row();
        if !(is_low && is_told) {
            self.draw_note_label(cx, &mut paper);
            paper.skip(1);
            row += u16::from(is_told);
        }
        self.draw_told(cx, &mut paper);
        draw_marks(&mut paper);
        let column = if is_told { TELLER } else { NOTE };
        let words = self.noted();
        let box_of = Rect::new(
            below.x + column,
            below.y + row,
            below.width.saturating_sub(column + 1),
            1,
        )
        .intersection(below);
        match &mut self.focus {
            Focus::Grid => {
                Paper::new(buf, cx.look, box_of).line(&words, Role::Text);
                in_grid
            }
            Focus::Note(text) | Focus::ToldBy(text) => text.draw(cx.look, true, box_of, buf),
        }
    }

    /// What is under the cursor, in words; where it looks wrong, the doubt.
    fn draw_here(&self, cx: &Context<'_>, paper: &mut Paper<'_>) {
        let Some((key, marked)) = self.here() else {
            paper.line(" The group has no session in this week.", Role::Muted);
            return;
        };
        if let Some(doubt) = self.doubt(cx) {
            paper.line(&format!(" ~ {}", sentence(&doubt)), Role::Due);
            return;
        }
        let day = date_words::short(key.on, cx.desk.today());
        let at = key.at.map(|at| format!(" {}", clock_time::write(at)));
        let ran = match &marked.happened {
            Happened::NoEntry => "no entry".to_owned(),
            Happened::Given(_) => "it ran".to_owned(),
            Happened::NotGiven(reason) => format!("did not run, {reason}"),
        };
        let pupil = self.grid.pupil.and_then(|pupil| {
            let name = cx.look.full_name(cx.desk.caseload.pupils.get(pupil)?);
            let mark = marked.of(pupil).map(|mark| mark.mark.label());
            Some(match mark {
                Some(mark) => format!("; {name} {mark}"),
                None => format!("; {name} not marked"),
            })
        });
        let words = format!(
            " {day}{}: {ran}{}",
            at.unwrap_or_default(),
            pupil.unwrap_or_default()
        );
        paper.line(&words, Role::Text);
    }

    /// Whose note it is.
    fn draw_note_label(&self, cx: &Context<'_>, paper: &mut Paper<'_>) {
        let pupil = self.remarked();
        let pupil = pupil.and_then(|pupil| cx.desk.caseload.pupils.get(pupil));
        let label = match pupil {
            Some(pupil) => format!("Note, {} alone", cx.look.called(pupil)),
            None => "Note for the group".to_owned(),
        };
        let role = if matches!(self.focus, Focus::Note(_)) {
            Role::Focus
        } else {
            Role::Muted
        };
        paper.put(1, usize::from(NOTE) - 2, &label, role);
    }

    /// What is noted of what is under the cursor.
    fn noted(&self) -> String {
        let Some((_, marked)) = self.here() else {
            return String::new();
        };
        let words = match self.remarked() {
            Some(pupil) => marked.of(pupil).map(|mark| mark.note.clone()),
            None => Some(marked.note.clone()),
        };
        words
            .filter(|words| !words.is_empty())
            .unwrap_or_else(|| "-  Tab writes it".to_owned())
    }

    fn draw_told(&self, cx: &Context<'_>, paper: &mut Paper<'_>) {
        if matches!(self.focus, Focus::ToldBy(_)) {
            paper.line(" Told by", Role::Focus);
            return;
        }
        if matches!(self.focus, Focus::Note(_)) {
            paper.line(
                " Each child's papers show only that child's part. Enter goes to who told it.",
                Role::Muted,
            );
            return;
        }
        let (here, by, typed_on) = self.told_here(cx);
        let by = if by.is_empty() { "you" } else { &by };
        let typed =
            typed_on.map(|on| format!(", typed {}", date_words::short(on, cx.desk.today())));
        let count = self.marks.iter().count();
        let (words, role) = match (count, here) {
            (0, true) => (
                format!(" Told by {by}{}.", typed.unwrap_or_default()),
                Role::Muted,
            ),
            (0, false) => (
                format!(" Nothing marked yet. What you mark is told by {by}."),
                Role::Muted,
            ),
            (_, _) => (
                format!(
                    " Told by {by}{}. Not saved yet: kept as a draft if you go.",
                    typed.unwrap_or_default()
                ),
                Role::Due,
            ),
        };
        paper.line(&words, role);
    }

    /// Whether the session under the cursor is recorded; who told of it, or will have; and when it was or is typed.
    fn told_here(&self, cx: &Context<'_>) -> (bool, String, Option<chrono::NaiveDate>) {
        let recorded = self.here().and_then(|(key, _)| {
            let is_unsaved = self.marks.get(key).is_some();
            self.shown()?
                .slot(key)?
                .session
                .as_ref()
                .filter(|_| !is_unsaved)
        });
        match recorded {
            Some(session) => {
                let typed_on = session.entered_at.with_timezone(cx.desk.now.offset());
                (true, session.told_by.clone(), Some(typed_on.date_naive()))
            }
            None => (false, self.teller(cx), Some(cx.desk.today())),
        }
    }
}

/// "PHONICS CATCH-UP   Mon Wed Fri 9:10, 20 min, group of 5      14 Sep to 11 Dec".
fn draw_heading(cx: &Context<'_>, group: &Intervention, pupils: usize, paper: &mut Paper<'_>) {
    let name = cx.group_name(group);
    let name = if cx.look.plain {
        name
    } else {
        name.to_uppercase()
    };
    let timetable = slot::write_slots(&group.slots);
    let size = match pupils {
        1 => "one pupil".to_owned(),
        many => format!("group of {many}"),
    };
    let kept = match group.keeping {
        Keeping::EachSession => String::new(),
        kept => format!(", {}", kept.label()),
    };
    let what = format!(" {name}   {timetable}, {} min, {size}{kept}", group.minutes);
    let from = date_words::day_month(group.began_on);
    let dates = match group.ends_on {
        Some(ends) => format!("{from} to {}", date_words::day_month(ends)),
        None => format!("from {from}"),
    };
    let room = paper.width().saturating_sub(dates.len() + 3);
    paper.put(0, room, &what, Role::Heading);
    paper.put_right(paper.width() - 1, &dates, Role::Muted);
    paper.skip(1);
}

fn draw_marks(paper: &mut Paper<'_>) {
    let mut column = 1;
    for command in MARKS {
        let Some(row) = commands::row(&[Scope::Register], command) else {
            continue;
        };
        paper.put(column, 3, &row.key(), Role::Heading);
        paper.put(column + 2, paper.width(), row.short, Role::Muted);
        column += row.short.len() + 4;
    }
    paper.skip(1);
}

/// With a capital and a full stop.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}
