use serde::Deserialize;

use super::build::Build;
use super::when::When;
use crate::domain::arrangement::Evidence;
use crate::domain::{AccessForm, Arrangement, PupilId};

/// An access arrangement.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Allowed {
    pub(super) what: String,
    #[serde(default)]
    pub(super) normal_way: String,
    pub(super) asked: Option<u32>,
    pub(super) form: Option<AccessForm>,
    /// When, the subject, the teacher, the words.
    #[serde(default)]
    pub(super) evidence: Vec<(When, String, String, String)>,
}

impl Allowed {
    pub(super) fn make(&self, build: &mut Build<'_>, pupil: PupilId) {
        let id = build.id();
        let evidence = self.evidence.iter().map(|(on, subject, by, words)| {
            let on = build.days.date(*on);
            Evidence {
                on,
                subject: subject.clone(),
                by: build.named(by, on),
                words: words.clone(),
            }
        });
        build.put(Arrangement {
            what: self.what.clone(),
            normal_way: self.normal_way.clone(),
            asked: self.asked,
            form: self.form,
            evidence: evidence.collect(),
            ..Arrangement::new(id, pupil)
        });
    }
}
