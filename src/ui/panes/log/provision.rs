//! [`ProvisionPage`]: what is given to whom, and the catalogue.

mod lines;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::Command;
use crate::domain::{InterventionId, PupilId, intervention, place, provision};
use crate::ui::dialogs;
use crate::ui::widgets::{Line, Listing, Paper};
use crate::ui::{Audience, Context, Effect, Role};
use lines::Row;

/// Rows at the foot that tell of what is under the cursor.
const DETAIL: u16 = 4;

/// Interventions with who leads them and what they promise, with their pupils where they are unfolded; and the catalogue.
#[derive(Debug, Default)]
pub struct ProvisionPage {
    unfolded: BTreeSet<InterventionId>,
    made_of: Option<MadeOf>,
    lines: Vec<Line<Row>>,
    rows: Vec<Row>,
    listing: Listing<Row>,
    /// What is told of a row at the foot.
    told: Option<(Row, Vec<String>)>,
}

/// What the lines are made of: while it is the same, so are they.
#[derive(Clone, Debug, PartialEq, Eq)]
struct MadeOf {
    version: u64,
    today: NaiveDate,
    pupil: Option<PupilId>,
    audience: Audience,
    unfolded: BTreeSet<InterventionId>,
    columns: u16,
}

impl ProvisionPage {
    /// Makes the lines anew, if they are made of anything else by now.
    fn make(&mut self, cx: &Context<'_>, columns: Option<u16>) {
        let before = self.made_of.as_ref().map(|made_of| made_of.columns);
        let columns = columns.or(before).unwrap_or(80);
        let made_of = MadeOf {
            version: cx.desk.caseload.version(),
            today: cx.desk.today(),
            pupil: cx.hand.pupil,
            audience: cx.look.audience.clone(),
            unfolded: self.unfolded.clone(),
            columns,
        };
        if self.made_of.as_ref() != Some(&made_of) {
            self.lines = lines::of_all(cx, &self.unfolded, usize::from(columns));
            self.rows = self.lines.iter().filter_map(|line| line.key).collect();
            self.told = None;
            self.made_of = Some(made_of);
        }
    }

    fn at(&self) -> Option<Row> {
        self.listing.at(&self.rows)
    }

    /// The pupil whose place is under the cursor.
    pub(super) fn pupil(&self, cx: &Context<'_>) -> Option<PupilId> {
        match self.at()? {
            Row::Place(id) => Some(cx.desk.caseload.places.get(id)?.pupil),
            Row::Run(_) | Row::Provision(_) => None,
        }
    }

    pub(super) fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        self.make(cx, Some(area.width));
        if self.rows.is_empty() {
            let mut paper = Paper::new(buf, cx.look, area);
            paper.prose(
                1,
                "Nothing runs yet. n begins an intervention: a provision, of a starter list if you like, for named pupils.",
                Role::Text,
            );
            return paper.place(1, 0);
        }
        let list = Rect {
            height: area.height.saturating_sub(DETAIL),
            ..area
        };
        let cursor = self.listing.draw(&self.lines, cx.look, list, buf);
        let detail = Rect {
            y: list.bottom(),
            height: area.height - list.height,
            ..area
        };
        let mut paper = Paper::new(buf, cx.look, detail);
        paper.rule();
        if let Some(row) = self.at() {
            if self.told.as_ref().is_none_or(|(of, _)| *of != row) {
                self.told = Some((row, lines::detail(cx, row)));
            }
            for words in self.told.iter().flat_map(|(_, words)| words) {
                paper.prose(1, words, Role::Text);
            }
        }
        cursor
    }

    pub(super) fn footer(&self) -> Vec<Command> {
        let fold = match self.at() {
            Some(Row::Run(id)) if self.unfolded.contains(&id) => Command::Left,
            _ => Command::Right,
        };
        vec![
            Command::Open,
            Command::New,
            fold,
            Command::Remove,
            Command::NextView,
            Command::Jot,
            Command::Help,
            Command::WhoCanSee,
            Command::Cover,
        ]
    }

    pub(super) fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        self.make(cx, None);
        if self.listing.run(&self.rows, command) {
            return Effect::None;
        }
        match command {
            Command::New => self.begin(cx),
            Command::Open => self.open(cx),
            Command::Right => self.unfold(cx),
            Command::Left => self.fold(cx),
            Command::Remove => self.remove(cx),
            Command::Back => {
                self.unfolded.clear();
                Effect::None
            }
            _ => Effect::refuse(
                "That does nothing in Provision. n begins an intervention, Enter opens one, Right lists its pupils.",
            ),
        }
    }

    /// A new intervention, of the provision under the cursor if it is in the catalogue.
    fn begin(&self, cx: &Context<'_>) -> Effect {
        let of = match self.at() {
            Some(Row::Provision(id)) => cx.desk.caseload.provisions.get(id),
            Some(Row::Run(_) | Row::Place(_)) | None => None,
        };
        dialogs::intervention::open(cx, of)
    }

    fn open(&self, cx: &Context<'_>) -> Effect {
        let caseload = cx.desk.caseload;
        match self.at() {
            Some(Row::Run(id)) => match caseload.interventions.get(id) {
                Some(run) => Effect::open(dialogs::intervention::of(cx, run)),
                None => nothing_here(),
            },
            Some(Row::Place(id)) => match caseload.places.get(id) {
                Some(place) => Effect::open(dialogs::place::of(cx, place)),
                None => nothing_here(),
            },
            Some(Row::Provision(id)) => match caseload.provisions.get(id) {
                Some(provision) => Effect::open(dialogs::provision::of(provision)),
                None => nothing_here(),
            },
            None => nothing_here(),
        }
    }

    /// Lists the pupils of the intervention under the cursor.
    fn unfold(&mut self, cx: &Context<'_>) -> Effect {
        let Some(Row::Run(id)) = self.at() else {
            return Effect::refuse("Right lists the pupils of an intervention.");
        };
        if cx.desk.caseload.places_in(id).next().is_none() {
            return Effect::refuse("It has no pupils yet. Enter opens it, where pupils join.");
        }
        self.unfolded.insert(id);
        Effect::None
    }

    fn fold(&mut self, cx: &Context<'_>) -> Effect {
        let run = match self.at() {
            Some(Row::Run(id)) => Some(id),
            Some(Row::Place(id)) => {
                let place = cx.desk.caseload.places.get(id);
                place.map(|place| place.intervention)
            }
            Some(Row::Provision(_)) | None => None,
        };
        if let Some(id) = run {
            self.unfolded.remove(&id);
            self.listing.put_on(Row::Run(id));
        }
        Effect::None
    }

    fn remove(&self, cx: &Context<'_>) -> Effect {
        let caseload = cx.desk.caseload;
        let removed = match self.at() {
            Some(Row::Run(id)) => caseload.interventions.get(id).map(|run| {
                let has_history = cx.log.has_history(id);
                has_history.map(|has| intervention::remove(&cx.desk, run, has))
            }),
            Some(Row::Place(id)) => caseload.places.get(id).map(|of| {
                let was_marked = cx.log.was_marked(of.pupil, of.intervention);
                was_marked.map(|was| place::remove(&cx.desk, of, was))
            }),
            Some(Row::Provision(id)) => caseload
                .provisions
                .get(id)
                .map(|of| Ok(provision::remove(&cx.desk, of))),
            None => None,
        };
        match removed {
            Some(Ok(edit)) => Effect::save(edit),
            Some(Err(error)) => Effect::refuse(error.to_string()),
            None => nothing_here(),
        }
    }

    pub(super) fn click(&mut self, at: Position) -> Effect {
        self.listing.click(at);
        Effect::None
    }
}

fn nothing_here() -> Effect {
    Effect::refuse("There is nothing here. n begins an intervention.")
}
