//! A caseload that nobody sits at.

use super::register::register;
use super::senco::Senco;

#[test]
fn it_is_covered_then_shows_counts_then_goes_on_where_it_was() {
    Senco::new()
        .with(register())
        .does("1/kha<Enter>")
        .sees("Khan, Aisha")
        .sits_still(5)
        .sees("Caseload is hidden")
        .sees_no("Khan")
        .does("x")
        .sees("Names are hidden until you press a key")
        .sees_no("Khan")
        .does("x")
        .sees("Khan, Aisha");
}

#[test]
fn it_is_locked_after_a_quarter_of_an_hour() {
    Senco::new()
        .with(register())
        .does("<Ctrl+N>Tyler<Tab><Tab>hid")
        .sits_still(14)
        .sees("Caseload is hidden")
        .sits_still(1)
        .sees("Locked, because nobody pressed a key. What was being typed is kept.")
        .sees("Welcome");
}

#[test]
fn when_it_locks_is_a_setting_of_the_laptop() {
    Senco::new()
        .with(register())
        .does("<Ctrl+O><Down><Down>")
        .sees("> Locks by itself      after 15 minutes without a key")
        .does("<Enter>")
        .picture("lock-after-80x24")
        .does("<Backspace><Backspace>45<Ctrl+S>")
        .sees("Caseload locks after 1 to 30 minutes. Type a number, such as 15.")
        .does("<Backspace><Backspace>3<Ctrl+S>")
        .sees("Locks after 3 minutes.")
        .sees("after 3 minutes without a key")
        .sits_still(3)
        .sees("Welcome");
}
