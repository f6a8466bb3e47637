//! The roll-over of the school year: what would become of each pupil, before it is written.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::domain::several::{MovingUp, Step};
use crate::domain::{NcYear, date_words};
use crate::ui::widgets::{Cursor, Paper};
use crate::ui::{Context, Effect, Role, View};

/// Where the columns begin.
const NAME: usize = 3;
const NOW: usize = 31;
const THEN: usize = 49;

/// What the new school year does to each pupil. Ctrl+S writes it, as one change.
#[derive(Debug)]
pub struct MovingUpView {
    moving: MovingUp,
    rows: Vec<usize>,
    cursor: Cursor<usize>,
    /// Where the first row was drawn, and which it was.
    drawn: (Rect, usize),
}

impl MovingUpView {
    /// The preview.
    pub fn new(moving: MovingUp) -> Self {
        Self {
            rows: (0..moving.steps.len()).collect(),
            moving,
            cursor: Cursor::default(),
            drawn: (Rect::ZERO, 0),
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

    /// What becomes of the pupil at a place of the list.
    fn draw_step(&self, cx: &Context<'_>, at: usize, paper: &mut Paper<'_>) {
        let Some((id, step)) = self.moving.steps.get(at) else {
            return;
        };
        let Some(pupil) = cx.desk.caseload.pupils.get(*id) else {
            return;
        };
        let year = pupil.year.map(NcYear::label);
        let year = year.unwrap_or_else(|| "year not known".to_owned());
        let (then, role) = match step {
            Step::Up { year, class } => (format!("-> {} {class}", year.label()), Role::Text),
            Step::Leaves => ("-> leaves the school".to_owned(), Role::Due),
            Step::Stays => ("stays as it is".to_owned(), Role::Muted),
        };
        let now = format!("{year} {}", pupil.class);
        paper.put(NAME, NOW - NAME - 1, &cx.look.name(pupil), Role::Text);
        paper.put(NOW, THEN - NOW - 1, &now, Role::Text);
        paper.put(THEN, paper.width(), &then, role);
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
                " A class that does not begin with its year keeps its name: c changes that.",
                Role::Muted,
            ),
        }
        paper.skip(1);
        let visible = self.cursor.visible(&self.rows, paper.left());
        self.drawn = (paper.rest(), visible.start);
        let at = self.cursor.row(&self.rows);
        let mut cursor = paper.here(1);
        for number in visible {
            let here = paper.row();
            self.draw_step(cx, number, &mut paper);
            if Some(number) == at {
                paper.put(1, 1, ">", Role::Focus);
                paper.select_row(here);
                cursor = paper.place(1, here);
            }
            paper.skip(1);
        }
        cursor
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![Command::Save, Command::Back, Command::Help, Command::Cover]
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        if self.cursor.run(&self.rows, command) {
            return Effect::None;
        }
        match command {
            Command::Save => Effect::save_and_close(self.moving.edit(&cx.desk)),
            Command::Back => Effect::Close,
            _ => Effect::None,
        }
    }

    fn click(&mut self, _cx: &Context<'_>, at: Position) -> Effect {
        let (area, from) = self.drawn;
        let row = from + usize::from(at.y.saturating_sub(area.y));
        if area.contains(at) && row < self.rows.len() {
            self.cursor.put_on(row);
        }
        Effect::None
    }
}
