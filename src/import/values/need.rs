use crate::domain::{NeedCode, NeedTable};

/// The kinds of need in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct NeedReading {
    /// Those named by a code or an official label, in the cell's order.
    pub needs: Vec<NeedCode>,
    /// Something else stands there too, which is to be kept in words.
    pub words_left: bool,
}

/// The most commas that one official label has, plus one.
const LONGEST_LABEL: usize = 4;

/// Reads codes and official labels, one or several: "SLCN", "Speech, Language and Communication Needs; MLD". Free text
/// ("?ASD - on pathway", "dyslexia") is never a kind of need.
pub(in crate::import) fn read(words: &str) -> NeedReading {
    let mut reading = NeedReading::default();
    if super::is_dash(words) || words.eq_ignore_ascii_case("none") {
        return reading;
    }
    let parts = parts(words);
    let mut at = 0;
    while let Some(&(start, _)) = parts.get(at) {
        let longest = (1..=LONGEST_LABEL).rev().find_map(|length| {
            let &(_, end) = parts.get(at + length - 1)?;
            Some((length, label(&words[start..end])?))
        });
        match longest {
            Some((length, code)) => {
                if !reading.needs.contains(code) {
                    reading.needs.push(code.clone());
                }
                at += length;
            }
            None => {
                reading.words_left = true;
                at += 1;
            }
        }
    }
    reading
}

/// Where the parts between separators begin and end; blank ones left out.
fn parts(words: &str) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (place, separator) in words.match_indices([',', ';', '/', '&', '+', '|', '\n']) {
        parts.push((start, place));
        start = place + separator.len();
    }
    parts.push((start, words.len()));
    parts.retain(|&(start, end)| !words[start..end].trim().is_empty());
    parts
}

fn label(words: &str) -> Option<&'static NeedCode> {
    let table = NeedTable::england();
    let words = words.trim();
    table
        .from_label(words)
        .or_else(|| table.from_label(without_rank(words)))
}

/// "1. SLCN", "SLCN (1)", "Primary: SLCN", "SLCN (primary)".
fn without_rank(words: &str) -> &str {
    const RANKS: [&str; 6] = ["1", "2", "3", "4", "primary", "secondary"];
    let is_rank = |words: &str| {
        RANKS
            .iter()
            .any(|rank| words.trim().eq_ignore_ascii_case(rank))
    };
    if let Some((rank, rest)) = words
        .split_once(['.', ':', ')'])
        .filter(|(rank, _)| is_rank(rank))
    {
        return if rank.is_empty() { words } else { rest.trim() };
    }
    match words
        .strip_suffix(')')
        .and_then(|words| words.rsplit_once('('))
    {
        Some((label, rank)) if is_rank(rank) => label.trim(),
        _ => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn codes(words: &str) -> (Vec<String>, bool) {
        let reading = read(words);
        (
            reading
                .needs
                .iter()
                .map(|code| code.as_str().to_owned())
                .collect(),
            reading.words_left,
        )
    }

    #[test]
    fn codes_and_official_labels() {
        let table: &[(&str, &[&str])] = &[
            ("SLCN", &["SLCN"]),
            ("SpLD", &["SPLD"]),
            ("spld", &["SPLD"]),
            ("Speech, Language and Communication Needs", &["SLCN"]),
            ("Social, Emotional and Mental Health", &["SEMH"]),
            ("Other Difficulty/Disability", &["OTH"]),
            (
                "SEN support but no specialist assessment of type of need",
                &["NSA"],
            ),
            (
                "Speech, language and communication needs, Moderate learning difficulty",
                &["SLCN", "MLD"],
            ),
            (
                "Social, emotional and mental health; Speech, language and communication needs",
                &["SEMH", "SLCN"],
            ),
            ("SEMH/SLCN", &["SEMH", "SLCN"]),
            ("SEMH, SLCN & MLD", &["SEMH", "SLCN", "MLD"]),
            ("MLD\nSEMH", &["MLD", "SEMH"]),
            ("SLCN, slcn", &["SLCN"]),
            ("1. SLCN; 2. ASD", &["SLCN", "ASD"]),
            ("SLCN (1), ASD (2)", &["SLCN", "ASD"]),
            ("Primary: MLD", &["MLD"]),
            ("SPLD - Specific Learning Difficulty", &["SPLD"]),
            ("SLCN - Speech Language and Communication", &["SLCN"]),
            ("SEMH - Social Emotional", &["SEMH"]),
            ("ASD - Autism", &["ASD"]),
            ("Autistic Spectrum Disorder (ASD)", &["ASD"]),
            ("Speech, Language and Communication Needs (SLCN)", &["SLCN"]),
        ];
        for (words, needs) in table {
            assert_eq!(
                codes(words),
                (needs.iter().map(|&code| code.to_owned()).collect(), false),
                "{words}"
            );
        }
    }

    #[test]
    fn free_text_is_never_a_kind_of_need() {
        for words in [
            "?ASD – on pathway",
            "wears aids (bilateral)",
            "speech sounds?",
            "dyspraxia? (GP letter on file)",
            "dyslexia (private report)",
            "not sure yet",
            "attachment, LAC (Kirkshire)",
            "ADHD",
            "autistic",
            "ASD?",
            "ASD (awaiting)",
            "ASD - query",
            "ASD - ADHD",
            "MLD - Autism",
            "Speech delay (ASD)",
            "ASD - autism pathway",
            "C&I",
            "Communication and Interaction",
        ] {
            assert_eq!(codes(words), (vec![], true), "{words}");
        }
        assert_eq!(codes("SLCN, (query ADHD)"), (vec!["SLCN".to_owned()], true));
    }

    #[test]
    fn nothing_is_nothing() {
        for words in ["", "-", "n/a", "None"] {
            assert_eq!(codes(words), (vec![], false), "{words}");
        }
    }

    proptest! {
        #[test]
        fn any_words_are_read_without_a_fault(words in "\\PC{0,40}|[A-Z,;/ ()1-4.]{0,30}") {
            let _ = read(&words);
        }
    }
}
