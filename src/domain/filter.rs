//! [`Filter`]: words that narrow a list of pupils.
//!
//! | typed | keeps |
//! |---|---|
//! | `kh`, `aisha`, `4b`, `"ng li"` | names and classes that begin so; accents do not matter |
//! | `k`, `e`, `n`, `watching` | that status |
//! | `y4`, `yr`, `n2` | that year |
//! | `slcn`, `asd` ... | that type of need, of whatever rank |
//! | `due 2w`, `due 10d`, `due today`, `due` | something due from today until then (`due` alone: in two weeks) |
//! | `late` | something past its day |
//! | `no target`, `no review`, `no need`, `to fill in` | on the register without one; with anything to fill in |
//! | `not arranged` | an EHC plan with a line of section F for which nothing is given |
//! | `aa`, `aa missing` | an access arrangement; one that lacks evidence, form, assessment or approval (from Year 9) |
//! | `ihp`, `ihcp` | an individual healthcare plan: either word finds it |
//! | `persistent absence`, `severe absence` | that much absence this year; severe is persistent too |
//! | `pp`, `fsm`, `eal`, `cla` | pupil premium, free school meals, additional language, looked after |
//! | `led:bell`, `school:oakfield` | in an intervention led by that person; of that school |
//! | `left` | pupils who have left, in place of those who are here |
//!
//! Words combine: those of one kind widen (`k e` is either), those of different kinds narrow (`k y4` is both). A word in
//! quotation marks that is none of these is a name, and so is every other word. Where nobody's name is spelled so, those are
//! found whose names [sound](super::Sound) so.

mod kind;
mod letters;
mod sought;
mod traits;
mod with;
mod without;
mod word;

use std::fmt;

use super::{Caseload, Pupil, Sound, Standing, fold};
use kind::Kind;
pub use letters::Letters;
pub use sought::Sought;
pub use traits::Traits;
use with::With;
use without::Without;
use word::Word;

/// What begins several words that belong together even without quotation marks: "due 2w", "no target", "to fill in".
const BEGIN_SEVERAL: [&str; 8] = [
    "aa",
    "due",
    "no",
    "not",
    "persistent",
    "severe",
    "to",
    "year",
];

/// Words that narrow a list of pupils, as they were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    words: Vec<Word>,
}

impl Filter {
    /// Reads what was typed. Nothing is ever wrong: what is no word of the filter is part of a name.
    pub fn read(typed: &str) -> Self {
        let mut words = Vec::new();
        let pieces = pieces(typed);
        let mut rest = pieces.as_slice();
        while let Some((first, after)) = rest.split_first() {
            let several = (2..=3).rev().find_map(|count| {
                let together = rest
                    .get(..count)
                    .filter(|_| BEGIN_SEVERAL.contains(&first.as_str()))?;
                Some((Word::read(&together.join(" "))?, &rest[count..]))
            });
            let (word, after) = several.unwrap_or_else(|| {
                let word = Word::read(first).unwrap_or_else(|| Word::Name(first.clone()));
                (word, after)
            });
            words.push(word);
            rest = after;
        }
        Self { words }
    }

    /// How the names sought sound; none where anything else is sought, or a name that has no [`Sound`].
    pub fn sounds(&self) -> Option<Vec<Sound>> {
        let mut sounds = Vec::new();
        for word in &self.words {
            let Word::Name(part) = word else {
                return None;
            };
            let heard = Sound::of_parts(part);
            if heard.is_empty() {
                return None;
            }
            sounds.extend(heard);
        }
        (!sounds.is_empty()).then_some(sounds)
    }

    /// Takes every word that was typed as part of a name.
    pub fn of_names(typed: &str) -> Self {
        Self {
            words: pieces(typed).into_iter().map(Word::Name).collect(),
        }
    }

    /// Whether every word of it is one of the filter's own, and none a name.
    pub fn is_of_words(&self) -> bool {
        self.words.iter().all(|word| !matches!(word, Word::Name(_)))
    }

    /// Whether the names in it are in this [key](Self::key).
    pub fn fits_names(&self, key: &str) -> bool {
        self.words.iter().all(|word| word.fits_name(key))
    }

    /// Whether it lets everybody pass who is here.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The key under which a pupil's names and class are looked for, with and without apostrophes. It is made once a pupil,
    /// not once a letter typed.
    pub fn key(pupil: &Pupil) -> String {
        let key = fold(&format!(
            "{} {} {} {} {}",
            pupil.forename, pupil.surname, pupil.forename, pupil.preferred, pupil.class
        ));
        if key.contains('\'') {
            format!("{key} {}", key.replace('\'', ""))
        } else {
            key
        }
    }

    /// Whether it asks for those who have left: everybody else is then left out.
    fn is_of_left(&self) -> bool {
        let of_left = [Word::Left, Word::PastKeeping];
        of_left.iter().any(|word| self.words.contains(word))
    }

    /// Whether a pupil with this [key](Self::key) passes.
    pub fn fits(&self, key: &str, pupil: &Pupil, standing: &Standing, caseload: &Caseload) -> bool {
        let fits = |word: &Word| word.fits(key, pupil, standing, caseload);
        self.is_of_left() == pupil.left_on.is_some()
            && self.words.iter().all(|word| match word.kind() {
                None => fits(word),
                kind => self
                    .words
                    .iter()
                    .any(|other| other.kind() == kind && fits(other)),
            })
    }
}

/// As it was read: "SEN support or EHC plan, Year 4, named kh".
impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut said: Vec<Kind> = Vec::new();
        let mut parts = Vec::new();
        for word in &self.words {
            match word.kind() {
                None => parts.push(word.to_string()),
                Some(kind) if said.contains(&kind) => {}
                Some(kind) => {
                    said.push(kind);
                    let same = self.words.iter().filter(|other| other.kind() == Some(kind));
                    let words: Vec<_> = same.map(Word::to_string).collect();
                    parts.push(words.join(" or "));
                }
            }
        }
        f.write_str(&parts.join(", "))
    }
}

/// The pieces between spaces, those in quotation marks whole.
fn pieces(typed: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut is_quoted = false;
    for letter in typed.chars() {
        match letter {
            '"' | '\u{201c}' | '\u{201d}' => is_quoted = !is_quoted,
            _ if (letter.is_whitespace() || letter == ',') && !is_quoted => {
                pieces.push(String::new());
            }
            _ => {
                if let Some(last) = pieces.last_mut() {
                    last.push(letter);
                }
            }
        }
    }
    let folded = pieces.iter().map(|piece| fold(piece));
    folded.filter(|piece| !piece.is_empty()).collect()
}

#[cfg(test)]
mod tests;
