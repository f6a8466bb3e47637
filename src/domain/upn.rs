//! The unique pupil number: its shape and check letter. A doubt is shown beside the field and never stops a save.

use std::fmt;

/// The check letters by remainder; I, O and S are never used. Also the value of a temporary number's last letter.
const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";

/// What is to be said about a unique pupil number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UpnCheck {
    /// A good permanent number.
    Permanent,
    /// A good temporary number: its last character is a letter.
    Temporary,
    /// The right shape, but the first letter does not fit the rest.
    WrongLetter {
        /// The letter that fits.
        should_be: char,
    },
    /// Not a letter, eleven digits, and a digit or letter.
    WrongShape,
}

impl UpnCheck {
    /// Whether the number is well formed.
    pub fn is_good(self) -> bool {
        matches!(self, UpnCheck::Permanent | UpnCheck::Temporary)
    }
}

/// In words for the user.
impl fmt::Display for UpnCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UpnCheck::Permanent => f.write_str("a permanent UPN"),
            UpnCheck::Temporary => f.write_str("a temporary UPN"),
            UpnCheck::WrongLetter { should_be } => {
                write!(f, "the UPN's first letter should be {should_be}: check the number")
            }
            UpnCheck::WrongShape => f.write_str(
                "a UPN is a letter and 12 digits (a temporary one ends in a letter): check the number",
            ),
        }
    }
}

/// The number as it is stored and compared: capitals, no spaces.
pub fn tidy(words: &str) -> String {
    words
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| letter.to_ascii_uppercase())
        .collect()
}

/// Checks shape and letter, whatever the case and spaces. The authority's number inside is not looked up: published
/// lists are older than the newest authorities.
pub fn check(words: &str) -> UpnCheck {
    let upn = tidy(words);
    let &[letter, ref digits @ .., last] = upn.as_bytes() else {
        return UpnCheck::WrongShape;
    };
    if digits.len() != 11 || !letter.is_ascii_uppercase() || !digits.iter().all(u8::is_ascii_digit)
    {
        return UpnCheck::WrongShape;
    }
    let suffix = LETTERS.iter().position(|&known| known == last);
    let last_value = match suffix {
        Some(place) => place,
        None if last.is_ascii_digit() => usize::from(last - b'0'),
        None => return UpnCheck::WrongShape,
    };
    let sum: usize = digits
        .iter()
        .map(|digit| usize::from(digit - b'0'))
        .chain([last_value])
        .zip(2..)
        .map(|(value, weight)| value * weight)
        .sum();
    let fits = LETTERS[sum % LETTERS.len()];
    if letter != fits {
        return UpnCheck::WrongLetter {
            should_be: char::from(fits),
        };
    }
    match suffix {
        Some(_) => UpnCheck::Temporary,
        None => UpnCheck::Permanent,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn r11_shape_and_check_letter() {
        assert_eq!(check("B801200005001"), UpnCheck::Permanent);
        assert_eq!(check("A80120000501A"), UpnCheck::Temporary);
        assert_eq!(
            check("A801200005001"),
            UpnCheck::WrongLetter { should_be: 'B' }
        );
        assert_eq!(check("X99940012608B"), UpnCheck::Temporary);
        assert_eq!(check("L999400122101"), UpnCheck::Permanent);
    }

    #[test]
    fn the_example_that_vendors_print_is_wrong() {
        assert_eq!(
            check("Q207000016049"),
            UpnCheck::WrongLetter { should_be: 'P' }
        );
        assert_eq!(check("P207000016049"), UpnCheck::Permanent);
    }

    #[test]
    fn case_and_spaces_do_not_matter() {
        assert_eq!(check(" b801 2000 0500 1 "), UpnCheck::Permanent);
        assert_eq!(tidy(" b801 2000 0500 1 "), "B801200005001");
    }

    #[test]
    fn other_shapes_are_told_from_wrong_letters() {
        let wrong = [
            "",
            "B",
            "B80120000500",
            "B8012000050011",
            "8801200005001",
            "B80120000501I",
            "B80120000501O",
            "B80120000501S",
            "B8012X0005001",
            "\u{e9}801200005001",
        ];
        for upn in wrong {
            assert_eq!(check(upn), UpnCheck::WrongShape, "{upn}");
        }
        // A letter that is never used is still only the wrong letter.
        assert_eq!(
            check("O801200005001"),
            UpnCheck::WrongLetter { should_be: 'B' }
        );
    }

    proptest! {
        #[test]
        fn the_letter_named_is_the_one_that_fits(rest in "[0-9]{11}[0-9A-HJ-NP-RT-Z]", first in "[A-Z]") {
            if let UpnCheck::WrongLetter { should_be } = check(&format!("{first}{rest}")) {
                let mended = format!("{should_be}{rest}");
                prop_assert!(check(&mended).is_good());
            }
        }

        #[test]
        fn any_one_wrong_digit_is_noticed(rest in "[0-9]{12}", place in 0..12usize, add in 1..10u8) {
            let UpnCheck::WrongLetter { should_be } = check(&format!("I{rest}")) else { unreachable!() };
            let mut digits = rest.into_bytes();
            digits[place] = b'0' + (digits[place] - b'0' + add) % 10;
            let changed = String::from_utf8(digits).unwrap();
            let upn = format!("{should_be}{changed}");
            prop_assert!(!check(&upn).is_good());
        }

        #[test]
        fn any_words_are_checked_without_a_fault(words in "\\PC{0,20}") {
            let _ = check(&words);
        }
    }
}
