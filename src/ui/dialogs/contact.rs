//! A contact: an adult and what ties her to a pupil, in one form.

use crate::domain::{
    Contact, Doubt, DraftKey, Edit, Papers, PersonKind, PupilId, Refusal, Tie, TieId, contact,
};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name, key, new_for};

/// The dialog's name, for drafts.
pub const NAME: &str = "contact";

/// A contact of a pupil.
#[derive(Debug)]
pub struct ContactSheet {
    pupil: PupilId,
    /// None for a new one.
    id: Option<TieId>,
}

/// The form of a new contact.
pub fn new(cx: &Context<'_>, pupil: PupilId) -> FormView<ContactSheet> {
    let nobody = Contact {
        name: String::new(),
        kind: PersonKind::Family,
        role: String::new(),
        reach: String::new(),
        relation: String::new(),
        responsibility: None,
        care: false,
        papers: Papers::Yes,
        papers_why: String::new(),
        way: None,
        interpreter: String::new(),
        careful: String::new(),
    };
    form(cx, pupil, None, &nobody)
}

/// The form of a contact; none when the adult is gone.
pub fn of(cx: &Context<'_>, tie: &Tie) -> Option<FormView<ContactSheet>> {
    let person = cx.desk.caseload.people.get(tie.person)?;
    Some(form(cx, tie.pupil, Some(tie.id), &Contact::of(person, tie)))
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<ContactSheet>> {
    let caseload = cx.desk.caseload;
    match new_for(about) {
        Some(pupil) => {
            caseload.pupils.get(pupil)?;
            Some(new(cx, pupil))
        }
        None => of(cx, caseload.ties.get(about.parse().ok()?)?),
    }
}

fn form(
    cx: &Context<'_>,
    pupil: PupilId,
    id: Option<TieId>,
    contact: &Contact,
) -> FormView<ContactSheet> {
    let names = if id.is_none() {
        cx.people_names()
    } else {
        Vec::new()
    };
    FormView::new(
        ContactSheet { pupil, id },
        vec![
            Field::pick("name", "Name", &contact.name, names).hint("as on an envelope: Mrs Khan"),
            Field::line("relation", "Is the child's", &contact.relation)
                .hint("mother, carer, social worker, class teacher, EP"),
            Field::choice("kind", "Kind", contact.kind),
            Field::known("responsibility", "Responsibility", contact.responsibility),
            Field::yes_no("care", "Has care", contact.care),
            Field::choice("papers", "Papers", contact.papers),
            Field::line("papers_why", "Papers, why", &contact.papers_why)
                .hint("where it is not yes: an order of a court, what was agreed"),
            Field::maybe("way", "Best reached", "not known", contact.way),
            Field::line("reach", "Telephone, e-mail", &contact.reach),
            Field::line("interpreter", "Interpreter", &contact.interpreter)
                .hint("the language: Urdu, BSL"),
            Field::line("role", "Role", &contact.role).hint("TA, 4B; educational psychologist"),
            Field::line("careful", "Careful", &contact.careful)
                .hint("staff only: ask before sharing"),
        ],
    )
}

fn read(form: &Form) -> Contact {
    Contact {
        name: form.text("name"),
        kind: form.choice("kind").unwrap_or(PersonKind::Family),
        role: form.text("role"),
        reach: form.text("reach"),
        relation: form.text("relation"),
        responsibility: form.known("responsibility"),
        care: form.yes("care"),
        papers: form.choice("papers").unwrap_or(Papers::AskFirst),
        papers_why: form.text("papers_why"),
        way: form.choice("way"),
        interpreter: form.text("interpreter"),
        careful: form.text("careful"),
    }
}

impl ContactSheet {
    /// Who is meant by a name that is in the caseload already.
    fn known(&self, cx: &Context<'_>, typed: &Contact) -> Option<Doubt> {
        let caseload = cx.desk.caseload;
        let person = contact::named(caseload, &typed.name).filter(|_| self.id.is_none())?;
        let ties = caseload.ties.iter().filter(|tie| tie.person == person.id);
        let children: Vec<_> = ties
            .filter_map(|tie| caseload.pupils.get(tie.pupil))
            .take(3)
            .map(|pupil| cx.look.full_name(pupil))
            .collect();
        let of = match (children.as_slice(), person.role.as_str()) {
            ([], "") => String::new(),
            ([], role) => format!(" ({role})"),
            (children, _) => format!(" (of {})", children.join(", ")),
        };
        Some(Doubt {
            field: "name",
            words: format!(
                "{} is known here{of}: saving means the same person",
                person.name
            ),
            basis: "for another, type more of the name".to_owned(),
        })
    }
}

impl Sheet for ContactSheet {
    fn tells_names(&self) -> bool {
        true
    }

    fn key(&self) -> DraftKey {
        key(NAME, self.id.map(|id| id.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("A contact of {}", full_name(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        match self.id {
            Some(id) => contact::change(&cx.desk, id, &read(form)),
            None => contact::add(&cx.desk, self.pupil, &read(form)),
        }
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        let typed = read(form);
        let known = self.known(cx, &typed);
        known.into_iter().chain(contact::doubts(&typed)).collect()
    }
}
