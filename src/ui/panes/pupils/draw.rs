//! The register as it is drawn: the heading, the filter, the rows that have room.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::columns::Columns;
use super::{Pupils, row};
use crate::domain::list_column;
use crate::ui::widgets::{Paper, width};
use crate::ui::{Context, Role};

impl Pupils {
    pub(super) fn draw_heading(&self, cx: &Context<'_>, paper: &mut Paper<'_>) {
        let shown = match (self.filter.is_empty(), cx.hand.marked.len()) {
            (true, 0) => "showing all".to_owned(),
            (true, marked) => format!("{marked} marked"),
            (false, 0) => format!("showing {}", self.roll.shown().len()),
            (false, marked) => format!("showing {}, {marked} marked", self.roll.shown().len()),
        };
        let right = format!("{}   {shown} ", self.sort.label());
        let left = format!(" Pupils {}", self.roll.counted());
        let room = paper.width().saturating_sub(width(&right) + 1);
        paper.put(0, room, &left, Role::Heading);
        paper.put_right(paper.width(), &right, Role::Text);
        paper.skip(1);
    }

    /// The figures of each school, where there are several.
    pub(super) fn draw_schools(&self, cx: &Context<'_>, paper: &mut Paper<'_>) {
        let of_each = self.roll.by_school().filter_map(|(school, counted)| {
            let school = cx.desk.caseload.school_of(school)?;
            Some(format!("{} {}", school.name, counted.short()))
        });
        let words: Vec<String> = of_each.collect();
        if !words.is_empty() {
            paper.prose(1, &words.join("; "), Role::Muted);
        }
    }

    /// The line of the filter, with how it was read; says where the caret is.
    pub(super) fn draw_filter(
        &mut self,
        cx: &Context<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let typed = self.filter.text();
        let room = u16::try_from(width(&typed) + 2).unwrap_or(u16::MAX).max(12);
        let line = Rect {
            x: area.x + 3,
            width: room.min(area.width.saturating_sub(4)),
            height: 1,
            ..area
        };
        let mut paper = Paper::new(buf, cx.look, Rect { height: 1, ..area });
        paper.put(1, 1, "/", Role::Focus);
        let read = self.roll.words();
        if !read.is_empty() {
            let from = usize::from(line.width) + 4;
            paper.put(from, paper.width(), &format!("= {read}"), Role::Muted);
        }
        let caret = self.filter.draw(cx.look, self.is_typing, line, buf);
        self.is_typing.then_some(caret)
    }

    pub(super) fn draw_rows(
        &mut self,
        cx: &Context<'_>,
        has_card: bool,
        area: Rect,
        buf: &mut Buffer,
    ) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        let chosen = list_column::chosen(cx.desk.caseload.setting());
        let columns = Columns::in_width(paper.width(), has_card, chosen);
        if self.roll.shown().is_empty() {
            let words = match (self.filter.is_empty(), cx.desk.caseload.pupils.is_empty()) {
                (true, true) => {
                    "No pupils yet. n adds one; Ctrl+N jots down what somebody told you of one."
                }
                (true, false) => "Nobody here may be shown just now.",
                (false, _) => "Nobody has all of these. Rub some out, or Esc shows all again.",
            };
            paper.prose(3, words, Role::Muted);
            self.rows = Rect::default();
            return paper.place(1, 0);
        }
        if !cx.look.plain {
            columns.draw_heading(&mut paper);
        }
        let above = paper.row();
        let shown = self.roll.shown();
        let visible = self.cursor.visible(shown, paper.left());
        let at = self.cursor.row(shown);
        self.top = visible.start;
        self.rows = Rect {
            y: area.y + above,
            height: area.height - above,
            ..area
        };
        let mut place = paper.place(1, above);
        for number in visible {
            let here = paper.row();
            if let Some(pupil) = cx.desk.caseload.pupils.get(shown[number]) {
                row::draw(cx, pupil, &columns, &mut paper);
            }
            if Some(number) == at {
                paper.put(1, 1, ">", Role::Focus);
                paper.select_row(here);
                place = paper.place(1, here);
            }
            paper.skip(1);
        }
        place
    }
}
