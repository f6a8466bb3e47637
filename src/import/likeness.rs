use super::alike;
use super::incoming::Incoming;
use crate::domain::{Pupil, fold, upn};

/// How a child of a file and a pupil of the caseload compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Likeness {
    upn: Alike,
    adno: Alike,
    surname: Alike,
    first: Alike,
    dob: Alike,
    class: Alike,
    initial: bool,
}

/// How one thing compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Alike {
    Same,
    Other,
    /// One of the two does not say.
    Unknown,
}

/// What follows from a likeness: less is closer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Closeness {
    /// One child: the UPN says so.
    Upn,
    /// One child: the admission number says so, and a name or the date of birth.
    AdmissionNumber,
    /// One child: names and date of birth say so.
    NamesAndBirth,
    /// Perhaps: only the user knows.
    Perhaps,
}

impl Alike {
    fn of<T: PartialEq>(ours: Option<T>, theirs: Option<T>) -> Self {
        match ours.zip(theirs) {
            None => Self::Unknown,
            Some((ours, theirs)) if ours == theirs => Self::Same,
            Some(_) => Self::Other,
        }
    }

    fn of_names(ours: &[&str], theirs: &[&str], same: fn(&str, &str) -> bool) -> Self {
        let said = |names: &[&str]| names.iter().any(|name| !name.is_empty());
        if !said(ours) || !said(theirs) {
            return Self::Unknown;
        }
        let is_same = ours
            .iter()
            .any(|ours| theirs.iter().any(|theirs| same(ours, theirs)));
        if is_same { Self::Same } else { Self::Other }
    }
}

impl Likeness {
    /// Compares them.
    pub fn of(pupil: &Pupil, child: &Incoming) -> Self {
        let said = |words: &Option<String>| words.clone().unwrap_or_default();
        let (surname, forename, preferred) = (
            said(&child.surname),
            said(&child.forename),
            said(&child.preferred),
        );
        let mut likeness = Self {
            upn: upns(&pupil.upn, &said(&child.upn)),
            adno: Alike::of(number(&pupil.adno), child.adno.as_deref().and_then(number)),
            surname: Alike::of_names(&[&pupil.surname], &[&surname], |ours, theirs| {
                alike::same(ours, theirs)
                    || alike::begins(ours, theirs)
                    || alike::begins(theirs, ours)
            }),
            first: Alike::of_names(
                &[&pupil.forename, &pupil.preferred],
                &[&forename, &preferred],
                alike::same,
            ),
            dob: Alike::of(pupil.dob, child.dob),
            class: Alike::of(
                Some(fold(&pupil.class)).filter(|class| !class.is_empty()),
                child.class.as_deref().map(fold),
            ),
            initial: alike::is_initial(&pupil.surname) || alike::is_initial(&surname),
        };
        if is_one_name(pupil, &surname, &forename) {
            (likeness.surname, likeness.first) = (Alike::Same, Alike::Same);
        }
        likeness
    }

    /// Whether they are one child; none when nothing speaks for it. Names alone never say so.
    pub fn closeness(self) -> Option<Closeness> {
        use Alike::{Other, Same, Unknown};
        let one_name = self.surname == Same || self.first == Same;
        let both_names = self.surname == Same && self.first == Same;
        match (self.upn, self.adno, self.dob) {
            (Same, _, dob) => {
                let nothing_said = (self.surname, self.first, dob) == (Unknown, Unknown, Unknown);
                let is_one = one_name || dob == Same || nothing_said;
                Some(if is_one {
                    Closeness::Upn
                } else {
                    Closeness::Perhaps
                })
            }
            // Two permanent UPNs are two children, or a mistake in one of the numbers.
            (Other, _, Same) => both_names.then_some(Closeness::Perhaps),
            (Other, ..) => None,
            (_, Same, dob) if both_names || one_name && dob == Same => {
                Some(Closeness::AdmissionNumber)
            }
            (_, Same, Same) => Some(Closeness::Perhaps),
            (_, Same, Unknown) => one_name.then_some(Closeness::Perhaps),
            (_, _, Same) if both_names => Some(Closeness::NamesAndBirth),
            // Twins have one surname and birthday; a child who is called otherwise has too.
            (_, _, Same) => one_name.then_some(Closeness::Perhaps),
            (_, _, Unknown) if both_names => Some(Closeness::Perhaps),
            // "Tyler 3B", jotted down.
            (_, _, Unknown) => {
                (self.surname == Unknown && self.first == Same && self.class != Other)
                    .then_some(Closeness::Perhaps)
            }
            (_, _, Other) => (both_names && !self.initial).then_some(Closeness::Perhaps),
        }
    }

    /// Whether a number says that they are one child.
    pub fn by_number(self) -> bool {
        self.upn == Alike::Same || self.adno == Alike::Same
    }

    /// What is the same and what is not, in words: "Same surname and date of birth; another forename."
    pub fn words(self) -> String {
        let parts = [
            (self.upn, "UPN"),
            (self.adno, "admission number"),
            (self.surname, "surname"),
            (self.first, "forename"),
            (self.dob, "date of birth"),
        ];
        let those = |wanted: Alike| {
            let names: Vec<&str> = parts
                .iter()
                .filter(|(alike, _)| *alike == wanted)
                .map(|(_, name)| *name)
                .collect();
            match names.as_slice() {
                [first, second] => format!("{first} and {second}"),
                names => names.join(", "),
            }
        };
        let mut words = format!("Same {}", those(Alike::Same));
        let other = those(Alike::Other);
        if !other.is_empty() {
            words.push_str(&format!("; another {other}"));
        }
        if self.dob == Alike::Unknown && !self.by_number() {
            words.push_str("; no date of birth to be sure by");
        }
        words.push('.');
        words
    }
}

/// A temporary UPN gives way to a permanent one: two numbers are two children only when both are permanent.
fn upns(ours: &str, theirs: &str) -> Alike {
    let is_permanent = |number: &str| upn::check(number) == upn::UpnCheck::Permanent;
    let said = |number: &str| Some(upn::tidy(number)).filter(|number| !number.is_empty());
    match Alike::of(said(ours), said(theirs)) {
        Alike::Other if !is_permanent(ours) || !is_permanent(theirs) => Alike::Unknown,
        alike => alike,
    }
}

/// An admission number without the noughts that spreadsheets take away.
pub(super) fn number(adno: &str) -> Option<&str> {
    Some(adno.trim_start_matches('0')).filter(|number| !number.is_empty())
}

/// Whether both names together are the same, wherever the surname was thought to begin.
pub(super) fn is_one_name(pupil: &Pupil, surname: &str, forename: &str) -> bool {
    let whole = |forename: &str, surname: &str| fold(&format!("{forename} {surname}"));
    let theirs = whole(forename, surname);
    !surname.is_empty()
        && !forename.is_empty()
        && [&pupil.forename, &pupil.preferred]
            .iter()
            .any(|first| !first.is_empty() && whole(first, &pupil.surname) == theirs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;
    use chrono::NaiveDate;

    fn day(day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(2019, 8, day)
    }

    fn arlo() -> Pupil {
        Pupil {
            surname: "Whittlecombe".into(),
            forename: "Arlo".into(),
            dob: day(31),
            upn: "K999400123109".into(),
            adno: "001263".into(),
            class: "3F".into(),
            ..Pupil::new(Id::new(1), Id::new(10))
        }
    }

    fn child(forename: &str, surname: &str, dob: Option<NaiveDate>) -> Incoming {
        let said = |words: &str| Some(words.to_owned()).filter(|words| !words.is_empty());
        Incoming {
            surname: said(surname),
            forename: said(forename),
            dob,
            ..Incoming::default()
        }
    }

    fn closeness(pupil: &Pupil, child: &Incoming) -> Option<Closeness> {
        Likeness::of(pupil, child).closeness()
    }

    #[test]
    fn numbers_come_first_when_a_name_or_the_birthday_agrees() {
        let upn = |child: Incoming| Incoming {
            upn: Some("K999400123109".into()),
            ..child
        };
        assert_eq!(
            closeness(&arlo(), &upn(child("Arlo", "Smith", None))),
            Some(Closeness::Upn)
        );
        assert_eq!(
            closeness(&arlo(), &upn(child("", "", None))),
            Some(Closeness::Upn)
        );
        assert_eq!(
            closeness(&arlo(), &upn(child("Ida", "Price", day(1)))),
            Some(Closeness::Perhaps)
        );
        let adno = |child: Incoming| Incoming {
            adno: Some("1263".into()),
            ..child
        };
        assert_eq!(
            closeness(&arlo(), &adno(child("Arlo", "Price", day(31)))),
            Some(Closeness::AdmissionNumber)
        );
        assert_eq!(
            closeness(&arlo(), &adno(child("Ida", "Price", day(1)))),
            None,
            "another system's number"
        );
    }

    #[test]
    fn names_with_the_date_of_birth_are_one_child_and_names_alone_are_not() {
        assert_eq!(
            closeness(&arlo(), &child("arlo", "WHITTLECOMBE", day(31))),
            Some(Closeness::NamesAndBirth)
        );
        assert_eq!(
            closeness(&arlo(), &child("Arlo", "W", day(31))),
            Some(Closeness::NamesAndBirth)
        );
        assert_eq!(
            closeness(&arlo(), &child("Arlo", "Whittlecombe", None)),
            Some(Closeness::Perhaps)
        );
        assert_eq!(
            closeness(&arlo(), &child("Arlo", "Whittlecombe", day(1))),
            Some(Closeness::Perhaps)
        );
        assert_eq!(closeness(&arlo(), &child("Arlo", "W", day(1))), None);
        assert_eq!(closeness(&arlo(), &child("Arlo", "Price", None)), None);
    }

    #[test]
    fn twins_and_known_as_names_are_asked_about() {
        let twin = child("Ida", "Whittlecombe", day(31));
        assert_eq!(closeness(&arlo(), &twin), Some(Closeness::Perhaps));
        assert_eq!(
            Likeness::of(&arlo(), &twin).words(),
            "Same surname and date of birth; another forename."
        );
        let with_upn = Incoming {
            upn: Some("R999400121113".into()),
            ..twin
        };
        assert_eq!(closeness(&arlo(), &with_upn), None, "another permanent UPN");
        assert_eq!(
            closeness(&arlo(), &child("Arlo", "Price", day(31))),
            Some(Closeness::Perhaps)
        );
    }

    #[test]
    fn a_name_split_elsewhere_is_the_same_name() {
        let maria = Pupil {
            surname: "Garcia Lopez".into(),
            forename: "Maria".into(),
            dob: day(2),
            ..Pupil::new(Id::new(1), Id::new(10))
        };
        assert_eq!(
            closeness(&maria, &child("Maria Garcia", "Lopez", day(2))),
            Some(Closeness::NamesAndBirth)
        );
    }

    #[test]
    fn a_child_jotted_down_by_forename_and_class_is_asked_about() {
        let tyler = Pupil {
            forename: "Tyler".into(),
            class: "3B".into(),
            ..Pupil::new(Id::new(1), Id::new(10))
        };
        let listed = |class: &str| Incoming {
            class: Some(class.into()),
            ..child("Tyler", "Brown", day(3))
        };
        assert_eq!(closeness(&tyler, &listed("3b")), Some(Closeness::Perhaps));
        assert_eq!(closeness(&tyler, &listed("5K")), None);
    }
}
