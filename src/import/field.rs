use serde::Deserialize;

/// What a column of a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
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
    /// Something to keep as a note, under its heading.
    Note,
    /// Something that is never kept: the summary names it.
    LeftOut,
}

impl Field {
    /// The rank of "other needs".
    pub const FURTHER: u8 = 9;

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

    /// Whether one child's further lines may differ in it, one line a need.
    pub(super) fn is_per_line(self) -> bool {
        matches!(
            self,
            Self::Need(_) | Self::NeedRank | Self::Note | Self::LeftOut
        )
    }
}
