//! The page Review: did it work? Reviews booked and held, what was agreed there, and what is awaited.

mod lines;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::page::Page;
use super::{Case, start};
use crate::commands::Command;
use crate::domain::{
    Action, ActionId, Edit, Referral, ReferralId, Refusal, Review, ReviewId, action, review,
};
use crate::ui::dialogs::{self, Choose};
use crate::ui::widgets::Listing;
use crate::ui::{Context, Effect};

/// A thing on the page that the cursor can be on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    /// A review, booked or held.
    Review(ReviewId),
    /// An action.
    Action(ActionId),
    /// Something awaited.
    Referral(ReferralId),
}

/// The page Review (CoP 6.53 to 6.56).
#[derive(Debug, Default)]
pub(super) struct ReviewPage {
    listing: Listing<Row>,
}

/// What the page shows, in its order.
struct Shown<'a> {
    /// The next first.
    booked: Vec<&'a Review>,
    /// The newest first.
    held: Vec<&'a Review>,
    /// Open ones by their day, then the done, the newest first.
    actions: Vec<&'a Action>,
    /// What is awaited, by its day; then what came last.
    referrals: Vec<&'a Referral>,
}

/// More of what is done is not shown: the timeline has it all.
const DONE: usize = 6;

impl<'a> Shown<'a> {
    fn of(cx: &Context<'a>, case: &Case<'_>) -> Self {
        let caseload = cx.desk.caseload;
        let pupil = case.pupil.id;
        let (mut held, mut booked): (Vec<&Review>, Vec<&Review>) = caseload
            .reviews
            .of(pupil)
            .filter(|review| case.shows(review))
            .partition(|review| review.held_on.is_some());
        booked.sort_by_key(|review| (review.on, review.at, review.id));
        held.sort_by_key(|review| std::cmp::Reverse((review.held_on, review.id)));
        // What the SENCO set for herself is for staff only.
        let staff = cx.look.audience.sees_staff_only();
        let actions = caseload.actions.of(pupil);
        let (mut open, mut done): (Vec<&Action>, Vec<&Action>) = actions
            .filter(|action| staff || action.review.is_some())
            .filter(|action| {
                !case.is_earlier() || held.iter().any(|at| action.review == Some(at.id))
            })
            .partition(|action| action.is_open());
        open.sort_by_key(|action| (action.by.is_none(), action.by, action.id));
        done.sort_by_key(|action| std::cmp::Reverse((action.done_on, action.id)));
        done.truncate(DONE);
        let referrals = caseload.referrals.of(pupil);
        let (mut awaited, mut came): (Vec<&Referral>, Vec<&Referral>) = referrals
            .filter(|_| !case.is_earlier())
            .partition(|referral| referral.is_awaited());
        awaited.sort_by_key(|referral| (referral.due_on.is_none(), referral.due_on, referral.id));
        came.sort_by_key(|referral| std::cmp::Reverse((referral.received_on, referral.id)));
        came.truncate(DONE);
        Self {
            booked,
            held,
            actions: open.into_iter().chain(done).collect(),
            referrals: awaited.into_iter().chain(came).collect(),
        }
    }

    fn rows(&self) -> Vec<Row> {
        let reviews = self.booked.iter().chain(&self.held);
        let actions = self.actions.iter().map(|action| Row::Action(action.id));
        let referrals = self.referrals.iter();
        reviews
            .map(|review| Row::Review(review.id))
            .chain(actions)
            .chain(referrals.map(|referral| Row::Referral(referral.id)))
            .collect()
    }
}

impl ReviewPage {
    fn at(&self, cx: &Context<'_>, case: &Case<'_>) -> Option<Row> {
        self.listing.at(&Shown::of(cx, case).rows())
    }
}

/// Books a review; where one is booked, writes down how it went; with no cycle open, asks whether to start one.
fn next_step(cx: &Context<'_>, case: &Case<'_>) -> Effect {
    let shown = Shown::of(cx, case);
    if let Some(booked) = shown.booked.first() {
        return Effect::open(dialogs::review::of(cx, booked));
    }
    let book = Effect::open(dialogs::review_booking::new(cx, case.pupil.id));
    if case.is_open() {
        return book;
    }
    let number = case.cycle.map_or(1, |cycle| cycle.number.saturating_add(1));
    Effect::open(Choose::new(
        format!("New for {}", cx.look.called(case.pupil)),
        [
            ('c', format!("cycle {number}: start it"), start(cx, case)),
            ('b', "booking of a review".to_owned(), book),
        ],
    ))
}

/// The edit that says that it is done.
fn done(cx: &Context<'_>, row: Row) -> Option<Result<Edit, Refusal>> {
    let caseload = cx.desk.caseload;
    match row {
        Row::Action(id) => Some(action::done(&cx.desk, caseload.actions.get(id)?)),
        Row::Review(id) => {
            let review = caseload.reviews.get(id)?;
            match review.held_on {
                _ if !review.is_of_plan() => None,
                None => Some(review::papers_out(&cx.desk, review)),
                Some(_) => Some(review::report_sent(&cx.desk, review)),
            }
        }
        Row::Referral(_) => None,
    }
}

impl Page for ReviewPage {
    fn draw(
        &mut self,
        cx: &Context<'_>,
        case: &Case<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) -> Position {
        let shown = Shown::of(cx, case);
        let at = self.listing.at(&shown.rows());
        let lines = lines::all(cx, case, &shown, at, usize::from(area.width));
        self.listing.draw(&lines, cx.look, area, buf)
    }

    fn footer(&self, cx: &Context<'_>, case: &Case<'_>) -> Vec<Command> {
        match self.at(cx, case) {
            Some(_) => vec![Command::Open, Command::New, Command::Done, Command::Remove],
            None => vec![Command::New],
        }
    }

    fn refusal(&self, cx: &Context<'_>, case: &Case<'_>, command: Command) -> Option<Refusal> {
        let at = self.at(cx, case);
        let words = match (command, at) {
            (Command::Open | Command::Done | Command::Remove, None) => {
                "There is nothing here yet: n books a review."
            }
            (Command::Waive, _) => "There is nothing to waive on this page.",
            (Command::Remove, Some(Row::Action(_) | Row::Referral(_))) => {
                "What was agreed is not removed: Enter opens it, and there you can say why it is dropped."
            }
            (Command::Remove, Some(Row::Review(id))) => {
                let review = cx.desk.caseload.reviews.get(id)?;
                return review::cancel(&cx.desk, review).err();
            }
            (Command::Done, Some(Row::Referral(id))) => {
                let referral = cx.desk.caseload.referrals.get(id)?;
                return (!referral.is_awaited())
                    .then(|| Refusal::new("It is no longer awaited. Enter opens it."));
            }
            (Command::Done, Some(row)) => match done(cx, row) {
                Some(edit) => return edit.err(),
                None => {
                    "A review is done when it is written down: n, or Enter once its day has come."
                }
            },
            _ => return None,
        };
        Some(Refusal::new(words))
    }

    fn run(&mut self, cx: &Context<'_>, case: &Case<'_>, command: Command) -> Effect {
        let rows = Shown::of(cx, case).rows();
        if self.listing.run(&rows, command) {
            return Effect::None;
        }
        let caseload = cx.desk.caseload;
        let pupil = case.pupil.id;
        let none = || Effect::None;
        match (command, self.listing.at(&rows)) {
            (Command::New, Some(Row::Action(_))) => Effect::open(dialogs::action::new(cx, pupil)),
            (Command::New, Some(Row::Referral(_))) => {
                Effect::open(dialogs::referral::new(cx, pupil))
            }
            (Command::New, Some(Row::Review(_)) | None) => next_step(cx, case),
            (Command::Open, Some(Row::Review(id))) => caseload
                .reviews
                .get(id)
                .map_or_else(none, |review| dialogs::review::open(cx, review)),
            (Command::Open, Some(Row::Action(id))) => caseload
                .actions
                .get(id)
                .map_or_else(none, |action| Effect::open(dialogs::action::of(cx, action))),
            (Command::Open, Some(Row::Referral(id))) => {
                caseload.referrals.get(id).map_or_else(none, |referral| {
                    Effect::open(dialogs::referral::of(cx, referral))
                })
            }
            (Command::Done, Some(Row::Referral(id))) => caseload
                .referrals
                .get(id)
                .map_or_else(none, |referral| dialogs::referral::ask_done(cx, referral)),
            (Command::Done, Some(row)) => done(cx, row).map_or_else(none, Effect::save),
            (Command::Remove, Some(Row::Review(id))) => {
                caseload.reviews.get(id).map_or_else(none, |review| {
                    Effect::save(review::cancel(&cx.desk, review))
                })
            }
            _ => Effect::None,
        }
    }

    fn click(&mut self, at: Position) {
        self.listing.click(at);
    }
}
