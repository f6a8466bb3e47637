//! [`Section`]: one page of a record.

use super::{
    At, access, attendance, contacts, documents, ehc, flags, identity, leaving, needs, other_plans,
    profile, referrals, status, watching,
};
use strum::VariantArray as _;

use crate::domain::{
    Doubt, FillIn, NewStatus, Pupil, Refusal, contact, half_days, pupil, status as status_rules,
};
use crate::ui::dialogs;
use crate::ui::widgets::Line;
use crate::ui::{Context, Effect, Role};

/// One page of a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::VariantArray)]
pub(super) enum Section {
    /// Who she is.
    #[default]
    Identity,
    /// What the school knows of her as yes or no.
    Flags,
    /// Her SEN status, now and before.
    Status,
    /// Her types of need.
    Needs,
    /// Strengths, what works, what matters to her.
    Profile,
    /// Family, staff, professionals.
    Contacts,
    /// Her health, and healthcare plans.
    Health,
    /// Her EHC plan: what it names, sections E and F, its steps.
    Ehc,
    /// Plans beside these.
    Others,
    /// Access arrangements for examinations and tests.
    Access,
    /// Professionals, and what was asked of anybody outside.
    Referrals,
    /// Attendance and suspension.
    Attendance,
    /// Files attached to the record.
    Documents,
    /// From a first concern to a decision.
    Watching,
    /// Leaving the register, leaving the school.
    Leaving,
    /// What was changed, by whom and when.
    Changes,
}

impl Section {
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Identity => "Identity",
            Self::Flags => "Flags",
            Self::Status => "Status",
            Self::Watching => "Watching",
            Self::Needs => "Needs",
            Self::Profile => "Profile",
            Self::Contacts => "Contacts",
            Self::Health => "Health",
            Self::Ehc => "EHC plan",
            Self::Others => "Other plans",
            Self::Access => "Exam access",
            Self::Referrals => "Referrals",
            Self::Attendance => "Attendance",
            Self::Documents => "Documents",
            Self::Leaving => "Leaving",
            Self::Changes => "Tracked changes",
        }
    }

    /// The letter that opens it with Shift: the first of its name, or the one that stands out.
    pub(super) fn letter(self) -> &'static str {
        match self {
            Self::Access => "X",
            _ => &self.label()[..1],
        }
    }

    /// The section of a capital letter.
    pub(super) fn of_letter(letter: char) -> Option<Self> {
        let mut all = Self::VARIANTS.iter().copied();
        all.find(|section| section.letter().starts_with(letter))
    }

    /// The section after it; none after the last, where the contents come round.
    pub(super) fn next(self) -> Option<Self> {
        Self::VARIANTS.get(self as usize + 1).copied()
    }

    /// The section before it; none before the first.
    pub(super) fn previous(self) -> Option<Self> {
        (self as usize)
            .checked_sub(1)
            .map(|before| Self::VARIANTS[before])
    }

    /// What there is, in a line of the contents.
    pub(super) fn summary(self, cx: &Context<'_>, pupil: &Pupil) -> String {
        match self {
            Self::Identity => identity::summary(pupil),
            Self::Flags => flags::summary(pupil),
            Self::Status => status::summary(cx, pupil),
            Self::Watching => watching::summary(cx, pupil),
            Self::Needs => needs::summary(pupil),
            Self::Profile => profile::summary(pupil),
            Self::Contacts => contacts::summary(cx, pupil),
            Self::Health => other_plans::summary(cx, pupil, true),
            Self::Ehc => ehc::summary(cx, pupil),
            Self::Others => other_plans::summary(cx, pupil, false),
            Self::Access => access::summary(cx, pupil),
            Self::Referrals => referrals::summary(cx, pupil),
            Self::Attendance => attendance::summary(cx, pupil),
            Self::Documents => documents::summary(cx, pupil),
            Self::Leaving => leaving::summary(pupil),
            Self::Changes => "what it was, what it became, when it was typed".to_owned(),
        }
    }

    /// What rules need and nobody has typed yet, of what is filled in here.
    pub(super) fn to_fill_in(self, cx: &Context<'_>, pupil: &Pupil) -> Vec<FillIn> {
        let missing = cx
            .standing(pupil)
            .map_or(&[][..], |standing| &standing.to_fill_in);
        let mut missing: Vec<FillIn> = missing.to_vec();
        missing.retain(|one| Self::of(*one) == self);
        missing
    }

    /// Where something missing is filled in.
    pub(super) fn of(missing: FillIn) -> Self {
        match missing {
            FillIn::StatusSince | FillIn::ParentTold | FillIn::ReviewDate => Self::Status,
            FillIn::MayBeSupport => Self::Watching,
            FillIn::NeedType => Self::Needs,
            FillIn::PlanMade => Self::Ehc,
        }
    }

    /// What it says, in at most so many columns.
    pub(super) fn lines(self, cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
        match self {
            Self::Identity => identity::lines(cx, pupil, columns),
            Self::Flags => flags::lines(pupil, columns),
            Self::Status => status::lines(cx, pupil, columns),
            Self::Watching => watching::lines(cx, pupil, columns),
            Self::Needs => needs::lines(cx, pupil, columns),
            Self::Profile => profile::lines(cx, pupil, columns),
            Self::Contacts => contacts::lines(cx, pupil, columns),
            Self::Health => other_plans::health(cx, pupil, columns),
            Self::Ehc => ehc::lines(cx, pupil, columns),
            Self::Others => other_plans::others(cx, pupil, columns, false),
            Self::Access => access::lines(cx, pupil, columns),
            Self::Referrals => referrals::lines(cx, pupil, columns),
            Self::Attendance => attendance::lines(cx, pupil, columns),
            Self::Documents => documents::lines(cx, pupil, columns),
            Self::Leaving => leaving::lines(cx, pupil, columns),
            // Once it is open it draws itself, as far as it was read.
            Self::Changes => {
                vec![Line::plain().put(3, usize::MAX, "Enter reads it from the file.", Role::Muted)]
            }
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
            Self::Contacts => contact::of_age(&cx.desk, pupil).into_iter().collect(),
            Self::Health => other_plans::doubts(cx, pupil, true),
            Self::Others => other_plans::doubts(cx, pupil, false),
            Self::Access => access::doubts(cx, pupil),
            Self::Attendance => half_days::doubts(&cx.desk, pupil.id),
            Self::Flags
            | Self::Watching
            | Self::Profile
            | Self::Ehc
            | Self::Referrals
            | Self::Documents
            | Self::Leaving
            | Self::Changes => Vec::new(),
        }
    }

    /// Why nothing can be added here.
    pub(super) fn new_refusal(self, cx: &Context<'_>) -> Option<Refusal> {
        match self {
            Self::Status
            | Self::Watching
            | Self::Needs
            | Self::Health
            | Self::Ehc
            | Self::Others
            | Self::Access
            | Self::Referrals
            | Self::Attendance => None,
            Self::Contacts => contacts::refusal(cx),
            Self::Identity | Self::Flags | Self::Profile | Self::Leaving => Some(Refusal::new(
                "Nothing is added on this page: Enter changes what is under the cursor.",
            )),
            Self::Documents => documents::refusal(cx),
            Self::Changes => Some(Refusal::new(
                "Nothing is added on this page: it tells what was changed on the others.",
            )),
        }
    }

    /// Opens the form of something new.
    pub(super) fn add(self, cx: &Context<'_>, pupil: &Pupil) -> Effect {
        match self {
            Self::Status => Effect::open(dialogs::status::new(cx, pupil.id)),
            Self::Watching => At::Watched(watching::next(cx, pupil), None).open(cx, pupil),
            Self::Contacts => Effect::open(dialogs::contact::new(cx, pupil.id)),
            Self::Health => Effect::open(dialogs::other_plan::new(cx, pupil.id, true)),
            Self::Ehc => ehc::add(cx, pupil),
            Self::Needs => Effect::open(dialogs::diagnosis::new(cx, pupil.id)),
            Self::Access => access::add(cx, pupil),
            Self::Referrals => Effect::open(dialogs::referral::new(cx, pupil.id)),
            Self::Attendance => Effect::open(dialogs::half_days::new(cx, pupil.id)),
            Self::Others => Effect::open(dialogs::other_plan::new(cx, pupil.id, false)),
            Self::Documents => Effect::open(dialogs::document::new(pupil.id)),
            Self::Identity | Self::Flags | Self::Profile | Self::Leaving | Self::Changes => {
                Effect::None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_section_has_a_letter_of_its_own() {
        for section in Section::VARIANTS {
            let letter = section.letter().chars().next().expect("a letter");
            assert_eq!(Section::of_letter(letter), Some(*section));
        }
    }
}
