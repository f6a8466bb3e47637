//! [`Plan`]: the editor of one pupil's cycle, in four pages.

mod assess;
mod case;
mod detail;
mod do_page;
mod heading;
mod page;
mod plan_page;
mod review;
mod support;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::domain::{Code, Refusal, Stage, cycle};
use crate::ui::widgets::Paper;
use crate::ui::{Context, Effect, Role, View};

use case::Case;
use page::Page;

/// The screen Plan: the four pages of the cycle of the pupil in hand.
#[derive(Debug, Default)]
pub struct Plan {
    assess: assess::AssessPage,
    plan: plan_page::PlanPage,
    doing: do_page::DoPage,
    review: review::ReviewPage,
    /// Where the page was drawn.
    area: Rect,
}

impl Plan {
    fn page(&self, stage: Stage) -> &dyn Page {
        match stage {
            Stage::Assess => &self.assess,
            Stage::Plan => &self.plan,
            Stage::Do => &self.doing,
            Stage::Review => &self.review,
        }
    }

    fn page_mut(&mut self, stage: Stage) -> &mut dyn Page {
        match stage {
            Stage::Assess => &mut self.assess,
            Stage::Plan => &mut self.plan,
            Stage::Do => &mut self.doing,
            Stage::Review => &mut self.review,
        }
    }
}

/// What to do when there is nobody to plan for.
const NOBODY: &str = "No pupil is in hand. Press 1 for the register, choose with the arrows, and press p: here are \
                      Assess, Plan, Do and Review of one pupil at a time.";

impl View for Plan {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List, Scope::Pupil]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        match Case::in_hand(cx) {
            Some(case) => {
                let page = case.page(cx).label();
                format!("{page}: {}", cx.look.full_name(case.pupil))
            }
            None => "Plan: no pupil in hand".to_owned(),
        }
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let Some(case) = Case::in_hand(cx) else {
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
        self.page_mut(stage).draw(cx, &case, area, buf)
    }

    fn footer(&self, cx: &Context<'_>) -> Vec<Command> {
        let Some(case) = Case::in_hand(cx) else {
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
        let mut footer = self.page(stage).footer(cx, &case);
        if starts_cycle(&case, stage) {
            footer.retain(|command| *command != Command::New);
            footer.insert(0, Command::New);
        }
        footer.extend(turns(stage));
        if cx.hand.beside(1).is_some() {
            footer.push(Command::Next);
        }
        footer.extend([Command::Brief, Command::Log, Command::Jot, Command::Help]);
        footer
    }

    fn refusal(&self, cx: &Context<'_>, command: Command) -> Option<Refusal> {
        let Some(case) = Case::in_hand(cx) else {
            let is_of_a_pupil = matches!(
                command,
                Command::Open
                    | Command::New
                    | Command::Remove
                    | Command::Done
                    | Command::Waive
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
            Command::New if starts_cycle(&case, case.page(cx)) => None,
            Command::Open | Command::New | Command::Remove | Command::Done | Command::Waive => {
                let stage = case.page(cx);
                if case.cycle.is_none() && stage != Stage::Review {
                    return Some(Refusal::new(format!(
                        "{} has no cycle yet: n starts one.",
                        cx.look.called(case.pupil)
                    )));
                }
                self.page(stage).refusal(cx, &case, command)
            }
            _ => None,
        }
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        let Some(case) = Case::in_hand(cx) else {
            return Effect::None;
        };
        let stage = case.page(cx);
        match command {
            Command::Left => Effect::Turn(Some(beside(stage, -1))),
            Command::Right => Effect::Turn(Some(beside(stage, 1))),
            Command::Previous => Effect::TakeInHand(cx.hand.beside(-1)),
            Command::Next => Effect::TakeInHand(cx.hand.beside(1)),
            Command::Back => Effect::TakeInHand(None),
            Command::New if starts_cycle(&case, stage) => start(cx, &case),
            _ => self.page_mut(stage).run(cx, &case, command),
        }
    }

    fn click(&mut self, cx: &Context<'_>, at: Position) -> Effect {
        if let Some(case) = Case::in_hand(cx)
            && self.area.contains(at)
        {
            self.page_mut(case.page(cx)).click(at);
        }
        Effect::None
    }

    fn pupil(&self, cx: &Context<'_>) -> Option<crate::domain::PupilId> {
        cx.pupil_in_hand().map(|pupil| pupil.id)
    }
}

/// Whether something new is a new cycle: where none is open. The page Review asks, because a review can be booked as well.
fn starts_cycle(case: &Case<'_>, stage: Stage) -> bool {
    !case.is_open() && stage != Stage::Review
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
