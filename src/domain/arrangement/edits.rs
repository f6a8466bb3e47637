//! The edits that write an access arrangement and its evidence.

use super::{Arrangement, ArrangementId, Evidence};
use crate::domain::{AccessForm, Desk, Doubt, Edit, Refusal, RuleId};

const GONE: &str = "This access arrangement is no longer in the record. Ctrl+Z may bring it back.";

/// The edit that writes an arrangement down, or puts one right.
///
/// # Errors
/// When nothing says what is arranged, a day of what was done has not come yet, it runs out before it was approved, or the
/// pupil is no longer in the caseload.
pub fn put(desk: &Desk<'_>, arrangement: Arrangement) -> Result<Edit, Refusal> {
    let name = desk.caseload.pupil(arrangement.pupil)?.full_name();
    if arrangement.what.is_empty() {
        return Err(Refusal::of(
            "what",
            "What is arranged? Type it in a few words: 25% extra time, a reader.",
        ));
    }
    desk.has_come("assessed_on", arrangement.assessed_on)?;
    desk.has_come("approved_on", arrangement.approved_on)?;
    desk.has_come("ended_on", arrangement.ended_on)?;
    if arrangement.expires_on.is_some() && arrangement.expires_on < arrangement.approved_on {
        return Err(Refusal::of(
            "expires_on",
            "It can't run out before it was approved. Change one of the two dates.",
        ));
    }
    let edit = Edit::new(format!("{name}: {}", arrangement.what));
    let is_so = desk.caseload.arrangements.get(arrangement.id) == Some(&arrangement);
    Ok(if is_so { edit } else { edit.put(arrangement) })
}

/// The edit that takes an arrangement away, with its evidence.
///
/// # Errors
/// When it is no longer there.
pub fn remove(desk: &Desk<'_>, id: ArrangementId) -> Result<Edit, Refusal> {
    let arrangement = stored(desk, id)?;
    let name = desk.caseload.pupil(arrangement.pupil)?.full_name();
    Ok(Edit::new(format!("{name}: {} removed", arrangement.what)).remove(id))
}

/// The edit that adds what a teacher says.
///
/// # Errors
/// As [`put_evidence`].
pub fn add_evidence(
    desk: &Desk<'_>,
    id: ArrangementId,
    evidence: Evidence,
) -> Result<Edit, Refusal> {
    let at = stored(desk, id)?.evidence.len();
    put_evidence(desk, id, at, evidence)
}

/// The edit that puts right what a teacher says, at its place among the evidence.
///
/// # Errors
/// When neither teacher nor subject is named, its day has not come yet, or the arrangement is no longer there.
pub fn put_evidence(
    desk: &Desk<'_>,
    id: ArrangementId,
    at: usize,
    evidence: Evidence,
) -> Result<Edit, Refusal> {
    if evidence.by.is_empty() && evidence.subject.is_empty() {
        return Err(Refusal::of(
            "by",
            "Who says so? Type the teacher, the subject, or both.",
        ));
    }
    desk.has_come("on", Some(evidence.on))?;
    let mut arrangement = stored(desk, id)?.clone();
    match arrangement.evidence.get_mut(at) {
        Some(there) => *there = evidence,
        None => arrangement.evidence.push(evidence),
    }
    put(desk, arrangement)
}

/// The edit that takes away what a teacher says, at its place among the evidence.
///
/// # Errors
/// When it is no longer there.
pub fn remove_evidence(desk: &Desk<'_>, id: ArrangementId, at: usize) -> Result<Edit, Refusal> {
    let mut arrangement = stored(desk, id)?.clone();
    if at >= arrangement.evidence.len() {
        return Err(Refusal::new(GONE));
    }
    arrangement.evidence.remove(at);
    put(desk, arrangement)
}

fn stored<'a>(desk: &Desk<'a>, id: ArrangementId) -> Result<&'a Arrangement, Refusal> {
    let arrangement = desk.caseload.arrangements.get(id);
    arrangement.ok_or_else(|| Refusal::new(GONE))
}

/// What looks wrong in an arrangement and may be right: an assessment for Form 8 of a pupil who is not in Year 9 yet, and a
/// Form 8 without what it rests on.
pub fn doubts(desk: &Desk<'_>, arrangement: &Arrangement) -> Vec<Doubt> {
    let rule = desk.rules.rule(RuleId::R15, desk.today());
    let from = desk.rules.numbers(desk.today()).access_arrangement_from;
    let pupil = desk.caseload.pupils.get(arrangement.pupil);
    let is_young = pupil
        .and_then(|pupil| pupil.year)
        .is_some_and(|year| year < from);
    let is_early = is_young
        && arrangement.form == Some(AccessForm::Eight)
        && arrangement.assessed_on.is_some();
    let early = is_early.then(|| Doubt {
        field: "assessed_on",
        words: format!(
            "an assessment before {} does not count for Form 8",
            from.label()
        ),
        basis: rule.basis.clone(),
    });
    early.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::{AISHA, TestDesk, date};

    fn reader() -> Arrangement {
        Arrangement {
            what: "Reader".into(),
            ..Arrangement::new(ArrangementId::new(90), AISHA)
        }
    }

    fn evidence(by: &str) -> Evidence {
        Evidence {
            on: date("2026-11-02"),
            subject: String::new(),
            by: by.into(),
            words: "Understands what she hears.".into(),
        }
    }

    #[test]
    fn an_arrangement_needs_only_what_is_arranged() {
        let mut desk = TestDesk::new();
        let refused = |arrangement| put(&desk.desk(), arrangement).expect_err("a refusal").field;
        let nameless = Arrangement::new(ArrangementId::new(90), AISHA);
        assert_eq!(refused(nameless).as_deref(), Some("what"));
        let backwards = Arrangement {
            approved_on: Some(date("2026-10-05")),
            expires_on: Some(date("2026-10-01")),
            ..reader()
        };
        assert_eq!(refused(backwards).as_deref(), Some("expires_on"));
        desk.save(put(&desk.desk(), reader()).expect("written"));
        assert!(put(&desk.desk(), reader()).expect("the same").is_empty());
        desk.save(remove(&desk.desk(), reader().id).expect("removed"));
        assert!(remove(&desk.desk(), reader().id).is_err());
    }

    #[test]
    fn evidence_is_added_put_right_and_taken_away() {
        let mut desk = TestDesk::new();
        desk.save(put(&desk.desk(), reader()).expect("written"));
        let id = reader().id;
        let nobody = add_evidence(&desk.desk(), id, evidence("")).expect_err("a refusal");
        assert_eq!(nobody.field.as_deref(), Some("by"));
        for by in ["Mr Lowe", "Ms Ali"] {
            desk.save(add_evidence(&desk.desk(), id, evidence(by)).expect("added"));
        }
        desk.save(put_evidence(&desk.desk(), id, 0, evidence("Mrs Bell")).expect("changed"));
        desk.save(remove_evidence(&desk.desk(), id, 1).expect("taken away"));
        let kept = desk.caseload.arrangements.get(id).expect("kept");
        assert_eq!(kept.evidence, [evidence("Mrs Bell")]);
        assert_eq!(kept.evidence_count(), "1");
        assert!(remove_evidence(&desk.desk(), id, 1).is_err());
    }
}
