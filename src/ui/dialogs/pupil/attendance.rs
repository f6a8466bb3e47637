//! The page Attendance: half-days and suspension term by term, with what they are called.

use super::At;
use crate::domain::half_days::{self, YearOfHalfDays};
use crate::domain::{Absence, AcademicYear, HalfDays, Pupil};
use crate::ui::widgets::{Line, wrap};
use crate::ui::{Context, Role};

/// The year so far, in a line.
pub(super) fn summary(cx: &Context<'_>, pupil: &Pupil) -> String {
    let year = AcademicYear::of(cx.desk.today());
    let of_year = YearOfHalfDays::of(cx.desk.caseload, pupil.id, year);
    let known = [
        of_year.attendance().map(half_days::percent),
        of_year
            .absence(cx.desk.rules, cx.desk.today())
            .map(|absence| absence.label().to_owned()),
        suspended(of_year.suspended),
    ];
    let known: Vec<_> = known.into_iter().flatten().collect();
    match known.as_slice() {
        [] => "none typed this year".to_owned(),
        known => format!("{year}: {}", known.join(", ")),
    }
}

fn suspended(half_days: u32) -> Option<String> {
    (half_days > 0).then(|| format!("suspended {}", half_days::days(half_days)))
}

/// The terms, the newest year first, each year with its sum.
pub(super) fn lines(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let mut terms: Vec<_> = cx.desk.caseload.half_days.of(pupil.id).collect();
    if terms.is_empty() {
        let words = "No figures yet: half-days possible and attended, or a percentage; days of suspension. n adds a term.";
        let wrapped = wrap(words, columns.saturating_sub(4)).into_iter();
        return wrapped
            .map(|words| Line::plain().put(3, usize::MAX, words, Role::Muted))
            .collect();
    }
    terms.sort_by_key(|term| std::cmp::Reverse((term.year, term.season)));
    let mut lines: Vec<Line<At>> = Vec::new();
    for year in terms.chunk_by(|one, other| one.year == other.year) {
        if !lines.is_empty() {
            lines.push(Line::plain());
        }
        let academic = year[0].academic_year();
        lines.push(Line::heading(&format!("  {academic}")));
        lines.extend(year.iter().flat_map(|term| line(cx, term, columns)));
        lines.extend(sum(cx, pupil, academic, columns));
    }
    lines.push(Line::plain());
    let today = cx.desk.today();
    let basis = format!(
        "Absence counts against this pupil's own possible half-days ({}).",
        Absence::basis(cx.desk.rules, today)
    );
    let wrapped = wrap(&basis, columns.saturating_sub(4)).into_iter();
    lines.extend(wrapped.map(|words| Line::plain().put(3, usize::MAX, words, Role::Muted)));
    lines
}

fn line(cx: &Context<'_>, term: &HalfDays, columns: usize) -> Vec<Line<At>> {
    let key = At::HalfDays(term.id);
    let attendance = term.attendance();
    let counted = term
        .counted()
        .map(|(possible, attended)| format!("{attended} of {possible} half-days"));
    let attended = [counted, attendance.map(half_days::percent)];
    let attended: Vec<_> = attended.into_iter().flatten().collect();
    let attended = match attended.as_slice() {
        [] => "attendance not known".to_owned(),
        attended => attended.join(", "),
    };
    let absence = attendance.and_then(|share| Absence::of(cx.desk.rules, cx.desk.today(), share));
    let absence = absence.map_or("", Absence::label);
    let first = Line::of(key)
        .put(3, 14, term.label(), Role::Text)
        .put(18, 28, attended, Role::Text)
        .put(47, usize::MAX, absence, Role::Due);
    let note = Some(cx.told(Some(term.pupil), &term.note)).filter(|note| !note.is_empty());
    let below: Vec<_> = suspended(term.suspended).into_iter().chain(note).collect();
    let below = wrap(&below.join("; "), columns.saturating_sub(19)).into_iter();
    let below = below.map(|words| Line::of(key).put(18, usize::MAX, words, Role::Muted));
    std::iter::once(first).chain(below).collect()
}

/// The sum of a year, with what it is called and the most suspension there may be.
fn sum(cx: &Context<'_>, pupil: &Pupil, year: AcademicYear, columns: usize) -> Vec<Line<At>> {
    let today = cx.desk.today();
    let sum = YearOfHalfDays::of(cx.desk.caseload, pupil.id, year);
    let counted = (sum.possible > 0).then(|| {
        let share = sum.attendance().map(half_days::percent).unwrap_or_default();
        format!("{} of {} half-days, {share}", sum.attended, sum.possible)
    });
    let uncounted = match sum.uncounted {
        0 => None,
        1 => Some("1 term known only as a percentage, in no sum".to_owned()),
        count => Some(format!(
            "{count} terms known only as percentages, in no sum"
        )),
    };
    let absence = sum.absence(cx.desk.rules, today);
    let most = cx.desk.rules.numbers(today).suspension_school_days_a_year;
    let suspended = suspended(sum.suspended)
        .map(|words| format!("{words} (at most {most} school days in a year)"));
    let known = [
        counted,
        absence.map(|absence| absence.label().to_owned()),
        suspended,
        uncounted,
    ];
    let known: Vec<_> = known.into_iter().flatten().collect();
    let words = format!("in all: {}", known.join("; "));
    let wrapped = wrap(&words, columns.saturating_sub(4)).into_iter();
    wrapped
        .filter(|_| !known.is_empty())
        .map(|words| Line::plain().put(3, usize::MAX, words, Role::Muted))
        .collect()
}
