//! [`Dates`]: the dates on which rules stand, of many pupils at once.

mod column;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::grid::{Column as _, Grid};
use crate::commands::{Command, Scope};
use crate::domain::key_date::{KeyDay, write, write_of};
use crate::domain::{Draft, DraftKey, Edit, KeyDate, PupilId, Refusal, date_words, fold};
use crate::keys::Key;
use crate::ui::widgets::Paper;
use crate::ui::{Context, Effect, Role, View};

/// The dialog's name, for drafts.
pub const NAME: &str = "dates";

/// Rows below the grid: what is under the cursor, and what is to be known of it.
const BELOW: u16 = 3;

/// The dates on which rules stand, of many pupils at once: a grid in which one types as in a spreadsheet. Ctrl+S makes one edit
/// of all that was typed.
#[derive(Debug)]
pub struct Dates {
    grid: Grid<KeyDate>,
    /// The version of the caseload that the rows and the count are of.
    counted: Option<u64>,
    missing: usize,
}

/// The grid of these pupils, in this order.
pub fn of(pupils: Vec<PupilId>) -> Dates {
    Dates {
        grid: Grid::of(pupils),
        counted: None,
        missing: 0,
    }
}

/// The grid of all pupils here of whom a date is to fill in, by name; none when there is none.
pub fn to_fill_in(cx: &Context<'_>) -> Option<Dates> {
    let lacks = |pupil: &&crate::domain::Pupil| {
        cx.look.may_show(pupil.id) && KeyDate::missing_of(cx.desk.caseload, pupil) > 0
    };
    let pupils = by_name(cx, lacks);
    (!pupils.is_empty()).then(|| of(pupils))
}

/// The grid that a draft was typed in: of the pupils of whom something was typed, and of those of whom a date is to fill in.
pub fn reopen(cx: &Context<'_>) -> Dates {
    to_fill_in(cx).unwrap_or_else(|| of(by_name(cx, |pupil| cx.look.may_show(pupil.id))))
}

/// Asks, after an import, whether the dates that are to fill in are typed now; nothing when none is.
pub fn offer(cx: &Context<'_>) -> Effect {
    let caseload = cx.desk.caseload;
    let missing: usize = caseload
        .present()
        .map(|pupil| KeyDate::missing_of(caseload, pupil))
        .sum();
    let Some(dates) = to_fill_in(cx).filter(|_| missing > 0) else {
        return Effect::None;
    };
    let pupils = dates.grid.rows().len();
    Effect::open(super::Question::new(
        format!("{missing} dates of {pupils} pupils are to fill in. Type them now?"),
        "A list seldom says since when support is given, when the parent was told, and when the next review is. They are typed \
         in a grid, as in a spreadsheet. Nothing is late for want of a date: t in Pupils opens the grid at any time.",
        Effect::open(dates),
    ))
}

/// What a draft holds, in a line.
pub fn draft_words(draft: &Draft) -> String {
    match draft.fields.len() {
        1 => "1 date, not saved".to_owned(),
        many => format!("{many} dates, not saved"),
    }
}

fn by_name(cx: &Context<'_>, is_of_it: impl Fn(&&crate::domain::Pupil) -> bool) -> Vec<PupilId> {
    let mut pupils: Vec<_> = cx.desk.caseload.present().filter(is_of_it).collect();
    pupils.sort_by_cached_key(|pupil| fold(&pupil.listed()));
    pupils.into_iter().map(|pupil| pupil.id).collect()
}

impl Dates {
    /// Counts anew what is to fill in, when anything was saved since.
    fn renew(&mut self, cx: &Context<'_>) {
        let caseload = cx.desk.caseload;
        if self.counted == Some(caseload.version()) {
            return;
        }
        self.counted = Some(caseload.version());
        self.grid
            .keep_those(|pupil| caseload.pupils.get(pupil).is_some());
        let pupils = self.grid.rows().iter();
        let pupils = pupils.filter_map(|pupil| caseload.pupils.get(*pupil));
        self.missing = pupils
            .map(|pupil| KeyDate::missing_of(caseload, pupil))
            .sum();
    }

    /// What was typed, as dates.
    ///
    /// # Errors
    /// At the first that can't be read, with its cell.
    fn typed(&self) -> Result<Typed, ((PupilId, KeyDate), Refusal)> {
        let cells = self.grid.unsaved().iter();
        cells
            .map(|(cell, typed)| match column::kept(typed) {
                Some(day) => Ok((*cell, day)),
                None => Err((
                    *cell,
                    Refusal::new(format!(
                        "\"{typed}\" can't be read as a date. Type it as you would say it: 9 jan 25, last fri, +6w."
                    )),
                )),
            })
            .collect()
    }

    fn edit(&self, cx: &Context<'_>) -> Result<Edit, ((PupilId, KeyDate), Refusal)> {
        let typed = self.typed()?;
        write(&cx.desk, &typed).map_err(|refused| ((refused.pupil, refused.date), refused.refusal))
    }

    fn key() -> DraftKey {
        DraftKey {
            dialog: NAME.to_owned(),
            about: String::new(),
        }
    }

    /// What is under the cursor, in full; and why it can't be so, or what becomes of it.
    fn draw_here(&self, cx: &Context<'_>, paper: &mut Paper<'_>) {
        let Some((id, date)) = self.grid.here() else {
            return;
        };
        let Some(pupil) = cx.desk.caseload.pupils.get(id) else {
            return;
        };
        let today = cx.desk.today();
        let stands = date.of(cx.desk.caseload, pupil);
        let typing = self.grid.typing();
        let typing = typing.map(|typed| date.settled(cx, id, typed.trim()));
        let typed = match &typing {
            Some(settled) => settled.as_deref(),
            None => self.grid.typed((id, date)),
        };
        let words = match (typed.map(column::kept), stands) {
            (Some(Some(Some(day))), _) => {
                format!("{}, not saved", date_words::echo(day, today))
            }
            (Some(Some(None)), _) => "emptied, not saved".to_owned(),
            (Some(None), _) => "can't be read as a date".to_owned(),
            (None, KeyDay::On(day)) => date_words::echo(day, today),
            (None, KeyDay::Missing) => "to fill in".to_owned(),
            (None, KeyDay::Open) => "not known, and nothing waits for it".to_owned(),
            (None, KeyDay::NotHers) => "does not apply".to_owned(),
        };
        let name = cx.look.full_name(pupil);
        paper.line(&format!(" {name}, {}: {words}", date.label()), Role::Text);
        if stands == KeyDay::NotHers {
            return paper.line(&format!(" It is {}.", date.whose()), Role::Muted);
        }
        match typed.and_then(|typed| doubt(cx, id, date, typed)) {
            Some(doubt) => paper.line(&format!(" ~ {doubt}"), Role::Due),
            None => paper.skip(1),
        }
    }

    fn draw_keys(&self, paper: &mut Paper<'_>) {
        let words = match self.grid.unsaved().len() {
            0 => " - does not apply   type a date as you say it: 9 jan 25, last fri   = fills down",
            _ => " * not saved: Ctrl+S saves all at once   - does not apply   = fills down",
        };
        paper.line(words, Role::Muted);
    }
}

/// Dates by pupil and kind; none for one taken away.
type Typed = BTreeMap<(PupilId, KeyDate), Option<NaiveDate>>;

/// Why what is typed of a date will be refused, or what may be wrong with it.
fn doubt(cx: &Context<'_>, pupil: PupilId, date: KeyDate, typed: &str) -> Option<String> {
    let day = column::kept(typed)?;
    let one = BTreeMap::from([(date, day)]);
    if let Err(refused) = write_of(&cx.desk, pupil, &one) {
        return Some(refused.refusal.words);
    }
    let day = day.filter(|_| date == KeyDate::NextReview)?;
    if day < cx.desk.today() {
        return Some("that day is gone by".to_owned());
    }
    let why = cx.desk.calendar.why_closed(day)?;
    Some(format!("the school is closed that day: {why}"))
}

impl View for Dates {
    fn scopes(&self) -> &'static [Scope] {
        self.grid.scopes()
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        let missing = match self.missing {
            0 => String::new(),
            missing => format!(", {missing} to fill in"),
        };
        let unsaved = match self.grid.unsaved().len() {
            0 => String::new(),
            unsaved => format!(", {unsaved} typed and not saved"),
        };
        let count = self.grid.rows().len();
        let pupils = if count == 1 { "pupil" } else { "pupils" };
        format!("Dates of {count} {pupils}{missing}{unsaved}")
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        self.renew(cx);
        if self.grid.rows().is_empty() {
            let mut paper = Paper::new(buf, cx.look, area);
            paper.line(" There is nobody here. Esc goes back.", Role::Text);
            return paper.place(1, 0);
        }
        let (above, below) = Grid::<KeyDate>::divided(area, BELOW);
        let mut paper = Paper::new(buf, cx.look, below);
        self.draw_here(cx, &mut paper);
        self.draw_keys(&mut paper);
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
                Effect::refuse("Nothing is typed yet. Type a date in a cell, as you would say it.")
            }
            Command::Save => {
                let edit = self.edit(cx);
                self.grid.save(edit, false)
            }
            Command::ThrowAway => Effect::ThrowAway(Self::key()),
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
        Some(Self::key())
    }

    fn draft(&self) -> Option<Draft> {
        self.grid.draft(Self::key())
    }

    fn saved(&mut self, _cx: &Context<'_>) {
        self.grid.saved();
    }

    fn restore(&mut self, draft: &Draft) {
        self.grid.restore(draft);
    }
}
