//! [`CodeSheet`]: the sheet with the recovery code of a caseload.

use chrono::NaiveDate;

use super::date_words;

/// Whether somebody has the recovery code of a caseload on paper. The code itself is nowhere but on the sheet: it is made
/// anew from what opened the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeSheet {
    /// Four letters and digits by which a sheet is told from that of an earlier passphrase.
    pub id: String,
    /// The day from which this code opens the file.
    pub made_on: NaiveDate,
    /// The day two groups of it were typed back from the sheet; none while they were not.
    pub checked_on: Option<NaiveDate>,
}

impl CodeSheet {
    /// How long checking may wait, in days.
    pub const MAY_WAIT: i64 = 7;

    /// For how many days it has not been checked; none once it was.
    pub fn days_unchecked(&self, today: NaiveDate) -> Option<i64> {
        let days = (today - self.made_on).num_days().max(0);
        self.checked_on.is_none().then_some(days)
    }

    /// Whether it should have been checked by now.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.days_unchecked(today)
            .is_some_and(|days| days > Self::MAY_WAIT)
    }

    /// As the settings say it: "made 4 Sep, id 7F3A, checked 5 Sep".
    pub fn words(&self, today: NaiveDate) -> String {
        let made = date_words::day_month(self.made_on);
        let checked = match self.checked_on {
            Some(on) => format!(", checked {}", date_words::day_month(on)),
            None => format!("; {}", self.unchecked(today)),
        };
        format!("made {made}, id {}{checked}", self.id)
    }

    /// For how long it has not been checked: "not checked yet: 3 days".
    pub fn unchecked(&self, today: NaiveDate) -> String {
        match self.days_unchecked(today) {
            None => String::new(),
            Some(0) => "not checked yet: made today".to_owned(),
            Some(1) => "not checked yet: 1 day".to_owned(),
            Some(days) => format!("not checked yet: {days} days"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 9, day).unwrap()
    }

    #[test]
    fn a_sheet_says_when_it_was_made_and_whether_it_was_checked() {
        let mut sheet = CodeSheet {
            id: "7F3A".to_owned(),
            made_on: day(4),
            checked_on: None,
        };
        assert_eq!(
            sheet.words(day(7)),
            "made 4 Sep, id 7F3A; not checked yet: 3 days"
        );
        assert!(!sheet.is_overdue(day(11)) && sheet.is_overdue(day(12)));
        sheet.checked_on = Some(day(5));
        assert_eq!(sheet.words(day(12)), "made 4 Sep, id 7F3A, checked 5 Sep");
        assert!(!sheet.is_overdue(day(30)));
    }
}
