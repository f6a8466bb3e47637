//! [`SearchWords`]: what somebody looks for in the log.

use unicode_normalization::char::is_combining_mark;

use super::{Hit, OtherPlanKind, fold};

/// What somebody looks for: each word, or its beginning, must be there; accents and case do not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchWords {
    typed: Vec<String>,
    folded: Vec<String>,
}

impl SearchWords {
    /// The words in what was typed.
    pub fn of(typed: &str) -> Self {
        let typed: Vec<String> = words(typed).map(|(_, word)| word.to_owned()).collect();
        let folded = typed.iter().map(|word| fold(word)).collect();
        Self { typed, folded }
    }

    /// The words in what was typed, as schools write them that call a healthcare plan by its other name: IHP for IHCP, IHCP
    /// for IHP. None where neither is among them.
    pub fn otherwise(typed: &str) -> Option<Self> {
        let [ihp, ihcp] = OtherPlanKind::SHORT;
        let mut is_other = false;
        let written: Vec<&str> = words(typed)
            .map(|(_, word)| match fold(word) {
                folded if folded == ihp => (true, ihcp),
                folded if folded == ihcp => (true, ihp),
                _ => (false, word),
            })
            .map(|(is_one, word)| {
                is_other |= is_one;
                word
            })
            .collect();
        is_other.then(|| Self::of(&written.join(" ")))
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }

    /// The words as typed.
    pub fn typed(&self) -> &[String] {
        &self.typed
    }

    /// Whether all of them are in these texts taken together.
    pub fn are_in(&self, texts: &[&str]) -> bool {
        let there: Vec<String> = texts
            .iter()
            .flat_map(|text| words(text))
            .map(|(_, word)| fold(word))
            .collect();
        self.folded
            .iter()
            .all(|sought| there.iter().any(|word| word.starts_with(sought)))
    }

    /// The first word of a text that is looked for, in its sentence.
    pub fn hit<'a>(&self, text: &'a str) -> Option<Hit<'a>> {
        let sought = |word: &str| {
            let word = fold(word);
            self.folded.iter().any(|sought| word.starts_with(sought))
        };
        let (start, word) = words(text).find(|(_, word)| sought(word))?;
        Some(Hit::at(text, start..start + word.len()))
    }
}

/// The words of a text as the search index sees them, each with where it starts.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let in_word = |letter: char| letter.is_alphanumeric() || is_combining_mark(letter);
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(in_word)?;
        let length = text[start..].find(|letter| !in_word(letter));
        let end = length.map_or(text.len(), |length| start + length);
        rest = end;
        Some((start, &text[start..end]))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ihp_and_ihcp_find_each_other() {
        let found = |typed: &str, text: &str| {
            SearchWords::otherwise(typed).is_some_and(|words| words.are_in(&[text]))
        };
        assert!(found("IHP", "Her IHCP was gone through."));
        assert!(found("ihcp gone", "The IHP is gone through."));
        assert!(!found("ihcp sent", "The IHP is gone through."));
        assert_eq!(SearchWords::otherwise("plan"), None);
    }

    #[test]
    fn beginnings_of_words_are_found_whatever_their_case_and_accents() {
        let table = [
            ("quiet tab", "She likes the Quiet table.", true),
            ("zoe", "Zoe\u{308} and Zo\u{eb}", true),
            ("Zo\u{eb}", "zoe", true),
            ("able", "the table", false),
            ("quiet loud", "the quiet table", false),
            ("o'dwyer", "Mrs O\u{2019}Dwyer rang", true),
            ("", "anything", true),
        ];
        for (typed, text, found) in table {
            assert_eq!(
                SearchWords::of(typed).are_in(&[text]),
                found,
                "{typed} in {text}"
            );
        }
        assert!(SearchWords::of("bell reads").are_in(&["She reads.", "Mrs Bell"]));
        assert!(SearchWords::of(" ., ").is_empty());
    }

    #[test]
    fn a_hit_is_shown_in_its_sentence() {
        let text = "Came in late. She asked for the Quiet table at 9.30 today! Went home.";
        let hit = SearchWords::of("table qui").hit(text).expect("a hit");
        assert_eq!(hit.sentence, "She asked for the Quiet table at 9.30 today!");
        assert_eq!(&hit.sentence[hit.range], "Quiet");
        assert_eq!(SearchWords::of("swim").hit(text), None);
    }

    proptest! {
        #[test]
        fn a_hit_is_a_word_that_was_sought(typed in "\\PC{1,12}", text in "\\PC{0,80}") {
            let words = SearchWords::of(&typed);
            if let Some(hit) = words.hit(&text) {
                let word = fold(&hit.sentence[hit.range.clone()]);
                prop_assert!(words.folded.iter().any(|sought| word.starts_with(sought)));
                prop_assert!(text.contains(hit.sentence));
            }
        }

        #[test]
        fn a_text_has_its_own_words(text in "\\PC{0,80}") {
            prop_assert!(SearchWords::of(&text).are_in(&[&text]));
        }
    }
}
