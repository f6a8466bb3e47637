use crate::domain::Sex;

/// The names in one cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct NameReading {
    /// A number in front: "004512 Abernathy, Callum".
    pub number: Option<String>,
    /// Surname; may be an initial.
    pub surname: Option<String>,
    /// Forename or forenames.
    pub forename: Option<String>,
    /// "(F)".
    pub sex: Option<Sex>,
    /// Other remarks in brackets: "(twin)".
    pub remarks: Vec<String>,
    /// Three names or more and nothing that says where the surname begins: it was split before the last.
    pub split_unsure: bool,
}

/// Small words that begin a surname, whatever stands before them.
const PARTICLES: &[&str] = &[
    "de", "del", "della", "di", "da", "das", "do", "dos", "du", "des", "la", "le", "van", "von",
    "vom", "zu", "der", "den", "ter", "ten", "te", "el", "al", "bin", "ibn", "bint", "abu", "af",
    "av", "y", "st", "st.", "mac", "nic", "ní", "uí", "ó",
];

/// Those that are also written with a capital and are hardly ever forenames.
const CAPITAL_PARTICLES: &[&str] = &[
    "De", "Del", "Della", "Dos", "Du", "La", "Von", "St", "St.", "Mac", "Nic", "Ní", "Uí", "Ó",
];

/// Reads "Adams, Ava", "ADAMS Ava", "Ava ADAMS" and "Ava Adams"; with `surname_first` also "Adams Ava".
pub(in crate::import) fn read(cell: &str, surname_first: bool) -> NameReading {
    let mut reading = NameReading::default();
    let cell = reading.take_remarks(cell);
    let cell = reading.take_number(&cell);
    if let Some((surname, forename)) = cell.split_once(',') {
        reading.put(surname, forename);
        return reading;
    }
    let words: Vec<&str> = cell
        .split_whitespace()
        .filter(|word| !is_stray(word))
        .collect();
    let capitals = |word: &&&str| is_capitals(word);
    let front = words.iter().take_while(capitals).count();
    let back = words.iter().rev().take_while(capitals).count();
    match words.as_slice() {
        [] => {}
        [only] => reading.put(
            if surname_first { only } else { "" },
            if surname_first { "" } else { only },
        ),
        _ if front > 0 && front < words.len() => {
            reading.split(&words, front, true);
            // "TJ Okafor" may be a forename in capitals.
            reading.split_unsure = front == 1 && words[0].chars().count() == 2;
        }
        _ if back > 0 && back < words.len() => reading.split(&words, words.len() - back, false),
        _ if surname_first => {
            let particles = words.iter().take_while(|word| is_particle(word)).count();
            let at = (particles + 1).min(words.len() - 1);
            reading.split(&words, at, true);
            reading.split_unsure = words.len() > 2 && particles == 0;
        }
        _ => {
            let particle = (1..words.len() - 1).find(|&place| is_particle(words[place]));
            reading.split(&words, particle.unwrap_or(words.len() - 1), false);
            reading.split_unsure = words.len() > 2 && particle.is_none();
        }
    }
    reading
}

impl NameReading {
    fn put(&mut self, surname: &str, forename: &str) {
        let tidy = |words: &str| {
            Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
                .filter(|words| !words.is_empty())
        };
        self.surname = tidy(surname);
        self.forename = tidy(forename);
    }

    fn split(&mut self, words: &[&str], at: usize, surname_first: bool) {
        let (first, second) = words.split_at(at);
        let (surname, forename) = if surname_first {
            (first, second)
        } else {
            (second, first)
        };
        self.put(&surname.join(" "), &forename.join(" "));
    }

    /// Takes what stands in brackets out of the name.
    fn take_remarks(&mut self, cell: &str) -> String {
        let mut rest = cell.to_owned();
        while let Some((open, close)) = brackets(&rest) {
            let inside = rest[open + 1..close].trim().to_owned();
            rest.replace_range(open..=close, " ");
            match Sex::read(&inside) {
                Some(sex) if self.sex.is_none() => self.sex = Some(sex),
                _ if inside.is_empty() => {}
                _ => self.remarks.push(inside),
            }
        }
        rest
    }

    /// Takes a number of the school's system off the front.
    fn take_number<'a>(&mut self, cell: &'a str) -> &'a str {
        let cell = cell.trim();
        match cell.split_once(' ') {
            Some((number, rest))
                if number.len() >= 3 && number.bytes().all(|byte| byte.is_ascii_digit()) =>
            {
                self.number = Some(number.to_owned());
                rest.trim_start()
            }
            _ => cell,
        }
    }
}

/// Where the first round brackets without brackets inside stand.
fn brackets(words: &str) -> Option<(usize, usize)> {
    let close = words.find(')')?;
    let open = words[..close].rfind('(')?;
    Some((open, close))
}

/// A mark without a letter, left by somebody's typing. A question mark may stand for a lost letter.
fn is_stray(word: &str) -> bool {
    word.chars()
        .all(|mark| mark.is_ascii_punctuation() && mark != '?')
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word) || CAPITAL_PARTICLES.contains(&word)
}

/// Two letters or more, none of them small: "SMITH", "O'BRIEN", "McDONALD".
fn is_capitals(word: &str) -> bool {
    let word = word
        .strip_prefix("Mc")
        .or_else(|| word.strip_prefix("Mac"))
        .unwrap_or(word);
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    letters.clone().count() > 1 && letters.all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(cell: &str) -> (String, String) {
        let reading = read(cell, false);
        (
            reading.surname.unwrap_or_default(),
            reading.forename.unwrap_or_default(),
        )
    }

    #[test]
    fn names_of_real_files() {
        let table = [
            ("Adams, Ava", "Adams", "Ava"),
            ("Okonkwo-Reyes, Amarachi", "Okonkwo-Reyes", "Amarachi"),
            ("de la Croix, Étienne", "de la Croix", "Étienne"),
            ("Ng, Li Wei", "Ng", "Li Wei"),
            ("O’Dwyer, Caoimhe", "O’Dwyer", "Caoimhe"),
            ("SMITH John", "SMITH", "John"),
            ("VAN DER BERG Anna Maria", "VAN DER BERG", "Anna Maria"),
            ("McDONALD Fiona", "McDONALD", "Fiona"),
            ("Ava ADAMS", "ADAMS", "Ava"),
            ("Maggie Hallibone", "Hallibone", "Maggie"),
            ("Etienne de la Croix", "de la Croix", "Etienne"),
            ("Zoë Featherstonhaugh-Pike", "Featherstonhaugh-Pike", "Zoë"),
            ("Li Wei Ng", "Ng", "Li Wei"),
            ("Caoimhe O’Dwyer", "O’Dwyer", "Caoimhe"),
            ("Sagal A", "A", "Sagal"),
            ("Anneke van der Westhuizen", "van der Westhuizen", "Anneke"),
            ("Peregrine St. John-Smythe", "St. John-Smythe", "Peregrine"),
            ("Fiadh Mac Giolla Phádraig", "Mac Giolla Phádraig", "Fiadh"),
            ("Ilinca Brânz?nescu", "Brânz?nescu", "Ilinca"),
            ("Suharto", "", "Suharto"),
            ("AVA ADAMS", "ADAMS", "AVA"),
            ("王 小明", "小明", "王"),
            ("Adams,", "Adams", ""),
            ("", "", ""),
        ];
        for (cell, surname, forename) in table {
            assert_eq!(
                split(cell),
                (surname.to_owned(), forename.to_owned()),
                "{cell}"
            );
        }
    }

    #[test]
    fn a_heading_may_say_that_the_surname_comes_first() {
        let table = [
            ("Smith John", "Smith", "John"),
            ("Smith, John", "Smith", "John"),
            ("de la Croix Étienne", "de la Croix", "Étienne"),
            ("Ng Li Wei", "Ng", "Li Wei"),
            ("Suharto", "Suharto", ""),
        ];
        for (cell, surname, forename) in table {
            let reading = read(cell, true);
            assert_eq!(
                reading.surname.as_deref().unwrap_or_default(),
                surname,
                "{cell}"
            );
            assert_eq!(
                reading.forename.as_deref().unwrap_or_default(),
                forename,
                "{cell}"
            );
        }
        assert!(read("Ng Li Wei", true).split_unsure);
        assert!(!read("Smith John", true).split_unsure);
    }

    #[test]
    fn numbers_and_remarks_are_taken_off() {
        let reading = read("004512 Abernathy, Callum", false);
        assert_eq!(reading.number.as_deref(), Some("004512"));
        assert_eq!(
            (reading.surname.as_deref(), reading.forename.as_deref()),
            (Some("Abernathy"), Some("Callum"))
        );
        let twin = read("Arlo Whittlecombe (twin)", false);
        assert_eq!(
            (twin.surname.as_deref(), twin.remarks),
            (Some("Whittlecombe"), vec!["twin".to_owned()])
        );
        let jo = read("Jo Smith (F)", false);
        assert_eq!(
            (jo.surname.as_deref(), jo.sex, jo.remarks),
            (Some("Smith"), Some(Sex::F), vec![])
        );
        assert_eq!(read("Ava (", false).surname, None);
    }

    #[test]
    fn an_unsure_split_is_told() {
        assert!(read("Li Wei Ng", false).split_unsure);
        assert!(!read("Etienne de la Croix", false).split_unsure);
        assert!(!read("Maggie Hallibone", false).split_unsure);
        assert!(!read("Ng, Li Wei", false).split_unsure);
        assert!(read("TJ Okafor", false).split_unsure);
    }

    proptest! {
        #[test]
        fn no_letter_of_a_name_is_lost(cell in "[A-Za-z ,]{0,24}") {
            let reading = read(&cell, false);
            let mut kept: Vec<char> = [reading.surname, reading.forename].into_iter().flatten().collect::<String>().chars().filter(|letter| letter.is_alphabetic()).collect();
            let mut letters: Vec<char> = cell.chars().filter(|letter| letter.is_alphabetic()).collect();
            kept.sort_unstable();
            letters.sort_unstable();
            prop_assert_eq!(kept, letters);
        }

        #[test]
        fn any_cell_is_read_without_a_fault(cell in "\\PC{0,24}|[()a-zA-Z0-9, ]{0,16}", first in any::<bool>()) {
            let _ = read(&cell, first);
        }
    }
}
