use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Need, NeedCode};
use crate::domain::fold;

static ENGLAND: LazyLock<NeedTable> = LazyLock::new(|| {
    NeedTable::read(include_str!("../../../assets/rules/needs.toml"))
        .expect("the shipped table is read by a test")
});

/// The dated table of types of need.
#[derive(Debug)]
pub struct NeedTable {
    needs: Vec<Need>,
    by_spelling: HashMap<String, usize>,
    source: String,
    checked_on: NaiveDate,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    checked_on: NaiveDate,
    source: String,
    need: Vec<Need>,
}

impl NeedTable {
    /// The school census of England.
    pub fn england() -> &'static Self {
        &ENGLAND
    }

    fn read(text: &str) -> Result<Self, toml::de::Error> {
        let file: File = toml::from_str(text)?;
        let by_spelling = file
            .need
            .iter()
            .enumerate()
            .flat_map(|(place, need)| need.spellings().map(move |words| (fold(words), place)))
            .collect();
        Ok(Self {
            needs: file.need,
            by_spelling,
            source: file.source,
            checked_on: file.checked_on,
        })
    }

    /// The row of a code, or none when the table does not know it.
    pub fn get(&self, code: &NeedCode) -> Option<&Need> {
        self.needs.iter().find(|need| need.code() == code)
    }

    /// The code that a whole cell of a file stands for: a code, or one of the official labels, or both with a dash
    /// between that agree. Free text ("speech sounds?", "dyslexia") is none, never a guess.
    pub fn from_label(&self, words: &str) -> Option<&NeedCode> {
        let words = fold(words);
        let whole = |words: &str| self.by_spelling.get(words).copied();
        let place = whole(&words).or_else(|| {
            let (code, label) = words.split_once(" - ").or_else(|| words.split_once(": "))?;
            let code = whole(code.trim())?;
            (whole(label.trim()) == Some(code)).then_some(code)
        });
        let place = place.or_else(|| self.code_with_words(&words))?;
        self.needs.get(place).map(Need::code)
    }

    /// A code with words of its own label, shortened or put otherwise: "slcn - speech language", "asd - autism", "autistic
    /// spectrum disorder (asd)". Words that are not of the label ("asd (awaiting)") leave it open what is meant.
    fn code_with_words(&self, words: &str) -> Option<usize> {
        let (code, label) = words
            .split_once(" - ")
            .or_else(|| words.split_once(": "))
            .or_else(|| words.split_once(" ("))?;
        let label = label.trim_end_matches(')');
        let of = |code: &str, label: &str| {
            let need = NeedCode::new(code);
            let place = self.needs.iter().position(|known| *known.code() == need)?;
            let name = fold(self.needs[place].name());
            let known: Vec<&str> = stems(&name).collect();
            let mut told = stems(label).peekable();
            told.peek()?;
            told.all(|stem| known.contains(&stem)).then_some(place)
        };
        of(code.trim(), label).or_else(|| of(label.trim(), code))
    }

    /// The rows that the census of that day has, in its order.
    pub fn on(&self, day: NaiveDate) -> impl Iterator<Item = &Need> {
        self.needs.iter().filter(move |need| need.valid_on(day))
    }

    /// Every row, in the order of the census, which is also the order for showing.
    pub fn all(&self) -> &[Need] {
        &self.needs
    }

    /// Where the table was taken from.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The day on which somebody last checked the table.
    pub fn checked_on(&self) -> NaiveDate {
        self.checked_on
    }
}

/// The beginnings of the longer words: "autism" and "autistic" have one.
fn stems(words: &str) -> impl Iterator<Item = &str> {
    const STEM: usize = 5;
    const SHORT: usize = 3;
    words
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.chars().count() > SHORT)
        .map(|word| {
            let end = word
                .char_indices()
                .nth(STEM)
                .map_or(word.len(), |(end, _)| end);
            &word[..end]
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Area;
    use crate::domain::Status;
    use proptest::prelude::*;

    fn date(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    fn code_of(words: &str) -> Option<&'static str> {
        NeedTable::england().from_label(words).map(NeedCode::as_str)
    }

    #[test]
    fn the_table_holds_the_fourteen_codes_each_once() {
        let codes: Vec<_> = NeedTable::england()
            .all()
            .iter()
            .map(|need| need.code().as_str())
            .collect();
        let census = [
            "SPLD", "MLD", "SLD", "PMLD", "SEMH", "SLCN", "ASD", "HI", "VI", "MSI", "PD", "DS",
            "OTH", "NSA",
        ];
        assert_eq!(codes, census);
    }

    #[test]
    fn no_spelling_means_two_codes() {
        let table = NeedTable::england();
        for need in table.all() {
            for words in need.spellings() {
                assert_eq!(table.from_label(words), Some(need.code()), "{words}");
            }
        }
    }

    #[test]
    fn labels_of_real_files_are_read() {
        assert_eq!(code_of("Autistic Spectrum Disorder"), Some("ASD"));
        assert_eq!(
            code_of("Speech, Language and Communication Needs"),
            Some("SLCN")
        );
        assert_eq!(code_of("Social, Emotional and Mental Health"), Some("SEMH"));
        assert_eq!(code_of("Vision Impairment"), Some("VI"));
        assert_eq!(code_of("Visual  impairment "), Some("VI"));
        assert_eq!(code_of("Down Syndrome"), Some("DS"));
        assert_eq!(code_of("Down\u{2019}s syndrome"), Some("DS"));
        assert_eq!(code_of("spld"), Some("SPLD"));
        assert_eq!(code_of("SpLD - Specific Learning Difficulty"), Some("SPLD"));
        let unassessed = "SEN support but no specialist assessment of type of need";
        assert_eq!(code_of(unassessed), Some("NSA"));
    }

    #[test]
    fn free_text_is_no_code() {
        for words in [
            "",
            "speech sounds?",
            "?ASD – on pathway",
            "not sure yet",
            "dyslexia",
            "SLCN, SEMH",
            "(query ADHD)",
            "wears aids (bilateral)",
            "ASD - Moderate Learning Difficulty",
        ] {
            assert_eq!(code_of(words), None, "{words}");
        }
    }

    #[test]
    fn r10_no_assessment_goes_with_support_only() {
        let table = NeedTable::england();
        let unassessed = table.get(&NeedCode::new("NSA")).unwrap();
        assert!(unassessed.goes_with(Status::K));
        assert!(!unassessed.goes_with(Status::E));
        assert!(!unassessed.goes_with(Status::N));
        let autism = table.get(&NeedCode::new("ASD")).unwrap();
        assert!(autism.goes_with(Status::E));
    }

    #[test]
    fn codes_are_dated() {
        let table = NeedTable::england();
        let has = |day, code: &str| table.on(day).any(|need| need.code().as_str() == code);
        assert!(!has(date(2025, 1, 16), "DS"));
        assert!(has(date(2026, 1, 15), "DS"));
        assert!(has(date(2025, 1, 16), "SLCN"));
    }

    #[test]
    fn areas_follow_the_census_guide() {
        let area = |code: &str| NeedTable::england().get(&NeedCode::new(code))?.area();
        assert_eq!(area("SLCN"), Some(Area::CommunicationInteraction));
        assert_eq!(area("PMLD"), Some(Area::CognitionLearning));
        assert_eq!(area("SEMH"), Some(Area::SocialEmotionalMental));
        assert_eq!(area("MSI"), Some(Area::SensoryPhysical));
        assert_eq!(area("OTH"), None);
        assert_eq!(area("NSA"), None);
    }

    proptest! {
        #[test]
        fn any_cell_is_read_or_refused_without_a_fault(words in "\\PC{0,40}") {
            let _ = code_of(&words);
        }
    }
}
