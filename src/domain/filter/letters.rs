//! [`Letters`]: what the names in a key begin with, at a glance.

/// Which letters, and which pairs of letters, the parts of a folded key begin with. A key whose letters do not hold those of
/// what is sought can't fit; most keys are ruled out so, without a look at the key itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters(u128);

/// So many of the bits stand for single letters, the others for pairs.
const SINGLE: u32 = 37;
/// The bit of every letter and mark that is neither a to z nor a digit.
const OTHER: u32 = SINGLE - 1;

impl Letters {
    /// Of all parts of a key.
    pub fn of_key(key: &str) -> Self {
        let mut is_inside = false;
        let mut letters = Self::default();
        for (at, letter) in key.char_indices() {
            if !is_inside {
                letters.add(&key[at..]);
            }
            is_inside = letter.is_alphanumeric();
        }
        letters
    }

    /// Adds those that a word begins with.
    pub(super) fn add(&mut self, word: &str) {
        let mut all = word.chars().map(u32::from);
        let Some(first) = all.next() else {
            return;
        };
        self.0 |= 1 << single(first);
        if let Some(second) = all.next() {
            let pair = first.wrapping_mul(37).wrapping_add(second);
            self.0 |= 1 << (SINGLE + pair % (u128::BITS - SINGLE));
        }
    }

    /// Whether the letters of a word tell all of it, so that whatever has them fits.
    pub(super) fn tell_all_of(word: &str) -> bool {
        let mut letters = word.chars();
        match (letters.next(), letters.next()) {
            (Some(only), None) => single(only.into()) != OTHER,
            (None, _) => true,
            _ => false,
        }
    }

    /// Whether what has these letters may have all of those.
    pub(super) fn may_have(self, sought: Self) -> bool {
        sought.0 & !self.0 == 0
    }
}

/// The bit of a single letter: one each for a to z and the digits.
fn single(letter: u32) -> u32 {
    match char::from_u32(letter) {
        Some(letter @ 'a'..='z') => u32::from(letter) - u32::from('a'),
        Some(letter @ '0'..='9') => 26 + u32::from(letter) - u32::from('0'),
        _ => OTHER,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::domain::{Filter, Letters, Traits, fold};

    proptest! {
        #[test]
        fn whoever_fits_is_never_ruled_out(name in "[\\PC' -]{0,20}", from in 0..20_usize, many in 1..6_usize) {
            let key = fold(&name);
            let sought: String = key.chars().skip(from).take(many).collect();
            for sought in [sought, name] {
                let filter = Filter::of_names(&sought);
                let letters = Letters::of_key(&key);
                let wanted = filter.sought();
                let may = wanted.may_be(letters, Traits::default());
                prop_assert!(may || !filter.fits_names(&key), "{sought} in {key}");
                prop_assert!(
                    !may || wanted.is_named() || filter.fits_names(&key),
                    "{sought} is not in {key}"
                );
            }
        }
    }

    #[test]
    fn most_others_are_ruled_out() {
        let sought = Filter::of_names("kh").sought();
        let may = |key: &str| sought.may_be(Letters::of_key(key), Traits::default());
        assert!(may("aisha khan 4b"));
        assert!(may("o'khan"));
        assert!(!may("kofi osei 6m"));
        assert!(!may("akhtar"));
    }
}
