//! Finding a pupil by the words one has.

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
            parts.iter().all(|part| {
                names.split([' ', '-']).any(|name| name.starts_with(part)) || names.contains(&typed)
            })
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
