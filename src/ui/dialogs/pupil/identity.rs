//! The page Identity.

use super::{At, told};
use crate::domain::date_words::with_year;
use crate::domain::{Code as _, Pupil, Sex, upn};
use crate::ui::widgets::Line;
use crate::ui::{Audience, Context};

/// Born, year and class, in a line.
pub(super) fn summary(pupil: &Pupil) -> String {
    let born = pupil.dob.map(|dob| format!("born {}", with_year(dob)));
    joined([
        year(pupil),
        pupil.class.clone(),
        born.unwrap_or_else(|| "date of birth not known".to_owned()),
    ])
}

/// Who she is. The UPN is named and not shown: it is for the school's exchange of data, not for screens.
pub(super) fn lines(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let mut rows = vec![
        ("forename", "Name", names(cx, pupil)),
        ("dob", "Born", born(cx, pupil)),
        (
            "year",
            "Year and class",
            joined([year(pupil), pupil.class.clone()]),
        ),
        (
            "sex",
            "Sex",
            pupil.sex.map(Sex::label).unwrap_or_default().to_owned(),
        ),
        ("upn", "UPN", number(&pupil.upn)),
        ("adno", "Admission number", pupil.adno.clone()),
        ("language", "First language", pupil.language.clone()),
        (
            "contact_language",
            "Contact language",
            pupil.contact_language.clone(),
        ),
    ];
    if let Some(layer) = pupil.layer {
        let words = format!("{} (proposed 2026 layers)", layer.label());
        rows.push(("layer", "Support layer", words));
    }
    if cx.look.audience == Audience::Me && pupil.see_dsl {
        rows.push(("see_dsl", "Safeguarding", "see DSL".to_owned()));
    }
    rows.into_iter()
        .flat_map(|(field, label, words)| told(At::Identity(field), label, &words, columns))
        .collect()
}

fn names(cx: &Context<'_>, pupil: &Pupil) -> String {
    let name = cx.look.full_name(pupil);
    let is_other = !pupil.preferred.is_empty() && !pupil.forename.is_empty();
    if is_other && cx.look.audience != Audience::Staff {
        format!("{name}, registered as {}", pupil.forename)
    } else {
        name
    }
}

fn born(cx: &Context<'_>, pupil: &Pupil) -> String {
    let Some(dob) = pupil.dob else {
        return String::new();
    };
    let age = cx.desk.today().years_since(dob);
    match age {
        Some(age) => format!("{}, {age} years old", with_year(dob)),
        None => with_year(dob),
    }
}

fn year(pupil: &Pupil) -> String {
    pupil.year.map(|year| year.label()).unwrap_or_default()
}

fn number(upn: &str) -> String {
    if upn.is_empty() {
        return String::new();
    }
    format!("on file: {}. Enter shows it", upn::check(upn))
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}
