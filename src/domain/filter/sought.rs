//! [`Sought`]: a filter made ready to go through many pupils.

use super::{Filter, Letters, Traits, Word};

/// A [`Filter`] made ready to go through many pupils: most are ruled out, and many let in, by two numbers of theirs.
#[derive(Clone, Debug, Default)]
pub struct Sought {
    letters: Letters,
    /// All of these.
    all: Traits,
    /// Any of each.
    any: Vec<Traits>,
    is_left: bool,
    left: Traits,
    /// Whether names may fit whose letters do.
    is_named: bool,
    /// Whether a word asks for what has no bit.
    is_further: bool,
}

impl Filter {
    /// Makes it ready to go through many pupils.
    pub fn sought(&self) -> Sought {
        let mut sought = Sought {
            is_left: self.is_of_left(),
            left: Traits::of_word(&Word::Left).unwrap_or_default(),
            ..Sought::default()
        };
        for word in &self.words {
            match (word, word.kind()) {
                (Word::Name(part), _) => {
                    sought.letters.add(part);
                    sought.is_named |= !Letters::tell_all_of(part);
                }
                (_, None) => match Traits::of_word(word) {
                    Some(one) => sought.all = sought.all.and(one),
                    None => sought.is_further = true,
                },
                (_, kind) => {
                    let same = self.words.iter().filter(|other| other.kind() == kind);
                    let any = same
                        .map(Traits::of_word)
                        .try_fold(Traits::default(), |any, one| Some(any.and(one?)));
                    match any {
                        Some(any) if sought.any.contains(&any) => {}
                        Some(any) => sought.any.push(any),
                        None => sought.is_further = true,
                    }
                }
            }
        }
        sought
    }
}

impl Sought {
    /// Whether a pupil with these letters and traits may fit.
    pub fn may_be(&self, letters: Letters, traits: Traits) -> bool {
        letters.may_have(self.letters)
            && traits.have_any(self.left) == self.is_left
            && traits.have_all(self.all)
            && self.any.iter().all(|any| traits.have_any(*any))
    }

    /// Whether whoever [may be](Self::may_be) fits only if her [key](Filter::key) does.
    pub fn is_named(&self) -> bool {
        self.is_named
    }

    /// Whether whoever may be fits only if all that is known of her [does](Filter::fits).
    pub fn is_further(&self) -> bool {
        self.is_further
    }
}
