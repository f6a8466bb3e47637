//! [`Columns`]: where the parts of a row stand.

use crate::ui::Role;
use crate::ui::widgets::Paper;

/// First column and width of each part of a row, for the width there is. What has no room is left out: the card tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) name: (usize, usize),
    pub(super) year: (usize, usize),
    pub(super) class: (usize, usize),
    pub(super) status: (usize, usize),
    pub(super) need: (usize, usize),
    pub(super) stage: Option<(usize, usize)>,
    pub(super) date: (usize, usize),
    /// Where the days end.
    pub(super) days: usize,
    pub(super) what: Option<(usize, usize)>,
}

/// Widths of the parts.
const YEAR: usize = 2;
const CLASS: usize = 4;
const STATUS: usize = 3;
const NEED: usize = 7;
const STAGE: usize = 9;
const DATE: usize = 10;
const DAYS: usize = 6;
const WHAT: usize = 10;
/// What every row has, but for the name: the marks, the parts and the spaces between them.
const ALWAYS: usize = 3 + (1 + YEAR) + (1 + CLASS) + (1 + STATUS) + (1 + NEED) + (1 + DATE) + DAYS;
/// Letters of a name below which other parts give way.
const SHORT_NAME: usize = 16;
const LONG_NAME: usize = 30;

impl Columns {
    /// The columns for a list of this width, with the card beside it or without.
    pub(super) fn in_width(width: usize, has_card: bool) -> Self {
        let mut room = width.saturating_sub(ALWAYS + SHORT_NAME);
        let mut fits = |columns: usize| {
            let fits = room > columns;
            if fits {
                room -= columns + 1;
            }
            fits
        };
        let has_what = !has_card && fits(WHAT);
        let has_stage = fits(STAGE);
        let more = room.min(LONG_NAME - SHORT_NAME);
        let mut column = 3;
        let mut next = |columns: usize| {
            let place = (column, columns);
            column += columns + 1;
            place
        };
        let name = next(SHORT_NAME + more);
        let year = next(YEAR);
        let class = next(CLASS);
        let status = next(STATUS);
        let need = next(NEED);
        let stage = has_stage.then(|| next(STAGE));
        let date = next(DATE);
        let (from, _) = next(DAYS - 1);
        let days = from + DAYS - 1;
        let what = has_what.then_some((days + 1, WHAT + room - more));
        Self {
            name,
            year,
            class,
            status,
            need,
            stage,
            date,
            days,
            what,
        }
    }

    /// What each column is.
    pub(super) fn draw_heading(&self, paper: &mut Paper<'_>) {
        let parts = [
            (Some(self.name), "name"),
            (Some(self.year), "yr"),
            (Some(self.class), "cl"),
            (Some(self.status), "sen"),
            (Some(self.need), "need"),
            (self.stage, "stage"),
            (Some(self.date), "next"),
        ];
        for (place, words) in parts {
            if let Some((column, columns)) = place {
                paper.put(column, columns, words, Role::Muted);
            }
        }
        paper.skip(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_never_run_into_each_other_or_off_the_row() {
        for width in 60..200 {
            let columns = Columns::in_width(width, false);
            let mut places = vec![
                columns.name,
                columns.year,
                columns.class,
                columns.status,
                columns.need,
            ];
            places.extend(columns.stage);
            places.push(columns.date);
            places.push((columns.days + 1 - DAYS, DAYS - 1));
            places.extend(columns.what);
            for pair in places.windows(2) {
                assert!(pair[0].0 + pair[0].1 < pair[1].0 + 1, "{width}: {places:?}");
            }
            let last = places.last().expect("parts");
            assert!(last.0 + last.1 <= width, "{width}: {places:?}");
        }
    }

    #[test]
    fn eighty_columns_have_all_parts() {
        let columns = Columns::in_width(80, false);
        assert!(columns.stage.is_some() && columns.what.is_some());
        assert!(columns.name.1 >= 18, "{columns:?}");
    }
}
