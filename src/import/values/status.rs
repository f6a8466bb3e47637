use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::Status;
use crate::import::headings::key;

/// What a cell says of a pupil's SEN status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) enum StatusReading {
    /// A status of the census; the pupil may be watched besides.
    Known {
        /// The census code: a pupil who is only watched is N.
        status: Status,
        /// A first concern.
        watching: bool,
        /// Something else stands there too, which is to be kept in words: "K / EHCNA requested 2/11".
        words_left: bool,
    },
    /// A code that ended in 2014 or 2018 (School Action, Statement): what it is now has to be asked.
    Retired,
    /// Nothing that says a status.
    Words,
}

impl StatusReading {
    /// Whether it is this status and nothing besides.
    pub fn is_plainly(&self, is: Status, is_watching: bool) -> bool {
        *self
            == Self::Known {
                status: is,
                watching: is_watching,
                words_left: false,
            }
    }
}

/// What one spelling means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    None,
    Support,
    Plan,
    Watching,
    Retired,
}

/// The spellings, as they are written down.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Spellings {
    none: Vec<String>,
    support: Vec<String>,
    plan: Vec<String>,
    watching: Vec<String>,
    retired: Vec<String>,
    unsettled: Vec<String>,
}

static SPELLINGS: LazyLock<Spellings> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../assets/import/statuses.toml"))
        .expect("the shipped spellings are read by a test")
});

impl Spellings {
    fn all(&self) -> [(Label, &[String]); 5] {
        [
            (Label::None, &self.none),
            (Label::Support, &self.support),
            (Label::Plan, &self.plan),
            (Label::Watching, &self.watching),
            (Label::Retired, &self.retired),
        ]
    }
}

/// Reads a status word, code, or both. What is not plainly one status is not guessed.
pub(in crate::import) fn read(words: &str) -> StatusReading {
    let words = words.trim();
    if let Some(label) = label(words) {
        return label.reading(false);
    }
    let Some((first, rest)) = first_label(words) else {
        return StatusReading::Words;
    };
    match (first, label(rest)) {
        (first, Some(second)) if first == second => first.reading(false),
        // Monitoring is no census code: those pupils are N.
        (Label::None, Some(Label::Watching)) | (Label::Watching, Some(Label::None)) => {
            Label::Watching.reading(false)
        }
        (_, Some(Label::Support | Label::Plan)) => StatusReading::Words,
        (Label::Retired, _) => StatusReading::Retired,
        (Label::Plan, None) if is_unsettled(rest) => StatusReading::Words,
        // An EHC plan asked for is still SEN support.
        (Label::Support, None) if is_unsettled(rest) && !speaks_of_plan(rest) => {
            StatusReading::Words
        }
        (Label::Watching, None) if is_unsettled(rest) => StatusReading::Words,
        (first, _) => first.reading(true),
    }
}

impl Label {
    fn reading(self, words_left: bool) -> StatusReading {
        let known = |status, watching| StatusReading::Known {
            status,
            watching,
            words_left,
        };
        match self {
            Self::None => known(Status::N, false),
            Self::Support => known(Status::K, false),
            Self::Plan => known(Status::E, false),
            Self::Watching => known(Status::N, true),
            Self::Retired => StatusReading::Retired,
        }
    }
}

/// The label that the whole text is. Marks do not matter, except those that say more or make a doubt.
fn label(words: &str) -> Option<Label> {
    let sought = key(words);
    let says_more = words
        .trim_end_matches([')', '.', '*', ' '])
        .ends_with(['?', '+', '!'])
        || words.trim_start().starts_with('?');
    let same =
        |spelling: &String| key(spelling) == sought && (spelling.ends_with('+') || !says_more);
    let means =
        |(label, spellings): (Label, &[String])| spellings.iter().any(same).then_some(label);
    SPELLINGS.all().into_iter().find_map(means)
}

/// The label before the first separator, and what comes after it. A space alone separates only a capital census letter.
fn first_label(words: &str) -> Option<(Label, &str)> {
    let separators = words.match_indices([
        '-', '\u{2013}', '\u{2014}', '/', '(', ':', ',', ';', '+', '*', '.', '\n', '=',
    ]);
    let mut by_separator = separators.filter_map(|(place, separator)| {
        let label = label(&words[..place])?;
        let rest = if separator == "+" {
            &words[place..]
        } else {
            words[place + separator.len()..].trim()
        };
        (!rest.starts_with('?')).then_some((label, rest))
    });
    by_separator.next_back().or_else(|| {
        let (code, rest) = words.split_once(' ')?;
        matches!(code, "K" | "E" | "N").then_some(())?;
        Some((label(code)?, rest.trim())).filter(|(_, rest)| !rest.starts_with('?'))
    })
}

fn is_unsettled(words: &str) -> bool {
    let words = words.to_lowercase();
    words.starts_with("or ")
        || SPELLINGS
            .unsettled
            .iter()
            .any(|sign| words.contains(sign.as_str()))
}

fn speaks_of_plan(words: &str) -> bool {
    let words = words.to_lowercase();
    ["ehc", "plan", "needs assessment", "section 36"]
        .iter()
        .any(|sign| words.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn known(status: Status, watching: bool, words_left: bool) -> StatusReading {
        StatusReading::Known {
            status,
            watching,
            words_left,
        }
    }

    #[test]
    fn every_spelling_seen() {
        let table: &[(Status, &[&str])] = &[
            (
                Status::K,
                &[
                    "K",
                    "k",
                    "SEN Support",
                    "sen support",
                    "K - SEN Support",
                    "K - Support",
                    "SEND Support (Code K)",
                    "SEN Supp",
                    "Support",
                    "SEN support (K)",
                    "K: SEN Support",
                    "K – SEN support",
                    " K ",
                    "Code K",
                    "School Support",
                    "K (SEN Support)",
                ],
            ),
            (
                Status::E,
                &[
                    "E",
                    "e",
                    "EHCP",
                    "ehcp",
                    "EHC Plan",
                    "E - EHCP",
                    "Education, Health and Care Plan",
                    "E - Education, Health and Care Plan",
                    "Education, Health & Care Plan",
                    "EHCP (E)",
                    "Education Health and Care Plan",
                ],
            ),
            (
                Status::N,
                &[
                    "N",
                    "n",
                    "None",
                    "No SEN",
                    "No Special Educational Need",
                    "N - No Special Educational Need",
                    "No",
                    "no special educational needs",
                    "N - None",
                ],
            ),
        ];
        for (status, spellings) in table {
            for words in *spellings {
                assert_eq!(read(words), known(*status, false, false), "{words}");
            }
        }
    }

    #[test]
    fn watched_pupils_are_n() {
        for words in [
            "Monitoring",
            "M",
            "m",
            "amber",
            "Amber",
            "N - Monitoring",
            "Monitoring (N)",
            "Watch list",
            "Cause for concern",
        ] {
            assert_eq!(read(words), known(Status::N, true, false), "{words}");
        }
    }

    #[test]
    fn retired_codes_are_asked_about() {
        for words in [
            "S",
            "A",
            "P",
            "Statement",
            "S - Statement",
            "School Action",
            "A - School Action",
            "P: School Action Plus",
            "SA+",
            "School Action Plus",
        ] {
            assert_eq!(read(words), StatusReading::Retired, "{words}");
        }
    }

    #[test]
    fn a_clear_status_with_more_words_keeps_them() {
        assert_eq!(
            read("K / EHCNA requested 2/11"),
            known(Status::K, false, true)
        );
        assert_eq!(read("K+"), known(Status::K, false, true));
        assert_eq!(
            read("SEN Support - EHCNA submitted"),
            known(Status::K, false, true)
        );
        assert_eq!(
            read("SEN Support (EHCP pending)"),
            known(Status::K, false, true)
        );
        assert_eq!(read("EHCP - 25 hours"), known(Status::E, false, true));
        assert_eq!(read("N (was K)"), known(Status::N, false, true));
        assert_eq!(read("M / speech sounds"), known(Status::N, true, true));
        assert_eq!(read("K EHCNA submitted"), known(Status::K, false, true));
    }

    #[test]
    fn what_is_not_plainly_one_status_is_not_guessed() {
        for words in [
            "",
            "?",
            "K?",
            "?K",
            "EHCP requested",
            "EHCP?",
            "EHCP (draft)",
            "E - pending",
            "E (applied)",
            "K or E",
            "K/E",
            "EHCP applied for",
            "Y",
            "Yes",
            "a bit worried",
            "K (ended)",
            "SEN Support - removed July",
            "red",
            "green",
            "tbc",
            "N1",
            "Nursery",
        ] {
            assert_eq!(read(words), StatusReading::Words, "{words}");
        }
    }

    #[test]
    fn no_label_means_two_things() {
        for (label, spellings) in SPELLINGS.all() {
            for words in spellings {
                assert_eq!(super::label(words), Some(label), "{words}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_words_are_read_without_a_fault(words in "\\PC{0,30}|[KENMSAP -/(+?]{0,8}") {
            let _ = read(&words);
        }
    }
}
