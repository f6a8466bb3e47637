//! The contents of a record: a row for each section.

use strum::VariantArray as _;

use super::section::Section;
use crate::domain::{Code, Pupil};
use crate::ui::widgets::Line;
use crate::ui::{Context, Role};

/// Columns of the contents where they stand beside a section.
pub(super) const BESIDE: u16 = 36;

/// From which column a row says what there is.
const FROM: usize = 22;

/// Each section with its letter, what there is in a line, and what is to fill in, else what is doubted.
pub(super) fn lines(cx: &Context<'_>, pupil: &Pupil) -> Vec<Line<Section>> {
    let rows = Section::VARIANTS.iter().copied();
    rows.flat_map(|section| {
        let row = named(section, Role::Text).put(
            FROM,
            usize::MAX,
            section.summary(cx, pupil),
            Role::Muted,
        );
        let lacking = section.to_fill_in(cx, pupil);
        let below: Vec<String> = if lacking.is_empty() {
            let doubts = section.doubts(cx, pupil).into_iter();
            doubts.map(|doubt| format!("~ {}", doubt.words)).collect()
        } else {
            let lacking = lacking.into_iter();
            lacking
                .map(|missing| format!("to fill in: {}", missing.label()))
                .collect()
        };
        let below = below.into_iter();
        std::iter::once(row).chain(
            below.map(move |words| Line::of(section).put(FROM, usize::MAX, words, Role::Due)),
        )
    })
    .collect()
}

/// The sections with the one that is open marked, each with how much is to fill in or doubted there: to stand beside it.
pub(super) fn beside(cx: &Context<'_>, pupil: &Pupil, open: Section) -> Vec<Line<Section>> {
    let rows = Section::VARIANTS.iter().copied();
    rows.map(|section| {
        let role = if section == open {
            Role::Focus
        } else {
            Role::Text
        };
        let lacking = section.to_fill_in(cx, pupil).len();
        let note = match (lacking, section.doubts(cx, pupil).len()) {
            (0, 0) => String::new(),
            (0, doubts) => format!("~ {doubts}"),
            (lacking, _) => format!("{lacking} to fill in"),
        };
        named(section, role).put(FROM, usize::MAX, note, Role::Due)
    })
    .collect()
}

fn named(section: Section, role: Role) -> Line<Section> {
    Line::of(section)
        .put(3, 1, section.letter(), Role::Focus)
        .put(5, FROM - 6, section.label(), role)
}
