//! The census: what would be sent, what is missing in it, and the spreadsheet for the office.

use super::register::register;
use super::senco::Senco;

#[test]
fn what_is_missing_comes_first_and_enter_goes_to_where_it_is_put_right() {
    Senco::new()
        .with(register())
        .does("1v")
        .sees("What the spring census would take")
        .sees("Thu 21 January 2027")
        .sees("to look at")
        .picture("census-80x24")
        .does("<Esc>")
        .sees("Pupils 5");
}

#[test]
fn a_doubt_that_is_put_right_goes_away() {
    Senco::new()
        .demo()
        .does("1v")
        .sees("2 to look at")
        .sees("Nasser, Samir: no type of need.")
        // Her needs; the form of them; the type; and back.
        .does("<Enter><Enter>SLCN<Ctrl+S><Esc>")
        .sees("1 to look at")
        // v goes back to the register, as it came.
        .does("v")
        .sees("Pupils 63");
}

#[test]
fn the_office_gets_a_spreadsheet_without_formulas() {
    let senco = Senco::new().demo().does("1v<Ctrl+P>").sees("Kept as");
    let kept: Vec<_> = walk(senco.home());
    let file = kept
        .iter()
        .find(|path| path.ends_with("Census 2027-01-21.csv"))
        .expect("a spreadsheet");
    let text = std::fs::read_to_string(file).expect("text");
    assert!(
        text.starts_with("\u{feff}UPN,Surname,Forename,Date of birth,Year,Class,SEN provision,")
    );
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 63);
    let khan = rows.iter().find(|row| &row[1] == "Khan").expect("Aisha");
    assert_eq!((&khan[6], &khan[7], &khan[8]), ("K", "SLCN", "SEMH"));
}

#[test]
fn with_initials_on_the_screen_no_names_are_kept() {
    Senco::new()
        .demo()
        .does("1<F8>2v<Ctrl+P>")
        .sees("The spreadsheet names pupils");
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    entries
        .flat_map(|entry| {
            let path = entry.path();
            if path.is_dir() {
                walk(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}
