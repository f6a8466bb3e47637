//! [`Sound`]: how a name sounds, however it is spelled.

/// How one word of a name sounds to somebody who hears it called: "Aisha" and "Ayesha", "Sean" and "Shaun", "Mohammed" and
/// "Muhammad", "Kaitlyn" and "Caitlin" have one sound each. Vowels after the first letter do not count, nor do letters that
/// are said twice or not at all. Two letters or fewer, and scripts other than the Latin, have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sound(u64);

/// Spellings of one sound, the longer first. What they are written as here matters to nobody else.
const SPELLINGS: [(&str, &str); 30] = [
    ("tch", "s"),
    ("sch", "s"),
    ("ght", "t"),
    ("sh", "s"),
    ("ch", "s"),
    ("cz", "s"),
    ("sz", "s"),
    ("ce", "s"),
    ("ci", "s"),
    ("cy", "s"),
    ("ts", "s"),
    ("ph", "f"),
    ("kn", "n"),
    ("gn", "n"),
    ("wr", "r"),
    ("wh", "w"),
    ("rh", "r"),
    ("th", "t"),
    ("dh", "d"),
    ("bh", "v"),
    ("mh", "v"),
    ("kh", "k"),
    ("gh", "g"),
    ("ck", "k"),
    ("dj", "j"),
    ("dg", "j"),
    ("c", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("z", "s"),
];

/// The fewest letters of a word that has a sound: fewer sound like too many.
const FEWEST: usize = 3;
/// So many letters of a sound are kept.
const KEPT: usize = 8;

impl Sound {
    /// How a [folded](fn@super::fold) word sounds.
    pub fn of(folded: &str) -> Option<Self> {
        let letters: String = folded.chars().filter(|letter| *letter != '\'').collect();
        let is_latin = letters.bytes().all(|letter| letter.is_ascii_lowercase());
        if !is_latin || letters.len() < FEWEST {
            return None;
        }
        let mut rest = letters.as_str();
        let mut sound: Vec<u8> = Vec::with_capacity(KEPT);
        let mut before = None;
        while let Some(first) = rest.chars().next() {
            let one = &rest[..first.len_utf8()];
            let spelled = SPELLINGS
                .iter()
                .find(|(spelled, _)| rest.starts_with(spelled));
            let (spelled, said) = spelled.copied().unwrap_or((one, one));
            // "Ce" is an s and its vowel, which does not count.
            for letter in said.bytes() {
                let is_vowel = matches!(
                    letter,
                    b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'h' | b'w'
                );
                let is_first = before.is_none();
                // Any vowel that a name begins with is one; an h or a y there is said.
                let letter = match letter {
                    b'a' | b'e' | b'i' | b'o' | b'u' => b'a',
                    other => other,
                };
                if (is_first || !is_vowel) && before != Some(letter) {
                    sound.push(letter);
                }
                before = Some(letter);
            }
            rest = &rest[spelled.len()..];
        }
        sound.truncate(KEPT);
        let number = sound
            .iter()
            .fold(0, |number, letter| number << 8 | u64::from(*letter));
        Some(Self(number))
    }

    /// Whether all that is sought is among what is heard.
    pub fn are_among(sought: &[Self], heard: &[Self]) -> bool {
        sought.iter().all(|sound| heard.contains(sound))
    }

    /// A number in which each of these sounds has two bits: what is sought can't be among what is heard unless its bits are.
    pub fn at_a_glance(sounds: &[Self]) -> u128 {
        let bits = |sound: &Self| {
            let mixed = sound.0.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            1_u128 << (mixed >> 57) | 1_u128 << (mixed >> 50 & 0x7f)
        };
        sounds.iter().map(bits).fold(0, |all, bits| all | bits)
    }

    /// How each part of a [folded](fn@super::fold) name sounds.
    pub fn of_parts(folded: &str) -> Vec<Self> {
        let parts = folded.split(|letter: char| !letter.is_alphanumeric() && letter != '\'');
        parts.filter_map(Self::of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Sound;

    #[test]
    fn names_that_are_said_alike_have_one_sound() {
        let alike = [
            ["aisha", "ayesha"],
            ["aisha", "aysha"],
            ["sean", "shaun"],
            ["mohammed", "muhammad"],
            ["kaitlyn", "caitlin"],
            ["katherine", "cathryn"],
            ["conor", "connor"],
            ["zainab", "zaynab"],
            ["yusuf", "youssef"],
            ["sophie", "sofi"],
            ["jayden", "jaiden"],
            ["wright", "rite"],
            ["o'neill", "oneil"],
            ["khan", "kahn"],
            ["siobhan", "shivon"],
            ["phillips", "filips"],
        ];
        for [one, other] in alike {
            assert_eq!(Sound::of(one), Sound::of(other), "{one}, {other}");
            assert!(Sound::of(one).is_some());
        }
    }

    #[test]
    fn others_have_not() {
        let others = [
            ["aisha", "isaac"],
            ["sean", "susan"],
            ["tom", "tim's"],
            ["khan", "cohen"],
            ["price", "bryce"],
        ];
        let unlike = others
            .iter()
            .filter(|[one, other]| Sound::of(one) != Sound::of(other));
        assert_eq!(unlike.count(), 4, "all but Khan and Cohen");
        for none in ["ng", "li", "", "абай", "4b"] {
            assert_eq!(Sound::of(none), None, "{none}");
        }
    }

    #[test]
    fn each_part_of_a_name_is_heard() {
        let parts = Sound::of_parts("nowak-reyes, zuzanna");
        let words = ["nowak", "reyes", "zuzanna"].map(Sound::of);
        assert_eq!(parts, words.into_iter().flatten().collect::<Vec<_>>());
    }
}
