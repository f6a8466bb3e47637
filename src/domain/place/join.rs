//! Giving a pupil a place.

use crate::domain::{Desk, Edit, Place, Refusal};

/// Gives a pupil a place in an intervention that runs.
///
/// # Errors
/// When the intervention is gone or has ended, or she has a place in it already.
pub fn join(desk: &Desk<'_>, place: Place) -> Result<Edit, Refusal> {
    let caseload = desk.caseload;
    let Some(intervention) = caseload.interventions.get(place.intervention) else {
        return Err(Refusal::of(
            "intervention",
            "There is no group to join. Esc, then n and i begins a new one.",
        ));
    };
    let name = caseload.full_name(place.pupil);
    let joins_on = place.from.unwrap_or(intervention.began_on);
    if intervention
        .ends_on
        .is_some_and(|ends_on| ends_on < joins_on)
    {
        return Err(Refusal::of(
            "from",
            format!(
                "{} has ended by then. Type an earlier day.",
                intervention.name
            ),
        ));
    }
    let is_hers = |other: &Place| other.pupil == place.pupil && other.covers(joins_on);
    if caseload.places_in(intervention.id).any(is_hers) {
        return Err(Refusal::of(
            "intervention",
            format!(
                "{name} has a place in {} already. Choose another.",
                intervention.name
            ),
        ));
    }
    Ok(Edit::new(format!("{name} joined {}", intervention.name)).put(place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::{AISHA, TestDesk, date};
    use crate::domain::{Intervention, InterventionId, Keeping, PlaceId, ProvisionId};

    fn phonics() -> Intervention {
        Intervention {
            id: InterventionId::new(300),
            provision: ProvisionId::new(301),
            name: "Phonics catch-up".into(),
            led_by: None,
            began_on: date("2026-09-14"),
            ends_on: Some(date("2026-12-11")),
            keeping: Keeping::EachSession,
            minutes: 20,
            slots: vec![],
            room: String::new(),
        }
    }

    fn place() -> Place {
        Place {
            id: PlaceId::new(400),
            pupil: AISHA,
            intervention: phonics().id,
            from: Some(date("2026-11-23")),
            to: None,
            target: None,
        }
    }

    #[test]
    fn a_pupil_joins_a_group_once_and_while_it_runs() {
        let mut desk = TestDesk::new().with(Edit::new("").put(phonics()));
        let late = Place {
            from: Some(date("2027-01-05")),
            ..place()
        };
        let refusal = join(&desk.desk(), late).expect_err("a refusal");
        assert_eq!(refusal.field.as_deref(), Some("from"));
        let edit = join(&desk.desk(), place()).expect("an edit");
        assert_eq!(edit.label, "Aisha Khan joined Phonics catch-up");
        desk.save(edit);
        let again = Place {
            id: PlaceId::new(401),
            ..place()
        };
        let refusal = join(&desk.desk(), again).expect_err("a refusal");
        assert_eq!(refusal.field.as_deref(), Some("intervention"));
    }

    #[test]
    fn there_is_no_joining_a_group_that_is_gone() {
        let desk = TestDesk::new();
        assert!(join(&desk.desk(), place()).is_err());
    }
}
