//! [`Register`]: the sessions of a week, of the groups that one adult leads.

mod draw;
mod figures;
mod grid;
mod group_week;
mod mark;
mod marked;
mod marks;
mod record;
mod slot_key;
mod typing;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::domain::session::Happened;
use crate::domain::week;
use crate::domain::{Draft, DraftKey, InterventionId, Keeping, PersonId, Refusal, date_words};
use crate::keys::Key;
use crate::ui::widgets::{Paper, TextBox};
use crate::ui::{Answer, Context, Effect, Role, View};
use grid::Grid;
use group_week::GroupWeek;
use marked::Marked;
use marks::Marks;
pub use record::draft_words;
use slot_key::SlotKey;

/// The dialog's name, for drafts.
pub const NAME: &str = "register";

/// The sessions of a week, of the groups that one adult leads: a grid of pupils and sessions, in which letters are marks.
/// Ctrl+S makes one edit of all that was marked.
#[derive(Debug)]
pub struct Register {
    led_by: Option<PersonId>,
    monday: NaiveDate,
    /// The group shown.
    group: InterventionId,
    /// As loaded at this version of the caseload.
    groups: Vec<GroupWeek>,
    loaded: Option<u64>,
    trouble: Option<String>,
    marks: Marks,
    /// Who told, where that is not the usual.
    told_by: Option<String>,
    grid: Grid,
    focus: Focus,
    /// The session of which is asked why it did not run.
    asked: Option<SlotKey>,
}

/// What hears the keys.
#[derive(Debug)]
enum Focus {
    Grid,
    Note(TextBox),
    ToldBy(TextBox),
}

/// Opens the register of a group's week, with the other groups of who leads it.
pub fn open(cx: &Context<'_>, group: InterventionId, monday: NaiveDate) -> Effect {
    match form(cx, group, monday) {
        Ok(register) => Effect::open(register),
        Err(refusal) => Effect::Refuse(refusal),
    }
}

/// The register of a group's week.
///
/// # Errors
/// When the group has no register, did not run that week, or may not be shown.
pub fn form(
    cx: &Context<'_>,
    group: InterventionId,
    monday: NaiveDate,
) -> Result<Register, Refusal> {
    let Some(intervention) = cx.desk.caseload.interventions.get(group) else {
        return Err(Refusal::new(super::GONE));
    };
    let name = cx.group_name(intervention);
    if intervention.keeping == Keeping::Standing {
        return Err(Refusal::new(format!(
            "{name} is standing support: it is costed and has no register."
        )));
    }
    let mut register = Register::new(intervention.led_by, group, monday);
    register.load(cx);
    if !register
        .groups
        .iter()
        .any(|week| week.intervention.id == group)
    {
        let week = date_words::short(monday, cx.desk.today());
        return Err(Refusal::new(format!(
            "{name} can't be shown in the week of {week}: it did not run then, or F8 keeps some of its pupils off the screen."
        )));
    }
    register.begin(cx);
    Ok(register)
}

/// The register that a draft was typed in; none when none of its groups is there.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<Register> {
    let (led_by, monday) = about.split_once('/')?;
    let monday = monday.parse().ok()?;
    let mut register = Register::new(led_by.parse().ok(), InterventionId::new(0), monday);
    register.load(cx);
    register.group = register.groups.first()?.intervention.id;
    register.begin(cx);
    Some(register)
}

impl Register {
    fn new(led_by: Option<PersonId>, group: InterventionId, monday: NaiveDate) -> Self {
        Self {
            led_by,
            monday,
            group,
            groups: Vec::new(),
            loaded: None,
            trouble: None,
            marks: Marks::default(),
            told_by: None,
            grid: Grid::default(),
            focus: Focus::Grid,
            asked: None,
        }
    }

    /// Loads the week anew when anything was saved since.
    fn load(&mut self, cx: &Context<'_>) {
        let version = cx.desk.caseload.version();
        if self.loaded == Some(version) {
            return;
        }
        match GroupWeek::of_all(cx, self.led_by, self.monday) {
            Ok(groups) => {
                self.groups = groups;
                self.loaded = Some(version);
                self.trouble = None;
            }
            Err(error) => self.trouble = Some(error.to_string()),
        }
    }

    /// Puts the cursor where the group's week begins, in the row of the pupil in hand if she is in it.
    fn begin(&mut self, cx: &Context<'_>) {
        self.focus = Focus::Grid;
        let Some(group) = self.shown() else { return };
        let first = group.first(cx.desk.time());
        let in_hand = cx.hand.pupil.filter(|pupil| group.pupils.contains(pupil));
        self.grid.begin(first, in_hand);
    }

    fn shown(&self) -> Option<&GroupWeek> {
        let of_it = |week: &&GroupWeek| week.intervention.id == self.group;
        self.groups.iter().find(of_it)
    }

    /// The session under the cursor, with how it stands.
    fn here(&self) -> Option<(SlotKey, Marked)> {
        let group = self.shown()?;
        let slot = group.slot(self.grid.at?)?;
        Some((group.key(slot), group.marked(slot, &self.marks)))
    }

    /// Marks a session, as one step.
    fn mark(&mut self, key: SlotKey, marked: Marked) {
        self.marks.step();
        self.put(key, marked);
    }

    fn put(&mut self, key: SlotKey, marked: Marked) {
        let recorded = self
            .shown()
            .and_then(|group| group.slot(key))
            .map(Marked::recorded)
            .unwrap_or_default();
        self.marks.put(key, marked, &recorded);
    }

    /// Goes to the group `by` places further, around the end.
    fn turn(&mut self, cx: &Context<'_>, back: bool) {
        let count = self.groups.len().max(1);
        let of_it = |week: &GroupWeek| week.intervention.id == self.group;
        let place = self.groups.iter().position(of_it).unwrap_or(0);
        let by = if back { count - 1 } else { 1 };
        if let Some(group) = self.groups.get((place + by) % count) {
            self.group = group.intervention.id;
        }
        self.begin(cx);
    }

    /// Goes to another week with school.
    fn go(&self, cx: &Context<'_>, to: Option<NaiveDate>) -> Effect {
        let today = cx.desk.today();
        let Some(monday) = to.filter(|monday| *monday <= today) else {
            return Effect::refuse("The week after this has not come yet.");
        };
        let mut there = Register::new(self.led_by, self.group, monday);
        there.load(cx);
        let Some(first) = there.groups.first().map(|group| group.intervention.id) else {
            return Effect::refuse(format!(
                "None of these groups ran in the week of {}.",
                date_words::short(monday, today)
            ));
        };
        if there.shown().is_none() {
            there.group = first;
        }
        there.begin(cx);
        Effect::Many(vec![Effect::Close, Effect::open(there)])
    }
}

impl View for Register {
    fn scopes(&self) -> &'static [Scope] {
        match self.focus {
            Focus::Grid => &[Scope::Register],
            Focus::Note(_) | Focus::ToldBy(_) => &[Scope::Form],
        }
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let caseload = cx.desk.caseload;
        let whose = match caseload.name_of(self.led_by) {
            _ if caseload.is_senco(self.led_by) => "your groups".to_owned(),
            "" => "groups nobody leads yet".to_owned(),
            name => format!("{name}'s groups"),
        };
        let week = date_words::short(self.monday, cx.desk.today());
        let of_it = |week: &GroupWeek| week.intervention.id == self.group;
        let place = self.groups.iter().position(of_it).unwrap_or(0) + 1;
        let count = self.groups.len();
        format!("Register of sessions: {whose}   < week of {week} >   {place} of {count}")
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        self.load(cx);
        if let Some(trouble) = &self.trouble {
            let mut paper = Paper::new(buf, cx.look, area);
            paper.prose(1, trouble, Role::Refusal);
            return paper.place(1, 0);
        }
        if self.shown().is_none()
            && let Some(first) = self.groups.first()
        {
            self.group = first.intervention.id;
            self.begin(cx);
        }
        self.draw_week(cx, area, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        let mut footer = vec![
            Command::Save,
            Command::NextField,
            Command::Back,
            Command::Previous,
            Command::Next,
            Command::Help,
        ];
        if !self.marks.is_empty() {
            footer.push(Command::ThrowAway);
        }
        footer.push(Command::NoEntry);
        footer
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        self.load(cx);
        let Some(group) = self.shown() else {
            return match command {
                Command::Back => Effect::Close,
                _ => Effect::refuse("There is no group here any more. Esc goes back."),
            };
        };
        let (keys, pupils) = (group.keys(), group.pupils.clone());
        if self.grid.run(&keys, &pupils, command) {
            return Effect::None;
        }
        match command {
            Command::AsTimetabled => self.mark_week(cx),
            Command::There | Command::Absent | Command::KeptOut => self.mark_here(cx, command),
            Command::DidNotRun => self.ask_why(cx),
            Command::NoEntry => self.forget(cx),
            Command::Previous => self.go(cx, week::before(cx.desk.calendar, self.monday)),
            Command::Next => self.go(cx, week::after(cx.desk.calendar, self.monday)),
            Command::Save if self.marks.is_empty() => Effect::refuse(
                "Nothing is marked yet. = takes the week as timetabled, . and a mark one pupil.",
            ),
            Command::Save => Effect::save(self.edit(cx)),
            Command::ThrowAway => Effect::ThrowAway(self.key()),
            Command::NextField => {
                match self.focus {
                    Focus::Grid => self.go_to_note(),
                    Focus::Note(_) | Focus::ToldBy(_) => self.turn(cx, false),
                }
                Effect::None
            }
            Command::PreviousField => {
                match self.focus {
                    Focus::Grid => self.turn(cx, true),
                    Focus::Note(_) => self.focus = Focus::Grid,
                    Focus::ToldBy(_) => self.go_to_note(),
                }
                Effect::None
            }
            Command::Undo | Command::Redo => self.turn_back(cx, command),
            Command::Back => match self.focus {
                Focus::Grid => Effect::Close,
                Focus::Note(_) | Focus::ToldBy(_) => {
                    self.focus = Focus::Grid;
                    Effect::None
                }
            },
            _ => Effect::None,
        }
    }

    fn type_key(&mut self, cx: &Context<'_>, key: Key) -> Option<Effect> {
        self.type_in_box(cx, key)
    }

    fn paste(&mut self, cx: &Context<'_>, text: &str) -> Option<Effect> {
        self.paste_in_box(cx, text)
    }

    fn answered(&mut self, _cx: &Context<'_>, answer: Answer) -> Effect {
        let Some((key, Answer::Words(reason))) = self.asked.take().zip(Some(answer)) else {
            return Effect::None;
        };
        let note = self.marks.get(key).map(|marked| marked.note.clone());
        let recorded = || Some(self.shown()?.slot(key)?.note().to_owned());
        let note = note.or_else(recorded).unwrap_or_default();
        self.mark(
            key,
            Marked {
                happened: Happened::NotGiven(reason),
                note,
            },
        );
        Effect::None
    }

    fn click(&mut self, _cx: &Context<'_>, at: Position) -> Effect {
        if self.grid.click(at) {
            self.focus = Focus::Grid;
        }
        Effect::None
    }

    fn draft_key(&self) -> Option<DraftKey> {
        Some(self.key())
    }

    fn draft(&self) -> Option<Draft> {
        self.unsaved()
    }

    fn saved(&mut self, _cx: &Context<'_>) {
        self.marks = Marks::default();
        self.told_by = None;
        self.focus = Focus::Grid;
    }

    fn restore(&mut self, draft: &Draft) {
        self.take_up(draft);
    }
}
