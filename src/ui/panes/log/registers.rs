//! [`Registers`]: the groups of a week, those to log first.

use chrono::{NaiveDate, Timelike};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::Command;
use crate::domain::week::{self, WeekState};
use crate::domain::{Intervention, InterventionId, Keeping, PupilId, Run, date_words, slot};
use crate::ui::dialogs::{Choose, GoToDate, extra_session, intervention, register};
use crate::ui::widgets::{Line, Listing, Paper};
use crate::ui::{Context, Effect, Role};

/// The groups of a week, those to log first. Enter opens the register of who leads the group.
#[derive(Debug, Default)]
pub struct Registers {
    /// The week chosen; none for the one to log first.
    chosen: Option<NaiveDate>,
    /// What the lines were made of.
    made_of: Option<MadeOf>,
    lines: Vec<Line<InterventionId>>,
    rows: Vec<InterventionId>,
    listing: Listing<InterventionId>,
    trouble: Option<String>,
}

/// What the lines are made of: while it is the same, so are they.
#[derive(Clone, PartialEq, Eq, Debug)]
struct MadeOf {
    version: u64,
    /// The day, and the ten minutes of it: sessions end.
    now: (NaiveDate, u32),
    monday: NaiveDate,
    pupil: Option<PupilId>,
    audience: crate::ui::Audience,
    columns: u16,
}

/// A group in the list.
struct Group<'a> {
    intervention: &'a Intervention,
    led_by: &'a str,
    state: WeekState,
    is_in_hand: bool,
    run: Option<&'a Run>,
}

impl Registers {
    fn monday(&self, cx: &Context<'_>) -> NaiveDate {
        let first = || week::first_to_log(&cx.desk, cx.standings);
        self.chosen.unwrap_or_else(first)
    }

    /// Makes the lines anew, if they are made of anything else by now.
    fn make(&mut self, cx: &Context<'_>, columns: u16) {
        let time = cx.desk.time();
        let made_of = MadeOf {
            version: cx.desk.caseload.version(),
            now: (time.date(), time.hour() * 6 + time.minute() / 10),
            monday: self.monday(cx),
            pupil: cx.hand.pupil,
            audience: cx.look.audience.clone(),
            columns,
        };
        if self.made_of.as_ref() == Some(&made_of) {
            return;
        }
        match groups(cx, made_of.monday) {
            Ok(groups) => {
                self.lines = lines(cx, made_of.monday, &groups, columns);
                self.rows = self.lines.iter().filter_map(|line| line.key).collect();
                self.trouble = None;
                self.made_of = Some(made_of);
            }
            Err(error) => self.trouble = Some(error.to_string()),
        }
    }

    pub(super) fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        self.make(cx, area.width);
        let mut paper = Paper::new(buf, cx.look, area);
        if let Some(trouble) = &self.trouble {
            paper.prose(1, trouble, Role::Refusal);
            return paper.place(1, 0);
        }
        if self.rows.is_empty() {
            return draw_none(cx, self.monday(cx), &mut paper);
        }
        self.listing.draw(&self.lines, cx.look, area, buf)
    }

    pub(super) fn footer(&self) -> Vec<Command> {
        vec![
            Command::Open,
            Command::Previous,
            Command::Next,
            Command::GoToDate,
            Command::NextView,
            Command::New,
            Command::Jot,
            Command::Help,
            Command::WhoCanSee,
            Command::Cover,
        ]
    }

    pub(super) fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        let columns = self.made_of.as_ref().map_or(80, |made_of| made_of.columns);
        self.make(cx, columns);
        if self.listing.run(&self.rows, command) {
            return Effect::None;
        }
        match command {
            Command::Open => match self.listing.at(&self.rows) {
                Some(group) => register::open(cx, group, self.monday(cx)),
                None => {
                    Effect::refuse("There is no group in this week. < goes to the week before.")
                }
            },
            Command::Previous => self.go(cx, week::before(cx.desk.calendar, self.monday(cx))),
            Command::Next => self.go(cx, week::after(cx.desk.calendar, self.monday(cx))),
            Command::New => self.choose_new(cx),
            Command::GoToDate => Effect::open(GoToDate::back()),
            Command::Back => {
                self.chosen = None;
                Effect::None
            }
            _ => Effect::refuse(
                "That does nothing among the registers. Enter opens one, < and > change the week.",
            ),
        }
    }

    pub(super) fn click(&mut self, cx: &Context<'_>, at: Position) -> Effect {
        if self.listing.click(at) {
            return self.run(cx, Command::Open);
        }
        Effect::None
    }

    /// One more session of the group under the cursor, or an intervention.
    fn choose_new(&self, cx: &Context<'_>) -> Effect {
        let begins = intervention::open(cx, None);
        let group = self.listing.at(&self.rows);
        let Some(group) = group.and_then(|id| cx.desk.caseload.interventions.get(id)) else {
            return begins;
        };
        let name = cx.group_name(group);
        let session = format!("a session {}, of {name}", extra_session::WORDS);
        let words = "an intervention that begins: a group, or one to one".to_owned();
        Effect::open(Choose::new(
            "New in the registers",
            [
                ('s', session, extra_session::open(cx, group)),
                ('i', words, begins),
            ],
        ))
    }

    /// Goes to the week of a date.
    pub(super) fn go_to(&mut self, cx: &Context<'_>, on: NaiveDate) -> Effect {
        self.go(cx, Some(week::monday_of(on)))
    }

    /// Goes to another week with school.
    fn go(&mut self, cx: &Context<'_>, to: Option<NaiveDate>) -> Effect {
        let Some(monday) = to.filter(|monday| *monday <= cx.desk.today()) else {
            return Effect::refuse("That week has not come yet: there is nothing to log in it.");
        };
        self.chosen = Some(monday);
        Effect::None
    }
}

/// The groups with a register that ran in a week, those to log first, then by who leads them and by name.
fn groups<'a>(
    cx: &Context<'a>,
    monday: NaiveDate,
) -> Result<Vec<Group<'a>>, crate::store::StoreError> {
    let caseload = cx.desk.caseload;
    let sunday = week::sunday_of(monday);
    let running: Vec<&Intervention> = caseload
        .interventions
        .iter()
        .filter(|group| group.keeping != Keeping::Standing && group.runs_in(monday, sunday))
        .filter(|group| cx.may_show_group(group.id))
        .collect();
    let ids: Vec<InterventionId> = running.iter().map(|group| group.id).collect();
    let sessions = cx.log.week(&ids, monday)?;
    let mut groups: Vec<Group<'_>> = running
        .into_iter()
        .map(|intervention| {
            let slots = week::slots(intervention, cx.desk.calendar, monday, &sessions);
            let mut places = caseload.places_in(intervention.id);
            Group {
                intervention,
                led_by: caseload.name_of(intervention.led_by),
                state: week::state(intervention, &slots, cx.desk.time()),
                is_in_hand: places.any(|place| Some(place.pupil) == cx.hand.pupil),
                run: cx.standings.group(intervention.id).map(|group| &group.run),
            }
        })
        .collect();
    groups.sort_by_cached_key(|group| {
        (
            section(group.state),
            !group.is_in_hand,
            group.led_by.to_owned(),
            group.intervention.name.to_lowercase(),
        )
    });
    Ok(groups)
}

/// The part of the list that a group belongs to.
fn section(state: WeekState) -> usize {
    match state {
        WeekState::NoEntry(_) => 0,
        WeekState::Entered => 1,
        WeekState::AsTimetabled(_) | WeekState::NotYet | WeekState::Closed | WeekState::NoSlot => 2,
    }
}

fn lines(
    cx: &Context<'_>,
    monday: NaiveDate,
    groups: &[Group<'_>],
    columns: u16,
) -> Vec<Line<InterventionId>> {
    let week = date_words::short(monday, cx.desk.today());
    let names = [
        format!("TO LOG, WEEK OF {}", week.to_uppercase()),
        "ENTERED".to_owned(),
        "NOTHING TO ENTER".to_owned(),
    ];
    let notes = ["no entry is not the same as not given", "", ""];
    let wide = columns >= 120;
    let width = usize::from(columns);
    let (led_by, timetable, state) = (27, 38, 59);
    let mut lines = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let mut of_it = groups
            .iter()
            .filter(|group| section(group.state) == at)
            .peekable();
        if of_it.peek().is_none() && at > 0 {
            continue;
        }
        lines.push(
            Line::heading(name)
                .put(name.len() + 4, width, notes[at], Role::Muted)
                .put_right(width - 1, if wide { "" } else { "so far" }, Role::Muted),
        );
        if of_it.peek().is_none() {
            lines.push(Line::plain().put(3, width, nothing_to_log(groups), Role::Muted));
        }
        for group in of_it {
            let intervention = group.intervention;
            let name = cx.group_name(intervention);
            let (name, role) = if group.is_in_hand {
                (format!("{name} +"), Role::Focus)
            } else {
                (name, Role::Text)
            };
            let state_role = if group.state.is_to_log() {
                Role::Due
            } else {
                Role::Muted
            };
            lines.push(
                Line::of(intervention.id)
                    .put(3, led_by - 4, name, role)
                    .put(led_by, timetable - led_by - 1, group.led_by, Role::Text)
                    .put(
                        timetable,
                        state - timetable - 1,
                        slot::write_slots(&intervention.slots),
                        Role::Muted,
                    )
                    .put(state, 14, group.state.to_string(), state_role)
                    .put_right(width - 1, so_far(group.run, wide), Role::Muted),
            );
        }
    }
    lines
}

/// What there is to say where no group of the week is to log.
fn nothing_to_log(groups: &[Group<'_>]) -> String {
    let open: u32 = groups
        .iter()
        .filter_map(|group| Some(group.run?.no_entry))
        .sum();
    match open {
        0 => "nothing: every session up to now has an entry".to_owned(),
        1 => "nothing in this week; 1 of another week has no entry: < goes back".to_owned(),
        open => format!("nothing in this week; {open} of other weeks have no entry: < goes back"),
    }
}

/// "given 16"; with room, the whole sum.
fn so_far(run: Option<&Run>, wide: bool) -> String {
    let Some(run) = run.filter(|run| run.promised > 0) else {
        return String::new();
    };
    if wide {
        format!(
            "{} promised = {} given + {} not given + {} no entry",
            run.promised,
            run.given,
            run.not_given_in_all(),
            run.no_entry
        )
    } else {
        format!("given {}", run.given)
    }
}

fn draw_none(cx: &Context<'_>, monday: NaiveDate, paper: &mut Paper<'_>) -> Position {
    let week = date_words::short(monday, cx.desk.today());
    paper.line(&format!(" WEEK OF {}", week.to_uppercase()), Role::Heading);
    let at = paper.here(1);
    let words = if cx.desk.caseload.interventions.is_empty() {
        "No intervention runs yet. v turns to Provision, where n begins one for named pupils."
    } else if cx.look.audience.is_narrow() {
        "No group can be shown to who can see the screen now. F8 changes that."
    } else {
        "No group with a register ran in this week. < goes to the week before, v to Provision."
    };
    paper.prose(1, words, Role::Text);
    at
}
