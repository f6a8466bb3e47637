//! [`ReviewRun`]: the reviews of several pupils, written down in a grid.

mod column;

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use strum::VariantArray as _;

use crate::commands::{Command, Scope};
use crate::domain::review::{self, Run};
use crate::domain::{Code as _, Decision, Draft, DraftKey, Edit, PupilId, Refusal, date_words};
use crate::keys::Key;
use crate::ui::dialogs::grid::{Column as _, Grid};
use crate::ui::widgets::Paper;
use crate::ui::{Context, Effect, Role, View};
use column::Part;

/// The dialog's name, for drafts.
pub const NAME: &str = "review_run";

/// Rows below the grid.
const BELOW: u16 = 4;

/// The reviews of several pupils: decision, day and reason of each, typed as in a spreadsheet. Ctrl+S writes them down as one
/// change.
#[derive(Debug)]
pub struct ReviewRun {
    grid: Grid<Part>,
    key: DraftKey,
}

/// The grid.
pub fn of(pupils: Vec<PupilId>) -> ReviewRun {
    ReviewRun {
        key: super::about(NAME, &pupils),
        grid: Grid::of(pupils),
    }
}

/// The grid that a draft was typed in; none when the pupils are gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<ReviewRun> {
    Some(of(super::pupils_of(cx, about)?))
}

impl ReviewRun {
    /// What is typed, by pupil.
    ///
    /// # Errors
    /// At the first cell that can't be read.
    fn typed(&self) -> Result<BTreeMap<PupilId, Run>, ((PupilId, Part), Refusal)> {
        let mut runs: BTreeMap<PupilId, Run> = BTreeMap::new();
        for ((pupil, part), typed) in self.grid.unsaved() {
            let run = runs.entry(*pupil).or_default();
            let refused = |words: String| ((*pupil, *part), Refusal::new(words));
            match part {
                Part::Reason => run.reason.clone_from(typed),
                Part::On => {
                    let on = typed.parse();
                    run.on = Some(on.map_err(|_| {
                        refused(format!(
                            "\"{typed}\" can't be read as a date. Type it as you would say it: fri, 3 dec."
                        ))
                    })?);
                }
                Part::Decision => {
                    let decision = typed.parse();
                    run.decision = Some(decision.map_err(|_| {
                        refused(format!(
                            "\"{typed}\" is none of the decisions: {}. The first letters are enough.",
                            decisions()
                        ))
                    })?);
                }
            }
        }
        Ok(runs)
    }

    fn edit(&self, cx: &Context<'_>) -> Result<Edit, ((PupilId, Part), Refusal)> {
        let runs = self.typed()?;
        review::run(&cx.desk, &runs, cx.standings)
            .map_err(|refused| ((refused.pupil, Part::On), refused.refusal))
    }

    /// What is known of the review of the pupil under the cursor.
    fn draw_here(&self, cx: &Context<'_>, paper: &mut Paper<'_>) {
        let Some((id, part)) = self.grid.here() else {
            return;
        };
        let Some(pupil) = cx.desk.caseload.pupils.get(id) else {
            return;
        };
        let booked = review::waiting(cx.desk.caseload, id);
        let booked = booked.map_or_else(
            || "no review booked: one is made".to_owned(),
            |review| {
                format!(
                    "booked for {}",
                    date_words::echo(review.on, cx.desk.today())
                )
            },
        );
        let name = cx.look.full_name(pupil);
        paper.line(&format!(" {name}: {booked}"), Role::Text);
        let typing = self.grid.typing();
        let settled = typing.and_then(|typed| part.settled(cx, id, typed.trim()));
        let (read, _) = part.shown(cx, id, settled.as_deref(), usize::MAX);
        let read = settled.filter(|_| part != Part::Reason).map(|_| read);
        match read {
            Some(read) => paper.line(&format!(" = {read}"), Role::Due),
            None => paper.skip(1),
        }
    }
}

/// "carry on, change, step up ...".
fn decisions() -> String {
    let all = Decision::VARIANTS.iter();
    let labels: Vec<&str> = all.map(|decision| decision.label()).collect();
    labels.join(", ")
}

impl View for ReviewRun {
    fn scopes(&self) -> &'static [Scope] {
        self.grid.scopes()
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        let count = self.grid.rows().len();
        let reviews = if count == 1 { "review" } else { "reviews" };
        match self.grid.unsaved().len() {
            0 => format!("{count} {reviews}: what was decided"),
            _ => format!("{count} {reviews}: what was decided, not saved"),
        }
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let caseload = cx.desk.caseload;
        self.grid
            .keep_those(|pupil| caseload.pupils.get(pupil).is_some());
        let (above, below) = Grid::<Part>::divided(area, BELOW);
        let mut paper = Paper::new(buf, cx.look, below);
        self.draw_here(cx, &mut paper);
        paper.line(&format!(" {}", decisions()), Role::Muted);
        paper.line(
            " The first letters are enough. No day means today. A row left empty is not written.",
            Role::Muted,
        );
        self.grid.draw(cx, above, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        self.grid.footer()
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        if let Some(effect) = self.grid.run(cx, command) {
            return effect;
        }
        match command {
            Command::Save if self.grid.unsaved().is_empty() => {
                Effect::refuse("Nothing is typed yet. Type a decision, or = fills one down.")
            }
            Command::Save => {
                let edit = self.edit(cx);
                self.grid.save(edit, true)
            }
            Command::ThrowAway => Effect::ThrowAway(self.key.clone()),
            Command::Back => Effect::Close,
            _ => Effect::None,
        }
    }

    fn type_key(&mut self, cx: &Context<'_>, key: Key) -> Option<Effect> {
        self.grid.type_key(cx, key)
    }

    fn paste(&mut self, cx: &Context<'_>, text: &str) -> Option<Effect> {
        Some(self.grid.paste(cx, text))
    }

    fn click(&mut self, cx: &Context<'_>, at: Position) -> Effect {
        self.grid.click(cx, at);
        Effect::None
    }

    fn pupil(&self, _cx: &Context<'_>) -> Option<PupilId> {
        self.grid.here().map(|(pupil, _)| pupil)
    }

    fn draft_key(&self) -> Option<DraftKey> {
        Some(self.key.clone())
    }

    fn draft(&self) -> Option<Draft> {
        self.grid.draft(self.key.clone())
    }

    fn saved(&mut self, _cx: &Context<'_>) {
        self.grid.saved();
    }

    fn restore(&mut self, draft: &Draft) {
        self.grid.restore(draft);
    }
}
