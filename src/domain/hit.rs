//! [`Hit`]: where a search found its word.

use std::ops::Range;

/// A word that a search found, in its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    /// The sentence, without the spaces around it.
    pub sentence: &'a str,
    /// Where in the sentence the word is, in bytes.
    pub range: Range<usize>,
}

impl<'a> Hit<'a> {
    /// The hit of a word of a text, in its sentence. A sentence ends with a line, or with a full stop, question mark or
    /// exclamation mark before a space.
    pub(super) fn at(text: &'a str, word: Range<usize>) -> Self {
        let first = sentence_ends(&text[..word.start]).last().unwrap_or(0);
        let last = sentence_ends(&text[word.end..])
            .next()
            .map_or(text.len(), |end| word.end + end);
        let sentence = text[first..last].trim_end();
        let spaces = sentence.len() - sentence.trim_start().len();
        Self {
            sentence: sentence.trim_start(),
            range: word.start - first - spaces..word.end - first - spaces,
        }
    }
}

/// Where sentences of a text end: after the mark that ends them.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().filter_map(|(at, letter)| {
        let after = at + letter.len_utf8();
        let before_space = || {
            text[after..]
                .chars()
                .next()
                .is_some_and(char::is_whitespace)
        };
        let ends = letter == '\n' || (matches!(letter, '.' | '?' | '!') && before_space());
        ends.then_some(after)
    })
}
