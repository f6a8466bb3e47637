//! The card: a pupil's story at a glance.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::date_words::{self, with_year};
use crate::domain::{Code, Keeping, Pupil, Run, Said, Standing, TargetNow};
use crate::ui::widgets::{Paper, wrap};
use crate::ui::{Audience, Context, Role};

/// Columns of the labels.
const LABELS: usize = 10;
/// Lines that one part may take.
const MOST: usize = 4;

/// Draws the story of a pupil: needs, strengths, what works, targets, sessions, the last review, last words, flags.
pub(super) fn draw(cx: &Context<'_>, pupil: &Pupil, area: Rect, buf: &mut Buffer) {
    let Some(standing) = cx.standing(pupil) else {
        return;
    };
    let mut paper = Paper::new(buf, cx.look, area);
    paper.heading(&cx.look.full_name(pupil));
    for (label, words) in parts(cx, pupil, standing) {
        let words = cx.told(Some(pupil.id), &words);
        let mut lines = wrap(&words, paper.width().saturating_sub(LABELS));
        if lines.len() > MOST {
            lines.truncate(MOST);
            if let Some(last) = lines.last_mut() {
                last.push('…');
            }
        }
        paper.put(0, LABELS - 1, label, Role::Muted);
        for line in lines {
            paper.put(LABELS, paper.width(), &line, Role::Text);
            paper.skip(1);
        }
    }
}

/// Label and words of each part that there is something to say about.
fn parts(cx: &Context<'_>, pupil: &Pupil, standing: &Standing) -> Vec<(&'static str, String)> {
    let careful = if cx.look.audience.sees_staff_only() {
        pupil.careful.clone()
    } else {
        String::new()
    };
    let mut parts = vec![
        ("Status", status(pupil, standing)),
        ("Next", next(cx, standing)),
        ("Needs", needs(pupil)),
        ("Strengths", pupil.strengths.clone()),
        ("Works", pupil.works.clone()),
    ];
    let targets = standing.targets.iter().enumerate();
    parts.extend(targets.map(|(number, target)| {
        let label = if number == 0 { "Targets" } else { "" };
        (label, format!("{} {}", number + 1, told(target)))
    }));
    let runs = standing.runs.iter().filter_map(|(place, run)| {
        let place = cx.desk.caseload.places.get(*place)?;
        let intervention = cx.desk.caseload.interventions.get(place.intervention)?;
        Some(given(&cx.group_name(intervention), run))
    });
    parts.extend(
        runs.enumerate()
            .map(|(number, words)| (if number == 0 { "Sessions" } else { "" }, words)),
    );
    parts.extend([
        ("Review", review(cx, standing)),
        ("Child", said(cx, standing.last_pupil_words.as_ref(), false)),
        (
            "Family",
            said(cx, standing.last_family_words.as_ref(), true),
        ),
        ("Pathway", pathways(cx, pupil)),
        ("Absence", absence(cx, standing)),
        ("Section F", section_f(cx, standing)),
        ("Careful", careful),
        ("Flags", flags(cx, pupil)),
    ]);
    parts.retain(|(_, words)| !words.is_empty());
    parts
}

fn status(pupil: &Pupil, standing: &Standing) -> String {
    let status = if standing.watching {
        "watching"
    } else {
        standing.status.label()
    };
    let since = standing
        .since
        .map(|since| format!(" since {}", with_year(since)));
    let place = [
        pupil.year.map(|year| year.label()).unwrap_or_default(),
        pupil.class.clone(),
        format!("{status}{}", since.unwrap_or_default()),
        pupil
            .left_on
            .map(|on| format!("left {}", with_year(on)))
            .unwrap_or_default(),
    ];
    let place = place.into_iter().filter(|part| !part.is_empty());
    place.collect::<Vec<_>>().join(", ")
}

fn next(cx: &Context<'_>, standing: &Standing) -> String {
    let next = standing.next.as_ref().map(|next| {
        let urgent = if next.urgent { "! " } else { "" };
        let on = date_words::echo(next.on, cx.desk.today());
        format!("{urgent}{}: {on}", next.what)
    });
    next.unwrap_or_default()
}

fn needs(pupil: &Pupil) -> String {
    let needs = pupil.needs.iter().map(ToString::to_string);
    needs.collect::<Vec<_>>().join(", ")
}

/// "asks for help in 4-word sentences: 5, aim 8, on the way".
fn told(target: &TargetNow) -> String {
    let mut words = target.short.clone();
    if let Some(now) = target.now.map(|now| now.value).or(target.start) {
        words.push_str(&format!(": {now}"));
    }
    if let Some(aim) = target.aim {
        words.push_str(&format!(", aim {aim}"));
    }
    format!("{words}, {}", target.standing.label())
}

/// "Phonics 3: 16 of 27 given, came to 14, 3 no entry".
fn given(name: &str, run: &Run) -> String {
    if run.keeping == Keeping::Standing {
        return format!("{name}: standing support");
    }
    if run.promised == 0 {
        return format!("{name}: none promised yet");
    }
    let no_entry = match run.no_entry {
        0 => String::new(),
        count => format!(", {count} no entry"),
    };
    format!(
        "{name}: {} of {} given, came to {}{no_entry}",
        run.given, run.promised, run.came
    )
}

fn review(cx: &Context<'_>, standing: &Standing) -> String {
    let Some((id, on)) = standing.last_review else {
        return String::new();
    };
    let review = cx.desk.caseload.reviews.get(id);
    let decision = review.and_then(|review| review.decision);
    let decision = decision.map(|decision| format!(": {}", decision.label()));
    let count = standing.reviews_this_year;
    format!(
        "{}{} ({count} this year)",
        with_year(on),
        decision.unwrap_or_default()
    )
}

/// Somebody's words as said, when, and by whom where that is not clear.
fn said(cx: &Context<'_>, said: Option<&Said>, with_name: bool) -> String {
    let Some(said) = said else {
        return String::new();
    };
    let on = date_words::short(said.on, cx.desk.today());
    if with_name && !said.by.is_empty() {
        format!("\"{}\" {on}, {}", said.words, said.by)
    } else {
        format!("\"{}\" {on}", said.words)
    }
}

/// Diagnoses, and how far the ways toward them are: for staff only.
fn pathways(cx: &Context<'_>, pupil: &Pupil) -> String {
    if !cx.look.audience.sees_staff_only() {
        return String::new();
    }
    let diagnoses = cx.desk.caseload.diagnoses.of(pupil.id);
    let standing = diagnoses.filter(|diagnosis| diagnosis.dropped.is_empty());
    let words = standing.map(|diagnosis| format!("{}: {}", diagnosis.what, diagnosis.stage()));
    words.collect::<Vec<_>>().join("; ")
}

/// What her absence this year is called: for staff only.
fn absence(cx: &Context<'_>, standing: &Standing) -> String {
    let absence = standing
        .absence
        .filter(|_| cx.look.audience.sees_staff_only());
    absence.map_or_else(String::new, |absence| {
        format!("{} this year", absence.label())
    })
}

/// How much of section F is not arranged: for staff only.
fn section_f(cx: &Context<'_>, standing: &Standing) -> String {
    match standing.not_arranged.len() {
        0 => String::new(),
        _ if !cx.look.audience.sees_staff_only() => String::new(),
        1 => "! 1 line not arranged".to_owned(),
        count => format!("! {count} lines not arranged"),
    }
}

fn flags(cx: &Context<'_>, pupil: &Pupil) -> String {
    let language = match pupil.language.as_str() {
        "" => "EAL".to_owned(),
        language => format!("EAL ({language})"),
    };
    let is_alone = cx.look.audience == Audience::Me;
    let flags = [
        (pupil.see_dsl && is_alone, "see DSL".to_owned()),
        (pupil.pp == Some(true), "pupil premium".to_owned()),
        (pupil.fsm == Some(true), "free school meals".to_owned()),
        (pupil.eal == Some(true), language),
        (pupil.cla == Some(true), "looked after".to_owned()),
        (
            pupil.cla_before == Some(true),
            "was looked after".to_owned(),
        ),
        (pupil.service == Some(true), "service child".to_owned()),
        (pupil.young_carer == Some(true), "young carer".to_owned()),
    ];
    let flags = flags.into_iter().filter(|(is_so, _)| *is_so);
    flags.map(|(_, words)| words).collect::<Vec<_>>().join(", ")
}
