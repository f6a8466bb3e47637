//! [`Look`]: the one place for colours, borders and names on the screen.

use ratatui::style::{Color, Modifier};

use super::{Audience, Role};
use crate::domain::{Pupil, PupilId};

/// How the screen is coloured.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    strum::VariantArray,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[strum(serialize_all = "snake_case")]
pub enum Style {
    /// The terminal's own sixteen colours.
    #[default]
    Standard,
    /// Only the strongest of them.
    HighContrast,
    /// None: bold and reverse alone (`NO_COLOR`).
    OneColour,
}

/// Colours by role, and who may see which pupil by which name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The colours.
    pub style: Style,
    /// For screen readers: no rules or borders, full words, one column.
    pub plain: bool,
    /// Who can see the screen.
    pub audience: Audience,
}

impl Look {
    /// The style of a role.
    pub fn of(&self, role: Role) -> ratatui::style::Style {
        let plain = ratatui::style::Style::new();
        match (self.style, role) {
            (_, Role::Text) => plain,
            (_, Role::Selected) => plain.add_modifier(Modifier::REVERSED),
            (Style::Standard, Role::Muted) => plain.fg(Color::DarkGray),
            (Style::Standard | Style::HighContrast, Role::Heading) => {
                plain.fg(Color::Cyan).add_modifier(Modifier::BOLD)
            }
            (Style::Standard, Role::Focus) => plain.fg(Color::Yellow).add_modifier(Modifier::BOLD),
            (Style::Standard, Role::Due) => plain.fg(Color::Yellow),
            (Style::Standard, Role::Overdue | Role::Refusal) => {
                plain.fg(Color::Red).add_modifier(Modifier::BOLD)
            }
            (Style::Standard, Role::Done) => plain.fg(Color::Green),
            (Style::HighContrast, Role::Muted | Role::Due | Role::Done) => plain,
            (Style::HighContrast, Role::Focus) => {
                plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
            }
            (Style::HighContrast, Role::Overdue | Role::Refusal) => {
                plain.fg(Color::LightRed).add_modifier(Modifier::BOLD)
            }
            (Style::OneColour, Role::Muted | Role::Due | Role::Done) => plain,
            (Style::OneColour, Role::Heading | Role::Overdue | Role::Refusal) => {
                plain.add_modifier(Modifier::BOLD)
            }
            (Style::OneColour, Role::Focus) => plain.add_modifier(Modifier::UNDERLINED),
        }
    }

    /// The character of a rule across the screen; none in the plain look, whose readers would hear it.
    pub fn rule(&self) -> Option<&'static str> {
        (!self.plain).then_some("─")
    }

    /// Whether anything of this pupil may be on the screen.
    pub fn may_show(&self, pupil: PupilId) -> bool {
        self.audience.may_see(pupil)
    }

    /// A pupil as lists show her: "Khan, Aisha"; "K A" where initials are asked for.
    pub fn name(&self, pupil: &Pupil) -> String {
        self.masked(pupil).unwrap_or_else(|| pupil.listed())
    }

    /// A pupil as a sentence speaks of her: "Aisha Khan".
    pub fn full_name(&self, pupil: &Pupil) -> String {
        self.masked(pupil).unwrap_or_else(|| pupil.full_name())
    }

    /// What she is called: "Aisha".
    pub fn called(&self, pupil: &Pupil) -> String {
        self.masked(pupil)
            .unwrap_or_else(|| pupil.called().to_owned())
    }

    /// A member of a family by name: "Mrs Khan"; where initials are asked for "Mrs K.", because her name tells the child's.
    pub fn family(&self, name: &str) -> String {
        match self.audience {
            Audience::Staff => initialled(name, |_| true),
            _ => name.to_owned(),
        }
    }

    fn masked(&self, pupil: &Pupil) -> Option<String> {
        if !self.may_show(pupil.id) {
            return Some("another pupil".to_owned());
        }
        let first = if pupil.preferred.is_empty() {
            &pupil.forename
        } else {
            &pupil.preferred
        };
        (self.audience == Audience::Staff).then(|| {
            let initial = |name: &str| name.chars().next().map(|letter| format!("{letter}."));
            [initial(first), initial(&pupil.surname)]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ")
        })
    }
}

/// What stands before names, and is none.
pub(super) const TITLES: [&str; 6] = ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr"];

/// A text in which words that are names are initials. Titles before names stay: "Mrs K.".
pub(super) fn initialled(text: &str, is_name: impl Fn(&str) -> bool) -> String {
    let of_word =
        |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '\'' | '\u{2019}');
    let mut told = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(of_word) {
        let length = rest[start..].find(|letter| !of_word(letter));
        let end = length.map_or(rest.len(), |length| start + length);
        let word = &rest[start..end];
        told.push_str(&rest[..start]);
        // "Aisha's" is Aisha's.
        let (name, possessive) = match word.strip_suffix("'s").or(word.strip_suffix("\u{2019}s")) {
            Some(name) => (name, "'s"),
            None => (word, ""),
        };
        match name.chars().next() {
            Some(letter) if is_name(name) && !TITLES.contains(&name) => {
                told.push(letter);
                told.push('.');
                told.push_str(possessive);
            }
            _ => told.push_str(word),
        }
        rest = &rest[end..];
    }
    told.push_str(rest);
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_a_text_are_initials_and_other_words_stay() {
        let is_name = |word: &str| ["Aisha", "Khan", "O\u{2019}Dwyer"].contains(&word);
        let table = [
            ("review: Mrs Khan, Mrs Bell", "review: Mrs K., Mrs Bell"),
            ("Aisha asks for help", "A. asks for help"),
            ("Aisha's card (Khan)", "A.'s card (K.)"),
            ("Mr O\u{2019}Dwyer", "Mr O."),
            ("Khanate", "Khanate"),
            ("", ""),
        ];
        for (text, told) in table {
            assert_eq!(initialled(text, is_name), told);
        }
        assert_eq!(initialled("Mrs Khan", |_| true), "Mrs K.");
    }
}
