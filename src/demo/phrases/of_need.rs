use serde::Deserialize;

use super::Pattern;

/// What is said of pupils with one kind of need.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct OfNeed {
    /// Who is asked for advice.
    pub(in crate::demo) advisor: String,
    /// What is asked for.
    pub(in crate::demo) report: String,
    /// Why the pupil is on the register.
    pub(in crate::demo) because: Vec<String>,
    pub(in crate::demo) teacher: Vec<String>,
    pub(in crate::demo) progress: Vec<String>,
    pub(in crate::demo) barriers: Vec<String>,
    pub(in crate::demo) family: Vec<String>,
    pub(in crate::demo) pupil: Vec<String>,
    pub(in crate::demo) expected: Vec<String>,
    pub(in crate::demo) home: Vec<String>,
    pub(in crate::demo) strategy: Vec<String>,
    pub(in crate::demo) target: Vec<Pattern>,
    pub(in crate::demo) seen: Vec<String>,
    pub(in crate::demo) said: Vec<String>,
    pub(in crate::demo) family_said: Vec<String>,
    pub(in crate::demo) incident: Vec<String>,
    pub(in crate::demo) advice: Vec<String>,
}
