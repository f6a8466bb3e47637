//! The page Review: the reviews of this cycle and those of an EHC plan, held and booked.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Case;
use super::page::Page;
use crate::commands::Command;
use crate::domain::{Code, Refusal, Review, ReviewId, date_words};
use crate::ui::widgets::{Line, Listing};
use crate::ui::{Context, Effect, Role};

/// The page Review: did it work?
#[derive(Debug, Default)]
pub(super) struct ReviewPage {
    listing: Listing<ReviewId>,
}

impl ReviewPage {
    /// The reviews, the newest first.
    fn reviews<'a>(cx: &Context<'a>, case: &Case<'_>) -> Vec<&'a Review> {
        let mut reviews: Vec<_> = cx.desk.caseload.reviews.of(case.pupil.id).collect();
        reviews.sort_by_key(|review| std::cmp::Reverse((review.on, review.id)));
        reviews
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
        let mut lines = vec![Line::heading("REVIEWS")];
        for review in Self::reviews(cx, case) {
            let day = date_words::short(review.on, cx.desk.today());
            let (state, role) = match (review.held_on, review.decision) {
                (Some(_), Some(decision)) => (format!("held: {}", decision.label()), Role::Done),
                (Some(_), None) => ("held, no decision yet".to_owned(), Role::Due),
                (None, _) => ("booked".to_owned(), Role::Due),
            };
            let line = Line::of(review.id)
                .put(3, 15, day, Role::Text)
                .put(19, 16, review.kind.label(), Role::Text)
                .put(36, usize::MAX, state, role);
            lines.push(line);
        }
        if lines.len() == 1 {
            let words = "None is booked yet.";
            lines.push(Line::plain().put(3, usize::MAX, words, Role::Muted));
        }
        self.listing.draw(&lines, cx.look, area, buf)
    }

    fn footer(&self, _cx: &Context<'_>, _case: &Case<'_>) -> Vec<Command> {
        Vec::new()
    }

    fn refusal(&self, _cx: &Context<'_>, _case: &Case<'_>, _command: Command) -> Option<Refusal> {
        None
    }

    fn run(&mut self, cx: &Context<'_>, case: &Case<'_>, command: Command) -> Effect {
        let rows: Vec<_> = Self::reviews(cx, case)
            .iter()
            .map(|review| review.id)
            .collect();
        self.listing.run(&rows, command);
        Effect::None
    }

    fn click(&mut self, at: Position) {
        self.listing.click(at);
    }
}
