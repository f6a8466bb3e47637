//! Provision in lines: what runs, what has ended, and the catalogue.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::domain::{
    Code, Intervention, InterventionId, Keeping, Place, PlaceId, Provision, ProvisionId,
    date_words, fold, promise, slot,
};
use crate::ui::widgets::Line;
use crate::ui::{Context, Role};

/// What ended longer ago than this is left out: it stands in the timelines of its pupils.
const RECENT: u64 = 366;

/// A row of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// An intervention.
    Run(InterventionId),
    /// A pupil's place in it.
    Place(PlaceId),
    /// A provision of the catalogue.
    Provision(ProvisionId),
}

/// Where the columns begin, or end for numbers.
struct Columns {
    led_by: usize,
    timetable: usize,
    pupils: usize,
    until: usize,
    width: usize,
}

impl Columns {
    fn of(width: usize) -> Self {
        let (led_by, timetable) = if width >= 100 { (40, 60) } else { (28, 39) };
        Self {
            led_by,
            timetable,
            pupils: width - 20,
            until: width - 18,
            width,
        }
    }
}

/// All lines of the page.
pub fn of_all(
    cx: &Context<'_>,
    unfolded: &BTreeSet<InterventionId>,
    width: usize,
) -> Vec<Line<Row>> {
    let columns = Columns::of(width);
    let today = cx.desk.today();
    let recent = today.checked_sub_days(Days::new(RECENT)).unwrap_or(today);
    let mut runs: Vec<&Intervention> = cx
        .desk
        .caseload
        .interventions
        .iter()
        .filter(|run| cx.may_show_group(run.id))
        .collect();
    runs.sort_by_cached_key(|run| (!has_in_hand(cx, run), fold(&run.name), run.id));
    let has_ended = |run: &&&Intervention| run.ends_on.is_some_and(|ends| ends < today);
    let is_recent = |run: &&&Intervention| run.ends_on.is_some_and(|ends| ends >= recent);
    let mut lines = Vec::new();
    let running: Vec<_> = runs.iter().filter(|run| !has_ended(run)).collect();
    let ended: Vec<_> = runs.iter().filter(has_ended).filter(is_recent).collect();
    for (heading, runs) in [("RUNNING", running), ("ENDED", ended)] {
        if runs.is_empty() {
            continue;
        }
        lines.push(
            Line::heading(heading)
                .put(columns.led_by, 10, "led by", Role::Muted)
                .put(columns.timetable, 10, "timetable", Role::Muted)
                .put_right(columns.pupils, "pupils", Role::Muted)
                .put(columns.until + 1, 6, "until", Role::Muted)
                .put_right(columns.width - 1, "promised", Role::Muted),
        );
        for run in runs {
            lines.push(run_line(cx, run, &columns));
            if unfolded.contains(&run.id) {
                lines.extend(place_lines(cx, run, &columns));
            }
        }
    }
    lines.extend(catalogue(cx, &columns));
    lines
}

fn has_in_hand(cx: &Context<'_>, run: &Intervention) -> bool {
    let mut places = cx.desk.caseload.places_in(run.id);
    places.any(|place| Some(place.pupil) == cx.hand.pupil)
}

fn run_line(cx: &Context<'_>, run: &Intervention, columns: &Columns) -> Line<Row> {
    let name = cx.group_name(run);
    let (name, role) = if has_in_hand(cx, run) {
        (format!("{name} +"), Role::Focus)
    } else {
        (name, Role::Text)
    };
    let today = cx.desk.today();
    let pupils = places(cx, run)
        .into_iter()
        .filter(|place| place.covers(today.max(run.began_on)))
        .count();
    let until = match run.ends_on {
        _ if run.began_on > today => format!("from {}", date_words::day_month(run.began_on)),
        Some(ends) => date_words::day_month(ends),
        None => "open".to_owned(),
    };
    Line::of(Row::Run(run.id))
        .put(3, columns.led_by - 4, name, role)
        .put(
            columns.led_by,
            columns.timetable - columns.led_by - 1,
            cx.desk.caseload.name_of(run.led_by),
            Role::Text,
        )
        .put(
            columns.timetable,
            columns.pupils - columns.timetable - 3,
            slot::write_slots(&run.slots),
            Role::Muted,
        )
        .put_right(columns.pupils, pupils.to_string(), Role::Text)
        .put(columns.until + 1, 11, until, Role::Muted)
        .put_right(columns.width - 1, promised(cx, run), Role::Text)
}

/// "12 h" to the end; while that is open, "1 h a week".
fn promised(cx: &Context<'_>, run: &Intervention) -> String {
    if run.keeping == Keeping::Standing {
        return "standing".to_owned();
    }
    match sessions_to_end(cx, run) {
        Some(sessions) => hours(sessions * run.minutes),
        None => format!("{}/wk", hours(run.minutes_a_week())),
    }
}

fn sessions_to_end(cx: &Context<'_>, run: &Intervention) -> Option<u32> {
    let ends = run.ends_on?;
    let promises = promise::promises(run, cx.desk.calendar, run.began_on, ends);
    u32::try_from(promises.len()).ok()
}

/// "12 h", "3 h 20", "40 min".
fn hours(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes:02}"),
    }
}

/// The places in an intervention, in the order of the list.
fn places<'a>(cx: &Context<'a>, run: &Intervention) -> Vec<&'a Place> {
    let caseload = cx.desk.caseload;
    let mut places: Vec<&Place> = caseload.places_in(run.id).collect();
    places.sort_by_cached_key(|place| {
        let pupil = caseload.pupils.get(place.pupil);
        (pupil.map(|pupil| fold(&pupil.listed())), place.id)
    });
    places
}

fn place_lines(cx: &Context<'_>, run: &Intervention, columns: &Columns) -> Vec<Line<Row>> {
    let caseload = cx.desk.caseload;
    let lines = places(cx, run).into_iter().map(|place| {
        let pupil = caseload.pupils.get(place.pupil);
        let name = pupil.map(|pupil| cx.look.name(pupil)).unwrap_or_default();
        let role = if Some(place.pupil) == cx.hand.pupil {
            Role::Focus
        } else {
            Role::Text
        };
        let standing = cx.standings.get(place.pupil);
        let run = standing.and_then(|standing| {
            let mut runs = standing.runs.iter();
            runs.find(|(id, _)| *id == place.id).map(|(_, run)| run)
        });
        let came = run.map(|run| format!("came to {} of {}", run.came, run.given));
        Line::of(Row::Place(place.id))
            .put(5, columns.led_by - 6, name, role)
            .put(columns.led_by, 30, when(place), Role::Muted)
            .put_right(columns.width - 1, came.unwrap_or_default(), Role::Muted)
    });
    lines.collect()
}

/// "from 5 Oct to 20 Nov"; nothing for one who is in it from first to last.
fn when(place: &Place) -> String {
    let day = |on: NaiveDate| date_words::day_month(on);
    match (place.from, place.to) {
        (Some(from), Some(to)) => format!("from {} to {}", day(from), day(to)),
        (Some(from), None) => format!("from {}", day(from)),
        (None, Some(to)) => format!("to {}", day(to)),
        (None, None) => String::new(),
    }
}

fn catalogue(cx: &Context<'_>, columns: &Columns) -> Vec<Line<Row>> {
    let mut provisions: Vec<&Provision> = cx.desk.caseload.provisions.iter().collect();
    if provisions.is_empty() {
        return Vec::new();
    }
    provisions.sort_by_cached_key(|provision| (provision.wave, fold(&provision.name)));
    let heading = Line::heading("CATALOGUE")
        .put(columns.led_by, 10, "wave", Role::Muted)
        .put(columns.timetable, 10, "area", Role::Muted)
        .put_right(columns.width - 1, "usual session", Role::Muted);
    let lines = provisions.into_iter().map(|provision| {
        let area = provision.area.map_or("", Code::label);
        Line::of(Row::Provision(provision.id))
            .put(3, columns.led_by - 4, &provision.name, Role::Text)
            .put(columns.led_by, 10, wave(provision.wave), Role::Muted)
            .put(
                columns.timetable,
                columns.width - columns.timetable - 21,
                area,
                Role::Muted,
            )
            .put_right(columns.width - 1, usual(provision), Role::Muted)
    });
    std::iter::once(heading).chain(lines).collect()
}

fn wave(wave: u8) -> String {
    let word = match wave {
        1 => "all",
        2 => "targeted",
        _ => "special",
    };
    format!("{wave} {word}")
}

/// "20 min, 5".
fn usual(provision: &Provision) -> String {
    let minutes = provision.minutes.map(|minutes| format!("{minutes} min"));
    let group = provision.group_size.map(|size| format!("{size} in group"));
    let parts: Vec<String> = [minutes, group].into_iter().flatten().collect();
    parts.join(", ")
}

/// Tells of what is under the cursor, with the sums shown.
pub fn detail(cx: &Context<'_>, row: Row) -> Vec<String> {
    let caseload = cx.desk.caseload;
    match row {
        Row::Run(id) => caseload
            .interventions
            .get(id)
            .map(|run| of_run(cx, run))
            .unwrap_or_default(),
        Row::Place(id) => {
            let place = caseload.places.get(id);
            let target = place.and_then(|place| caseload.targets.get(place.target?));
            vec![match target {
                Some(target) => format!("Serves the target: {}", target.short),
                None => "Serves no target yet: Enter says which, and from when to when.".to_owned(),
            }]
        }
        Row::Provision(id) => {
            let provision = caseload.provisions.get(id);
            provision
                .map(|provision| provision.words.clone())
                .into_iter()
                .collect()
        }
    }
}

fn of_run(cx: &Context<'_>, run: &Intervention) -> Vec<String> {
    let provision = cx.desk.caseload.provisions.get(run.provision);
    let area = provision.and_then(|provision| provision.area);
    let kind: Vec<String> = [
        provision.map(|provision| provision.name.clone()),
        provision.map(|provision| format!("wave {}", provision.wave)),
        area.map(|area| area.label().to_owned()),
        Some(format!("kept {}", kept(run.keeping))),
        (!run.room.is_empty()).then(|| run.room.clone()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let weekly = format!(
        "{} a week x {} min = {} a week",
        run.slots.len(),
        run.minutes,
        hours(run.minutes_a_week())
    );
    let sum = match (run.keeping, sessions_to_end(cx, run)) {
        (Keeping::Standing, _) => format!("{} min a day, costed and not registered", run.minutes),
        (_, Some(sessions)) => format!(
            "{sessions} sessions x {} min = {}; {weekly}",
            run.minutes,
            hours(sessions * run.minutes)
        ),
        (_, None) => weekly,
    };
    vec![
        kind.join(", "),
        sum,
        format!("{}. Right lists its pupils.", of_leader(cx, run)),
    ]
}

fn kept(keeping: Keeping) -> &'static str {
    match keeping {
        Keeping::EachSession => "session by session",
        Keeping::ByException => "by exception",
        Keeping::Standing => "as standing support",
    }
}

/// "Mrs Bell: 3 h 20 a week promised, of 5 h a week".
fn of_leader(cx: &Context<'_>, run: &Intervention) -> String {
    let caseload = cx.desk.caseload;
    let Some(person) = run.led_by.and_then(|id| caseload.people.get(id)) else {
        return "Nobody leads it yet".to_owned();
    };
    let today = cx.desk.today();
    let promised: u32 = caseload
        .interventions
        .iter()
        .filter(|other| other.led_by == run.led_by && other.runs_in(today, today))
        .filter(|other| other.keeping != Keeping::Standing)
        .map(Intervention::minutes_a_week)
        .sum();
    let available = match person.minutes_a_week {
        Some(minutes) if promised > minutes => {
            format!(", ! more than the {} there are", hours(minutes))
        }
        Some(minutes) => format!(" of the {} there are", hours(minutes)),
        None => String::new(),
    };
    format!(
        "{}: {} a week promised{available}",
        person.name,
        hours(promised)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_told_as_hours() {
        for (minutes, told) in [
            (0, "0 min"),
            (40, "40 min"),
            (60, "1 h"),
            (200, "3 h 20"),
            (725, "12 h 05"),
        ] {
            assert_eq!(hours(minutes), told);
        }
    }
}
