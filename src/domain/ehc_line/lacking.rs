use chrono::NaiveDate;

use super::{EhcLine, EhcLineId, Means};
use crate::domain::date_words::with_year;
use crate::domain::{Caseload, InterventionId, PupilId, StrategyId};

/// A line of section F for which a pupil is given nothing today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// The line.
    pub line: EhcLineId,
    /// Why it is not arranged: "Phonics 3 ended 11 Dec 2026".
    pub why: String,
}

/// The lines of a pupil's section F that are not arranged on a day, in order of making. What must be secured is law
/// (Children and Families Act 2014 s.42); whether these records show it is what is told here.
pub fn lacking(caseload: &Caseload, pupil: PupilId, today: NaiveDate) -> Vec<Lacking> {
    let lines = caseload.ehc_lines.of(pupil);
    let lacking = lines.filter_map(|line| {
        Some(Lacking {
            line: line.id,
            why: why(caseload, line, today)?,
        })
    });
    lacking.collect()
}

/// Why nothing is given for a line; nothing where something is.
fn why(caseload: &Caseload, line: &EhcLine, today: NaiveDate) -> Option<String> {
    match &line.means {
        None => Some("nothing is named for it".to_owned()),
        Some(Means::Otherwise(_)) => None,
        Some(Means::Intervention(id)) => of_intervention(caseload, line.pupil, *id, today),
        Some(Means::Strategy(id)) => of_strategy(caseload, line.pupil, *id),
    }
}

fn of_intervention(
    caseload: &Caseload,
    pupil: PupilId,
    id: InterventionId,
    today: NaiveDate,
) -> Option<String> {
    let Some(run) = caseload.interventions.get(id) else {
        return Some("its intervention is gone".to_owned());
    };
    if let Some(ended) = run.ends_on.filter(|ends| *ends < today) {
        return Some(format!("{} ended {}", run.name, with_year(ended)));
    }
    if run.began_on > today {
        return Some(format!("{} begins {}", run.name, with_year(run.began_on)));
    }
    let places: Vec<_> = caseload
        .places
        .of(pupil)
        .filter(|place| place.intervention == id)
        .collect();
    if places.iter().any(|place| place.covers(today)) {
        return None;
    }
    let since = places.iter().filter_map(|place| place.from).min();
    let until = places.iter().filter_map(|place| place.to).max();
    Some(match (since, until) {
        (Some(from), _) if from > today => {
            format!("the place in {} begins {}", run.name, with_year(from))
        }
        (_, Some(to)) => format!("the place in {} ended {}", run.name, with_year(to)),
        _ => format!("no place in {}", run.name),
    })
}

fn of_strategy(caseload: &Caseload, pupil: PupilId, id: StrategyId) -> Option<String> {
    let strategy = caseload.strategies.get(id);
    let now = caseload.cycle_now(pupil).map(|cycle| cycle.id);
    let is_in_force = strategy.is_some_and(|strategy| Some(strategy.cycle) == now);
    (!is_in_force).then(|| "its strategy is not in the plan of this cycle".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::{AISHA, TestDesk, date};
    use crate::domain::{
        Cycle, CycleId, Edit, Intervention, Keeping, Place, PlaceId, ProvisionId, Strategy,
    };

    const RUN: InterventionId = InterventionId::new(400);
    const WAY: StrategyId = StrategyId::new(60);

    fn line(means: Option<Means>) -> EhcLine {
        EhcLine {
            words: "Speech work in a pair".into(),
            means,
            ..EhcLine::new(EhcLineId::new(90), AISHA)
        }
    }

    fn run(ends_on: Option<&str>) -> Intervention {
        Intervention {
            id: RUN,
            provision: ProvisionId::new(401),
            name: "Phonics 3".into(),
            led_by: None,
            began_on: date("2026-09-14"),
            ends_on: ends_on.map(date),
            keeping: Keeping::EachSession,
            minutes: 20,
            slots: Vec::new(),
            room: String::new(),
        }
    }

    fn place(from: Option<&str>, to: Option<&str>) -> Place {
        Place {
            id: PlaceId::new(403),
            pupil: AISHA,
            intervention: RUN,
            from: from.map(date),
            to: to.map(date),
            target: None,
        }
    }

    fn told(edit: Edit) -> Vec<String> {
        let desk = TestDesk::new().with(edit);
        let lacking = lacking(&desk.caseload, AISHA, date("2026-11-23"));
        lacking.into_iter().map(|one| one.why).collect()
    }

    #[test]
    fn a_line_without_means_is_not_arranged_and_words_arrange_it() {
        let edit = |means| Edit::new("").put(line(means));
        assert_eq!(told(edit(None)), ["nothing is named for it"]);
        let visit = Means::Otherwise("a visit each term".into());
        assert!(told(edit(Some(visit))).is_empty());
    }

    #[test]
    fn an_intervention_arranges_it_while_it_runs_and_she_has_a_place() {
        let table = [
            (run(None), Some(place(None, None)), ""),
            (run(Some("2026-11-23")), Some(place(None, None)), ""),
            (
                run(Some("2026-11-20")),
                Some(place(None, None)),
                "Phonics 3 ended 20 Nov 2026",
            ),
            (
                run(None),
                Some(place(None, Some("2026-10-02"))),
                "the place in Phonics 3 ended 2 Oct 2026",
            ),
            (
                run(None),
                Some(place(Some("2027-01-04"), None)),
                "the place in Phonics 3 begins 4 Jan 2027",
            ),
            (run(None), None, "no place in Phonics 3"),
        ];
        for (run, place, why) in table {
            let edit = Edit::new("").put(run).put_all(place);
            let line = line(Some(Means::Intervention(RUN)));
            assert_eq!(told(edit.put(line)).join(""), why);
        }
    }

    #[test]
    fn a_strategy_arranges_it_while_it_is_in_the_plan_of_this_cycle() {
        let cycle = |id, number| Cycle::new(CycleId::new(id), AISHA, number, date("2026-09-09"));
        let way = Strategy {
            id: WAY,
            pupil: AISHA,
            cycle: CycleId::new(31),
            target: None,
            words: "Wait ten seconds.".into(),
            who: String::new(),
            waivers: Vec::new(),
        };
        let edit = Edit::new("")
            .put(cycle(31, 1))
            .put(way)
            .put(line(Some(Means::Strategy(WAY))));
        assert!(told(edit.clone()).is_empty());
        assert_eq!(
            told(edit.put(cycle(32, 2))),
            ["its strategy is not in the plan of this cycle"]
        );
    }
}
