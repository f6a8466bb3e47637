use serde::Deserialize;

use super::build::Build;
use crate::domain::{ContactWay, Papers, Person, PersonKind, PupilId, Tie, Weekdays};

/// Somebody of a pupil's family, or a professional tied to her in particular.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contact {
    pub(super) name: String,
    pub(super) relation: String,
    /// Names a person whom two pupils share: brother and sister's mother is one person.
    #[serde(default)]
    pub(super) shared: String,
    #[serde(default = "yes")]
    pub(super) responsibility: bool,
    #[serde(default = "yes")]
    pub(super) care: bool,
    #[serde(default = "papers")]
    pub(super) papers: Papers,
    #[serde(default)]
    pub(super) papers_why: String,
    pub(super) way: Option<ContactWay>,
    #[serde(default)]
    pub(super) interpreter: String,
    #[serde(default)]
    pub(super) careful: String,
    #[serde(default)]
    pub(super) reach: String,
}

fn yes() -> bool {
    true
}

fn papers() -> Papers {
    Papers::Yes
}

impl Contact {
    pub(super) fn make(&self, build: &mut Build<'_>, key: &str, pupil: PupilId) {
        let shared = (!self.shared.is_empty()).then(|| format!("shared/{}", self.shared));
        let known = shared.as_deref().and_then(|key| build.people.find(key));
        let person = known.unwrap_or_else(|| {
            let id = build.id();
            build.put(Person {
                id,
                name: self.name.clone(),
                kind: PersonKind::Family,
                role: String::new(),
                days: Weekdays::NONE,
                minutes_a_week: None,
                reach: self.reach.clone(),
            });
            id
        });
        if let Some(shared) = shared {
            build.people.put(&shared, person);
        }
        build.people.put(&format!("{key}/{}", self.name), person);
        let id = build.id();
        build.put(Tie {
            relation: self.relation.clone(),
            responsibility: Some(self.responsibility),
            care: self.care,
            papers: self.papers,
            papers_why: self.papers_why.clone(),
            way: self.way,
            interpreter: self.interpreter.clone(),
            careful: self.careful.clone(),
            ..Tie::new(id, pupil, person)
        });
    }
}
