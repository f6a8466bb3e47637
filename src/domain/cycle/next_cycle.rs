//! [`NextCycle`]: a cycle that goes on from the one before it.

use chrono::NaiveDate;

use crate::domain::ehc_line::{self, Means};
use crate::domain::{
    Cycle, Decision, Desk, Edit, EhcLine, Judged, Place, Review, Strategy, Target, TargetId,
    TargetNow,
};

/// A pupil's next cycle with what it takes over from the one before (CoP 6.53: the review feeds the next assessment): the
/// targets that were not met, each with its history, what adults do for them and for the whole plan, and her places in the
/// interventions that serve them.
#[derive(Clone, Debug, PartialEq)]
pub struct NextCycle {
    /// The cycle.
    pub cycle: Cycle,
    /// The targets that go on. A date that was that of the last review, or is past, is to be set
    /// anew.
    pub targets: Vec<Target>,
    /// What adults go on doing.
    pub strategies: Vec<Strategy>,
    /// Lines of section F that a strategy stood for which goes on.
    pub lines: Vec<EhcLine>,
    /// Places that now serve a target of this cycle.
    pub places: Vec<Place>,
}

impl NextCycle {
    /// The cycle after the last one and its review, begun on a day. `latest` says where the last one's targets stand: there
    /// the next cycle starts. The pupil's and the family's views are what they said at the review. After a decision to
    /// leave the register nothing goes on.
    pub fn after(
        desk: &Desk<'_>,
        last: &Cycle,
        review: Option<&Review>,
        latest: &[TargetNow],
        began_on: NaiveDate,
    ) -> Self {
        let number = last.number.saturating_add(1);
        let mut cycle = Cycle::new(desk.ids.next(), last.pupil, number, began_on);
        cycle.light = last.light;
        if let Some(review) = review {
            cycle.family_view.clone_from(&review.family_words);
            cycle.pupil_view.clone_from(&review.pupil_words);
        }
        let mut next = Self {
            cycle,
            targets: Vec::new(),
            strategies: Vec::new(),
            lines: Vec::new(),
            places: Vec::new(),
        };
        if review.is_none_or(|review| review.decision != Some(Decision::Leave)) {
            next.take_over(desk, last, review, latest);
        }
        next
    }

    fn take_over(
        &mut self,
        desk: &Desk<'_>,
        last: &Cycle,
        review: Option<&Review>,
        latest: &[TargetNow],
    ) {
        let targets = desk.caseload.targets_of(last).into_iter();
        let going_on = targets.filter(|target| !is_met(review, target.id));
        for (target, place) in going_on.zip(1..) {
            let now = latest.iter().find(|one| one.target == target.id);
            let now = now.and_then(|one| one.now);
            self.targets.push(Target {
                id: desk.ids.next(),
                cycle: self.cycle.id,
                place,
                start: now.map(|now| now.value).or(target.start),
                start_on: now.map(|now| now.on).or(target.start_on),
                by: target
                    .by
                    .filter(|by| *by > self.cycle.began_on && Some(*by) != last.review_on),
                carried_from: Some(target.id),
                ..target.clone()
            });
        }
        let strategies = desk.caseload.strategies.of(last.pupil);
        for strategy in strategies.filter(|strategy| strategy.cycle == last.id) {
            let target = strategy.target.map(|old| self.goes_on_as(old));
            if target != Some(None) {
                let carried = Strategy {
                    id: desk.ids.next(),
                    cycle: self.cycle.id,
                    target: target.flatten(),
                    ..strategy.clone()
                };
                let meant = Means::Strategy(strategy.id);
                let lines = ehc_line::without(desk, &meant);
                self.lines.extend(lines.map(|line| EhcLine {
                    means: Some(Means::Strategy(carried.id)),
                    ..line
                }));
                self.strategies.push(carried);
            }
        }
        for place in desk.caseload.places.of(last.pupil) {
            let target = place.target.and_then(|old| self.goes_on_as(old));
            if target.is_some() && place.to.is_none_or(|to| to > self.cycle.began_on) {
                self.places.push(Place {
                    target,
                    ..place.clone()
                });
            }
        }
    }

    fn goes_on_as(&self, old: TargetId) -> Option<TargetId> {
        let carried = |target: &&Target| target.carried_from == Some(old);
        self.targets.iter().find(carried).map(|target| target.id)
    }

    /// The edit with all of it put.
    #[must_use]
    pub fn put_in(self, edit: Edit) -> Edit {
        edit.put(self.cycle)
            .put_all(self.targets)
            .put_all(self.strategies)
            .put_all(self.lines)
            .put_all(self.places)
    }
}

fn is_met(review: Option<&Review>, target: TargetId) -> bool {
    let judgements = review.map_or(&[][..], |review| &review.judgements);
    judgements.iter().any(|judgement| {
        judgement.target == target && matches!(judgement.judged, Judged::Met | Judged::MoreThanMet)
    })
}

#[cfg(test)]
mod tests;
