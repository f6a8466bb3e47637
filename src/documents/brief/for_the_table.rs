//! What may be shown in the meeting.

use chrono::NaiveDate;

use super::Setting;
use super::block::{Block, WORDS};
use crate::documents::{Line, Tone, cut, width, wrap};
use crate::domain::brief::{ActionLine, ForTheTable, HelpLine, LastTime};
use crate::domain::{Code, Judged, Keeping, Said, TargetNow, TargetStanding};

/// What may be shown in the meeting, and printed for the family.
pub fn for_the_table(table: &ForTheTable, set: &Setting<'_>) -> Vec<Line> {
    let mut block = Block::new(set);
    block.lines.push(Line::heading(
        "FOR THE TABLE",
        "may be shown in the meeting",
        set.columns,
    ));
    if !table.works.is_empty() {
        block.row("Works", &table.works, Tone::Plain, None);
    }
    last_time(&mut block, table.last_time.as_ref(), set);
    targets(&mut block, &table.targets, set);
    help(&mut block, &table.help);
    words(&mut block, set.called, table.pupil_words.as_ref());
    words(&mut block, "Family", table.family_words.as_ref());
    block.lines
}

fn day(on: NaiveDate, today: NaiveDate) -> String {
    let days = (today - on).num_days().abs();
    // Within the year a day and a month say enough.
    let pattern = if days < 300 { "%-d %b" } else { "%-d %b %Y" };
    on.format(pattern).to_string()
}

fn last_time(block: &mut Block, last: Option<&LastTime>, set: &Setting<'_>) {
    let Some(last) = last else {
        block.row("Last time", "no review held yet", Tone::Quiet, None);
        return;
    };
    let held = held_words(last, set.today);
    let (done, open): (Vec<&ActionLine>, Vec<&ActionLine>) = last
        .actions
        .iter()
        .partition(|action| action.done_on.is_some());
    let done: Vec<String> = done.into_iter().map(done_words).collect();
    /// Where the second column begins, and its words after "done".
    const SECOND: usize = 45;
    const DONE: usize = SECOND + 6;
    let beside = !set.one_column && set.columns >= 76 && !done.is_empty();
    let narrow = SECOND - WORDS - 1;
    let room = if beside { narrow } else { block.room() };
    let right: Vec<String> = done
        .iter()
        .filter(|_| beside)
        .flat_map(|words| wrap(words, set.columns - DONE - 1))
        .collect();
    let open_lines = open
        .iter()
        .map(|action| wrap(&open_words(action, set.today), room).len());
    // What is done stands beside what is open; where it takes more lines, beside what was decided too.
    let spare = right.len().saturating_sub(open_lines.sum());
    let held = match spare {
        _ if set.one_column => wrap(&held, room),
        0 => vec![cut(&held, block.room())],
        _ => at_most(wrap(&held, narrow), spare, narrow),
    };
    let from = block.lines.len() + usize::from(spare == 0);
    block.rows("Last time", held, Tone::Plain, Some(last.review.into()));
    for action in open {
        let (label, tone) = match action.late_days {
            Some(_) => ("  late !", Tone::Late),
            None => ("  open", Tone::Plain),
        };
        let words = wrap(&open_words(action, set.today), room);
        block.rows(label, words, tone, Some(action.action.into()));
    }
    if !beside {
        done.into_iter()
            .for_each(|words| block.row("  done +", &words, Tone::Done, None));
        return;
    }
    for (at, words) in right.into_iter().enumerate() {
        if block.lines.len() <= from + at {
            block.lines.push(Line::default());
        }
        let line = &mut block.lines[from + at];
        if at == 0 {
            line.put(SECOND, "done", Tone::Label);
        }
        line.put(DONE, words, Tone::Done);
    }
}

/// "2 Jul: carry on; 1 met, 2 some progress. Sentences are growing."
fn held_words(last: &LastTime, today: NaiveDate) -> String {
    let decision = last
        .decision
        .map_or("no decision written down", Code::label);
    let mut words = format!("{}: {decision}", day(last.held_on, today));
    let judged: Vec<String> = last
        .judged
        .iter()
        .map(|(number, judged)| format!("{number} {}", judged.label()))
        .collect();
    if !judged.is_empty() {
        words.push_str(&format!("; {}", judged.join(", ")));
    }
    let reason = last.reason.split_whitespace().collect::<Vec<_>>().join(" ");
    if !reason.is_empty() {
        words.push_str(&format!(". {reason}"));
    }
    words
}

/// So many of some lines; the last of them is cut where there are more.
fn at_most(mut lines: Vec<String>, most: usize, columns: usize) -> Vec<String> {
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1));
        lines.push(cut(&rest.join(" "), columns));
    }
    lines
}

fn open_words(action: &ActionLine, today: NaiveDate) -> String {
    let due = match (action.by, action.late_days) {
        (Some(by), Some(1)) => format!(", due {}, 1 day", day(by, today)),
        (Some(by), Some(days)) => format!(", due {}, {days} days", day(by, today)),
        (Some(by), None) => format!(", by {}", day(by, today)),
        (None, _) => String::new(),
    };
    format!("{}: {}{due}", action.what, action.who)
}

fn done_words(action: &ActionLine) -> String {
    format!("{} ({})", action.what, action.who)
}

fn targets(block: &mut Block, targets: &[TargetNow], set: &Setting<'_>) {
    if targets.is_empty() {
        block.row("Targets", "none in this cycle", Tone::Quiet, None);
    }
    for (target, number) in targets.iter().zip(1..) {
        let (words, tone) = standing(target);
        let figures = figures(target);
        let about = Some(target.target.into());
        let label = if number == 1 { "Targets" } else { "" };
        let short = format!("{number} {}", target.short);
        if set.one_column || set.columns < 76 {
            let said = format!("{short}: {figures}, {words}");
            block.row(label, &said, tone, about);
            continue;
        }
        let end = set.columns - 24;
        let mut line = Line::about(about);
        line.put(1, label, Tone::Label);
        line.put_cut(WORDS, end - WORDS - 9, &short, Tone::Plain);
        let (path, aim) = figures.split_once(", ").unwrap_or((&figures, ""));
        line.put_right(end, path, Tone::Plain);
        line.put_cut(end + 2, 9, aim, Tone::Plain);
        line.put(end + 12, words, tone);
        block.lines.push(line);
    }
}

/// "3 > 5, aim 8". Of a target that was carried on and not measured since, from where it began in an earlier cycle.
fn figures(target: &TargetNow) -> String {
    let number = |value: Option<f64>| value.map_or_else(|| "?".to_owned(), |at| at.to_string());
    let now = target.now.map(|reading| reading.value);
    let start = if target.is_measured {
        target.start
    } else {
        target.began
    };
    format!(
        "{} > {}, aim {}",
        number(start),
        number(now),
        number(target.aim)
    )
}

/// How a target stands. One that was carried on and not measured since stands as the last review judged it.
fn standing(target: &TargetNow) -> (&'static str, Tone) {
    let is_open = matches!(
        target.standing,
        TargetStanding::TooEarly | TargetStanding::NotStarted
    );
    match target
        .last_judged
        .filter(|_| is_open && !target.is_measured)
    {
        Some(Judged::NotYet) => return ("not yet", Tone::Plain),
        Some(Judged::Some) => return ("some so far", Tone::Plain),
        // Met then is not met now: the aim is another.
        Some(Judged::Met | Judged::MoreThanMet | Judged::NotLookedAt) | None => {}
    }
    match target.standing {
        TargetStanding::Met => ("met +", Tone::Done),
        TargetStanding::OnTheWay => ("on the way", Tone::Plain),
        TargetStanding::Behind => ("behind !", Tone::Late),
        TargetStanding::TooEarly => ("too early", Tone::Quiet),
        TargetStanding::NotStarted if target.is_measured && target.by.is_none() => {
            ("no date set", Tone::Quiet)
        }
        TargetStanding::NotStarted => ("not started", Tone::Quiet),
    }
}

fn help(block: &mut Block, help: &[HelpLine]) {
    if help.is_empty() {
        block.row("Help", "none running", Tone::Quiet, None);
    }
    /// Where the figures begin, and how wide each is.
    const NAME: usize = 22;
    const FIGURE: usize = 16;
    for (at, one) in help.iter().enumerate() {
        let label = if at == 0 { "Help" } else { "" };
        let about = Some(one.intervention.into());
        let figures = help_figures(one);
        let last = figures.last().map_or(0, |words| width(words));
        let widest = figures.iter().map(|words| width(words)).max();
        let needed = NAME + FIGURE * (figures.len() - 1) + last;
        if block.room() < needed || widest > Some(FIGURE - 2) {
            let words = format!("{}: {}", one.name, figures.join(", "));
            block.row(label, &words, Tone::Plain, about);
            continue;
        }
        let mut line = Line::about(about);
        line.put(1, label, Tone::Label);
        line.put_cut(WORDS, NAME - 1, &one.name, Tone::Plain);
        for (figure, place) in figures.into_iter().zip(0..) {
            line.put(WORDS + NAME + place * FIGURE, figure, Tone::Plain);
        }
        block.lines.push(line);
    }
}

/// "27 of 30 given", "came to 25", "3 no entry".
fn help_figures(help: &HelpLine) -> Vec<String> {
    let run = &help.run;
    if run.keeping == Keeping::Standing {
        return vec!["through the day".to_owned()];
    }
    let mut figures = vec![
        format!("{} of {} given", run.given, run.promised),
        format!("came to {}", run.came),
    ];
    if run.no_entry > 0 {
        figures.push(format!("{} no entry", run.no_entry));
    }
    figures
}

fn words(block: &mut Block, label: &str, said: Option<&Said>) {
    let Some(said) = said else {
        block.row(label, "not heard yet", Tone::Quiet, None);
        return;
    };
    let mut words = format!("“{}” {}", said.words, said.on.format("%-d %b"));
    if !said.by.is_empty() && label == "Family" {
        words.push_str(&format!(", {}", said.by));
    }
    if !said.to.is_empty() {
        words.push_str(&format!(", to {}", said.to));
    }
    block.row(label, &words, Tone::Plain, None);
}
