use super::Arrangement;
use crate::domain::{AccessForm, Desk};

/// What an access arrangement lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nothing says what the normal way of working is.
    NormalWay,
    /// No teacher has said anything, or fewer than were asked.
    Evidence,
    /// Nothing says which form stands behind it.
    Form,
    /// Form 8, and no assessment.
    Assessment,
    /// Form 8 or 9, and no approval.
    Approval,
    /// The approval has run out.
    Expired,
}

impl Missing {
    /// In words.
    pub fn label(self) -> &'static str {
        match self {
            Self::NormalWay => "normal way of working",
            Self::Evidence => "teacher evidence",
            Self::Form => "form",
            Self::Assessment => "assessment",
            Self::Approval => "approval",
            Self::Expired => "approval has run out",
        }
    }
}

/// What an arrangement lacks for examinations, of a pupil who is in the first year of them or above (R15: Year 9, before
/// which JCQ takes no assessment). Form 9 and a file note need no scores, and a file note no approval: the centre decides.
/// Below that year, where the year is not known, and once it is given up, nothing is missing.
pub fn missing(desk: &Desk<'_>, arrangement: &Arrangement) -> Vec<Missing> {
    let numbers = desk.rules.numbers(desk.today());
    let pupil = desk.caseload.pupils.get(arrangement.pupil);
    let year = pupil.and_then(|pupil| pupil.year);
    if !arrangement.is_wanted() || year.is_none_or(|year| year < numbers.access_arrangement_from) {
        return Vec::new();
    }
    let asked = arrangement.asked.unwrap_or(1).max(1);
    let form = arrangement.form;
    let is_assessed = arrangement.assessed_on.is_some() && !arrangement.assessed_by.is_empty();
    let needs_approval = matches!(form, Some(AccessForm::Eight | AccessForm::Nine));
    let expires = arrangement.expires(desk.rules);
    let lacks = [
        (arrangement.normal_way.is_empty(), Missing::NormalWay),
        (
            arrangement.evidence.len() < usize::try_from(asked).unwrap_or(usize::MAX),
            Missing::Evidence,
        ),
        (form.is_none(), Missing::Form),
        (
            form == Some(AccessForm::Eight) && !is_assessed,
            Missing::Assessment,
        ),
        (
            needs_approval && arrangement.approved_on.is_none(),
            Missing::Approval,
        ),
        (
            expires.is_some_and(|on| on < desk.today()),
            Missing::Expired,
        ),
    ];
    let lacks = lacks.into_iter().filter(|(is_so, _)| *is_so);
    lacks.map(|(_, missing)| missing).collect()
}

/// Whether any arrangement of a pupil lacks anything.
pub fn is_missing(desk: &Desk<'_>, pupil: crate::domain::PupilId) -> bool {
    let mut arrangements = desk.caseload.arrangements.of(pupil);
    arrangements.any(|arrangement| !missing(desk, arrangement).is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::arrangement::{ArrangementId, Evidence};
    use crate::domain::test_desk::{AISHA, TestDesk, date};
    use crate::domain::{Edit, NcYear, Pupil};

    fn desk(year: Option<NcYear>) -> TestDesk {
        let desk = TestDesk::new();
        let pupil = Pupil {
            year,
            ..desk.aisha().clone()
        };
        desk.with(Edit::new("").put(pupil))
    }

    fn extra_time() -> Arrangement {
        Arrangement {
            what: "25% extra time".into(),
            ..Arrangement::new(ArrangementId::new(90), AISHA)
        }
    }

    fn whole() -> Arrangement {
        Arrangement {
            normal_way: "Extra time in class tests since Year 8.".into(),
            evidence: vec![Evidence {
                on: date("2026-10-01"),
                subject: "maths".into(),
                by: "Mr Lowe".into(),
                words: "Finishes two thirds without it.".into(),
            }],
            assessed_on: Some(date("2026-10-02")),
            assessed_by: "Ms Lin".into(),
            form: Some(AccessForm::Eight),
            approved_on: Some(date("2026-10-05")),
            ..extra_time()
        }
    }

    fn told(year: Option<NcYear>, arrangement: &Arrangement) -> Vec<Missing> {
        missing(&desk(year).desk(), arrangement)
    }

    #[test]
    fn from_year_9_what_an_arrangement_lacks_is_told() {
        let nine = Some(NcYear::Y9);
        assert_eq!(
            told(nine, &extra_time()),
            [Missing::NormalWay, Missing::Evidence, Missing::Form]
        );
        assert!(told(nine, &whole()).is_empty());
        for year in [None, Some(NcYear::Y8), Some(NcYear::Y6)] {
            assert!(told(year, &extra_time()).is_empty());
        }
        let given_up = Arrangement {
            ended_on: Some(date("2026-11-02")),
            ..extra_time()
        };
        assert!(told(nine, &given_up).is_empty());
    }

    #[test]
    fn a_form_decides_what_else_is_needed() {
        let with = |change: fn(&mut Arrangement)| {
            let mut arrangement = whole();
            change(&mut arrangement);
            told(Some(NcYear::Y11), &arrangement)
        };
        assert_eq!(
            with(|one| one.assessed_by = String::new()),
            [Missing::Assessment]
        );
        assert!(
            with(|one| {
                one.form = Some(AccessForm::Nine);
                one.assessed_on = None;
            })
            .is_empty()
        );
        assert_eq!(with(|one| one.approved_on = None), [Missing::Approval]);
        assert!(
            with(|one| {
                one.form = Some(AccessForm::FileNote);
                one.approved_on = None;
            })
            .is_empty()
        );
        assert_eq!(with(|one| one.asked = Some(4)), [Missing::Evidence]);
        assert_eq!(
            with(|one| one.approved_on = Some(date("2024-09-01"))),
            [Missing::Expired]
        );
    }
}
