//! The figures of a group: what was promised and what came of it.

use crate::domain::{Intervention, Keeping, Run, date_words};
use crate::ui::widgets::{Paper, width};
use crate::ui::{Context, Role};

/// What was promised of the group and what came of it, as far as it is saved; and the reasons.
pub(super) fn draw(cx: &Context<'_>, group: &Intervention, paper: &mut Paper<'_>) {
    let Some(run) = cx.standings.group(group.id).map(|group| &group.run) else {
        paper.line(
            " Nothing of it counts toward a running cycle any more.",
            Role::Muted,
        );
        paper.skip(1);
        return;
    };
    let Some(to) = run.to_date else {
        paper.line(" Nothing was promised up to today.", Role::Muted);
        paper.put_right(paper.width() - 1, &promised(run, group), Role::Muted);
        paper.skip(1);
        return;
    };
    let so_far = format!("So far, to {}:", date_words::short(to, cx.desk.today()));
    paper.put(1, 24, &so_far, Role::Muted);
    let no_entry = match group.keeping {
        Keeping::EachSession => format!("{} no entry", run.no_entry),
        Keeping::ByException | Keeping::Standing => "0 no entry (by exception)".to_owned(),
    };
    let sum = format!(
        "{} promised = {} given + {} not given + {no_entry}",
        run.promised,
        run.given,
        run.not_given_in_all()
    );
    paper.put(25, paper.width(), &sum, Role::Text);
    paper.skip(1);
    let to_end = promised(run, group);
    if !run.not_given.is_empty() {
        let reasons: Vec<String> = run
            .not_given
            .iter()
            .map(|(reason, times)| format!("{times} {reason}"))
            .collect();
        let reasons = format!("not given: {}", reasons.join(", "));
        let room = paper.width().saturating_sub(3 + to_end.len());
        // Under the sum where there is room, else from the edge.
        let column = if 25 + width(&reasons) <= room { 25 } else { 1 };
        paper.put(column, room - column, &reasons, Role::Text);
    }
    paper.put_right(paper.width() - 1, &to_end, Role::Muted);
    paper.skip(1);
}

/// "36 by 11 Dec".
fn promised(run: &Run, group: &Intervention) -> String {
    match (run.promised_to_end, group.ends_on) {
        (Some(promised), Some(ends)) => format!("{promised} by {}", date_words::day_month(ends)),
        _ => String::new(),
    }
}
