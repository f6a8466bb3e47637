//! [`PlanDates`]: the dates of an EHC plan that people ask for.

use chrono::NaiveDate;

use super::{Caseload, EhcStep, PupilId};

/// The dates of an EHC plan that people ask for: each is worked out from its steps and its reviews, and kept nowhere else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlanDates {
    /// When it was first made final.
    pub made: Option<NaiveDate>,
    /// When it was last made final with changes.
    pub amended: Option<NaiveDate>,
    /// When its last review meeting was held.
    pub last_meeting: Option<NaiveDate>,
    /// When the authority last decided after a review.
    pub last_decision: Option<NaiveDate>,
}

impl PlanDates {
    /// Of a pupil's plan.
    pub fn of(caseload: &Caseload, pupil: PupilId) -> Self {
        let days = |steps: &'static [EhcStep]| {
            let events = caseload.ehc_events.of(pupil);
            let events = events.filter(|event| steps.contains(&event.step));
            events.map(|event| event.on)
        };
        let reviews = caseload.reviews.of(pupil);
        let held = reviews
            .filter(|review| review.is_of_plan())
            .filter_map(|review| review.held_on);
        Self {
            made: days(&[EhcStep::Made]).min(),
            amended: days(&[EhcStep::Amended, EhcStep::Final]).max(),
            last_meeting: held.chain(days(&[EhcStep::Reviewed])).max(),
            last_decision: days(&[EhcStep::LaDecided]).max(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::{AISHA, TestDesk, date};
    use crate::domain::{Edit, EhcEvent, EhcEventId};

    #[test]
    fn the_dates_of_a_plan_are_those_of_its_steps() {
        let steps = [
            (EhcStep::Made, "2024-02-22"),
            (EhcStep::Reviewed, "2025-01-23"),
            (EhcStep::LaDecided, "2025-02-13"),
            (EhcStep::Amended, "2025-04-10"),
            (EhcStep::Reviewed, "2026-01-15"),
        ];
        let mut edit = Edit::new("");
        for ((step, on), id) in steps.into_iter().zip(50..) {
            edit = edit.put(EhcEvent {
                id: EhcEventId::new(id),
                pupil: AISHA,
                step,
                on: date(on),
                note: String::new(),
            });
        }
        let desk = TestDesk::new().with(edit);
        let dates = PlanDates::of(&desk.caseload, AISHA);
        assert_eq!(dates.made, Some(date("2024-02-22")));
        assert_eq!(dates.amended, Some(date("2025-04-10")));
        assert_eq!(dates.last_meeting, Some(date("2026-01-15")));
        assert_eq!(dates.last_decision, Some(date("2025-02-13")));
    }
}
