//! The edits that write the figures of a term.

use super::{HalfDays, HalfDaysId, YearOfHalfDays, days};
use crate::domain::{Desk, Doubt, Edit, PupilId, Refusal, RuleId};

/// The edit that writes the figures of a term down, or puts them right.
///
/// # Errors
/// When more was attended than possible, only one of the two is known, both they and a percentage are, the percentage is over
/// 100, or there are figures of this term already.
pub fn put(desk: &Desk<'_>, term: HalfDays) -> Result<Edit, Refusal> {
    let name = desk.caseload.pupil(term.pupil)?.full_name();
    check(&term)?;
    let mut others = desk.caseload.half_days.of(term.pupil);
    let is_there = others
        .any(|other| other.id != term.id && (other.year, other.season) == (term.year, term.season));
    if is_there {
        return Err(Refusal::of(
            "term",
            format!(
                "There are figures of {} already: Enter on them changes them.",
                term.label()
            ),
        ));
    }
    let edit = Edit::new(format!("{name}: attendance, {}", term.label()));
    let is_so = desk.caseload.half_days.get(term.id) == Some(&term);
    Ok(if is_so { edit } else { edit.put(term) })
}

fn check(term: &HalfDays) -> Result<(), Refusal> {
    match (term.possible, term.attended) {
        (Some(possible), Some(attended)) if attended > possible => Err(Refusal::of(
            "attended",
            "More half-days are attended than were possible. Change one of the two.",
        )),
        (Some(_), None) => Err(Refusal::of(
            "attended",
            "How many of them were attended? Or empty both and type the percentage.",
        )),
        (None, Some(_)) => Err(Refusal::of(
            "possible",
            "Of how many? Or empty both and type the percentage.",
        )),
        (Some(_), Some(_)) if term.per_mille.is_some() => Err(Refusal::of(
            "percent",
            "The half-days make the percentage: empty it, or empty them.",
        )),
        _ if term.per_mille.is_some_and(|share| share > 1000) => Err(Refusal::of(
            "percent",
            "That is over 100 percent. Type one such as 86.2.",
        )),
        _ => Ok(()),
    }
}

/// The edit that takes the figures of a term away.
///
/// # Errors
/// When they are no longer there.
pub fn remove(desk: &Desk<'_>, id: HalfDaysId) -> Result<Edit, Refusal> {
    let term = desk.caseload.half_days.get(id).ok_or_else(|| {
        Refusal::new("These figures are no longer in the record. Ctrl+Z may bring them back.")
    })?;
    let name = desk.caseload.pupil(term.pupil)?.full_name();
    Ok(Edit::new(format!("{name}: attendance, {} removed", term.label())).remove(id))
}

/// What follows from suspensions on record (R17): the most that the law allows in a year across schools, and the number of
/// days in a term from which the governors are told, and must meet.
pub fn doubts(desk: &Desk<'_>, pupil: PupilId) -> Vec<Doubt> {
    let today = desk.today();
    let numbers = desk.rules.numbers(today);
    let basis = &desk.rules.rule(RuleId::R17, today).basis;
    let over = |half_days: u32, days: u16| half_days > u32::from(days) * 2;
    let doubt = |words: String| Doubt {
        field: "suspended",
        words,
        basis: basis.clone(),
    };
    let mut doubts = Vec::new();
    let mut years: Vec<_> = desk
        .caseload
        .half_days
        .of(pupil)
        .map(HalfDays::academic_year)
        .collect();
    years.sort();
    years.dedup();
    for year in years {
        let suspended = YearOfHalfDays::of(desk.caseload, pupil, year).suspended;
        let most = numbers.suspension_school_days_a_year;
        if over(suspended, most) {
            doubts.push(doubt(format!(
                "suspended {} in {year}: the most in a year, across schools, is {most} school days",
                days(suspended)
            )));
        }
    }
    let mut terms: Vec<_> = desk.caseload.half_days.of(pupil).collect();
    terms.sort_by_key(|term| (term.year, term.season));
    for term in terms {
        let told = numbers.suspension_governors_over_days;
        let must = numbers.suspension_governors_must_over_days;
        let follows = if over(term.suspended, must) {
            format!("over {must} days in a term the governors must meet")
        } else if over(term.suspended, told) {
            format!("over {told} days in a term the governors are told at once")
        } else {
            continue;
        };
        doubts.push(doubt(format!(
            "suspended {} in {}: {follows}",
            days(term.suspended),
            term.label()
        )));
    }
    doubts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::{AISHA, TestDesk};
    use crate::domain::{AcademicYear, Season};

    fn term(id: i64, season: Season) -> HalfDays {
        let year = AcademicYear::starting(2026);
        HalfDays::new(HalfDaysId::new(id), AISHA, year, season)
    }

    #[test]
    fn figures_that_cant_be_are_refused_by_name() {
        let mut desk = TestDesk::new();
        let field = |possible, attended, per_mille| {
            let term = HalfDays {
                possible,
                attended,
                per_mille,
                ..term(90, Season::Autumn)
            };
            let refusal = put(&desk.desk(), term).err();
            refusal.and_then(|refusal| refusal.field)
        };
        assert_eq!(
            field(Some(130), Some(131), None).as_deref(),
            Some("attended")
        );
        assert_eq!(field(Some(130), None, None).as_deref(), Some("attended"));
        assert_eq!(field(None, Some(1), None).as_deref(), Some("possible"));
        assert_eq!(field(None, None, Some(1001)).as_deref(), Some("percent"));
        assert_eq!(field(Some(1), Some(1), Some(1)).as_deref(), Some("percent"));
        assert_eq!(field(Some(130), Some(130), None), None);
        let autumn = term(90, Season::Autumn);
        desk.save(put(&desk.desk(), autumn.clone()).expect("written"));
        let twice = put(&desk.desk(), term(91, Season::Autumn)).expect_err("a refusal");
        assert_eq!(twice.field.as_deref(), Some("term"));
        assert!(put(&desk.desk(), autumn).expect("the same").is_empty());
        desk.save(remove(&desk.desk(), HalfDaysId::new(90)).expect("removed"));
        assert!(desk.caseload.half_days.is_empty());
    }

    #[test]
    fn r17_more_suspension_than_a_year_or_a_term_allows_is_told_with_its_basis() {
        let told = |suspended: [u32; 2]| -> Vec<String> {
            let [autumn, spring] = suspended;
            let autumn = HalfDays {
                suspended: autumn,
                ..term(90, Season::Autumn)
            };
            let spring = HalfDays {
                suspended: spring,
                ..term(91, Season::Spring)
            };
            let desk = TestDesk::new().with(Edit::new("").put(autumn).put(spring));
            let doubts = doubts(&desk.desk(), AISHA).into_iter();
            doubts.map(|doubt| doubt.words).collect()
        };
        assert!(told([10, 10]).is_empty());
        assert_eq!(
            told([11, 0]),
            [
                "suspended 5.5 days in autumn 2026: over 5 days in a term the governors are told at once"
            ]
        );
        let most = told([60, 31]);
        assert_eq!(most.len(), 3);
        assert!(most[0].starts_with("suspended 45.5 days in 2026-27"));
        assert!(most[1].ends_with("over 15 days in a term the governors must meet"));
        assert_eq!(told([60, 30]).len(), 2, "exactly 45 and exactly 15 days");
    }
}
