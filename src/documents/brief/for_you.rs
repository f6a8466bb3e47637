//! What is for staff only.

use super::Setting;
use super::block::{Block, WORDS};
use crate::documents::{Line, Tone, cut, width, wrap};
use crate::domain::Said;
use crate::domain::brief::{Ask, ForYou, NotGivenLine, SinceLine};

/// More of what happened is not read in two minutes: the log has it all.
const SINCE: usize = 4;

/// What is for staff only: never in the meeting, never on a family's copy. What to ask comes first, where a small window
/// shows it. Words that were `said` stand on the table already and are not said twice.
pub fn for_you(you: &ForYou, said: &[&Said], set: &Setting<'_>) -> Vec<Line> {
    let mut block = Block::new(set);
    block.lines.push(Line::heading(
        "FOR YOU",
        "never in the meeting, never on a family's copy",
        set.columns,
    ));
    block.flow("Careful", you.careful.iter().cloned());
    for (ask, number) in you.ask.iter().zip(1..) {
        question(&mut block, number, ask, set);
    }
    since(&mut block, &you.since, said);
    block.flow("Pathway", you.pathways.iter().cloned());
    for (line, number) in you.not_arranged.iter().zip(1..) {
        let label = if number == 1 { "Section F" } else { "" };
        let words = format!("not arranged: {line}");
        block.row(label, &words, Tone::Plain, None);
    }
    block.flow("Not given", you.not_given.iter().map(not_given));
    block.lines
}

fn since(block: &mut Block, since: &[SinceLine], said: &[&Said]) {
    let is_said = |line: &SinceLine| {
        let words = |said: &&Said| said.on == line.on && said.words == line.text;
        said.iter().any(words)
    };
    let since: Vec<&SinceLine> = since.iter().filter(|line| !is_said(line)).collect();
    if since.is_empty() {
        let words = "nothing is written down since the last review";
        block.row("Since", words, Tone::Quiet, None);
        return;
    }
    // A long note shows its beginning.
    let room = block.room() * 2 - 8;
    let line = |line: &&SinceLine| {
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

/// A question, with the rule that raised it at the right.
fn question(block: &mut Block, number: usize, ask: &Ask, set: &Setting<'_>) {
    let rule = format!("({})", ask.rule);
    let room = block.room() - 2;
    let mut lines: Vec<Line> = Vec::new();
    for words in wrap(&ask.prompt, room) {
        let mut line = Line::default();
        line.put(WORDS + 2, words, Tone::Plain);
        lines.push(line);
    }
    let last = wrap(&ask.prompt, room).pop().unwrap_or_default();
    if set.one_column || width(&last) + width(&rule) + 2 > room {
        lines.push(Line::default());
    }
    if let Some(line) = lines.last_mut() {
        let from = (set.columns - 1).saturating_sub(width(&rule));
        let at = if set.one_column {
            WORDS + 2
        } else {
            from.max(WORDS + 2)
        };
        line.put_cut(at, set.columns - 1 - at, &rule, Tone::Quiet);
    }
    if let Some(line) = lines.first_mut() {
        let label = if number == 1 { "Ask" } else { "" };
        let words = std::mem::take(&mut line.pieces);
        line.put(1, label, Tone::Label);
        line.put(WORDS, number.to_string(), Tone::Plain);
        line.pieces.extend(words);
    }
    block.lines.extend(lines);
}
