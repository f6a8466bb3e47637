//! Filters kept under a name, and the columns of the list.

use caseload::domain::ListColumn;

use super::register::register;
use super::senco::Senco;

#[test]
fn a_filter_is_kept_under_a_name_and_the_name_is_a_filter() {
    let senco = Senco::new()
        .with(register())
        .does("1/k y4<Enter>f")
        .sees("No filter is kept yet")
        .does("n")
        .sees("Keep a filter under a name")
        .does("my fours<Ctrl+S>")
        .sees("Saved: Filter my fours kept: k y4")
        .kept()
        .picture("kept-filters-80x24")
        .does("<Esc><Esc>")
        .sees("showing all")
        .does("f<Enter>")
        .sees("= SEN support, Year 4")
        .sees("showing 1")
        .does("<Esc>/My fours")
        .sees("= SEN support, Year 4")
        .does("<Esc>fclate<Tab><Ctrl+S>")
        .sees("means something as a filter already");
    let senco = senco
        .does("<Ctrl+A>fours<Tab><Ctrl+S>")
        .sees("Saved: Filter fours kept")
        .does("<Delete>")
        .sees("Saved: Filter fours removed")
        .does("<Ctrl+Z>")
        .sees("Taken back")
        .kept();
    let setting = senco.caseload().setting().expect("settings");
    assert_eq!(setting.kept_filters.len(), 1);
}

#[test]
fn columns_are_chosen_moved_kept_and_taken_back() {
    let senco = Senco::new()
        .with(register())
        .does("1f<Enter>")
        .sees("Columns of the list of pupils")
        .picture("list-columns-80x24")
        // Year no more; flags as the last, then one to the left.
        .does(" ")
        .does("<End><Up><Up><Up><Up><Up> ")
        .kept();
    let columns = |senco: &Senco| {
        senco
            .caseload()
            .setting()
            .expect("settings")
            .columns
            .clone()
    };
    assert!(!columns(&senco).contains(&ListColumn::Year));
    let last = *columns(&senco).last().expect("columns");
    let senco = senco.does("<lt>");
    assert_ne!(columns(&senco).last(), Some(&last));
    let senco = senco.does("<Delete>").kept();
    assert!(columns(&senco).is_empty(), "the usual ones");
    let senco = senco.does("<Ctrl+Z>").kept();
    assert!(!columns(&senco).is_empty());
}

#[test]
fn the_list_shows_the_columns_that_were_chosen() {
    Senco::new()
        .demo()
        .does("1f<Enter>")
        .does("<Down><Down><Down><Down> <Up><Up><Up><Up>")
        .does("<End><Up><Up><Up><Up><Up> <Esc><Esc>")
        .picture("pupils-columns-80x24")
        .at(120, 40)
        .picture("pupils-columns-120x40");
}
