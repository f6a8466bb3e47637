//! [`Pupil`]: a child of the caseload, and the edits that write her record.

mod doubts;
mod edits;
mod need_spells;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{EhcNamed, Id, NcYear, NeedCode, NeedSpell, SchoolId, Sex, SupportLayer};
pub use doubts::doubts;
pub use edits::{add, change, leave, remove};
pub use need_spells::need_spells;

/// The id of a [`Pupil`].
pub type PupilId = Id<Pupil>;

/// A child, as the school's own list and the SENCO know her. One name is enough; every other field may be unknown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pupil {
    /// Its id.
    pub id: PupilId,
    /// The school.
    pub school: SchoolId,
    /// Unique pupil number; not shown unless asked for.
    pub upn: String,
    /// Admission number.
    pub adno: String,
    /// Legal surname.
    pub surname: String,
    /// Legal forename.
    pub forename: String,
    /// What she is called, where that differs.
    pub preferred: String,
    /// Date of birth.
    pub dob: Option<NaiveDate>,
    /// National curriculum year, as the school says: it can differ from the year of her age.
    pub year: Option<NcYear>,
    /// Class or registration group.
    pub class: String,
    /// Sex as registered.
    pub sex: Option<Sex>,
    /// First language, where it is not English.
    pub language: String,
    /// The language in which the family is spoken to, where it is not English.
    #[serde(default)]
    pub contact_language: String,
    /// Pupil premium.
    pub pp: Option<bool>,
    /// Free school meals.
    pub fsm: Option<bool>,
    /// English as an additional language.
    pub eal: Option<bool>,
    /// Looked after by a local authority.
    pub cla: Option<bool>,
    /// Looked after once, and adopted or under a special guardianship or child arrangements order since.
    #[serde(default)]
    pub cla_before: Option<bool>,
    /// A service child: a parent serves in the forces.
    #[serde(default)]
    pub service: Option<bool>,
    /// Cares for somebody at home.
    #[serde(default)]
    pub young_carer: Option<bool>,
    /// Kinds of need, the primary one first; the census takes two.
    pub needs: Vec<NeedCode>,
    /// From when to when types of need were recorded, those of today and those of before.
    #[serde(default)]
    pub need_spells: Vec<NeedSpell>,
    /// Top-up (element 3), pence a year.
    pub top_up_pence: Option<i64>,
    /// Hours funded by the plan, in minutes a week.
    pub funded_minutes: Option<i64>,
    /// The local authority that maintains her plan, where it is not the school's.
    pub authority: String,
    /// What her EHC plan names; apart, because few pupils have one.
    #[serde(flatten)]
    pub named: Box<EhcNamed>,
    /// What she is good at and what people admire.
    pub strengths: String,
    /// What works for her.
    pub works: String,
    /// What every adult should know of her health.
    #[serde(default)]
    pub medical: String,
    /// The layer of support, in the words proposed in 2026; none where the school does not use them.
    #[serde(default)]
    pub layer: Option<SupportLayer>,
    /// What gets in the way.
    #[serde(default)]
    pub barriers: String,
    /// What people like and admire about her, on her one-page profile.
    #[serde(default)]
    pub appreciated: String,
    /// What is important to her.
    pub important: String,
    /// How best to support her, on her one-page profile.
    #[serde(default)]
    pub support: String,
    /// Her hopes and goals.
    #[serde(default)]
    pub hopes: String,
    /// Who wrote the one-page profile.
    #[serde(default)]
    pub profile_by: String,
    /// When it was last gone through with her.
    #[serde(default)]
    pub profile_on: Option<NaiveDate>,
    /// What to mind, for staff only: shown in the brief's own block, never on a family's copy.
    pub careful: String,
    /// "See DSL": the pointer to the designated safeguarding lead, and nothing of what it is about.
    pub see_dsl: bool,
    /// The day she left the school or the caseload.
    pub left_on: Option<NaiveDate>,
    /// Where to.
    pub left_for: String,
}

impl Pupil {
    /// A pupil of whom nothing is known yet but the school.
    pub fn new(id: PupilId, school: SchoolId) -> Self {
        Self {
            id,
            school,
            upn: String::new(),
            adno: String::new(),
            surname: String::new(),
            forename: String::new(),
            preferred: String::new(),
            dob: None,
            year: None,
            class: String::new(),
            sex: None,
            language: String::new(),
            contact_language: String::new(),
            pp: None,
            fsm: None,
            eal: None,
            cla: None,
            cla_before: None,
            service: None,
            young_carer: None,
            needs: Vec::new(),
            need_spells: Vec::new(),
            top_up_pence: None,
            funded_minutes: None,
            authority: String::new(),
            named: Box::default(),
            strengths: String::new(),
            works: String::new(),
            medical: String::new(),
            layer: None,
            barriers: String::new(),
            appreciated: String::new(),
            important: String::new(),
            support: String::new(),
            hopes: String::new(),
            profile_by: String::new(),
            profile_on: None,
            careful: String::new(),
            see_dsl: false,
            left_on: None,
            left_for: String::new(),
        }
    }

    /// Since when a type of need that she has is known.
    pub fn need_since(&self, code: &NeedCode) -> Option<NaiveDate> {
        let mut spells = self.need_spells.iter();
        let spell = spells.find(|spell| spell.ended_on.is_none() && spell.code == *code);
        spell.and_then(|spell| spell.since)
    }

    /// What she is called: "Aisha".
    pub fn called(&self) -> &str {
        [&self.preferred, &self.forename, &self.surname]
            .into_iter()
            .find(|name| !name.is_empty())
            .map_or("", |name| name)
    }

    /// As a list sorts her: "Khan, Aisha".
    pub fn listed(&self) -> String {
        let first = if self.preferred.is_empty() {
            &self.forename
        } else {
            &self.preferred
        };
        match (self.surname.is_empty(), first.is_empty()) {
            (false, false) => format!("{}, {first}", self.surname),
            (false, true) => self.surname.clone(),
            (true, _) => first.clone(),
        }
    }

    /// In full, as she is spoken of: "Aisha Khan".
    pub fn full_name(&self) -> String {
        let first = if self.preferred.is_empty() {
            &self.forename
        } else {
            &self.preferred
        };
        [first.as_str(), self.surname.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}
