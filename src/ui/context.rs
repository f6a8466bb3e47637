//! [`Context`]: what a view sees of the rest.

use std::collections::BTreeSet;

use super::look::{TITLES, initialled};
use super::{Audience, Hand, Look};
use crate::domain::{
    CodeSheet, Desk, Draft, Intervention, InterventionId, Person, PersonId, PersonKind, Pupil,
    PupilId, Standing, Standings,
};
use crate::store::Log;

/// What a view sees of the rest: the register, the log, and how to look. It changes nothing.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The register, the rules, the calendar and the time.
    pub desk: Desk<'a>,
    /// What is derived about each pupil.
    pub standings: &'a Standings,
    /// The log, read from the file.
    pub log: Log<'a>,
    /// What is typed and not saved, the newest first.
    pub drafts: &'a [Draft],
    /// The pupil in hand.
    pub hand: &'a Hand,
    /// Colours and names.
    pub look: &'a Look,
    /// What is known of the sheet with the recovery code; none where there is no file, or nothing real in it.
    pub code_sheet: Option<&'a CodeSheet>,
    /// Minutes without a key after which the caseload is locked.
    pub lock_after: u8,
}

impl<'a> Context<'a> {
    /// The pupil in hand, if she may be shown.
    pub fn pupil_in_hand(&self) -> Option<&'a Pupil> {
        let pupil = self.desk.caseload.pupils.get(self.hand.pupil?)?;
        self.look.may_show(pupil.id).then_some(pupil)
    }

    /// The full names of the pupils here, for a field to pick from: of those who may be shown, and none where only initials
    /// are.
    pub fn pupil_names(&self) -> Vec<String> {
        if self.look.audience == Audience::Staff {
            return Vec::new();
        }
        let present = self.desk.caseload.present();
        present
            .filter(|pupil| self.look.may_show(pupil.id))
            .map(|pupil| pupil.full_name())
            .collect()
    }

    /// The names of the people of the caseload, for a field to pick from. Others who see the screen are not shown the
    /// families of pupils that they may not see by name.
    pub fn people_names(&self) -> Vec<String> {
        let caseload = self.desk.caseload;
        let audience = &self.look.audience;
        let families: BTreeSet<PersonId> = match audience {
            Audience::Me | Audience::Staff => BTreeSet::new(),
            _ => {
                let ties = caseload.ties.iter();
                let shown = ties.filter(|tie| self.look.may_show(tie.pupil));
                shown.map(|tie| tie.person).collect()
            }
        };
        let may_show = |person: &&Person| {
            *audience == Audience::Me
                || person.kind != PersonKind::Family
                || families.contains(&person.id)
        };
        let people = caseload.people.iter().filter(may_show);
        people.map(|person| person.name.clone()).collect()
    }

    /// Whether a group may be on the screen: all of its pupils may, and where some pupils may not, it has any.
    pub fn may_show_group(&self, group: InterventionId) -> bool {
        let mut places = self.desk.caseload.places_in(group).peekable();
        let is_empty = places.peek().is_none();
        !(is_empty && self.look.audience.is_narrow())
            && places.all(|place| self.look.may_show(place.pupil))
    }

    /// A text that may name the pupil it is about, or her family, as others may read it: where initials are asked for, those
    /// names are initials in it too ("review: Mr O., Mrs Bell"). Other names are left: nobody can tell them from words.
    pub fn told(&self, about: Option<PupilId>, text: &str) -> String {
        let caseload = self.desk.caseload;
        let pupil = about.and_then(|id| caseload.pupils.get(id));
        let (Some(pupil), Audience::Staff) = (pupil, &self.look.audience) else {
            return text.to_owned();
        };
        let names = self.family_names(pupil);
        initialled(text, |word| names.contains(word))
    }

    /// The names of a pupil and of her family, word by word.
    pub fn family_names(&self, pupil: &'a Pupil) -> BTreeSet<&'a str> {
        let caseload = self.desk.caseload;
        let people = caseload.ties.of(pupil.id);
        let people = people.filter_map(|tie| caseload.people.get(tie.person));
        let family = people.filter(|person| person.kind == PersonKind::Family);
        let own = [&pupil.forename, &pupil.surname, &pupil.preferred];
        family
            .map(|person| &person.name)
            .chain(own)
            .flat_map(|name| name.split_whitespace())
            .filter(|word| !TITLES.contains(word))
            .collect()
    }

    /// What staff call a group, as others may read it: the name of a child in it ("ELSA, Ruby") is an initial where initials
    /// are asked for, and where she may not be shown.
    pub fn group_name(&self, group: &Intervention) -> String {
        let (caseload, audience) = (self.desk.caseload, &self.look.audience);
        if *audience == Audience::Me {
            return group.name.clone();
        }
        let places = caseload.places_in(group.id);
        let pupils = places.filter_map(|place| caseload.pupils.get(place.pupil));
        let names: BTreeSet<&str> = pupils
            .filter(|pupil| *audience == Audience::Staff || !self.look.may_show(pupil.id))
            .flat_map(|pupil| [&pupil.forename, &pupil.surname, &pupil.preferred])
            .flat_map(|name| name.split_whitespace())
            .collect();
        initialled(&group.name, |word| names.contains(word))
    }

    /// What is derived about a pupil.
    pub fn standing(&self, pupil: &Pupil) -> Option<&'a Standing> {
        self.standings.get(pupil.id)
    }
}
