use crate::import::headings::key;

/// What a cell says to a yes-or-no heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum YesNo {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Something else, to be kept in words.
    Words,
}

/// Reads yes and no as systems write them. A cell that says its own heading again, as "EAL" in a column EAL, says yes.
pub(in crate::import) fn read(words: &str, own: &[&str]) -> YesNo {
    let plain = words.trim();
    if matches!(
        plain,
        "\u{2713}" | "\u{2714}" | "\u{2611}" | "\u{2705}" | "\u{fc}"
    ) {
        return YesNo::Yes;
    }
    match key(plain).as_str() {
        _ if plain.contains('?') => YesNo::Words,
        "y" | "yes" | "t" | "true" | "1" | "x" | "eligible" => YesNo::Yes,
        "n" | "no" | "f" | "false" | "0" | "noteligible" => YesNo::No,
        said if own.iter().any(|own| key(own) == said) => YesNo::Yes,
        _ => YesNo::Words,
    }
}

/// Languages that are the first ones of pupils in English schools, besides English: in a column EAL each says yes.
const LANGUAGES: &str = "
    afrikaans akan albanian amharic arabic armenian azerbaijani basque bengali bosnian bulgarian
    burmese cantonese catalan chinese croatian czech danish dari dutch estonian ewe farsi
    filipino finnish french ga georgian german greek gujarati hausa hebrew hindi hungarian
    icelandic igbo indonesian italian japanese kannada kashmiri kazakh khmer konkani korean krio
    kurdish latvian lingala lithuanian luganda macedonian malay malayalam maltese mandarin
    marathi moldovan mongolian nepali norwegian oromo pahari panjabi pashto patois persian
    polish portuguese punjabi romani romanian russian serbian shona sindhi sinhala slovak
    slovenian somali spanish swahili swedish sylheti tagalog tamil telugu thai tibetan tigrinya
    turkish twi ukrainian urdu uzbek vietnamese welsh wolof yoruba zulu
";

/// Whether the cell is the name of a language other than English.
pub(in crate::import) fn is_other_language(words: &str) -> bool {
    let sought = key(words);
    LANGUAGES
        .split_whitespace()
        .any(|language| language == sought)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_as_systems_write_them() {
        for words in [
            "Y",
            "y",
            "Yes",
            "T",
            "True",
            "TRUE",
            "1",
            "x",
            "✓",
            "Eligible",
            "PP",
            "pupil premium",
        ] {
            assert_eq!(read(words, &["PP", "Pupil premium"]), YesNo::Yes, "{words}");
        }
        for words in ["N", "n", "No", "F", "False", "0", "Not eligible"] {
            assert_eq!(read(words, &["PP"]), YesNo::No, "{words}");
        }
        for words in ["Romanian", "not yet", "?", "Y?", "maybe", "PLAC", "2"] {
            assert_eq!(read(words, &["EAL"]), YesNo::Words, "{words}");
        }
    }

    #[test]
    fn languages_are_known_and_english_is_not_another() {
        assert!(is_other_language("Romanian"));
        assert!(is_other_language("panjabi"));
        assert!(!is_other_language("English"));
        assert!(!is_other_language("a little"));
    }

    #[test]
    fn the_languages_stand_in_order_each_once() {
        let languages: Vec<&str> = LANGUAGES.split_whitespace().collect();
        assert!(languages.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
