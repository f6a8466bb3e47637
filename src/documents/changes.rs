//! What was changed in a pupil's record, in the field's words: each part that differs, as it was and as it became.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::domain::date_words::with_year;
use crate::domain::{Caseload, Id, Kind, PastChange, Record};

/// Parts that say nothing to a reader: ids, whom it is about, what a computer keeps.
const UNTOLD: [&str; 7] = [
    "id",
    "pupil",
    "entered_at",
    "sum",
    "length",
    "place",
    "need_spells",
];

/// Parts that are called otherwise than the file calls them.
const CALLED: [(&str, &str); 34] = [
    ("adno", "admission number"),
    ("appreciated", "what people appreciate"),
    ("asked_on", "asked on"),
    ("care", "has care of the pupil"),
    ("careful", "be careful"),
    ("cla", "looked after"),
    ("cla_before", "was looked after"),
    ("contact_language", "language for contact"),
    ("dob", "date of birth"),
    ("due_on", "due"),
    ("eal", "EAL"),
    ("from", "since"),
    ("fsm", "free school meals"),
    ("happened_on", "happened on"),
    ("at", "time"),
    ("important", "what matters"),
    ("led_by", "led by"),
    ("left_for", "left for"),
    ("left_on", "last day here"),
    ("ended_on", "ended on"),
    ("medical", "medical summary"),
    ("on", "day"),
    ("papers", "gets papers"),
    ("parent_told", "parent told"),
    ("parent_told_on", "parent told on"),
    ("pp", "pupil premium"),
    ("responsibility", "parental responsibility"),
    ("said_by", "said by"),
    ("see_dsl", "see DSL"),
    ("service", "service child"),
    ("sender", "from"),
    ("support", "how to support"),
    ("to", "until"),
    ("upn", "UPN"),
];

/// The days by which a record says when what it tells of happened, the first that it has.
const HAPPENED: [&str; 9] = [
    "happened_on",
    "on",
    "held_on",
    "done_on",
    "received_on",
    "reviewed_on",
    "from",
    "began_on",
    "asked_on",
];

/// Who said or did it, the first that a record has.
const SAID: [&str; 5] = ["said_by", "told_by", "taken_by", "profile_by", "sender"];

/// One part of a record, as it was and as it became; empty where there was nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What the field calls it.
    pub name: String,
    /// As it was.
    pub before: String,
    /// As it became.
    pub after: String,
}

/// A change, as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What was done to what: "status period added".
    pub what: String,
    /// When what it tells of happened, where the record says so.
    pub happened_on: Option<NaiveDate>,
    /// Who said or did it, where the record says so.
    pub said_by: String,
    /// The parts that differ.
    pub parts: Vec<Part>,
}

/// A change in words. Nothing is told of a change that left all as it was.
pub fn told(caseload: &Caseload, change: &PastChange) -> Told {
    let (before, after) = (parts(change.before.as_ref()), parts(change.after.as_ref()));
    let of = change.after.as_ref().or(change.before.as_ref());
    let kind = of.map_or_else(String::new, |record| kind(record.id().kind()));
    let did = match (&change.before, &change.after) {
        (None, _) => "added",
        (Some(_), None) => "removed",
        (Some(_), Some(_)) => "changed",
    };
    let now = if after.is_empty() { &before } else { &after };
    let day = HAPPENED
        .iter()
        .find_map(|name| now.get(*name)?.as_str()?.parse().ok());
    let said = SAID
        .iter()
        .find_map(|name| now.get(*name)?.as_str().filter(|said| !said.is_empty()));
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let differ = names
        .into_iter()
        .filter(|name| !UNTOLD.contains(&name.as_str()) && before.get(*name) != after.get(*name));
    let parts = differ.map(|name| Part {
        name: called(name),
        before: before
            .get(name)
            .map_or_else(String::new, |value| words(caseload, name, value)),
        after: after
            .get(name)
            .map_or_else(String::new, |value| words(caseload, name, value)),
    });
    // Of what is new or gone, only what it says.
    let is_whole = change.before.is_none() || change.after.is_none();
    let parts = parts.filter(|part| part.before != part.after);
    let parts =
        parts.filter(|part| !is_whole || ![&part.before, &part.after].contains(&&"no".to_owned()));
    Told {
        what: format!("{kind} {did}"),
        happened_on: day,
        said_by: said.unwrap_or_default().to_owned(),
        parts: parts.collect(),
    }
}

/// The parts of a record, by the names that the file has for them.
fn parts(record: Option<&Record>) -> Map<String, Value> {
    let value = record.and_then(|record| serde_json::to_value(record).ok());
    let Some(Value::Object(named)) = value else {
        return Map::new();
    };
    match named.into_iter().next() {
        Some((_, Value::Object(parts))) => parts,
        _ => Map::new(),
    }
}

fn kind(kind: Kind) -> String {
    match kind {
        Kind::Pupil => "record".to_owned(),
        Kind::Tie => "contact".to_owned(),
        Kind::StatusPeriod => "SEN status".to_owned(),
        Kind::EhcEvent => "step of the EHC plan".to_owned(),
        Kind::Place => "place in a group".to_owned(),
        Kind::OtherPlan => "plan".to_owned(),
        kind => {
            let code: &str = kind.into();
            code.replace('_', " ")
        }
    }
}

fn called(name: &str) -> String {
    let mut known = CALLED.iter();
    let found = known.find(|(code, _)| *code == name);
    found.map_or_else(|| name.replace('_', " "), |(_, words)| (*words).to_owned())
}

/// A value in words: names for ids, days with their year, codes without underscores.
fn words(caseload: &Caseload, name: &str, value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => {
            let id = number.as_i64().unwrap_or_default();
            // A whole number is told as one: 8, not 8.0.
            let plain = number.as_f64().map(|number| number.to_string());
            named(caseload, name, id).or(plain).unwrap_or_default()
        }
        Value::String(text) => match text.parse::<NaiveDate>() {
            Ok(day) => with_year(day),
            Err(_) if is_code(text) => text.replace('_', " "),
            Err(_) => text.clone(),
        },
        Value::Array(values) => {
            let told = values.iter().map(|value| words(caseload, name, value));
            told.filter(|words| !words.is_empty())
                .collect::<Vec<_>>()
                .join("; ")
        }
        Value::Object(parts) => {
            let told = parts.iter().filter_map(|(part, value)| {
                let told = words(caseload, part, value);
                (!told.is_empty() && !UNTOLD.contains(&part.as_str()))
                    .then(|| format!("{} {told}", called(part)))
            });
            told.collect::<Vec<_>>().join(", ")
        }
    }
}

/// Whether a text is a code of the file's and no words: "health_care".
fn is_code(text: &str) -> bool {
    text.contains('_')
        && text
            .bytes()
            .all(|byte| byte == b'_' || byte.is_ascii_lowercase())
}

/// What an id in this part stands for. Of what is gone, that it is.
fn named(caseload: &Caseload, part: &str, id: i64) -> Option<String> {
    let found = match part {
        "person" | "senco" | "led_by" => caseload
            .people
            .get(Id::new(id))
            .map(|person| person.name.clone()),
        "school" => caseload
            .schools
            .get(Id::new(id))
            .map(|school| school.name.clone()),
        "cycle" => caseload
            .cycles
            .get(Id::new(id))
            .map(|cycle| format!("cycle {}", cycle.number)),
        "target" | "carried_from" => caseload
            .targets
            .get(Id::new(id))
            .map(|target| target.short.clone()),
        "outcome" => caseload
            .outcomes
            .get(Id::new(id))
            .map(|outcome| outcome.words.clone()),
        "intervention" => caseload
            .interventions
            .get(Id::new(id))
            .map(|group| group.name.clone()),
        "review" => caseload
            .reviews
            .get(Id::new(id))
            .map(|review| with_year(review.on)),
        _ => return None,
    };
    Some(found.unwrap_or_else(|| "something that is gone".to_owned()))
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::{Pupil, StatusPeriod};

    fn change(before: Option<Record>, after: Option<Record>) -> PastChange {
        PastChange {
            key: (1, 1),
            at: DateTime::UNIX_EPOCH,
            label: String::new(),
            before,
            after,
        }
    }

    fn aisha() -> Pupil {
        Pupil {
            forename: "Aisha".to_owned(),
            class: "4A".to_owned(),
            ..Pupil::new(Id::new(2), Id::new(1))
        }
    }

    #[test]
    fn a_part_is_told_as_it_was_and_as_it_became() {
        let after = Pupil {
            class: "4B".to_owned(),
            dob: "2018-03-29".parse().ok(),
            pp: Some(true),
            see_dsl: true,
            ..aisha()
        };
        let told = told(
            &Caseload::default(),
            &change(Some(aisha().into()), Some(after.into())),
        );
        assert_eq!(told.what, "record changed");
        let parts: Vec<_> = told
            .parts
            .iter()
            .map(|part| {
                (
                    part.name.as_str(),
                    part.before.as_str(),
                    part.after.as_str(),
                )
            })
            .collect();
        assert_eq!(
            parts,
            [
                ("class", "4A", "4B"),
                ("date of birth", "", "29 Mar 2018"),
                ("pupil premium", "", "yes"),
                ("see DSL", "no", "yes"),
            ]
        );
    }

    #[test]
    fn what_was_removed_is_told_with_its_day() {
        let period = StatusPeriod {
            id: Id::new(3),
            pupil: Id::new(2),
            status: crate::domain::Status::K,
            watching: false,
            from: "2025-01-09".parse().ok(),
            to: None,
            reason: "little progress".to_owned(),
            parent_told: true,
            parent_told_on: None,
            watched: Vec::new(),
        };
        let told = told(&Caseload::default(), &change(Some(period.into()), None));
        assert_eq!(told.what, "SEN status removed");
        assert_eq!(told.happened_on, "2025-01-09".parse().ok());
        let reason = told.parts.iter().find(|part| part.name == "reason");
        let reason = reason.expect("a reason");
        assert_eq!(
            (reason.before.as_str(), reason.after.as_str()),
            ("little progress", "")
        );
    }
}
