use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use strum::VariantArray as _;

use super::column::Column;
use super::delimiter::Delimiter;
use super::field::{Field, Tick};
use super::headings;
use super::mapping::Mapping;
use super::row::Row;
use super::rows::Rows;
use super::values::status::{self, StatusReading};
use super::{clean, values};
use crate::domain::Status;

/// The most rows that one heading takes.
const TALLEST: usize = 3;
/// A heading stands among the first rows, under titles at most.
pub(super) const WITHIN: usize = 60;

/// The heading of a file: which rows it takes and what the columns hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// Its rows among those looked at; none where the user said what the columns hold.
    pub rows: Range<usize>,
    /// The columns with a heading, from left to right.
    pub columns: Vec<Column>,
    /// How many cells wide it is.
    pub width: usize,
    /// What the user said of its columns.
    pub mapping: Mapping,
}

impl Heading {
    /// Finds the heading among the first rows of a file: the row, or the two or three rows read downwards, in which most cells
    /// are headings that we know, and one of them tells whose line it is.
    pub fn find(rows: &[Row<'_>], mapping: &Mapping) -> Option<Self> {
        let mut best: Option<Self> = None;
        for first in 0..rows.len() {
            for last in first..rows.len().min(first + TALLEST) {
                let band = &rows[first..=last];
                if band.iter().any(|row| row.is_blank() || holds_data(row)) {
                    break;
                }
                let heading = Self::read(band, first, last, mapping);
                let is_heading = heading.known() >= 2 && heading.tells_whose();
                if is_heading
                    && best
                        .as_ref()
                        .is_none_or(|best| heading.is_better_than(best))
                {
                    best = Some(heading);
                }
            }
        }
        best.map(|best| Self {
            mapping: mapping.clone(),
            ..best.with_said(mapping).with_ticks().with_one_class(mapping)
        })
    }

    /// The columns as the user says, where no row has headings.
    pub fn given(rows: &[Row<'_>], mapping: &Mapping) -> Self {
        let width = width(rows);
        let columns = (0..width).map(|place| {
            let heading = Mapping::column(place);
            Column {
                place,
                field: mapping.get(&heading),
                heading,
            }
        });
        Self {
            rows: 0..0,
            columns: columns.collect(),
            width,
            mapping: mapping.clone(),
        }
    }

    /// Columns headed K or EHCP hold ticks, where no column says the status in words.
    fn with_ticks(mut self) -> Self {
        let has_status = |column: &Column| column.field == Some(Field::Status);
        if self.columns.iter().any(has_status) {
            return self;
        }
        for column in &mut self.columns {
            column.field = column.field.or_else(|| ticked(&column.heading));
        }
        self
    }

    /// Where the user says which column holds the class, the one that the dictionary took for it is asked about like any
    /// other that is not known.
    fn with_said(mut self, mapping: &Mapping) -> Self {
        let said = self
            .columns
            .iter()
            .filter_map(|column| mapping.get(&column.heading));
        let said: Vec<Field> = said.filter(|field| field.is_single()).collect();
        for column in &mut self.columns {
            let is_taken = column.field.is_some_and(|field| said.contains(&field));
            if is_taken && mapping.get(&column.heading).is_none() {
                column.field = None;
            }
        }
        self
    }

    /// Beside a column of classes, one of tutors names people.
    fn with_one_class(mut self, mapping: &Mapping) -> Self {
        const PEOPLE: [&str; 2] = ["tutor", "formtutor"];
        let names_people = |column: &Column| {
            mapping.get(&column.heading).is_none()
                && PEOPLE.contains(&headings::key(&column.heading).as_str())
        };
        let is_class = |column: &Column| column.field == Some(Field::Class);
        if self
            .columns
            .iter()
            .any(|column| is_class(column) && !names_people(column))
        {
            for column in self.columns.iter_mut().filter(|column| is_class(column)) {
                if names_people(column) {
                    column.field = Some(Field::Note);
                }
            }
        }
        self
    }

    fn read(band: &[Row<'_>], first: usize, last: usize, mapping: &Mapping) -> Self {
        let width = width(band);
        let columns = (0..width).filter_map(|place| {
            let mut parts: Vec<_> = band
                .iter()
                .map(|row| clean::line(row.cell(place)))
                .filter(|part| !part.is_empty())
                .collect();
            // A cell merged over two rows stands in both.
            parts.dedup();
            let whole = parts.join(" ");
            let named = std::iter::once(&whole)
                .chain(parts.iter().rev())
                .find_map(|words| Some((words, mapping.recognise(words)?)));
            match named {
                Some((words, field)) => Some(Column {
                    place,
                    heading: words.clone(),
                    field: Some(field),
                }),
                None if whole.is_empty() => None,
                None => Some(Column {
                    place,
                    heading: whole,
                    field: None,
                }),
            }
        });
        Self {
            rows: first..last + 1,
            columns: columns.collect(),
            width,
            mapping: Mapping::default(),
        }
    }

    /// Whether a column is of what is never kept, rather than one that the user leaves out.
    pub fn never_keeps(&self, column: &Column) -> bool {
        column.field == Some(Field::LeftOut) && self.mapping.get(&column.heading).is_none()
    }

    /// All its headings, folded, with what the user said of each.
    pub fn said(&self) -> BTreeMap<String, String> {
        self.mapping.said_of(&self.columns)
    }

    /// How many columns are known, which is how likely it is a heading.
    pub fn known(&self) -> usize {
        self.columns
            .iter()
            .filter(|column| column.field.is_some())
            .count()
    }

    /// More columns known; or as many in fewer rows, because a title above adds none.
    fn is_better_than(&self, other: &Self) -> bool {
        let merit = |heading: &Self| (heading.known(), Reverse(heading.rows.len()));
        merit(self) > merit(other)
    }

    fn tells_whose(&self) -> bool {
        self.columns
            .iter()
            .any(|column| column.field.is_some_and(Field::is_identity))
    }

    /// Whether a row below says the heading again, as printed pages do.
    pub fn is_repeated_in(&self, row: &Row<'_>) -> bool {
        let same = |column: &&Column| headings::are_one(row.cell(column.place), &column.heading);
        self.columns.len() > 1
            && self.columns.iter().filter(same).count() * 2 > self.columns.len()
            && !holds_data(row)
    }
}

/// How many cells wide rows are.
fn width(rows: &[Row<'_>]) -> usize {
    let places = rows
        .iter()
        .flat_map(|row| row.filled().map(|(place, _)| place + 1));
    places.max().unwrap_or(0)
}

/// The status whose ticks stand below a heading.
fn ticked(heading: &str) -> Option<Field> {
    let StatusReading::Known {
        status,
        watching,
        words_left: false,
    } = status::read(heading)
    else {
        return None;
    };
    match (status, watching) {
        (_, true) => Some(Field::Ticked(Tick::Watching)),
        (Status::K, false) => Some(Field::Ticked(Tick::Support)),
        (Status::E, false) => Some(Field::Ticked(Tick::Plan)),
        (Status::N, false) => None,
    }
}

/// What most likely stands between the columns of a text: that under which most headings are known, else that which makes
/// most cells. Among equals the first: a comma is likeliest.
pub(super) fn likeliest_delimiter(text: &str) -> Delimiter {
    let merit = |delimiter: Delimiter| {
        let rows: Vec<Row<'_>> = Rows::new(text, delimiter, 1).take(WITHIN).collect();
        let known = Heading::find(&rows, &Mapping::default()).map_or(0, |heading| heading.known());
        let cells: usize = rows.iter().map(|row| row.filled().count()).sum();
        (known, cells)
    };
    let all = Delimiter::VARIANTS.iter().copied();
    all.rev()
        .max_by_key(|&delimiter| merit(delimiter))
        .unwrap_or(Delimiter::Comma)
}

/// Whether a cell is a date, a number or a UPN: no heading has those.
fn holds_data(row: &Row<'_>) -> bool {
    row.filled().any(|(_, cell)| {
        let cell = cell.trim();
        cell.bytes().all(|byte| byte.is_ascii_digit())
            || crate::domain::upn::check(cell).is_good()
            || values::date::is_whole(cell)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str) -> Option<Heading> {
        let rows: Vec<_> = Rows::new(text, Delimiter::Comma, 1).collect();
        Heading::find(&rows, &Mapping::default())
    }

    fn fields(heading: &Heading) -> Vec<Option<Field>> {
        heading.columns.iter().map(|column| column.field).collect()
    }

    #[test]
    fn a_heading_stands_under_titles_and_blank_rows() {
        let heading = find("SEN REGISTER,,\nName of school: Hill,,\n,,\nName,DOB,House\nAva Adams,14/02/2018,Red\n").unwrap();
        assert_eq!((heading.rows.clone(), heading.width), (3..4, 3));
        assert_eq!(
            fields(&heading),
            [Some(Field::WholeName), Some(Field::BirthDate), None]
        );
        assert_eq!(heading.columns[2].heading, "House");
    }

    #[test]
    fn a_heading_may_take_several_rows() {
        let heading = find("Register,,,\nChild,Date,SEN,Primary\n,of Birth,status,need\nAva Adams,14/02/2018,K,SLCN\n").unwrap();
        assert_eq!(heading.rows, 1..3);
        assert_eq!(
            fields(&heading),
            [
                Some(Field::WholeName),
                Some(Field::BirthDate),
                Some(Field::Status),
                Some(Field::Need(1))
            ]
        );
        assert_eq!(heading.columns[1].heading, "Date of Birth");
        let banded =
            find("Pupil,,SEN,\nSurname,Forename,Status,Primary need\nAdams,Ava,K,SLCN").unwrap();
        assert_eq!(banded.rows, 1..2);
    }

    #[test]
    fn data_is_no_heading() {
        assert_eq!(
            find("Adams,Ava,14/02/2018,K\nBell,Ben,15/02/2018,E\n"),
            None
        );
        assert_eq!(find("House,Attendance\nRed,97\n"), None);
        assert_eq!(
            find("DOB,Class\n14/02/2018,4H\n"),
            None,
            "nothing tells whose line it is"
        );
        assert_eq!(find(""), None);
    }

    #[test]
    fn a_printed_list_repeats_its_heading() {
        let heading = find("Name,DOB,House\n").unwrap();
        let again = Rows::new("name,D.O.B.,House", Delimiter::Comma, 1)
            .next()
            .unwrap();
        let child = Rows::new("Name Dob,14/02/2018,House", Delimiter::Comma, 1)
            .next()
            .unwrap();
        assert!(heading.is_repeated_in(&again));
        assert!(!heading.is_repeated_in(&child));
    }
}
