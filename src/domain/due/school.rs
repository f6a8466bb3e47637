//! The whole school's own dates.

use super::{Due, GoesTo};
use crate::domain::deadline::{census_days, inclusion_strategy, next_spring_census};
use crate::domain::{AcademicYear, Deadline, Desk};

/// The whole school's dates that are still to come: the census days of this year and the next, and the inclusion strategy.
/// No record could show that they were kept, so they are told until they are past.
pub(in crate::domain) fn of_school(desk: &Desk<'_>) -> Vec<Due> {
    let today = desk.today();
    let year = AcademicYear::of(today);
    let mut deadlines: Vec<Deadline> = [year, year.next()]
        .into_iter()
        .flat_map(|year| census_days(desk.rules, year))
        .map(|census| with_missing_types(desk, census))
        .collect();
    deadlines.push(inclusion_strategy(desk.rules, today));
    deadlines.sort_by_key(|deadline| deadline.on);
    deadlines
        .into_iter()
        .filter(|deadline| !deadline.is_late(today))
        .map(|deadline| Due::of_deadline(desk, deadline, None, GoesTo::School))
        .collect()
}

/// R10: the next spring census asks for a type of need of everybody on the register.
fn with_missing_types(desk: &Desk<'_>, census: Deadline) -> Deadline {
    if census.on != next_spring_census(desk.rules, desk.today()) {
        return census;
    }
    let without = desk
        .caseload
        .present()
        .filter(|pupil| pupil.needs.is_empty())
        .filter(|pupil| desk.caseload.status_of(pupil.id).on_register())
        .count();
    let missing = match without {
        0 => return census,
        1 => ": 1 pupil has no type yet".to_owned(),
        many => format!(": {many} pupils have no type yet"),
    };
    Deadline {
        what: census.what + &missing,
        ..census
    }
}
