//! The cycles of a pupil told in outline.

use super::{LONGEST, Telling, small};
use crate::demo::build::Build;
use crate::demo::cycle::Turn;
use crate::demo::deck::Deck;
use crate::demo::outcome::LongAim;
use crate::demo::outline::{Missing, Open};
use crate::demo::phrases::Pattern;
use crate::demo::pupil::Told;
use crate::demo::strategy::Way;
use crate::demo::target::{Aim, Reading};
use crate::demo::when::When;
use crate::domain::{Judged, NeedTable, OutcomeSource, Status};

/// What of each phrase is still to be said.
pub(super) struct Decks {
    teacher: Deck<'static, String>,
    progress: Deck<'static, String>,
    barriers: Deck<'static, String>,
    family: Deck<'static, String>,
    pupil: Deck<'static, String>,
    expected: Deck<'static, String>,
    home: Deck<'static, String>,
    strategy: Deck<'static, String>,
    target: Deck<'static, Pattern>,
}

/// Where a cycle lies, in school weeks ago.
struct Span {
    began: usize,
    /// None while it is being assessed.
    assessed: Option<usize>,
    /// None until it is planned.
    planned: Option<usize>,
    /// None while it is open.
    closed: Option<usize>,
}

/// A target as it was left: what the next cycle may carry on.
struct Left {
    pattern: &'static Pattern,
    key: String,
    value: usize,
    aim: usize,
}

/// A target with what a review will find of it.
pub(super) struct Found {
    pub(super) key: String,
    pub(super) judged: Judged,
    pub(super) evidence: String,
}

impl Telling<'_> {
    /// All cycles with their reviews and the outcomes they lead to.
    pub(super) fn plan(&mut self, build: &mut Build<'_>, told: &mut Told) {
        if self.outline.closed == 0 && self.outline.stage == Open::None {
            return;
        }
        let mut decks = self.decks();
        self.outcomes(build, told);
        let mut left: Option<Left> = None;
        for (number, closed) in self.closed.clone().into_iter().enumerate() {
            let before = number.checked_sub(1).map(|before| self.closed[before]);
            let began = before.map_or(self.first_began(), |before| before - 1);
            let span = Span {
                began,
                assessed: Some(began - 1),
                planned: Some(began - 2),
                closed: Some(closed),
            };
            let mut turn = self.turn(build, &mut decks, &span);
            let (targets, found, last) =
                self.closed_targets(build, &mut decks, (number, &span), left);
            left = last;
            turn.target = targets;
            told.cycle.push(turn);
            self.closing_review(build, told, (number + 1, closed), found);
        }
        if let Some(span) = self.open_span() {
            let mut turn = self.turn(build, &mut decks, &span);
            if let Some(planned) = span.planned {
                let review = self.book(build, told, told.cycle.len() + 1);
                turn.review = review;
                turn.target = self.open_targets(build, &mut decks, (planned, review), left);
            }
            told.cycle.push(turn);
        }
    }

    fn decks(&mut self) -> Decks {
        let of_need = self.of_need;
        let chance = &mut self.chance;
        Decks {
            teacher: Deck::shuffled(&of_need.teacher, chance),
            progress: Deck::shuffled(&of_need.progress, chance),
            barriers: Deck::shuffled(&of_need.barriers, chance),
            family: Deck::shuffled(&of_need.family, chance),
            pupil: Deck::shuffled(&of_need.pupil, chance),
            expected: Deck::shuffled(&of_need.expected, chance),
            home: Deck::shuffled(&of_need.home, chance),
            strategy: Deck::shuffled(&of_need.strategy, chance),
            target: Deck::shuffled(&of_need.target, chance),
        }
    }

    fn open_span(&self) -> Option<Span> {
        let last = self.closed.last().copied();
        let (began, assessed, planned) = match self.outline.stage {
            Open::None => return None,
            Open::Assess => (last.map_or(4, |last| last - 1), false, false),
            Open::Plan => (last.map_or(5, |last| last - 1), true, false),
            Open::Do => (last.map_or(9, |last| last.min(12) - 1), true, true),
        };
        Some(Span {
            began,
            assessed: assessed.then(|| began - 1),
            planned: planned.then(|| began - 2),
            closed: None,
        })
    }

    fn turn(&mut self, build: &Build<'_>, decks: &mut Decks, span: &Span) -> Turn {
        let on = self.ago(span.began);
        let say = |phrase: &String| self.fill(build, phrase, on);
        let planned = |phrase: &String| span.planned.map(|_| say(phrase)).unwrap_or_default();
        let closed = span.closed.map(|weeks| self.ago(weeks));
        let strategies = if span.planned.is_some() { 2 } else { 0 };
        Turn {
            began: on,
            light: false,
            teacher_view: say(decks.teacher.draw()),
            progress: say(decks.progress.draw()),
            barriers: say(decks.barriers.draw()),
            family_view: say(decks.family.draw()),
            pupil_view: say(decks.pupil.draw()),
            advice: String::new(),
            assessed: span.assessed.map(|weeks| self.ago(weeks)),
            expected: planned(decks.expected.draw()),
            home: planned(decks.home.draw()),
            agreed: span.planned.map(|weeks| self.ago(weeks)),
            planned: span.planned.map(|weeks| self.ago(weeks)),
            review: closed,
            reviewed: closed,
            target: Vec::new(),
            strategy: (0..strategies)
                .map(|_| Way {
                    words: say(decks.strategy.draw()),
                    who: String::new(),
                    target: String::new(),
                })
                .collect(),
        }
    }

    /// Two targets of a closed cycle, what the review found of them, and the first as the next cycle may carry it on.
    fn closed_targets(
        &mut self,
        build: &Build<'_>,
        decks: &mut Decks,
        (number, span): (usize, &Span),
        left: Option<Left>,
    ) -> (Vec<Aim>, Vec<Found>, Option<Left>) {
        let (Some(planned), Some(closed)) = (span.planned, span.closed) else {
            return Default::default();
        };
        let (mut targets, mut found, mut carried) = (Vec::new(), Vec::new(), left);
        let mut leaves = None;
        for place in 1..=2 {
            let key = format!("{}.{place}", number + 1);
            let by = self.ago(closed);
            let (mut aim, pattern, start, goal) =
                self.target(build, decks, (&key, planned, Some(by)), carried.take());
            let share = match self.chance.below(100) {
                0..12 => self.chance.within((0, 20)),
                12..50 => self.chance.within((40, 85)),
                50..88 => 100,
                _ => 115,
            };
            let end = part_way(start, goal, share, pattern.most);
            let middle = part_way(start, goal, share / 2, pattern.most);
            let half_way = (planned + closed) / 2;
            if self.chance.percent(50) {
                aim.reading.push(self.reading(half_way, middle));
            }
            aim.reading.push(self.reading(closed + 1, end));
            let judged = judge(start, goal, end);
            found.push(Found {
                key: key.clone(),
                judged,
                evidence: format!("{end} {}; it was {start}.", pattern.unit),
            });
            if place == 1 && judged == Judged::Some && self.chance.percent(60) {
                leaves = Some(Left {
                    pattern,
                    key,
                    value: end,
                    aim: goal,
                });
            }
            targets.push(aim);
        }
        (targets, found, leaves)
    }

    /// The targets of the open cycle, with a reading or two on the way.
    fn open_targets(
        &mut self,
        build: &Build<'_>,
        decks: &mut Decks,
        (planned, by): (usize, Option<When>),
        mut left: Option<Left>,
    ) -> Vec<Aim> {
        let mut targets = Vec::new();
        for key in ["now", "now.2"] {
            let (mut aim, pattern, start, goal) =
                self.target(build, decks, (key, planned, by), left.take());
            let share = self.chance.within((10, 90));
            for (weeks, share) in [(planned / 2 + 1, share / 2), (1, share)] {
                if self.chance.percent(75) {
                    let value = part_way(start, goal, share, pattern.most);
                    aim.reading.push(self.reading(weeks, value));
                }
            }
            targets.push(aim);
        }
        targets
    }

    /// A target with its start and its aim.
    fn target(
        &mut self,
        build: &Build<'_>,
        decks: &mut Decks,
        (key, planned, by): (&str, usize, Option<When>),
        carried: Option<Left>,
    ) -> (Aim, &'static Pattern, usize, usize) {
        let (pattern, start, goal, carried_from) = match carried {
            Some(left) => (left.pattern, left.value, left.aim, left.key),
            None => {
                let pattern = decks.target.draw();
                let start = self.chance.within(pattern.start);
                (
                    pattern,
                    start,
                    self.chance.within(pattern.aim),
                    String::new(),
                )
            }
        };
        let on = self.ago(planned);
        let statement = pattern.statement.replace("{aim}", &goal.to_string());
        let outcome = if key.ends_with('2') && self.outline.status == Status::E {
            "second"
        } else {
            "first"
        };
        let aim = Aim {
            key: key.to_owned(),
            short: self.fill(build, &pattern.short, on),
            statement: self.fill(build, &statement, on),
            unit: pattern.unit.clone(),
            instrument: pattern.instrument.clone(),
            start: Some(f64::from(small(start))),
            start_on: Some(on),
            aim: Some(f64::from(small(goal))),
            by,
            home: String::new(),
            outcome: outcome.to_owned(),
            carried_from,
            waiver: Vec::new(),
            reading: vec![self.reading(planned, start)],
        };
        (aim, pattern, start, goal)
    }

    fn reading(&self, weeks: usize, value: usize) -> Reading {
        Reading {
            on: self.ago(weeks),
            value: f64::from(small(value)),
            by: "ta".to_owned(),
        }
    }

    /// One long-term aim, or the two of an EHC plan.
    fn outcomes(&mut self, build: &Build<'_>, told: &mut Told) {
        let has_plan = self.outline.status == Status::E;
        let table = NeedTable::england();
        let area = self.outline.needs.first();
        let area = area.and_then(|code| table.get(code)?.area());
        let mut deck = Deck::shuffled(&self.of_need.expected, &mut self.chance);
        let keys: &[&str] = if has_plan {
            &["first", "second"]
        } else {
            &["first"]
        };
        for key in keys {
            let expected = self.fill(build, deck.draw(), self.ago(LONGEST));
            let (when, source) = if has_plan {
                ("By the end of this key stage", OutcomeSource::EhcPlan)
            } else {
                ("By the end of the year", OutcomeSource::School)
            };
            let code = match source {
                OutcomeSource::EhcPlan => format!("E{}", told.outcome.len() + 1),
                OutcomeSource::School => String::new(),
            };
            told.outcome.push(LongAim {
                code,
                key: (*key).to_owned(),
                area,
                words: format!("{when}: {expected}"),
                source,
                by: None,
            });
        }
    }

    /// Books the review of the open cycle, unless that is what nobody has done.
    fn book(&mut self, build: &mut Build<'_>, told: &mut Told, cycle: usize) -> Option<When> {
        if self.outline.lacks(Missing::Review) {
            return None;
        }
        let review = self.booked_review(build, cycle);
        let on = review.on;
        told.review.push(review);
        Some(on)
    }
}

/// So many hundredths of the way from start to aim, whichever way that goes.
fn part_way(start: usize, aim: usize, share: usize, most: usize) -> usize {
    let walked = |way: usize| (way * share + 50) / 100;
    if aim >= start {
        (start + walked(aim - start)).min(most)
    } else {
        start.saturating_sub(walked(start - aim))
    }
}

fn judge(start: usize, aim: usize, end: usize) -> Judged {
    let falling = aim < start;
    let (way, walked) = (start.abs_diff(aim), start.abs_diff(end));
    match end.cmp(&aim) {
        std::cmp::Ordering::Equal => Judged::Met,
        std::cmp::Ordering::Greater if !falling => Judged::MoreThanMet,
        std::cmp::Ordering::Less if falling => Judged::MoreThanMet,
        _ if walked * 3 >= way => Judged::Some,
        _ => Judged::NotYet,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_judged_by_how_far_it_came() {
        let table = [
            (2, 8, 8, Judged::Met),
            (2, 8, 9, Judged::MoreThanMet),
            (2, 8, 5, Judged::Some),
            (2, 8, 3, Judged::NotYet),
            (8, 2, 2, Judged::Met),
            (8, 2, 1, Judged::MoreThanMet),
            (8, 2, 5, Judged::Some),
        ];
        for (start, aim, end, judged) in table {
            assert_eq!(judge(start, aim, end), judged, "{start} to {aim}: {end}");
        }
        assert_eq!(part_way(8, 2, 50, 20), 5);
        assert_eq!(part_way(2, 8, 115, 8), 8);
    }
}
