//! Today: one list by urgency.

use super::school::oakfield;
use super::senco::Senco;

#[test]
fn today_is_one_list_by_urgency() {
    Senco::new()
        .demo()
        .picture("today-80x24")
        .does("<Down><Down>")
        .sees("Conor: transfer meeting is booked 30 Nov")
        .at(120, 40)
        .picture("today-120x40");
}

#[test]
fn an_empty_caseload_shows_first_steps() {
    Senco::new()
        .with(oakfield())
        .picture("today-empty-80x24")
        .does("<Down><Down><Enter>")
        .sees("Jot down");
}

#[test]
fn enter_goes_to_where_the_work_is_done() {
    // Kofi's review is today; his papers, Conor's meeting; Aisha's late action; Zuzanna's plan; the EP report; a group.
    let goes = |downs: usize, to: &str| {
        Senco::new()
            .demo()
            .does(&"<Down>".repeat(downs))
            .does("<Enter>")
            .sees(to);
    };
    goes(0, "How the review went: Kofi");
    goes(1, "Booked review: Kofi");
    goes(3, "Action: Aisha");
    goes(6, "Awaited: Aisha");
    goes(10, "PHONICS");
}

#[test]
fn x_says_that_it_is_done_today() {
    Senco::new()
        .demo()
        .does("<Down>x")
        .sees("Saved: Papers out for the review of Kofi Osei")
        .sees_no("papers out for review of 14 Dec")
        .kept()
        .does("<Ctrl+Z>")
        .sees("papers out for review of 14 Dec")
        .does("<Down><Down>x")
        .sees("Saved: Done for Aisha Khan: hearing test result")
        .sees_no("hearing test result, from")
        .kept()
        .does("<Down><Down>x")
        .sees("received: it came today")
        .does("c")
        .sees("Saved: EP report chased for Aisha Khan")
        .sees("EP report, chased once")
        .does("xr")
        .sees("Saved: EP report received for Aisha Khan")
        .kept();
}

#[test]
fn what_is_not_done_by_a_key_says_how_it_is_done() {
    Senco::new()
        .demo()
        .does("x")
        .sees("A review is done when it is written down")
        .does("<Down><Down>x")
        .sees("Enter goes there")
        .does("/")
        .sees("one list by urgency");
}

#[test]
fn something_new_is_about_the_pupil_of_the_row() {
    Senco::new()
        .demo()
        .does("<Down><Down><Down>n")
        .sees("New about Aisha")
        .picture("today-new-80x24")
        .does("aring the hearing clinic<Tab><Tab>+2w<Ctrl+S>")
        .sees("Saved: Action for Aisha Khan")
        .sees("ring the hearing clinic")
        .kept()
        .does("nrhearing test<Tab>Audiology<Tab><Tab>+6w<Ctrl+S>")
        .sees("Saved: hearing test awaited for Aisha Khan")
        .kept();
}

#[test]
fn bad_dates_of_an_action_and_a_request_are_said_in_their_forms() {
    Senco::new()
        .demo()
        .does("<Down><Down><Down><Enter><Up><Up>tomorrow<Ctrl+S>")
        .sees("That day has not come yet.")
        .picture("action-refused-80x24")
        .does("<Ctrl+D>nrEP report<Tab><Tab><Tab>1 nov<Ctrl+S>")
        .sees("It can't be due before it was asked for.")
        .picture("referral-refused-80x24");
}

#[test]
fn what_is_to_fill_in_lists_its_pupils_and_goes_to_them() {
    let senco = Senco::new().demo().does("<End>").sees("TO FILL IN");
    senco
        .does("<Enter>")
        .picture("to-fill-in-80x24")
        .does("<Enter>")
        .sees("in hand:");
}
