//! The dictionary of column headings. It is data, to be added to whenever a school's file teaches a new one.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::field::Field;

static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../assets/import/headings.toml"))
        .expect("the shipped dictionary is read by a test");
    let spelled = |column: &Column| {
        column
            .headings
            .iter()
            .map(|heading| (key(heading), column.is))
            .collect::<Vec<_>>()
    };
    Dictionary {
        by_key: file.column.iter().flat_map(spelled).collect(),
        never_kept: file.never_kept.iter().map(|words| key(words)).collect(),
        owners: file.owners,
    }
});

/// The dictionary, ready to be looked up by [`key`].
struct Dictionary {
    by_key: HashMap<String, Field>,
    never_kept: Vec<String>,
    owners: Vec<String>,
}

/// The dictionary as it is written down.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    never_kept: Vec<String>,
    owners: Vec<String>,
    column: Vec<Column>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Column {
    is: Field,
    headings: Vec<String>,
}

/// What a column with this heading holds, if the dictionary knows it.
pub(super) fn recognise(heading: &str) -> Option<Field> {
    let whole = key(heading);
    if let Some(&field) = DICTIONARY.by_key.get(&whole) {
        return Some(field);
    }
    if DICTIONARY
        .never_kept
        .iter()
        .any(|words| whole.contains(words))
        || is_numbered_contact(&whole)
    {
        return Some(Field::LeftOut);
    }
    if let Some((_, column)) = heading.rsplit_once(": ") {
        return recognise(column).or_else(|| recognise(column.strip_suffix(" Name")?));
    }
    let without_remark = key(heading.split(['(', '[']).next().unwrap_or_default());
    [&whole, &without_remark]
        .into_iter()
        .find_map(|key| looked_up(key).or_else(|| numbered_need(key)))
}

/// By its key, or by the key without an owner in front.
fn looked_up(key: &str) -> Option<Field> {
    let by_key = &DICTIONARY.by_key;
    let without_owner = |owner: &String| by_key.get(key.strip_prefix(owner.as_str())?).copied();
    by_key
        .get(key)
        .copied()
        .or_else(|| DICTIONARY.owners.iter().find_map(without_owner))
}

/// "SEN Need 1", "Need 2 Type", "SEN Type 3".
fn numbered_need(key: &str) -> Option<Field> {
    let place = key.find(|letter: char| letter.is_ascii_digit())?;
    let (before, from) = key.split_at(place);
    let digits = from.len()
        - from
            .trim_start_matches(|letter: char| letter.is_ascii_digit())
            .len();
    let rank = from[..digits]
        .parse()
        .ok()
        .filter(|&rank| (1..=Field::FURTHER).contains(&rank))?;
    let words = format!("{before}{}", &from[digits..]);
    (DICTIONARY.by_key.get(&words) == Some(&Field::Need(1))).then_some(Field::Need(rank))
}

/// "Contact 1", "Priority 1 contact name".
fn is_numbered_contact(key: &str) -> bool {
    key.contains("contact") && key.contains(|letter: char| letter.is_ascii_digit())
}

/// Headings are one when their letters and digits are.
pub(super) fn key(heading: &str) -> String {
    letters(heading).collect()
}

/// Whether two headings have one [`key`]; a row of a long list asks at every cell.
pub(super) fn are_one(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}

fn letters(heading: &str) -> impl Iterator<Item = char> {
    let all = heading.chars().filter(|letter| letter.is_alphanumeric());
    all.flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_heading_means_two_things() {
        let file: File = toml::from_str(include_str!("../../assets/import/headings.toml")).unwrap();
        let mut seen = HashMap::new();
        for column in file.column {
            for heading in column.headings {
                assert_eq!(
                    seen.insert(key(&heading), column.is),
                    None,
                    "{heading} stands twice"
                );
            }
        }
    }

    #[test]
    fn headings_of_real_files() {
        let table: &[(Field, &[&str])] = &[
            (
                Field::Upn,
                &[
                    "UPN",
                    "unique pupil number",
                    "StudentUPN",
                    "Student UPN",
                    "Pupil UPN",
                ],
            ),
            (
                Field::AdmissionNumber,
                &[
                    "Adno",
                    "Admission Number",
                    "Adm. no.",
                    "MISID",
                    "MIS ID",
                    "pupil id",
                    "Student ID",
                    "Id",
                    "External ID",
                ],
            ),
            (
                Field::Surname,
                &[
                    "Surname",
                    "Legal Surname",
                    "Last name",
                    "legal last name",
                    "LastName",
                    "Family Name",
                    "Pupil Surname",
                ],
            ),
            (
                Field::Forename,
                &[
                    "Forename",
                    "Legal Forename",
                    "First Name *",
                    "legal first name",
                    "FIRSTNAME",
                    "given_name",
                ],
            ),
            (
                Field::Preferred,
                &[
                    "Preferred Forename",
                    "Preferred name",
                    "preferred first name",
                    "Known as",
                    "Chosen name",
                ],
            ),
            (
                Field::WholeName,
                &[
                    "Name",
                    "Student name",
                    "Pupil Name",
                    "Pupil",
                    "Child",
                    "Full name",
                    "Child's name",
                ],
            ),
            (
                Field::SurnameFirst,
                &[
                    "Surname Forename",
                    "Surname, Forename",
                    "Surname/Forename",
                    "Name (Surname, Forename)",
                ],
            ),
            (
                Field::BirthDate,
                &[
                    "DOB",
                    "Date of Birth",
                    "Date\nof Birth",
                    "Birth date",
                    "D.O.B.",
                    "student_dob",
                    "Pupil date of birth",
                ],
            ),
            (
                Field::Year,
                &[
                    "Year",
                    "Year Group",
                    "NC Year",
                    "yeargroup",
                    "Year group(s) this academic year",
                    "NCY",
                    "Year (NC)",
                ],
            ),
            (
                Field::Class,
                &[
                    "Reg",
                    "Reg Group",
                    "Registration form",
                    "Registration form(s) this academic year",
                    "Form",
                    "Form/Tutor Group",
                    "Tutor group",
                    "TutorGroup",
                    "Class",
                    "Class Name",
                    "Courses/Classes",
                    "Classes",
                ],
            ),
            (Field::Sex, &["Sex", "Gender"]),
            (
                Field::Status,
                &[
                    "SEN status",
                    "SEN Status Code",
                    "SEN",
                    "SEN provision",
                    "SEN Provisions",
                    "SEN Stage",
                    "SEND",
                    "student_send",
                    "Stage",
                    "Stage\n(M / K / EHCP)",
                    "Current SEN status",
                ],
            ),
            (
                Field::Need(1),
                &[
                    "Sen Need",
                    "SEN need type",
                    "SEN type",
                    "SEN types",
                    "Primary need",
                    "Need 1",
                    "SEN Need 1",
                    "SEN description",
                    "Need",
                ],
            ),
            (
                Field::Need(2),
                &[
                    "SEN Need 2",
                    "Need 2",
                    "Secondary need",
                    "SEN Type 2",
                    "SEN need 2 type",
                ],
            ),
            (
                Field::Need(Field::FURTHER),
                &["Other needs", "Other needs / diagnosis", "Other need(s)"],
            ),
            (Field::NeedRank, &["SEN Need Ranking", "Rank", "Need rank"]),
            (
                Field::PupilPremium,
                &["Pupil Premium", "Pupil Premium Indicator", "PP", "PP?"],
            ),
            (
                Field::FreeMeals,
                &["FSM", "FSMEver6", "Eligible for free meals"],
            ),
            (
                Field::AdditionalLanguage,
                &["EAL", "EAL?", "English as additional language"],
            ),
            (
                Field::LookedAfter,
                &["Looked after", "LAC", "CLA", "Ever in care"],
            ),
            (
                Field::StatusSince,
                &["SEN Start Date", "Start date", "SEN since"],
            ),
            (Field::NextReview, &["Next review", "Review date", "AR due"]),
            (
                Field::ParentTold,
                &["Parents informed?", "Parent/carer informed"],
            ),
            (
                Field::TopUp,
                &["Top up £", "Top-up", "Element 3", "Top up \u{fffd}"],
            ),
            (Field::FundedHours, &["Funded Hours"]),
            (Field::Language, &["First language", "Language"]),
            (Field::Authority, &["Maintaining LA"]),
            (Field::Note, &["Notes", "Outside\nagencies", "Key worker"]),
            (
                Field::LeftOut,
                &[
                    "Password",
                    "E-mail",
                    "Email address",
                    "Username",
                    "Ethnicity",
                    "Religion",
                    "Address",
                    "Home phone",
                    "Contact 1",
                    "Ethnic Origin (SIMS)",
                    "Contact 2 Name",
                    "Middle names",
                ],
            ),
        ];
        for (field, headings) in table {
            for heading in *headings {
                assert_eq!(recognise(heading), Some(*field), "{heading:?}");
            }
        }
    }

    #[test]
    fn other_words_are_not_recognised() {
        for heading in [
            "",
            "House",
            "SEND REGISTER - AUTUMN 2026",
            "K",
            "12",
            "Attendance %",
            "Reading age",
            "Need 0",
            "Adams, Ava",
        ] {
            assert_eq!(recognise(heading), None, "{heading:?}");
        }
    }
}
