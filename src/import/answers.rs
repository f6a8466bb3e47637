use std::collections::BTreeMap;

use super::incoming::Incoming;
use super::question::Question;

/// The user's answers to what the lines of a file wait for. A question that has changed since is asked again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    by_line: BTreeMap<u32, Vec<(Question, bool)>>,
}

impl Answers {
    /// Answers a question about a child.
    pub fn answer(&mut self, child: &Incoming, question: Question, yes: bool) {
        let answers = self.by_line.entry(key(child)).or_default();
        answers.retain(|(asked, _)| *asked != question);
        answers.push((question, yes));
    }

    /// Takes the answers about a child back.
    pub fn ask_again(&mut self, child: &Incoming) {
        self.by_line.remove(&key(child));
    }

    /// The answers about a child.
    pub(super) fn of(&self, child: &Incoming) -> &[(Question, bool)] {
        self.by_line.get(&key(child)).map_or(&[], Vec::as_slice)
    }
}

/// A child is named by her first line, which is hers alone.
fn key(child: &Incoming) -> u32 {
    child.lines.first().copied().unwrap_or_default()
}
