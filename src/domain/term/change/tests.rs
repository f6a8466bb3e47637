use super::*;
use crate::domain::test_desk::{OAKFIELD, TestDesk};

fn day(words: &str) -> NaiveDate {
    words.parse().expect("a real date")
}

fn term(name: &str, first: &str, last: &str) -> Term {
    Term {
        name: name.to_owned(),
        first: day(first),
        last: day(last),
    }
}

#[test]
fn a_term_is_added_in_its_place_changed_and_removed() {
    let (mut test, school) = (TestDesk::new(), OAKFIELD);
    let autumn = term(" Autumn 1 ", "2027-09-02", "2027-10-22");
    let edit = save(&test.desk(), school, None, autumn).expect("an edit");
    assert_eq!(edit.label, "Autumn 1 added to the terms of Oakfield");
    test.save(edit);
    assert_eq!(test.caseload.school().expect("a school").terms.len(), 13);

    let longer = term("Autumn 1", "2027-09-01", "2027-10-22");
    let was = Some(day("2027-09-02"));
    let edit = save(&test.desk(), school, was, longer.clone()).expect("an edit");
    assert_eq!(edit.label, "Autumn 1 changed in the terms of Oakfield");
    test.save(edit);
    let terms = &test.caseload.school().expect("a school").terms;
    assert_eq!(terms.last(), Some(&longer));

    let same = save(&test.desk(), school, Some(longer.first), longer.clone()).expect("an edit");
    assert!(same.is_empty(), "nothing was changed");

    let edit = remove(&test.desk(), school, longer.first).expect("an edit");
    assert_eq!(edit.label, "Autumn 1 removed from the terms of Oakfield");
    test.save(edit);
    assert_eq!(test.caseload.school().expect("a school").terms.len(), 12);
    let gone = remove(&test.desk(), school, longer.first).expect_err("it is gone");
    assert!(gone.words.contains("not there any more"));
}

#[test]
fn terms_stand_in_the_order_of_the_year_whatever_order_they_are_typed_in() {
    let (mut test, school) = (TestDesk::new(), OAKFIELD);
    let early = term("Summer 2", "2025-06-02", "2025-07-22");
    test.save(save(&test.desk(), school, None, early.clone()).expect("an edit"));
    let terms = &test.caseload.school().expect("a school").terms;
    assert_eq!(terms.first(), Some(&early));
}

#[test]
fn a_last_day_before_the_first_is_refused_with_both_days() {
    let (test, school) = (TestDesk::new(), OAKFIELD);
    let backwards = term("Autumn 1", "2027-10-22", "2027-09-02");
    let refusal = save(&test.desk(), school, None, backwards).expect_err("backwards");
    assert_eq!(refusal.field.as_deref(), Some("last"));
    assert_eq!(
        refusal.words,
        "The last day, Thu 2 Sep 2027, is before the first, Fri 22 Oct 2027. Correct one of them."
    );
}

#[test]
fn overlapping_terms_are_refused_with_the_name_of_the_other() {
    let (test, school) = (TestDesk::new(), OAKFIELD);
    let overlapping = term("Extra", "2026-12-18", "2026-12-22");
    let refusal = save(&test.desk(), school, None, overlapping).expect_err("an overlap");
    assert_eq!(refusal.field.as_deref(), Some("first"));
    assert_eq!(
        refusal.words,
        "Autumn 2 runs from Mon 2 Nov 2026 to Fri 18 Dec 2026 already, and terms can't overlap. Correct these dates, or that term \
         first."
    );
    // A term does not overlap with itself.
    let moved = term("Autumn 2", "2026-11-03", "2026-12-18");
    assert!(save(&test.desk(), school, Some(day("2026-11-02")), moved).is_ok());
}

#[test]
fn a_term_needs_a_name_and_a_likely_year() {
    let (test, school) = (TestDesk::new(), OAKFIELD);
    let nameless = term("", "2027-09-02", "2027-10-22");
    let refusal = save(&test.desk(), school, None, nameless).expect_err("no name");
    assert_eq!(refusal.field.as_deref(), Some("name"));
    let endless = term("Autumn 1", "2027-09-02", "2072-10-22");
    let refusal = save(&test.desk(), school, None, endless).expect_err("a slip");
    assert!(refusal.words.contains("longer than a year"));
}

#[test]
fn a_whole_term_and_a_weekend_are_doubted() {
    let words = |term: &Term| {
        doubts(term)
            .into_iter()
            .map(|doubt| doubt.words)
            .collect::<Vec<_>>()
    };
    assert!(doubts(&term("Autumn 1", "2026-09-02", "2026-10-23")).is_empty());
    assert_eq!(
        words(&term("Autumn", "2026-09-05", "2026-12-18")),
        [
            "15 weeks without a break: enter each half term by itself",
            "the first day is a Saturday"
        ]
    );
}

#[test]
fn the_next_name_follows_the_schools_own_way() {
    let terms = |name: &str| vec![term(name, "2026-09-02", "2026-10-23")];
    let table = [
        ("Autumn 2", "Spring 1"),
        ("Summer 2", "Autumn 1"),
        ("Term 4", "Term 5"),
        ("Term 6", "Term 1"),
        ("Advent", ""),
    ];
    for (last, next) in table {
        assert_eq!(next_name(&terms(last)), next, "after {last}");
    }
    assert_eq!(next_name(&[]), "Autumn 1");
}
