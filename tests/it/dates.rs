//! The grid of dates: typed as in a spreadsheet, saved as one change.

use caseload::domain::KeyDate;

use super::register::{AISHA, KOFI, ZUZANNA, register};
use super::school::oakfield;
use super::senco::Senco;

fn senco() -> Senco {
    Senco::new().with(register())
}

#[test]
fn dates_are_typed_in_words_and_saved_as_one_change_that_one_key_takes_back() {
    let senco = senco().does("1ss<Esc>t").sees("to fill in");
    let before = senco.caseload().clone();
    // By class: Zuzanna 2A, Tyler 3B, Aisha and Kofi 4B.
    let senco = senco
        .does("<Right>3 sep<Enter>")
        .sees("03/09/26")
        .sees("1 typed and not saved")
        .does("<Down>4 sep 25<Enter>")
        .does("<Ctrl+S>")
        .sees("Saved: 2 dates of 2 pupils")
        .kept();
    let told = |senco: &Senco, pupil| {
        let period = senco.caseload().status_now(pupil).expect("a status");
        period.parent_told_on.map(|on| on.to_string())
    };
    assert_eq!(told(&senco, ZUZANNA).as_deref(), Some("2026-09-03"));
    assert_eq!(told(&senco, AISHA).as_deref(), Some("2025-09-04"));
    let senco = senco
        .does("<Ctrl+Z>")
        .sees("Taken back: 2 dates of 2 pupils")
        .kept();
    assert!(*senco.caseload() == before);
}

#[test]
fn what_does_not_apply_is_shown_so_and_refused() {
    senco()
        .does("1sst<Right><Right><Right><Right>")
        .sees("It is for pupils with an EHC plan.")
        .does("1")
        .sees("there is nothing to type here");
}

#[test]
fn one_date_fills_all_empty_cells_below() {
    let senco = senco()
        .does("1sst<Right>9 jan<Enter><Up>=")
        .sees("Filled down: 1 empty cell below")
        .does("<Ctrl+Z>")
        .sees("1 typed and not saved")
        .does("<Ctrl+Y><Ctrl+S>")
        .sees("Saved: 2 dates of 2 pupils");
    let caseload = senco.caseload();
    let told: Vec<_> = [AISHA, ZUZANNA, KOFI]
        .iter()
        .map(|pupil| {
            let period = caseload.status_now(*pupil).expect("a status");
            period.parent_told_on.map(|on| on.to_string())
        })
        .collect();
    let day = || Some("2026-01-09".to_owned());
    assert_eq!(told, [day(), day(), None], "an EHC plan has no such date");
}

#[test]
fn what_can_t_be_read_stops_the_save_at_its_cell_and_nothing_is_lost() {
    senco()
        .does("1sst<Right>9 janu wary<Enter><Ctrl+S>")
        .sees("can't be read as a date")
        .does("<Esc>")
        .sees("kept as a draft")
        .does("t")
        .sees("Taken up where you left it")
        .sees("1 typed and not saved")
        .does("<Ctrl+D>")
        .sees("Thrown away");
}

#[test]
fn a_column_of_a_spreadsheet_is_pasted_down() {
    senco()
        .does("1sst<Right>")
        .pastes("1/9/26\tignored\n2/9/26\n3/9/26\n")
        .sees("01/09/26")
        .sees("03/09/26")
        .sees_no("02/09/26");
}

#[test]
fn a_plan_on_paper_and_its_review_make_a_cycle() {
    let senco = senco()
        .does("1/nowak<Enter>t<Right><Right>16 sep<Tab>10 dec<Tab><Ctrl+S>")
        .sees("Saved: 2 dates of Zuzanna Nowak");
    let pupil = senco.caseload().pupils.get(ZUZANNA).expect("her");
    assert_eq!(KeyDate::missing_of(senco.caseload(), pupil), 1);
}

#[test]
fn the_grid_in_pictures() {
    Senco::new()
        .demo()
        .does("1t")
        .picture("dates-80x24")
        .at(120, 40)
        .does("<Right>9 jan")
        .picture("dates-120x40");
}

#[test]
fn only_the_marked_are_in_it_and_nobody_is_refused() {
    senco().does("1 t").sees("Dates of 1 pupil");
    Senco::new()
        .does("1t")
        .sees("There is nobody to show dates of");
}

#[test]
fn after_an_import_the_missing_dates_are_offered() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("list.csv");
    let list = "Surname,Forename,Year,SEN Status\nAdeyemi,Tola,3,K\nBright,Sam,4,E\n";
    std::fs::write(&path, list).expect("a file");
    Senco::new()
        .with(oakfield())
        .does("<Ctrl+T>")
        .pastes(&path.display().to_string())
        .does("<Enter><Ctrl+S>")
        .sees("6 dates of 2 pupils are to fill in. Type them now?")
        .does("y")
        .sees("Dates of 2 pupils, 6 to fill in")
        .does("9 jan 25<Enter>")
        .does("<Ctrl+S>")
        .sees("Saved: 1 date of Tola Adeyemi")
        .kept();
}
