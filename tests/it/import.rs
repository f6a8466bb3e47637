//! Lists taken into a caseload: matched, merged, undone, and taken again.

mod layouts;
mod office;

use caseload::domain::{Edit, Status, StatusPeriod};
use caseload::import::{Intake, LineCounts, Preview, Report, read};
use proptest::prelude::*;

use super::school::oakfield;
use super::senco::Senco;
use office::{Office, told};

const ARBOR: (&str, &[u8]) = (
    "arbor-sen-report.csv",
    include_bytes!("../samples/arbor-sen-report.csv"),
);
const SIMS: (&str, &[u8]) = (
    "sims-sen-list-cp1252.csv",
    include_bytes!("../samples/sims-sen-list-cp1252.csv"),
);
const OWN: (&str, &[u8]) = (
    "senco-own-register.csv",
    include_bytes!("../samples/senco-own-register.csv"),
);

fn counts(
    read: usize,
    added: usize,
    changed: usize,
    unchanged: usize,
    skipped: usize,
) -> LineCounts {
    LineCounts {
        read,
        added,
        changed,
        unchanged,
        skipped,
        held: 0,
    }
}

#[test]
fn each_sample_alone_comes_in_whole() {
    let mut arbor = Office::new();
    assert_eq!(arbor.take(ARBOR).counts(), counts(16, 16, 0, 0, 0));
    assert_eq!(arbor.counts(), [4, 7, 1, 0, 12]);
    let mut sims = Office::new();
    assert_eq!(sims.take(SIMS).counts(), counts(13, 13, 0, 0, 0));
    assert_eq!(sims.counts(), [4, 7, 0, 2, 13]);
    let mut own = Office::new();
    assert_eq!(own.take(OWN).counts(), counts(24, 12, 0, 0, 12));
    assert_eq!(own.counts(), [4, 7, 1, 0, 12]);
}

#[test]
fn all_three_samples_one_after_another() {
    let mut office = Office::new();
    office.take(ARBOR);
    let sims = office.take(SIMS);
    assert_eq!(sims.counts(), counts(13, 1, 12, 0, 0), "{:#?}", told(&sims));
    assert_eq!(sims.leavers, []);
    let own = office.take(OWN);
    assert_eq!(own.counts(), counts(24, 0, 12, 0, 12), "{:#?}", told(&own));
    // The SENCO's register has nobody without SEN: the one pupil it lacks is offered as a leaver, and stays.
    let leavers: Vec<_> = own
        .leavers
        .iter()
        .map(|id| office.caseload.pupils.get(*id).unwrap().listed())
        .collect();
    assert_eq!(leavers, ["Kaczmarek, ?ucja"]);
    assert_eq!(office.counts(), [4, 7, 1, 1, 13]);

    let names: Vec<String> = office
        .caseload
        .pupils
        .iter()
        .map(|pupil| format!("{} ({})", pupil.full_name(), pupil.forename))
        .collect();
    let expected = [
        "Ama Okonkwo-Reyes (Amarachi)",
        "Jory Thistlewood (Jory)",
        "Caoimhe O’Dwyer (Caoimhe)",
        "Ilinca Brânzănescu (Ilinca)",
        "Zoë Featherstonhaugh-Pike (Zoë)",
        "Étienne de la Croix (Étienne)",
        "Li Wei Ng (Li Wei)",
        "Sagal Abdirahman (Sagal)",
        "Arlo Whittlecombe (Arlo)",
        "Jo Smith (Jo)",
        "Maggie Hallibone (Maggie)",
        "Toby Quennell (Tobias)",
        "?ucja Kaczmarek (?ucja)",
    ];
    assert_eq!(names, expected);

    let amarachi = office.pupil("Amarachi");
    assert_eq!(
        (
            amarachi.adno.as_str(),
            amarachi.funded_minutes,
            amarachi.top_up_pence
        ),
        ("001207", Some(900), Some(997_550))
    );
    assert_eq!(
        office.status("Amarachi").from.unwrap().to_string(),
        "2023-05-22"
    );
    assert!(office.status("Amarachi").parent_told);
    // The census has no code for watching: SIMS says N, and he is still watched.
    assert!(office.status("Étienne").watching);
    assert_eq!(
        office.caseload.status_periods.len(),
        13,
        "no status changed"
    );
    let li_wei = office.pupil("Li Wei");
    let due: Vec<_> = office
        .caseload
        .actions
        .of(li_wei.id)
        .map(|action| (action.what.as_str(), action.by.unwrap().to_string()))
        .collect();
    assert_eq!(
        due,
        [("annual review due", "2026-02-01".to_owned())],
        "overdue, never blank"
    );
    let zoe = office.pupil("Zoë");
    assert_eq!(
        office.caseload.actions.of(zoe.id).next().unwrap().what,
        "review due"
    );

    // Round again: nothing is new in any of them.
    for file in [ARBOR, SIMS, OWN] {
        let again = office.take(file).counts();
        assert_eq!(
            (again.added, again.changed, again.held),
            (0, 0, 0),
            "{}",
            file.0
        );
    }
}

#[test]
fn the_samples_in_any_order_have_each_child_once() {
    for order in [
        [ARBOR, OWN, SIMS],
        [SIMS, ARBOR, OWN],
        [SIMS, OWN, ARBOR],
        [OWN, ARBOR, SIMS],
        [OWN, SIMS, ARBOR],
    ] {
        let mut office = Office::new();
        for file in order {
            let mut preview = office.preview(file);
            // Where only a known-as name differs, it is asked.
            while let Some(place) = preview
                .entries
                .iter()
                .position(|entry| entry.intake == Intake::Hold)
            {
                preview.answer(&office.desk(), place, true).unwrap();
            }
            office.apply(&preview.edit(&office.desk()).unwrap());
        }
        let names: Vec<_> = order.iter().map(|file| file.0).collect();
        assert_eq!(office.counts(), [4, 7, 1, 1, 13], "{names:?}");
        assert_eq!(office.pupil("Ilinca").surname, "Brânzănescu", "{names:?}");
        assert_eq!(office.pupil("Sagal").surname, "Abdirahman", "{names:?}");
        for (forename, called) in [("Amarachi", "Ama"), ("Tobias", "Toby")] {
            assert_eq!(office.pupil(forename).called(), called, "{names:?}");
        }
    }
}

#[test]
fn a_known_as_name_is_asked_about_and_never_takes_the_forename() {
    let mut office = Office::new();
    office.take(ARBOR);
    let mut own = office.preview(OWN);
    let held: Vec<_> = own
        .entries
        .iter()
        .flat_map(|entry| &entry.questions)
        .map(|asked| asked.words())
        .collect();
    let expected = [
        "Is this Tobias Quennell, 3F? Same surname and date of birth; another forename.",
        "Is this Amarachi Okonkwo-Reyes, 4H? Same surname and date of birth; another forename.",
    ];
    assert_eq!(held, expected);
    assert_eq!(own.counts().held, 2);
    // Those who are asked about may be in the file: they are no leavers.
    assert_eq!(own.leavers, []);
    let place = |preview: &Preview| {
        preview
            .entries
            .iter()
            .position(|entry| entry.intake == Intake::Hold)
            .unwrap()
    };
    own.answer(&office.desk(), place(&own), true).unwrap();
    own.answer(&office.desk(), place(&own), false).unwrap();
    assert_eq!((own.pupils(Intake::Add), own.counts().held), (1, 0));
    office.apply(&own.edit(&office.desk()).unwrap());
    let toby = office.pupil("Tobias");
    assert_eq!(
        (toby.preferred.as_str(), toby.top_up_pence),
        ("Toby", Some(450_000))
    );
    assert_eq!(office.pupil("Ama").surname, "Okonkwo-Reyes");
}

const HEADINGS: &str =
    "UPN,Surname,Forename,DOB,Year,Class,SEN status,SEN start date,Next review,Need,EAL,Notes\n";

fn one(class: &str, status: &str, since: &str, need: &str, eal: &str, notes: &str) -> String {
    format!(
        "{HEADINGS}L999400122101,Adams,Ava,14/02/2018,4,{class},{status},{since},,{need},{eal},{notes}\n"
    )
}

#[test]
fn what_was_changed_by_hand_survives_the_same_list_again() {
    let mut office = Office::new();
    let list = one("4H", "K", "9/1/2025", "SLCN", "y", "likes maps");
    office.csv(&list);
    office.change("Ava", |ava| {
        ava.class = "4B".into();
        ava.needs = vec![];
        ava.eal = Some(false);
        ava.surname = "Adams-Lee".into();
    });
    let again = office.csv(&list);
    assert_eq!(again.counts(), counts(1, 0, 0, 1, 0), "{:#?}", told(&again));
    let ava = office.pupil("Ava");
    assert_eq!(
        (
            ava.class.as_str(),
            ava.eal,
            ava.needs.len(),
            ava.surname.as_str()
        ),
        ("4B", Some(false), 0, "Adams-Lee")
    );
}

#[test]
fn what_changed_in_the_list_alone_is_taken_and_what_is_blank_wipes_nothing() {
    let mut office = Office::new();
    office.csv(&one("4H", "K", "9/1/2025", "SLCN", "y", "likes maps"));
    let next = office.csv(&one("4K", "", "", "", "", ""));
    assert_eq!(told(&next), ["Adams, Ava Change [\"Class: 4H > 4K\"] []"]);
    let ava = office.pupil("Ava");
    assert_eq!((ava.needs.len(), ava.eal), (1, Some(true)));
    assert_eq!(office.status("Ava").status, Status::K);
}

#[test]
fn what_changed_on_both_sides_is_asked_and_the_answer_stays() {
    for yes in [true, false] {
        let mut office = Office::new();
        office.csv(&one("4H", "K", "", "SLCN", "", ""));
        office.change("Ava", |ava| ava.class = "4B".into());
        let both = one("4K", "K", "", "SLCN", "", "");
        let mut preview = office.csv(&both);
        assert_eq!(preview.counts().held, 1);
        assert_eq!(
            office.pupil("Ava").class,
            "4B",
            "what is held is not written"
        );
        assert_eq!(
            preview.entries[0].questions[0].words(),
            "Class: changed by hand to \"4B\", and the file now says \"4K\". Take the file's?"
        );
        preview.answer(&office.desk(), 0, yes).unwrap();
        office.apply(&preview.edit(&office.desk()).unwrap());
        assert_eq!(office.pupil("Ava").class, if yes { "4K" } else { "4B" });
        // The answer made the file's value the new base.
        assert_eq!(office.csv(&both).counts(), counts(1, 0, 0, 1, 0));
    }
}

#[test]
fn a_new_status_ends_the_one_before() {
    let mut office = Office::new();
    office.csv(&one("4H", "K", "9/1/2025", "SLCN", "", ""));
    office.csv(&one("4H", "E", "3/11/2026", "SLCN", "", ""));
    let ava = office.pupil("Ava").id;
    let periods: Vec<_> = office
        .caseload
        .status_periods
        .of(ava)
        .map(|period| {
            (
                period.status,
                period.from.unwrap().to_string(),
                period.to.map(|day| day.to_string()),
            )
        })
        .collect();
    assert_eq!(
        periods,
        [
            (
                Status::K,
                "2025-01-09".to_owned(),
                Some("2026-11-02".to_owned())
            ),
            (Status::E, "2026-11-03".to_owned(), None),
        ]
    );
    // Some systems go on saying when her first status began: the new one's date stays unknown.
    let mut office = Office::new();
    office.csv(&one("4H", "K", "9/1/2025", "SLCN", "", ""));
    office.csv(&one("4H", "E", "9/1/2025", "SLCN", "", ""));
    let now = office.status("Ava");
    assert_eq!((now.status, now.from), (Status::E, None));
}

#[test]
fn words_are_kept_once_and_only_what_is_new_again() {
    let mut office = Office::new();
    let list = one("4H", "K", "", "", "", "likes maps");
    let other = Office::new();
    let note = |preview: &Preview| {
        let changes = preview.edit(&other.desk()).unwrap().changes;
        let notes: Vec<_> = changes
            .into_iter()
            .filter_map(|change| match change {
                caseload::domain::Change::Put(caseload::domain::Record::Note(note)) => Some(note),
                _ => None,
            })
            .collect();
        notes
    };
    let first = note(&office.csv(&list));
    assert_eq!(
        (first[0].words.as_str(), first[0].staff_only),
        ("From the import of list.csv:\nNotes: likes maps", true)
    );
    assert_eq!(note(&office.csv(&list)), []);
    let next = note(&office.csv(&one("4H", "K", "", "", "", "likes trains")));
    assert_eq!(
        next[0].words,
        "From the import of list.csv:\nNotes: likes trains"
    );
}

#[test]
fn a_review_date_goes_to_the_open_cycle_or_waits_as_an_action() {
    use caseload::domain::{Cycle, Id};
    let dated =
        |day: &str| format!("{HEADINGS}L999400122101,Adams,Ava,14/02/2018,4,4H,K,,{day},,,\n");
    let mut office = Office::new();
    office.csv(&dated("14/12/2026"));
    let ava = office.pupil("Ava").id;
    let action = office.caseload.actions.of(ava).next().unwrap().clone();
    assert_eq!(
        (action.what.as_str(), action.by.unwrap().to_string()),
        ("review due", "2026-12-14".to_owned())
    );
    // Done, and the list has the next one: a new action.
    let done = caseload::domain::Action {
        done_on: action.by,
        ..action
    };
    office.apply(&Edit::new("done").put(done));
    assert_eq!(office.csv(&dated("14/12/2026")).counts().unchanged, 1);
    office.csv(&dated("22/3/2027"));
    assert_eq!(
        office
            .caseload
            .actions
            .of(ava)
            .filter(|action| action.is_open())
            .count(),
        1
    );

    let mut office = Office::new();
    office.csv(&one("4H", "K", "", "", "", ""));
    let ava = office.pupil("Ava").id;
    let cycle = Cycle::new(Id::new(900), ava, 1, "2026-09-07".parse().unwrap());
    office.apply(&Edit::new("begun").put(cycle));
    office.csv(&dated("14/12/2026"));
    assert_eq!(
        office
            .caseload
            .cycle_now(ava)
            .unwrap()
            .review_on
            .unwrap()
            .to_string(),
        "2026-12-14"
    );
    assert_eq!(office.caseload.actions.of(ava).count(), 0);
}

#[test]
fn a_child_jotted_down_is_asked_about_and_joined() {
    let mut office = Office::new();
    let jotted = caseload::domain::jot::Jotted {
        who: "Ava 4H".into(),
        said_by: String::new(),
        words: "hides under the table".into(),
        happened_on: office.now.date_naive(),
        look_again_on: None,
        staff_only: false,
    };
    let edit = caseload::domain::jot::edit(&office.desk(), &jotted).unwrap();
    office.apply(&edit);
    let list = one("4H", "K", "", "SLCN", "", "");
    let mut preview = office.preview(("list.csv", list.as_bytes()));
    assert_eq!(
        preview.entries[0].questions[0].words(),
        "Is this Ava, 4H? Same forename; no date of birth to be sure by."
    );
    preview.answer(&office.desk(), 0, true).unwrap();
    assert_eq!(
        preview.entries[0].questions[0].words(),
        "SEN status: the caseload says \"watching\", the file \"SEN support\". Take the file's?"
    );
    preview.answer(&office.desk(), 0, true).unwrap();
    assert_eq!(preview.entries[0].questions, []);
    office.apply(&preview.edit(&office.desk()).unwrap());
    assert_eq!(office.pupil("Ava").surname, "Adams");
    assert_eq!(office.counts(), [0, 1, 0, 0, 1]);
}

#[test]
fn a_leaver_who_is_in_the_list_again_is_asked_about() {
    let mut office = Office::new();
    let list = one("4H", "K", "", "", "", "");
    office.csv(&list);
    office.change("Ava", |ava| ava.left_on = "2026-07-20".parse().ok());
    let mut preview = office.preview(("list.csv", list.as_bytes()));
    assert_eq!(
        preview.entries[0].questions[0].words(),
        "Ava Adams left on 20 Jul 2026. Is the pupil back?"
    );
    preview.answer(&office.desk(), 0, false).unwrap();
    assert_eq!(
        (
            preview.counts().skipped,
            preview.edit(&office.desk()).unwrap().is_empty()
        ),
        (1, true)
    );
    preview.ask_again(&office.desk(), 0).unwrap();
    preview.answer(&office.desk(), 0, true).unwrap();
    office.apply(&preview.edit(&office.desk()).unwrap());
    assert_eq!(office.pupil("Ava").left_on, None);
}

#[test]
fn a_line_the_reader_doubts_waits_once() {
    let mut office = Office::new();
    let list = one("4H", "School Action", "", "", "", "");
    let mut preview = office.csv(&list);
    assert_eq!(
        (preview.counts().held, office.caseload.pupils.len()),
        (1, 0)
    );
    preview.answer(&office.desk(), 0, false).unwrap();
    assert_eq!(preview.counts(), counts(1, 0, 0, 0, 1));
    preview.ask_again(&office.desk(), 0).unwrap();
    preview.answer(&office.desk(), 0, true).unwrap();
    office.apply(&preview.edit(&office.desk()).unwrap());
    let ava = office.pupil("Ava").id;
    assert_eq!(
        office.caseload.status_now(ava),
        None,
        "an old code is not guessed at"
    );
    assert_eq!(office.csv(&list).counts(), counts(1, 0, 0, 1, 0));
}

#[test]
fn a_broken_file_is_shown_and_not_taken() {
    let office = Office::new();
    let broken = format!("{HEADINGS}L999400122101,Adams,Ava,14/02/2018,4,4H,K,,,,,\"watch");
    let preview = office.preview(("list.csv", broken.as_bytes()));
    let refusal = preview.edit(&office.desk()).unwrap_err();
    let expected = "Nothing was imported: the file breaks off on line 2";
    assert!(refusal.words.starts_with(expected), "{refusal}");
}

#[test]
fn the_report_is_what_other_programs_lean_on() {
    let mut office = Office::new();
    office.take(SIMS);
    let preview = office.preview(OWN);
    let json = serde_json::to_value(Report::of(&preview, &office.caseload)).unwrap();
    assert_eq!(json["version"], 1);
    assert_eq!(
        json["file"],
        serde_json::json!({"encoding": "Windows-1252", "delimiter": "comma", "heading_line": 4, "sheet": null})
    );
    assert_eq!(
        json["counts"],
        serde_json::json!({"read": 24, "added": 0, "changed": 12, "unchanged": 0, "skipped": 12, "held": 0})
    );
    assert_eq!(json["leavers"][0]["name"], "Kaczmarek, ?ucja");
    assert!(json["leavers"][0]["id"].is_string());
    let maggie = json["pupils"]
        .as_array()
        .unwrap()
        .iter()
        .find(|pupil| pupil["forename"] == "Maggie")
        .unwrap();
    assert_eq!(maggie["action"], "change");
    assert_eq!(
        (&maggie["status"], &maggie["dob"], &maggie["year"]),
        (&"E".into(), &"2020-10-10".into(), &"1".into())
    );
    assert_eq!(
        (
            &maggie["top_up"],
            &maggie["next_review"],
            &maggie["parent_told"]
        ),
        (&625_000.into(), &"2027-03-03".into(), &"yes".into())
    );
    assert_eq!(maggie["needs"], serde_json::json!(["DS", "SLCN"]));
    assert_eq!(
        maggie["flags"],
        serde_json::json!({
            "pp": false, "fsm": null, "eal": false, "cla": null, "cla_before": null, "service": null, "young_carer": null
        })
    );
    assert_eq!(maggie["notes"]["Notes"], "1:1 am, shared pm");
    assert_eq!(json["skipped"][0]["line"], 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever was typed by hand since, the same list again takes nothing away and asks nothing.
    #[test]
    fn hand_edits_survive_the_same_list(
        class in "[1-6][A-Z]|",
        surname in "[A-Z][a-z']{1,8}",
        preferred in "[A-Z][a-z]{1,8}|",
        pp in any::<Option<bool>>(),
        top_up in proptest::option::of(0..2_000_000i64),
        needs in 0..3usize,
        place in 0..13usize,
        ended in any::<bool>(),
    ) {
        let mut office = Office::new();
        office.take(SIMS);
        let forename = office.caseload.pupils.iter().nth(place).unwrap().forename.clone();
        office.change(&forename, |pupil| {
            pupil.class = class;
            pupil.surname = surname;
            pupil.preferred = preferred;
            pupil.pp = pp;
            pupil.top_up_pence = top_up;
            pupil.needs.truncate(needs);
        });
        if ended {
            let period = StatusPeriod { status: Status::N, watching: true, ..office.status(&forename).clone() };
            office.apply(&Edit::new("by hand").put(period));
        }
        let before = office.caseload.clone();
        let again = office.preview(SIMS);
        let counts = again.counts();
        prop_assert_eq!((counts.unchanged, counts.held), (13, 0), "{:?}", told(&again));
        office.apply(&again.edit(&office.desk()).unwrap());
        prop_assert!(before == office.caseload);
    }
}

/// The lists in a folder, where a SENCO has them.
fn downloads() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in [ARBOR, SIMS, OWN] {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

fn path(folder: &tempfile::TempDir, name: &str) -> String {
    // As Explorer copies a path.
    format!("\"{}\"", folder.path().join(name).display())
}

#[test]
fn a_list_comes_in_by_keyboard_and_is_taken_back_as_one() {
    let folder = downloads();
    let senco = Senco::new()
        .with(oakfield())
        .does("<Ctrl+T>")
        .picture("import-file-80x24")
        .pastes(&path(&folder, ARBOR.0))
        .does("<Enter>")
        .sees("Import of arbor-sen-report.csv: nothing is written yet")
        .sees("16 lines, 12 pupils (~ 1 to look at): 12 new")
        .sees("+ new")
        .picture("import-new-80x24");
    assert_eq!(senco.caseload().pupils.len(), 0);
    let senco = senco
        .does("<Ctrl+S>")
        .sees("Saved: Imported 12 pupils from arbor-sen-report.csv. Ctrl+Z takes it back.")
        .kept();
    assert_eq!(senco.caseload().pupils.len(), 12);
    let before = senco.caseload().clone();
    let senco = senco
        .does("<Ctrl+Z>")
        .sees("Taken back: Imported 12 pupils")
        .kept();
    assert_eq!(senco.caseload().pupils.len(), 0);
    let senco = senco.does("<Ctrl+Y>").kept();
    assert!(*senco.caseload() == before);
    // The same again: nothing is new.
    senco
        .does("<Ctrl+T>")
        .pastes(&path(&folder, ARBOR.0))
        .does("<Enter>")
        .sees("16 lines, 12 pupils (~ 1 to look at): 12 the same")
        .does("<Ctrl+S>")
        .sees("Nothing was changed.")
        .kept();
}

#[test]
fn a_doubt_is_marked_in_the_list_and_counted_above_it() {
    let folder = downloads();
    let list = "Surname,Forename,DOB,Year,SEN status\n\
        Stone,Ava,14/02/2018,4,K\n\
        Stone,Bo,14/02/2018,1,K\n";
    std::fs::write(folder.path().join("doubts.csv"), list).unwrap();
    Senco::new()
        .with(oakfield())
        .does("<Ctrl+T>")
        .pastes(&path(&folder, "doubts.csv"))
        .does("<Enter>")
        .sees("2 lines, 2 pupils (~ 1 to look at): 2 new")
        .sees("> + new        Stone, Ava")
        .sees("  + new      ~ Stone, Bo")
        .picture("import-doubt-80x24");
}

#[test]
fn what_waits_is_answered_before_the_rest_is_written() {
    let folder = downloads();
    let senco = Senco::new()
        .with(oakfield())
        .does("<Ctrl+T>")
        .pastes(&path(&folder, ARBOR.0))
        .does("<Enter><Ctrl+S><Ctrl+T>")
        .pastes(&path(&folder, OWN.0))
        .does("<Enter>")
        .sees("2 held")
        .sees("Is this Tobias Quennell, 3F?")
        .picture("import-held-80x24")
        .at(120, 40)
        .picture("import-held-120x40")
        .does("y")
        .sees("Is this Amarachi Okonkwo-Reyes, 4H?")
        .does("n")
        .sees_no("held")
        .sees("1 new")
        .does("<Del>")
        .sees("1 held")
        .does("y<Enter>")
        .sees("Known as")
        .sees("£9,975.50 a year")
        .picture("import-pupil-120x40")
        .does("<Esc><Ctrl+S>")
        .sees("Saved: Imported 12 pupils from senco-own-register.csv.")
        .kept();
    assert_eq!(senco.caseload().pupils.len(), 12);
}

#[test]
fn what_is_held_stays_out_and_is_asked_again_next_time() {
    let folder = downloads();
    Senco::new()
        .with(oakfield())
        .does("<Ctrl+T>")
        .pastes(&path(&folder, ARBOR.0))
        .does("<Enter><Ctrl+S><Ctrl+T>")
        .pastes(&path(&folder, OWN.0))
        .does("<Enter><Ctrl+S>")
        .sees("Saved: Imported 10 pupils from senco-own-register.csv, and 2 wait: ")
        .does("<Ctrl+T>")
        .pastes(&path(&folder, OWN.0))
        .does("<Enter>")
        .sees("2 held, 10 the same")
        .kept();
}

#[test]
fn what_is_no_list_says_so_and_writes_nothing() {
    let folder = downloads();
    std::fs::write(folder.path().join("photo.pdf"), b"%PDF-1.4").unwrap();
    std::fs::write(
        folder.path().join("cut.csv"),
        "Surname,Forename,DOB\nAdams,Ava,14/02/2018\nBell,\"Be",
    )
    .unwrap();
    let senco = Senco::new()
        .with(oakfield())
        .does("<Ctrl+T><Enter>")
        .sees("Type or paste where the file is")
        .pastes(&path(&folder, "gone.csv"))
        .does("<Enter>")
        .sees("There is no file")
        .does("<Esc><Ctrl+T>")
        .pastes(&path(&folder, "photo.pdf"))
        .does("<Enter>")
        .sees("photo.pdf: This is a PDF, not a list of pupils.")
        .does("<Esc><Ctrl+T>")
        .pastes(&folder.path().display().to_string())
        .does("<Enter>")
        .sees("is a folder")
        .does("<Esc><Ctrl+T>")
        .pastes(&path(&folder, "cut.csv"))
        .does("<Enter>")
        .sees("! broken")
        .does("<Ctrl+S>")
        .sees("Nothing was imported: the file breaks off")
        .does("x")
        .sees("x does nothing here")
        .does("<Esc>")
        .kept();
    assert_eq!(senco.caseload().pupils.len(), 0);
}

#[test]
fn a_jot_over_the_preview_is_seen_by_it() {
    let folder = downloads();
    Senco::new()
        .with(oakfield())
        .does("<Ctrl+T>")
        .pastes(&path(&folder, ARBOR.0))
        .does("<Enter><Ctrl+N>Maggie 1M<Tab><Tab>tired after lunch<Ctrl+S>")
        .sees("Saved: Maggie is watched")
        .sees("1 held")
        .sees("Is this Maggie, 1M?")
        .kept();
}

#[test]
fn leavers_are_offered_and_leave_only_when_the_user_says_so() {
    let mut office = Office::new();
    office.take(ARBOR);
    let list = "Surname,Forename,DOB\nNobody,Else,14/02/2018\n".as_bytes();
    let file = read(list, office.now.date_naive()).unwrap();
    let mut preview = Preview::new(&office.desk(), "new.csv", file).unwrap();
    let gone = preview.leavers[0];
    let before = preview.leavers.len();
    let day = "2026-10-23".parse().unwrap();
    preview.set_left(gone, Some(day));
    let edit = preview.edit(&office.desk()).unwrap();
    assert!(edit.label.ends_with("; 1 pupil left"), "{}", edit.label);
    office.apply(&edit);
    let left: Vec<_> = office
        .caseload
        .pupils
        .iter()
        .filter_map(|pupil| Some((pupil.id, pupil.left_on?)))
        .collect();
    assert!(left.contains(&(gone, day)), "{left:?}");
    let file = read(list, office.now.date_naive()).unwrap();
    let again = Preview::new(&office.desk(), "new.csv", file).unwrap();
    assert_eq!(again.leavers.len(), before - 1);
}

#[test]
fn a_file_that_breaks_off_is_taken_when_the_user_says_so() {
    let office = Office::new();
    let list = "Surname,Forename,DOB,SEN status\nAdams,Ava,14/02/2018,K\nBell,Ben".as_bytes();
    let file = read(list, office.now.date_naive()).unwrap();
    assert!(file.broken.is_some());
    let mut preview = Preview::new(&office.desk(), "half.csv", file).unwrap();
    assert!(preview.edit(&office.desk()).is_err());
    preview.set_in_part(true);
    assert!(!preview.edit(&office.desk()).unwrap().is_empty());
}

#[test]
fn a_funding_schedule_is_held_against_the_register() {
    let mut office = Office::new();
    let register =
        "Surname,Forename,DOB,SEN status\nAdams,Ava,14/02/2018,E\nBell,Ben,15/02/2018,K\n";
    office.take(("register.csv", register.as_bytes()));
    let schedule = "Surname,Forename,DOB,Top up\nBell,Ben,15/02/2018,4500\n";
    let file = read(schedule.as_bytes(), office.now.date_naive()).unwrap();
    let preview = Preview::new(&office.desk(), "schedule.csv", file).unwrap();
    let said = preview.funding.join(" ");
    assert!(
        said.contains("no EHC plan is known of: Ben Bell."),
        "{said}"
    );
    assert!(
        said.contains("not funded in the file: ") && said.contains("Ava Adams"),
        "{said}"
    );
}

#[test]
fn a_list_without_headings_is_asked_about_with_what_stands_in_it() {
    let senco = Senco::new().with(super::register::register());
    let list = senco.home().join("plain.csv");
    std::fs::write(&list, "Adams,Ava,14/02/2018,K\nBell,Bob,15/03/2017,E\n").unwrap();
    senco
        .does(&format!("<Ctrl+T>{}<Enter>", list.display()))
        .sees("What the columns of plain.csv hold")
        .sees("In it: Adams; Bell")
        .picture("import-columns-80x24")
        .does("s<Tab>f<Tab>d<Ctrl+S>")
        .sees("2 lines, 2 pupils: 2 new")
        .does("<Ctrl+S>")
        .sees("Saved");
}

#[test]
fn in_the_smallest_window_what_is_typed_is_seen() {
    Senco::new()
        .at(60, 16)
        .does("<Ctrl+T>list.csv")
        .sees("> File")
        .sees("list.csv")
        .sees("Enter reads it")
        .picture("import-file-60x16");
}

/// The same list, next term: of which the house system's columns have headings of their own.
#[test]
fn what_columns_hold_is_asked_once_for_lists_with_the_same_headings() {
    let senco = Senco::new().with(super::register::register());
    let autumn = senco.home().join("autumn.csv");
    let headings = "Surname,Forename,DOB,Gruppe,House,Stufe";
    std::fs::write(
        &autumn,
        format!("{headings}\nAdams,Ava,14/02/2018,4H,Red,K\nBell,Bob,15/03/2017,5H,Blue,E\n"),
    )
    .unwrap();
    let senco = senco
        .does(&format!("<Ctrl+T>{}<Enter>", autumn.display()))
        .sees("The column \"Gruppe\" is not known")
        .does("<End><Enter>")
        .sees("What the columns of autumn.csv hold")
        .sees("In it: 4H; 5H")
        .picture("import-all-columns-80x24")
        // Back to the preview, with what was said of a leaver; and to the columns again.
        .does("<Esc><End><Up>y<Down><Enter>")
        .does("c<Tab><Tab>ssss")
        .sees("SEN status >")
        .does("<Ctrl+S>")
        .sees_no("The column \"Gruppe\" is not known")
        .sees("The column \"House\" is not known")
        .does("<End><Up>")
        .sees("left on 23 Nov 2026")
        .does("<Del><Ctrl+S>")
        .sees("what its columns hold is remembered");
    let classes = |senco: &Senco| {
        let pupils = senco.caseload().pupils.iter();
        let mut classes: Vec<String> = pupils.map(|pupil| pupil.class.clone()).collect();
        classes.sort();
        classes
    };
    assert!(
        classes(&senco).contains(&"5H".to_owned()),
        "{:?}",
        classes(&senco)
    );
    // In another order, with another pupil.
    let spring = senco.home().join("spring.csv");
    std::fs::write(
        &spring,
        "Stufe,Surname,Forename,House,DOB,Gruppe\nK,Adams,Ava,Red,14/02/2018,4J\nN,Cole,Cy,Red,16/03/2017,5K\n",
    )
    .unwrap();
    let senco = senco
        .does(&format!("<Ctrl+T>{}<Enter>", spring.display()))
        .sees("Read as you said of a list with the same headings")
        .sees_no("The column \"Gruppe\" is not known")
        .does("<Ctrl+S>")
        .sees("Saved")
        .sees_no("what its columns hold is remembered");
    assert!(
        classes(&senco).contains(&"5K".to_owned()),
        "{:?}",
        classes(&senco)
    );
    // Other headings are another layout.
    let other = senco.home().join("other.csv");
    std::fs::write(
        &other,
        "Surname,Forename,DOB,Gruppe\nDay,Di,14/02/2018,4H\n",
    )
    .unwrap();
    senco
        .does(&format!("<Ctrl+T>{}<Enter>", other.display()))
        .sees("The column \"Gruppe\" is not known");
}

#[test]
fn all_who_are_not_in_a_list_leave_on_the_day_that_is_typed() {
    let senco = Senco::new().with(super::register::register());
    let present = senco.caseload().present().count();
    let list = senco.home().join("new.csv");
    std::fs::write(&list, "Surname,Forename,DOB\nNobody,Else,14/02/2018\n").unwrap();
    let senco = senco
        .does(&format!("<Ctrl+T>{}<Enter>", list.display()))
        .sees("left? nothing is done")
        .does("<Down><Down><Enter>")
        .sees("On which day someone left")
        .does("31/12/2027<Enter>")
        .sees("That day has not come yet")
        .does("<Enter>23/10/2026<Enter>")
        .sees("left on 23 Oct 2026")
        .does("<Ctrl+A>")
        .picture("import-leavers-80x24")
        .does("<Ctrl+S>")
        .sees("pupils left");
    assert_eq!(senco.caseload().present().count(), 1);
    let senco = senco.does("<Ctrl+Z>").kept();
    assert_eq!(senco.caseload().present().count(), present);
}
