//! [`Month`]: a month as a grid, Monday first.

use chrono::{Datelike, Days, Months, NaiveDate};
use ratatui::layout::Position;

use super::Paper;
use super::width;
use crate::ui::Role;

/// Columns of a day: the cursor, two for its number, two for its marks.
const DAY: u16 = 5;

/// A month as a grid of its days, Monday first, under the names of the weekdays.
#[derive(Clone, Copy, Debug)]
pub struct Month {
    first: NaiveDate,
}

impl Month {
    /// Columns it takes.
    pub const COLUMNS: u16 = 7 * DAY + 1;

    /// The month of a date.
    pub fn of(date: NaiveDate) -> Self {
        Self {
            first: date.with_day(1).unwrap_or(date),
        }
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// Its last day.
    pub fn last(self) -> Option<NaiveDate> {
        self.days().last()
    }

    /// Rows it takes: the names and four to six weeks.
    pub fn rows(self) -> u16 {
        1 + self.last().map_or(0, |last| self.place(last).1)
    }

    fn days(self) -> impl Iterator<Item = NaiveDate> {
        let next = self.first.checked_add_months(Months::new(1));
        let days = self.first.iter_days();
        days.take_while(move |day| next.is_none_or(|next| *day < next))
    }

    /// The column of a day's cursor and its row, from the top left corner.
    fn place(self, day: NaiveDate) -> (u16, u16) {
        let narrow = |number: u32| u16::try_from(number).unwrap_or(0);
        let before = self.first.weekday().num_days_from_monday();
        let week = (before + day.day0()) / 7;
        (
            narrow(day.weekday().num_days_from_monday()) * DAY,
            narrow(week) + 1,
        )
    }

    /// Draws the month from the paper's current row, and says where the chosen day is. `marks` gives what stands in the two
    /// columns behind a day's number and how the day is shown.
    pub fn draw(
        self,
        paper: &mut Paper<'_>,
        chosen: NaiveDate,
        today: NaiveDate,
        marks: impl Fn(NaiveDate) -> (String, Role),
    ) -> Position {
        let top = paper.row();
        paper.line(" Mo   Tu   We   Th   Fr   Sa   Su", Role::Heading);
        let mut cursor = paper.place(0, top);
        let mut row = 1;
        for day in self.days() {
            let (column, week) = self.place(day);
            paper.skip(week - row);
            row = week;
            let column = usize::from(column);
            let (marks, role) = marks(day);
            let words = format!("{:>2}{marks}", day.day());
            if day == chosen {
                cursor = paper.here(column);
                paper.put(column, 1, ">", Role::Focus);
                paper.put(column + 1, width(&words), &words, Role::Selected);
            } else {
                if day == today {
                    paper.put(column, 1, "=", Role::Focus);
                }
                paper.put(column + 1, width(&words), &words, role);
            }
        }
        paper.skip(1);
        cursor
    }

    /// The day at a place, counted from where the month was drawn.
    pub fn day_at(self, column: u16, row: u16) -> Option<NaiveDate> {
        let week = u64::from(row.checked_sub(1)?);
        let before = u64::from(self.first.weekday().num_days_from_monday());
        let days = (week * 7 + u64::from(column / DAY)).checked_sub(before)?;
        let day = self.first.checked_add_days(Days::new(days))?;
        (column < 7 * DAY && day.month() == self.first.month()).then_some(day)
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    use super::*;
    use crate::ui::Look;

    fn date(words: &str) -> NaiveDate {
        words.parse().expect("a real date")
    }

    fn drawn(chosen: &str) -> (Vec<String>, Position) {
        let area = Rect::new(0, 0, 38, 8);
        let mut buf = Buffer::empty(area);
        let look = Look::default();
        let mut paper = Paper::new(&mut buf, &look, area);
        let cursor =
            Month::of(date(chosen)).draw(&mut paper, date(chosen), date("2028-02-01"), |day| {
                let marks = if day.day() == 29 { "#h" } else { "" };
                (marks.to_owned(), Role::Text)
            });
        let rows = (0..area.height).map(|y| {
            let cells = (0..area.width).map(|x| buf[(x, y)].symbol().to_owned());
            cells.collect::<String>().trim_end().to_owned()
        });
        (rows.collect(), cursor)
    }

    #[test]
    fn a_leap_february_begins_on_its_weekday() {
        let (rows, cursor) = drawn("2028-02-23");
        assert_eq!(
            rows[..6],
            [
                " Mo   Tu   We   Th   Fr   Sa   Su",
                "     = 1    2    3    4    5    6",
                "  7    8    9   10   11   12   13",
                " 14   15   16   17   18   19   20",
                " 21   22  >23   24   25   26   27",
                " 28   29#h",
            ]
        );
        assert_eq!(cursor, Position::new(10, 4));
        assert_eq!(Month::of(date("2028-02-23")).rows(), 6);
    }

    #[test]
    fn months_take_four_to_six_weeks() {
        let rows = |day: &str| Month::of(date(day)).rows();
        // February 2027 fills four weeks; May 2027 begins on a Saturday and needs six.
        assert_eq!(rows("2027-02-10"), 5);
        assert_eq!(rows("2026-11-10"), 7);
        assert_eq!(rows("2027-05-10"), 7);
        assert_eq!(rows("2026-12-10"), 6);
    }

    #[test]
    fn every_day_is_found_where_it_was_drawn_and_nothing_else_is() {
        for first in ["2026-11-01", "2027-02-01", "2028-02-29"] {
            let month = Month::of(date(first));
            for day in month.days() {
                let (column, row) = month.place(day);
                assert_eq!(month.day_at(column, row), Some(day));
                assert_eq!(month.day_at(column + DAY - 1, row), Some(day));
            }
        }
        let november = Month::of(date("2026-11-01"));
        assert_eq!(november.day_at(0, 0), None, "the names");
        assert_eq!(november.day_at(0, 1), None, "October");
        assert_eq!(november.day_at(10, 6), None, "December");
        assert_eq!(november.day_at(36, 2), None, "beside");
    }
}
