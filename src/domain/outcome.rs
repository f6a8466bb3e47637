//! [`Outcome`]: a long-term aim; and what is done with one.

mod put;
mod remove;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Area, Id, OutcomeSource, PupilId};

pub use put::put;
pub use remove::remove;

/// The id of an [`Outcome`].
pub type OutcomeId = Id<Outcome>;

/// The long-term aim that targets are steps toward: an EHC plan's section E, or the end of the year or key stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Its id.
    pub id: OutcomeId,
    /// The pupil.
    pub pupil: PupilId,
    /// The broad area of need it belongs to.
    pub area: Option<Area>,
    /// What the plan calls it: "E1". Empty where it has no such name.
    #[serde(default)]
    pub code: String,
    /// The aim in words.
    pub words: String,
    /// Where it comes from.
    pub source: OutcomeSource,
    /// By when.
    pub by: Option<NaiveDate>,
    /// When it was met, or put aside.
    pub ended_on: Option<NaiveDate>,
}

impl Outcome {
    /// In a line, with what the plan calls it: "E1 By the end of Key Stage 2 ...".
    pub fn listed(&self) -> String {
        let words = self.words.replace('\n', " ");
        match self.code.as_str() {
            "" => words,
            code => format!("{code} {words}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::{AISHA, TestDesk, date};
    use crate::domain::{Cycle, CycleId, Edit, Target, TargetId};

    fn outcome() -> Outcome {
        Outcome {
            id: OutcomeId::new(81),
            pupil: AISHA,
            area: None,
            code: String::new(),
            words: "Aisha makes her needs known to any adult.".into(),
            source: OutcomeSource::School,
            by: None,
            ended_on: None,
        }
    }

    #[test]
    fn an_outcome_needs_words_and_ends_no_later_than_today() {
        let desk = TestDesk::new();
        let field = |outcome| put(&desk.desk(), outcome).expect_err("a refusal").field;
        let wordless = Outcome {
            words: String::new(),
            ..outcome()
        };
        assert_eq!(field(wordless).as_deref(), Some("words"));
        let ended = Outcome {
            ended_on: Some(date("2026-11-24")),
            ..outcome()
        };
        assert_eq!(field(ended).as_deref(), Some("ended_on"));
        let edit = put(&desk.desk(), outcome()).expect("an edit");
        assert_eq!(edit.label, "Outcome added for Aisha Khan");
    }

    #[test]
    fn an_outcome_with_targets_stays() {
        let cycle = Cycle::new(CycleId::new(31), AISHA, 1, date("2026-09-09"));
        let target = Target {
            outcome: Some(outcome().id),
            ..Target::new(TargetId::new(41), &cycle, 1)
        };
        let mut desk = TestDesk::new().with(Edit::new("").put(outcome()));
        assert!(remove(&desk.desk(), &outcome()).is_ok());
        desk.save(Edit::new("").put(cycle).put(target));
        assert!(remove(&desk.desk(), &outcome()).is_err());
    }
}
