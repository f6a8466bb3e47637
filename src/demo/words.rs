use chrono::NaiveDate;

use super::build::Build;
use crate::domain::Sex;

/// Puts a pupil into a phrase.
pub(super) struct Words {
    pub(super) name: String,
    pub(super) sex: Option<Sex>,
}

impl Words {
    /// The phrase with the pupil in it, and with the teacher and assistant of that day.
    pub(super) fn fill(&self, build: &Build<'_>, phrase: &str, on: NaiveDate) -> String {
        let mut filled = String::with_capacity(phrase.len() + 16);
        let mut rest = phrase;
        while let Some((before, after)) = rest.split_once('{') {
            let (word, after) = after.split_once('}').unwrap_or((after, ""));
            filled.push_str(before);
            filled.push_str(&self.word(build, word, on));
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    fn word(&self, build: &Build<'_>, word: &str, on: NaiveDate) -> String {
        let boy = self.sex == Some(Sex::M);
        let spoken = match (word, boy) {
            ("name", _) => &self.name,
            ("she", false) => "she",
            ("she", true) => "he",
            ("She", false) => "She",
            ("She", true) => "He",
            ("her" | "him", false) => "her",
            ("her", true) => "his",
            ("him", true) => "him",
            ("Her", false) => "Her",
            ("Her", true) => "His",
            (name, _) => return build.named(name, on),
        };
        spoken.to_owned()
    }
}
