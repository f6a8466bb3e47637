use chrono::NaiveDate;

use crate::domain::{Desk, InterventionId, Standings};

/// A group with sessions of last week about which nothing is known: no entry is not the same as not given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToLog {
    /// The intervention.
    pub intervention: InterventionId,
    /// Its name: "Phonics 3".
    pub name: String,
    /// Who gives the sessions; may be empty.
    pub led_by: String,
    /// The Monday of the week.
    pub week: NaiveDate,
    /// How many sessions.
    pub sessions: usize,
}

/// Every such group, by who leads it.
pub(super) fn of_all(desk: &Desk<'_>, standings: &Standings) -> Vec<ToLog> {
    let mut groups: Vec<ToLog> = standings
        .groups()
        .filter(|(_, group)| !group.to_log.is_empty())
        .filter_map(|(id, group)| {
            let intervention = desk.caseload.interventions.get(id)?;
            Some(ToLog {
                intervention: id,
                name: intervention.name.clone(),
                led_by: desk.caseload.name_of(intervention.led_by).to_owned(),
                week: group.week,
                sessions: group.to_log.len(),
            })
        })
        .collect();
    groups.sort_by(|one, other| (&one.led_by, &one.name).cmp(&(&other.led_by, &other.name)));
    groups
}
