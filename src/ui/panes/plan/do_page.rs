//! The page Do: is it being given, and is it working?

mod measures;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::page::Page;
use super::{Case, detail, support};
use crate::commands::Command;
use crate::domain::{
    Cycle, InterventionId, Keeping, Measure, MeasureId, Place, PlaceId, Refusal, Run, TargetId,
    TargetNow, date_words, figures, measure,
};
use crate::ui::dialogs::{self, Choose};
use crate::ui::widgets::{Line, Listing};
use crate::ui::{Context, Effect, Role};

use measures::Measures;

/// A thing on the page that the cursor can be on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    /// A place in an intervention.
    Place(PlaceId),
    /// A target, with its measures.
    Target(TargetId),
    /// A measure.
    Measure(MeasureId),
}

/// The page Do (CoP 6.52): what was promised and what came of it, and what the targets' measures say.
#[derive(Debug, Default)]
pub(super) struct DoPage {
    listing: Listing<Row>,
    measures: Measures,
}

impl DoPage {
    fn rows(&self, cx: &Context<'_>, case: &Case<'_>, cycle: &Cycle) -> Vec<Row> {
        let runs = case.standing.map_or(&[][..], |standing| &standing.runs);
        let targets = case.standing.map_or(&[][..], |standing| &standing.targets);
        let places = runs.iter().map(|(place, _)| Row::Place(*place));
        let targets = targets.iter().map(|target| Row::Target(target.target));
        let measures = self.measures.of_cycle(cx, case, cycle);
        places
            .chain(targets)
            .chain(measures.map(|measure| Row::Measure(measure.id)))
            .collect()
    }

    fn at(&self, cx: &Context<'_>, case: &Case<'_>) -> Option<Row> {
        self.listing.at(&self.rows(cx, case, case.cycle?))
    }

    fn lines(
        &self,
        cx: &Context<'_>,
        case: &Case<'_>,
        cycle: &Cycle,
        columns: usize,
    ) -> Vec<Line<Row>> {
        let none = |words: &str| Line::plain().put(3, usize::MAX, words, Role::Muted);
        let runs = case.standing.map_or(&[][..], |standing| &standing.runs);
        let targets = case.standing.map_or(&[][..], |standing| &standing.targets);
        let mut lines = vec![help_heading(case, columns)];
        for (place, run) in runs {
            if let Some(place) = cx.desk.caseload.places.get(*place) {
                lines.extend(help_lines(cx, place, run, columns));
            }
        }
        if runs.is_empty() {
            lines.push(none(
                case.none("no place in an intervention yet: n gives one"),
            ));
        }
        lines.push(Line::heading("TARGETS, FROM START TO NOW"));
        for now in targets {
            lines.push(self.target_line(cx, now, columns));
        }
        if targets.is_empty() {
            lines.push(none(case.none("none yet: p, then n adds one")));
        }
        lines.push(Line::heading("MEASURES IN THIS CYCLE"));
        let before = lines.len();
        lines.extend(
            self.measures
                .of_cycle(cx, case, cycle)
                .map(|measure| measure_line(cx, cycle, measure, columns)),
        );
        if lines.len() == before {
            lines.push(none(case.none("none yet: n adds one")));
        }
        lines
    }

    /// "1 asks for help in 4-word sentences   3 > 4 > 5   aim 8   on the way"
    fn target_line(&self, cx: &Context<'_>, now: &TargetNow, columns: usize) -> Line<Row> {
        let caseload = cx.desk.caseload;
        let value = |value: f64| measure::value_words(&now.unit, value);
        let target = caseload.targets.get(now.target);
        let place = target.map_or(0, |target| target.place);
        let line = target
            .map(|target| figures::line_of(caseload, target))
            .unwrap_or_default();
        let since = target.and_then(|target| target.start_on);
        let readings = self.measures.all.iter().rev().filter(|measure| {
            measure.target.is_some_and(|id| line.contains(&id)) && Some(measure.on) > since
        });
        let path: Vec<String> = now
            .start
            .into_iter()
            .chain(readings.map(|measure| measure.value))
            .map(value)
            .collect();
        let aim = now.aim.map(|aim| format!("aim {}", value(aim)));
        let (standing, role) = detail::standing_words(Some(now.standing));
        let words = columns.saturating_sub(45);
        Line::of(Row::Target(now.target))
            .put(3, words, format!("{place} {}", now.short), Role::Text)
            .put(words + 4, 15, newest(&path, 14), Role::Text)
            .put(words + 20, 9, aim.unwrap_or_default(), Role::Text)
            .put_right(columns - 1, standing, role)
    }
}

/// "3 > 4 > 5": the first, and as many of the newest as there is room for.
fn newest(path: &[String], columns: usize) -> String {
    let whole = path.join(" > ");
    let Some((first, rest)) = path.split_first() else {
        return whole;
    };
    let shorter = (0..rest.len()).map(|from| {
        let rest = rest[from..].join(" > ");
        if from == 0 {
            format!("{first} > {rest}")
        } else {
            format!("{first} .. {rest}")
        }
    });
    let fits = |words: &String| words.chars().count() <= columns;
    shorter.into_iter().find(fits).unwrap_or(whole)
}

fn help_heading(case: &Case<'_>, columns: usize) -> Line<Row> {
    let words = if case.is_earlier() {
        "HELP WHILE THIS CYCLE RAN"
    } else {
        "HELP, TO DATE"
    };
    Line::heading(words)
        .put_right(columns - 36, "promised", Role::Muted)
        .put_right(columns - 28, "given", Role::Muted)
        .put_right(columns - 17, "not given", Role::Muted)
        .put_right(columns - 7, "no entry", Role::Muted)
        .put_right(columns - 1, "came", Role::Muted)
}

/// A place: what was promised, given, not given and not entered; below it why, and what is promised to the end.
fn help_lines(cx: &Context<'_>, place: &Place, run: &Run, columns: usize) -> Vec<Line<Row>> {
    let caseload = cx.desk.caseload;
    let Some(intervention) = caseload.interventions.get(place.intervention) else {
        return Vec::new();
    };
    let led_by = caseload.name_of(intervention.led_by);
    let name = cx.group_name(intervention);
    let name = if led_by.is_empty() {
        name
    } else {
        format!("{name}, {led_by}")
    };
    let first = Line::of(Row::Place(place.id)).put(3, columns.saturating_sub(48), name, Role::Text);
    if run.keeping == Keeping::Standing {
        let words = "all along: standing support is not registered";
        return vec![first.put_right(columns - 1, words, Role::Muted)];
    }
    let entry_role = if run.no_entry > 0 {
        Role::Due
    } else {
        Role::Text
    };
    let mark = if run.no_entry > 0 { "~ " } else { "" };
    let first = first
        .put_right(columns - 36, run.promised.to_string(), Role::Text)
        .put_right(columns - 28, run.given.to_string(), Role::Text)
        .put_right(columns - 17, run.not_given_in_all().to_string(), Role::Text)
        .put_right(columns - 7, format!("{mark}{}", run.no_entry), entry_role)
        .put_right(columns - 1, run.came.to_string(), Role::Text);
    let below = below(cx, place, intervention.id, run);
    if below.is_empty() {
        return vec![first];
    }
    let second = Line::of(Row::Place(place.id)).put(5, usize::MAX, below, Role::Muted);
    vec![first, second]
}

/// "not given: 5 adult away, 3 assembly   36 promised by 11 Dec"
fn below(cx: &Context<'_>, place: &Place, intervention: InterventionId, run: &Run) -> String {
    let mut parts = Vec::new();
    if !run.not_given.is_empty() {
        let reasons: Vec<_> = run
            .not_given
            .iter()
            .map(|(reason, times)| format!("{times} {reason}"))
            .collect();
        parts.push(format!("not given: {}", reasons.join(", ")));
    }
    let ends_on = cx
        .desk
        .caseload
        .interventions
        .get(intervention)
        .and_then(|intervention| intervention.ends_on);
    let last = [place.to, ends_on].into_iter().flatten().min();
    if let (Some(promised), Some(last)) = (run.promised_to_end, last)
        && promised > run.promised
    {
        parts.push(format!(
            "{promised} promised by {}",
            date_words::day_month(last)
        ));
    }
    if run.keeping == Keeping::ByException {
        parts.push("as timetabled unless marked".to_owned());
    }
    parts.join("   ")
}

fn measure_line(cx: &Context<'_>, cycle: &Cycle, measure: &Measure, columns: usize) -> Line<Row> {
    let targets = cx.desk.caseload.targets_of(cycle);
    let mut targets = targets.into_iter();
    let target = targets.find(|target| Some(target.id) == measure.target);
    let target = target.map(|target| format!("target {}", target.place));
    let day = date_words::short(measure.on, cx.desk.today());
    let value = measure::value_words(&measure.instrument, measure.value);
    Line::of(Row::Measure(measure.id))
        .put(3, 15, day, Role::Text)
        .put(
            19,
            columns.saturating_sub(57),
            &measure.instrument,
            Role::Text,
        )
        .put_right(columns - 30, value, Role::Text)
        .put(columns - 27, 10, target.unwrap_or_default(), Role::Muted)
        .put(columns - 16, 15, &measure.taken_by, Role::Muted)
}

impl Page for DoPage {
    fn draw(
        &mut self,
        cx: &Context<'_>,
        case: &Case<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) -> Position {
        let Some(cycle) = case.cycle else {
            return area.as_position();
        };
        self.measures.renew(cx, case.pupil.id);
        let lines = self.lines(cx, case, cycle, usize::from(area.width));
        self.listing.draw(&lines, cx.look, area, buf)
    }

    fn footer(&self, cx: &Context<'_>, case: &Case<'_>) -> Vec<Command> {
        match self.at(cx, case) {
            Some(_) => vec![Command::Open, Command::New, Command::Remove],
            None => vec![Command::New],
        }
    }

    fn refusal(&self, cx: &Context<'_>, case: &Case<'_>, command: Command) -> Option<Refusal> {
        let words = match (command, self.at(cx, case)) {
            (Command::Open, None) => "There is nothing to open yet: n adds a measure.",
            (Command::Done, _) => {
                "Do has no end of its own: the review closes the cycle. r goes there."
            }
            (Command::Waive, _) => "There is nothing to waive on this page.",
            (Command::Remove, Some(Row::Target(_))) => {
                "Targets are removed on the Plan page: p goes there."
            }
            (Command::Remove, None) => "There is nothing to remove here.",
            _ => return None,
        };
        Some(Refusal::new(words))
    }

    fn run(&mut self, cx: &Context<'_>, case: &Case<'_>, command: Command) -> Effect {
        let Some(cycle) = case.cycle else {
            return Effect::None;
        };
        self.measures.renew(cx, case.pupil.id);
        let rows = self.rows(cx, case, cycle);
        if self.listing.run(&rows, command) {
            return Effect::None;
        }
        let caseload = cx.desk.caseload;
        match (command, self.listing.at(&rows)) {
            (Command::New, at) => self.new_here(cx, case, cycle, at),
            (Command::Open, Some(Row::Place(id))) => support::open(cx, id),
            (Command::Open, Some(Row::Target(id))) => match caseload.targets.get(id) {
                Some(target) => Effect::open(dialogs::target::of(cx, target)),
                None => Effect::None,
            },
            (Command::Open, Some(Row::Measure(id))) => match self.measures.get(id) {
                Some(measure) => Effect::open(dialogs::measure::of(cx, measure)),
                None => Effect::None,
            },
            (Command::Remove, Some(Row::Place(id))) => support::remove(cx, id),
            (Command::Remove, Some(Row::Measure(id))) => match self.measures.get(id) {
                Some(measure) => Effect::save(Ok(measure::remove(&cx.desk, measure))),
                None => Effect::None,
            },
            _ => Effect::None,
        }
    }

    fn click(&mut self, at: Position) {
        self.listing.click(at);
    }
}

impl DoPage {
    /// A new measure or more support, for the target that the thing under the cursor is about.
    fn new_here(
        &self,
        cx: &Context<'_>,
        case: &Case<'_>,
        cycle: &Cycle,
        at: Option<Row>,
    ) -> Effect {
        let caseload = cx.desk.caseload;
        let target = match at {
            Some(Row::Target(id)) => Some(id),
            Some(Row::Measure(id)) => self.measures.get(id).and_then(|measure| measure.target),
            Some(Row::Place(id)) => caseload
                .places
                .get(id)
                .and_then(|place| detail::serves(cx, place, cycle)),
            None => None,
        };
        let measure = Effect::open(dialogs::measure::new(cx, cycle, target));
        let name = cx.look.called(case.pupil);
        let words = "a measure: a reading of where a target stands".to_owned();
        let place = match at {
            Some(Row::Place(id)) => Some(id),
            _ => None,
        };
        let choices = std::iter::once(('m', words, measure))
            .chain(support::session(cx, case, place))
            .chain(support::new(cx, cycle, target));
        Effect::open(Choose::new(format!("New for {name}"), choices))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_path_shows_its_start_and_its_newest() {
        let path =
            |words: &str| newest(&words.split(' ').map(str::to_owned).collect::<Vec<_>>(), 14);
        assert_eq!(path("3"), "3");
        assert_eq!(path("3 4 5"), "3 > 4 > 5");
        assert_eq!(path("41 45 52 58 63"), "41 .. 58 > 63");
        assert_eq!(newest(&[], 14), "");
    }
}
