use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::fold;

static SHIPPED: LazyLock<VagueWords> = LazyLock::new(|| {
    VagueWords::read(include_str!("../../../assets/rules/vague.toml"))
        .expect("the shipped words are read by a test")
});

/// Where in a plan words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Place {
    Target,
    Strategy,
}

/// Vague words found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The words as the list has them.
    pub id: String,
    /// The words as they were typed, on one line.
    pub quoted: String,
    /// The question they leave open.
    pub ask: &'static str,
}

/// The lists of vague words and of words that make a target observable.
#[derive(Debug)]
pub(super) struct VagueWords {
    phrases: Vec<Phrase>,
    seen: Vec<String>,
    counted: HashSet<String>,
}

/// One phrase, word by word, in folded form.
#[derive(Debug)]
struct Phrase {
    words: Vec<String>,
    ask: String,
    only: Option<Place>,
    unless_number: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    vague: Vec<Row>,
    criterion: Criterion,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    words: Vec<String>,
    ask: String,
    only: Option<Place>,
    #[serde(default)]
    unless_number: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Criterion {
    seen: Vec<String>,
    counted: HashSet<String>,
}

impl VagueWords {
    /// The lists as shipped.
    pub(super) fn shipped() -> &'static Self {
        &SHIPPED
    }

    fn read(text: &str) -> Result<Self, toml::de::Error> {
        let file: File = toml::from_str(text)?;
        let phrases = file.vague.into_iter().flat_map(|row| {
            row.words.into_iter().map(move |phrase| Phrase {
                words: words_of(&phrase).map(fold).collect(),
                ask: row.ask.clone(),
                only: row.only,
                unless_number: row.unless_number,
            })
        });
        Ok(Self {
            phrases: phrases.collect(),
            seen: file.criterion.seen,
            counted: file.criterion.counted,
        })
    }

    /// The vague words of a text in order, each phrase once; the longest phrase wins where two begin at one word.
    pub(super) fn find(&'static self, text: &str, place: Place) -> Vec<Found> {
        let typed: Vec<&str> = words_of(text).collect();
        let folded: Vec<String> = typed.iter().copied().map(fold).collect();
        let has_number = self.has_number(&folded);
        let mut found: Vec<Found> = Vec::new();
        let mut at = 0;
        while at < folded.len() {
            let longest = self
                .phrases
                .iter()
                .filter(|phrase| phrase.only.is_none_or(|only| only == place))
                .filter(|phrase| !(phrase.unless_number && has_number))
                .filter(|phrase| folded[at..].starts_with(&phrase.words))
                .max_by_key(|phrase| phrase.words.len());
            let Some(phrase) = longest else {
                at += 1;
                continue;
            };
            let end = at + phrase.words.len();
            let id = phrase.words.join(" ");
            if found.iter().all(|earlier| earlier.id != id) {
                found.push(Found {
                    id,
                    quoted: typed[at..end].join(" "),
                    ask: &phrase.ask,
                });
            }
            at = end;
        }
        found
    }

    /// Whether a text holds a number or a word for something that anyone could see or hear.
    pub(super) fn has_criterion(&self, text: &str) -> bool {
        let folded: Vec<String> = words_of(text).map(fold).collect();
        self.has_number(&folded) || folded.iter().any(|word| self.is_seen(word))
    }

    fn has_number(&self, folded: &[String]) -> bool {
        folded.iter().any(|word| {
            self.counted.contains(word) || word.chars().any(|letter| letter.is_ascii_digit())
        })
    }

    fn is_seen(&self, word: &str) -> bool {
        self.seen.iter().any(|base| is_form_of(base, word))
    }
}

/// The words of a text as typed, without what stands between them.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '\'' | '\u{2019}'))
        .filter(|word| !word.is_empty())
}

/// Whether a word is a verb with one of its regular endings: ask, asks, asked, asking; write, writing; stop, stopped;
/// tidy, tidies.
fn is_form_of(base: &str, word: &str) -> bool {
    const ENDINGS: [&str; 5] = ["", "s", "es", "ed", "ing"];
    let ends = |stem: &str, endings: &[&str]| {
        word.strip_prefix(stem)
            .is_some_and(|rest| endings.contains(&rest))
    };
    let doubled = || match base.chars().last() {
        Some(last) => ends(&format!("{base}{last}"), &["ed", "ing"]),
        None => false,
    };
    let without = |letter, endings: &[&str]| {
        base.strip_suffix(letter)
            .is_some_and(|stem| ends(stem, endings))
    };
    ends(base, &ENDINGS)
        || without('e', &["ed", "ing"])
        || without('y', &["ies", "ied"])
        || doubled()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_lists_are_clean() {
        let shipped = VagueWords::shipped();
        let mut once = HashSet::new();
        for phrase in &shipped.phrases {
            let words = phrase.words.join(" ");
            assert!(!words.is_empty() && !phrase.ask.is_empty());
            assert!(once.insert(words.clone()), "{words} stands twice");
        }
        assert!(shipped.seen.iter().is_sorted());
    }

    #[test]
    fn verbs_are_known_in_their_regular_forms() {
        for word in ["ask", "asks", "asked", "asking"] {
            assert!(is_form_of("ask", word), "{word}");
        }
        assert!(is_form_of("write", "writing"));
        assert!(is_form_of("write", "writes"));
        assert!(is_form_of("stop", "stopping"));
        assert!(is_form_of("tidy", "tidies"));
        assert!(is_form_of("match", "matches"));
        assert!(!is_form_of("ask", "basket"));
        assert!(!is_form_of("read", "ready"));
        assert!(!is_form_of("form", "formal"));
    }
}
