//! [`Audience`]: who can see the screen.

use std::collections::BTreeSet;

use crate::domain::PupilId;

/// Who can see the screen (F8): one question for every situation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// The SENCO alone: full names.
    #[default]
    Me,
    /// Staff, or a projector: initials.
    Staff,
    /// A family: this pupil only.
    Family(PupilId),
    /// A teaching assistant: the pupils of this group only.
    Assistant(BTreeSet<PupilId>),
    /// An inspector: the marked pupils only.
    Inspector(BTreeSet<PupilId>),
}

impl Audience {
    /// Whether anything of this pupil may be on the screen.
    pub fn may_see(&self, pupil: PupilId) -> bool {
        match self {
            Self::Me | Self::Staff => true,
            Self::Family(only) => *only == pupil,
            Self::Assistant(these) | Self::Inspector(these) => these.contains(&pupil),
        }
    }

    /// Whether it shuts out pupils, so that leaving it asks first.
    pub fn is_narrow(&self) -> bool {
        !matches!(self, Self::Me | Self::Staff)
    }

    /// Whether what is kept for staff only may be on the screen.
    pub fn sees_staff_only(&self) -> bool {
        !self.is_narrow()
    }

    /// Who can see, in words for a sentence.
    pub fn words(&self) -> &'static str {
        match self {
            Self::Me => "you, with full names",
            Self::Staff => "staff, with initials",
            Self::Family(_) => "a family, this pupil only",
            Self::Assistant(_) => "a teaching assistant, this group only",
            Self::Inspector(_) => "an inspector, the marked pupils only",
        }
    }

    /// As line 2 says it; nothing for the SENCO alone.
    pub fn label(&self) -> &'static str {
        match self {
            Self::Me => "",
            Self::Staff => "initials",
            Self::Family(_) => "this pupil only",
            Self::Assistant(_) => "this group only",
            Self::Inspector(_) => "marked pupils only",
        }
    }
}
