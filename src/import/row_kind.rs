use super::clean;
use super::field::Field;
use super::heading::Heading;
use super::headings::key;
use super::row::Row;
use super::values::date;
use crate::domain::upn;

/// What a row below the heading is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RowKind {
    /// Nothing stands in it.
    Blank,
    /// The heading once more, as printed pages have it.
    HeadingAgain,
    /// A line of totals, with its first words.
    Total(String),
    /// A heading between the pupils, or a remark: "YEAR 1", "Printed on ...".
    Between(String),
    /// More cells than headings: a comma inside a value is not in quotation marks.
    Overflowing,
    /// A pupil, or one more line of one.
    Pupil,
}

/// Words that a line between the pupils has and a name has not.
const BETWEEN: &[&str] = &[
    "year",
    "years",
    "yr",
    "reception",
    "nursery",
    "eyfs",
    "foundation",
    "stage",
    "ks1",
    "ks2",
    "ks3",
    "ks4",
    "ks5",
    "class",
    "form",
    "sixth",
    "group",
    "sen",
    "send",
    "ehcp",
    "ehcps",
    "ehc",
    "support",
    "monitoring",
    "watching",
    "leavers",
    "starters",
    "register",
    "notes",
    "printed",
    "page",
    "end",
    "report",
    "copyright",
    "generated",
    "exported",
    "confidential",
    "date",
    "filter",
    "filters",
    "updated",
    "pupils",
    "children",
    "students",
    "school",
    "academy",
    "primary",
    "secondary",
    "infants",
    "juniors",
    "total",
    "totals",
];

/// Words that begin a line between the pupils even when more cells are filled.
const BEGINNINGS: &[&str] = &[
    "year",
    "yr",
    "reception",
    "nursery",
    "key",
    "ks1",
    "ks2",
    "ks3",
    "ks4",
    "ks5",
];

const TOTALS: &[&str] = &["total", "totals", "subtotal", "grandtotal", "sum"];

impl RowKind {
    /// What the row is, under that heading.
    pub fn of(row: &Row<'_>, heading: &Heading) -> Self {
        let Some((place, first)) = row.filled().next() else {
            return Self::Blank;
        };
        if row.filled().any(|(place, _)| place >= heading.width) {
            return Self::Overflowing;
        }
        if heading.is_repeated_in(row) {
            return Self::HeadingAgain;
        }
        let words = clean::line(first);
        let lonely = row.filled().count() == 1 && heading.columns.len() > 1;
        let counted: Vec<String> = words
            .split([' ', ':', '-', '/', '('])
            .map(key)
            .filter(|word| !word.is_empty())
            .collect();
        let first_word = counted.first().map_or("", String::as_str);
        if TOTALS.contains(&first_word) && (lonely || !names_somebody(row))
            || TOTALS.contains(&key(&words).as_str())
        {
            return Self::Total(words);
        }
        if BEGINNINGS.contains(&first_word) && !names_somebody(row) {
            return Self::Between(words);
        }
        let field = heading
            .columns
            .iter()
            .find(|column| column.place == place)
            .and_then(|column| column.field);
        let goes_on = field.is_some_and(Field::is_per_line);
        if lonely && !goes_on && !is_name(&words, &counted) {
            return Self::Between(words);
        }
        Self::Pupil
    }
}

/// Whether some cell is a date of birth or a UPN.
fn names_somebody(row: &Row<'_>) -> bool {
    row.filled()
        .any(|(_, cell)| date::is_whole(cell) || upn::check(cell).is_good())
}

/// Whether words that stand alone in their row may be a child's name: two words or more, or a comma, and no number.
fn is_name(words: &str, counted: &[String]) -> bool {
    let has_digit = words.contains(|letter: char| letter.is_ascii_digit());
    let is_between = counted.iter().any(|word| BETWEEN.contains(&word.as_str()));
    counted.len() > 1 && !has_digit && !is_between && !words.contains(['&', ':', '!'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::delimiter::Delimiter;
    use crate::import::mapping::Mapping;
    use crate::import::rows::Rows;

    fn kind(row: &str) -> RowKind {
        let text = format!("Child,DOB,Class,Stage,Notes\n{row}\n");
        let rows: Vec<_> = Rows::new(&text, Delimiter::Comma, 1).collect();
        let heading = Heading::find(&rows[..1], &Mapping::default()).unwrap();
        RowKind::of(&rows[1], &heading)
    }

    #[test]
    fn pupils_are_told_from_what_stands_between_them() {
        assert_eq!(kind(",,,,"), RowKind::Blank);
        assert_eq!(kind("  "), RowKind::Blank);
        assert_eq!(
            kind("Child,D.O.B.,Class,Stage,Notes"),
            RowKind::HeadingAgain
        );
        for words in [
            "Total",
            "TOTALS:",
            "Grand total",
            "Total (12)",
            "Total pupils",
        ] {
            assert_eq!(
                kind(&format!("{words},12,,,")),
                RowKind::Total(words.to_owned()),
                "{words}"
            );
        }
        for words in [
            "NURSERY & RECEPTION",
            "YEAR 1",
            "Year 3",
            "Key Stage Two",
            "EHCPs",
            "Printed on 20/11/2026",
            "Page 1 of 3",
            "3F",
        ] {
            assert_eq!(
                kind(&format!("{words},,,,")),
                RowKind::Between(words.to_owned()),
                "{words}"
            );
        }
        assert_eq!(kind("Year 1,,4,,"), RowKind::Between("Year 1".to_owned()));
        assert_eq!(
            kind("Ava Adams,14/02/2018,4H,K,,extra"),
            RowKind::Overflowing
        );
        assert_eq!(kind("Ava Adams,14/02/2018,4H,K,,,,"), RowKind::Pupil);
        for row in [
            "Ava Adams,14/02/2018,4H,K,",
            "Ava Adams,,,,",
            "\"Adams, Ava\",,,,",
            ",,,,and a note",
            "Year Smith,14/02/2018,,,",
            "Suharto,,4H,,",
        ] {
            assert_eq!(kind(row), RowKind::Pupil, "{row}");
        }
    }
}
