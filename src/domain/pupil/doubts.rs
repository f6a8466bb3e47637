//! What looks wrong in a pupil's record and may be right.

use super::Pupil;
use crate::domain::date_words::with_year;
use crate::domain::{Desk, Doubt, NcYear, NeedTable, RuleId, Status, upn};

/// What looks wrong in a pupil's record, at this census code: the check letter of her UPN, her year against her date of
/// birth, a need that does not go with the status, and a child of the same name.
pub fn doubts(desk: &Desk<'_>, pupil: &Pupil, status: Status) -> Vec<Doubt> {
    [
        same_name(desk, pupil),
        upn_letter(desk, pupil),
        year(desk, pupil),
        need(desk, pupil, status),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn basis(desk: &Desk<'_>, rule: RuleId) -> String {
    desk.rules.rule(rule, desk.today()).basis.clone()
}

fn same_name(desk: &Desk<'_>, pupil: &Pupil) -> Option<Doubt> {
    let is_another = |other: &&Pupil| {
        other.id != pupil.id
            && other.surname.eq_ignore_ascii_case(&pupil.surname)
            && other.called().eq_ignore_ascii_case(pupil.called())
    };
    let is_named = !pupil.called().is_empty();
    let other = desk
        .caseload
        .pupils
        .iter()
        .find(is_another)
        .filter(|_| is_named)?;
    let class = if other.class.is_empty() {
        String::new()
    } else {
        format!(" in {}", other.class)
    };
    Some(Doubt {
        field: "surname",
        words: format!("another pupil{class} has this name"),
        basis: "two children may".to_owned(),
    })
}

/// R11.
fn upn_letter(desk: &Desk<'_>, pupil: &Pupil) -> Option<Doubt> {
    let typed = upn::tidy(&pupil.upn);
    if typed.is_empty() {
        return None;
    }
    let check = upn::check(&typed);
    let mut others = desk.caseload.pupils.iter();
    let is_anothers = others.any(|other| other.id != pupil.id && other.upn == typed);
    let words = match (check.is_good(), is_anothers) {
        (false, _) => check.to_string(),
        (true, true) => "another pupil has this UPN too".to_owned(),
        (true, false) => return None,
    };
    Some(Doubt {
        field: "upn",
        words,
        basis: basis(desk, RuleId::R11),
    })
}

fn year(desk: &Desk<'_>, pupil: &Pupil) -> Option<Doubt> {
    let (dob, year) = (pupil.dob?, pupil.year?);
    let expected = NcYear::expected(dob, desk.today());
    if year == NcYear::X || expected == Some(year) {
        return None;
    }
    let words = match expected {
        Some(expected) => format!(
            "born {}: most are in {}, not {}",
            with_year(dob),
            expected.label(),
            year.label()
        ),
        None => format!("born {}: not of school age", with_year(dob)),
    };
    Some(Doubt {
        field: "year",
        words,
        basis: "school years begin on 1 September".to_owned(),
    })
}

/// R10.
fn need(desk: &Desk<'_>, pupil: &Pupil, status: Status) -> Option<Doubt> {
    let table = NeedTable::england();
    let misfit = pupil.needs.iter().find(|code| match table.get(code) {
        Some(need) => status.on_register() && !need.goes_with(status),
        None => true,
    })?;
    let words = if table.get(misfit).is_some() {
        format!(
            "{misfit} goes with SEN support only, not with {}",
            status.label()
        )
    } else {
        format!("{misfit} is no code of the census table")
    };
    Some(Doubt {
        field: "needs",
        words,
        basis: basis(desk, RuleId::R10),
    })
}

#[cfg(test)]
mod tests;
