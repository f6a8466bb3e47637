//! Who can see the screen: nothing of another child, whatever is pressed.

use super::register::register;
use super::senco::Senco;
use caseload::keys::parse_script;

/// What names another child than Aisha, or tells of one.
const OTHERS: [&str; 7] = [
    "Kofi", "Osei", "Zuzanna", "Nowak", "Tyler", "Marsh", "maths",
];

fn sees_no_other(mut senco: Senco) -> Senco {
    let screen = senco.screen();
    for words in OTHERS {
        assert!(
            !screen.contains(words),
            "{words} is on the screen:\n{screen}"
        );
    }
    senco
}

/// At the screen with Aisha's family beside her.
fn with_family() -> Senco {
    Senco::new()
        .with(register())
        .does("1/kha<Enter><Enter><Esc><F8>3")
        .sees("[this pupil only]")
}

#[test]
fn the_question_has_five_answers() {
    Senco::new()
        .with(register())
        .does("<F8>")
        .sees("Now: you, with full names")
        .picture("who-can-see-80x24")
        .does("<Esc><Ctrl+W>")
        .sees("Who can see the screen?");
}

#[test]
fn on_a_projector_there_are_initials() {
    let mut senco = Senco::new()
        .with(register())
        .at(120, 40)
        .does("1/kha<Enter><Enter><Esc><F8>2")
        .sees("[initials]")
        .sees("A. K.");
    for script in ["", "<Enter>", "C", "<Esc><Ctrl+N>", "<Esc><Ctrl+F>kha"] {
        senco = senco.does(script).sees_no("Khan").sees_no("Aisha");
    }
    senco
        .does("<Esc>I<Enter>")
        .sees("Names are hidden just now")
        .sees_no("see DSL");
}

#[test]
fn a_save_names_nobody_while_others_see_the_screen() {
    Senco::new()
        .with(register())
        .does("<F8>2<Ctrl+N>Tyler<Tab><Tab>hid again<Ctrl+S>")
        .sees("Saved. Ctrl+Z takes it back.")
        .does("<Ctrl+Z>")
        .sees("Taken back. Ctrl+Y does it again.")
        .sees_no("Tyler")
        .kept();
}

#[test]
fn a_family_sees_one_child_on_every_screen() {
    let mut senco = with_family();
    for script in [
        "",
        "0",
        "1",
        "2",
        "3",
        "4",
        "1s",
        "s",
        "s",
        "<Ctrl+A>",
        "/",
        "osei",
        "<Esc>",
        "/late<Enter>",
        "<Esc><Ctrl+F>",
        "osei",
        "<Ctrl+A>hides",
        "<Ctrl+A>quiet",
        "<Esc>1<Enter>",
        ">",
        "<lt>",
        "<Right>",
        "<Right><Right><Right>",
        "<Right>",
        "<Esc><Ctrl+N>",
        "<Shift+Tab>",
        "<Esc>1b",
        "l",
        "a",
        "r",
        "<F1>",
    ] {
        senco = sees_no_other(senco.does(script));
    }
}

#[test]
fn what_is_for_staff_only_is_no_familys() {
    let mut senco = with_family().at(120, 40).does("1");
    for script in ["", "<Enter>P", "<Enter>", "<Esc>C", "<Esc><Ctrl+F>quiet"] {
        senco = senco
            .does(script)
            .sees_no("interpreter not booked")
            .sees_no("see DSL")
            .sees_no("07700")
            .sees_no("quiet word");
    }
    // Saving the profile before their eyes loses nothing that they did not see.
    let senco = senco
        .does("<Esc><Esc>1<Enter>P<Enter> Sings.<Ctrl+S>")
        .sees("Saved.");
    let aisha = senco.caseload().find("khan")[0].clone();
    assert_eq!(aisha.careful, "interpreter not booked");
    assert!(aisha.strengths.ends_with("Sings."));
}

#[test]
fn contacts_are_not_changed_before_a_familys_eyes() {
    with_family()
        .does("1<Enter>C<Enter>")
        .sees("only while nobody else sees the screen")
        .does("n")
        .sees("only while nobody else sees the screen");
}

#[test]
fn what_was_being_typed_before_does_not_come_up() {
    let senco = Senco::new()
        .with(register())
        .does("<Ctrl+N>Tyler<Tab><Tab>hides in maths<Esc>")
        .does("1/osei<Enter><Esc>/kha<Enter><Enter><Esc><F8>3<Ctrl+N>");
    let senco = sees_no_other(senco).does("<Tab><Tab>smiled today<Esc>");
    let senco = sees_no_other(senco.does("1/"));
    senco
        .does("<Esc><Esc><F8>1y<Enter><Ctrl+N>")
        .sees_no("smiled today");
}

#[test]
fn nobody_else_can_be_noted_about() {
    let senco = with_family()
        .does("<Ctrl+N><Shift+Tab><Shift+Tab><Shift+Tab><Shift+Tab><Shift+Tab><Shift+Tab>");
    let senco = sees_no_other(senco).does("<Esc><Esc><Ctrl+N>");
    senco
        .does("<Shift+Tab><Shift+Tab><Shift+Tab><Shift+Tab><Ctrl+A>")
        .does("<Esc>");
}

#[test]
fn a_brief_tells_no_name_of_a_family_where_initials_are_asked_for() {
    let table = [
        ("kha", "Mrs K."),
        ("adeb", "Mrs A."),
        ("osei", "Mr O."),
        ("byr", "Ms B."),
    ];
    for (typed, parent) in table {
        let mut senco = demo().at(80, 40);
        let names = names(&senco, |_| true);
        senco = senco
            .does(&format!("<F8>21<Esc>/{typed}<Enter>b"))
            .sees("BRIEF");
        let screen = senco.screen();
        let seen = words(&screen);
        let told: Vec<_> = names.iter().filter(|name| seen.contains(*name)).collect();
        assert!(told.is_empty(), "{told:?} in the brief:\n{screen}");
        senco.sees(parent);
    }
}

#[test]
fn leaving_asks_first_and_lands_on_today_without_names() {
    let senco = with_family()
        .does("<F8>1")
        .sees("Show other pupils again?")
        .picture("leaving-80x24")
        .does("n");
    let senco = sees_no_other(senco)
        .sees("[this pupil only]")
        .does("<F8>1y");
    let senco = sees_no_other(senco)
        .sees("[0 Today]")
        .sees("Names are hidden until you press a key")
        .sees_no("[this pupil only]");
    senco.does("1").sees("Osei, Kofi");
}

#[test]
fn esc_never_widens_who_can_see() {
    let mut senco = with_family();
    for _ in 0..6 {
        senco = sees_no_other(senco.does("<Esc>")).sees("[this pupil only]");
    }
    sees_no_other(senco.does("<Ctrl+Z><Ctrl+Y>"));
}

#[test]
fn a_record_that_stands_open_is_closed() {
    let senco = Senco::new()
        .with(register())
        .does("1/osei<Enter><Enter><Esc>/kha<Enter><Enter><Esc>/osei<Enter><Space><Esc><F8>5");
    sees_no_aisha(senco.sees("[marked pupils only]").does("1"));
}

fn sees_no_aisha(mut senco: Senco) {
    let screen = senco.screen();
    assert!(
        screen.contains("Osei") && !screen.contains("Aisha"),
        "{screen}"
    );
}

#[test]
fn a_teaching_assistant_sees_her_group() {
    let senco = Senco::new()
        .with(register())
        .does("<F8>4")
        .sees("Phonics 3 (Mrs Bell): 1 pupil")
        .does("a1")
        .sees("[this group only]")
        .sees("Khan, Aisha");
    sees_no_other(senco);
}

#[test]
fn without_a_pupil_in_hand_or_marks_it_says_what_to_do_first() {
    Senco::new()
        .with(register())
        .does("<F8>3")
        .sees("Take the family's child in hand first")
        .does("<F8>5")
        .sees("Mark those the inspector may see first");
}

#[test]
fn the_counts_after_unlock_let_the_question_through() {
    let senco = Senco::new()
        .with(register())
        .does("1/kha<Enter><Enter><Esc><F8>3<F8>1y<F8>");
    sees_no_other(senco.sees("Who can see the screen?"));
}

/// Keys that go through all screens, their pages and their forms, with the pupil in hand.
const EVERYWHERE: [&str; 27] = [
    "0<Down><Down><Down><Enter>",
    "<Esc><Esc>1s<Down><Enter>",
    "<Right><Right><Right><Right>n<Tab>",
    "<Esc><Right><Enter>",
    "<Esc><Esc>2vapdr<Esc>a<Enter>",
    "<Esc>p<Enter>",
    "<Esc>n",
    "<Esc>dn",
    "s<Tab>",
    "<Esc><Esc>r<Enter>",
    "<Esc>b<Down><Down>",
    "<lt><lt><Enter>",
    "<Esc><Esc>1<Esc>/kha<Enter>b<PageDown>",
    "<Esc><Esc>3<Enter>",
    "<Esc>v<Down><Down><Enter>",
    "<Esc><Esc>v<Enter>",
    "<Esc><Esc>4ns<Tab><Esc>",
    "<Enter>",
    "<Esc>v<Down><Down><Enter>",
    "<Esc>n<Tab><Tab>",
    "<Esc>/a",
    "<Esc><Esc>v<Down><Right>",
    "<Enter>",
    "<Esc>n",
    "<Esc><Ctrl+F>a",
    "<Ctrl+A>quiet",
    "<Esc><Ctrl+N><Tab>m",
];

/// Words of a screen, to compare with names.
fn words(screen: &str) -> std::collections::BTreeSet<String> {
    let words = screen.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    words.map(str::to_owned).collect()
}

/// The made-up school on Monday 23 November 2026, with Aisha in hand.
fn demo() -> Senco {
    let today = "2026-11-23".parse().unwrap();
    let edits = caseload::demo::edits(today, &caseload::domain::Ids::after(0, 1));
    Senco::new()
        .with(edits)
        .does("1Aisha khan<Enter><Enter><Esc><Esc>")
}

/// First names and surnames of the pupils chosen, that no adult of the school has.
fn names(senco: &Senco, chosen: impl Fn(&str) -> bool) -> Vec<String> {
    let caseload = senco.caseload();
    let adults: String = caseload
        .people
        .iter()
        .filter(|person| person.kind != caseload::domain::PersonKind::Family)
        .map(|person| format!("{} ", person.name))
        .collect();
    let adults = words(&adults);
    let pupils = caseload
        .pupils
        .iter()
        .filter(|pupil| chosen(&pupil.forename));
    let names = pupils.flat_map(|pupil| [pupil.forename.clone(), pupil.surname.clone()]);
    let names = names.filter(|name| !name.is_empty() && !adults.contains(name));
    names.collect()
}

#[test]
fn no_screen_tells_a_family_of_another_child() {
    let senco = demo();
    let others = names(&senco, |forename| forename != "Aisha");
    let mut senco = senco.does("<F8>3").sees("[this pupil only]");
    let mut briefs = 0;
    for script in EVERYWHERE {
        for key in parse_script(script).unwrap() {
            senco.presses(key);
            let screen = senco.screen();
            briefs += usize::from(screen.contains("BRIEF   "));
            let seen = words(&screen);
            let told: Vec<_> = others
                .iter()
                .filter(|name| seen.contains(*name) && *name != "Khan")
                .collect();
            assert!(told.is_empty(), "{told:?} at {key} of {script}:\n{screen}");
        }
    }
    assert!(briefs > 0, "the brief was not opened");
}

#[test]
fn no_screen_tells_a_name_where_initials_are_asked_for() {
    let senco = demo();
    let names = names(&senco, |_| true);
    let mut senco = senco.does("<F8>2").sees("[initials]");
    let mut briefs = 0;
    for script in EVERYWHERE {
        for key in parse_script(script).unwrap() {
            senco.presses(key);
            let screen = senco.screen();
            briefs += usize::from(screen.contains("BRIEF   "));
            let seen = words(&screen);
            let told: Vec<_> = names.iter().filter(|name| seen.contains(*name)).collect();
            assert!(told.is_empty(), "{told:?} at {key} of {script}:\n{screen}");
        }
    }
    assert!(briefs > 0, "the brief was not opened");
}

#[test]
fn typed_text_about_a_pupil_has_initials_too() {
    Senco::new()
        .with(super::plan::with_pupil("Arlo", "Whittlecombe"))
        .does("1an<Enter>Arlo is kind. Mrs Whittlecombe worries.<Ctrl+S><F8>2")
        .sees("A.   is kind. Mrs W.           worries.")
        .sees_no("Arlo")
        .sees_no("Whittlecombe");
}
