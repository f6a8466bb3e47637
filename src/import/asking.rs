use super::question::Question;

/// The questions about one child, as they come up.
#[derive(Debug)]
pub(super) struct Asking<'a> {
    answers: &'a [(Question, bool)],
    /// What waits for an answer.
    pub open: Vec<Question>,
}

impl<'a> Asking<'a> {
    /// With the answers given so far.
    pub fn new(answers: &'a [(Question, bool)]) -> Self {
        Self {
            answers,
            open: Vec::new(),
        }
    }

    /// Asks; none when the answer is still to come.
    pub fn ask(&mut self, question: Question) -> Option<bool> {
        let answer = self.answers.iter().find(|(asked, _)| *asked == question);
        if answer.is_none() {
            self.open.push(question);
        }
        answer.map(|(_, yes)| *yes)
    }
}
