//! The page Flags.

use super::{At, told};
use crate::domain::Pupil;
use crate::ui::widgets::Line;

/// Each flag: the field of the form, its name, its name in short, and what is known.
fn flags(pupil: &Pupil) -> [(&'static str, &'static str, &'static str, Option<bool>); 7] {
    [
        ("pp", "Pupil premium", "pupil premium", pupil.pp),
        ("fsm", "Free school meals", "free meals", pupil.fsm),
        ("eal", "EAL", "EAL", pupil.eal),
        ("cla", "Looked after", "looked after", pupil.cla),
        (
            "cla_before",
            "Was looked after",
            "was looked after",
            pupil.cla_before,
        ),
        ("service", "Service child", "service child", pupil.service),
        (
            "young_carer",
            "Young carer",
            "young carer",
            pupil.young_carer,
        ),
    ]
}

/// The flags that she has, in a line.
pub(super) fn summary(pupil: &Pupil) -> String {
    let flags = flags(pupil);
    let is_known = flags.iter().any(|(.., known)| known.is_some());
    let hers: Vec<_> = flags
        .into_iter()
        .filter(|(.., known)| *known == Some(true))
        .map(|(_, _, short, _)| short)
        .collect();
    match (hers.is_empty(), is_known) {
        (false, _) => hers.join(", "),
        (true, true) => "none".to_owned(),
        (true, false) => "not known".to_owned(),
    }
}

/// What the school knows of her as yes or no.
pub(super) fn lines(pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let flags = flags(pupil).into_iter();
    flags
        .flat_map(|(field, label, _, known)| {
            let words = match known {
                Some(true) => "yes",
                Some(false) => "no",
                None => "",
            };
            told(At::Flag(field), label, words, columns)
        })
        .collect()
}
