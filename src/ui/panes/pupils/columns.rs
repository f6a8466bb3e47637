//! [`Columns`]: where the parts of a row stand.

use crate::domain::ListColumn;
use crate::ui::Role;
use crate::ui::widgets::Paper;

/// First column and width of each part of a row, for the width there is. What has no room is left out, from the right: the card
/// tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) name: (usize, usize),
    pub(super) parts: Vec<(ListColumn, Place)>,
}

/// Where a part begins, and how wide it is.
pub(super) type Place = (usize, usize);

/// Columns of the day of what is next, and of how far it is.
pub(super) const DATE: usize = 10;
pub(super) const DAYS: usize = 5;
/// Where names begin.
const NAME: usize = 3;
/// Letters of a name below which other parts give way.
const SHORT_NAME: usize = 16;
const LONG_NAME: usize = 30;

fn columns(column: ListColumn) -> usize {
    match column {
        ListColumn::Year => 2,
        ListColumn::Class => 4,
        ListColumn::Status => 3,
        ListColumn::Need => 7,
        ListColumn::Stage => 9,
        ListColumn::Next => DATE + 1 + DAYS,
        ListColumn::What | ListColumn::School | ListColumn::Language => 10,
        ListColumn::Born | ListColumn::Since | ListColumn::LastReview => 11,
        ListColumn::Flags => 12,
        ListColumn::Layer => 13,
        ListColumn::LedBy | ListColumn::Agencies => 14,
    }
}

impl Columns {
    /// The chosen columns, as far as a list of this width has room for them, with the card beside it or without.
    pub(super) fn in_width(width: usize, has_card: bool, chosen: &[ListColumn]) -> Self {
        let mut room = width.saturating_sub(NAME + SHORT_NAME);
        // What is next is what the list is looked at for: it gives way last.
        if chosen.contains(&ListColumn::Next) {
            room = room.saturating_sub(1 + columns(ListColumn::Next));
        }
        let mut shown = Vec::new();
        let mut is_full = false;
        for column in chosen {
            let takes = 1 + columns(*column);
            match column {
                ListColumn::Next => shown.push(*column),
                // The card says it in full.
                ListColumn::What if has_card => {}
                _ if is_full || takes > room => is_full = true,
                _ => {
                    room -= takes;
                    shown.push(*column);
                }
            }
        }
        let more = room.min(LONG_NAME - SHORT_NAME);
        let name = SHORT_NAME + more;
        let mut from = NAME + name + 1;
        let parts = shown.into_iter().map(|column| {
            let rest = if column == ListColumn::What {
                room - more
            } else {
                0
            };
            let place = (from, columns(column) + rest);
            from += place.1 + 1;
            (column, place)
        });
        Self {
            parts: parts.collect(),
            name: (NAME, name),
        }
    }

    /// What each column is.
    pub(super) fn draw_heading(&self, paper: &mut Paper<'_>) {
        let (from, columns) = self.name;
        paper.put(from, columns, "name", Role::Muted);
        for (column, (from, columns)) in &self.parts {
            paper.put(*from, *columns, column.head(), Role::Muted);
        }
        paper.skip(1);
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;

    #[test]
    fn parts_never_run_into_each_other_or_off_the_row() {
        let all = ListColumn::VARIANTS;
        for (width, chosen) in
            (60..200).flat_map(|width| [(width, all), (width, &ListColumn::USUAL)])
        {
            let columns = Columns::in_width(width, false, chosen);
            let mut places = vec![columns.name];
            places.extend(columns.parts.iter().map(|(_, place)| *place));
            for pair in places.windows(2) {
                assert!(pair[0].0 + pair[0].1 < pair[1].0, "{width}: {places:?}");
            }
            let last = places.last().expect("parts");
            assert!(last.0 + last.1 <= width, "{width}: {places:?}");
        }
    }

    #[test]
    fn eighty_columns_have_all_usual_parts() {
        let columns = Columns::in_width(80, false, &ListColumn::USUAL);
        assert_eq!(columns.parts.len(), ListColumn::USUAL.len());
        assert!(columns.name.1 >= 18, "{columns:?}");
    }

    #[test]
    fn where_there_is_little_room_the_right_gives_way_but_what_is_next_stays() {
        let narrow = Columns::in_width(60, false, &ListColumn::USUAL);
        let shown: Vec<_> = narrow.parts.iter().map(|(column, _)| *column).collect();
        use ListColumn::{Class, Need, Next, Status, Year};
        assert_eq!(shown, [Year, Class, Status, Need, Next]);
    }
}
