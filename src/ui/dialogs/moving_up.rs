//! The roll-over of the school year: what would become of each pupil, before it is written.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::domain::date_words;
use crate::domain::several::{MovingUp, Step};
use crate::ui::widgets::{Line, Listing, Paper};
use crate::ui::{Context, Effect, Role, View};

/// Rows above the list.
const ABOVE: u16 = 3;
/// Where the columns begin.
const NOW: usize = 31;
const THEN: usize = 49;

/// What the new school year does to each pupil. Ctrl+S writes it, as one change.
#[derive(Debug)]
pub struct MovingUpView {
    moving: MovingUp,
    listing: Listing<usize>,
}

impl MovingUpView {
    /// The preview.
    pub fn new(moving: MovingUp) -> Self {
        Self {
            moving,
            listing: Listing::default(),
        }
    }

    fn heading(&self) -> String {
        let count = |is: fn(&Step) -> bool| {
            let steps = self.moving.steps.iter();
            steps.filter(|(_, step)| is(step)).count()
        };
        let up = count(|step| matches!(step, Step::Up { .. }));
        let leave = count(|step| matches!(step, Step::Leaves));
        let stay = count(|step| matches!(step, Step::Stays));
        let last = date_words::with_year(self.moving.last_day);
        format!(" {up} move up, {leave} leave (last day {last}), {stay} stay as they are")
    }

    /// Whether it looks as if the year was rolled over before.
    fn doubt(&self) -> Option<String> {
        let all = self.moving.steps.len();
        (self.moving.already * 2 > all).then(|| {
            format!(
                " ~ {} of {all} are in the year of their age already: was it done before?",
                self.moving.already
            )
        })
    }

    fn lines(&self, cx: &Context<'_>) -> Vec<Line<usize>> {
        let pupils = self.moving.steps.iter().enumerate();
        pupils
            .filter_map(|(at, (id, step))| {
                let pupil = cx.desk.caseload.pupils.get(*id)?;
                let label = |year: Option<crate::domain::NcYear>| {
                    year.map_or_else(|| "year not known".to_owned(), |year| year.label())
                };
                let now = format!("{} {}", label(pupil.year), pupil.class);
                let (then, role) = match step {
                    Step::Up { year, class } => {
                        (format!("-> {} {class}", year.label()), Role::Text)
                    }
                    Step::Leaves => ("-> leaves the school".to_owned(), Role::Due),
                    Step::Stays => ("stays as it is".to_owned(), Role::Muted),
                };
                let line = Line::of(at)
                    .put(3, NOW - 4, cx.look.name(pupil), Role::Text)
                    .put(NOW, THEN - NOW - 1, now, Role::Text)
                    .put(THEN, usize::MAX, then, role);
                Some(line)
            })
            .collect()
    }
}

impl View for MovingUpView {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Preview]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "The new school year".to_owned()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        paper.line(&self.heading(), Role::Heading);
        match self.doubt() {
            Some(doubt) => paper.line(&doubt, Role::Overdue),
            None => paper.line(
                " A class that does not begin with the year keeps its name; c changes it for marked pupils.",
                Role::Muted,
            ),
        }
        let below = Rect {
            y: area.y + ABOVE,
            height: area.height.saturating_sub(ABOVE),
            ..area
        };
        let lines = self.lines(cx);
        self.listing.draw(&lines, cx.look, below, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![Command::Save, Command::Back, Command::Help, Command::Cover]
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        let rows: Vec<usize> = (0..self.moving.steps.len()).collect();
        if self.listing.run(&rows, command) {
            return Effect::None;
        }
        match command {
            Command::Save => Effect::save_and_close(self.moving.edit(&cx.desk)),
            Command::Back => Effect::Close,
            _ => Effect::None,
        }
    }
}
