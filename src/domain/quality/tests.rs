use super::*;
use chrono::NaiveDate;
use proptest::prelude::*;

fn whole(statement: &str) -> TargetText<'_> {
    TargetText {
        statement,
        unit: "",
        start: Some(3.0),
        aim: Some(8.0),
        by: NaiveDate::from_ymd_opt(2026, 11, 26),
    }
}

fn ids(target: &TargetText<'_>) -> Vec<String> {
    check_target(target)
        .into_iter()
        .map(|check| check.id)
        .collect()
}

const NONE: [&str; 0] = [];

#[test]
fn a_good_target_raises_nothing() {
    let good = [
        "Aisha asks for help in sentences of 4 words, 8 times in a morning, seen by Mrs Bell on a tally.",
        "reads the first 100 words on sight",
        "Tom tidies his tray when the bell goes",
        "improve from 41 to 63 words a minute",
        "Kofi stays in class every morning",
    ];
    for statement in good {
        assert_eq!(ids(&whole(statement)), NONE, "{statement}");
    }
}

#[test]
fn missing_parts_are_asked_for() {
    let target = TargetText {
        start: None,
        aim: None,
        by: None,
        ..whole("asks for help")
    };
    assert_eq!(
        ids(&target),
        ["aim: missing", "start: missing", "by: missing"]
    );
    let checks = check_target(&target);
    assert_eq!(checks[2].words, "no date: by when?");
    assert_eq!(checks[2].basis, "SMART: by a date; CoP 6.48, a clear date");
    assert_eq!(ids(&whole("  ")), ["statement: missing"]);
}

#[test]
fn an_aim_that_is_the_start_is_asked_about() {
    let target = TargetText {
        start: Some(8.0),
        ..whole("asks for help")
    };
    assert_eq!(ids(&target), ["aim: start"]);
}

#[test]
fn nothing_to_count_or_see_is_pointed_out() {
    let target = whole("better concentration in lessons");
    assert_eq!(ids(&target), ["statement: criterion", "statement: better"]);
    let counted = TargetText {
        unit: "minutes on task",
        ..target
    };
    assert_eq!(ids(&counted), ["statement: better"]);
}

#[test]
fn vague_words_are_quoted_as_typed_with_their_question() {
    let checks = check_target(&whole(
        "To IMPROVE her reading Where  possible; where possible.",
    ));
    let words: Vec<_> = checks.iter().map(|check| check.words.as_str()).collect();
    assert_eq!(
        words,
        [
            "\"IMPROVE\" is vague (from what to what?)",
            "\"Where possible\" is vague (when is it, and who decides?)",
        ]
    );
}

#[test]
fn a_strategy_is_named_by_its_number() {
    let checks = check_strategy(2, "Mrs Bell models, and prompts as appropriate");
    assert_eq!(checks.len(), 1);
    assert_eq!(
        checks[0].words,
        "\"as appropriate\" is vague in strategy 2 (who? when?)"
    );
    // A waiver holds when the strategies are put in another order.
    assert_eq!(checks[0].id, "strategy: as appropriate");
    assert_eq!(
        check_strategy(1, "prompts as appropriate")[0].id,
        checks[0].id
    );
}

#[test]
fn a_number_answers_how_often() {
    assert_eq!(check_strategy(1, "regularly checks her seat").len(), 1);
    assert_eq!(
        check_strategy(1, "regularly checks her seat, every 10 min"),
        []
    );
    assert_eq!(check_strategy(1, ""), []);
}

#[test]
fn words_are_looked_for_where_they_matter() {
    assert_eq!(check_strategy(1, "model how to improve a sentence"), []);
    let up_to = whole("writes up to 5 sentences");
    assert_eq!(ids(&up_to), NONE);
    assert_eq!(check_strategy(1, "up to 5 minutes of help").len(), 1);
}

#[test]
fn the_longest_phrase_is_pointed_out_once() {
    let checks = check_strategy(1, "She would benefit from access to a range of resources");
    let found: Vec<_> = checks.iter().map(|check| check.id.as_str()).collect();
    assert_eq!(
        found,
        [
            "strategy: would benefit from",
            "strategy: access to",
            "strategy: a range of"
        ]
    );
}

#[test]
fn parts_of_words_are_not_taken_for_words() {
    assert_eq!(
        check_strategy(1, "soften the light; irregular verbs on a card"),
        []
    );
}

proptest! {
    #[test]
    fn any_words_are_checked_without_a_fault(statement in "\\PC{0,60}") {
        let _ = check_target(&whole(&statement));
        let _ = check_strategy(1, &statement);
    }
}
