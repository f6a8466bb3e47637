//! Promises 59 and 60: a file made to hurt the program is refused, and the program that shows it grows by next to nothing.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use caseload::app::{Watch, open_list};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::random::Random;
use super::{Promise, Size, Tally, scratch};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 59,
        words: "a list that was tampered with hurts nothing",
        tries: tampered,
    },
    Promise {
        number: 60,
        words: "bombs are refused",
        tries: bombs,
    },
];

/// How long a refusal may take, with some more for a machine that is busy with the other promises.
const SOON: Duration = Duration::from_secs(10);
/// The most that the program which shows the list may grow by.
const GROWTH: u64 = 20 << 10;
/// What a program that shows a harmless list takes is looked at this often.
const GLANCE: Duration = Duration::from_millis(4);

const ROOT: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const PARTS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
const SHEET: &str = r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#;
const STRINGS: &str = r#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#;

/// A workbook with this sheet and these shared strings, each a beginning, a part that is repeated, and an end.
fn workbook(sheet: (&str, &str, usize), strings: (&str, &str, usize)) -> Vec<u8> {
    let mut book = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_level(Some(1));
    let mut part = |name: &str, (start, repeated, times): (&str, &str, usize), end: &str| {
        book.start_file(name, options).expect("a part");
        book.write_all(start.as_bytes()).expect("memory");
        let many = repeated.repeat(1 + (1 << 16) / repeated.len().max(1));
        let mut left = repeated.len() * times;
        while left > 0 {
            let now = left.min(many.len());
            book.write_all(&many.as_bytes()[..now]).expect("memory");
            left -= now;
        }
        book.write_all(end.as_bytes()).expect("memory");
    };
    part("_rels/.rels", (ROOT, "", 0), "");
    part("xl/workbook.xml", (BOOK, "", 0), "");
    part("xl/_rels/workbook.xml.rels", (PARTS, "", 0), "");
    part(
        "xl/worksheets/sheet1.xml",
        sheet,
        "</sheetData></worksheet>",
    );
    part("xl/sharedStrings.xml", strings, "</sst>");
    book.finish().expect("an archive").into_inner()
}

/// A workbook with one row of cells.
fn row(cells: &str) -> Vec<u8> {
    workbook((SHEET, &format!("<row>{cells}</row>"), 1), (STRINGS, "", 0))
}

fn archive_of(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive
        .start_file(name, SimpleFileOptions::default())
        .and_then(|()| Ok(archive.write_all(bytes)?))
        .expect("memory");
    archive.finish().expect("an archive").into_inner()
}

/// The sizes that an archive declares, made small.
fn lying(mut archive: Vec<u8>) -> Vec<u8> {
    for place in 0..archive.len() - 30 {
        let size_at = match &archive[place..place + 4] {
            b"PK\x01\x02" => 24,
            b"PK\x03\x04" => 22,
            _ => continue,
        };
        archive[place + size_at..place + size_at + 4].copy_from_slice(&4096u32.to_le_bytes());
    }
    archive
}

/// The files, with what each is.
fn files() -> Vec<(&'static str, Vec<u8>)> {
    let megabyte = 1 << 20;
    let column = |number: usize| {
        let mut letters = Vec::new();
        let mut left = number;
        while left > 0 {
            letters.insert(0, b'A' + ((left - 1) % 26) as u8);
            left = (left - 1) / 26;
        }
        String::from_utf8(letters).expect("letters")
    };
    let cell = |at: &str| format!(r#"<c r="{at}" t="inlineStr"><is><t>x</t></is></c>"#);
    let wide: String = (1..=16_384)
        .map(|n| cell(&format!("{}1", column(n))))
        .collect();
    let huge_cell = format!(r#"{SHEET}<row><c r="A1" t="inlineStr"><is><t>"#);
    let entities = format!(
        r#"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "{}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row><c r="A1" t="inlineStr"><is><t>{}"#,
        "a".repeat(10_000),
        "&b;".repeat(10_000)
    );
    let unpacked = workbook((&huge_cell, "a", 512 * megabyte), (STRINGS, "", 0));
    let mut old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    old.resize(512, 0);
    old[26..28].copy_from_slice(&[3, 0]);
    old[30..34].copy_from_slice(&[9, 0, 6, 0]);
    old[44..48].copy_from_slice(&u32::MAX.to_le_bytes());
    old[64..68].copy_from_slice(&u32::MAX.to_le_bytes());
    old[72..76].copy_from_slice(&u32::MAX.to_le_bytes());
    vec![
        ("a sheet whose sizes lie", lying(unpacked.clone())),
        ("a sheet of 512 MB", unpacked),
        (
            "shared strings of 390 MB",
            workbook(
                (SHEET, "", 0),
                (
                    STRINGS,
                    "<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>",
                    390 * megabyte / 64,
                ),
            ),
        ),
        ("16,384 columns", row(&wide)),
        ("a cell in the last corner", row(&cell("XFD1048576"))),
        (
            "a cell beyond the last corner",
            row(&cell("ZZZZZ4294967295")),
        ),
        (
            "entities of entities",
            workbook((&entities, "", 0), (STRINGS, "", 0)),
        ),
        (
            "an archive in an archive",
            archive_of("a.zip", &archive_of("b.zip", &vec![0; 40 * megabyte])),
        ),
        ("an old workbook of 137 GB", old),
        ("a million columns", "x,".repeat(megabyte).into_bytes()),
        ("fifty million blank lines", vec![b'\n'; 50 * megabyte]),
        (
            "a quotation of 50 MB",
            [b"\"".to_vec(), vec![b'a'; 50 * megabyte - 1]].concat(),
        ),
        ("quotation marks", vec![b'"'; 50 * megabyte]),
        ("a million lines", "a,b\n".repeat(megabyte).into_bytes()),
    ]
}

fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_caseload"))
}

/// Has the real program look at a list: what it says, and the most memory it had, in kB.
fn looked_at(path: &Path, home: &Path) -> Result<(String, u64), String> {
    let began = Instant::now();
    let mut child = Command::new(program())
        .args(["--passphrase-file", "/dev/null", "--file"])
        .arg(home.join("none.senco"))
        .arg("import")
        .arg(path)
        .env("HOME", home)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut most = 0;
    while child
        .try_wait()
        .map_err(|error| error.to_string())?
        .is_none()
    {
        let words = fs::read_to_string(&status).unwrap_or_default();
        let peak = words.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse().ok());
        most = most.max(peak.unwrap_or(0));
        if began.elapsed() > SOON {
            let _ = child.kill();
            return Err(format!("it took longer than {} s", SOON.as_secs()));
        }
        std::thread::sleep(GLANCE);
    }
    let output = child
        .wait_with_output()
        .map_err(|error| error.to_string())?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    match output.status.code() {
        Some(1) => Ok((said, most)),
        code => Err(format!("it ended with {code:?}: {said}")),
    }
}

fn bombs(_: Size) -> Tally {
    let folder = scratch::folder();
    let mut tally = Tally::default();
    let path = folder.path().join("list.csv");
    fs::write(&path, "nothing that is known\n").expect("a list");
    let (_, harmless) = looked_at(&path, folder.path()).expect("a list that is refused");
    let mut most = 0;
    let mut look = |what: &str| {
        let refused = looked_at(&path, folder.path()).and_then(|(said, peak)| {
            let growth = peak.saturating_sub(harmless);
            most = most.max(growth);
            if growth > GROWTH {
                return Err(format!("the program grew by {growth} kB"));
            }
            match said.contains("list.csv: ") {
                true => Ok(()),
                false => Err(said),
            }
        });
        tally.count(refused.map_err(|why| format!("{what}: {why}")));
    };
    for (what, bytes) in files() {
        fs::write(&path, bytes).expect("room for a bomb");
        look(what);
    }
    let file = fs::File::create(&path).expect("a file");
    file.set_len(10 << 30).expect("a file with a hole");
    look("10 GB of nothing");
    tally.remarking(format!("the program grew by {most} kB at most"))
}

fn tampered(size: Size) -> Tally {
    let folder = scratch::folder();
    let path = folder.path().join("list");
    let mut random = Random::of(0x59);
    let mut tally = Tally::default();
    let cells: String = ["Surname", "Forename", "DOB", "Class", "SEN status"]
        .iter()
        .zip(["A1", "B1", "C1", "D1", "E1"])
        .map(|(words, at)| format!(r#"<c r="{at}" t="inlineStr"><is><t>{words}</t></is></c>"#))
        .collect();
    let pupil: String = (2..60)
        .map(|n| {
            format!(
                r#"<row r="{n}"><c r="A{n}" t="s"><v>0</v></c><c r="C{n}"><v>43145</v></c></row>"#
            )
        })
        .collect();
    let sheet = format!(r#"{SHEET}<row r="1">{cells}</row>{pupil}"#);
    let seeds = [
        workbook((&sheet, "", 0), (STRINGS, "<si><t>Adams</t></si>", 1)),
        include_bytes!("../samples/arbor-sen-report.csv").to_vec(),
        include_bytes!("../samples/sims-sen-list-cp1252.csv").to_vec(),
        include_bytes!("../samples/senco-own-register.csv").to_vec(),
    ];
    let mut read = 0;
    for case in 0..size.of(60, 1_200, 12_000) {
        let mut bytes = seeds[case % seeds.len()].clone();
        match case / seeds.len() % 3 {
            0 => {
                for _ in 0..1 + random.below(8) {
                    let place = random.below(bytes.len() as u64) as usize;
                    bytes[place] = random.below(256) as u8;
                }
            }
            1 => bytes.truncate(random.below(bytes.len() as u64) as usize),
            _ => {
                let magic = [&b"PK\x03\x04"[..], b"\xd0\xcf\x11\xe0", b"\xff\xfe", b""];
                let start = magic[random.below(4) as usize];
                bytes = start.to_vec();
                bytes.extend((0..random.below(4_000)).map(|_| random.below(256) as u8));
            }
        }
        fs::write(&path, &bytes).expect("a list");
        let began = Instant::now();
        let opened = open_list(program(), &path, &Watch::default());
        let took = began.elapsed();
        read += usize::from(opened.is_ok());
        tally.count(match took > SOON {
            true => Err(format!("case {case} took {} s", took.as_secs())),
            false => Ok(()),
        });
        if let Ok((_, table)) = opened {
            let wanted = caseload::import::Wanted::default();
            let today = "2026-11-23".parse().expect("a day");
            tally.attempt(format!("case {case}"), || {
                let _ = caseload::import::read_table(&table, &wanted, today);
            });
        }
    }
    tally.remarking(format!("{read} were read all the same"))
}
