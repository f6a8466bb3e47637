//! Files that earlier versions made still open whole. `tests/old/` keeps one for each schema that was released, for ever.

use std::path::{Path, PathBuf};

use caseload::demo;
use caseload::domain::arrangement::Evidence;
use caseload::domain::{
    AcademicYear, Arrangement, Caseload, Change, Diagnosis, Document, DocumentFormat, DocumentKind,
    Draft, DraftKey, Edit, EhcLine, HalfDays, HandOver, HandOverItem, HealthPart, Id, Ids,
    ImportBase, ImportLayout, KeptFilter, ListColumn, NeedSpell, OtherPlan, OtherPlanKind, PupilId,
    Record, Season, Setting, Waiver, WatchPart, Watched,
};
use caseload::store::backup::{KeptAs, Restore, Shelf, Why};
use caseload::store::{Content, Reserved, Salt, Sealed, Seed, Store, open};
use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;

/// The newest schema that is frozen. Its file is never made again.
const NEWEST: &str = "0003.senco";

/// The pupils of the made-up school whose records the file holds: few, and every kind of record is among them.
const KEPT: [&str; 2] = ["aisha khan", "conor byrne"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/old")
}

fn seed() -> Seed {
    Seed::from_bytes([1; 16])
}

fn now() -> DateTime<FixedOffset> {
    "2026-11-23T15:20:00+00:00".parse().expect("a time")
}

/// The made-up school without most of its pupils.
fn small() -> Vec<Edit> {
    let edits = demo::edits(now().date_naive(), &Ids::after(1, 1));
    let mut store = Store::in_memory().expect("a store");
    for edit in &edits {
        store
            .apply(edit, None, now().to_utc())
            .expect("an edit that fits");
    }
    let school = store.load().expect("a caseload");
    let kept = KEPT.map(|name| school.find(name)[0].id);
    edits
        .into_iter()
        .map(|edit| thinned(edit, &school, kept))
        .collect()
}

/// An edit without what is about other pupils.
fn thinned(edit: Edit, school: &Caseload, kept: [PupilId; 2]) -> Edit {
    let theirs = |record: &Record| match record {
        Record::Pupil(pupil) => kept.contains(&pupil.id),
        Record::Session(session) => school
            .places
            .iter()
            .any(|place| place.intervention == session.intervention && kept.contains(&place.pupil)),
        other => other.pupil().is_none_or(|pupil| kept.contains(&pupil)),
    };
    let changes = edit.changes.into_iter().filter_map(|change| match change {
        Change::Put(Record::Session(mut session)) if theirs(&Record::Session(session.clone())) => {
            session.marks.retain(|mark| kept.contains(&mark.pupil));
            Some(Change::Put(Record::Session(session)))
        }
        Change::Put(record) if theirs(&record) => Some(Change::Put(record)),
        _ => None,
    });
    Edit {
        label: edit.label,
        changes: changes.collect(),
    }
}

/// Made once for each schema, when it is frozen: `cargo test --test it old::freezes -- --ignored`.
#[test]
#[ignore = "writes the file that tests/old keeps; run once, when a schema is frozen"]
fn freezes() {
    let path = folder().join(NEWEST);
    let (sealed, conn) =
        Sealed::create(&path, Salt::from_bytes([1; 16]), &seed(), now()).expect("a new file");
    let mut store = Store::unsealed(sealed, conn, &seed());
    for edit in small() {
        store
            .apply(&edit, None, now().to_utc())
            .expect("an edit that fits");
    }
    let caseload = store.load().expect("a register");
    let aisha = caseload.find(KEPT[0])[0].id;
    let cycle = caseload.cycle_now(aisha).expect("a cycle");
    let mut target = caseload.targets_of(cycle)[0].clone();
    target.waivers.push(Waiver {
        check: "as appropriate".to_owned(),
        why: "the EP's words".to_owned(),
    });
    let base = ImportBase {
        id: Id::new(900_000_000),
        pupil: aisha,
        values: [("forename".to_owned(), "Aisha".to_owned())].into(),
    };
    let mut strategy = caseload
        .strategies
        .of(aisha)
        .last()
        .expect("a strategy")
        .clone();
    strategy.target = None;
    strategy.waivers.clone_from(&target.waivers);
    let edit = Edit::new("Imported 1 pupil")
        .put(base)
        .put(target)
        .put(strategy);
    store
        .apply(&edit, None, now().to_utc())
        .expect("an edit that fits");
    let draft = Draft {
        key: DraftKey {
            dialog: "jot".to_owned(),
            about: String::new(),
        },
        fields: [("words".to_owned(), "half a sent".to_owned())].into(),
        focus: "words".to_owned(),
        caret: 11,
    };
    store
        .keep_draft(&draft, now().to_utc())
        .expect("a draft that is kept");
    store.code_sheet(now().date_naive()).expect("a sheet");
}

/// A copy of every kept file, opened by today's program.
fn opened() -> Vec<(Store, tempfile::TempDir)> {
    let files = std::fs::read_dir(folder()).expect("the old files");
    let mut paths: Vec<_> = files
        .map(|file| file.expect("an old file").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "senco"))
        .collect();
    paths.sort();
    assert!(paths.iter().any(|path| path.ends_with(NEWEST)));
    paths
        .iter()
        .map(|path| {
            let home = tempfile::tempdir().expect("a folder");
            let copy = home.path().join("copy.senco");
            std::fs::copy(path, &copy).expect("a copy");
            let sealed = Sealed::inspect(&copy, now()).expect("a caseload");
            let conn = open::open_sealed(&sealed, &seed(), None).expect("a file that opens");
            (Store::unsealed(sealed, conn, &seed()), home)
        })
        .collect()
}

#[test]
fn every_file_that_was_released_opens_whole() {
    for (store, _home) in opened() {
        assert_eq!(store.check().expect("a file that reads"), []);
        let caseload = store.load().expect("a register that reads");
        assert_eq!(caseload.present().count(), KEPT.len());
        let aisha = caseload.find(KEPT[0])[0].id;
        assert_eq!(caseload.cycle_now(aisha).map(|cycle| cycle.number), Some(3));
        assert!(
            !store
                .log()
                .notes(aisha)
                .expect("notes that read")
                .is_empty()
        );
        let draft = &store.drafts().expect("drafts that read")[0];
        assert_eq!(
            (draft.fields["words"].as_str(), draft.caret),
            ("half a sent", 11)
        );
    }
}

#[test]
fn its_edits_are_still_undone_and_redone() {
    for (mut store, _home) in opened() {
        let before = store.load().expect("a register that reads");
        let mut undone = 0;
        while store.undo().expect("a journal that reads").is_some() {
            undone += 1;
        }
        assert_eq!(store.load().expect("a register").pupils.iter().count(), 0);
        for _ in 0..undone {
            store.redo().expect("a journal that reads");
        }
        assert_eq!(store.load().expect("a register").pupils, before.pupils);
        assert_eq!(store.check().expect("a file that reads"), []);
    }
}

/// The tables of a file, as they were declared.
fn tables(conn: &Connection) -> Vec<(String, String)> {
    let mut statement = conn
        .prepare("SELECT name, coalesce(sql, '') FROM sqlite_schema ORDER BY name")
        .expect("a schema");
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    rows.expect("a schema")
        .collect::<Result<_, _>>()
        .expect("tables")
}

#[test]
fn a_released_file_and_a_new_one_have_the_same_tables() {
    let home = tempfile::tempdir().expect("a folder");
    let new = home.path().join("new.senco");
    let (_new, made) =
        Sealed::create(&new, Salt::from_bytes([2; 16]), &seed(), now()).expect("a new file");
    let copy = home.path().join("copy.senco");
    std::fs::copy(folder().join(NEWEST), &copy).expect("a copy");
    let sealed = Sealed::inspect(&copy, now()).expect("a caseload");
    let old = open::open_sealed(&sealed, &seed(), None).expect("a file that opens");
    assert_eq!(tables(&old), tables(&made));
}

/// Fills what steps made that are not frozen yet.
fn in_full(caseload: &Caseload) -> Edit {
    let mut aisha = caseload.find(KEPT[0])[0].clone();
    aisha.need_spells.push(NeedSpell {
        code: aisha.needs[0].clone(),
        since: None,
        ended_on: None,
    });
    let mut plan = OtherPlan::new(Id::new(900_000_001), aisha.id, OtherPlanKind::HealthCare);
    plan.parts.push((HealthPart::Signs, "cold air".to_owned()));
    let mut pack = HandOver::new(Id::new(900_000_003), aisha.id);
    pack.items.push(HandOverItem::Profile);
    let layout = ImportLayout {
        id: Id::new(900_000_002),
        said_on: now().date_naive(),
        columns: [("gruppe".to_owned(), "class".to_owned())].into(),
    };
    let line = EhcLine {
        words: "speech work in a pair".to_owned(),
        ..EhcLine::new(Id::new(900_000_003), aisha.id)
    };
    let diagnosis = Diagnosis {
        what: "ADHD".to_owned(),
        ..Diagnosis::new(Id::new(900_000_011), aisha.id)
    };
    let arrangement = Arrangement {
        what: "Reader".to_owned(),
        evidence: vec![Evidence {
            on: now().date_naive(),
            subject: "maths".to_owned(),
            by: String::new(),
            words: String::new(),
        }],
        ..Arrangement::new(Id::new(900_000_012), aisha.id)
    };
    let term = HalfDays::new(
        Id::new(900_000_013),
        aisha.id,
        AcademicYear::starting(2026),
        Season::Autumn,
    );
    let mut watched = caseload.status_periods.iter().next().expect("one").clone();
    watched.watched.push(Watched {
        part: WatchPart::Hearing,
        on: None,
        words: "fine".to_owned(),
    });
    let setting = Setting {
        columns: vec![ListColumn::Flags],
        kept_filters: vec![KeptFilter {
            name: "fours".to_owned(),
            words: "k y4".to_owned(),
        }],
        ..caseload.setting().expect("settings").clone()
    };
    Edit::new("The record in full")
        .put(diagnosis)
        .put(arrangement)
        .put(term)
        .put(aisha)
        .put(plan)
        .put(layout)
        .put(line)
        .put(pack)
        .put(setting)
        .put(watched)
}

/// A document attached, with what it holds.
fn attached(caseload: &Caseload) -> (Edit, Content<'static>) {
    let document = Document {
        id: Id::new(900_000_100),
        pupil: caseload.find(KEPT[0])[0].id,
        name: "EP report".to_owned(),
        kind: DocumentKind::EpReport,
        format: DocumentFormat::Pdf,
        on: None,
        sender: String::new(),
        person: None,
        note: String::new(),
        attached_on: now().date_naive(),
        length: 5,
        sum: Content::sum(b"%PDF-"),
    };
    let content = Content {
        document: document.id,
        bytes: b"%PDF-",
    };
    (Edit::new("A document").put(document), content)
}

#[test]
fn every_table_of_the_newest_has_a_row() {
    let home = tempfile::tempdir().expect("a folder");
    let copy = home.path().join("copy.senco");
    std::fs::copy(folder().join(NEWEST), &copy).expect("a copy");
    let sealed = Sealed::inspect(&copy, now()).expect("a caseload");
    // What a later step made is filled when the program opens the file.
    let conn = open::open_sealed(&sealed, &seed(), None).expect("a file that opens");
    let mut store = Store::unsealed(sealed, conn, &seed());
    store.code_sheet(now().date_naive()).expect("a sheet");
    let caseload = store.load().expect("a register");
    store
        .apply(&in_full(&caseload), None, now().to_utc())
        .expect("an edit that fits");
    let (edit, content) = attached(&caseload);
    store
        .attach(&edit, content, None, now().to_utc())
        .expect("an edit that fits");
    let sealed = store.seal().expect("a file");
    let conn = open::open_sealed(&sealed, &seed(), None).expect("a file that opens");
    let empty: Vec<_> = tables(&conn)
        .into_iter()
        .filter(|(name, sql)| sql.starts_with("CREATE TABLE") && !name.starts_with("sqlite_"))
        .map(|(name, _)| name)
        .filter(|name| {
            let count = format!("SELECT count(*) FROM {name}");
            let rows: i64 = conn
                .query_row(&count, [], |row| row.get(0))
                .expect("a count");
            rows == 0
        })
        .collect();
    assert_eq!(empty, Vec::<String>::new());
}

#[test]
fn an_older_file_is_backed_up_before_it_is_brought_up_to_date() {
    let home = tempfile::tempdir().expect("a folder");
    let copy = home.path().join("copy.senco");
    std::fs::copy(folder().join("0001.senco"), &copy).expect("a copy");
    let shelves = home.path().join("backups");
    let sealed = Sealed::inspect(&copy, now()).expect("a caseload");
    let conn = open::open_backed_up(&sealed, &seed(), None, &shelves, now());
    let store = Store::unsealed(sealed, conn.expect("a file that opens"), &seed());
    let (backups, _) = Shelf::all(&shelves).remove(0).backups();
    assert_eq!(backups.len(), 1);
    let manifest = &backups[0].manifest;
    assert_eq!(
        (manifest.why, manifest.contents.schema),
        (Why::BeforeUpgrade, 1001)
    );
    // And it comes back, to be brought up to date again.
    let restored = home.path().join("restored.senco");
    let restore = Restore::prepare(&backups[0], &seed(), &restored).expect("a good backup");
    let place = Reserved::take(&restored, now()).expect("a place");
    let (sealed, _) = restore
        .carry_out(place, KeptAs::BeforeRestore, now())
        .expect("a restore");
    let conn = open::open_sealed(&sealed, &seed(), None).expect("a file that opens");
    let again = Store::unsealed(sealed, conn, &seed());
    assert_eq!(
        again.load().expect("a register"),
        store.load().expect("a register")
    );
}
