//! [`CensusDoubt`].

use std::fmt;

use chrono::NaiveDate;

use crate::domain::upn::UpnCheck;
use crate::domain::{NcYear, NeedCode, date_words};

/// What is missing or contradictory in what would be sent of a pupil. Shown, never in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CensusDoubt {
    /// R10: SEN provision, and no type of need.
    NoNeed,
    /// R10: the type goes with SEN support only.
    NotWithStatus(NeedCode),
    /// Not assessed yet, and another type beside it.
    NotBesideOthers(NeedCode),
    /// The census of that day does not have the code.
    NotTaken(NeedCode),
    /// One type in two ranks.
    NeedTwice(NeedCode),
    /// An EHC plan was made after the status began, and the status is another.
    PlanButNotE {
        /// When it was made or last amended.
        made: NaiveDate,
    },
    /// The status begins after the census.
    BeginsLater {
        /// When.
        since: NaiveDate,
    },
    /// No UPN.
    NoUpn,
    /// R11: a UPN with the wrong shape or check letter.
    Upn(UpnCheck),
    /// Another pupil has the same UPN.
    SharedUpn,
    /// A forename or a surname is missing.
    HalfName,
    /// No date of birth.
    NoBirthday,
    /// No year group.
    NoYear,
    /// A year group that the date of birth does not lead one to expect. It may be meant so.
    OtherYear {
        /// The one that is usual at this age; none outside school age.
        usual: Option<NcYear>,
    },
}

/// In words that follow a pupil's name.
impl fmt::Display for CensusDoubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoNeed => f.write_str("no type of need"),
            Self::NotWithStatus(code) => write!(f, "{code} goes with K only"),
            Self::NotBesideOthers(code) => {
                write!(f, "{code} says not assessed, but there is another type")
            }
            Self::NotTaken(code) => write!(f, "{code} is no code of this census"),
            Self::NeedTwice(code) => write!(f, "{code} stands twice"),
            Self::PlanButNotE { made } => write!(
                f,
                "an EHC plan is on record ({}), the status is not E",
                date_words::with_year(*made)
            ),
            Self::BeginsLater { since } => {
                write!(f, "the status begins {}", date_words::with_year(*since))
            }
            Self::NoUpn => f.write_str("no UPN"),
            Self::Upn(UpnCheck::WrongLetter { should_be }) => {
                write!(f, "the UPN's first letter should be {should_be}")
            }
            Self::Upn(_) => f.write_str("the UPN has the wrong shape"),
            Self::SharedUpn => f.write_str("another pupil has this UPN"),
            Self::HalfName => f.write_str("half a name"),
            Self::NoBirthday => f.write_str("no date of birth"),
            Self::NoYear => f.write_str("no year group"),
            Self::OtherYear { usual: Some(usual) } => {
                write!(f, "at this age most are in {}", usual.label())
            }
            Self::OtherYear { usual: None } => {
                f.write_str("not of school age by the date of birth")
            }
        }
    }
}
