//! A passphrase of five words drawn at random: the one to take.

use std::sync::LazyLock;

use zeroize::Zeroizing;

use super::Passphrase;

/// Words in a passphrase that is offered: 64 bits.
const WORDS: usize = 5;

static LIST: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let text = include_str!("../../../assets/passphrases/words.txt");
    text.lines().filter(|line| !line.starts_with('#')).collect()
});

impl Passphrase {
    /// Five words drawn from 7,776 by the operating system's random source, with spaces between.
    ///
    /// # Errors
    /// When the operating system has no random source to offer.
    pub fn offered() -> Result<Zeroizing<String>, getrandom::Error> {
        let mut words = Zeroizing::new(String::with_capacity(64));
        for n in 0..WORDS {
            if n > 0 {
                words.push(' ');
            }
            words.push_str(LIST[drawn(LIST.len())?]);
        }
        Ok(words)
    }
}

/// A number below `end`, each as likely as the others.
fn drawn(end: usize) -> Result<usize, getrandom::Error> {
    const NUMBERS: usize = 1 << 16;
    loop {
        let mut bytes = [0; 2];
        getrandom::fill(&mut bytes)?;
        let number = usize::from(u16::from_le_bytes(bytes));
        // The last numbers would make the first words likelier.
        if number < NUMBERS - NUMBERS % end {
            return Ok(number % end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_has_so_many_words_that_five_are_64_bits() {
        let mut words = LIST.clone();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), 7_776);
        let phrases = u128::try_from(words.len()).unwrap().pow(5);
        assert!(phrases > 1 << 64);
    }

    #[test]
    fn five_words_are_offered_which_differ_and_are_taken() {
        let offered: Vec<_> = (0..200).map(|_| Passphrase::offered().unwrap()).collect();
        for words in &offered {
            assert_eq!(words.split(' ').count(), 5, "{words:?}");
            assert!(Passphrase::choose(words).is_ok(), "{words:?}");
        }
        assert!(offered.windows(2).all(|two| two[0] != two[1]));
    }
}
