//! The lists that schools really get, read whole: every pupil, every value, every line.

use std::collections::BTreeMap;

use caseload::domain::{NcYear, Sex, Status};
use caseload::import::{
    Delimiter, Encoding, Field, ImportFile, Incoming, ParentTold, Unreadable, read,
};
use chrono::NaiveDate;
use proptest::prelude::*;

const ARBOR: &[u8] = include_bytes!("../samples/arbor-sen-report.csv");
const SIMS: &[u8] = include_bytes!("../samples/sims-sen-list-cp1252.csv");
const OWN: &[u8] = include_bytes!("../samples/senco-own-register.csv");
const GENERATED: &[u8] = include_bytes!("../samples/generated-60.csv");

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn reading(bytes: &[u8]) -> ImportFile {
    let file = read(bytes, date(2026, 11, 20)).unwrap();
    let merged: usize = file.pupils.iter().map(|pupil| pupil.lines.len()).sum();
    assert_eq!(
        file.lines_read,
        merged + file.skipped.len(),
        "a line is not accounted for"
    );
    file
}

fn find<'a>(file: &'a ImportFile, forename: &str) -> &'a Incoming {
    file.pupils
        .iter()
        .find(|pupil| pupil.forename.as_deref() == Some(forename))
        .unwrap()
}

fn needs(pupil: &Incoming) -> Vec<&str> {
    pupil.needs.iter().map(|code| code.as_str()).collect()
}

/// E, K, watching, N that is not watched.
fn counts(file: &ImportFile) -> [usize; 4] {
    let count =
        |wanted: fn(&Incoming) -> bool| file.pupils.iter().filter(|pupil| wanted(pupil)).count();
    [
        count(|pupil| pupil.status == Some(Status::E)),
        count(|pupil| pupil.status == Some(Status::K)),
        count(|pupil| pupil.watching),
        count(|pupil| pupil.status == Some(Status::N) && !pupil.watching),
    ]
}

fn held(file: &ImportFile) -> Vec<&str> {
    file.pupils
        .iter()
        .flat_map(|pupil| &pupil.held)
        .map(String::as_str)
        .collect()
}

#[test]
fn arbor_writes_a_line_for_each_need() {
    let file = reading(ARBOR);
    assert_eq!(
        (file.encoding, file.delimiter, file.heading_line),
        (Some(Encoding::Utf8), Some(Delimiter::Comma), 1)
    );
    assert_eq!(
        (file.lines_read, file.pupils.len(), file.skipped.len()),
        (16, 12, 0)
    );
    assert_eq!(counts(&file), [4, 7, 1, 0]);
    assert_eq!(held(&file), [""; 0]);
    assert_eq!(
        (
            file.broken.as_deref(),
            file.left_out.len(),
            file.unknown().count(),
            file.notices.len()
        ),
        (None, 0, 0, 0)
    );

    let amarachi = &file.pupils[0];
    assert_eq!(amarachi.lines, [2, 3]);
    assert_eq!(amarachi.upn.as_deref(), Some("L999400122101"));
    assert_eq!(
        (amarachi.surname.as_deref(), amarachi.forename.as_deref()),
        (Some("Okonkwo-Reyes"), Some("Amarachi"))
    );
    assert_eq!(
        (amarachi.dob, amarachi.year, amarachi.class.as_deref()),
        (Some(date(2018, 2, 14)), Some(NcYear::Y4), Some("4H"))
    );
    assert_eq!(
        (amarachi.status, amarachi.watching),
        (Some(Status::E), false)
    );
    assert_eq!(needs(amarachi), ["ASD", "SLCN"]);
    assert_eq!(amarachi.funded_minutes, Some(900));
    assert_eq!(amarachi.notices, [""; 0]);

    let etienne = find(&file, "Étienne");
    assert_eq!(
        (etienne.status, etienne.watching, needs(etienne)),
        (Some(Status::N), true, vec![])
    );
    assert_eq!(etienne.surname.as_deref(), Some("de la Croix"));
    let sagal = find(&file, "Sagal");
    assert_eq!((sagal.upn.as_deref(), sagal.year), (None, Some(NcYear::N2)));
    assert_eq!(needs(find(&file, "Jo")), ["NSA"]);
    assert_eq!(find(&file, "Li Wei").funded_minutes, Some(1530));
}

#[test]
fn sims_saved_by_excel_in_windows_1252() {
    let file = reading(SIMS);
    assert_eq!(
        (file.encoding, file.delimiter, file.heading_line),
        (Some(Encoding::Windows1252), Some(Delimiter::Comma), 1)
    );
    assert_eq!(
        (file.lines_read, file.pupils.len(), file.skipped.len()),
        (13, 13, 0)
    );
    assert_eq!(counts(&file), [4, 7, 0, 2]);
    assert_eq!(held(&file), [""; 0]);

    let amarachi = find(&file, "Amarachi");
    assert_eq!(
        (amarachi.adno.as_deref(), amarachi.preferred.as_deref()),
        (Some("001207"), Some("Ama"))
    );
    assert_eq!(
        (amarachi.dob, amarachi.status_since),
        (Some(date(2018, 2, 14)), Some(date(2023, 5, 22)))
    );
    assert_eq!(
        (amarachi.sex, amarachi.year),
        (Some(Sex::F), Some(NcYear::Y4))
    );
    assert_eq!(needs(amarachi), ["ASD", "SLCN"]);
    let flags = amarachi.flags;
    assert_eq!(
        (flags.pp, flags.fsm, flags.eal, flags.cla),
        (Some(true), None, Some(true), Some(false))
    );
    let caoimhe = find(&file, "Caoimhe");
    assert_eq!(
        (caoimhe.surname.as_deref(), caoimhe.preferred.as_deref()),
        (Some("O’Dwyer"), None)
    );
    assert_eq!(find(&file, "Tobias").flags.cla, Some(true));
    assert_eq!(
        find(&file, "Tobias").flags.pp,
        None,
        "a blank cell says nothing"
    );
    assert_eq!(find(&file, "Zoë").year, Some(NcYear::R));

    let notices: Vec<&str> = file
        .pupils
        .iter()
        .flat_map(|pupil| &pupil.notices)
        .map(String::as_str)
        .collect();
    let expected = [
        "Brânz?nescu: a letter was lost when the file was saved.",
        "?ucja: a letter was lost when the file was saved.",
        "Year 3 does not go with the date of birth, which makes it Year 4.",
    ];
    assert_eq!(notices, expected);
}

#[test]
fn a_sencos_own_register() {
    let file = reading(OWN);
    assert_eq!(
        (file.encoding, file.delimiter, file.heading_line),
        (Some(Encoding::Windows1252), Some(Delimiter::Comma), 4)
    );
    assert_eq!(
        (file.lines_read, file.pupils.len(), file.skipped.len()),
        (24, 12, 12)
    );
    assert_eq!(counts(&file), [4, 7, 1, 0]);
    assert_eq!(held(&file), [""; 0]);
    let reasons: Vec<&str> = file
        .skipped
        .iter()
        .map(|skipped| skipped.reason.as_str())
        .collect();
    let expected = [
        "above the headings: \"SEND REGISTER - AUTUMN 2026\"",
        "above the headings: \"CONFIDENTIAL – do not print. Updated 09/...\"",
        "blank",
        "not a pupil: \"NURSERY & RECEPTION\"",
        "not a pupil: \"YEAR 1\"",
        "not a pupil: \"YEAR 2\"",
        "not a pupil: \"YEAR 3\"",
        "not a pupil: \"YEAR 4\"",
        "not a pupil: \"YEAR 5\"",
        "not a pupil: \"YEAR 6\"",
        "blank",
        "a total: \"Total\"",
    ];
    assert_eq!(reasons, expected);

    let sagal = find(&file, "Sagal");
    assert_eq!(
        (sagal.surname.as_deref(), sagal.surname_is_initial()),
        (Some("A"), true)
    );
    assert_eq!(
        (sagal.dob, sagal.class.as_deref(), sagal.year),
        (Some(date(2022, 11, 5)), Some("NA"), None)
    );
    assert_eq!(
        (sagal.next_review, sagal.note("Next review")),
        (None, Some("w/c 7 Dec"))
    );
    assert_eq!(sagal.unread, [(Field::NextReview, "w/c 7 Dec".to_owned())]);
    assert_eq!(
        sagal.note("Other needs / diagnosis"),
        Some("?ASD – on pathway")
    );
    assert_eq!(sagal.note("Outside agencies"), Some("SaLT (Priya), HV"));
    assert_eq!(
        (needs(sagal), sagal.parent_told),
        (vec!["SLCN"], Some(ParentTold::Yes))
    );

    let zoe = find(&file, "Zoë");
    assert_eq!(
        (zoe.status, zoe.next_review),
        (Some(Status::K), Some(date(2026, 12, 10)))
    );
    assert_eq!(
        zoe.note("Notes"),
        Some("Batteries in RW cupboard.\nMum prefers text, not calls.")
    );

    let maggie = find(&file, "Maggie");
    assert_eq!(
        (maggie.top_up, maggie.next_review, maggie.year),
        (Some(625_000), Some(date(2027, 3, 3)), Some(NcYear::Y1))
    );
    assert_eq!(
        (maggie.note("Next review"), needs(maggie)),
        (Some("AR due 3/3/27"), vec!["DS", "SLCN"])
    );

    let etienne = find(&file, "Etienne");
    assert_eq!(
        (etienne.surname.as_deref(), etienne.status, etienne.watching),
        (Some("de la Croix"), Some(Status::N), true)
    );
    assert_eq!(
        (etienne.parent_told, etienne.note("Parents informed?")),
        (None, Some("not yet"))
    );
    assert_eq!(
        (etienne.next_review, etienne.note("Next review")),
        (None, Some("Jan"))
    );

    let ilinca = find(&file, "Ilinca");
    assert_eq!(
        (ilinca.dob, ilinca.next_review),
        (Some(date(2020, 3, 8)), Some(date(2026, 12, 14)))
    );
    assert_eq!(
        (ilinca.flags.eal, ilinca.language.as_deref()),
        (Some(true), Some("Romanian"))
    );
    assert!(
        ilinca.notices.iter().any(
            |notice| notice == "Ilinca Brânz?nescu: a letter was lost when the file was saved."
        )
    );

    assert_eq!(find(&file, "Arlo").note("Child"), Some("twin"));
    let ama = find(&file, "Ama");
    assert_eq!(
        (needs(ama), ama.note("Other needs / diagnosis")),
        (vec!["ASD", "SLCN"], Some("SLCN, (query ADHD)"))
    );
    let jory = find(&file, "Jory");
    assert_eq!(
        (jory.status, jory.note("Stage (M / K / EHCP)")),
        (Some(Status::K), Some("K / EHCNA requested 2/11"))
    );
    let li_wei = find(&file, "Li Wei");
    assert_eq!(
        (li_wei.surname.as_deref(), li_wei.next_review),
        (Some("Ng"), Some(date(2026, 2, 1)))
    );
    let jo = find(&file, "Jo");
    assert_eq!(
        (jo.surname.as_deref(), jo.sex),
        (Some("Smith"), Some(Sex::F))
    );
    assert_eq!(
        (needs(jo), jo.note("Primary need"), jo.parent_told),
        (vec![], Some("not sure yet"), None)
    );
    let top_ups: i64 = file.pupils.iter().filter_map(|pupil| pupil.top_up).sum();
    assert_eq!(top_ups, 3_174_550, "the register's own total");
}

#[test]
fn a_list_with_faults_of_every_kind() {
    let file = reading(GENERATED);
    assert_eq!(
        (
            file.encoding,
            file.lines_read,
            file.pupils.len(),
            file.skipped.len()
        ),
        (Some(Encoding::Utf8Marked), 60, 60, 0)
    );
    assert_eq!(file.left_out, ["Middle names"]);
    assert_eq!(counts(&file), [15, 45, 0, 0]);
    let by_line: BTreeMap<u32, &Incoming> = file
        .pupils
        .iter()
        .map(|pupil| (pupil.lines[0], pupil))
        .collect();
    // The lines that the generator damaged: "spaces" on 13, "check letter" on 14 and 42, "other date" on 17, 23 and 59,
    // "repeated upn" on 40, "unknown need" on 57, "status word" on 60.
    assert_eq!(by_line[&13].surname.as_deref(), Some("Asante"));
    for line in [14, 42] {
        assert!(
            by_line[&line]
                .notices
                .iter()
                .any(|notice| notice.contains("first letter should be")),
            "line {line}"
        );
    }
    assert_eq!(by_line[&17].dob, Some(date(2021, 2, 4)));
    assert_eq!(by_line[&23].dob, Some(date(2019, 7, 12)));
    assert_eq!(by_line[&59].dob, Some(date(2016, 2, 17)));
    assert_eq!(
        held(&file),
        ["Lines 39 and 40 have the same UPN. Is it one child?"; 2]
    );
    assert_eq!(
        (needs(by_line[&57]), by_line[&57].note("Primary need")),
        (vec![], Some("ADHD"))
    );
    assert_eq!(by_line[&60].status, Some(Status::K));
    let warned = file
        .pupils
        .iter()
        .filter(|pupil| !pupil.notices.is_empty())
        .map(|pupil| pupil.lines[0]);
    assert_eq!(warned.collect::<Vec<_>>(), [14, 42, 57]);
}

#[test]
fn the_same_list_in_every_wrapping() {
    let plain = reading(OWN);
    let text: String = OWN
        .iter()
        .map(|&byte| match byte {
            0x92 => '’',
            0x96 => '–',
            other => char::from(other),
        })
        .collect();
    let semicolons = {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .flexible(true)
            .from_writer(Vec::new());
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        reader
            .records()
            .for_each(|row| writer.write_record(&row.unwrap()).unwrap());
        String::from_utf8(writer.into_inner().unwrap()).unwrap()
    };
    let utf_16 = |text: &str| {
        format!("\u{feff}{text}")
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    };
    let wrappings = [
        text.clone().into_bytes(),
        format!("\u{feff}{text}").into_bytes(),
        text.replace("\r\n", "\n").into_bytes(),
        text.replace("\r\n", "\r").into_bytes(),
        format!("sep=;\r\n{semicolons}").into_bytes(),
        semicolons.clone().into_bytes(),
        utf_16(&text),
    ];
    for wrapping in wrappings {
        let file = reading(&wrapping);
        let without_lines = |file: &ImportFile| {
            file.pupils
                .iter()
                .cloned()
                .map(|pupil| Incoming {
                    lines: vec![],
                    ..pupil
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(without_lines(&file), without_lines(&plain));
    }
}

#[test]
fn columns_that_are_nobodys_business_are_named_and_not_kept() {
    let text = "Surname,Forename,DOB,Password,Email,Ethnicity,House,Emergency\nAdams,Ava,14/02/2018,hunter2,a@b.uk,WBRI,Red,07700 900123\n";
    let file = reading(text.as_bytes());
    assert_eq!(
        file.left_out,
        ["Password", "Email", "Ethnicity", "Emergency"]
    );
    let unknown: Vec<_> = file.unknown().collect();
    assert_eq!(unknown.len(), 1);
    assert_eq!(
        (unknown[0].heading.as_str(), unknown[0].filled),
        ("House", 1)
    );
    let all = format!("{file:?}");
    for secret in ["hunter2", "a@b.uk", "WBRI", "07700"] {
        assert!(!all.contains(secret), "{secret} was kept");
    }
}

#[test]
fn what_contradicts_itself_is_held() {
    let heading = "UPN,Surname,Forename,DOB,Class,SEN status,SEN status,Need,Rank\n";
    let held_for = |rows: &str| {
        reading(format!("{heading}{rows}").as_bytes())
            .pupils
            .iter()
            .map(|pupil| pupil.held.len())
            .collect::<Vec<_>>()
    };
    assert_eq!(held_for(",Adams,Ava,14/02/2018,4H,SEN Support,K,,\n"), [0]);
    assert_eq!(held_for(",Adams,Ava,14/02/2018,4H,School Action,,,\n"), [1]);
    assert_eq!(held_for(",Adams,Ava,14/02/2018,4H,Statement,E,,\n"), [1]);
    assert_eq!(held_for(",Adams,Ava,14/02/2018,4H,SEN Support,E,,\n"), [1]);
    assert_eq!(
        held_for(
            "L999400122101,Adams,Ava,14/02/2018,4H,K,,MLD,1\nL999400122101,Adams,Ava,14/02/2018,4H,E,,SLCN,2\n"
        ),
        [1]
    );
    assert_eq!(
        held_for(
            "L999400122101,Adams,Ava,14/02/2018,4H,K,,,\nL999400122101,Bell,Ben,15/02/2018,4H,K,,,\n"
        ),
        [1, 1]
    );
    assert_eq!(
        held_for(",Adams,Ava,,4H,K,,,\n,Adams,Ava,,4H,K,,,\n"),
        [1, 1],
        "names alone never merge"
    );
    assert_eq!(
        held_for(",Adams,Ava,,4H,K,,,\n,Adams,Ava,,5K,K,,,\n"),
        [0, 0]
    );
    assert_eq!(
        held_for(",\"Adams\",Ava,,,,,,\n,Bell Ben,,,,,,,\n"),
        [0, 1],
        "nothing but a name"
    );
}

#[test]
fn further_lines_of_a_child_are_joined() {
    let text = "Name,DOB,SEN status,Need,Rank,Notes\n\"Adams, Ava\",14/02/2018,K,Moderate Learning Difficulty,2,first\n,,,SLCN,1,second\n\nBen Bell,15/02/2018,K,,,\n,,,,,stray\n,,K,,,\n";
    let file = reading(text.as_bytes());
    assert_eq!(file.pupils.len(), 2);
    assert_eq!(
        (file.pupils[0].lines.as_slice(), needs(&file.pupils[0])),
        (&[2, 3][..], vec!["SLCN", "MLD"])
    );
    assert_eq!(file.pupils[0].note("Notes"), Some("first\nsecond"));
    assert_eq!(file.pupils[1].note("Notes"), Some("stray"));
    assert_eq!(
        file.skipped
            .iter()
            .map(|skipped| skipped.line)
            .collect::<Vec<_>>(),
        [4, 7]
    );
}

#[test]
fn a_file_that_breaks_off_says_where() {
    let cut = &ARBOR[..1_000];
    let file = reading(cut);
    assert!(
        file.broken
            .as_deref()
            .unwrap()
            .starts_with("The file breaks off on line "),
        "{:?}",
        file.broken
    );
    let open = reading(b"Name,DOB,Notes\nAva Adams,14/02/2018,\"a note\nBen Bell,15/02/2018,x\n");
    assert_eq!(
        open.broken.as_deref(),
        Some(
            "The file breaks off on line 2: a quotation mark opens before \"a note Ben Bell,15/02/2018,x\" and never closes. Export it again."
        )
    );
    assert_eq!((open.pupils.len(), open.skipped.len()), (0, 1));
    assert_eq!(
        reading(b"Name,DOB,Class\nAva Adams,14/02/2018,4H").broken,
        None,
        "no line end at the end is no fault"
    );
}

#[test]
fn files_of_other_kinds_are_refused() {
    let today = date(2026, 11, 20);
    assert_eq!(read(b"", today), Err(Unreadable::Empty));
    assert_eq!(read(b"\r\n\r\n", today), Err(Unreadable::Empty));
    let Err(Unreadable::NoHeading { columns }) = read(b"Adams,Ava,14/02/2018\n", today) else {
        panic!("a line of data was taken for headings");
    };
    let samples: Vec<_> = columns.iter().flat_map(|column| &column.samples).collect();
    assert_eq!(samples, ["Adams", "Ava", "14/02/2018"]);
    assert_eq!(
        read(b"PK\x03\x04xl/workbook.xml", today),
        Err(Unreadable::Damaged)
    );
    for megabytes in [51, 75] {
        let words = read(&vec![b' '; megabytes << 20], today)
            .unwrap_err()
            .to_string();
        assert!(words.contains("more than 50 MB"), "{words}");
    }
    let many = format!("Name,DOB\n{}", "x\n".repeat(200_001));
    assert_eq!(
        read(many.as_bytes(), today),
        Err(Unreadable::TooManyLines { limit: 200_000 })
    );
    let wide = format!("Name,DOB{}\n", ",x".repeat(500));
    assert!(matches!(
        read(wide.as_bytes(), today),
        Err(Unreadable::TooManyColumns { line: 1, .. })
    ));
    let blank_end = format!(
        "Name,DOB\nAva Adams,14/02/2018\n{}",
        ",,,,\n".repeat(300_000)
    );
    assert_eq!(
        reading(blank_end.as_bytes()).lines_read,
        1,
        "a spreadsheet's blank rows at the end are no lines"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes, date(2026, 11, 20));
    }

    #[test]
    fn any_rows_under_a_heading_are_accounted_for(rows in "(\\PC|[,\"\n;EKN0-9/]){0,200}") {
        reading(format!("UPN,Name,DOB,Year,SEN status,Need,Top up,Funded hours,Next review,Parents informed\n{rows}").as_bytes());
    }

    #[test]
    fn a_damaged_sample_is_accounted_for(place in 0..OWN.len(), byte in any::<u8>(), end in 0..OWN.len()) {
        let mut bytes = OWN.to_vec();
        bytes[place] = byte;
        bytes.truncate(end.max(1));
        if let Ok(file) = read(&bytes, date(2026, 11, 20)) {
            let merged: usize = file.pupils.iter().map(|pupil| pupil.lines.len()).sum();
            prop_assert_eq!(file.lines_read, merged + file.skipped.len());
        }
    }
}
