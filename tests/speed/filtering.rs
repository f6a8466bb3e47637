//! The list of pupils in caseloads of three sizes: what a letter of the filter takes, and what a key does, with the drawing
//! that shows it.

use std::fs;
use std::time::Duration;

use caseload::app::{App, Holding};
use caseload::import::{Preview, read};
use caseload::keys::{Input, Key, parse_script};
use caseload::store::Passphrase;

use super::{Caseload, PASSPHRASE, SCREEN, importing, median, milliseconds, now, timed, type_keys};

/// Pupils.
const SIZES: [usize; 3] = [300, 5_000, 100_000];
/// What is looked for, each typed letter by letter: names, names in two parts, words that combine, and nobody.
const SOUGHT: [&str; 8] = [
    "shati",
    "wilson",
    "os a",
    "marna hakele",
    "k y4",
    "e semh",
    "4b ja",
    "zzyx",
];

/// Prints the table.
pub fn print() {
    let folder = tempfile::tempdir().expect("a folder");
    println!(
        "\n{:<44} {:>12} {:>12} {:>12} {:>9}",
        "the list, of pupils", SIZES[0], SIZES[1], SIZES[2], "largest"
    );
    let measured: Vec<Vec<(String, Duration)>> = SIZES
        .iter()
        .map(|size| {
            let mut app = taken_in(folder.path(), *size).app();
            type_keys(&mut app, "1");
            app.draw(SCREEN);
            let mut rows = letters(&mut app);
            rows.extend(keys(&mut app));
            if let Some(resident) = resident() {
                println!(
                    "{:<44} {size:>12} pupils: {resident}",
                    "  memory with all of them open"
                );
            }
            rows
        })
        .collect();
    for (number, (what, smallest)) in measured[0].iter().enumerate() {
        let [middle, largest] = [1, 2].map(|size| measured[size][number].1);
        println!(
            "{what:<44} {:>9.3} ms {:>9.3} ms {:>9.3} ms {:>7.2} x",
            milliseconds(*smallest),
            milliseconds(middle),
            milliseconds(largest),
            largest.as_secs_f64() / smallest.as_secs_f64()
        );
    }
}

/// A caseload of so many pupils, taken in as a list.
fn taken_in(folder: &std::path::Path, pupils: usize) -> Caseload {
    let path = folder.join(format!("{pupils}-taken-in.senco"));
    let passphrase = Passphrase::typed(PASSPHRASE);
    let mut holding =
        Holding::create(&path, &passphrase, "Oakfield", "", now()).expect("a new caseload");
    let file = read(importing::list(pupils).as_bytes(), now().date_naive()).expect("a list");
    let preview = Preview::new(&holding.desk(now()), "list.csv", file).expect("a preview");
    let edit = preview.edit(&holding.desk(now())).expect("an edit");
    holding.apply(&edit, None, now()).expect("room");
    Caseload { path }
}

/// Every letter of what is looked for, and the drawing; all in one thread, so that time is the processor's.
fn letters(app: &mut App) -> Vec<(String, Duration)> {
    let mut times: Vec<Duration> = Vec::new();
    let mut firsts: Vec<Duration> = Vec::new();
    for _ in 0..15 {
        for sought in SOUGHT {
            type_keys(app, "/");
            app.draw(SCREEN);
            for (number, letter) in sought.chars().enumerate() {
                let took = timed(|| {
                    app.input(Input::Key(Key::char(letter)));
                    drop(app.draw(SCREEN));
                });
                if number == 0 { &mut firsts } else { &mut times }.push(took);
            }
            type_keys(app, "<Esc><Esc>");
            app.draw(SCREEN);
        }
    }
    let of = |times: &mut Vec<Duration>, per_cent: usize| {
        times.sort();
        times[(times.len() - 1) * per_cent / 100]
    };
    vec![
        (
            "the first letter of a filter: median".to_owned(),
            of(&mut firsts, 50),
        ),
        ("a further letter: median".to_owned(), of(&mut times, 50)),
        (
            "   of a hundred, the slowest but one".to_owned(),
            of(&mut times, 99),
        ),
    ]
}

/// A key in the list, and the drawing.
fn keys(app: &mut App) -> Vec<(String, Duration)> {
    [
        ("down", "<Down>"),
        ("a page down, and back", "<PageDown><PageUp>"),
        ("to the end, and back", "<End><Home>"),
        ("mark, and not", "<Space>"),
    ]
    .into_iter()
    .map(|(what, script)| {
        let script = parse_script(script).expect("keys");
        let time = median(201, || {
            timed(|| {
                for key in &script {
                    app.input(Input::Key(*key));
                    drop(app.draw(SCREEN));
                }
            })
        });
        (format!("key: {what}"), time)
    })
    .collect()
}

/// What the program holds in memory.
fn resident() -> Option<String> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().to_owned())
}
