use chrono::NaiveDate;

use crate::domain::{Action, ActionId, Dossier};

/// What somebody agreed to do, and whether it is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionLine {
    /// The action.
    pub action: ActionId,
    /// What.
    pub what: String,
    /// Who, by name, the SENCO too; "SENCO" where no name is on record.
    pub who: String,
    /// By when.
    pub by: Option<NaiveDate>,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
    /// Days past its day, while it is open; none when it is not.
    pub late_days: Option<i64>,
}

impl ActionLine {
    pub(super) fn of(dossier: &Dossier, action: &Action, today: NaiveDate) -> Self {
        let who = match dossier.who(&action.who, action.person) {
            "" => dossier.senco().unwrap_or("SENCO"),
            who => who,
        };
        let late = action.by.map(|by| (today - by).num_days());
        Self {
            action: action.id,
            what: action.what.clone(),
            who: who.to_owned(),
            by: action.by,
            done_on: action.done_on,
            late_days: late.filter(|days| action.is_open() && *days > 0),
        }
    }
}
