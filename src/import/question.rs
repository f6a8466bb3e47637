use super::part::Part;
use crate::domain::PupilId;

/// What a line waits for: a question with yes and no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// The reader was not sure of the line.
    Take {
        /// Why, as a sentence.
        why: String,
    },
    /// Is she this pupil?
    Same {
        /// The pupil.
        pupil: PupilId,
        /// Her name and class.
        name: String,
        /// What is the same and what is not, as a sentence.
        why: String,
    },
    /// Another line of the file is this pupil already.
    Again {
        /// Her name.
        name: String,
        /// The other line, from 1.
        line: u32,
    },
    /// She had left.
    Back {
        /// Her name.
        name: String,
        /// When, in words.
        left: String,
    },
    /// The caseload and the file differ, and both may be right.
    Differs {
        /// In what.
        part: Part,
        /// The caseload's value, as it is shown.
        ours: String,
        /// The file's value, as it is shown.
        theirs: String,
        /// Whether ours was changed by hand since the last import.
        by_hand: bool,
    },
}

impl Question {
    /// The question, as it is asked.
    pub fn words(&self) -> String {
        match self {
            Self::Take { why } => why.clone(),
            Self::Same { name, why, .. } => format!("Is this {name}? {why}"),
            Self::Again { name, line } => {
                format!("Line {line} is {name} already. Is this another pupil?")
            }
            Self::Back { name, left } => format!("{name} left on {left}. Is the pupil back?"),
            Self::Differs {
                part,
                ours,
                theirs,
                by_hand,
            } => {
                let label = part.label();
                match (ours.is_empty(), by_hand) {
                    (true, _) => format!(
                        "{label}: taken out by hand, and the file now says \"{theirs}\". Take the file's?"
                    ),
                    (false, true) => format!(
                        "{label}: changed by hand to \"{ours}\", and the file now says \"{theirs}\". Take the file's?"
                    ),
                    (false, false) => format!(
                        "{label}: the caseload says \"{ours}\", the file \"{theirs}\". Take the file's?"
                    ),
                }
            }
        }
    }

    /// What yes does.
    pub fn yes(&self) -> &'static str {
        match self {
            Self::Take { .. } => "take the line as it was read",
            Self::Same { .. } => "the same pupil",
            Self::Again { .. } => "another pupil, to be added",
            Self::Back { .. } => "back, and on the caseload again",
            Self::Differs { .. } => "take the file's",
        }
    }

    /// What no does.
    pub fn no(&self) -> &'static str {
        match self {
            Self::Take { .. } | Self::Again { .. } | Self::Back { .. } => "leave the line out",
            Self::Same { .. } => "another pupil",
            Self::Differs { .. } => "keep ours",
        }
    }
}
