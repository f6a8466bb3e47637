//! Files with hostile names and contents, attached one after another by a program that is watched.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use caseload::app::Job;
use caseload::domain::{Document, DocumentFormat, DocumentKind, Ids, PupilId};
use caseload::store::Store;
use chrono::DateTime;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::sitter::Sitter;
use crate::strace::{self, Watch};
use crate::{Size, Tally, edits, scratch, worker};

/// Names that mean something to an operating system, a shell or a terminal.
const NAMES: [&str; 34] = [
    "EP report",
    "../../escaped",
    "..\\..\\escaped",
    "/etc/cron.d/escaped",
    "C:\\Windows\\System32\\escaped",
    "C:escaped",
    "\\\\server\\share\\escaped",
    "\\\\?\\C:\\escaped",
    "//server/share/escaped",
    "CON",
    "nul",
    "AUX.txt",
    "COM1",
    "lpt9.pdf",
    "escaped.",
    "escaped ",
    "escaped. . .",
    "escaped:hidden",
    "escaped::$DATA",
    "Zo\u{eb}",
    "Zoe\u{308}",
    "report\u{202e}fdp",
    "\u{200b}\u{feff}",
    "\u{1b}]52;c;aGk=\u{7}escaped",
    "a\nb\rc\td",
    "-rf",
    "~",
    "$(touch escaped)",
    "`touch escaped`",
    "a;touch escaped|b",
    "%n%s%n",
    "%TEMP%",
    ".",
    "..",
];

/// Endings of what an operating system would start.
const STARTED: [&str; 9] = [
    "exe", "EXE.", "js", "lnk", "scr", "bat ", "ps1", "html", "vbs",
];

/// A pupil of the made-up school, and where her files lie.
struct Desk {
    sitter: Sitter,
    pupil: PupilId,
    files: PathBuf,
    copies: PathBuf,
    ids: Ids,
}

impl Desk {
    fn at(folder: &Path) -> Self {
        let mut sitter = Sitter::in_home(&folder.join("home"), edits::now());
        let mut store = Store::in_memory().expect("a store");
        for edit in caseload::demo::edits(edits::now().date_naive(), &Ids::after(0, 1)) {
            let saved = store.apply(&edit, None, DateTime::UNIX_EPOCH);
            saved.expect("an edit that fits");
        }
        sitter.app.open_store(store).expect("a caseload");
        let pupil = sitter.app.caseload().present().next().expect("a pupil").id;
        let (files, copies) = (folder.join("files"), folder.join("copies"));
        fs::create_dir_all(&files).expect("a folder");
        fs::create_dir_all(&copies).expect("a folder");
        Self {
            sitter,
            pupil,
            files,
            copies,
            ids: Ids::after(i64::MAX / 2, 1),
        }
    }

    /// A file of these bytes, named as near to this as the disk allows, in a folder of its own.
    fn file(&self, case: usize, name: &str, bytes: &[u8]) -> PathBuf {
        let folder = self.files.join(case.to_string());
        fs::create_dir_all(&folder).expect("a folder");
        let name: String = name.replace('/', "\u{2215}").chars().take(200).collect();
        let name = match name.as_str() {
            "." | ".." => "dots",
            name => name,
        };
        let path = folder.join(name);
        fs::write(&path, bytes).expect("a file");
        path
    }

    /// Attaches a file under this name, or under its own; gives what is in the record then.
    fn attach(&mut self, path: &Path, name: &str) -> Option<Document> {
        let id = self.ids.next();
        let document = Document {
            id,
            pupil: self.pupil,
            name: name.to_owned(),
            kind: DocumentKind::Other,
            format: DocumentFormat::Text,
            on: None,
            sender: String::new(),
            person: None,
            note: String::new(),
            attached_on: edits::now().date_naive(),
            length: 0,
            sum: String::new(),
        };
        let path = path.to_owned();
        self.sitter.app.start(Job::Attach { path, document });
        self.sitter.app.finish_job();
        self.sitter.app.caseload().documents.get(id).cloned()
    }

    /// Saves a copy of a document in a folder; gives the names of what is in it then.
    fn copies(&mut self, case: usize, document: &Document) -> Vec<String> {
        let folder = self.copies.join(case.to_string());
        fs::create_dir_all(&folder).expect("a folder");
        self.sitter.app.start(Job::CopyDocument {
            document: document.id,
            path: folder.clone(),
        });
        let there = fs::read_dir(&folder).expect("a folder").flatten();
        there
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect()
    }
}

/// Why a name means more than a name.
fn obeyed(name: &str) -> Option<&'static str> {
    let bare = name.rsplit_once('.').map_or(name, |(bare, _)| bare);
    let device =
        ["con", "nul", "aux", "prn", "com1", "lpt9"].contains(&bare.to_lowercase().as_str());
    match () {
        () if device => Some("it is a device"),
        () if bare.contains(['/', '\\', ':', '.', '$', '`', ';', '|', '%', '~']) => {
            Some("a system obeys it")
        }
        () if bare
            .chars()
            .any(|letter| letter.is_control() || ('\u{200b}'..='\u{202e}').contains(&letter)) =>
        {
            Some("it can't be seen")
        }
        () if name.trim() != name => Some("it begins or ends with a space"),
        () => None,
    }
}

/// Attaches everything, saves a copy of each and opens a few; what it found goes into a file for the trial.
pub fn attaches(folder: &Path) {
    let mut desk = Desk::at(folder);
    let mut found = Vec::new();
    let mut case = 0;
    for (name, (ending, bytes, format)) in NAMES.iter().flat_map(|name| {
        [
            (".pdf", &b"%PDF-1.7 hers"[..], "pdf"),
            ("", b"Her words.", "txt"),
            (".docx", b"\xff\xd8\xff\xe0 a picture", "jpg"),
        ]
        .map(|kind| (*name, kind))
    }) {
        for is_typed in [false, true] {
            case += 1;
            let called = format!("{name}{ending}");
            let (on_disk, typed) = match is_typed {
                true => ("plain", called.as_str()),
                false => (called.as_str(), ""),
            };
            let path = desk.file(case, on_disk, bytes);
            // A file whose name can't be seen has no name, and asks for one.
            let nameless = !is_typed && name.starts_with('\u{200b}') && ending.is_empty();
            let told = match desk.attach(&path, typed) {
                None if nameless => Ok(()),
                None => Err("it was refused".to_owned()),
                Some(document) => match desk.copies(case, &document).as_slice() {
                    [copy] if !copy.ends_with(&format!(".{format}")) => {
                        Err(format!("the copy is {copy:?}"))
                    }
                    [copy] => obeyed(copy)
                        .map_or(Ok(()), |why| Err(format!("the copy is {copy:?}: {why}"))),
                    copies => Err(format!("there are {} copies", copies.len())),
                },
            };
            found.push(told.map_err(|why| format!("{called:?}: {why}")));
        }
    }
    for (name, ending) in NAMES
        .iter()
        .flat_map(|name| STARTED.map(|ending| (*name, ending)))
    {
        case += 1;
        let called = format!("{name}.{ending}");
        let path = desk.file(case, &called, b"%PDF-1.7 hers");
        found.push(match desk.attach(&path, "") {
            None => Ok(()),
            Some(_) => Err(format!("{called:?} was attached")),
        });
    }
    // A few are opened, from the screen.
    let pupils = &desk.sitter.app.caseload().pupils;
    let name = pupils.get(desk.pupil).expect("a pupil").full_name();
    desk.sitter
        .does(&format!("01/{}<Enter><Enter>D", name.to_lowercase()));
    for _ in 0..3 {
        desk.sitter.does("<Down><Enter>o");
    }
    desk.sitter.does("<Ctrl+K>");
    let lines = found.into_iter().map(|told| told.err().unwrap_or_default());
    let lines: Vec<String> = lines.map(|line| line.replace('\n', " ")).collect();
    fs::write(folder.join("found"), lines.join("\n")).expect("a file");
}

/// A folder in which a program of ours called `xdg-open` writes down what it was given to open.
pub fn openers(folder: &Path) -> PathBuf {
    use std::os::unix::fs::PermissionsExt as _;
    let bin = folder.join("bin");
    fs::create_dir_all(&bin).expect("a folder");
    let script = "#!/bin/sh\nstat -c '%a %F' \"$1\" \"$(dirname \"$1\")\" >> \"$0.saw\"\ncp \"$1\" \"$0.copy\"\n";
    let opener = bin.join("xdg-open");
    fs::write(&opener, script).expect("a file");
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o700)).expect("a file");
    bin
}

/// The path with this folder before all others.
pub fn path_with(bin: &Path) -> String {
    format!(
        "{}:{}",
        bin.display(),
        std::env::var("PATH").unwrap_or_default()
    )
}

pub fn escapes(_: Size) -> Tally {
    let mut tally = Tally::default();
    let scratch = scratch::folder();
    let folder = fs::canonicalize(scratch.path()).expect("a folder");
    let bin = openers(&folder);
    let mut program = worker::doing("attaches", &folder);
    program.env("PATH", path_with(&bin));
    let log = folder.join("log");
    let watch = Watch {
        calls: "/^open,creat,/^mkdir,/^rename,/^link,/^symlink,/^mknod,close",
        longest_text: 4_000,
        refusal: None,
    };
    let output = watch.over(&program, &log).output().expect("a process");
    if !output.status.success() {
        tally.count(Err(String::from_utf8_lossy(&output.stderr).into_owned()));
        return tally;
    }
    let found = fs::read_to_string(folder.join("found")).expect("what was found");
    for line in found.split('\n') {
        tally.count(match line {
            "" => Ok(()),
            wrong => Err(wrong.to_owned()),
        });
    }
    let calls = strace::calls(&log);
    let may = [
        "home/opened",
        "home/local.toml",
        "home/.tmp",
        "home",
        "copies",
        "files",
        "found",
        "bin",
    ];
    let mut copies = 0;
    for (call, path) in calls.iter().zip(strace::paths(&calls)) {
        let writes = !call.name.starts_with("open")
            || ["O_WRONLY", "O_RDWR", "O_CREAT"]
                .iter()
                .any(|flag| call.arguments.iter().any(|given| given.has_flag(flag)));
        let Some(path) = path.filter(|_| call.result >= 0 && call.name != "close" && writes) else {
            continue;
        };
        let within = path.strip_prefix(&folder).ok();
        let is_known = match within {
            Some(within) => may.iter().any(|may| within.starts_with(may)),
            None => path.starts_with("/dev"),
        };
        copies += usize::from(path.starts_with(folder.join("home/opened")));
        if !is_known || path.components().any(|part| part.as_os_str() == "..") {
            tally.count(Err(format!("{} was written", path.display())));
        }
    }
    let seen = fs::read_to_string(bin.join("xdg-open.saw")).unwrap_or_default();
    tally.count(match seen.lines().collect::<Vec<_>>().as_slice() {
        ["600 regular file", "700 directory", ..] if copies > 0 => Ok(()),
        other => Err(format!(
            "the opener saw {other:?}, and {copies} copies were made"
        )),
    });
    let left = fs::read_dir(folder.join("home/opened")).map_or(0, Iterator::count);
    tally.count(match left {
        0 => Ok(()),
        left => Err(format!(
            "{left} copies were left when the caseload was locked"
        )),
    });
    tally
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        let options = SimpleFileOptions::default();
        writer.start_file(*name, options).expect("a part");
        writer.write_all(text.as_bytes()).expect("its text");
    }
    writer.finish().expect("an archive").into_inner()
}

/// An office file from before 2007 with these names in it.
fn old_office(names: &[&str]) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(512, 0);
    for name in names {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(128, 0);
        bytes.extend(entry);
    }
    bytes
}

/// What holds a program, whatever it is called.
fn hostile() -> Vec<Vec<u8>> {
    let (word, book) = (("word/document.xml", "<w/>"), ("xl/workbook.xml", "<w/>"));
    let enabled =
        "<Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/>";
    let renamed =
        "<Override PartName=\"/x\" ContentType=\"application/vnd.ms-office.vbaProject\"/>";
    let types = "[Content_Types].xml";
    let odt = ("mimetype", "application/vnd.oasis.opendocument.text");
    let mut cut = archive(&[word]);
    cut.truncate(40);
    vec![
        b"MZ\x90\0\x03".to_vec(),
        b"\x7fELF\x02\x01".to_vec(),
        b"\xcf\xfa\xed\xfe\x07".to_vec(),
        b"\xca\xfe\xba\xbe\0".to_vec(),
        b"\x4c\0\0\0\x01\x14\x02\0\0".to_vec(),
        b"#!/bin/sh\nrm -rf ~\n".to_vec(),
        b"@echo off\r\ndel *\r\n".to_vec(),
        b"<!DOCTYPE html><script>x()</script>".to_vec(),
        b"<svg onload=\"x()\"/>".to_vec(),
        b"{\\rtf1{\\object\\objemb{\\*\\objdata 0105}}}".to_vec(),
        archive(&[word, ("word/vbaProject.bin", "x")]),
        archive(&[word, ("word/VBAPROJECT.BIN", "x")]),
        archive(&[(types, enabled), book]),
        archive(&[(types, renamed), word, ("x", "x")]),
        archive(&[book, ("xl/macrosheets/sheet1.xml", "x")]),
        archive(&[word, ("word/activeX/activeX1.bin", "x")]),
        archive(&[word, ("word/embeddings/oleObject1.bin", "x")]),
        archive(&[word, ("../../escaped.exe", "x")]),
        archive(&[odt, ("Basic/Standard/Module1.xml", "x")]),
        archive(&[odt, ("Scripts/python/x.py", "x")]),
        archive(&[("report.pdf", "%PDF-1.7")]),
        old_office(&["WordDocument", "_VBA_PROJECT"]),
        old_office(&["Workbook"]),
        old_office(&["EncryptedPackage"]),
        old_office(&["__substg1.0_3701000D"]),
        cut,
        vec![0; 4_096],
        Vec::new(),
    ]
}

pub fn programs(_: Size) -> Tally {
    let mut tally = Tally::default();
    let scratch = scratch::folder();
    let mut desk = Desk::at(scratch.path());
    for (case, bytes) in hostile().into_iter().enumerate() {
        for name in ["report.pdf", "letter.docx", "picture", "notes.txt"] {
            let path = desk.file(case, name, &bytes);
            tally.count(match desk.attach(&path, "") {
                None => Ok(()),
                Some(document) => Err(format!("case {case} was attached as {:?}", document.format)),
            });
        }
    }
    let good = desk.file(1_000, "good.pdf", b"%PDF-1.7");
    let large = desk.file(1_001, "large.txt", &vec![b'a'; (10 << 20) + 1]);
    let pipe = scratch.path().join("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("the command mkfifo").success());
    let dangling = scratch.path().join("dangling.pdf");
    symlink("/nowhere", &dangling).expect("a link");
    for path in [
        &large,
        &pipe,
        &dangling,
        Path::new("/dev/zero"),
        scratch.path(),
    ] {
        tally.count(match desk.attach(path, "") {
            None => Ok(()),
            Some(_) => Err(format!("{} was attached", path.display())),
        });
    }
    // The same way takes what is good.
    tally.count(match desk.attach(&good, "") {
        Some(_) => Ok(()),
        None => Err("a PDF was refused".to_owned()),
    });
    tally
}
