//! A grid as it is drawn: the heading, and the rows that have room.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Column, Grid};
use crate::ui::widgets::{Paper, cut, width};
use crate::ui::{Context, Role};

/// Where the names begin, and the least and most columns they take.
const NAMES: usize = 3;
const NARROWEST: usize = 13;
const WIDEST: usize = 30;
/// Columns of the box that is typed in, at least.
const BOX: u16 = 20;

impl<C: Column> Grid<C> {
    /// Draws what has room, and says where the cursor goes.
    pub fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        let (shown, names) = self.columns(paper.width());
        let places = places::<C>(shown.clone(), NAMES + names, paper.width());
        self.draw_heading(&shown, names, &places, &mut paper);
        let visible = self.cursor.visible(&self.rows, paper.left());
        let at = self.cursor.row(&self.rows);
        let mut cursor = paper.here(1);
        self.drawn.clear();
        for number in visible {
            let pupil = self.rows[number];
            let is_row = Some(number) == at;
            let found = cx.desk.caseload.pupils.get(pupil);
            let name = found.map(|pupil| cx.look.name(pupil)).unwrap_or_default();
            if is_row {
                paper.put(1, 1, ">", Role::Focus);
            }
            paper.put(NAMES, names - 1, &name, Role::Text);
            // Its brackets stand over the space beside it, so it is written last.
            let mut here = None;
            for (number, (from, columns)) in shown.clone().zip(&places) {
                let column = C::ALL[number];
                let typed = self.typed((pupil, column));
                let (text, role) = column.shown(cx, pupil, typed, *columns);
                let is_typed = typed.is_some();
                let place = paper.here(*from);
                self.drawn.push((
                    Rect::new(place.x, place.y, narrow(*columns), 1),
                    pupil,
                    number,
                ));
                if is_row && number == self.column {
                    here = Some((*from, cut(&text, columns.saturating_sub(1))));
                    cursor = paper.here(*from + 1);
                } else {
                    let mark = if is_typed { "*" } else { " " };
                    paper.put(*from, 1, mark, Role::Due);
                    paper.put(from + 1, columns - 1, &text, role);
                }
            }
            if let Some((from, text)) = here {
                let text = if text.is_empty() { " " } else { &text };
                paper.put(from, paper.width(), &format!("[{text}]"), Role::Focus);
            }
            paper.skip(1);
        }
        match &mut self.typing {
            Some(text) => {
                let room = area.right().saturating_sub(cursor.x);
                let columns = BOX.max(narrow(width(&text.text())) + 2).min(room);
                let place = Rect::new(cursor.x, cursor.y, columns, 1);
                Paper::new(buf, cx.look, place).clear_row();
                text.draw(cx.look, true, place, buf)
            }
            None => cursor,
        }
    }

    fn draw_heading(
        &self,
        shown: &Range<usize>,
        names: usize,
        places: &[(usize, usize)],
        paper: &mut Paper<'_>,
    ) {
        let beside = match (shown.start, C::ALL.len() - shown.end) {
            (0, 0) => String::new(),
            (0, right) => format!("{right} more >"),
            (left, 0) => format!("< {left} more"),
            (left, right) => format!("< {left}, {right} >"),
        };
        paper.put(NAMES, names - 1, &beside, Role::Muted);
        for (number, (from, columns)) in shown.clone().zip(places) {
            paper.put(from + 1, columns - 1, C::ALL[number].head(), Role::Heading);
        }
        paper.skip(1);
    }

    /// The columns that have room, with the one under the cursor among them; and how much the names have.
    fn columns(&mut self, window: usize) -> (Range<usize>, usize) {
        let all = C::ALL;
        let fits = |from: usize| {
            let mut room = window.saturating_sub(NAMES + NARROWEST);
            let mut to = from;
            while let Some(columns) = all.get(to).map(|column| column.columns(window)) {
                if columns > room && to > from {
                    break;
                }
                room = room.saturating_sub(columns);
                to += 1;
            }
            (from..to, room)
        };
        self.left = self.left.min(self.column);
        while !fits(self.left).0.contains(&self.column) {
            self.left += 1;
        }
        while self.left > 0 && fits(self.left - 1).0.end == all.len() {
            self.left -= 1;
        }
        let (shown, room) = fits(self.left);
        (shown, (NARROWEST + room).min(WIDEST))
    }
}

/// Where each column begins, and how wide it is.
fn places<C: Column>(shown: Range<usize>, first: usize, window: usize) -> Vec<(usize, usize)> {
    let mut from = first;
    shown
        .map(|number| {
            let columns = C::ALL[number].columns(window);
            let place = (from, columns);
            from += columns;
            place
        })
        .collect()
}

fn narrow(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
