use std::collections::BTreeMap;

use super::column::Column;
use super::field::Field;
use super::headings::{key, recognise};
use crate::domain::ImportLayout;

/// What the user says that columns hold, by their headings: it goes before the dictionary. The columns of a file without
/// headings are called "Column 1" and so on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    fields: BTreeMap<String, Field>,
}

/// What the columns of a file without headings are called, before their numbers.
const COLUMN: &str = "Column";

impl Mapping {
    /// Says what a column holds.
    pub fn set(&mut self, heading: &str, field: Field) {
        self.fields.insert(key(heading), field);
    }

    /// Says what a column holds, in words as `Anmerkung=Notes`: on the right stands any heading that is known, or "left out".
    ///
    /// # Errors
    /// A sentence that says what is wrong with the words.
    pub fn set_in_words(&mut self, words: &str) -> Result<(), String> {
        let (heading, field) = words
            .rsplit_once('=')
            .filter(|(heading, _)| !key(heading).is_empty())
            .ok_or_else(|| {
                format!("--map {words}: write the heading, \"=\" and what the column holds, such as \"Home reg=class\".")
            })?;
        let field = Field::from_words(field).ok_or_else(|| {
            let known: Vec<&str> = Field::OFFERED.iter().map(|field| field.label()).collect();
            format!(
                "--map {words}: \"{field}\" is nothing that is kept. A column can hold: {}.",
                known.join(", ")
            )
        })?;
        self.set(heading, field);
        Ok(())
    }

    /// What is said here, and else what was said of a list with the same headings; nothing where none was.
    pub(super) fn over(&self, layouts: &[ImportLayout], columns: &[Column]) -> Option<Self> {
        let headings = self.said_of(columns);
        let layout = layouts.iter().find(|layout| layout.is_of(&headings))?;
        let said = layout.columns.iter();
        let before = said.filter_map(|(heading, holds)| {
            Field::from_words(holds).map(|field| (heading.clone(), field))
        });
        let mut fields: BTreeMap<String, Field> = before.collect();
        fields.extend(self.fields.clone());
        Some(Self { fields })
    }

    /// All headings, with what was said of each.
    pub(super) fn said_of(&self, columns: &[Column]) -> BTreeMap<String, String> {
        let said = columns.iter().map(|column| {
            let field = self.get(&column.heading);
            let holds = field.map_or("", Field::label);
            (key(&column.heading), holds.to_owned())
        });
        said.collect()
    }

    /// What the user said that a column with this heading holds.
    pub(super) fn get(&self, heading: &str) -> Option<Field> {
        if self.fields.is_empty() {
            return None;
        }
        self.fields.get(&key(heading)).copied()
    }

    /// What a column with this heading holds, as the user or the dictionary says.
    pub(super) fn recognise(&self, heading: &str) -> Option<Field> {
        self.get(heading).or_else(|| recognise(heading))
    }

    /// What a column of a file without headings is called, by its place from 0.
    pub fn column(place: usize) -> String {
        format!("{COLUMN} {}", place + 1)
    }

    /// Whether it says what columns without headings hold.
    pub(super) fn is_of_columns(&self) -> bool {
        let column = key(COLUMN);
        self.fields.keys().any(|heading| {
            heading
                .strip_prefix(&column)
                .is_some_and(|number| number.parse::<usize>().is_ok())
        })
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }
}
