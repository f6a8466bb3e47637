//! The key under which names are matched and found.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The matching key of a name or of search words: letters without marks, lower case, one kind of apostrophe and
/// hyphen, single spaces. "O’Dwyer" and "o'dwyer", "Zoë" in either Unicode form and "zoe" have one key.
///
/// It is for comparing only, never for showing.
pub fn fold(words: &str) -> String {
    if words.is_ascii() {
        fold_ascii(words)
    } else {
        fold_any(words)
    }
}

/// As [`fold_any`], of letters that no normalisation takes apart: those of most names, and many times as fast.
fn fold_ascii(words: &str) -> String {
    let mut key = String::with_capacity(words.len());
    for letter in words.chars().map(plain_mark) {
        if !letter.is_whitespace() && !letter.is_control() {
            key.push(letter.to_ascii_lowercase());
        } else if !key.is_empty() && !key.ends_with(' ') {
            key.push(' ');
        }
    }
    key.truncate(key.trim_end().len());
    key
}

fn fold_any(words: &str) -> String {
    let mut key = String::with_capacity(words.len());
    for letter in words
        .chars()
        .map(plain_mark)
        .nfkd()
        .filter(|&letter| !is_combining_mark(letter) && !is_invisible(letter))
        .flat_map(char::to_lowercase)
        .nfkd()
        .filter(|&letter| !is_combining_mark(letter))
        .map(plain_mark)
    {
        match spelled_out(letter) {
            Some(letters) => key.push_str(letters),
            None if letter.is_whitespace() || letter.is_control() => {
                if !key.is_empty() && !key.ends_with(' ') {
                    key.push(' ');
                }
            }
            None => key.push(letter),
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// Typographic apostrophes and hyphens as a keyboard has them. Done first as well: some decompose to a space.
fn plain_mark(letter: char) -> char {
    match letter {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bb}' | '\u{2bc}' | '\u{2b9}' | '\u{2032}'
        | '\u{b4}' | '`' => '\'',
        '\u{5be}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => {
            '-'
        }
        other => other,
    }
}

/// Soft hyphens, zero-width characters and direction marks: nobody types or sees them.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Letters that no normalisation takes apart, as people without that keyboard type them.
fn spelled_out(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ł' => "l",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ς' => "σ",
        'ŧ' => "t",
        'þ' => "th",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_case_and_odd_letters_fold_away() {
        assert_eq!(fold("Zoë"), "zoe");
        assert_eq!(fold("Zoe\u{308}"), "zoe");
        assert_eq!(fold("Łucja Kaczmarek"), "lucja kaczmarek");
        assert_eq!(fold("Brânzănescu, Ilinca"), "branzanescu, ilinca");
        assert_eq!(fold("Søren Weiß"), "soren weiss");
        assert_eq!(fold("WEIẞ"), "weiss");
        assert_eq!(fold("İlkay Yıldız"), "ilkay yildiz");
        assert_eq!(fold("Νικόλαος"), fold("ΝΙΚΟΛΑΟΣ"));
    }

    #[test]
    fn apostrophes_and_hyphens_of_every_make_are_one() {
        let names = [
            "O'Dwyer",
            "O\u{2019}Dwyer",
            "O\u{2bc}Dwyer",
            "O\u{b4}Dwyer",
            "O`Dwyer",
        ];
        for name in names {
            assert_eq!(fold(name), "o'dwyer", "{name}");
        }
        assert_eq!(fold("Okonkwo\u{2011}Reyes"), fold("Okonkwo-Reyes"));
        assert_eq!(fold("בן־דוד"), fold("בן-דוד"));
    }

    #[test]
    fn spaces_collapse_and_hidden_characters_go() {
        assert_eq!(fold("  Ng,\u{a0}\t Li  Wei\n"), "ng, li wei");
        assert_eq!(fold("Ng\u{200b}, Li\u{ad} Wei"), "ng, li wei");
        assert_eq!(fold(" \u{301} "), "");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(words in "\\PC{0,24}") {
            let once = fold(&words);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn what_is_fast_is_the_same(words in "[\\x00-\\x7f]{0,24}") {
            prop_assert_eq!(fold_ascii(&words), fold_any(&words));
        }

        #[test]
        fn both_unicode_forms_have_one_key(words in "\\PC{0,24}") {
            let composed: String = words.nfc().collect();
            let decomposed: String = words.nfd().collect();
            prop_assert_eq!(fold(&composed), fold(&decomposed));
        }
    }
}
