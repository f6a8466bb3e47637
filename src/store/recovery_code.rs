//! The recovery code: a seed as 48 digits that can be printed, kept in a safe and typed back.
//!
//! Eight groups of six digits. Each group is 16 bits of the seed times 11, so that any one wrong digit and any two
//! neighbouring digits exchanged are noticed within their group, as in the recovery passwords school technicians know.

use std::fmt::Write as _;

use zeroize::Zeroizing;

use super::recovery_code_error::RecoveryCodeError;
use super::seed::Seed;

/// Groups in a code.
pub const GROUPS: usize = 8;
/// Digits in a group.
pub const DIGITS: usize = 6;
/// What each group's 16 bits are multiplied by.
const CHECK: u32 = 11;
/// So many digits are a code, if with some missing; no passphrase may have them.
const FEWEST_DIGITS: usize = 40;
/// So many of them at least are digits indeed, and not letters read as digits.
const FEWEST_PLAIN: usize = 20;

/// The code of a seed, its groups parted by dashes.
pub fn write(seed: &Seed) -> Zeroizing<String> {
    let mut code = Zeroizing::new(String::with_capacity(GROUPS * (DIGITS + 1)));
    for (n, pair) in seed.bytes().chunks_exact(2).enumerate() {
        let dash = if n == 0 { "" } else { "-" };
        let value = u32::from(pair[0]) << 8 | u32::from(pair[1]);
        let _ = write!(code, "{dash}{:06}", value * CHECK);
    }
    code
}

/// Whether words have digits enough to be meant as a recovery code.
pub fn looks_like_one(words: &str) -> bool {
    let digits = words.chars().filter_map(digit).count();
    let plain = words.chars().filter(char::is_ascii_digit).count();
    digits >= FEWEST_DIGITS && plain >= FEWEST_PLAIN
}

/// Reads a code back, however its groups are spaced, taking O for 0 and l or I for 1.
///
/// # Errors
/// When groups don't come out, naming every one of them, or the count of digits is not 48.
pub fn read(words: &str) -> Result<Seed, RecoveryCodeError> {
    let mut digits = Zeroizing::new(Vec::with_capacity(words.len()));
    digits.extend(
        words
            .chars()
            .filter(|character| !is_gap(*character))
            .map(digit),
    );
    if digits.len() != GROUPS * DIGITS {
        return Err(wrong_count(words, digits.len()));
    }
    let mut bytes = Zeroizing::new([0; Seed::LEN]);
    let mut mistyped = Vec::new();
    for ((n, group), pair) in (1..)
        .zip(digits.chunks_exact(DIGITS))
        .zip(bytes.chunks_exact_mut(2))
    {
        match bits(group) {
            Some(bits) => pair.copy_from_slice(&bits.to_be_bytes()),
            None => mistyped.push(n),
        }
    }
    if mistyped.is_empty() {
        Ok(Seed::from_bytes(*bytes))
    } else {
        Err(RecoveryCodeError::Mistyped { groups: mistyped })
    }
}

/// The 16 bits of a group, if it comes out.
fn bits(group: &[Option<u32>]) -> Option<u16> {
    let value = group
        .iter()
        .try_fold(0, |sum, digit| digit.map(|digit| sum * 10 + digit))?;
    if value % CHECK == 0 {
        u16::try_from(value / CHECK).ok()
    } else {
        None
    }
}

/// The groups of the wrong length where eight are spaced apart, else only the count.
fn wrong_count(words: &str, digits: usize) -> RecoveryCodeError {
    let groups: Vec<&str> = words
        .split(is_gap)
        .filter(|group| !group.is_empty())
        .collect();
    if groups.len() != GROUPS {
        return RecoveryCodeError::Count { digits };
    }
    let wrong = (1..)
        .zip(&groups)
        .filter(|(_, group)| group.chars().count() != DIGITS)
        .map(|(n, _)| n)
        .collect();
    RecoveryCodeError::Mistyped { groups: wrong }
}

fn digit(character: char) -> Option<u32> {
    match character {
        'O' | 'o' => Some(0),
        'I' | 'l' => Some(1),
        _ => character.to_digit(10),
    }
}

/// What people put between groups: spaces and dashes of any kind, full stops, line ends.
fn is_gap(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | ',' | '/'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The code of the seed below, as the independent tool of the seed's own tests makes it.
    const CODE: &str = "221947-489423-539836-579810-152020-654093-638660-706717";
    const SEED: [u8; 16] = *b"\x4e\xd1\xad\xcd\xbf\xb4\xcd\xe6\x35\xfc\xe8\x47\xe2\xcc\xfa\xf7";

    fn mistyped(code: &str) -> RecoveryCodeError {
        assert!(looks_like_one(code), "{code}");
        read(code).unwrap_err()
    }

    #[test]
    fn a_code_is_read_however_it_is_spaced() {
        for code in [
            String::from(CODE),
            CODE.replace('-', ""),
            CODE.replace('-', " "),
            CODE.replace('-', "\n"),
            CODE.replace('-', " \u{2013} "),
            CODE.replace('0', "O").replace('1', "l"),
            CODE.replace('0', "o").replace('1', "I"),
            format!("  {CODE}\r\n"),
        ] {
            assert!(looks_like_one(&code), "{code}");
            assert_eq!(read(&code).unwrap().bytes(), &SEED, "{code}");
        }
        assert_eq!(*write(&Seed::from_bytes(SEED)), CODE);
        assert_eq!(
            *write(&Seed::from_bytes([0; 16])),
            "000000-000000-000000-000000-000000-000000-000000-000000"
        );
        assert_eq!(
            *write(&Seed::from_bytes([255; 16])),
            "720885-720885-720885-720885-720885-720885-720885-720885"
        );
    }

    #[test]
    fn every_mistyped_group_is_named() {
        let one = mistyped(&CODE.replace("539836", "539386"));
        assert_eq!(
            one.to_string(),
            "Group 3 of the recovery code is mistyped. Compare it with the sheet and type the code again."
        );
        let three = mistyped(
            &CODE
                .replace("221947", "221974")
                .replace("152020", "152029")
                .replace("706717", "77o671"),
        );
        assert_eq!(
            three.to_string(),
            "Groups 1, 5 and 8 of the recovery code are mistyped. Compare them with the sheet and type the code again."
        );
        assert_eq!(
            mistyped(&CODE.replace("539836", "53983")),
            RecoveryCodeError::Mistyped { groups: vec![3] }
        );
        assert_eq!(
            mistyped(&CODE.replace("539836", "53983b")),
            RecoveryCodeError::Mistyped { groups: vec![3] }
        );
        // 65,536 x 11: the check comes out, but no 16 bits are so many.
        assert_eq!(
            mistyped(&CODE.replace("539836", "720896")),
            RecoveryCodeError::Mistyped { groups: vec![3] }
        );
        assert_eq!(
            mistyped(&CODE.replace('-', "")[..47]).to_string(),
            "A recovery code has 48 digits, in 8 groups of 6; this has 47. Compare it with the sheet and type it again."
        );
    }

    #[test]
    fn no_single_wrong_digit_and_no_two_neighbours_exchanged_escape() {
        for bits in (0..=u16::MAX).step_by(13) {
            let right: Vec<Option<u32>> = format!("{:06}", u32::from(bits) * CHECK)
                .chars()
                .map(digit)
                .collect();
            assert_eq!(super::bits(&right), Some(bits));
            for place in 0..DIGITS {
                for wrong in (0..10).map(Some).filter(|wrong| *wrong != right[place]) {
                    let mut group = right.clone();
                    group[place] = wrong;
                    assert_eq!(super::bits(&group), None);
                }
                let mut group = right.clone();
                group.swap(place, (place + 1).min(DIGITS - 1));
                assert!(group == right || super::bits(&group).is_none());
            }
        }
    }
}
