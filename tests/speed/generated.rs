//! A generated caseload as edits.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use caseload::domain::{
    Attendance, Cycle, Edit, Id, Intervention, InterventionId, Keeping, Mark, NcYear, NeedCode,
    Note, NoteKind, Place, Provision, Pupil, PupilId, Review, ReviewKind, School, Session, Setting,
    Slot, Status, StatusPeriod, Target, Voice, Weekdays, term,
};
use chrono::{DateTime, NaiveDate, NaiveTime, Weekday};

const SCHOOL: Id<School> = Id::new(2);

/// Makes the CSV files with the generator, and the edits that hold what they say.
pub fn edits(folder: &Path, pupils: u32, notes_per_pupil: u32) -> Vec<Edit> {
    let generator = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gen_caseload.py");
    let status = Command::new("python3")
        .arg(generator)
        .arg("--out")
        .arg(folder)
        .args([
            "--pupils",
            &pupils.to_string(),
            "--notes-per-pupil",
            &notes_per_pupil.to_string(),
        ])
        .args(["--sessions-per-pupil", "40", "--seed", "1"])
        .stdout(std::process::Stdio::null())
        .status()
        .expect("Python 3 for the generator");
    assert!(status.success(), "the generator failed");
    let mut made = Made {
        folder,
        next: 1000,
        pupils: BTreeMap::new(),
    };
    vec![
        made.school(),
        made.pupils(),
        made.sessions(),
        made.notes(),
        made.reviews(),
        made.targets(),
    ]
}

struct Made<'a> {
    folder: &'a Path,
    next: i64,
    pupils: BTreeMap<String, PupilId>,
}

impl Made<'_> {
    fn id<T>(&mut self) -> Id<T> {
        self.next += 1;
        Id::new(self.next)
    }

    fn rows(&self, name: &str) -> Vec<csv::StringRecord> {
        let mut reader =
            csv::Reader::from_path(self.folder.join(name)).expect("a file of the generator");
        reader.records().map(|row| row.expect("a row")).collect()
    }

    fn school(&self) -> Edit {
        let school = School {
            id: SCHOOL,
            name: "Generated School".into(),
            authority: String::new(),
            leaving_years: vec![],
            terms: term::illustrations(),
            closures: vec![],
        };
        let setting = Setting {
            id: Setting::ID,
            senco: None,
            working_days: Weekdays::MON_TO_FRI,
            plan_name: "SEN support plan".into(),
            began_on: day("2024-09-03"),
            columns: Vec::new(),
            kept_filters: Vec::new(),
        };
        Edit::new("School").put(school).put(setting)
    }

    fn pupils(&mut self) -> Edit {
        let mut edit = Edit::new("Pupils");
        for row in self.rows("pupils.csv") {
            let id = self.id();
            self.pupils.insert(row[0].to_owned(), id);
            let needs = [&row[10], &row[11]]
                .into_iter()
                .filter(|need| !need.is_empty())
                .map(NeedCode::new);
            let pupil = Pupil {
                upn: row[0].to_owned(),
                surname: row[1].to_owned(),
                forename: row[2].to_owned(),
                preferred: row[4].to_owned(),
                dob: Some(day(&row[5])),
                year: NcYear::read(&row[7]),
                class: row[8].to_owned(),
                needs: needs.collect(),
                pp: Some(&row[13] == "Y"),
                ..Pupil::new(id, SCHOOL)
            };
            let status: Status = row[9].parse().expect("a status");
            edit = edit.put(pupil).put(StatusPeriod {
                id: self.id(),
                pupil: id,
                status,
                watching: false,
                from: (!row[12].is_empty()).then(|| day(&row[12])),
                to: None,
                reason: String::new(),
                parent_told: true,
                parent_told_on: None,
                watched: Vec::new(),
            });
            if status.on_register() {
                let number = 1;
                edit = edit.put(Cycle {
                    assessed_on: Some(day("2026-09-09")),
                    planned_on: Some(day("2026-09-16")),
                    review_on: Some(day("2026-12-10")),
                    ..Cycle::new(self.id(), id, number, day("2026-09-03"))
                });
            }
        }
        edit
    }

    fn sessions(&mut self) -> Edit {
        let mut edit = Edit::new("Sessions");
        let mut interventions: BTreeMap<String, InterventionId> = BTreeMap::new();
        let mut places = BTreeSet::new();
        for row in self.rows("sessions.csv") {
            let pupil = self.pupils[&row[1]];
            let intervention = match interventions.get(&row[5]) {
                Some(id) => *id,
                None => {
                    let (provision, id) = (self.id(), self.id());
                    interventions.insert(row[5].to_owned(), id);
                    edit = edit.put(Provision {
                        id: provision,
                        name: row[5].to_owned(),
                        area: None,
                        wave: 2,
                        minutes: Some(20),
                        group_size: Some(4),
                        pence_an_hour: None,
                        words: String::new(),
                    });
                    edit = edit.put(Intervention {
                        id,
                        provision,
                        name: row[5].to_owned(),
                        led_by: None,
                        began_on: day("2026-09-07"),
                        ends_on: Some(day("2027-07-16")),
                        keeping: Keeping::EachSession,
                        minutes: 20,
                        slots: [Weekday::Mon, Weekday::Wed, Weekday::Fri]
                            .map(|weekday| Slot {
                                weekday,
                                at: at(&row[3]),
                            })
                            .to_vec(),
                        room: String::new(),
                    });
                    id
                }
            };
            if places.insert((intervention, pupil)) {
                edit = edit.put(Place {
                    id: self.id(),
                    pupil,
                    intervention,
                    from: None,
                    to: None,
                    target: None,
                });
            }
            let mark = if &row[8] == "N" {
                Mark::Absent
            } else {
                Mark::There
            };
            edit = edit.put(Session {
                id: self.id(),
                intervention,
                on: day(&row[2]),
                at: Some(at(&row[3])),
                not_given: None,
                told_by: row[6].to_owned(),
                entered_at: DateTime::UNIX_EPOCH,
                note: String::new(),
                marks: vec![Attendance {
                    pupil,
                    mark,
                    note: row[10].to_owned(),
                }],
            });
        }
        edit
    }

    fn notes(&mut self) -> Edit {
        let mut edit = Edit::new("Notes");
        for row in self.rows("notes.csv") {
            edit = edit.put(Note {
                id: self.id(),
                pupil: self.pupils[&row[1]],
                kind: NoteKind::Observation,
                happened_on: day(&row[2]),
                entered_at: DateTime::UNIX_EPOCH,
                voice: if &row[4] == "Pupil voice" {
                    Voice::Pupil
                } else {
                    Voice::Staff
                },
                said_by: row[3].to_owned(),
                said_to: String::new(),
                words: row[6].to_owned(),
                staff_only: &row[5] == "Y",
            });
        }
        edit
    }

    fn reviews(&mut self) -> Edit {
        let mut edit = Edit::new("Reviews");
        for row in self.rows("reviews.csv") {
            let kind = if &row[2] == "Annual review" {
                ReviewKind::Annual
            } else {
                ReviewKind::Support
            };
            edit = edit.put(Review {
                held_on: (!row[4].is_empty()).then(|| day(&row[4])),
                ..Review::booked(self.id(), self.pupils[&row[1]], kind, day(&row[3]))
            });
        }
        edit
    }

    fn targets(&mut self) -> Edit {
        let mut edit = Edit::new("Targets");
        let mut cycles = BTreeMap::new();
        for row in self.rows("targets.csv") {
            let pupil = self.pupils[&row[1]];
            let cycle = match cycles.get(&pupil) {
                Some(cycle) => *cycle,
                None => {
                    let id = self.id();
                    edit = edit.put(Cycle {
                        assessed_on: Some(day("2026-09-09")),
                        ..Cycle::new(id, pupil, 2, day("2026-09-03"))
                    });
                    cycles.insert(pupil, id);
                    id
                }
            };
            edit = edit.put(Target {
                id: self.id(),
                pupil,
                cycle,
                outcome: None,
                place: 1,
                short: row[4].to_owned(),
                statement: row[4].to_owned(),
                unit: String::new(),
                start: row[5].parse().ok(),
                start_on: Some(day(&row[8])),
                aim: row[6].parse().ok(),
                by: Some(day(&row[9])),
                home: String::new(),
                carried_from: None,
                waivers: vec![],
            });
        }
        edit
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn at(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").expect("a time")
}
