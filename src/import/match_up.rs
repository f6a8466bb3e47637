//! Which pupil of the caseload each child of a file is.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use super::incoming::Incoming;
use super::likeness::{Closeness, Likeness, number};
use crate::domain::{Caseload, Pupil, PupilId, fold, upn};

/// Whom a child of a file can be.
#[derive(Debug, Default)]
pub(super) struct Matched {
    /// The pupil she is, surely.
    pub sure: Option<PupilId>,
    /// Pupils she may be, the likeliest first; the user knows.
    pub perhaps: Vec<PupilId>,
    /// The pupil she would surely be, were not another child of the file that pupil already: that child's place in the file.
    pub taken_by: Option<(PupilId, usize)>,
}

/// Matches the children of a file with the pupils of the caseload: on UPN, then on admission number, then on names and date of
/// birth. No pupil is matched twice; what is less sure is for the user to say.
pub(super) fn match_up(caseload: &Caseload, children: &[Incoming]) -> Vec<Matched> {
    let register = Register::new(caseload);
    let candidates: Vec<Vec<(Closeness, PupilId)>> = children
        .iter()
        .map(|child| register.candidates(child))
        .collect();
    let mut matched: Vec<Matched> = children.iter().map(|_| Matched::default()).collect();
    let mut owners: BTreeMap<PupilId, usize> = BTreeMap::new();
    let sure = [
        Closeness::Upn,
        Closeness::AdmissionNumber,
        Closeness::NamesAndBirth,
    ];
    for closeness in sure {
        for (place, candidates) in candidates.iter().enumerate() {
            if matched[place].sure.is_some() {
                continue;
            }
            let free: Vec<PupilId> = candidates
                .iter()
                .filter(|(close, id)| *close == closeness && !owners.contains_key(id))
                .map(|(_, id)| *id)
                .collect();
            // Two pupils that fit as well as each other are one child twice: the user knows which to go on with.
            if let [only] = free.as_slice() {
                matched[place].sure = Some(*only);
                owners.insert(*only, place);
            }
        }
    }
    for (place, candidates) in candidates.into_iter().enumerate() {
        let this = &mut matched[place];
        if this.sure.is_some() {
            continue;
        }
        for (closeness, id) in candidates {
            match owners.get(&id) {
                None => this.perhaps.push(id),
                Some(owner) if closeness < Closeness::Perhaps => this.taken_by = Some((id, *owner)),
                Some(_) => {}
            }
        }
    }
    matched
}

/// The pupils, to be looked up in all the ways a file tells of them.
struct Register<'a> {
    caseload: &'a Caseload,
    by_upn: HashMap<String, Vec<PupilId>>,
    by_number: HashMap<&'a str, Vec<PupilId>>,
    by_birth: HashMap<NaiveDate, Vec<PupilId>>,
    /// By surname, or by what she is called when no surname is known.
    by_name: HashMap<String, Vec<PupilId>>,
}

impl<'a> Register<'a> {
    fn new(caseload: &'a Caseload) -> Self {
        let mut register = Self {
            caseload,
            by_upn: HashMap::new(),
            by_number: HashMap::new(),
            by_birth: HashMap::new(),
            by_name: HashMap::new(),
        };
        for pupil in caseload.pupils.iter() {
            register.add(pupil);
        }
        register
    }

    fn add(&mut self, pupil: &'a Pupil) {
        if !pupil.upn.is_empty() {
            let key = upn::tidy(&pupil.upn);
            self.by_upn.entry(key).or_default().push(pupil.id);
        }
        if let Some(number) = number(&pupil.adno) {
            self.by_number.entry(number).or_default().push(pupil.id);
        }
        if let Some(dob) = pupil.dob {
            self.by_birth.entry(dob).or_default().push(pupil.id);
        }
        let name = if pupil.surname.is_empty() {
            pupil.called()
        } else {
            &pupil.surname
        };
        self.by_name.entry(fold(name)).or_default().push(pupil.id);
    }

    /// The pupils that a child may be, the closest first, in order of making.
    fn candidates(&self, child: &Incoming) -> Vec<(Closeness, PupilId)> {
        let names = [&child.surname, &child.forename, &child.preferred];
        let by_upn = child.upn.as_deref().map(upn::tidy);
        let found: BTreeSet<PupilId> = [
            by_upn.and_then(|upn| self.by_upn.get(&upn)),
            child
                .adno
                .as_deref()
                .and_then(number)
                .and_then(|number| self.by_number.get(number)),
            child.dob.and_then(|dob| self.by_birth.get(&dob)),
        ]
        .into_iter()
        .chain(
            names
                .into_iter()
                .map(|name| self.by_name.get(&fold(name.as_deref()?))),
        )
        .flatten()
        .flatten()
        .copied()
        .collect();
        let mut candidates: Vec<(Closeness, PupilId)> = found
            .into_iter()
            .filter_map(|id| {
                let pupil = self.caseload.pupils.get(id)?;
                Some((Likeness::of(pupil, child).closeness()?, id))
            })
            .collect();
        candidates.sort();
        candidates
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Id};

    fn pupil(number: i64, forename: &str, surname: &str, day: u32) -> Pupil {
        Pupil {
            surname: surname.into(),
            forename: forename.into(),
            dob: NaiveDate::from_ymd_opt(2019, 8, day),
            ..Pupil::new(Id::new(number), Id::new(10))
        }
    }

    fn caseload(pupils: &[Pupil]) -> Caseload {
        let mut caseload = Caseload::default();
        for pupil in pupils {
            caseload.apply(Change::Put(pupil.clone().into()));
        }
        caseload
    }

    fn child(forename: &str, surname: &str, day: u32) -> Incoming {
        Incoming {
            surname: Some(surname.into()),
            forename: Some(forename.into()),
            dob: NaiveDate::from_ymd_opt(2019, 8, day),
            ..Incoming::default()
        }
    }

    #[test]
    fn twins_each_find_their_own_and_a_new_twin_is_not_her_brother() {
        let both = caseload(&[
            pupil(1, "Arlo", "Whittlecombe", 31),
            pupil(2, "Ida", "Whittlecombe", 31),
        ]);
        let children = [
            child("Ida", "Whittlecombe", 31),
            child("Arlo", "Whittlecombe", 31),
        ];
        let matched = match_up(&both, &children);
        assert_eq!(
            (matched[0].sure, matched[1].sure),
            (Some(Id::new(2)), Some(Id::new(1)))
        );

        let one = caseload(&[pupil(1, "Arlo", "Whittlecombe", 31)]);
        let matched = match_up(&one, &children);
        assert_eq!(matched[1].sure, Some(Id::new(1)));
        assert_eq!((matched[0].sure, matched[0].perhaps.len()), (None, 0));

        let matched = match_up(&one, &children[..1]);
        assert_eq!(
            (matched[0].sure, matched[0].perhaps.as_slice()),
            (None, [Id::new(1)].as_slice())
        );
    }

    #[test]
    fn a_child_twice_in_a_caseload_or_in_a_file_is_asked_about() {
        let twice = caseload(&[pupil(1, "Ava", "Adams", 1), pupil(2, "Ava", "Adams", 1)]);
        let matched = match_up(&twice, &[child("Ava", "Adams", 1)]);
        assert_eq!((matched[0].sure, matched[0].perhaps.len()), (None, 2));

        let once = caseload(&[pupil(1, "Ava", "Adams", 1)]);
        let matched = match_up(&once, &[child("Ava", "Adams", 1), child("Ava", "Ad?ms", 1)]);
        assert_eq!(matched[0].sure, Some(Id::new(1)));
        assert_eq!(matched[1].taken_by, Some((Id::new(1), 0)));
    }
}
