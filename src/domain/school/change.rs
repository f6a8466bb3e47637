//! Changing what is known of a school.

use crate::domain::{Desk, Edit, NcYear, Refusal, School, SchoolId, term};

/// What is known of a school, as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolDetails {
    /// Its name.
    pub name: String,
    /// The local authority that maintains its pupils' plans; may be empty.
    pub authority: String,
    /// The years after which its pupils move on, as words: "6", "Y2 and Y6"; may be empty.
    pub leaving_years: String,
}

/// The edit that writes a school's details, or makes the school when there is none yet. A new school starts from the
/// illustrated term dates, for the SENCO to correct.
///
/// # Errors
/// When the name is empty, a year can't be read, or the school is gone.
pub fn change(
    desk: &Desk<'_>,
    id: Option<SchoolId>,
    details: &SchoolDetails,
) -> Result<Edit, Refusal> {
    let name = details.name.trim();
    if name.is_empty() {
        return Err(Refusal::of("name", "Type the name of the school."));
    }
    let leaving_years = years(&details.leaving_years)?;
    let school = match id {
        Some(id) => held(desk, id)?.clone(),
        None => School {
            id: desk.ids.next(),
            name: String::new(),
            authority: String::new(),
            leaving_years: Vec::new(),
            terms: term::illustrations(),
            closures: Vec::new(),
        },
    };
    let changed = School {
        name: name.to_owned(),
        authority: details.authority.trim().to_owned(),
        leaving_years,
        ..school
    };
    Ok(match id.and_then(|id| desk.caseload.school_of(id)) {
        Some(before) if *before == changed => Edit::default(),
        Some(_) => Edit::new(format!("Details of {name} changed")).put(changed),
        None => Edit::new(format!("{name} added")).put(changed),
    })
}

/// The school, if it is still there.
pub(in crate::domain) fn held<'a>(desk: &Desk<'a>, id: SchoolId) -> Result<&'a School, Refusal> {
    desk.caseload
        .school_of(id)
        .ok_or_else(|| Refusal::new("That school is not in the caseload any more. Esc goes back."))
}

fn years(words: &str) -> Result<Vec<NcYear>, Refusal> {
    let joined = words.to_lowercase().replace("year", "");
    let mut years = Vec::new();
    for word in joined.split(|letter: char| letter.is_whitespace() || ",;&/".contains(letter)) {
        match word {
            "" | "and" | "y" => {}
            word => years.push(NcYear::read(word).ok_or_else(|| {
                Refusal::of(
                    "leaving_years",
                    format!("\"{word}\" is not a year group. Type them as in 6, or 2 and 6."),
                )
            })?),
        }
    }
    years.sort_unstable();
    years.dedup();
    Ok(years)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::{OAKFIELD, TestDesk};

    fn details(leaving_years: &str) -> SchoolDetails {
        SchoolDetails {
            name: " Oakfield Primary School ".to_owned(),
            authority: "Northshire".to_owned(),
            leaving_years: leaving_years.to_owned(),
        }
    }

    #[test]
    fn a_school_is_made_with_terms_to_correct() {
        let mut test = TestDesk::new();
        test.save(Edit::new("").remove(OAKFIELD));
        let edit = change(&test.desk(), None, &details("6")).expect("an edit");
        assert_eq!(edit.label, "Oakfield Primary School added");
        test.save(edit);
        let school = test.caseload.school().expect("a school");
        assert_eq!(school.terms.len(), 12);
        assert_eq!(school.leaving_years, [NcYear::Y6]);
    }

    #[test]
    fn what_is_known_of_a_school_is_changed() {
        let mut test = TestDesk::new();
        let edit = change(&test.desk(), Some(OAKFIELD), &details("Year 6, Y2")).expect("an edit");
        assert_eq!(edit.label, "Details of Oakfield Primary School changed");
        test.save(edit);
        let school = test.caseload.school().expect("a school");
        assert_eq!(school.leaving_years, [NcYear::Y2, NcYear::Y6]);
        assert_eq!(school.name, "Oakfield Primary School");
        let again = change(&test.desk(), Some(OAKFIELD), &details("2 and 6")).expect("an edit");
        assert!(again.is_empty(), "nothing was changed");
        test.save(Edit::new("").remove(OAKFIELD));
        assert!(change(&test.desk(), Some(OAKFIELD), &details("")).is_err());
    }

    #[test]
    fn what_is_no_year_is_refused_by_name() {
        let test = TestDesk::new();
        let refusal = change(&test.desk(), None, &details("6 and 40")).expect_err("no year 40");
        assert_eq!(refusal.field.as_deref(), Some("leaving_years"));
        assert!(refusal.words.contains("\"40\""), "{}", refusal.words);
    }

    #[test]
    fn a_school_needs_a_name() {
        let test = TestDesk::new();
        let nameless = SchoolDetails {
            name: "  ".to_owned(),
            ..details("")
        };
        let refusal = change(&test.desk(), None, &nameless).expect_err("no name");
        assert_eq!(refusal.field.as_deref(), Some("name"));
    }
}
