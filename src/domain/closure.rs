//! Days on which the school is closed to pupils, besides weekends, bank holidays and holidays.

mod change;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::closure_kind::ClosureKind;
pub use change::{doubts, remove, save};

/// Days closed to pupils, first and last included, entered by the school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    /// The first day closed.
    pub first: NaiveDate,
    /// The last day closed: the first again, for a single day.
    pub last: NaiveDate,
    /// INSET or closed.
    pub kind: ClosureKind,
    /// What it is for ("snow", "election"); may be empty.
    pub name: String,
}

impl Closure {
    /// Is the school closed by this on a date?
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.first <= date && date <= self.last
    }

    /// Why pupils stay at home: "INSET day", "INSET day: phonics", "closed: snow".
    pub fn reason(&self) -> String {
        let (kind, stem) = match self.kind {
            ClosureKind::Inset => ("INSET day", "inset"),
            ClosureKind::Closed => ("closed", "closed"),
        };
        let name = self.name.trim();
        if name.is_empty() || name.to_lowercase().starts_with(stem) {
            kind.to_owned()
        } else {
            format!("{kind}: {name}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_its_reason_once() {
        let table = [
            (ClosureKind::Inset, "", "INSET day"),
            (ClosureKind::Inset, " Inset 2 ", "INSET day"),
            (ClosureKind::Inset, "phonics", "INSET day: phonics"),
            (ClosureKind::Closed, "", "closed"),
            (ClosureKind::Closed, "Closed", "closed"),
            (ClosureKind::Closed, "snow", "closed: snow"),
        ];
        let day = NaiveDate::from_ymd_opt(2026, 11, 27).expect("a real date");
        for (kind, name, reason) in table {
            let closure = Closure {
                first: day,
                last: day,
                kind,
                name: name.to_owned(),
            };
            assert_eq!(closure.reason(), reason);
        }
    }
}
