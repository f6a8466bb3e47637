//! What is tried first by whoever guesses: well-known passwords, words of a school, and the names that belong to this one.

use std::collections::HashSet;
use std::sync::LazyLock;

/// So many well-known passwords in a row are still guessed.
const FEW: usize = 3;
/// Shorter names are initials, which stand in any word.
const SHORTEST_NAME: usize = 3;
/// Fewer letters in their order are no run.
const RUN: usize = 4;

static COMMON: LazyLock<HashSet<Vec<char>>> =
    LazyLock::new(|| list(include_str!("../../../assets/passphrases/common.txt")));
static SCHOOL: LazyLock<HashSet<Vec<char>>> =
    LazyLock::new(|| list(include_str!("../../../assets/passphrases/school.txt")));

fn list(text: &str) -> HashSet<Vec<char>> {
    let words = text.lines().filter(|line| !line.starts_with('#'));
    words.map(folded).collect()
}

/// The letters and digits alone, small, with the signs that stand for letters: "P@ssword 1" is "password1".
fn folded(words: &str) -> Vec<char> {
    let letters = words.chars().flat_map(char::to_lowercase);
    letters
        .map(|letter| match letter {
            '@' => 'a',
            '$' => 's',
            other => other,
        })
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

/// With the digits that stand for letters: "passw0rd" is "password".
fn spelt_out(letter: char) -> char {
    match letter {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        other => other,
    }
}

/// Whether a passphrase is nothing but what is tried first: at most three well-known passwords, and any number of school
/// words, of these names, of digits, and of letters in their order.
pub(super) fn is_tried_first(words: &str, names: &[&str]) -> bool {
    let letters = folded(words);
    if letters.is_empty() {
        return false;
    }
    let names: HashSet<Vec<char>> = names
        .iter()
        .flat_map(|name| name.split(|letter: char| !letter.is_alphanumeric()))
        .map(folded)
        .filter(|name| name.len() >= SHORTEST_NAME)
        .collect();
    fewest_common(&letters, &names).is_some_and(|common| common <= FEW)
}

/// The fewest well-known passwords that it can be put together from, beside what costs nothing; none if it can't be.
fn fewest_common(letters: &[char], names: &HashSet<Vec<char>>) -> Option<usize> {
    let spelt_out: Vec<char> = letters.iter().copied().map(spelt_out).collect();
    let longest = [&*COMMON, &*SCHOOL, names]
        .into_iter()
        .flatten()
        .map(Vec::len)
        .max()?;
    // Up to each place: the fewest so far, and the last well-known password, which may be said again for nothing.
    let mut best: Vec<Option<(usize, &[char])>> = vec![None; letters.len() + 1];
    best[0] = Some((0, &[]));
    for from in 0..letters.len() {
        let Some((common, last)) = best[from] else {
            continue;
        };
        for to in from + 1..=letters.len().min(from + longest) {
            let spellings = [&letters[from..to], &spelt_out[from..to]];
            let is_free = |piece: &[char]| {
                is_number(piece) || SCHOOL.contains(piece) || names.contains(piece) || is_run(piece)
            };
            let is_common = |piece: &&[char]| COMMON.contains(*piece);
            let found = if spellings.into_iter().any(is_free) {
                Some((common, last))
            } else {
                let word = spellings.into_iter().find(is_common);
                word.map(|word| (common + usize::from(word != last), word))
            };
            if let Some(found) = found
                && best[to].is_none_or(|(fewest, _)| found.0 < fewest)
            {
                best[to] = Some(found);
            }
        }
    }
    best[letters.len()].map(|(common, _)| common)
}

fn is_number(piece: &[char]) -> bool {
    piece.iter().all(|letter| letter.is_numeric())
}

/// Letters in the order of the alphabet, or against it: "abcdef".
fn is_run(piece: &[char]) -> bool {
    let step = |by: i64| {
        let steps = piece
            .windows(2)
            .all(|two| i64::from(u32::from(two[1])) - i64::from(u32::from(two[0])) == by);
        piece.len() >= RUN && steps
    };
    step(1) || step(-1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_of_known_words_and_digits_is_found_out() {
        for words in [
            "password1234",
            "P@ssw0rd1234!",
            "passwordpassword",
            "monkey dragon shadow",
            "123456789012",
            "abcdefghijkl",
            "qwertyuiop123",
            "Autumn Term 2026",
            "Mrs Ward Oakfield",
            "oakfieldprimaryschool",
            "aisha khan 2017",
            "my 2026 2027 !!",
            "f**k1234567890",
        ] {
            let names = ["Oakfield Primary School", "Mrs Ward", "Aisha", "Khan"];
            assert!(is_tried_first(words, &names), "{words}");
        }
    }

    #[test]
    fn a_word_that_has_nothing_to_do_with_it_is_enough() {
        for words in [
            "correct horse battery staple",
            "quiet tables and jobs",
            "password of the wombats",
            "five words are quite enough",
            "!!!!!!!!!!!?",
            "aisha khan 2017",
        ] {
            assert!(!is_tried_first(words, &[]), "{words}");
        }
    }
}
