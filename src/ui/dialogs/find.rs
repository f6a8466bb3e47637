//! [`Find`]: a pupil by name, a healthcare plan by IHP or IHCP, or words in the log, from anywhere.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::domain::{
    Code, Entry, Filter, Note, NoteId, OtherPlanId, OtherPlanKind, Pupil, PupilId, SearchWords,
    Sound, date_words, fold,
};
use crate::keys::Key;
use crate::store::StoreError;
use crate::ui::widgets::{Cursor, Paper, TextBox, width};
use crate::ui::{Context, Effect, Role, View};

use super::pupil::Record;

/// Notes that are shown at most: older ones are in the log.
const NOTES: usize = 50;

/// Letters from which on the log is searched.
const LEAST: usize = 2;

/// A pupil by name as it is typed; below, words in the log, each hit in its sentence. Enter goes there.
#[derive(Debug, Default)]
pub struct Find {
    typed: TextBox,
    cursor: Cursor<At>,
    /// Names to look through, folded once.
    names: Option<Vec<(PupilId, String, Vec<Sound>)>>,
    /// What was sought when these were found.
    sought: Option<String>,
    pupils: Vec<PupilId>,
    /// Healthcare plans, where they are what is sought.
    plans: Vec<OtherPlanId>,
    notes: Vec<Note>,
    trouble: String,
}

/// What is under the cursor.
#[derive(Clone, Copy, Debug, PartialEq)]
enum At {
    Pupil(PupilId),
    Plan(OtherPlanId),
    Note(NoteId),
}

impl Find {
    fn rows(&self) -> Vec<At> {
        let pupils = self.pupils.iter().map(|id| At::Pupil(*id));
        let plans = self.plans.iter().map(|id| At::Plan(*id));
        let notes = self.notes.iter().map(|note| At::Note(note.id));
        pupils.chain(plans).chain(notes).collect()
    }

    /// Looks for what is typed now, if that has changed.
    fn look(&mut self, cx: &Context<'_>) {
        let typed = self.typed.text();
        if self.sought.as_ref() == Some(&typed) {
            return;
        }
        self.pupils = self.pupils_named(cx, &typed);
        self.plans = health_plans(cx, &typed);
        let found = if typed.trim().chars().count() < LEAST {
            Ok(Vec::new())
        } else {
            notes_with_either(cx, &typed)
        };
        self.trouble = String::new();
        self.notes = found.unwrap_or_else(|error| {
            self.trouble = error.to_string();
            Vec::new()
        });
        self.cursor = Cursor::default();
        self.sought = Some(typed);
    }

    /// Pupils of that name, or whose names sound so where nobody's is spelled so; those who are here before those who have left.
    fn pupils_named(&mut self, cx: &Context<'_>, typed: &str) -> Vec<PupilId> {
        let caseload = cx.desk.caseload;
        let names = self.names.get_or_insert_with(|| {
            let mut pupils: Vec<&Pupil> = caseload
                .pupils
                .iter()
                .filter(|pupil| cx.look.may_show(pupil.id))
                .collect();
            pupils.sort_by_cached_key(|pupil| (pupil.left_on.is_some(), pupil.listed()));
            let named = pupils.iter().map(|pupil| {
                let key = Filter::key(pupil);
                let sounds = Sound::of_parts(&key);
                (pupil.id, key, sounds)
            });
            named.collect()
        });
        let sought = Filter::of_names(typed);
        if sought.is_empty() {
            return Vec::new();
        }
        let fitting = names.iter().filter(|(_, key, _)| sought.fits_names(key));
        let fitting: Vec<_> = fitting.map(|(id, ..)| *id).collect();
        if !fitting.is_empty() {
            return fitting;
        }
        let Some(sought) = sought.sounds() else {
            return Vec::new();
        };
        let sounding = names
            .iter()
            .filter(|(.., sounds)| Sound::are_among(&sought, sounds));
        sounding.map(|(id, ..)| *id).collect()
    }
}

/// Healthcare plans in force, of pupils who may be shown, where one of their short names is what was typed.
fn health_plans(cx: &Context<'_>, typed: &str) -> Vec<OtherPlanId> {
    if !OtherPlanKind::SHORT.contains(&fold(typed.trim()).as_str()) {
        return Vec::new();
    }
    let caseload = cx.desk.caseload;
    let plans = caseload.other_plans.iter();
    let mut plans: Vec<_> = plans
        .filter(|plan| plan.is_health() && plan.ended_on.is_none())
        .filter(|plan| cx.look.may_show(plan.pupil))
        .filter_map(|plan| Some((caseload.pupils.get(plan.pupil)?.listed(), plan.id)))
        .collect();
    plans.sort();
    plans.into_iter().map(|(_, id)| id).collect()
}

/// Notes with the words typed, or with those that others write for them.
fn notes_with_either(cx: &Context<'_>, typed: &str) -> Result<Vec<Note>, StoreError> {
    let mut notes = notes_with(cx, &SearchWords::of(typed))?;
    if let Some(words) = SearchWords::otherwise(typed) {
        notes.extend(notes_with(cx, &words)?);
        notes.sort_by_key(|note| std::cmp::Reverse((note.happened_on, note.id)));
        notes.dedup_by_key(|note| note.id);
        notes.truncate(NOTES);
    }
    Ok(notes)
}

/// Notes with these words, of pupils who may be shown, the latest first.
fn notes_with(cx: &Context<'_>, words: &SearchWords) -> Result<Vec<Note>, StoreError> {
    let audience = &cx.look.audience;
    if !audience.is_narrow() {
        return cx.log.search(words, None, NOTES);
    }
    let mut notes = Vec::new();
    for pupil in cx.desk.caseload.pupils.iter() {
        if cx.look.may_show(pupil.id) {
            notes.extend(cx.log.search(words, Some(pupil.id), NOTES)?);
        }
    }
    notes.retain(|note| audience.sees_staff_only() || !note.staff_only);
    notes.sort_by_key(|note| std::cmp::Reverse((note.happened_on, note.id)));
    notes.truncate(NOTES);
    Ok(notes)
}

impl Find {
    fn draw_row(&self, cx: &Context<'_>, paper: &mut Paper<'_>, at: At) {
        match at {
            At::Pupil(id) => {
                let Some(pupil) = cx.desk.caseload.pupils.get(id) else {
                    return;
                };
                let mut about = vec![cx.look.name(pupil), pupil.class.clone()];
                about.extend(cx.standing(pupil).map(|standing| {
                    let watching = if standing.watching { "watching" } else { "" };
                    let status = standing.status.label();
                    if standing.watching { watching } else { status }.to_owned()
                }));
                about.extend(pupil.left_on.map(|_| "has left".to_owned()));
                about.retain(|part| !part.is_empty());
                paper.put(3, paper.width(), &about.join("   "), Role::Text);
            }
            At::Plan(id) => {
                let caseload = cx.desk.caseload;
                let Some(plan) = caseload.other_plans.get(id) else {
                    return;
                };
                let pupil = caseload.pupils.get(plan.pupil);
                let mut about: Vec<_> = pupil
                    .map(|pupil| vec![cx.look.name(pupil), pupil.class.clone()])
                    .unwrap_or_default();
                about.push(match plan.what.as_str() {
                    "" => plan.kind.label().to_owned(),
                    what => format!("{}: {what}", plan.kind.label()),
                });
                about.retain(|part| !part.is_empty());
                paper.put(3, paper.width(), &about.join("   "), Role::Text);
            }
            At::Note(id) => {
                if let Some(note) = self.notes.iter().find(|note| note.id == id) {
                    self.draw_note(cx, paper, note);
                }
            }
        }
    }

    fn draw_note(&self, cx: &Context<'_>, paper: &mut Paper<'_>, note: &Note) {
        let pupil = cx.desk.caseload.pupils.get(note.pupil);
        let name = pupil.map(|pupil| cx.look.name(pupil)).unwrap_or_default();
        let on = date_words::short(note.happened_on, cx.desk.today());
        paper.put(3, 15, &on, Role::Muted);
        paper.put(19, 18, &name, Role::Text);
        let typed = self.typed.text();
        let other = SearchWords::otherwise(&typed).unwrap_or_default();
        let hit = SearchWords::of(&typed).hit(&note.words);
        let Some(hit) = hit.or_else(|| other.hit(&note.words)) else {
            // The word is in the name of who said it.
            let said = format!("{}: {}", note.said_by, note.words);
            let said = cx.told(Some(note.pupil), &said);
            return paper.put(38, paper.width(), &said, Role::Text);
        };
        let room = paper.width().saturating_sub(39);
        let (before, word, after) = around(hit.sentence, hit.range, room);
        let before = cx.told(Some(note.pupil), &before);
        let word = cx.told(Some(note.pupil), &word);
        let after = cx.told(Some(note.pupil), &after);
        let mut column = 38;
        for (text, role) in [
            (before, Role::Text),
            (word, Role::Focus),
            (after, Role::Text),
        ] {
            paper.put(column, paper.width(), &text, role);
            column += width(&text);
        }
    }
}

/// A sentence about a word of it: what comes before, cut at its start where there is no room, the word, and the rest.
fn around(sentence: &str, word: std::ops::Range<usize>, room: usize) -> (String, String, String) {
    let (before, hit, after) = (
        &sentence[..word.start],
        &sentence[word.clone()],
        &sentence[word.end..],
    );
    let beside = room.saturating_sub(width(hit));
    let most = beside.saturating_sub(width(after).min(beside / 2));
    let before = if width(before) <= most {
        before.to_owned()
    } else {
        let mut kept = before.chars();
        while width(kept.as_str()) + 1 > most && kept.next().is_some() {}
        format!("…{}", kept.as_str())
    };
    (before, hit.to_owned(), after.to_owned())
}

impl View for Find {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Search]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "Find a pupil, or words in the log".to_owned()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        self.look(cx);
        let line = Rect {
            x: area.x + 2,
            width: area.width.saturating_sub(4),
            height: 1,
            ..area
        };
        let caret = self.typed.draw(cx.look, true, line, buf);
        let below = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        let mut paper = Paper::new(buf, cx.look, below);
        let rows = self.rows();
        if rows.is_empty() {
            let words = match (self.typed.is_empty(), self.trouble.as_str()) {
                (_, trouble) if !trouble.is_empty() => trouble,
                (true, _) => "Type a name, or words that somebody wrote or said.",
                (false, _) => "Nothing here has these words. Rub some out.",
            };
            paper.line(&format!("  {words}"), Role::Muted);
            return caret;
        }
        let shown = self.cursor.visible(&rows, paper.height());
        let at = self.cursor.row(&rows);
        for number in shown {
            let here = paper.row();
            if Some(number) == at {
                paper.put(1, 1, ">", Role::Focus);
            }
            self.draw_row(cx, &mut paper, rows[number]);
            paper.skip(1);
            if Some(number) == at {
                paper.select_row(here);
            }
        }
        caret
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::Open,
            Command::Up,
            Command::Down,
            Command::Back,
            Command::Help,
            Command::Cover,
        ]
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        self.look(cx);
        let rows = self.rows();
        if self.cursor.run(&rows, command) {
            return Effect::None;
        }
        match command {
            Command::Back => Effect::Close,
            Command::Open => match self.cursor.row(&rows).map(|row| rows[row]) {
                Some(At::Pupil(id)) => Effect::Many(vec![
                    Effect::Close,
                    Effect::LineUp(self.pupils.clone()),
                    Effect::TakeInHand(Some(id)),
                    Effect::open(Record::default()),
                ]),
                Some(At::Plan(id)) => match cx.desk.caseload.other_plans.get(id) {
                    Some(plan) => Effect::Many(vec![
                        Effect::Close,
                        Effect::TakeInHand(Some(plan.pupil)),
                        Effect::open(Record::of_health()),
                    ]),
                    None => Effect::None,
                },
                Some(At::Note(id)) => match self.notes.iter().find(|note| note.id == id) {
                    Some(note) => {
                        let entry = Entry::of_note(note.clone());
                        super::go_to_entry(note.pupil, Some(entry.key))
                    }
                    None => Effect::None,
                },
                None => Effect::None,
            },
            _ => Effect::None,
        }
    }

    fn type_key(&mut self, _cx: &Context<'_>, key: Key) -> Option<Effect> {
        self.typed.type_key(key).then_some(Effect::None)
    }

    fn paste(&mut self, _cx: &Context<'_>, text: &str) -> Option<Effect> {
        self.typed.paste(text);
        Some(Effect::None)
    }

    fn pupil(&self, cx: &Context<'_>) -> Option<PupilId> {
        match self.cursor.at() {
            Some(At::Pupil(id)) => Some(id),
            Some(At::Plan(id)) => {
                let plan = cx.desk.caseload.other_plans.get(id);
                plan.map(|plan| plan.pupil)
            }
            _ => cx.hand.pupil,
        }
    }
}
