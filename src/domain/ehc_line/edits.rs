//! The edits that write a line of section F.

use super::{EhcLine, EhcLineId, Means};
use crate::domain::{Desk, Edit, Refusal};

/// The edit that writes a line down, or puts one right. Who gives it is matched with the people of the caseload.
///
/// # Errors
/// When it has no words, or the pupil is no longer in the caseload.
pub fn put(desk: &Desk<'_>, line: EhcLine) -> Result<Edit, Refusal> {
    let name = desk.caseload.pupil(line.pupil)?.full_name();
    if line.words.is_empty() {
        return Err(Refusal::of(
            "words",
            "There are no words yet. Which provision does the plan name? Type it as it stands there.",
        ));
    }
    let person = desk.caseload.person_named(&line.who, line.pupil);
    let line = EhcLine {
        who: person.map_or_else(|| line.who.clone(), |person| person.name.clone()),
        person: person.map(|person| person.id),
        ..line
    };
    let edit = Edit::new(format!("{name}: section F, {}", line.words));
    let is_so = desk.caseload.ehc_lines.get(line.id) == Some(&line);
    Ok(if is_so { edit } else { edit.put(line) })
}

/// The edit that takes a line away.
///
/// # Errors
/// When it is no longer there.
pub fn remove(desk: &Desk<'_>, id: EhcLineId) -> Result<Edit, Refusal> {
    let line = desk.caseload.ehc_lines.get(id).ok_or_else(|| {
        Refusal::new("This line is no longer in the record. Ctrl+Z may bring it back.")
    })?;
    let name = desk.caseload.pupil(line.pupil)?.full_name();
    Ok(Edit::new(format!("{name}: line of section F removed")).remove(id))
}

/// The lines that these means stood for, with nothing in their place: for the edit that takes the means away.
pub fn without<'a>(desk: &'a Desk<'_>, means: &'a Means) -> impl Iterator<Item = EhcLine> + 'a {
    let lines = desk.caseload.ehc_lines.iter();
    let stood_for = lines.filter(move |line| line.means.as_ref() == Some(means));
    stood_for.map(|line| EhcLine {
        means: None,
        ..line.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::{AISHA, TestDesk, person};
    use crate::domain::{PersonId, PersonKind};

    fn line() -> EhcLine {
        EhcLine {
            words: "Speech work in a pair".into(),
            amount: "30 min weekly".into(),
            who: "mrs bell".into(),
            ..EhcLine::new(EhcLineId::new(90), AISHA)
        }
    }

    #[test]
    fn a_line_needs_words_and_finds_who_gives_it() {
        let mut desk =
            TestDesk::new().with(Edit::new("").put(person(7, "Mrs Bell", PersonKind::Staff)));
        let wordless = EhcLine {
            words: String::new(),
            ..line()
        };
        let refusal = put(&desk.desk(), wordless).expect_err("a refusal");
        assert_eq!(refusal.field.as_deref(), Some("words"));
        desk.save(put(&desk.desk(), line()).expect("written"));
        let kept = desk.caseload.ehc_lines.get(line().id).expect("kept");
        assert_eq!(
            (kept.who.as_str(), kept.person),
            ("Mrs Bell", Some(PersonId::new(7)))
        );
        assert!(
            put(&desk.desk(), kept.clone())
                .expect("the same")
                .is_empty()
        );
        desk.save(remove(&desk.desk(), line().id).expect("removed"));
        assert!(remove(&desk.desk(), line().id).is_err());
    }
}
