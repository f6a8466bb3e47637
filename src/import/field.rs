use serde::{Deserialize, Serialize};

use super::headings;

/// The SEN status that a column of ticks is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tick {
    /// SEN support.
    Support,
    /// An EHC plan.
    Plan,
    /// Watched.
    Watching,
}

/// What a column of a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Unique pupil number.
    Upn,
    /// Admission number, or another number of the school's system.
    AdmissionNumber,
    /// Surname.
    Surname,
    /// Forename.
    Forename,
    /// What she is called.
    Preferred,
    /// Both names in one cell, in whatever order.
    WholeName,
    /// Both names in one cell, the surname first.
    SurnameFirst,
    /// Date of birth.
    BirthDate,
    /// National curriculum year.
    Year,
    /// Class or registration group.
    Class,
    /// Sex.
    Sex,
    /// SEN status.
    Status,
    /// Kinds of need of this rank: 1 the primary one, [`Field::FURTHER`] any further ones.
    Need(u8),
    /// The rank of the need in the same line.
    NeedRank,
    /// Pupil premium.
    PupilPremium,
    /// Free school meals.
    FreeMeals,
    /// English as an additional language.
    AdditionalLanguage,
    /// Looked after by a local authority.
    LookedAfter,
    /// Looked after before, and not now.
    LookedAfterBefore,
    /// Of a family that serves in the forces.
    ServiceChild,
    /// Young carer.
    YoungCarer,
    /// Since when she has her SEN status.
    StatusSince,
    /// The next review.
    NextReview,
    /// When, or whether, the parent was told.
    ParentTold,
    /// Top-up (element 3).
    TopUp,
    /// Hours funded by the plan, a week.
    FundedHours,
    /// First language.
    Language,
    /// The local authority that maintains her plan.
    Authority,
    /// The day her EHC plan was made.
    PlanMade,
    /// A tick for those with this SEN status, in a column of its own.
    Ticked(Tick),
    /// Something to keep as a note, under its heading.
    Note,
    /// Something that is never kept: the summary names it.
    LeftOut,
}

impl Field {
    /// The rank of "other needs".
    pub const FURTHER: u8 = 9;

    /// What a user can say that a column holds, in the order in which it is offered.
    pub const OFFERED: &[Self] = &[
        Self::Surname,
        Self::Forename,
        Self::Preferred,
        Self::WholeName,
        Self::SurnameFirst,
        Self::BirthDate,
        Self::Year,
        Self::Class,
        Self::Sex,
        Self::Upn,
        Self::AdmissionNumber,
        Self::Status,
        Self::StatusSince,
        Self::Need(1),
        Self::Need(2),
        Self::Need(Self::FURTHER),
        Self::NeedRank,
        Self::NextReview,
        Self::ParentTold,
        Self::PlanMade,
        Self::Authority,
        Self::FundedHours,
        Self::TopUp,
        Self::PupilPremium,
        Self::FreeMeals,
        Self::AdditionalLanguage,
        Self::LookedAfter,
        Self::LookedAfterBefore,
        Self::ServiceChild,
        Self::YoungCarer,
        Self::Language,
        Self::Note,
        Self::LeftOut,
    ];

    /// What it is called: a heading that the dictionary knows, but for "left out".
    pub fn label(self) -> &'static str {
        match self {
            Self::Upn => "UPN",
            Self::AdmissionNumber => "admission number",
            Self::Surname => "surname",
            Self::Forename => "forename",
            Self::Preferred => "known as",
            Self::WholeName => "name",
            Self::SurnameFirst => "surname and forename",
            Self::BirthDate => "date of birth",
            Self::Year => "year",
            Self::Class => "class",
            Self::Sex => "sex",
            Self::Status => "SEN status",
            Self::Need(2) => "secondary need",
            Self::Need(Self::FURTHER) => "other needs",
            Self::Need(3) => "need 3",
            Self::Need(4) => "need 4",
            Self::Need(5..) => "need 5",
            Self::Need(_) => "primary need",
            Self::NeedRank => "need rank",
            Self::PupilPremium => "pupil premium",
            Self::FreeMeals => "free school meals",
            Self::AdditionalLanguage => "EAL",
            Self::LookedAfter => "looked after",
            Self::LookedAfterBefore => "previously looked after",
            Self::ServiceChild => "service child",
            Self::YoungCarer => "young carer",
            Self::StatusSince => "status since",
            Self::NextReview => "next review",
            Self::ParentTold => "parent told",
            Self::TopUp => "top-up",
            Self::FundedHours => "funded hours",
            Self::Language => "first language",
            Self::Authority => "maintaining LA",
            Self::PlanMade => "plan made",
            Self::Ticked(Tick::Support) => "ticks for SEN support",
            Self::Ticked(Tick::Plan) => "ticks for EHC plans",
            Self::Ticked(Tick::Watching) => "ticks for watching",
            Self::Note => "notes",
            Self::LeftOut => "left out",
        }
    }

    /// What is meant by some words: any heading that is known, or "left out".
    pub fn from_words(words: &str) -> Option<Self> {
        let words = words.trim();
        match headings::key(words) == headings::key(Self::LeftOut.label()) {
            true => Some(Self::LeftOut),
            false => headings::recognise(words),
        }
    }

    /// Whether it helps to tell whose line it is.
    pub(super) fn is_identity(self) -> bool {
        matches!(
            self,
            Self::Upn
                | Self::AdmissionNumber
                | Self::Surname
                | Self::Forename
                | Self::Preferred
                | Self::WholeName
                | Self::SurnameFirst
        )
    }

    /// Whether one column holds it, and a second one could only say the same or otherwise.
    pub(super) fn is_single(self) -> bool {
        !self.is_per_line() && !matches!(self, Self::Status | Self::Ticked(_))
    }

    /// Whether one child's further lines may differ in it, one line a need.
    pub(super) fn is_per_line(self) -> bool {
        matches!(
            self,
            Self::Need(_) | Self::NeedRank | Self::Note | Self::LeftOut
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_offered_is_understood() {
        for &field in Field::OFFERED {
            assert_eq!(Field::from_words(field.label()), Some(field));
        }
    }
}
