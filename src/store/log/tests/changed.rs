use chrono::DateTime;

use super::super::*;
use crate::domain::{Edit, Pupil, Record, School};

fn school() -> School {
    School {
        id: Id::new(1),
        name: "Oakfield".into(),
        authority: String::new(),
        leaving_years: vec![],
        terms: vec![],
        closures: vec![],
    }
}

fn in_class(class: &str) -> Pupil {
    Pupil {
        forename: "Aisha".into(),
        class: class.into(),
        ..Pupil::new(Id::new(2), Id::new(1))
    }
}

fn class_of(record: Option<&Record>) -> String {
    match record {
        Some(Record::Pupil(pupil)) => pupil.class.clone(),
        _ => String::new(),
    }
}

#[test]
fn a_change_has_what_was_before_and_what_came_of_it_whatever_was_taken_back() {
    let mut store = Store::in_memory().unwrap();
    let apply = |store: &mut Store, pupil: Pupil| {
        let edit = Edit::new("Class").put(school()).put(pupil);
        store.apply(&edit, None, DateTime::UNIX_EPOCH).unwrap();
    };
    for class in ["4A", "4B", "4C"] {
        apply(&mut store, in_class(class));
    }
    store.undo().unwrap();
    apply(&mut store, in_class("4D"));
    apply(&mut store, in_class("4E"));
    store.undo().unwrap();
    let classes = |from, limit| {
        let changes = store.log().changes(Id::new(2), from, limit).unwrap();
        let told = changes.iter().map(|change| {
            let (before, after) = (change.before.as_ref(), change.after.as_ref());
            (class_of(before), class_of(after))
        });
        let last = changes.last().map(|change| change.key);
        (told.collect::<Vec<_>>(), last)
    };
    let pair = |before: &str, after: &str| (before.to_owned(), after.to_owned());
    let (first, last) = classes(None, 2);
    assert_eq!(first, [pair("4B", "4D"), pair("4A", "4B")]);
    assert_eq!(classes(last, 2).0, [pair("", "4A")]);
}
