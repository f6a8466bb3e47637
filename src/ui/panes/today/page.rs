//! [`Page`]: the lines of Today, worked out once for what they are made from.

use chrono::NaiveDate;

use super::key::Key;
use crate::domain::{
    Code as _, Due, DueKind, PupilId, Section, ToLog, Today, clock_time, date_words, weekday_words,
};
use crate::ui::widgets::Line;
use crate::ui::{Context, Look, Role};

/// The lines of Today, and what they were made from. They are made anew when that changes, not at every key.
#[derive(Debug, Default)]
pub(super) struct Page {
    today: Today,
    lines: Vec<Line<Key>>,
    rows: Vec<Key>,
    made: Option<Made>,
}

#[derive(Debug, PartialEq)]
struct Made {
    version: u64,
    on: NaiveDate,
    width: u16,
    look: Look,
    drafts: usize,
}

impl Page {
    /// Makes the lines anew, if what they are made from has changed.
    pub(super) fn renew(&mut self, cx: &Context<'_>, width: u16) {
        let made = Made {
            version: cx.desk.caseload.version(),
            on: cx.desk.today(),
            width,
            look: cx.look.clone(),
            drafts: cx.drafts.len(),
        };
        if self.made.as_ref() == Some(&made) {
            return;
        }
        self.made = Some(made);
        self.today = Today::of(&cx.desk, cx.standings);
        if cx.look.audience.is_narrow() {
            keep_to_reviews(&mut self.today, cx);
        }
        self.lines = Lines::new(cx, usize::from(width)).all(&self.today);
        self.rows = self.lines.iter().filter_map(|line| line.key).collect();
        self.rows.dedup();
    }

    /// As [`Page::renew`], at the width it was drawn at last: a key may come before the first drawing.
    pub(super) fn renew_as_drawn(&mut self, cx: &Context<'_>) {
        let width = self.made.as_ref().map_or(80, |made| made.width);
        self.renew(cx, width);
    }

    /// The lines.
    pub(super) fn lines(&self) -> &[Line<Key>] {
        &self.lines
    }

    /// What can be under the cursor.
    pub(super) fn rows(&self) -> &[Key] {
        &self.rows
    }

    /// Whether there is nothing, though it was looked for.
    pub(super) fn is_empty(&self) -> bool {
        self.made.is_some() && self.rows.is_empty()
    }

    /// What they tell.
    pub(super) fn today(&self) -> &Today {
        &self.today
    }

    /// What is due, by its key.
    pub(super) fn due(&self, key: Key) -> Option<&Due> {
        let dues = self.today.sections.iter().flat_map(|(_, dues)| dues);
        dues.into_iter().find(|due| key_of(due) == key)
    }
}

/// The key of what is due.
fn key_of(due: &Due) -> Key {
    Key::Due(due.pupil, due.kind, due.goes_to)
}

/// To others than staff Today shows the meetings of those they may see, and nothing else.
fn keep_to_reviews(today: &mut Today, cx: &Context<'_>) {
    let may_show = |pupil: Option<PupilId>| pupil.is_some_and(|pupil| cx.look.may_show(pupil));
    for (_, dues) in &mut today.sections {
        dues.retain(|due| matches!(due.kind, DueKind::Review(_)) && may_show(due.pupil));
    }
    today.sections.retain(|(_, dues)| !dues.is_empty());
    today.to_log.clear();
    today.to_fill_in.clear();
    today.next_in = None;
}

/// Where the parts of a row stand.
struct Lines<'a> {
    cx: &'a Context<'a>,
    width: usize,
    /// Where what is due begins.
    what: usize,
    /// Where who must begins.
    who: usize,
    /// Where the day begins.
    day: usize,
}

/// Where the name begins.
const NAME: usize = 3;

impl<'a> Lines<'a> {
    fn new(cx: &'a Context<'a>, width: usize) -> Self {
        let day = width.saturating_sub(17);
        Self {
            cx,
            width,
            what: if width < 100 { 21 } else { 27 },
            who: day.saturating_sub(10),
            day,
        }
    }

    fn all(&self, today: &Today) -> Vec<Line<Key>> {
        let mut lines = Vec::new();
        let (soon, pressing): (Vec<_>, Vec<_>) = today
            .sections
            .iter()
            .partition(|(section, _)| *section == Section::Soon);
        for (section, dues) in pressing {
            lines.push(self.heading(*section));
            lines.extend(dues.iter().map(|due| self.due(*section, due)));
        }
        if !today.to_log.is_empty() {
            lines.push(self.part("TO LOG, LAST WEEK", "no entry is not the same as not given"));
            lines.extend(today.to_log.iter().map(|group| self.group(group)));
        }
        for (section, dues) in soon {
            lines.push(self.heading(*section));
            lines.extend(dues.iter().map(|due| self.due(*section, due)));
        }
        if let Some(next_in) = today.next_in {
            let weekday = weekday_words::name(chrono::Datelike::weekday(&next_in.on));
            let heading = format!("BEFORE YOU ARE NEXT IN ({weekday})");
            let counts = counts(&[(next_in.reviews, "review"), (next_in.others, "other thing")]);
            lines.push(self.summary(Key::NextIn, &heading, &counts));
        }
        if !today.to_fill_in.is_empty() {
            lines.push(self.part("TO FILL IN", "what is missing is never late"));
            for (missing, pupils) in &today.to_fill_in {
                let line = Line::of(Key::FillIn(*missing))
                    .put(NAME, self.day - NAME - 1, missing.label(), Role::Text)
                    .put_right(self.width - 1, counts(&[(*pupils, "pupil")]), Role::Text);
                lines.push(line);
            }
        }
        let drafts = self.cx.drafts.len();
        if drafts > 0 && !self.cx.look.audience.is_narrow() {
            let drafts = u32::try_from(drafts).unwrap_or(u32::MAX);
            let counts = counts(&[(drafts, "draft")]);
            lines.push(self.summary(Key::Drafts, "TYPED AND NOT SAVED", &counts));
        }
        if lines.is_empty() {
            let words = if self.cx.look.audience.is_narrow() {
                "Nothing is due for those who may be shown."
            } else {
                "Nothing wants doing today. Ctrl+N jots something down, 1 is the register."
            };
            lines.push(Line::plain().put(1, usize::MAX, words, Role::Text));
        }
        lines
    }

    fn heading(&self, section: Section) -> Line<Key> {
        let (who, day) = match section {
            Section::Today | Section::ByLaw | Section::Soon | Section::Later => {
                ("who must", "last day")
            }
            Section::Late => ("who must", "since"),
            Section::Waiting => ("asked of", "due"),
        };
        let line = Line::heading(&section.label().to_uppercase());
        if self.cx.look.plain {
            return line;
        }
        let line = match self.force() {
            Some(force) => line.put(force, 7, "force", Role::Muted),
            None => line,
        };
        line.put(self.who, 9, who, Role::Muted)
            .put(self.day, 10, day, Role::Muted)
    }

    fn part(&self, heading: &str, note: &str) -> Line<Key> {
        let line = Line::heading(heading);
        line.put(heading.len() + 4, usize::MAX, note, Role::Muted)
    }

    fn summary(&self, key: Key, heading: &str, counts: &str) -> Line<Key> {
        Line::of(key)
            .put(NAME, self.day - NAME - 1, heading, Role::Heading)
            .put_right(self.width - 1, counts, Role::Text)
    }

    /// Where the force stands, where there is room for it: else only the explanation below says it.
    fn force(&self) -> Option<usize> {
        (self.width >= 100).then(|| self.who - 8)
    }

    fn due(&self, section: Section, due: &Due) -> Line<Key> {
        let name = self.name(due.pupil);
        let role = match section {
            Section::Late => Role::Overdue,
            Section::Today => Role::Due,
            Section::Waiting if due.is_overdue() => Role::Overdue,
            Section::ByLaw if due.kind.is_urgent() || due.is_overdue() => Role::Overdue,
            Section::ByLaw | Section::Waiting | Section::Soon | Section::Later => Role::Text,
        };
        let (day, days) = (self.day(section, due), days(due));
        let what = self.cx.told(due.pupil, &due.what);
        let who = self.cx.told(due.pupil, &due.who);
        if self.cx.look.plain {
            let words = format!("{name}: {what}; {who}; {day}, {days}");
            return Line::of(key_of(due)).put(NAME, usize::MAX, words, role);
        }
        let room = self.force().unwrap_or(self.who) - self.what - 1;
        let line = Line::of(key_of(due))
            .put(NAME, self.what - NAME - 1, name, Role::Text)
            .put(self.what, room, what, Role::Text)
            .put(self.who, 9, who, Role::Text)
            .put(self.day, 11, day, role)
            .put_right(self.width - 1, days, role);
        match self.force() {
            Some(force) => line.put(force, 7, due.force.short(), Role::Muted),
            None => line,
        }
    }

    fn name(&self, pupil: Option<PupilId>) -> String {
        let pupil = pupil.and_then(|id| self.cx.desk.caseload.pupils.get(id));
        pupil.map_or_else(|| "school".to_owned(), |pupil| self.cx.look.name(pupil))
    }

    fn day(&self, section: Section, due: &Due) -> String {
        match (section, due.on, due.at) {
            (Section::Today, _, Some(at)) => clock_time::write(at),
            (_, Some(on), _) => date_words::short(on, self.cx.desk.today()),
            (_, None, _) => "no date".to_owned(),
        }
    }

    fn group(&self, group: &ToLog) -> Line<Key> {
        let sessions = u32::try_from(group.sessions).unwrap_or(u32::MAX);
        let sessions = counts(&[(sessions, "session")]);
        let run = self.cx.desk.caseload.interventions.get(group.intervention);
        let name = run.map_or_else(String::new, |run| self.cx.group_name(run));
        Line::of(Key::Log(group.intervention))
            .put(NAME, self.what - NAME - 1, name, Role::Text)
            .put(
                self.what,
                self.day - self.what - 1,
                &group.led_by,
                Role::Text,
            )
            .put_right(self.width - 1, sessions, Role::Text)
    }
}

/// "7d", "122d!", "today".
fn days(due: &Due) -> String {
    match due.days {
        _ if due.kind.is_urgent() => "!".to_owned(),
        None => String::new(),
        Some(0) => "today".to_owned(),
        Some(days) if days < 0 => format!("{}d!", -days),
        Some(days) => format!("{days}d"),
    }
}

/// "1 review, 2 other things"; "nothing".
pub(super) fn counts(of: &[(u32, &str)]) -> String {
    let words: Vec<String> = of
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, thing)| match count {
            1 => format!("1 {thing}"),
            _ => format!("{count} {thing}s"),
        })
        .collect();
    if words.is_empty() {
        "nothing".to_owned()
    } else {
        words.join(", ")
    }
}
