//! The table at the end: promise, cases tried, lost, verdict.

use std::fmt::Write as _;

use super::{Promise, Size, Tally};

/// The table of what was tried.
pub fn of(size: Size, tallies: &[(Promise, Tally)]) -> String {
    let mut rows: Vec<_> = tallies.iter().collect();
    rows.sort_by_key(|(promise, _)| promise.name());
    let widest = rows.iter().map(|(promise, _)| promise.words.len()).max();
    let widest = widest.unwrap_or(0);
    let mut table = format!(
        "{:>3}  {:widest$}  {:>6}  {:>5}  verdict ({size:?})\n",
        "no.", "promise", "tried", "lost"
    );
    for (promise, tally) in rows {
        let verdict = if tally.verdict().is_ok() {
            "holds"
        } else {
            "BROKEN"
        };
        let remark = if tally.remark.is_empty() {
            String::new()
        } else {
            format!(": {}", tally.remark)
        };
        let _ = writeln!(
            table,
            "{:>3}  {:widest$}  {:>6}  {:>5}  {verdict}{remark}",
            promise.number,
            promise.words,
            tally.tried,
            tally.broken.len(),
        );
    }
    table
}
