//! [`Plan`]: the editor of one pupil's cycle, in four pages.

mod assess;
mod case;
mod detail;
mod do_page;
mod earlier;
mod heading;
mod page;
mod pages;
mod plan_page;
mod review;
mod support;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::domain::{Code, CycleId, Refusal, Stage, cycle, date_words};
use crate::ui::widgets::Paper;
use crate::ui::{Context, Effect, Role, View};

use case::Case;
use earlier::Earlier;
use pages::Pages;

/// The screen Plan: the four pages of a cycle of the pupil in hand. `v` goes through her cycles.
#[derive(Debug, Default)]
pub struct Plan {
    pages: Pages,
    earlier: Earlier,
    /// Where the page was drawn.
    area: Rect,
}

/// What to do when there is nobody to plan for.
const NOBODY: &str = "No pupil is in hand. Press 1 for the register, choose with the arrows, and press p: here are \
                      Assess, Plan, Do and Review of one pupil at a time.";

impl View for Plan {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Plan, Scope::List, Scope::Pupil]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        match Case::in_hand(cx, &self.earlier) {
            Some(case) => {
                let page = case.page(cx).label();
                let name = cx.look.full_name(case.pupil);
                let cycle = case.cycle.filter(|_| case.is_earlier());
                let cycle = cycle.map(|cycle| format!(", cycle {}", cycle.number));
                format!("{page}: {name}{}", cycle.unwrap_or_default())
            }
            None => format!("{}: no pupil in hand", cx.desk.caseload.plan_name()),
        }
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        self.earlier.renew(cx);
        let Some(case) = Case::in_hand(cx, &self.earlier) else {
            let mut paper = Paper::new(buf, cx.look, area);
            paper.skip(1);
            let at = paper.here(1);
            paper.prose(1, NOBODY, Role::Text);
            return at;
        };
        let height = heading::draw(cx, &case, area, buf);
        self.area = Rect {
            y: area.y + height,
            height: area.height.saturating_sub(height),
            ..area
        };
        let stage = case.page(cx);
        if case.cycle.is_none() && stage != Stage::Review {
            return draw_no_cycle(cx, &case, self.area, buf);
        }
        let area = self.area;
        self.pages.of_mut(stage).draw(cx, &case, area, buf)
    }

    fn footer(&self, cx: &Context<'_>) -> Vec<Command> {
        let Some(case) = Case::in_hand(cx, &self.earlier) else {
            return vec![
                Command::Pupils,
                Command::Today,
                Command::Jot,
                Command::Help,
                Command::WhoCanSee,
                Command::Cover,
            ];
        };
        let stage = case.page(cx);
        let mut footer = self.pages.of(stage).footer(cx, &case);
        if starts_cycle(&case, stage) {
            footer.retain(|command| *command != Command::New);
            footer.insert(0, Command::New);
        }
        footer.push(Command::NextView);
        if case.is_earlier() {
            footer.push(Command::Back);
        }
        footer.extend(turns(stage));
        if cx.hand.beside(1).is_some() {
            footer.push(Command::Next);
        }
        footer.extend([Command::Brief, Command::Log, Command::Jot, Command::Help]);
        footer
    }

    fn refusal(&self, cx: &Context<'_>, command: Command) -> Option<Refusal> {
        let Some(case) = Case::in_hand(cx, &self.earlier) else {
            let is_of_a_pupil = matches!(
                command,
                Command::Open
                    | Command::New
                    | Command::Remove
                    | Command::Done
                    | Command::Waive
                    | Command::NextView
                    | Command::Previous
                    | Command::Next
            );
            return is_of_a_pupil.then(|| Refusal::new(NOBODY));
        };
        match command {
            Command::Previous | Command::Next => {
                let by = if command == Command::Next { 1 } else { -1 };
                let nobody = cx.hand.beside(by).is_none();
                nobody.then(|| no_neighbour(cx, by))
            }
            Command::NextView => no_other(cx, &case),
            Command::New if starts_cycle(&case, case.page(cx)) => None,
            Command::Open | Command::New | Command::Remove | Command::Done | Command::Waive => {
                if let Some(refusal) = kept(&case, command) {
                    return Some(refusal);
                }
                let stage = case.page(cx);
                if case.cycle.is_none() && stage != Stage::Review {
                    return Some(Refusal::new(format!(
                        "{} has no cycle yet: n starts one.",
                        cx.look.called(case.pupil)
                    )));
                }
                self.pages.of(stage).refusal(cx, &case, command)
            }
            _ => None,
        }
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        self.earlier.renew(cx);
        let Some(case) = Case::in_hand(cx, &self.earlier) else {
            return Effect::None;
        };
        let stage = case.page(cx);
        match command {
            Command::Left => Effect::Turn(Some(beside(stage, -1))),
            Command::Right => Effect::Turn(Some(beside(stage, 1))),
            Command::Previous => Effect::TakeInHand(cx.hand.beside(-1)),
            Command::Next => Effect::TakeInHand(cx.hand.beside(1)),
            Command::NextView => Effect::Many(vec![
                Effect::Turn(Some(stage)),
                Effect::TurnCycle(cycle_before(cx, &case)),
            ]),
            Command::Back if case.is_earlier() => Effect::TurnCycle(None),
            Command::Back => Effect::Many(vec![
                Effect::TakeInHand(None),
                Effect::Say(format!(
                    "{} is no longer in hand. 1 is the register: Enter there takes a pupil in hand.",
                    cx.look.called(case.pupil)
                )),
            ]),
            Command::New if starts_cycle(&case, stage) => start(cx, &case),
            _ => self.pages.of_mut(stage).run(cx, &case, command),
        }
    }

    fn click(&mut self, cx: &Context<'_>, at: Position) -> Effect {
        if let Some(case) = Case::in_hand(cx, &self.earlier)
            && self.area.contains(at)
        {
            self.pages.of_mut(case.page(cx)).click(at);
        }
        Effect::None
    }

    fn pupil(&self, cx: &Context<'_>) -> Option<crate::domain::PupilId> {
        cx.pupil_in_hand().map(|pupil| pupil.id)
    }
}

/// Whether something new is a new cycle: where none is open. The page Review asks, because a review can be booked as well.
fn starts_cycle(case: &Case<'_>, stage: Stage) -> bool {
    !case.is_open() && !case.is_earlier() && stage != Stage::Review
}

/// Her cycle before the one turned to; none after her first, which means her newest.
fn cycle_before(cx: &Context<'_>, case: &Case<'_>) -> Option<CycleId> {
    let here = case.cycle?.number;
    let cycles = cx.desk.caseload.cycles_of(case.pupil.id);
    let mut before = cycles.iter().filter(|cycle| cycle.number < here);
    before.next().map(|cycle| cycle.id)
}

/// Why there is no other cycle to turn to, if there is none.
fn no_other(cx: &Context<'_>, case: &Case<'_>) -> Option<Refusal> {
    let name = cx.look.called(case.pupil);
    match cx.desk.caseload.cycles.of(case.pupil.id).count() {
        0 => Some(Refusal::new(format!("{name} has no cycle yet."))),
        1 => Some(Refusal::new(format!(
            "This is the only cycle that {name} has had here: there is no earlier one."
        ))),
        _ => None,
    }
}

/// Why an earlier cycle is not written in: one that is closed is kept as it was, and what is new belongs to the newest.
fn kept(case: &Case<'_>, command: Command) -> Option<Refusal> {
    let (cycle, newest) = (case.cycle?, case.newest?);
    let newest = newest.number;
    match cycle.reviewed_on {
        Some(on) => Some(Refusal::new(format!(
            "Cycle {} was closed on {} and is kept as it was. Esc goes back to cycle {newest}.",
            cycle.number,
            date_words::day_month(on)
        ))),
        None if command == Command::New => Some(Refusal::new(format!(
            "What is new belongs to cycle {newest}. Esc goes back to it."
        ))),
        None => None,
    }
}

/// Starts the first cycle, or the next one, and turns to its Assess page.
fn start(cx: &Context<'_>, case: &Case<'_>) -> Effect {
    match cycle::start(&cx.desk, case.pupil, case.standing) {
        Ok(edit) => Effect::Many(vec![
            Effect::Save { edit, close: false },
            Effect::Turn(Some(Stage::Assess)),
        ]),
        Err(refusal) => Effect::Refuse(refusal),
    }
}

/// The page to the left or to the right; the first and the last are the ends.
fn beside(stage: Stage, by: isize) -> Stage {
    let pages = <Stage as strum::VariantArray>::VARIANTS;
    let here = pages.iter().position(|page| *page == stage).unwrap_or(0);
    let there = here.saturating_add_signed(by).min(pages.len() - 1);
    pages[there]
}

/// The commands that turn to the other pages.
fn turns(stage: Stage) -> impl Iterator<Item = Command> {
    [
        (Stage::Assess, Command::Assess),
        (Stage::Plan, Command::Plan),
        (Stage::Do, Command::Do),
        (Stage::Review, Command::Review),
    ]
    .into_iter()
    .filter(move |(page, _)| *page != stage)
    .map(|(_, command)| command)
}

fn no_neighbour(cx: &Context<'_>, by: isize) -> Refusal {
    match cx.hand.place() {
        Some(_) if cx.hand.row.len() > 1 => Refusal::new(if by > 0 {
            "This is the last of the pupils you went through. < goes back."
        } else {
            "This is the first of the pupils you go through. > goes on."
        }),
        _ => Refusal::new(
            "There is nobody to go on to: < and > go through the pupils that screen 1 showed, or that you marked there.",
        ),
    }
}

fn draw_no_cycle(cx: &Context<'_>, case: &Case<'_>, area: Rect, buf: &mut Buffer) -> Position {
    let mut paper = Paper::new(buf, cx.look, area);
    paper.skip(1);
    let at = paper.here(1);
    let words = format!(
        "{} has no cycle yet. n starts the first: assess the need, plan for it, do it, review it.",
        cx.look.full_name(case.pupil)
    );
    paper.prose(1, &words, Role::Text);
    at
}
