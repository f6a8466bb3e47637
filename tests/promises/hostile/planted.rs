//! Texts planted in every field of every record.

use std::collections::BTreeMap;

use caseload::domain::{Change, Edit, Record};
use serde_json::Value;

/// The edits, with a text of the planter's in every field that takes any text. Of every second record the fields that are
/// empty stay so: some mean something by being filled, such as why an action was dropped.
pub fn planted(edits: Vec<Edit>, mut text: impl FnMut() -> String) -> Vec<Edit> {
    let mut fields = Fields::default();
    let mut records = 0;
    let plant = |change: Change| match change {
        Change::Put(record) => {
            records += 1;
            Change::Put(fields.plant(record, records % 2 == 0, &mut text))
        }
        removal @ Change::Remove(_) => removal,
    };
    let mut plant = plant;
    edits
        .into_iter()
        .map(|edit| Edit {
            label: edit.label,
            changes: edit.changes.into_iter().map(&mut plant).collect(),
        })
        .collect()
}

/// Which fields take any text, as far as it was tried: a date or a code does not.
#[derive(Default)]
struct Fields(BTreeMap<String, bool>);

impl Fields {
    fn plant(
        &mut self,
        record: Record,
        empty_too: bool,
        text: &mut impl FnMut() -> String,
    ) -> Record {
        let mut value = serde_json::to_value(&record).expect("a record that serialises");
        for path in paths(&value) {
            let Some(Value::String(was)) = value.pointer(&path) else {
                continue;
            };
            if was.is_empty() && !empty_too || !self.takes_text(&value, &path) {
                continue;
            }
            *value.pointer_mut(&path).expect("a path of its own") = Value::String(text());
        }
        serde_json::from_value(value).expect("a record with other texts")
    }

    fn takes_text(&mut self, value: &Value, path: &str) -> bool {
        // The same field of every kind of record, whichever line of a list it is in.
        let name: String = path
            .chars()
            .filter(|letter| !letter.is_ascii_digit())
            .collect();
        *self.0.entry(name).or_insert_with(|| {
            let mut tried = value.clone();
            *tried.pointer_mut(path).expect("a path of its own") =
                Value::String("some k0 words".into());
            serde_json::from_value::<Record>(tried).is_ok()
        })
    }
}

/// The paths of all texts in it.
fn paths(value: &Value) -> Vec<String> {
    let within = |key: &str, value: &Value| -> Vec<String> {
        paths(value)
            .into_iter()
            .map(|path| format!("/{key}{path}"))
            .collect()
    };
    match value {
        Value::String(_) => vec![String::new()],
        Value::Array(all) => {
            let all = all.iter().enumerate();
            all.flat_map(|(at, value)| within(&at.to_string(), value))
                .collect()
        }
        Value::Object(all) => all
            .iter()
            .flat_map(|(key, value)| within(key, value))
            .collect(),
        _ => Vec::new(),
    }
}
