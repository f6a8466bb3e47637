//! The page Plan: outcomes, targets, what adults do.

mod listed;
mod row;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::page::Page;
use super::{Case, detail, support};
use crate::commands::Command;
use crate::domain::{
    Cycle, Refusal, Strategy, Target, cycle, date_words, outcome, strategy, target,
};
use crate::ui::dialogs::{self, Choose, beside};
use crate::ui::widgets::{Listing, Paper};
use crate::ui::{Context, Effect};

use listed::Listed;

pub(super) use row::Row;

/// Columns from which the assessment stands beside the plan, to plan from.
const WIDE: u16 = 100;
/// Columns of the plan then.
const PLAN_COLUMNS: u16 = 80;

/// The page Plan (CoP 6.48): all of the plan in lists above, what is under the cursor in full below.
#[derive(Debug, Default)]
pub(super) struct PlanPage {
    listing: Listing<Row>,
}

impl PlanPage {
    fn at(&self, cx: &Context<'_>, case: &Case<'_>) -> Option<Row> {
        let listed = Listed::of(cx, case, case.cycle?);
        self.listing.at(&listed.rows())
    }

    /// The target under the cursor, or that of the strategy under it.
    fn target<'a>(&self, cx: &Context<'a>, case: &Case<'_>) -> Option<&'a Target> {
        let caseload = cx.desk.caseload;
        let id = match self.at(cx, case)? {
            Row::Target(id) => id,
            Row::Strategy(id) => caseload.strategies.get(id)?.target?,
            Row::Place(_) | Row::Outcome(_) | Row::Rest => return None,
        };
        caseload.targets.get(id)
    }

    /// The strategy of the whole plan under the cursor.
    fn strategy_of_plan<'a>(&self, cx: &Context<'a>, case: &Case<'_>) -> Option<&'a Strategy> {
        let Row::Strategy(id) = self.at(cx, case)? else {
            return None;
        };
        let strategy = cx.desk.caseload.strategies.get(id)?;
        strategy.target.is_none().then_some(strategy)
    }

    fn waive(&self, cx: &Context<'_>, case: &Case<'_>) -> Effect {
        let form = match self.strategy_of_plan(cx, case) {
            Some(strategy) => dialogs::waive::of_plan(cx, strategy),
            None => self
                .target(cx, case)
                .and_then(|target| dialogs::waive::form(cx, target)),
        };
        form.map_or(Effect::None, Effect::open)
    }

    fn has_checks(&self, cx: &Context<'_>, case: &Case<'_>, cycle: &Cycle) -> bool {
        let caseload = cx.desk.caseload;
        let checks = match self.strategy_of_plan(cx, case) {
            Some(of_plan) => strategy::checks(caseload, cycle, of_plan),
            None => self
                .target(cx, case)
                .map(|target| target::checks(caseload, cycle, target))
                .unwrap_or_default(),
        };
        !checks.is_empty()
    }

    fn open(&self, cx: &Context<'_>, case: &Case<'_>, cycle: &Cycle) -> Effect {
        let caseload = cx.desk.caseload;
        match self.at(cx, case) {
            Some(Row::Target(id)) => match caseload.targets.get(id) {
                Some(target) => Effect::open(dialogs::target::of(cx, target)),
                None => Effect::None,
            },
            Some(Row::Strategy(id)) => match caseload.strategies.get(id) {
                Some(strategy) => Effect::open(dialogs::strategy::of(cx, strategy)),
                None => Effect::None,
            },
            Some(Row::Outcome(id)) => match caseload.outcomes.get(id) {
                Some(outcome) => Effect::open(dialogs::outcome::of(outcome)),
                None => Effect::None,
            },
            Some(Row::Place(id)) => support::open(cx, id),
            Some(Row::Rest) | None => Effect::open(dialogs::plan::form(cycle)),
        }
    }

    fn choose_new(&self, cx: &Context<'_>, case: &Case<'_>, cycle: &Cycle) -> Effect {
        let target = self.target(cx, case).map(|target| target.id);
        let choices = [
            (
                't',
                "a target: this cycle's step toward an outcome".to_owned(),
                Effect::open(dialogs::target::new(cx, cycle)),
            ),
            (
                's',
                "a strategy: what adults do, for a target or the whole plan".to_owned(),
                Effect::open(dialogs::strategy::new(cx, cycle, target)),
            ),
            (
                'o',
                "an outcome: where the pupil should be by the end of the year or key stage"
                    .to_owned(),
                Effect::open(dialogs::outcome::new(cx, cycle.pupil)),
            ),
        ];
        let title = format!("New in the plan of {}", cx.look.called(case.pupil));
        let choices = choices.into_iter().chain(support::new(cx, cycle, target));
        Effect::open(Choose::new(title, choices))
    }

    fn remove(&self, cx: &Context<'_>, case: &Case<'_>) -> Effect {
        let caseload = cx.desk.caseload;
        let edit = match self.at(cx, case) {
            Some(Row::Target(id)) => caseload.targets.get(id).map(|target| {
                let measures = cx.log.measures(target.pupil);
                let unread = |_| Refusal::new("The file can't be read just now. Try again.");
                target::remove(&cx.desk, target, &measures.map_err(unread)?)
            }),
            Some(Row::Strategy(id)) => {
                let found = caseload.strategies.get(id);
                found.map(|found| Ok(strategy::remove(&cx.desk, found)))
            }
            Some(Row::Outcome(id)) => {
                let found = caseload.outcomes.get(id);
                found.map(|found| outcome::remove(&cx.desk, found))
            }
            Some(Row::Place(id)) => return support::remove(cx, id),
            Some(Row::Rest) | None => None,
        };
        edit.map_or(Effect::None, Effect::save)
    }
}

impl Page for PlanPage {
    fn draw(
        &mut self,
        cx: &Context<'_>,
        case: &Case<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) -> Position {
        let Some(cycle) = case.cycle else {
            return area.as_position();
        };
        let is_wide = area.width >= WIDE && !cx.look.plain;
        let left = Rect {
            width: if is_wide { PLAN_COLUMNS } else { area.width },
            ..area
        };
        if is_wide {
            beside::draw_in_column(cx, &beside::found(cycle), area, buf);
        }
        let listed = Listed::of(cx, case, cycle);
        let lines = listed::lines(cx, case, cycle, &listed, usize::from(left.width));
        self.listing.go_to_new(&listed.rows());
        let at = self.listing.at(&listed.rows());
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let below = detail::rows(cx, case, cycle, at, left) + 1;
        let list = Rect {
            height: height.min(left.height.saturating_sub(below).max(left.height / 2)),
            ..left
        };
        let cursor = self.listing.draw(&lines, cx.look, list, buf);
        let mut paper = Paper::new(
            buf,
            cx.look,
            Rect {
                y: list.bottom(),
                height: left.height - list.height,
                ..left
            },
        );
        paper.rule();
        detail::draw(cx, case, cycle, at, &mut paper);
        cursor
    }

    fn footer(&self, _cx: &Context<'_>, _case: &Case<'_>) -> Vec<Command> {
        vec![
            Command::Open,
            Command::New,
            Command::Waive,
            Command::Done,
            Command::Remove,
        ]
    }

    fn refusal(&self, cx: &Context<'_>, case: &Case<'_>, command: Command) -> Option<Refusal> {
        let cycle = case.cycle?;
        match command {
            Command::Done => cycle.planned_on.map(|on| {
                Refusal::new(format!(
                    "The plan was done on {}. Enter on its last line changes the date.",
                    date_words::day_month(on)
                ))
            }),
            Command::Waive => (!self.has_checks(cx, case, cycle)).then(|| {
                Refusal::new(
                    "Nothing here can be waived. Go to a target or a strategy that shows a check, then w.",
                )
            }),
            Command::Remove => match self.at(cx, case)? {
                Row::Rest => Some(Refusal::new(
                    "The plan's own part is not removed: Enter opens it, and there you can empty it.",
                )),
                Row::Place(_) | Row::Target(_) | Row::Strategy(_) | Row::Outcome(_) => None,
            },
            _ => None,
        }
    }

    fn run(&mut self, cx: &Context<'_>, case: &Case<'_>, command: Command) -> Effect {
        let Some(cycle) = case.cycle else {
            return Effect::None;
        };
        if self
            .listing
            .run(&Listed::of(cx, case, cycle).rows(), command)
        {
            return Effect::None;
        }
        match command {
            Command::Open => self.open(cx, case, cycle),
            Command::New => self.choose_new(cx, case, cycle),
            Command::Remove => self.remove(cx, case),
            Command::Waive => self.waive(cx, case),
            Command::Done => {
                let done = Cycle {
                    planned_on: Some(cx.desk.today()),
                    ..cycle.clone()
                };
                Effect::save(cycle::plan(&cx.desk, done))
            }
            _ => Effect::None,
        }
    }

    fn click(&mut self, at: Position) {
        self.listing.click(at);
    }
}
