//! What lies between terms: breaks, and the whole terms they leave.

use chrono::{Datelike, Days, NaiveDate};

use super::is_weekend;
use crate::domain::academic_year::AcademicYear;
use crate::domain::break_kind::BreakKind;
use crate::domain::school_break::SchoolBreak;
use crate::domain::season::Season;
use crate::domain::term::Term;
use crate::domain::whole_term::WholeTerm;

/// A longer gap than these many days is no holiday: a term in between is not entered yet.
const LONGEST_BREAK: i64 = 35;
const LONGEST_SUMMER: i64 = 80;

/// Teaching without a break: first and last day.
type Span = (NaiveDate, NaiveDate);

/// Terms in order, joined where they overlap or only a weekend lies between.
pub(super) fn spans(terms: &[Term]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for term in terms {
        match spans.last_mut() {
            Some((_, last)) if touches(*last, term.first) => *last = term.last.max(*last),
            _ => spans.push((term.first, term.last)),
        }
    }
    spans
}

fn touches(last: NaiveDate, first: NaiveDate) -> bool {
    let between = last.iter_days().skip(1).take_while(|day| *day < first);
    between.take(3).all(is_weekend)
}

/// The breaks between spans, and the ends of the summers at either side of what is known.
pub(super) fn breaks(spans: &[Span]) -> Vec<SchoolBreak> {
    let mut breaks = Vec::new();
    breaks.extend(spans.first().and_then(|(first, _)| summer_before(*first)));
    for pair in spans.windows(2) {
        let [(_, last), (first, _)] = [pair[0], pair[1]];
        match between(last, first) {
            Some(gap) => breaks.push(gap),
            None => breaks.extend(summer_after(last).into_iter().chain(summer_before(first))),
        }
    }
    breaks.extend(spans.last().and_then(|(_, last)| summer_after(*last)));
    breaks
}

fn between(teaching_ended: NaiveDate, teaching_starts: NaiveDate) -> Option<SchoolBreak> {
    let (first, last) = (teaching_ended.succ_opt()?, teaching_starts.pred_opt()?);
    let days = (last - first).num_days() + 1;
    let middle = first.checked_add_days(Days::new(u64::try_from(days / 2).ok()?))?;
    let kind = BreakKind::in_the_middle_of(middle);
    let longest = match kind {
        BreakKind::Summer => LONGEST_SUMMER,
        BreakKind::HalfTerm | BreakKind::Christmas | BreakKind::Easter => LONGEST_BREAK,
    };
    (days <= longest).then_some(SchoolBreak { kind, first, last })
}

/// The rest of the academic year, after teaching that ended in July or August.
fn summer_after(teaching_ended: NaiveDate) -> Option<SchoolBreak> {
    let first = teaching_ended.succ_opt()?;
    let last = AcademicYear::of(teaching_ended).last();
    (matches!(teaching_ended.month(), 7 | 8) && first <= last).then_some(SchoolBreak {
        kind: BreakKind::Summer,
        first,
        last,
    })
}

/// The first days of September, before teaching that starts in its first half.
fn summer_before(teaching_starts: NaiveDate) -> Option<SchoolBreak> {
    let first = AcademicYear::of(teaching_starts).first();
    let last = teaching_starts.pred_opt()?;
    let early = teaching_starts.month() == 9 && teaching_starts.day() <= 15;
    (early && first <= last).then_some(SchoolBreak {
        kind: BreakKind::Summer,
        first,
        last,
    })
}

/// The terms by season: spans with only a half term between them belong together.
pub(super) fn whole_terms(spans: &[Span], breaks: &[SchoolBreak]) -> Vec<WholeTerm> {
    let half_term_before = |first: NaiveDate| {
        breaks
            .iter()
            .any(|gap| gap.kind == BreakKind::HalfTerm && gap.last.succ_opt() == Some(first))
    };
    let mut terms: Vec<WholeTerm> = Vec::new();
    for (first, last) in spans {
        match terms.last_mut() {
            Some(term) if half_term_before(*first) => term.last = *last,
            _ => terms.push(WholeTerm {
                season: Season::of(*first),
                first: *first,
                last: *last,
            }),
        }
    }
    terms
}
