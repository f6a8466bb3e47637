//! [`Section`]: one page of a record.

use super::{At, ehc, identity, leaving, needs, people, profile, status};
use crate::domain::{Doubt, NewStatus, Pupil, Refusal, pupil, status as status_rules};
use crate::ui::dialogs;
use crate::ui::widgets::Line;
use crate::ui::{Context, Effect};

/// One page of a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::VariantArray)]
pub(super) enum Section {
    /// Who she is.
    #[default]
    Identity,
    /// Her SEN status, now and before.
    Status,
    /// Her types of need.
    Needs,
    /// Strengths, what works, what matters to her.
    Profile,
    /// Family, staff, professionals.
    People,
    /// The steps of her EHC plan.
    Ehc,
    /// Leaving the register, leaving the school.
    Leaving,
}

impl Section {
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Identity => "Identity",
            Self::Status => "Status",
            Self::Needs => "Needs",
            Self::Profile => "Profile",
            Self::People => "People",
            Self::Ehc => "EHC plan",
            Self::Leaving => "Leaving",
        }
    }

    pub(super) fn next(self) -> Self {
        self.beside(1)
    }

    pub(super) fn previous(self) -> Self {
        self.beside(<Self as strum::VariantArray>::VARIANTS.len() - 1)
    }

    fn beside(self, by: usize) -> Self {
        let all = <Self as strum::VariantArray>::VARIANTS;
        all[(self as usize + by) % all.len()]
    }

    /// What it says, in at most so many columns.
    pub(super) fn lines(self, cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
        match self {
            Self::Identity => identity::lines(cx, pupil, columns),
            Self::Status => status::lines(cx, pupil, columns),
            Self::Needs => needs::lines(pupil),
            Self::Profile => profile::lines(cx, pupil, columns),
            Self::People => people::lines(cx, pupil, columns),
            Self::Ehc => ehc::lines(cx, pupil),
            Self::Leaving => leaving::lines(cx, pupil),
        }
    }

    /// What looks wrong here and may be right.
    pub(super) fn doubts(self, cx: &Context<'_>, pupil: &Pupil) -> Vec<Doubt> {
        let now = cx.desk.caseload.status_now(pupil.id);
        match self {
            Self::Identity | Self::Needs => {
                let status = cx.desk.caseload.status_of(pupil.id);
                let mut doubts = pupil::doubts(&cx.desk, pupil, status);
                doubts.retain(|doubt| (doubt.field == "needs") == (self == Self::Needs));
                doubts
            }
            Self::Status => now.map_or_else(Vec::new, |period| {
                status_rules::doubts(&cx.desk, &NewStatus::of(period))
            }),
            Self::Profile | Self::People | Self::Ehc | Self::Leaving => Vec::new(),
        }
    }

    /// Why nothing can be added here.
    pub(super) fn new_refusal(self, cx: &Context<'_>) -> Option<Refusal> {
        match self {
            Self::Status | Self::Ehc => None,
            Self::People => people::refusal(cx),
            Self::Identity | Self::Needs | Self::Profile | Self::Leaving => Some(Refusal::new(
                "Nothing is added on this page: Enter changes what is under the cursor.",
            )),
        }
    }

    /// Opens the form of something new.
    pub(super) fn add(self, cx: &Context<'_>, pupil: &Pupil) -> Effect {
        match self {
            Self::Status => Effect::open(dialogs::status::new(cx, pupil.id)),
            Self::People => Effect::open(dialogs::contact::new(cx, pupil.id)),
            Self::Ehc => Effect::open(dialogs::ehc_event::new(cx, pupil.id)),
            Self::Identity | Self::Needs | Self::Profile | Self::Leaving => Effect::None,
        }
    }
}
