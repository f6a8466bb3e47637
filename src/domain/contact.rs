//! [`Contact`]: an adult and what ties her to a pupil, written as one.

use super::date_words::with_year;
use super::{
    Caseload, ContactWay, Desk, Doubt, Edit, Papers, Person, PersonId, PersonKind, Pupil, PupilId,
    Refusal, RuleId, Tie, TieId, Weekdays, fold, school_age,
};

/// An adult and what ties her to a pupil, as one form holds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// As she is addressed: "Mrs Khan".
    pub name: String,
    /// What she is to the school.
    pub kind: PersonKind,
    /// "TA, 4B", "educational psychologist".
    pub role: String,
    /// Telephone or e-mail.
    pub reach: String,
    /// What she is to the pupil: "mother", "class teacher", "EP".
    pub relation: String,
    /// Has parental responsibility; none when that is not known.
    pub responsibility: Option<bool>,
    /// Has care of the child.
    pub care: bool,
    /// Whether she gets the pupil's papers.
    pub papers: Papers,
    /// Why she gets none, or is asked first.
    pub papers_why: String,
    /// How she would rather be reached.
    pub way: Option<ContactWay>,
    /// The language of the interpreter she needs.
    pub interpreter: String,
    /// What to mind.
    pub careful: String,
}

impl Contact {
    /// The contact that a tie and its person make.
    pub fn of(person: &Person, tie: &Tie) -> Self {
        Self {
            name: person.name.clone(),
            kind: person.kind,
            role: person.role.clone(),
            reach: person.reach.clone(),
            relation: tie.relation.clone(),
            responsibility: tie.responsibility,
            care: tie.care,
            papers: tie.papers,
            papers_why: tie.papers_why.clone(),
            way: tie.way,
            interpreter: tie.interpreter.clone(),
            careful: tie.careful.clone(),
        }
    }

    fn person(&self, before: Person) -> Person {
        Person {
            name: self.name.clone(),
            kind: self.kind,
            role: self.role.clone(),
            reach: self.reach.clone(),
            ..before
        }
    }

    fn tie(&self, id: TieId, pupil: PupilId, person: PersonId) -> Tie {
        Tie {
            id,
            pupil,
            person,
            relation: self.relation.clone(),
            responsibility: self.responsibility,
            care: self.care,
            papers: self.papers,
            papers_why: self.papers_why.clone(),
            way: self.way,
            interpreter: self.interpreter.clone(),
            careful: self.careful.clone(),
        }
    }
}

/// The person of this name, if there is one: a name is enough to mean her, and a second person of that name needs a fuller
/// one ("Mrs S Khan").
pub fn named<'a>(caseload: &'a Caseload, name: &str) -> Option<&'a Person> {
    let name = fold(name);
    let mut people = caseload.people.iter();
    people.find(|person| fold(&person.name) == name)
}

/// The edit that adds a contact to a pupil: the adult, if nobody of that name is in the caseload yet, and the tie. What is
/// known of somebody who is there already is kept where the form leaves it empty.
///
/// # Errors
/// When there is no name, or she is a contact of this pupil already.
pub fn add(desk: &Desk<'_>, pupil: PupilId, contact: &Contact) -> Result<Edit, Refusal> {
    let child = desk.caseload.pupil(pupil)?.full_name();
    let contact = with_name(contact)?;
    let edit = Edit::new(format!("Contact added for {child}: {}", contact.name));
    let Some(known) = named(desk.caseload, &contact.name) else {
        let person = contact.person(nobody(desk.ids.next()));
        let tie = contact.tie(desk.ids.next(), pupil, person.id);
        return Ok(edit.put(person).put(tie));
    };
    if desk
        .caseload
        .ties
        .of(pupil)
        .any(|tie| tie.person == known.id)
    {
        return Err(Refusal::of(
            "name",
            format!(
                "{} is a contact already. For another of that name type more of it: a first name or an initial.",
                known.name
            ),
        ));
    }
    let or_known =
        |typed: &str, known: &str| if typed.is_empty() { known } else { typed }.to_owned();
    let person = Person {
        role: or_known(&contact.role, &known.role),
        reach: or_known(&contact.reach, &known.reach),
        ..known.clone()
    };
    let changed = (person != *known).then_some(person);
    Ok(edit
        .put_all(changed)
        .put(contact.tie(desk.ids.next(), pupil, known.id)))
}

/// The edit that puts a contact right. What belongs to the adult changes for every pupil she is tied to.
///
/// # Errors
/// When there is no name, it is somebody else's, or the contact is no longer there.
pub fn change(desk: &Desk<'_>, id: TieId, contact: &Contact) -> Result<Edit, Refusal> {
    let (tie, person) = stored(desk.caseload, id)?;
    let child = desk.caseload.pupil(tie.pupil)?.full_name();
    let contact = with_name(contact)?;
    if named(desk.caseload, &contact.name).is_some_and(|other| other.id != person.id) {
        return Err(Refusal::of(
            "name",
            format!(
                "Somebody else is {} in this caseload. Type more of the name: a first name or an initial.",
                contact.name
            ),
        ));
    }
    let new_person = contact.person(person.clone());
    let new_tie = contact.tie(tie.id, tie.pupil, tie.person);
    Ok(
        Edit::new(format!("Contact of {child} changed: {}", contact.name))
            .put_all((new_person != *person).then_some(new_person))
            .put_all((new_tie != *tie).then_some(new_tie)),
    )
}

/// What looks wrong in a contact and may be right: a member of the family who is no parent in law, and papers kept from
/// somebody without a reason.
pub fn doubts(contact: &Contact) -> Vec<Doubt> {
    let is_family = contact.kind == PersonKind::Family && !contact.relation.is_empty();
    let is_no_parent = is_family && contact.responsibility == Some(false) && !contact.care;
    let no_parent = is_no_parent.then(|| Doubt {
        field: "responsibility",
        words: "with neither responsibility nor care this is no parent to invite or tell"
            .to_owned(),
        basis: "Education Act 1996 s.576".to_owned(),
    });
    let is_unexplained = contact.papers == Papers::No && contact.papers_why.is_empty();
    let unexplained = is_unexplained.then(|| Doubt {
        field: "papers_why",
        words: "no reason says why papers are kept from this contact".to_owned(),
        basis: "a parent gets them unless something says otherwise".to_owned(),
    });
    no_parent.into_iter().chain(unexplained).collect()
}

/// R19: what to mind once a pupil is past compulsory school age: her papers and rights are hers.
pub fn of_age(desk: &Desk<'_>, pupil: &Pupil) -> Option<Doubt> {
    let last = school_age::last_day(pupil.dob?)?;
    (desk.today() > last).then(|| Doubt {
        field: "papers",
        words: format!(
            "past compulsory school age since {}: papers and the rights over an EHC plan are the young person's own",
            with_year(last)
        ),
        basis: desk.rules.rule(RuleId::R19, desk.today()).basis.clone(),
    })
}

/// The edit that takes a contact from a pupil. A member of the family who is nothing to anybody else here goes with it.
///
/// # Errors
/// When the contact is no longer there.
pub fn remove(desk: &Desk<'_>, id: TieId) -> Result<Edit, Refusal> {
    let (tie, person) = stored(desk.caseload, id)?;
    let child = desk.caseload.pupil(tie.pupil)?.full_name();
    let edit = Edit::new(format!("Contact of {child} removed: {}", person.name)).remove(id);
    let goes_too = person.kind == PersonKind::Family && !is_needed(desk.caseload, person.id, id);
    Ok(if goes_too {
        edit.remove(person.id)
    } else {
        edit
    })
}

/// Whether anything but this tie speaks of a person.
fn is_needed(caseload: &Caseload, person: PersonId, but: TieId) -> bool {
    let adult = Some(person);
    let mut ties = caseload.ties.iter();
    let mut reviews = caseload.reviews.iter();
    ties.any(|tie| tie.person == person && tie.id != but)
        || reviews.any(|review| review.invited.iter().any(|one| one.person == adult))
        || caseload.actions.iter().any(|action| action.person == adult)
        || caseload
            .referrals
            .iter()
            .any(|referral| referral.person == adult)
        || caseload.other_plans.iter().any(|plan| plan.person == adult)
        || caseload.ehc_lines.iter().any(|line| line.person == adult)
        || caseload.documents.iter().any(|paper| paper.person == adult)
        || caseload.interventions.iter().any(|run| run.led_by == adult)
        || caseload
            .setting()
            .is_some_and(|setting| setting.senco == adult)
}

fn stored(caseload: &Caseload, id: TieId) -> Result<(&Tie, &Person), Refusal> {
    let tie = caseload.ties.get(id);
    tie.and_then(|tie| Some((tie, caseload.people.get(tie.person)?)))
        .ok_or_else(|| {
            Refusal::new("This contact is no longer in the record. Ctrl+Z may bring it back.")
        })
}

fn with_name(contact: &Contact) -> Result<&Contact, Refusal> {
    if contact.name.is_empty() {
        return Err(Refusal::of(
            "name",
            "A name is needed, as on an envelope: Mrs Khan.",
        ));
    }
    Ok(contact)
}

fn nobody(id: PersonId) -> Person {
    Person {
        id,
        name: String::new(),
        kind: PersonKind::Family,
        role: String::new(),
        days: Weekdays::MON_TO_FRI,
        minutes_a_week: None,
        reach: String::new(),
    }
}

#[cfg(test)]
mod tests;
