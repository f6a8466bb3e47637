//! The rules of the field as dated data, with their basis.
//!
//! Functions that work out dates are in [`deadline`](crate::domain::deadline); nothing there holds a number.

mod bad_rules;
mod census_thursday;
mod day_of_year;
mod numbers;
mod rule;
mod rule_id;
mod rule_step;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;
use strum::VariantArray;

use crate::domain::deadline::DeadlineKind;

pub use bad_rules::BadRules;
pub use census_thursday::CensusThursday;
pub use day_of_year::DayOfYear;
pub use numbers::Numbers;
pub use rule::Rule;
pub use rule_id::RuleId;
pub use rule_step::RuleStep;

static ENGLAND: LazyLock<Rules> = LazyLock::new(|| {
    Rules::read(include_str!("../../assets/rules/england.toml"))
        .expect("the shipped rules are read by a test")
});

/// All rules of a country, each with its dated rows, and their numbers, changed where the settings say so.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The rows of each rule by [`RuleId`], oldest first; no list is empty.
    rows: Vec<Vec<Rule>>,
    /// The rule that makes each kind of date.
    makers: BTreeMap<DeadlineKind, RuleId>,
    /// The numbers from each day on which any rule changes, oldest first; not empty.
    numbers: Vec<(NaiveDate, Numbers)>,
    sources: BTreeMap<String, String>,
    checked_on: NaiveDate,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    checked_on: NaiveDate,
    sources: BTreeMap<String, String>,
    rule: Vec<Rule>,
}

impl Rules {
    /// The rules of England as shipped.
    pub fn england() -> &'static Self {
        &ENGLAND
    }

    /// These rules with other numbers laid over them (R18), by the names of [`Numbers`].
    ///
    /// # Errors
    /// When a name is none of theirs or a value does not fit: nothing is taken then.
    pub fn with(&self, overrides: &toml::Table) -> Result<Self, BadRules> {
        let numbers = numbers_by_day(&self.rows, overrides)?;
        Ok(Self {
            numbers,
            ..self.clone()
        })
    }

    fn read(text: &str) -> Result<Self, BadRules> {
        let file: File = toml::from_str(text).map_err(|error| BadRules(error.to_string()))?;
        let rows = rows_by_id(file.rule)?;
        Ok(Self {
            makers: makers(&rows)?,
            numbers: numbers_by_day(&rows, &toml::Table::new())?,
            rows,
            sources: file.sources,
            checked_on: file.checked_on,
        })
    }

    /// A rule as it stands on a day; before its first day, as it first stood.
    pub fn rule(&self, id: RuleId, on: NaiveDate) -> &Rule {
        row_on(&self.rows[id as usize], on)
    }

    /// The rule that makes a kind of date.
    pub fn maker(&self, kind: DeadlineKind) -> RuleId {
        self.makers[&kind]
    }

    /// Every rule as it stands on a day, in order.
    pub fn all(&self, on: NaiveDate) -> impl Iterator<Item = &Rule> {
        self.rows.iter().map(move |rows| row_on(rows, on))
    }

    /// The numbers as they stand on a day.
    pub fn numbers(&self, on: NaiveDate) -> &Numbers {
        let after = self.numbers.partition_point(|(from, _)| *from <= on);
        &self.numbers[after.saturating_sub(1)].1
    }

    /// The address of a source that a rule names by its key.
    pub fn source(&self, key: &str) -> Option<&str> {
        self.sources.get(key).map(String::as_str)
    }

    /// The day on which somebody last checked the rules against their sources.
    pub fn checked_on(&self) -> NaiveDate {
        self.checked_on
    }
}

/// The newest row that has begun by a day, else the first. Rows are oldest first and never none.
fn row_on(rows: &[Rule], day: NaiveDate) -> &Rule {
    let after = rows.partition_point(|row| row.valid_from <= day);
    &rows[after.saturating_sub(1)]
}

fn rows_by_id(rules: Vec<Rule>) -> Result<Vec<Vec<Rule>>, BadRules> {
    let mut rows = vec![Vec::new(); RuleId::VARIANTS.len()];
    for rule in rules {
        rows[rule.id as usize].push(rule);
    }
    for (&id, rows) in RuleId::VARIANTS.iter().zip(&mut rows) {
        if rows.is_empty() {
            return Err(BadRules(format!("rule {id} is missing")));
        }
        rows.sort_by_key(|rule| rule.valid_from);
    }
    Ok(rows)
}

fn makers(rows: &[Vec<Rule>]) -> Result<BTreeMap<DeadlineKind, RuleId>, BadRules> {
    let mut makers = BTreeMap::new();
    for rule in rows.iter().flatten() {
        for &kind in rule.steps.keys() {
            if makers
                .insert(kind, rule.id)
                .is_some_and(|other| other != rule.id)
            {
                return Err(BadRules(format!("two rules make {}", kind.code())));
            }
        }
    }
    let every_row_has = |kind: &DeadlineKind| {
        makers.get(kind).is_some_and(|&id| {
            rows[id as usize]
                .iter()
                .all(|row| row.steps.contains_key(kind))
        })
    };
    match DeadlineKind::VARIANTS
        .iter()
        .find(|kind| !every_row_has(kind))
    {
        Some(kind) => Err(BadRules(format!("no rule makes {}", kind.code()))),
        None => Ok(makers),
    }
}

fn numbers_by_day(
    rows: &[Vec<Rule>],
    overrides: &toml::Table,
) -> Result<Vec<(NaiveDate, Numbers)>, BadRules> {
    let days: BTreeSet<NaiveDate> = rows.iter().flatten().map(|rule| rule.valid_from).collect();
    days.into_iter()
        .map(|day| {
            let mut table = toml::Table::new();
            for rows in rows {
                table.extend(row_on(rows, day).numbers.clone());
            }
            table.extend(overrides.clone());
            let numbers = Numbers::deserialize(table)
                .map_err(|error| BadRules(error.to_string().trim_end().to_owned()))?;
            Ok((day, numbers))
        })
        .collect()
}

#[cfg(test)]
mod tests;
