use super::clean;
use super::headings::key;
use super::incoming::Incoming;
use super::values::status::{self, StatusReading};
use crate::domain::{NcYear, Status};

/// What a line between the pupils, or the name of their sheet, says of those below it: "YEAR 1", "Class 4H", "EHCP".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Above {
    year: Option<NcYear>,
    class: Option<String>,
    status: Option<(Status, bool)>,
    /// Its words, where those below have left.
    gone: Option<String>,
}

/// Words before or after the name of a class.
const CLASS: [&str; 6] = ["class", "form", "tutor", "reg", "registration", "group"];
/// Words of a list of pupils who are not there any more.
const GONE: [&str; 6] = ["leavers", "leaver", "left", "archive", "archived", "exited"];

impl Above {
    /// What some words say.
    pub fn of(words: &str) -> Self {
        let words = clean::line(words);
        let keys: Vec<String> = words.split([' ', ':', '-', '(']).map(key).collect();
        let status = match status::read(&words) {
            StatusReading::Known {
                status, watching, ..
            } => Some((status, watching)),
            StatusReading::Retired | StatusReading::Words => None,
        };
        let is_gone = keys.iter().any(|word| GONE.contains(&word.as_str()));
        Self {
            year: NcYear::read(&words),
            class: class(&words, &keys).filter(|_| status.is_none()),
            status,
            gone: is_gone.then_some(words),
        }
    }

    /// A class that has a sheet of its own: any name but one that says nothing, as "Sheet1" does.
    pub fn of_sheet(name: &str) -> Self {
        let mut above = Self::of(name);
        let says_else = above.year.is_some() || above.status.is_some() || above.gone.is_some();
        let plain = key(name);
        let is_numbered = ["sheet", "table", "page"]
            .iter()
            .any(|word| plain.starts_with(word));
        let short = name.chars().count() <= 12 && name.split(' ').count() <= 2;
        let is_list = [
            "register", "pupils", "list", "sen", "send", "all", "data", "report",
        ]
        .iter()
        .any(|word| plain.contains(word));
        if above.class.is_none() && !says_else && short && !is_numbered && !is_list {
            above.class = Some(clean::line(name));
        }
        above
    }

    /// Whether those below are not there any more.
    pub fn is_gone(&self) -> bool {
        self.gone.is_some()
    }

    /// Puts it where the line itself says nothing.
    pub fn complete(&self, child: &mut Incoming, takes_class: bool) {
        child.year = child.year.or(self.year);
        if takes_class && child.class.is_none() {
            child.class.clone_from(&self.class);
        }
        if let (None, false, Some((status, watching))) =
            (child.status, says_status(child), self.status)
        {
            (child.status, child.watching) = (Some(status), watching);
        }
        if let Some(gone) = &self.gone {
            child.hold(format!(
                "It stands below \"{gone}\". Is this pupil still at the school?"
            ));
        }
    }
}

/// Whether something stands where the status belongs, though it was not read.
fn says_status(child: &Incoming) -> bool {
    child
        .unread
        .iter()
        .any(|(field, _)| *field == super::field::Field::Status)
        || !child.held.is_empty()
}

/// "4H", "Class 4H", "Oak Class", "Class: Oak".
fn class(words: &str, keys: &[String]) -> Option<String> {
    let is_word = |word: &String| CLASS.contains(&word.as_str());
    let starts = words
        .find(|letter: char| !letter.is_ascii_digit())
        .is_some_and(|digits| (1..=2).contains(&digits));
    let is_code = starts && words.chars().count() <= 4 && words.chars().all(char::is_alphanumeric);
    if is_code {
        return Some(words.to_owned());
    }
    let named = keys.first().is_some_and(is_word) || keys.last().is_some_and(is_word);
    if !named || keys.len() > 4 {
        return None;
    }
    let rest: Vec<&str> = words
        .split([' ', ':'])
        .filter(|word| !word.is_empty() && !is_word(&key(word)) && *word != "-")
        .collect();
    Some(rest.join(" ")).filter(|rest| !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_years_and_statuses_stand_above_pupils() {
        for (words, class) in [
            ("4H", Some("4H")),
            ("Class 4H", Some("4H")),
            ("Oak Class", Some("Oak")),
            ("Class: Oak", Some("Oak")),
            ("Tutor group 7B", Some("7B")),
            ("YEAR 1", None),
            ("SEN Support", None),
            ("Printed on 3 May", None),
        ] {
            assert_eq!(Above::of(words).class.as_deref(), class, "{words}");
        }
        assert_eq!(Above::of("EHCP").status, Some((Status::E, false)));
        assert_eq!(Above::of("Year 3").year, NcYear::read("3"));
        assert!(Above::of("Leavers 2025").is_gone());
        assert_eq!(Above::of_sheet("Oak").class.as_deref(), Some("Oak"));
        for name in ["Sheet1", "SEN Register", "Year 4", "All pupils"] {
            assert_eq!(Above::of_sheet(name).class, None, "{name}");
        }
    }
}
