//! The edit that writes down what becomes of a file, and the day by which it goes.

use chrono::NaiveDate;

use super::HandOver;
use crate::domain::{Desk, Edit, Pupil, Refusal};

/// The edit that writes it down.
///
/// # Errors
/// When it went or came on a day to come, came before it went, another day to keep it until has no reason, or the pupil is no
/// longer in the caseload.
pub fn put(desk: &Desk<'_>, hand_over: HandOver) -> Result<Edit, Refusal> {
    let name = desk.caseload.pupil(hand_over.pupil)?.full_name();
    desk.has_come("sent_on", hand_over.sent_on)?;
    desk.has_come("received_on", hand_over.received_on)?;
    if hand_over.received_on.is_some() && hand_over.received_on < hand_over.sent_on {
        return Err(Refusal::of(
            "received_on",
            "It can't have come before it went. Change one of the two dates.",
        ));
    }
    if hand_over.keep_until.is_some() && hand_over.keep_why.is_empty() {
        return Err(Refusal::of(
            "keep_why",
            "Why is it kept until another day than the rule's? A claim, a request, the school's own schedule.",
        ));
    }
    let edit = Edit::new(format!("{name}: what becomes of the file"));
    let is_so = desk.caseload.hand_over_of(hand_over.pupil) == Some(&hand_over);
    Ok(if is_so { edit } else { edit.put(hand_over) })
}

/// The last day by which the file of a pupil who left goes to the next school (R12); none while she is here.
pub fn send_by(desk: &Desk<'_>, pupil: &Pupil) -> Option<NaiveDate> {
    let days = desk.rules.numbers(desk.today()).leaver_file_school_days;
    desk.calendar
        .add_school_days(pupil.left_on?, i32::from(days))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;
    use crate::domain::test_desk::{AISHA, TestDesk, date};

    #[test]
    fn a_pack_comes_after_it_went_and_another_day_has_a_reason() {
        let desk = TestDesk::new();
        let sent = HandOver {
            sent_on: Some(date("2026-11-20")),
            ..HandOver::new(Id::new(90), AISHA)
        };
        let edit = put(&desk.desk(), sent.clone()).expect("an edit");
        assert_eq!(edit.label, "Aisha Khan: what becomes of the file");
        let early = HandOver {
            received_on: Some(date("2026-11-19")),
            ..sent.clone()
        };
        let kept = HandOver {
            keep_until: Some(date("2060-01-01")),
            ..sent
        };
        for (wrong, field) in [(early, "received_on"), (kept, "keep_why")] {
            let refusal = put(&desk.desk(), wrong).expect_err("a refusal");
            assert_eq!(refusal.field.as_deref(), Some(field));
        }
    }
}
