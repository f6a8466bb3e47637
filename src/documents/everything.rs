//! All records of a kind for other programs: as JSON, and as CSV with a column for each of their parts.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::spreadsheet;
use crate::domain::Record;

/// Numbers beyond this are ids, which other programs can't keep as numbers.
const LARGEST: i64 = 1 << 53;

/// The records as JSON: an array of objects. Ids are strings.
///
/// # Errors
/// Never for records that were read from a file.
pub fn json(records: &[Record]) -> serde_json::Result<String> {
    Ok(serde_json::to_string_pretty(&values(records)?)? + "\n")
}

/// The records as CSV, the id first, in which nothing is a formula. A list inside a record stands in its cell as JSON.
///
/// # Errors
/// Never for records that were read from a file.
pub fn csv(records: &[Record]) -> serde_json::Result<String> {
    let values = values(records)?;
    let names: BTreeSet<&String> = values
        .iter()
        .flat_map(|record| record.keys())
        .filter(|name| *name != "id")
        .collect();
    let names: Vec<&str> = std::iter::once("id")
        .chain(names.into_iter().map(String::as_str))
        .collect();
    let heading = names.iter().map(|name| Cow::Borrowed(*name)).collect();
    let rows = values.iter().map(|record| {
        names
            .iter()
            .map(|name| match record.get(*name) {
                None | Some(Value::Null) => "".into(),
                Some(Value::String(text)) => Cow::Borrowed(text.as_str()),
                Some(other) => Cow::Owned(other.to_string()),
            })
            .collect::<Vec<_>>()
    });
    Ok(spreadsheet::csv(
        std::iter::once::<Vec<Cow<'_, str>>>(heading).chain(rows),
    ))
}

/// The records without the names of their kinds.
fn values(records: &[Record]) -> serde_json::Result<Vec<Map<String, Value>>> {
    let mut values = Vec::with_capacity(records.len());
    for record in records {
        let Value::Object(named) = serde_json::to_value(record)? else {
            continue;
        };
        for (_, mut value) in named {
            ids_as_strings(&mut value);
            if let Value::Object(parts) = value {
                values.push(parts);
            }
        }
    }
    Ok(values)
}

fn ids_as_strings(value: &mut Value) {
    match value {
        Value::Number(number) => {
            if let Some(id) = number.as_i64().filter(|id| id.abs() > LARGEST) {
                *value = Value::String(id.to_string());
            }
        }
        Value::Array(values) => values.iter_mut().for_each(ids_as_strings),
        Value::Object(parts) => parts.values_mut().for_each(ids_as_strings),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}
