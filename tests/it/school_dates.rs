//! The school's dates and the SENCO's own settings.

use super::school::oakfield;
use super::senco::Senco;

#[test]
fn an_inset_day_is_entered_and_the_calendar_shows_it() {
    Senco::new()
        .with(oakfield())
        .does("3<Ctrl+O>")
        .picture("settings-80x24")
        .does("<Enter>")
        .sees("> Autumn 2")
        .picture("school-dates-80x24")
        .does("<End><Enter>fri<Tab><Tab>phonics")
        .picture("closure-80x24")
        .does("<Ctrl+S>")
        .sees("Saved: INSET day: phonics, Fri 27 Nov, added at Oakfield.")
        .kept()
        .does("<Esc><Esc>")
        .sees("27i")
        .does("<Ctrl+Z>")
        .sees("Taken back: INSET day: phonics, Fri 27 Nov, added at Oakfield.")
        .sees_no("27i")
        .kept();
}

#[test]
fn a_new_term_follows_the_last_and_is_taken_away_again() {
    Senco::new()
        .with(oakfield())
        .does("<Ctrl+O><Enter>n")
        .sees("Autumn 1")
        .does("2 sep 2027<Tab>22/10/27<Ctrl+S>")
        .sees("Saved: Autumn 1 added to the terms of Oakfield.")
        .kept()
        .does("<End><Up><Up>")
        .sees("> Autumn 1")
        .does("<Delete>")
        .sees("Saved: Autumn 1 removed from the terms of Oakfield.")
        .does("<Ctrl+Z>")
        .sees("Taken back: Autumn 1 removed")
        .kept();
}

#[test]
fn wrong_term_dates_say_what_is_wrong_and_keep_the_typing() {
    Senco::new()
        .with(oakfield())
        .does("<Ctrl+O><Enter><Enter><Tab>18/12/2025<Ctrl+S>")
        .sees("The last day, Thu 18 Dec 2025, is before the first, Mon 2 Nov 2026. Correct")
        .picture("term-refused-80x24")
        .does("<Backspace>7<Ctrl+S>")
        .sees("longer than a year")
        .does("<Esc>")
        .sees("kept as a draft")
        .does("<Enter>")
        .sees("18/12/2027")
        .kept();
    Senco::new()
        .with(oakfield())
        .does("<Ctrl+O><Enter>n18 dec 26<Tab>22 dec 26<Ctrl+S>")
        .sees("can't overlap. Correct these dates")
        .does("<Ctrl+S>")
        .sees("Autumn 2 runs from Mon 2 Nov 2026 to Fri 18 Dec 2026 already");
}

#[test]
fn the_school_has_a_name_an_authority_and_leaving_years() {
    Senco::new()
        .with(oakfield())
        .does(
            "<Ctrl+O><Enter><Home><Enter><End> Primary School<Tab>Northshire<Tab>year 6 and y40<Ctrl+S>",
        )
        .sees("\"y40\" is not a year group")
        .does("<Backspace><Backspace><Backspace>2<Ctrl+S>")
        .sees("Saved: Details of Oakfield Primary School changed.")
        .sees("Oakfield Primary School: Northshire, pupils leave after year 2, 6")
        .kept();
}

#[test]
fn the_sencos_days_and_name_are_set() {
    Senco::new()
        .with(oakfield())
        .does("<Ctrl+O><Down><Enter>Mrs Ward<Tab><Tab>")
        .does("<Ctrl+A><Backspace>mon tues funday<Ctrl+S>")
        .sees("funday")
        .picture("setting-refused-80x24")
        .does("<Ctrl+A><Backspace>mon tue thu<Ctrl+S>")
        .sees("Saved: Your days and name changed.")
        .sees("Mrs Ward, in Mon Tue Thu")
        .kept()
        .does("<Enter><Ctrl+A><Backspace>Mr Day")
        .sees("Mrs Ward is called Mr Day everywhere from now on")
        .does("<Tab><Right>")
        .sees("Mr Day is added, and is the SENCO from now on")
        .does("<Ctrl+S>")
        .sees("Mr Day, in Mon Tue Thu")
        .does("<Ctrl+Z>")
        .sees("Mrs Ward, in Mon Tue Thu")
        .kept();
}

#[test]
fn a_caseload_without_a_school_gets_one() {
    Senco::new()
        .does("<Ctrl+O>")
        .sees("not entered yet")
        .does("<Enter>Oakfield<Ctrl+S>")
        .sees("Saved: Oakfield added.")
        .sees("12 terms to 21 Jul 2027")
        .kept();
}
