//! Lists laid out as schools' systems and their own workbooks lay them out, beside the samples: each is taken in, and then
//! again with nothing new.

use caseload::domain::Status;
use caseload::import::{Intake, Preview};

use super::office::{Office, told};

/// An independent school's system: many columns that are nobody's business here, and a tutor beside the form.
const FORMS_AND_TUTORS: &str = "\
Id,UPN,ULN,AD Username,Forename,Middle Names,Surname,Preferred Name,DOB,Gender,Ethnic Group,Religion,NC Year,Form/Tutor Group,Tutor,Academic House,School Email Address,Mobile Number,SEN Status,SEN Notes
1021,,,a.adams,Ava,Rose,Adams,Avie,14/02/2015,F,WBRI,None,7,7A,Mr Day,Red,a@x.sch.uk,07700900123,K,Struggles with reading
1022,,,b.bell,Benjamin,,Bell,Ben,2013-12-01,M,WBRI,None,8,8B,Ms Fox,Blue,b@x.sch.uk,,E,
";

/// The template of an assessment suite: asterisks, a column of actions, flags as letters.
const ASTERISKS: &str = "\
Action,UPN,User Type,First name *,Last name *,Year group *,Class *,Date of birth *,Gender *,EAL,FSM,Pupil Premium,Looked after,Service child,Young Carer,SEN Status
A,,S,Ava,Adams,Year 4,4H,14/02/2018,F,N,Y,Y,N,Y,N,SEN Support
A,,S,Yusuf,Abdi,Year 5,5H,03/11/2016,M,Y,N,N,N,N,Y,EHCP
";

/// A line for each need, the further ones with nothing but the need.
const NEEDS_BELOW: &str = "\
\"Surname\",\"Forename\",\"Reg\",\"Year\",\"Adno\",\"SEN Status\",\"SEN Need Type\",\"SEN Need Description\",\"SEN Need Ranking\",\"SEN Start Date\"
\"Adams\",\"Ava\",\"4H\",\"Year  4\",\"004512\",\"K\",\"SLCN\",\"Speech, Language & Communication Needs\",\"1\",\"04/09/2024\"
\"\",\"\",\"\",\"\",\"\",\"\",\"SEMH\",\"Social, Emotional and Mental Health\",\"2\",\"\"
\"Bell\",\"Ben\",\"6M\",\"Year  6\",\"004513\",\"E\",\"ASD\",\"Autistic Spectrum Disorder\",\"1\",\"12/01/2023\"
";

/// Labels with their codes, a twin, reviews in words, and somebody who is only watched.
const LABELS_AND_CODES: &str = "\
Pupil Name,Form,Year,DOB,SEN Stage,Primary Need,Secondary Need,SEN Start Date,Review Date,EHCP Hours,Medical
\"Adams, Ava\",4H,4,14/02/2018,SEN Support (K),\"Speech, Language and Communication Needs (SLCN)\",,04/09/2024,Jan,,
\"Bell, Ben (twin)\",6M,6,01/12/2015,Education Health and Care Plan (E),Autistic Spectrum Disorder (ASD),SEMH,12/01/2023,w/c 7 Dec,32.5,Asthma
\"Cole, Cy\",2A,2,03/03/2020,Monitoring,,,,,,
";

/// A provision map, with semicolons and surnames in capitals.
const PROVISION: &str = "\
Student Name;UPN;Year Group;Tutor Group;SEND Status;Need 1;Need 2;Need 3;Key Worker;Outcomes;Provision;Cost
Ava ADAMS;;4;4H;K;SLCN;SEMH;;Mrs Bell;Uses 4-word sentences;Colourful Semantics 3x20;\u{a3}240
Ben BELL;;6;6M;E;ASD;;;Mr Day;;LSA 20hrs;\u{a3}12,000
";

/// Titles above, a total below, and a line for each need with everything said again.
const NEEDS_AGAIN: &str = "\
SEN Register
Date: 24/11/2026 08:12:11

First Name,Last Name,Pref. First Name,Tutor Group,Year Group,Date of Birth,SEN Code,SEN Type,SEN Type Rank,SEN Start
Ava,Adams,Avie,4H,Year 4,14 Feb 2018,K,SEMH - Social Emotional,2,04/09/2024
Ava,Adams,Avie,4H,Year 4,14 Feb 2018,K,SLCN - Speech Language and Communication,1,04/09/2024
Ben,Bell,,6M,Year 6,01 Dec 2015,E,ASD - Autism,1,12/01/2023

Total pupils: 2
";

/// A report in which every heading says its area first.
const AREA_FIRST: &str = "\
Student: Legal First Name,Student: Legal Last Name,Student: Date of Birth,Student: UPN,Registration Form: Registration Form Name,Year Group: Year Group Name,SEN Status: SEN Status Name,SEN Need: SEN Type,SEN Need: Rank
Ava,Adams,14/02/2018,,4H,Year 4,SEN Support,\"Speech, Language and Communication Needs\",1
Ben,Bell,01/12/2015,,6M,Year 6,\"Education, Health and Care Plan\",Autistic Spectrum Disorder,1
";

/// A teacher's own: surnames as initials, areas in place of types, dates in words, a comment over two lines.
const OWN: &str = "\
Child,D.O.B,Yr,Class,Stage,Area(s) of need,Agencies involved,Parents informed?,IEP review,Comments
Ava A,14.2.18,Curriculum Year 4,4H,K,C+I / SEMH,SALT,Y 12/9/24,Feb half term,bright & breezy
Ben B,1.12.15,6,6M,EHC,C&L,EP; OT,yes,15/12/26,\"TA 1:1
mornings\"
Cy C,3.3.20,2,2A,Watch,,,,,
";

/// The pupils as the caseload has them, in one line each, by surname and forename.
fn pupils(office: &Office) -> Vec<String> {
    let mut lines: Vec<String> = office
        .caseload
        .pupils
        .iter()
        .map(|pupil| {
            let period = office.caseload.status_now(pupil.id);
            let status = period.map_or("-", |period| match (period.status, period.watching) {
                (_, true) => "watching",
                (Status::K, _) => "K",
                (Status::E, _) => "E",
                (Status::N, _) => "N",
            });
            let needs: Vec<&str> = pupil.needs.iter().map(|need| need.as_str()).collect();
            format!(
                "{} {} {} {status} {}",
                pupil.listed(),
                pupil.year.map_or("-", |year| year.code()),
                pupil.class,
                needs.join(" "),
            )
            .trim_end()
            .to_owned()
        })
        .collect();
    lines.sort();
    lines
}

fn taken(name: &str, text: &str, expected: &[&str]) -> (Office, Preview) {
    let mut office = Office::new();
    let preview = office.take((name, text.as_bytes()));
    assert_eq!(pupils(&office), expected, "{name}: {:?}", told(&preview));
    (office, preview)
}

#[test]
fn every_layout_gives_who_stands_in_it() {
    let two = ["Adams, Ava 4 4H K SLCN", "Bell, Ben 6 6M E ASD"];
    let ranked = ["Adams, Ava 4 4H K SLCN SEMH", "Bell, Ben 6 6M E ASD"];
    taken("needs-below.csv", NEEDS_BELOW, &ranked);
    taken(
        "needs-again.csv",
        NEEDS_AGAIN,
        &["Adams, Avie 4 4H K SLCN SEMH", "Bell, Ben 6 6M E ASD"],
    );
    taken("area-first.csv", AREA_FIRST, &two);
    taken(
        "labels.csv",
        LABELS_AND_CODES,
        &[
            "Adams, Ava 4 4H K SLCN",
            "Bell, Ben 6 6M E ASD SEMH",
            "Cole, Cy 2 2A watching",
        ],
    );
    taken(
        "provision.csv",
        PROVISION,
        &["ADAMS, Ava 4 4H K SLCN SEMH", "BELL, Ben 6 6M E ASD"],
    );
    taken(
        "own.csv",
        OWN,
        &["A, Ava 4 4H K SEMH", "B, Ben 6 6M E", "C, Cy 2 2A watching"],
    );
}

#[test]
fn flags_are_letters_and_what_is_nobodys_business_is_named() {
    let (office, _) = taken(
        "asterisks.csv",
        ASTERISKS,
        &["Abdi, Yusuf 5 5H E", "Adams, Ava 4 4H K"],
    );
    let ava = office.pupil("Ava");
    assert_eq!(
        (ava.pp, ava.eal, ava.service, ava.young_carer),
        (Some(true), Some(false), Some(true), Some(false))
    );
    let (office, preview) = taken(
        "forms.csv",
        FORMS_AND_TUTORS,
        &["Adams, Avie 7 7A K", "Bell, Ben 8 8B E"],
    );
    assert_eq!(preview.doubted(), 0, "a tutor beside a form is no doubt");
    for private in ["WBRI", "a@x.sch.uk", "07700900123", "a.adams", "Rose"] {
        assert!(
            !format!("{:?}", office.caseload).contains(private),
            "{private}"
        );
    }
    for left_out in ["Ethnic Group", "Religion", "Mobile Number", "AD Username"] {
        assert!(
            preview
                .file
                .left_out
                .iter()
                .any(|heading| heading == left_out),
            "{left_out}: {:?}",
            preview.file.left_out
        );
    }
}

#[test]
fn dates_in_words_stay_words_and_whole_ones_are_taken() {
    let mut office = Office::new();
    let preview = office.take(("own.csv", OWN.as_bytes()));
    let waits: Vec<_> = office.caseload.actions.iter().collect();
    assert!(format!("{waits:?}").contains("2026-12-15"), "{waits:?}");
    let ava = &preview.file.pupils[0];
    assert!(ava.next_review.is_none(), "half term is no day");
    assert!(format!("{:?}", ava.notes).contains("Feb half term"));
}

#[test]
fn harder_lists_are_taken_in_once_and_for_all() {
    let tabbed = "Surname\tForename\tDOB\tSEN status\tPassword\r\nNí Bhriain\tAoife\t14/02/2018\tK\tsecret1\r\n";
    let utf_16: Vec<u8> = "\u{feff}"
        .chars()
        .chain(tabbed.chars())
        .flat_map(|letter| letter.encode_utf16(&mut [0; 2])[0].to_le_bytes())
        .collect();
    let separated = "sep=;\r\nName;DOB;SEN status\r\n\"Adams; Ava\";14.2.18;K\r\n";
    let bromcom = "Report: SEN register\nPrinted by,Mrs Ward,,\n\nAdm No,Legal Surname,Legal Forename,DOB,Year,Tutor Group,SEN Code,SEN Need 1,SEN Need 2\n004512,Owusu,Kofi,14/02/2018,Year 4,4H,K,Moderate Learning Difficulty,SLCN\n,,,,,,,,\nTotal: 1\n";
    let lists: [(&str, &[u8], usize); 3] = [
        ("unicode.txt", &utf_16, 1),
        ("separated.csv", separated.as_bytes(), 1),
        ("bromcom.csv", bromcom.as_bytes(), 1),
    ];
    for (name, bytes, pupils) in lists {
        let mut office = Office::new();
        let preview = office.take((name, bytes));
        assert_eq!(
            preview.pupils(Intake::Add),
            pupils,
            "{name}: {:?}",
            told(&preview)
        );
    }
    let mut office = Office::new();
    let preview = office.take(("unicode.txt", &utf_16));
    assert_eq!(preview.file.left_out, ["Password"]);
    assert!(!format!("{:?}", office.caseload).contains("secret1"));
}

/// Next term's list over this term's, with changes by hand in between: the list's news is taken, what was changed by hand
/// stands, what was changed in both is asked about, and nothing is asked twice.
#[test]
fn next_terms_list_over_this_terms_and_hand_edits_in_between() {
    const HEADINGS: &str = "Adno,Surname,Forename,DOB,Year,Class,SEN status,SEN need,Notes\n";
    let autumn = format!(
        "{HEADINGS}1,Adams,Ava,14/02/2018,4,4H,K,SLCN,\n2,Bell,Ben,01/12/2015,6,6M,E,ASD,\n3,Cole,Cy,03/03/2020,2,2A,N,,\n4,Day,Di,05/05/2017,4,4H,K,MLD,\n"
    );
    let spring = format!(
        "{HEADINGS}1,Adams,Ava,14/02/2018,4,4J,K,SLCN,\n2,Bell,Ben,01/12/2015,6,6N,E,ASD,\n3,Cole,Cy,03/03/2020,2,2A,K,SEMH,\n5,Eve,Ed,06/06/2018,3,3C,K,SLCN,\n"
    );
    let mut office = Office::new();
    office.take(("autumn.csv", autumn.as_bytes()));
    // By hand: Ava's name and need, which the list does not change; Ben's class, which it does.
    office.change("Ava", |ava| {
        ava.preferred = "Avie".to_owned();
        ava.needs.push(caseload::domain::NeedCode::new("SEMH"));
    });
    office.change("Ben", |ben| ben.class = "6P".to_owned());
    let mut preview = office.preview(("spring.csv", spring.as_bytes()));
    let intakes: Vec<Intake> = preview.entries.iter().map(|entry| entry.intake).collect();
    assert_eq!(
        intakes,
        [Intake::Change, Intake::Hold, Intake::Change, Intake::Add],
        "{:?}",
        told(&preview)
    );
    assert_eq!(preview.leavers, [office.pupil("Di").id]);
    // Her own class stands: the answer is no.
    preview.answer(&office.desk(), 1, false).unwrap();
    office.apply(&preview.edit(&office.desk()).unwrap());
    let ava = office.pupil("Ava");
    assert_eq!((ava.class.as_str(), ava.preferred.as_str()), ("4J", "Avie"));
    assert_eq!(ava.needs.len(), 2, "what was added by hand stands");
    assert_eq!(office.pupil("Ben").class, "6P");
    assert_eq!(office.status("Cy").status, Status::K);
    assert!(
        office.pupil("Di").left_on.is_none(),
        "nobody leaves by herself"
    );
    // The same list again: nothing is new and nothing asked.
    let again = office.preview(("spring.csv", spring.as_bytes()));
    assert!(
        again
            .entries
            .iter()
            .all(|entry| entry.intake == Intake::Same),
        "{:?}",
        told(&again)
    );
}

/// Which of two columns holds the class is for the user to say; one that she leaves out can be taken in again.
#[test]
fn what_the_user_says_of_a_column_goes_before_the_dictionary() {
    use caseload::import::{Field, Mapping, Table, Wanted, read_table};
    let list = "Surname,Forename,DOB,Cl,Gruppe,House\nAdams,Ava,14/02/2018,4H,Puffins,Red\n";
    let table = Table::take_apart(list.as_bytes(), &mut |_| {}).unwrap();
    let mut mapping = Mapping::default();
    mapping.set("Gruppe", Field::Class);
    mapping.set("House", Field::LeftOut);
    let wanted = Wanted {
        mapping,
        ..Wanted::default()
    };
    let file = read_table(&table, &wanted, "2026-11-23".parse().unwrap()).unwrap();
    let ava = &file.pupils[0];
    assert_eq!(ava.class.as_deref(), Some("Puffins"));
    assert!(ava.notices.is_empty(), "{:?}", ava.notices);
    let unknown: Vec<&str> = file
        .unknown()
        .map(|column| column.heading.as_str())
        .collect();
    assert_eq!(unknown, ["Cl"]);
    let house = file.columns.iter().find(|column| column.heading == "House");
    assert_eq!(house.unwrap().field, Some(Field::LeftOut));
    assert!(file.left_out.is_empty(), "{:?}", file.left_out);
}
