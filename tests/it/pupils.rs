//! The register: who is on it, in which order, narrowed by words; and a pupil's record.

use caseload::domain::{Edit, Id, NcYear, NeedCode, Pupil, PupilId, Status};

use super::register::{AISHA, GONE, KOFI, TYLER, ZUZANNA, register};
use super::school::{OAKFIELD, oakfield};
use super::senco::Senco;

fn pupil(senco: &Senco, id: PupilId) -> &Pupil {
    senco.caseload().pupils.get(id).unwrap()
}

/// In her record, at a page so many to the right.
fn record(name: &str, right: usize) -> Senco {
    Senco::new()
        .with(register())
        .does(&format!("1/{name}<Enter><Enter><Right>"))
        .does(&"<Right>".repeat(right))
}

/// Names in the order they stand on the screen.
fn in_order(mut senco: Senco, names: &[&str]) -> Senco {
    let screen = senco.screen();
    let places: Vec<_> = names.iter().map(|name| screen.find(name)).collect();
    assert!(
        places.iter().all(Option::is_some) && places.is_sorted(),
        "not in this order: {names:?}\n{screen}"
    );
    senco
}

#[test]
fn the_register_shows_who_is_on_it_by_what_is_due() {
    let senco = Senco::new()
        .with(register())
        .does("1")
        .sees("Pupils 5   K 2  E 1  watching 1  no SEN 1")
        .sees_no("Marsh")
        .picture("pupils-80x24");
    in_order(senco, &["Nowak", "Khan", "Osei"]);
}

#[test]
fn where_there_is_room_a_card_tells_her_story() {
    let senco = Senco::new().with(register()).at(120, 40).does("1<Down>");
    let senco = senco.sees("SEN support since 9");
    let senco = senco.sees("aim 8");
    senco
        .sees("\"I like it when it is quiet.\"")
        .sees("see DSL")
        .picture("pupils-120x40");
}

#[test]
fn the_filter_works_as_typed_and_says_how_it_was_read() {
    Senco::new()
        .with(register())
        .does("1/k y4")
        .sees("= SEN support, Year 4")
        .sees("showing 1")
        .sees("Khan, Aisha")
        .sees_no("Nowak")
        .does("<Backspace><Backspace>slcn")
        .sees("SEN support, SLCN")
        .picture("pupils-filter-80x24")
        .does("<Enter>s")
        .sees("by name")
        .sees("showing 1")
        .does("<Esc>")
        .sees("showing all");
}

#[test]
fn a_capital_letter_begins_the_filter_and_accents_do_not_matter() {
    Senco::new()
        .with(register())
        .does("1Zoe")
        .sees("Łukasik")
        .sees("showing 1")
        .does("<Esc>Odw")
        .sees("Łukasik")
        .does("<Esc>O'Dw")
        .sees("Łukasik")
        .does("<Esc>Xx")
        .sees("Nobody has all of these");
}

#[test]
fn late_due_and_led_are_words_of_the_filter() {
    let senco = Senco::new().with(register()).does("1/late");
    let senco = senco.sees("Nowak").sees("showing 1").does("<Esc>/due 1w");
    let senco = senco.sees("Khan").sees("showing 1").does("<Esc>/led:bell");
    let senco = senco.sees("Khan").sees("showing 1").does("<Esc>/left");
    senco.sees("Marsh, Ella").sees("showing 1");
}

#[test]
fn the_order_goes_round_and_the_cursor_stays_on_its_pupil() {
    let senco = Senco::new().with(register()).does("1<Down>s");
    let senco = in_order(
        senco.sees("by name"),
        &["> Khan", "Łukasik", "Nowak", "Osei", "Tyler"],
    );
    let senco = in_order(
        senco.does("s").sees("by class"),
        &["Nowak", "Tyler", "> Khan", "Osei"],
    );
    let senco = in_order(
        senco.does("s").sees("by year"),
        &["Łukasik", "Nowak", "Tyler", "> Khan"],
    );
    let senco = senco.does("s").sees("by status");
    let senco = in_order(senco, &["Osei", "> Khan", "Nowak", "Tyler", "Łukasik"]);
    senco.does("s").sees("by what is due");
}

#[test]
fn marked_pupils_are_the_ones_that_follow() {
    Senco::new()
        .with(register())
        .does("1s<Home><Space><Down><Down><Space>")
        .sees("2 marked")
        .does("<Home><Enter>")
        .sees("Aisha Khan: Record  1 of 2")
        .does(">")
        .sees("Zuzanna Nowak: Record  2 of 2")
        .does(">")
        .sees("There is nobody further that way")
        .does("<Esc><Ctrl+A>")
        .sees("5 marked")
        .does("<Ctrl+A>")
        .sees_no("marked");
}

#[test]
fn esc_steps_back_through_filter_marks_and_hand_and_then_stops() {
    Senco::new()
        .with(register())
        .does("1s<Home><Enter><Esc><Space>/kh<Enter>")
        .sees("showing 1")
        .sees("1 marked")
        .sees("in hand: Khan")
        .does("<Esc>")
        .sees_no("showing")
        .sees("1 marked")
        .does("<Esc>")
        .sees_no("marked")
        .sees("in hand: Khan")
        .does("<Esc>")
        .sees_no("in hand")
        .does("<Esc><Esc>")
        .sees("[1 Pupils]");
}

#[test]
fn the_letters_of_the_approach_take_her_in_hand_with_those_that_follow() {
    Senco::new()
        .with(register())
        .does("1s<Home>p")
        .sees("[2 Plan]")
        .sees("in hand: Khan, Aisha");
}

#[test]
fn one_name_makes_a_pupil_and_the_cursor_is_on_her() {
    let senco = Senco::new()
        .with(register())
        .does("1n<Tab><Tab>Jo<Ctrl+S>")
        .sees("Saved: Jo added: watching. Ctrl+Z takes it back.")
        .sees("> Jo")
        .sees("watching 2")
        .kept()
        .does("<Ctrl+Z>")
        .sees("Taken back: Jo added: watching")
        .sees_no("> Jo")
        .kept();
    assert_eq!(senco.caseload().pupils.len(), 6);
}

#[test]
fn a_pupil_without_a_name_is_refused_and_nothing_typed_is_lost() {
    Senco::new()
        .with(oakfield())
        .does("1")
        .sees("No pupils yet.")
        .does("n<Tab><Tab><Tab><Tab>3B<Ctrl+S>")
        .sees("One name is needed")
        .sees("3B")
        .picture("new-pupil-refused-80x24")
        .does("<Esc>")
        .sees("kept as a draft")
        .does("n")
        .sees("3B");
}

#[test]
fn a_new_status_ends_the_one_before() {
    let senco = record("kha", 2)
        .sees("the parent must be told")
        .does("n")
        .sees("< EHC plan >")
        .does("<Tab>1 nov 2026<Ctrl+A>1 nov 2026<Tab>plan made<Ctrl+S>")
        .sees("Saved: Aisha Khan: EHC plan.")
        .sees("31 Oct 2026")
        .picture("record-status-80x24")
        .kept();
    assert_eq!(senco.caseload().status_of(AISHA), Status::E);
    let senco = senco
        .does("<Ctrl+Z>")
        .sees("Taken back: Aisha Khan: EHC plan")
        .kept();
    assert_eq!(senco.caseload().status_of(AISHA), Status::K);
}

#[test]
fn a_record_opens_on_its_contents_and_a_letter_opens_a_section() {
    let senco = Senco::new()
        .with(register())
        .does("1/kha<Enter><Enter>")
        .sees("Aisha Khan: Record")
        .sees("S Status")
        .sees("to fill in: when the parent was told")
        .picture("record-contents-80x24")
        .does("n")
        .sees("Open a section first")
        .does("<Down><Down><Down><Enter>")
        .sees("Aisha Khan: Needs")
        .does("P")
        .sees("Aisha Khan: Profile")
        .does("v<Left><Left><Left><Left><Left><Left>")
        .sees("Aisha Khan: Record")
        .does("<Left>")
        .sees("Aisha Khan: Tracked changes")
        .does("<Esc>")
        .sees("Aisha Khan: Record")
        .does("<Esc>")
        .sees("Pupils 5");
    senco
        .at(120, 40)
        .does("<Enter><Down><Down>")
        .sees("the parent must be told")
        .picture("record-contents-120x40");
}

#[test]
fn a_status_that_does_not_fit_is_refused_with_what_to_do() {
    record("kha", 2)
        .does("nw<Tab><Ctrl+A>1 jan 2025<Ctrl+S>")
        .sees("began on 9 Jan 2025")
        .does("<Ctrl+A>1 dec 2026<Ctrl+S>")
        .sees("has not come yet")
        .does("<Ctrl+A>nonsense<Ctrl+S>")
        .sees("! ")
        .does("<Esc>")
        .sees("kept as a draft");
}

#[test]
fn a_status_is_put_right_and_taken_away() {
    let senco = record("kha", 2)
        .does("<Enter><Tab><Tab><Tab>y<Tab><Ctrl+A>14 jan 2025<Ctrl+S>")
        .sees("told 14 Jan 2025")
        .sees_no("the parent must be told")
        .does("<Delete>")
        .sees("Saved: Status of Aisha Khan removed")
        .sees("No status yet")
        .does("<Ctrl+Z>")
        .kept();
    assert!(senco.caseload().status_now(AISHA).is_some());
}

#[test]
fn a_contact_is_an_adult_and_a_tie_in_one_save() {
    let senco = record("kha", 5)
        .sees("Mrs Khan")
        .does("nMr Khan<Tab>father<Tab><Tab>y<Ctrl+S>")
        .sees("Saved: Contact added for Aisha Khan: Mr Khan.")
        .sees("father")
        .picture("record-contacts-80x24")
        .kept()
        .does("<End><Enter><Tab><Ctrl+A>stepfather<Ctrl+S>")
        .sees("stepfather")
        .does("<Delete>")
        .sees("Saved: Contact of Aisha Khan removed: Mr Khan.")
        .sees_no("stepfather")
        .kept();
    assert_eq!(senco.caseload().people.len(), 2);
    let senco = senco.does("<Ctrl+Z><Ctrl+Z><Ctrl+Z>").kept();
    assert_eq!(senco.caseload().ties.len(), 1);
}

#[test]
fn a_name_that_is_known_means_that_person() {
    Senco::new()
        .with(register())
        .does("1Kof<Enter><Enter>CnMrs Kh<Tab>")
        .sees("Mrs Khan is known here (of Aisha Khan)")
        .does("<Tab><Shift+Tab><Shift+Tab><Ctrl+A><Delete><Ctrl+S>")
        .sees("A name is needed");
}

#[test]
fn steps_of_a_plan_are_written_down_with_their_day() {
    let senco = record("kha", 7)
        .sees("No step of an EHC assessment")
        .does("ns<Tab>12 oct<Ctrl+S>")
        .sees("Saved: Aisha Khan: assessment requested.")
        .sees("12 Oct 2026")
        .kept()
        .does("ns")
        .sees("LA will assess")
        .does("<Ctrl+S>")
        .sees("A date is needed")
        .does("<Esc><End><Delete>")
        .sees("assessment requested removed")
        .kept();
    assert!(senco.caseload().ehc_events.is_empty());
}

#[test]
fn needs_are_codes_of_the_census_in_rank_order() {
    let senco = record("kha", 3)
        .sees("SLCN Speech, language and communication needs")
        .does("<Enter><Tab><Tab>vision<Ctrl+S>")
        .sees("VI Vision")
        .kept()
        .does("<Enter><Ctrl+A>dyslexia<Ctrl+S>")
        .sees("is no type of need of the census");
    let codes = ["SLCN", "SEMH", "VI"].map(NeedCode::new);
    assert_eq!(pupil(&senco, AISHA).needs, codes);
}

#[test]
fn a_need_that_does_not_go_with_the_status_is_doubted_and_saved() {
    let senco = Senco::new()
        .with(register())
        .does("1Kof<Enter><Enter>N<Enter><Ctrl+A>nsa<Tab>")
        .sees("~ NSA goes with SEN support only")
        .does("<Ctrl+S>")
        .sees("Saved")
        .sees("~ NSA goes with SEN support only")
        .kept();
    assert_eq!(pupil(&senco, KOFI).needs, [NeedCode::new("NSA")]);
}

#[test]
fn identity_is_one_form_and_doubts_never_stop_it() {
    let senco = record("kha", 0)
        .does("<Enter><Tab><Tab>Ash<Tab><Tab><Right><Tab><Tab><Tab>a801200005001")
        .sees("first letter should be B")
        .sees("most are in Year 4, not Year 5")
        .picture("identity-80x24")
        .does("<Ctrl+S>")
        .sees("Saved: Record of Ash Khan changed.")
        .sees("registered as Aisha")
        .sees_no("A801200005001")
        .kept();
    let aisha = pupil(&senco, AISHA);
    assert_eq!(
        (aisha.upn.as_str(), aisha.year),
        ("A801200005001", Some(NcYear::Y5))
    );
    assert!(aisha.see_dsl);
}

#[test]
fn flags_are_yes_no_or_not_known_and_the_filter_has_a_word_for_each() {
    let senco = Senco::new()
        .with(register())
        .does("1Tyl<Enter><Enter>")
        .sees("F Flags            not known")
        .does("F<End><Enter>y")
        .sees("< yes >")
        .does("<Ctrl+S>")
        .sees("Saved: Record of Tyler changed.")
        .kept()
        .does("<Esc>")
        .sees("F Flags            young carer")
        .does("<Esc><Esc>/carer")
        .sees("Tyler")
        .sees("showing 1");
    assert_eq!(pupil(&senco, TYLER).young_carer, Some(true));
}

#[test]
fn a_need_has_its_day_and_one_that_is_gone_stays_below() {
    let senco = record("kha", 0)
        .does("N<Enter><Tab><Tab><Tab><Tab>9 jan 2025<Ctrl+S>")
        .sees("since 9 Jan 2025")
        .kept()
        .does("<Enter><Ctrl+A>mld<Ctrl+S>")
        .sees("MLD")
        .sees("SLCN, 9 Jan 2025 to 23 Nov 2026")
        .kept()
        .does("<Ctrl+Z>")
        .sees("since 9 Jan 2025")
        .kept();
    let since = "2025-01-09".parse().ok();
    assert_eq!(
        pupil(&senco, AISHA).need_since(&NeedCode::new("SLCN")),
        since
    );
}

#[test]
fn papers_kept_from_somebody_want_a_reason() {
    record("kha", 0)
        .does("C<Enter><Tab><Tab><Tab><Tab><Tab><Right>")
        .sees("no reason says why papers are kept")
        .does("<Tab>court order of 2 June")
        .sees_no("no reason says why papers are kept")
        .does("<Ctrl+S>")
        .sees("(court order of 2 June)")
        .kept();
}

#[test]
fn past_compulsory_school_age_the_papers_are_the_young_persons() {
    let older = Pupil {
        forename: "Sam".into(),
        dob: "2010-02-01".parse().ok(),
        ..Pupil::new(Id::new(300), OAKFIELD)
    };
    Senco::new()
        .with(oakfield().into_iter().chain([Edit::new("").put(older)]))
        .does("1<Enter><Enter>C")
        .sees("past compulsory school age since 26 Jun 2026")
        .sees("Children and Families Act 2014");
}

#[test]
fn a_one_page_profile_says_who_wrote_it_and_when_it_was_gone_through() {
    let senco = record("kha", 0)
        .does("P<Down><Down><Down><Enter>She is kind.<Ctrl+S>")
        .sees("She is kind.")
        .does("<End><Up><Enter>20 nov<Shift+Tab>Mrs Bell<Ctrl+S>")
        .sees("20 Nov 2026, written by Mrs Bell")
        .kept();
    assert_eq!(pupil(&senco, AISHA).appreciated, "She is kind.");
}

#[test]
fn a_healthcare_plan_has_its_review_on_today_and_is_never_late_without_one() {
    let senco = record("kha", 0)
        .does("H")
        .sees("No individual healthcare plan")
        .does("nasthma<Ctrl+S>")
        .sees("Saved: Aisha Khan: individual healthcare plan.")
        .sees("to fill in: when this healthcare plan is reviewed")
        .kept()
        .does("<Enter><Tab>Mrs Bell<Tab><Tab>20 nov 2026<Tab><Tab>cold air<Ctrl+S>")
        .sees("review 20 Nov 2026")
        .sees("Signs, triggers: cold air")
        .picture("record-health-80x24")
        .kept()
        .does("<Esc><Esc>0")
        .sees("individual healthcare plan (asthma)");
    let plan = senco.caseload().other_plans.iter().next().unwrap();
    assert!(plan.person.is_some());
}

#[test]
fn a_part_time_timetable_has_an_end_and_goes_with_one_key() {
    let senco = record("kha", 0)
        .does("On<Tab>mornings only")
        .sees("exceptional and has an end")
        .does("<Tab><Tab><Tab><Tab>18 dec 2026<Ctrl+S>")
        .sees("part-time timetable: mornings only")
        .sees("to end 18 Dec 2026")
        .kept()
        .does("<Delete>")
        .sees("part-time timetable removed")
        .does("<Ctrl+Z>")
        .sees("mornings only")
        .kept();
    assert_eq!(senco.caseload().other_plans.len(), 1);
}

#[test]
fn a_medical_summary_is_a_box_of_its_own() {
    let senco = record("kha", 0)
        .does("H<Home><Enter>Hay fever.<Ctrl+S>")
        .sees("Hay fever.")
        .kept()
        .does("<Esc>")
        .sees("H Health           Hay fever.");
    assert_eq!(pupil(&senco, AISHA).medical, "Hay fever.");
}

#[test]
fn a_form_left_half_typed_is_taken_up_again() {
    record("kha", 4)
        .does("<Enter> She sings.<Esc>")
        .sees("kept as a draft")
        .does("<Enter>")
        .sees("She sings.")
        .does("<Ctrl+S>")
        .sees("Saved: Record of Aisha Khan changed.")
        .sees("She sings.")
        .kept();
}

#[test]
fn leaving_the_register_is_not_leaving_the_school() {
    let senco = record("kha", 0)
        .does("L")
        .does("<Enter><Tab>no longer needed<Ctrl+S>")
        .sees("Saved: Aisha Khan is off the register, and watched.")
        .sees("not on it")
        .does("<Enter>fri<Tab>Northgate<Ctrl+S>")
        .sees("Saved: Aisha Khan has left.")
        .sees("left, last day 20 Nov 2026, for Northgate")
        .kept();
    assert_eq!(senco.caseload().present().count(), 4);
    assert!(senco.caseload().status_now(AISHA).unwrap().watching);
}

#[test]
fn a_pupil_with_records_stays_and_leaving_is_offered_instead() {
    let senco = Senco::new()
        .with(register())
        .does("1Kha<Enter><Delete>")
        .sees("Has Aisha Khan left the school?")
        .sees("school's evidence and stay")
        .picture("remove-refused-80x24")
        .does("y")
        .sees("Aisha Khan leaves the school")
        .does("<Esc>");
    assert!(senco.caseload().pupils.get(AISHA).is_some());
}

#[test]
fn a_pupil_typed_by_mistake_goes_and_can_come_back() {
    let senco = Senco::new()
        .with(register())
        .does("1nMistake<Ctrl+S><Delete>")
        .sees("Saved: Mistake removed.")
        .kept();
    assert_eq!(senco.caseload().pupils.len(), 6);
    let senco = senco.does("<Ctrl+Z>").sees("Mistake").kept();
    assert_eq!(senco.caseload().pupils.len(), 7);
}

#[test]
fn notes_alone_keep_a_pupil_in_the_caseload() {
    let senco = Senco::new()
        .with(register())
        .does("1Tyl<Enter><Delete>")
        .sees("Has Tyler left the school?")
        .does("n");
    assert!(senco.caseload().pupils.get(TYLER).is_some());
}

#[test]
fn those_who_left_are_reached_by_the_filter() {
    let senco = Senco::new()
        .with(register())
        .does("1/left<Enter><Enter>L")
        .sees("left, last day 20 Jul 2026")
        .does("<Home><Enter><Ctrl+A><Delete><Ctrl+S>")
        .sees("Saved: Ella Marsh is here again.")
        .kept();
    assert!(pupil(&senco, GONE).left_on.is_none());
}

#[test]
fn names_of_any_length_and_script_keep_the_columns() {
    let named = |id, forename: &str, surname: &str| Pupil {
        forename: forename.into(),
        surname: surname.into(),
        class: "4B".into(),
        ..Pupil::new(Id::new(id), OAKFIELD)
    };
    let pupils = Edit::new("")
        .put(named(
            200,
            "Wolfeschlegelsteinhausen",
            "Bergerdorff-Okonkwo",
        ))
        .put(named(201, "小明", "王王王王王王王王王王王王"))
        .put(named(202, "ליאור", "כהן"))
        .put(named(203, "Ae\u{301}lle", "O\u{2019}Brien"));
    let mut senco = Senco::new()
        .with(oakfield().into_iter().chain([pupils]))
        .does("1");
    let screen = senco.screen();
    let rows = screen.lines().filter(|line| line.contains(" 4B"));
    let places: Vec<_> = rows
        .map(|row| caseload::ui::widgets::width(row.split(" 4B").next().unwrap()))
        .collect();
    assert_eq!(places.len(), 4, "{screen}");
    assert!(places.iter().all(|place| *place == places[0]), "{screen}");
}

#[test]
fn marks_are_dropped_with_the_pupil() {
    Senco::new()
        .with(register())
        .does("1nMistake<Ctrl+S><Space><Delete>")
        .sees_no("1 marked")
        .kept();
}

#[test]
fn zuzanna_is_under_the_cursor_first() {
    let mut senco = Senco::new().with(register()).does("1");
    let (screen, cursor) = senco.drawn();
    let row = screen.lines().nth(usize::from(cursor.y)).unwrap();
    assert!(row.contains("> Nowak"), "{row}");
    let id = senco.caseload().find("nowak")[0].id;
    assert_eq!(id, ZUZANNA);
}

#[test]
fn a_record_uses_the_room_there_is() {
    record("kha", 4)
        .at(120, 40)
        .sees("draws maps of places she has been to.")
        .picture("record-profile-120x40");
}

#[test]
fn a_name_that_nobody_spells_so_finds_those_who_sound_so() {
    Senco::new()
        .with(register())
        .does("1/ayesha kahn")
        .sees("nobody is spelled so; these sound like it")
        .sees("showing 1")
        .sees("Khan, Aisha")
        .does("<Esc>/aisha")
        .sees("= named aisha")
        .does("<Esc>/ayesha y4")
        .sees("Nobody has all of these")
        .does("<Esc><Ctrl+F>Zuzana")
        .sees("Nowak, Zuzanna");
}

#[test]
fn those_who_are_shown_are_kept_for_excel_and_for_other_systems() {
    let senco = Senco::new()
        .with(register())
        .does("1/khan<Enter><Ctrl+P>")
        .sees("Keep the pupil shown, names and all, as")
        .sees("a workbook, for Excel")
        .does("e")
        .sees(".xlsx: it is not encrypted")
        .does("<Ctrl+P>c")
        .sees(".csv: it is not encrypted");
    for name in ["Register 2026-11-23.xlsx", "Register 2026-11-23.csv"] {
        let bytes = std::fs::read(senco.home().join("kept").join(name)).unwrap();
        let file = caseload::import::read(&bytes, "2026-11-23".parse().unwrap()).unwrap();
        let [khan] = &file.pupils[..] else {
            panic!("{name}: {:?}", file.pupils);
        };
        assert_eq!(khan.surname.as_deref(), Some("Khan"));
        assert_eq!(khan.status, Some(Status::K));
    }
    senco
        .does("<Esc>/nobody at all<Enter><Ctrl+P>")
        .sees("There is nobody to keep");
}
