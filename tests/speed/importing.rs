//! The import of a very long list, against the `sqlite3` shell's import of the same file, which checks and encrypts nothing.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use caseload::app::{Holding, Watch, open_list};
use caseload::import::{Preview, Wanted, read_table};

use super::{PASSPHRASE, milliseconds, now};

/// Lines of the list.
const LINES: usize = 100_000;

/// Prints how long each part of the import takes, and the whole against the shell.
pub fn print() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("list.csv");
    fs::write(&list, self::list(LINES)).expect("a list");
    println!("\nimport of {LINES} lines");
    let shell = shell(folder.path(), &list);
    let began = Instant::now();
    let mut holding = Holding::create(
        &folder.path().join("new.senco"),
        &caseload::store::Passphrase::typed(PASSPHRASE),
        "Oakfield",
        "",
        now(),
    )
    .expect("a new caseload");
    println!(
        "{:<44} {:>9.0} ms",
        "  (a new caseload)",
        milliseconds(began.elapsed())
    );
    let program = Path::new(env!("CARGO_BIN_EXE_caseload"));
    let mut whole = Duration::ZERO;
    let mut step = |what: &str, began: Instant| {
        let took = began.elapsed();
        whole += took;
        println!("{what:<44} {:>9.0} ms", milliseconds(took));
    };
    let began = Instant::now();
    let (name, table) = open_list(program, &list, &Watch::default()).expect("a list");
    step("  taken apart, in another process", began);
    let began = Instant::now();
    let file = read_table(&table, &Wanted::default(), now().date_naive()).expect("a list");
    drop(table);
    step("  read as pupils", began);
    let began = Instant::now();
    let preview = Preview::new(&holding.desk(now()), &name, file).expect("a preview");
    step("  matched and checked", began);
    let began = Instant::now();
    let edit = preview.edit(&holding.desk(now())).expect("an edit");
    drop(preview);
    step("  made an edit", began);
    let began = Instant::now();
    holding.apply(&edit, None, now()).expect("room");
    step("  written, indexed, encrypted and derived", began);
    println!("{:<44} {:>9.0} ms", "  the whole", milliseconds(whole));
    println!(
        "{:<44} {:>9.0} ms",
        "  the sqlite3 shell, untyped, plain",
        milliseconds(shell)
    );
    println!(
        "{:<44} {:>9.2} (goal 1.5)",
        "  the whole against the shell",
        whole.as_secs_f64() / shell.as_secs_f64()
    );
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    if let Some(peak) = status.lines().find_map(|line| line.strip_prefix("VmHWM:")) {
        println!("{:<44} {:>12}", "  most memory", peak.trim());
    }
}

/// How long the shell takes, with the indexes made after.
fn shell(folder: &Path, list: &Path) -> Duration {
    let began = Instant::now();
    let done = Command::new("sqlite3")
        .arg(folder.join("plain.db"))
        .arg(format!(".import --csv \"{}\" pupil", list.display()))
        .arg("CREATE INDEX by_number ON pupil (\"Admission number\")")
        .arg("CREATE INDEX by_name ON pupil (Surname, Forename)")
        .arg("CREATE INDEX by_birth ON pupil (\"Date of birth\")")
        .arg("CREATE INDEX by_class ON pupil (Class)")
        .arg("CREATE INDEX by_status ON pupil (\"SEN status\")")
        .status()
        .expect("the sqlite3 shell, of the package sqlite3");
    assert!(done.success(), "{done}");
    began.elapsed()
}

/// A list of so many pupils, as a school's system writes it.
pub fn list(lines: usize) -> String {
    const BEGINNINGS: [&str; 20] = [
        "Ab", "Ba", "Cor", "Da", "El", "Fa", "Gre", "Ha", "Is", "Ja", "Ka", "Lo", "Mar", "No",
        "Os", "Pa", "Ro", "Sha", "Ta", "Wil",
    ];
    const MIDDLES: [&str; 10] = ["d", "ke", "li", "m", "na", "r", "s", "ti", "v", "ya"];
    const ENDS: [&str; 10] = ["a", "an", "e", "er", "i", "in", "ley", "on", "son", "wood"];
    let name = |n: usize| {
        let (beginning, rest) = (n % BEGINNINGS.len(), n / BEGINNINGS.len());
        let (middle, end) = (rest % MIDDLES.len(), rest / MIDDLES.len() % ENDS.len());
        format!("{}{}{}", BEGINNINGS[beginning], MIDDLES[middle], ENDS[end])
    };
    let mut list = "Surname,Forename,Date of birth,Year,Class,Sex,Admission number,SEN status,SEN start date,Primary need,Pupil premium,EAL\n".to_owned();
    for n in 0..lines {
        let (year, month, day) = (2010 + n % 9, n % 12 + 1, n % 28 + 1);
        writeln!(
            list,
            "{},{},{day:02}/{month:02}/{year},{},{}{},{},{n:06},{},01/09/2025,{},{},{}",
            // Neighbours in the list share neither name.
            name(n * 7_919),
            name(n * 104_729 / 2_000),
            1 + n % 9,
            1 + n % 9,
            ["A", "B", "C"][n % 3],
            ["F", "M"][n % 2],
            ["K", "E", "N"][n % 3],
            ["SLCN", "MLD", "SEMH"][n % 3],
            ["Y", "N"][n % 2],
            ["N", "Y"][n % 2],
        )
        .expect("text takes text");
    }
    list
}
