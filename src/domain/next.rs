//! [`Next`]: what comes next for a pupil.

use chrono::NaiveDate;

use super::{Due, DueKind, Force};

/// What comes next for a pupil, as the register shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The day.
    pub on: NaiveDate,
    /// Days from today; negative when it is past.
    pub days: i64,
    /// What, in a few words: "review", "papers out"; an action or what is awaited in its own.
    pub what: String,
    /// What kind of date.
    pub kind: DueKind,
    /// With what force.
    pub force: Force,
    /// Whether the pupil has something that needs doing now, however far its day is.
    pub urgent: bool,
}

impl Next {
    /// The first date of the plan that the school or the SENCO must keep; failing that the first of any other; none when
    /// nothing has a date.
    pub fn of(dues: &[Due]) -> Option<Self> {
        let of_ours = |due: &&Due| {
            due.kind.is_of_the_plan() && !due.kind.is_urgent() && due.who_must.is_the_schools()
        };
        let first = |dues: &mut dyn Iterator<Item = &Due>| {
            dues.filter_map(|due| Some((due.on?, due)))
                .min_by_key(|(on, due)| (*on, due.at))
                .map(|(on, due)| (on, due.clone()))
        };
        let (on, due) = first(&mut dues.iter().filter(of_ours))
            .or_else(|| first(&mut dues.iter().filter(|due| !due.kind.is_urgent())))?;
        let kind = due.kind;
        Some(Self {
            on,
            days: due.days.unwrap_or_default(),
            what: if due.kind.is_of_the_plan() {
                due.kind.short().to_owned()
            } else {
                due.what
            },
            kind,
            force: due.force,
            urgent: dues.iter().any(|due| due.kind.is_urgent()),
        })
    }
}
