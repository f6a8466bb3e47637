//! [`ListColumn`]: what the list of pupils shows, and the edits that choose it.

use serde::{Deserialize, Serialize};

use super::{Code, Desk, Edit, Refusal, Setting, setting};

/// A column of the list of pupils, beside the name.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ListColumn {
    /// Year group.
    Year,
    /// Class.
    Class,
    /// Census letter, and who is watched.
    Status,
    /// First need, and how many more.
    Need,
    /// Stage of the cycle.
    Stage,
    /// The day of what comes next, and how far it is.
    Next,
    /// What comes next.
    What,
    /// School.
    School,
    /// Date of birth.
    Born,
    /// Pupil premium, free meals, EAL, looked after and the others.
    Flags,
    /// Since when she has the status.
    Since,
    /// When she was last reviewed.
    LastReview,
    /// Who leads what she is in.
    LedBy,
    /// Of whom outside something is awaited.
    Agencies,
    /// First language, where it is not English.
    Language,
    /// Layer of support, in the words proposed in 2026.
    Layer,
}

impl ListColumn {
    /// What the list shows when nobody chose.
    pub const USUAL: [Self; 7] = [
        Self::Year,
        Self::Class,
        Self::Status,
        Self::Need,
        Self::Stage,
        Self::Next,
        Self::What,
    ];

    /// As the head of the column has it.
    pub fn head(self) -> &'static str {
        match self {
            Self::Year => "yr",
            Self::Class => "cl",
            Self::Status => "sen",
            Self::Need => "need",
            Self::Stage => "stage",
            Self::Next => "next",
            Self::What => "",
            Self::School => "school",
            Self::Born => "born",
            Self::Flags => "flags",
            Self::Since => "since",
            Self::LastReview => "reviewed",
            Self::LedBy => "led by",
            Self::Agencies => "awaited of",
            Self::Language => "language",
            Self::Layer => "layer",
        }
    }
}

impl Code for ListColumn {
    fn label(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Class => "class",
            Self::Status => "SEN status",
            Self::Need => "need",
            Self::Stage => "stage of the cycle",
            Self::Next => "next date",
            Self::What => "what is next",
            Self::School => "school",
            Self::Born => "date of birth",
            Self::Flags => "flags: PP, FSM, EAL, CLA ...",
            Self::Since => "on the register since",
            Self::LastReview => "last review",
            Self::LedBy => "who leads the interventions",
            Self::Agencies => "of whom something is awaited",
            Self::Language => "first language",
            Self::Layer => "support layer (proposed 2026)",
        }
    }
}

/// The columns that the list shows, from left to right.
pub fn chosen(setting: Option<&Setting>) -> &[ListColumn] {
    match setting.map(|setting| setting.columns.as_slice()) {
        None | Some([]) => &ListColumn::USUAL,
        Some(chosen) => chosen,
    }
}

/// The edit that shows a column, as the last, or shows it no more.
///
/// # Errors
/// When it is the only one left, or there are no settings to keep it in yet.
pub fn turn(desk: &Desk<'_>, column: ListColumn) -> Result<Edit, Refusal> {
    let mut columns = chosen(desk.caseload.setting()).to_vec();
    match columns.iter().position(|one| *one == column) {
        Some(_) if columns.len() == 1 => {
            return Err(Refusal::new(
                "The list shows at least one column beside the name. Choose another first.",
            ));
        }
        Some(at) => drop(columns.remove(at)),
        None => columns.push(column),
    }
    choose(desk, columns)
}

/// The edit that moves a column one place to the left or to the right.
///
/// # Errors
/// When the column is not shown, or there are no settings to keep it in yet.
pub fn shift(desk: &Desk<'_>, column: ListColumn, right: bool) -> Result<Edit, Refusal> {
    let mut columns = chosen(desk.caseload.setting()).to_vec();
    let at = columns.iter().position(|one| *one == column);
    let at = at.ok_or_else(|| {
        Refusal::new("Only a column that is shown has a place. Space shows this one.")
    })?;
    let to = if right { at + 1 } else { at.wrapping_sub(1) };
    if to < columns.len() {
        columns.swap(at, to);
    }
    choose(desk, columns)
}

/// The edit that shows the usual columns again.
///
/// # Errors
/// When there are no settings to keep it in yet.
pub fn usual(desk: &Desk<'_>) -> Result<Edit, Refusal> {
    choose(desk, Vec::new())
}

fn choose(desk: &Desk<'_>, columns: Vec<ListColumn>) -> Result<Edit, Refusal> {
    let stored = setting::needed_for(desk)?;
    let edit = Edit::new("Columns of the list changed");
    let columns = if columns == ListColumn::USUAL {
        Vec::new()
    } else {
        columns
    };
    if columns == stored.columns {
        return Ok(edit);
    }
    Ok(edit.put(Setting {
        columns,
        ..stored.clone()
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::TestDesk;

    fn heads(test: &TestDesk) -> String {
        let columns = chosen(test.caseload.setting()).iter();
        let heads: Vec<&str> = columns.map(|column| column.head()).collect();
        heads.join(" ")
    }

    #[test]
    fn columns_are_shown_moved_and_the_usual_ones_come_back() {
        let mut test = TestDesk::new();
        assert_eq!(heads(&test), "yr cl sen need stage next ");
        for column in [ListColumn::What, ListColumn::Stage, ListColumn::Flags] {
            test.save(turn(&test.desk(), column).expect("turned"));
        }
        assert_eq!(heads(&test), "yr cl sen need next flags");
        test.save(shift(&test.desk(), ListColumn::Flags, false).expect("moved"));
        test.save(shift(&test.desk(), ListColumn::Year, false).expect("at the edge"));
        assert_eq!(heads(&test), "yr cl sen need flags next");
        assert!(shift(&test.desk(), ListColumn::Born, true).is_err());
        test.save(usual(&test.desk()).expect("usual"));
        assert_eq!(heads(&test), "yr cl sen need stage next ");
    }

    #[test]
    fn the_last_column_stays() {
        let mut test = TestDesk::new();
        let [last, rest @ ..] = ListColumn::USUAL;
        for column in rest {
            test.save(turn(&test.desk(), column).expect("turned"));
        }
        assert!(turn(&test.desk(), last).is_err());
    }
}
