//! Faults in what the program is given: lists, standard input, passphrases, words that fit two pupils.

use super::dressed;
use super::run::Desk;
use crate::{Size, Tally};

/// What is written to `caseload record`.
const WRITTEN: [&str; 28] = [
    "@NAME",
    "{\"@NAME",
    "{\"@NAME\": \"@NOTE\"}",
    "[\"@NAME\"]",
    "\"@NAME\"",
    "{\"kind\": \"@NAME\"}",
    "{\"kind\": \"note\", \"@NAME\": 1}",
    "{\"kind\": \"note\", \"pupil\": \"100\", \"on\": \"@NAME\", \"note_kind\": \"observation\", \"text\": \"@NOTE\"}",
    "{\"kind\": \"note\", \"pupil\": \"100\", \"on\": \"2026-11-20\", \"note_kind\": \"@NOTE\", \"text\": \"@NOTE\"}",
    "{\"kind\": \"note\", \"pupil\": \"100\", \"on\": \"2026-11-20\", \"note_kind\": \"observation\", \"text\": [\"@NOTE\"]}",
    "{\"kind\": \"note\", \"pupil\": \"@NAME @NAME\", \"on\": \"2026-11-20\", \"note_kind\": \"observation\", \"text\": \"@NOTE\"}",
    "{\"kind\": \"note\", \"pupil\": \"@LISTED\", \"on\": \"2026-11-20\", \"note_kind\": \"observation\", \"text\": \"@NOTE\"}",
    "{\"kind\": \"note\", \"pupil\": \"Adam\", \"on\": \"2026-11-20\", \"note_kind\": \"observation\", \"text\": \"@NOTE\"}",
    "{\"kind\": \"note\", \"pupil\": \"100\", \"on\": \"2031-11-20\", \"note_kind\": \"observation\", \"text\": \"@NOTE\"}",
    "{\"kind\": \"note\", \"pupil\": \"100\", \"on\": \"2026-11-20\", \"note_kind\": \"observation\", \"text\": \"\", \"said_by\": \"@NAME\"}",
    "{\"kind\": \"session\", \"intervention\": \"@NAME\", \"on\": \"2026-11-20\"}",
    "{\"kind\": \"session\", \"intervention\": \"@NAME\", \"on\": \"2026-11-20\", \"at\": \"@NOTE\"}",
    "{\"kind\": \"session\", \"intervention\": \"@NAME\", \"on\": \"2026-11-20\", \"marks\": {\"@NAME\": \"@NOTE\"}}",
    "{\"kind\": \"session\", \"intervention\": \"301\", \"on\": \"2026-11-20\", \"marks\": {\"101\": \"there\"}, \"note\": \"@NOTE\"}",
    "{\"kind\": \"session\", \"intervention\": \"301\", \"on\": \"2026-11-20\", \"marks\": {\"@NAME\": \"there\"}}",
    "{\"kind\": \"measure\", \"pupil\": \"100\", \"on\": \"2026-11-20\", \"instrument\": \"@NAME\", \"value\": \"@NOTE\"}",
    "{\"kind\": \"measure\", \"pupil\": \"100\", \"on\": \"2026-11-20\", \"instrument\": \"\", \"value\": 1e999}",
    "{\"kind\": \"measure\", \"pupil\": \"100\", \"on\": \"2026-11-20\", \"instrument\": \"@NAME\", \"value\": 1, \"target\": \"@NOTE\"}",
    "{\"kind\": \"ehc\", \"pupil\": \"100\", \"event\": \"@NAME\", \"on\": \"2026-11-20\"}",
    "{\"kind\": \"ehc\", \"pupil\": \"101\", \"event\": \"plan\", \"on\": \"2036-11-20\", \"note\": \"@NOTE\"}",
    "{\"kind\": \"review\", \"pupil\": \"101\", \"review_kind\": \"annual\", \"on\": \"2026-11-22\", \"at\": \"@NOTE\", \"who\": [\"@NAME\"]}",
    "{\"kind\": \"review\", \"pupil\": \"101\", \"review_kind\": \"annual\", \"on\": \"1026-11-22\", \"room\": \"@NOTE\", \"who\": [\"@NAME\"]}",
    "@NOTE \u{1}\u{0}",
];

/// What is in a school's list.
const LISTS: [&str; 18] = [
    "",
    "@LISTED",
    "@LISTED,@NAME,@NOTE\n",
    "\"@LISTED",
    "Name\n\"@LISTED, Amy",
    "Name,Year group\n\"@LISTED, Amy\",Year @LISTED,@LISTED,@LISTED\n",
    "Name,DOB\n\"@LISTED, Amy\",@LISTED\n\"@NAME, Adam\",2026-02-31\n",
    "Name,Name,Name\n@LISTED,@LISTED,@LISTED\n",
    "UPN,Surname,Forename\nH801200001001,@LISTED,Amy\nH801200001001,@NAME,Bob\n",
    "UPN,Surname,Forename\n@LISTED,@LISTED,Amy\n",
    "Surname,Forename,SEN status,@LISTED\n@LISTED,Amy,@NOTE,@NOTE\n",
    "%PDF-1.7 @LISTED",
    "PK\u{3}\u{4}xl/worksheets @LISTED",
    "<html><body>@LISTED</body></html>",
    "{\"pupils\": [{\"name\": \"@LISTED\"}]}",
    "Name\n\u{0}\u{0}@LISTED\u{0}\n",
    "Surname,Forename\n@LISTED\n@LISTED,Amy,Year 4,K,x,y,z\n,,,,\n",
    "Name\n=HYPERLINK(\"@LISTED\")\n\u{1b}]52;c;@LISTED\u{7}\n",
];

/// What is typed; what is in the files it names holds markers.
const TYPED: [&[&str]; 20] = [
    &["brief", "Adam"],
    &["brief", "Adam", "--json"],
    &["log", "Adam"],
    &["log", "Adam", "--json"],
    &["brief", "nobody"],
    &["brief", "nobody", "--json"],
    &["list", "--passphrase-file", "{}/wrong"],
    &["list", "--passphrase-file", "{}/listed"],
    &["list", "--passphrase-file", "{}/missing"],
    &["list", "--passphrase-file", "{}"],
    &["list", "--passphrase-file", "{}/marked.senco"],
    &[
        "new",
        "--file",
        "{}/new.senco",
        "--passphrase-file",
        "{}/listed",
    ],
    &[
        "new",
        "--file",
        "{}/marked.senco",
        "--passphrase-file",
        "{}/wrong",
    ],
    &[
        "demo",
        "--to",
        "{}/marked.senco",
        "--passphrase-file",
        "{}/wrong",
    ],
    &["restore", "{}/listed"],
    &["restore", "{}/false.sencobak"],
    &["list", "--file", "{}/listed"],
    &["backup", "--to", "{}/listed"],
    &["due", "--days", "many"],
    &["list", "--until", "tomorrow"],
];

pub fn faults(size: Size) -> Tally {
    let mut tally = Tally::default();
    let desk = Desk::new();
    let step = size.of(2, 1, 1);
    let ways = size.of(1, 3, 4);
    let mut told = 0;
    let mut count = |ran: Result<std::process::Output, String>| {
        told += usize::from(ran.as_ref().is_ok_and(|output| !output.status.success()));
        tally.count(ran.map(drop));
    };
    for way in 0..ways {
        for written in WRITTEN.iter().skip(way % step).step_by(step) {
            desk.mends();
            let words: &[&str] = if way % 2 == 0 {
                &["record"]
            } else {
                &["record", "--json"]
            };
            let mut input = dressed(written, way).into_bytes();
            if way == 2 {
                input.push(0xff);
            }
            count(
                desk.runs(words, &input)
                    .map_err(|why| format!("{written}: {why}")),
            );
        }
        for list in LISTS.iter().skip(way % step).step_by(step) {
            desk.mends();
            let list = dressed(list, way);
            let bytes = if way == 1 {
                list.encode_utf16().flat_map(u16::to_le_bytes).collect()
            } else {
                list.into_bytes()
            };
            desk.puts("list.csv", &bytes);
            let words: &[&str] = if way % 2 == 0 {
                &["import", "{}/list.csv", "--yes"]
            } else {
                &["import", "{}/list.csv", "--json"]
            };
            count(
                desk.runs(words, b"")
                    .map_err(|why| format!("{:?}: {why}", String::from_utf8_lossy(&bytes))),
            );
        }
    }
    desk.mends();
    desk.puts("listed", dressed("@LISTED", 0).as_bytes());
    desk.puts(
        "false.sencobak",
        dressed("caseload backup 1\n{\"made_at\": \"@NAME\"}", 1).as_bytes(),
    );
    for typed in TYPED {
        count(desk.runs(typed, b""));
    }
    tally.remarking(format!("{told} of them were refused"))
}
