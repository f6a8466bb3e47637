//! What is for staff only.

use super::Setting;
use super::block::{Block, WORDS};
use crate::documents::{Line, Tone, cut, width, wrap};
use crate::domain::brief::{Ask, ForYou, NotGivenLine, SinceLine};

/// More of what happened is not read in two minutes: the log has it all.
const SINCE: usize = 6;

/// What is for staff only: never in the meeting, never on a family's copy.
pub fn for_you(you: &ForYou, set: &Setting<'_>) -> Vec<Line> {
    let mut block = Block::new(set);
    block.lines.push(Line::heading(
        "FOR YOU",
        "never in the meeting, never on a family's copy",
        set.columns,
    ));
    block.flow("Careful", you.careful.iter().cloned());
    since(&mut block, &you.since);
    block.flow("Not given", you.not_given.iter().map(not_given));
    for (ask, number) in you.ask.iter().zip(1..) {
        question(&mut block, number, ask, set);
    }
    block.lines
}

fn since(block: &mut Block, since: &[SinceLine]) {
    if since.is_empty() {
        let words = "nothing is written down since the last review";
        block.row("Since", words, Tone::Quiet, None);
        return;
    }
    // A long note shows its beginning.
    let room = block.room() * 2 - 8;
    let line = |line: &SinceLine| {
        let words = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
        cut(&format!("{} {words}", line.on.format("%-d %b")), room)
    };
    let more = since.len().saturating_sub(SINCE);
    let more = (more > 0).then(|| format!("and {more} more in the log"));
    block.flow("Since", since.iter().take(SINCE).map(line).chain(more));
}

/// "Phonics catch-up 8: 5 adult away, 3 assembly".
fn not_given(line: &NotGivenLine) -> String {
    let reasons: Vec<String> = line
        .reasons
        .iter()
        .map(|(reason, times)| format!("{times} {reason}"))
        .collect();
    format!("{} {}: {}", line.name, line.times, reasons.join(", "))
}

fn question(block: &mut Block, number: usize, ask: &Ask, set: &Setting<'_>) {
    let label = if number == 1 { "Ask" } else { "" };
    let rule = format!("({})", ask.rule);
    let prompt = format!("{number} {}", ask.prompt);
    let beside = !set.one_column && width(&prompt) + width(&rule) + 2 <= block.room();
    let mut line = Line::default();
    line.put(1, label, Tone::Label);
    if beside {
        line.put(WORDS, prompt, Tone::Plain);
        line.put_right(set.columns.saturating_sub(1), &rule, Tone::Quiet);
        block.lines.push(line);
        return;
    }
    for (at, words) in wrap(&format!("{} {rule}", ask.prompt), block.room() - 2)
        .into_iter()
        .enumerate()
    {
        let mut next = std::mem::take(&mut line);
        if at == 0 {
            next.put(WORDS, number.to_string(), Tone::Plain);
        }
        next.put(WORDS + 2, words, Tone::Plain);
        block.lines.push(next);
    }
}
