//! Finding a pupil by the words one has.

use std::collections::BTreeSet;

use super::{Caseload, Person, PersonKind, Pupil, PupilId, fold, upn};

impl Caseload {
    /// The present pupils that some words fit: parts of her names and her class in any order, or her UPN; or the pupil with
    /// this id, though she has left. A word fits from the start of a name; where somebody's whole name is typed, only she is
    /// meant.
    pub fn find(&self, words: &str) -> Vec<&Pupil> {
        let typed = fold(words);
        let parts: Vec<_> = typed
            .split([' ', ','])
            .filter(|part| !part.is_empty())
            .collect();
        if parts.is_empty() {
            return Vec::new();
        }
        let number = upn::tidy(words);
        let by_id = words.trim().parse().ok().and_then(|id| self.pupils.get(id));
        let by_number = by_id.or_else(|| {
            let mut present = self.present();
            present.find(|pupil| !pupil.upn.is_empty() && pupil.upn == number)
        });
        if let Some(pupil) = by_number {
            return vec![pupil];
        }
        let fits = |pupil: &&Pupil| {
            let names = fold(&format!(
                "{} {} {} {}",
                pupil.surname, pupil.forename, pupil.preferred, pupil.class
            ));
            let begins = |part: &&str| {
                let mut found = names.match_indices(part);
                found.any(|(at, _)| at == 0 || names[..at].ends_with([' ', '-']))
            };
            parts.iter().all(begins) || names.contains(&typed)
        };
        let fitting: Vec<_> = self.present().filter(fits).collect();
        let whole: Vec<_> = fitting
            .iter()
            .copied()
            .filter(|pupil| {
                let with_class = format!("{} {}", pupil.full_name(), pupil.class);
                [pupil.full_name(), pupil.listed(), with_class]
                    .iter()
                    .any(|name| fold(name).replace(',', "") == typed.replace(',', ""))
            })
            .collect();
        if whole.is_empty() { fitting } else { whole }
    }
    /// The person of this name whom a pupil may have to do with: one tied to her, else one of the school or from outside.
    /// Somebody of another pupil's family is never meant, though she has the same name.
    pub fn person_named(&self, name: &str, pupil: PupilId) -> Option<&Person> {
        let typed = fold(name);
        let named = || {
            self.people
                .iter()
                .filter(|person| !typed.is_empty() && fold(&person.name) == typed)
        };
        let is_tied = |person: &&Person| self.ties.of(pupil).any(|tie| tie.person == person.id);
        named()
            .find(is_tied)
            .or_else(|| named().find(|person| person.kind != PersonKind::Family))
    }
}

/// How many of several pupils are named.
const NAMED: usize = 4;

/// What to say when the words typed fit several pupils, each told by name and class: "Tom fits several pupils: Tom Price 4B,
/// Tom Adeyemi 4A. Type more of the name." Where more of the name would not tell them apart, it says what does.
pub fn fits_several<'a>(
    typed: &str,
    several: impl IntoIterator<Item = (String, &'a str)>,
) -> String {
    let several: Vec<(String, &str)> = several.into_iter().collect();
    let listed = several.iter().take(NAMED);
    let listed: Vec<String> = listed
        .map(|(name, class)| format!("{name} {class}").trim_end().to_owned())
        .collect();
    let names: BTreeSet<String> = several.iter().map(|(name, _)| fold(name)).collect();
    let advice = if names.len() < several.len() {
        "Type the class too, or open the pupil first."
    } else {
        "Type more of the name."
    };
    format!(
        "{typed} fits several pupils: {}. {advice}",
        listed.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::fits_several;

    #[test]
    fn where_a_name_is_of_several_it_says_what_tells_them_apart() {
        let said = |several: [(&str, &'static str); 2]| {
            fits_several("jo", several.map(|(name, class)| (name.to_owned(), class)))
        };
        assert_eq!(
            said([("Jo Smith", "5K"), ("Jo Smith", "")]),
            "jo fits several pupils: Jo Smith 5K, Jo Smith. Type the class too, or open the pupil first."
        );
        assert_eq!(
            said([("Jo Smith", "5K"), ("Jo Adams", "")]),
            "jo fits several pupils: Jo Smith 5K, Jo Adams. Type more of the name."
        );
    }
}
