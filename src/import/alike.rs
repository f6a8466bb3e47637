//! Whether two spellings of a name are one name.

use super::encoding::LOST;
use crate::domain::fold;

/// Whether a program that could not write a letter put a question mark in its place.
pub(super) fn is_lossy(name: &str) -> bool {
    name.contains(['?', LOST])
}

/// Whether a surname is only an initial: "A", "A.".
pub(super) fn is_initial(name: &str) -> bool {
    name.trim_end_matches('.').chars().count() == 1
}

/// Whether two spellings are of one name: case, accents, apostrophes, hyphens and spaces do not count, and a lost letter may
/// be any one letter.
pub(super) fn same(one: &str, other: &str) -> bool {
    if one.is_empty() || other.is_empty() {
        return false;
    }
    fold(one) == fold(other) || fits(one, other) || fits(other, one)
}

/// Whether a surname that is only an initial begins the other one.
pub(super) fn begins(initial: &str, whole: &str) -> bool {
    let letter = fold(initial.trim_end_matches('.'));
    is_initial(initial) && !letter.is_empty() && fold(whole).starts_with(&letter)
}

/// Whether `theirs` tells nothing that `ours` does not: the same name, not better spelt; one with a lost letter; an initial.
pub(super) fn says_no_more(ours: &str, theirs: &str) -> bool {
    if ours.is_empty() {
        return false;
    }
    let is_part = is_lossy(theirs) || is_initial(theirs);
    is_part && !begins(ours, theirs) || fold(ours) == fold(theirs) && marked(theirs) <= marked(ours)
}

/// Whether `theirs` is `ours`, better: with the lost letter, the rest of the initial, or its accents.
pub(super) fn completes(ours: &str, theirs: &str) -> bool {
    let is_better = fits(ours, theirs)
        || begins(ours, theirs)
        || fold(ours) == fold(theirs) && marked(theirs) > marked(ours);
    is_better && !is_lossy(theirs)
}

/// Letters that a plain keyboard does not have.
fn marked(name: &str) -> usize {
    use unicode_normalization::UnicodeNormalization;
    name.nfc()
        .filter(|letter| !letter.is_ascii() && letter.is_alphabetic())
        .count()
}

/// Whether a name with lost letters can be this whole one.
fn fits(lossy: &str, whole: &str) -> bool {
    use unicode_normalization::UnicodeNormalization;
    if !is_lossy(lossy) {
        return false;
    }
    let letters = |name: &str| name.nfc().collect::<Vec<char>>();
    let (lossy, whole) = (letters(lossy), letters(whole));
    let is_one = |(one, other): (&char, &char)| {
        matches!(*one, '?' | LOST) || fold(&one.to_string()) == fold(&other.to_string())
    };
    lossy.len() == whole.len() && lossy.iter().zip(&whole).all(is_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lost_letter_may_be_any_one_letter() {
        assert!(same("Brânz?nescu", "Brânzănescu"));
        assert!(same("Brânza\u{306}nescu", "Branz\u{fffd}nescu"));
        assert!(same("O?Dwyer", "O’Dwyer"));
        assert!(same("?ucja", "Łucja"));
        assert!(!same("?ucja", "Lucja-Anna"));
        assert!(!same("", "?"));
    }

    #[test]
    fn spellings_of_one_name() {
        assert!(same("O'Dwyer", "O’Dwyer"));
        assert!(same("Zoe\u{308}", "Zoë"));
        assert!(same("de  la Croix", "DE LA CROIX"));
        assert!(!same("Toby", "Tobias"));
        assert!(begins("A", "Abdirahman"));
        assert!(begins("á.", "Abdirahman"));
        assert!(!begins("Ab", "Abdirahman"));
    }

    #[test]
    fn accents_arrive_and_never_leave() {
        assert!(says_no_more("Étienne", "Etienne"));
        assert!(!says_no_more("Etienne", "Étienne"));
        assert!(completes("Etienne", "Étienne"));
        assert!(says_no_more("O'Dwyer", "O’Dwyer"));
        assert!(!completes("O'Dwyer", "O’Dwyer"));
    }

    #[test]
    fn a_part_of_a_name_never_takes_the_place_of_the_whole() {
        for part in ["A", "K.", "Abd?rahman", "?ucja"] {
            assert!(says_no_more("Abdirahman", part), "{part}");
            assert!(!completes("Abdirahman", part), "{part}");
        }
        assert!(completes("A", "Abdirahman"));
        assert!(completes("Brânz?nescu", "Brânzănescu"));
        assert!(!says_no_more("", "A"));
    }
}
