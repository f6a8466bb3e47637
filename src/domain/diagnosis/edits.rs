//! The edits that write a diagnosis.

use super::{Diagnosis, DiagnosisId};
use crate::domain::{Desk, Doubt, Edit, Refusal};

/// The edit that writes a diagnosis down, or puts one right.
///
/// # Errors
/// When nothing says of what, a day of it has not come yet, it is both confirmed and given up, or the pupil is no longer in
/// the caseload.
pub fn put(desk: &Desk<'_>, diagnosis: Diagnosis) -> Result<Edit, Refusal> {
    let name = desk.caseload.pupil(diagnosis.pupil)?.full_name();
    if diagnosis.what.is_empty() {
        return Err(Refusal::of(
            "what",
            "Of what? Type it in a word or two: autism, ADHD, dyslexia.",
        ));
    }
    desk.has_come("suspected_on", diagnosis.suspected_on)?;
    desk.has_come("referred_on", diagnosis.referred_on)?;
    desk.has_come("waiting_since", diagnosis.waiting_since)?;
    desk.has_come("confirmed_on", diagnosis.confirmed_on)?;
    if diagnosis.is_confirmed() && !diagnosis.dropped.is_empty() {
        return Err(Refusal::of(
            "dropped",
            "It can't be confirmed and given up. Empty one of the two.",
        ));
    }
    let edit = Edit::new(format!("{name}: {}, {}", diagnosis.what, diagnosis.stage()));
    let is_so = desk.caseload.diagnoses.get(diagnosis.id) == Some(&diagnosis);
    Ok(if is_so { edit } else { edit.put(diagnosis) })
}

/// The edit that takes a diagnosis away.
///
/// # Errors
/// When it is no longer there.
pub fn remove(desk: &Desk<'_>, id: DiagnosisId) -> Result<Edit, Refusal> {
    let diagnosis = desk.caseload.diagnoses.get(id).ok_or_else(|| {
        Refusal::new("This is no longer in the record. Ctrl+Z may bring it back.")
    })?;
    let name = desk.caseload.pupil(diagnosis.pupil)?.full_name();
    Ok(Edit::new(format!("{name}: {} removed", diagnosis.what)).remove(id))
}

/// What looks wrong and may be right: days that are not in the order in which such things go.
pub fn doubts(diagnosis: &Diagnosis) -> Vec<Doubt> {
    let days = [
        ("suspected_on", diagnosis.suspected_on),
        ("referred_on", diagnosis.referred_on),
        ("waiting_since", diagnosis.waiting_since),
        ("confirmed_on", diagnosis.confirmed_on),
    ];
    let known: Vec<_> = days
        .into_iter()
        .filter_map(|(field, on)| Some((field, on?)))
        .collect();
    let backwards = known.windows(2).filter(|pair| pair[1].1 < pair[0].1);
    backwards
        .map(|pair| Doubt {
            field: pair[1].0,
            words: "this day is before the one above it".to_owned(),
            basis: "the days you typed".to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::{AISHA, TestDesk, date};

    fn adhd() -> Diagnosis {
        Diagnosis {
            what: "ADHD".into(),
            referred_on: Some(date("2026-02-02")),
            ..Diagnosis::new(DiagnosisId::new(90), AISHA)
        }
    }

    #[test]
    fn only_of_what_is_needed_and_confirmed_is_not_given_up() {
        let mut desk = TestDesk::new();
        let field = |desk: &TestDesk, diagnosis| {
            let refusal = put(&desk.desk(), diagnosis).expect_err("a refusal");
            refusal.field
        };
        let nothing = Diagnosis::new(DiagnosisId::new(90), AISHA);
        assert_eq!(field(&desk, nothing).as_deref(), Some("what"));
        let both = Diagnosis {
            confirmed_by: "Dr Lin".into(),
            dropped: "moved away".into(),
            ..adhd()
        };
        assert_eq!(field(&desk, both).as_deref(), Some("dropped"));
        let to_come = Diagnosis {
            confirmed_on: Some(date("2026-11-24")),
            ..adhd()
        };
        assert_eq!(field(&desk, to_come).as_deref(), Some("confirmed_on"));
        let edit = put(&desk.desk(), adhd()).expect("an edit");
        assert_eq!(edit.label, "Aisha Khan: ADHD, referred 2 Feb 2026");
        desk.save(edit);
        assert!(put(&desk.desk(), adhd()).expect("the same").is_empty());
        desk.save(remove(&desk.desk(), adhd().id).expect("removed"));
        assert!(desk.caseload.diagnoses.is_empty());
    }

    #[test]
    fn days_out_of_order_are_doubted() {
        let earlier = Diagnosis {
            confirmed_on: Some(date("2026-01-05")),
            ..adhd()
        };
        let fields: Vec<_> = doubts(&earlier)
            .into_iter()
            .map(|doubt| doubt.field)
            .collect();
        assert_eq!(fields, ["confirmed_on"]);
        assert!(doubts(&adhd()).is_empty());
    }
}
