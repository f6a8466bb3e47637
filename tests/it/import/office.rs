//! A caseload in memory that lists are taken into.

use caseload::domain::{
    Caseload, Desk, Edit, Ids, Pupil, Rules, SchoolCalendar, Status, StatusPeriod,
};
use caseload::import::{Intake, LineCounts, Preview, read};
use chrono::{DateTime, FixedOffset};

use crate::school::oakfield;

/// A caseload in memory that files are taken into.
pub struct Office {
    pub caseload: Caseload,
    ids: Ids,
    calendar: SchoolCalendar,
    pub now: DateTime<FixedOffset>,
}

impl Office {
    pub fn new() -> Self {
        let mut office = Self {
            caseload: Caseload::default(),
            ids: Ids::after(1_000, 7),
            calendar: SchoolCalendar::default(),
            now: "2026-11-23T15:20:00+00:00".parse().unwrap(),
        };
        oakfield().iter().for_each(|edit| office.apply(edit));
        office
    }

    pub fn desk(&self) -> Desk<'_> {
        Desk {
            caseload: &self.caseload,
            rules: Rules::england(),
            calendar: &self.calendar,
            now: self.now,
            ids: &self.ids,
        }
    }

    pub fn apply(&mut self, edit: &Edit) {
        for change in &edit.changes {
            self.caseload.apply(change.clone());
        }
    }

    pub fn preview(&self, (name, bytes): (&str, &[u8])) -> Preview {
        let file = read(bytes, self.now.date_naive()).unwrap();
        let preview = Preview::new(&self.desk(), name, file).unwrap();
        let LineCounts {
            read,
            added,
            changed,
            unchanged,
            skipped,
            held,
        } = preview.counts();
        assert_eq!(
            read,
            added + changed + unchanged + skipped + held,
            "a line is not accounted for"
        );
        preview
    }

    /// Takes a file in, and asserts that taking it again changes nothing.
    pub fn take(&mut self, file: (&str, &[u8])) -> Preview {
        let preview = self.preview(file);
        self.apply(&preview.edit(&self.desk()).unwrap());
        let again = self.preview(file);
        let counts = again.counts();
        assert_eq!((counts.added, counts.changed), (0, 0), "{:?}", told(&again));
        assert_eq!(again.edit(&self.desk()).unwrap().changes, []);
        preview
    }

    pub fn csv(&mut self, text: &str) -> Preview {
        self.take(("list.csv", text.as_bytes()))
    }

    pub fn pupil(&self, forename: &str) -> &Pupil {
        let mut named = self
            .caseload
            .pupils
            .iter()
            .filter(|pupil| pupil.forename == forename);
        let pupil = named.next().unwrap();
        assert_eq!(named.next(), None, "{forename} is here twice");
        pupil
    }

    pub fn status(&self, forename: &str) -> &StatusPeriod {
        self.caseload.status_now(self.pupil(forename).id).unwrap()
    }

    pub fn change(&mut self, forename: &str, by_hand: impl FnOnce(&mut Pupil)) {
        let mut pupil = self.pupil(forename).clone();
        by_hand(&mut pupil);
        self.apply(&Edit::new("by hand").put(pupil));
    }

    /// E, K, watching, N that is not watched, and all.
    pub fn counts(&self) -> [usize; 5] {
        let periods: Vec<_> = self
            .caseload
            .present()
            .filter_map(|pupil| self.caseload.status_now(pupil.id))
            .collect();
        let count = |wanted: fn(&&&StatusPeriod) -> bool| periods.iter().filter(wanted).count();
        [
            count(|period| period.status == Status::E),
            count(|period| period.status == Status::K),
            count(|period| period.watching),
            count(|period| period.status == Status::N && !period.watching),
            self.caseload.pupils.len(),
        ]
    }
}

/// What a preview says of every pupil, to read in a failure.
pub fn told(preview: &Preview) -> Vec<String> {
    let entries = preview.entries.iter();
    entries
        .filter(|entry| entry.intake != Intake::Same)
        .map(|entry| {
            let changes: Vec<String> = entry
                .changes
                .iter()
                .map(|change| format!("{}: {} > {}", change.what, change.before, change.after))
                .collect();
            let questions: Vec<String> =
                entry.questions.iter().map(|asked| asked.words()).collect();
            format!(
                "{} {:?} {changes:?} {questions:?}",
                entry.pupil.listed(),
                entry.intake
            )
        })
        .collect()
}
