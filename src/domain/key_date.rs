//! [`KeyDate`]: one of the dates of a pupil on which rules stand, and how it is typed for many at once.

mod write;

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use strum::VariantArray as _;

use super::date_words::Leaning;
use super::{Caseload, Code as _, EhcEvent, EhcStep, FillIn, Pupil, Status, standing};
pub use write::{KeyDateRefused, write, write_of};

/// A date on which rules stand, and which a school's list seldom tells.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum KeyDate {
    /// Since when she has had the status she has.
    Since,
    /// R3: when the parent was told of SEN support (Children and Families Act 2014 s.68).
    ParentTold,
    /// When the plan of her newest cycle was done.
    PlanBegan,
    /// R2: the next review: the one that is booked, else the date agreed for the cycle.
    NextReview,
    /// R5: when the EHC plan was first made.
    PlanMade,
    /// R5: when it was last reviewed.
    LastMeeting,
    /// R7: when the local authority last decided after a review.
    LaDecided,
}

/// How a key date stands in a pupil's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyDay {
    /// It is this day.
    On(NaiveDate),
    /// To fill in: a rule needs it, and nobody has typed it. Never late.
    Missing,
    /// Nobody has typed it, and no rule needs it yet.
    Open,
    /// It has no meaning for this pupil.
    NotHers,
}

impl KeyDate {
    /// As the head of a column has it.
    pub fn short(self) -> &'static str {
        match self {
            Self::Since => "since",
            Self::ParentTold => "told",
            Self::PlanBegan => "plan",
            Self::NextReview => "review",
            Self::PlanMade => "EHC made",
            Self::LastMeeting => "last met",
            Self::LaDecided => "LA said",
        }
    }

    /// In full.
    pub fn label(self) -> &'static str {
        match self {
            Self::Since => FillIn::StatusSince.label(),
            Self::ParentTold => FillIn::ParentTold.label(),
            Self::PlanBegan => "when the plan began",
            Self::NextReview => FillIn::ReviewDate.label(),
            Self::PlanMade => "when the EHC plan was first made",
            Self::LastMeeting => "the last meeting of the EHC plan",
            Self::LaDecided => "the LA's last decision after a review",
        }
    }

    /// Which way it leans when it is typed: only the next review is to come.
    pub fn leaning(self) -> Leaning {
        match self {
            Self::NextReview => Leaning::Ahead,
            _ => Leaning::Back,
        }
    }

    /// Why it may have no meaning for a pupil.
    pub fn whose(self) -> &'static str {
        match self {
            Self::Since => "for pupils with SEN support or an EHC plan, and those watched",
            Self::ParentTold => "for pupils with SEN support",
            Self::PlanBegan | Self::NextReview => "for pupils with SEN support or an EHC plan",
            Self::PlanMade | Self::LastMeeting | Self::LaDecided => "for pupils with an EHC plan",
        }
    }

    /// How it stands in a pupil's record.
    pub fn of(self, caseload: &Caseload, pupil: &Pupil) -> KeyDay {
        let Some(period) = caseload.status_now(pupil.id) else {
            return KeyDay::NotHers;
        };
        let (status, id) = (period.status, pupil.id);
        match self {
            Self::Since if status.on_register() => known(period.from, KeyDay::Missing),
            Self::Since if period.watching => known(period.from, KeyDay::Open),
            Self::ParentTold if status == Status::K => {
                known(period.parent_told_on, KeyDay::Missing)
            }
            Self::PlanBegan if status.on_register() => {
                let cycle = caseload.cycle_now(id);
                let none = match cycle {
                    None if status == Status::K => KeyDay::Missing,
                    _ => KeyDay::Open,
                };
                known(cycle.and_then(|cycle| cycle.planned_on), none)
            }
            Self::NextReview if status == Status::K => {
                let none = if standing::has_no_review_date(caseload, pupil) {
                    KeyDay::Missing
                } else {
                    KeyDay::Open
                };
                known(standing::review_on(caseload, pupil), none)
            }
            Self::NextReview if status == Status::E => {
                let booked = standing::booked(caseload, pupil).into_iter();
                let of_plan = booked.filter(|review| review.is_of_plan());
                known(of_plan.map(|review| review.on).next(), KeyDay::Open)
            }
            Self::PlanMade if status == Status::E => {
                let made = latest(caseload, pupil, EhcStep::Made).map(|event| event.on);
                let none = match last_meeting(caseload, pupil) {
                    None => KeyDay::Missing,
                    Some(_) => KeyDay::Open,
                };
                known(made, none)
            }
            Self::LastMeeting if status == Status::E => {
                known(last_meeting(caseload, pupil), KeyDay::Open)
            }
            Self::LaDecided if status == Status::E => {
                let decided = latest(caseload, pupil, EhcStep::LaDecided);
                known(decided.map(|event| event.on), KeyDay::Open)
            }
            Self::Since
            | Self::ParentTold
            | Self::PlanBegan
            | Self::NextReview
            | Self::PlanMade
            | Self::LastMeeting
            | Self::LaDecided => KeyDay::NotHers,
        }
    }

    /// The one that `Display` writes so.
    pub fn named(name: &str) -> Option<Self> {
        Self::from_str(name).ok()
    }

    /// How many of a pupil's are to fill in.
    pub fn missing_of(caseload: &Caseload, pupil: &Pupil) -> usize {
        let all = Self::VARIANTS.iter();
        all.filter(|date| date.of(caseload, pupil) == KeyDay::Missing)
            .count()
    }
}

/// As drafts name it: "parent_told".
impl fmt::Display for KeyDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.into())
    }
}

fn known(on: Option<NaiveDate>, none: KeyDay) -> KeyDay {
    on.map_or(none, KeyDay::On)
}

/// The latest time that a step was taken.
fn latest<'a>(caseload: &'a Caseload, pupil: &Pupil, step: EhcStep) -> Option<&'a EhcEvent> {
    let events = caseload.ehc_events.of(pupil.id);
    events
        .filter(|event| event.step == step)
        .max_by_key(|event| (event.on, event.id))
}

/// The latest day on which a review of the plan was held here: its meeting.
fn held(caseload: &Caseload, pupil: &Pupil) -> Option<NaiveDate> {
    let reviews = caseload.reviews.of(pupil.id);
    reviews
        .filter(|review| review.is_of_plan())
        .filter_map(|review| review.held_on)
        .max()
}

/// The latest meeting of the plan, held here or before.
fn last_meeting(caseload: &Caseload, pupil: &Pupil) -> Option<NaiveDate> {
    let before = latest(caseload, pupil, EhcStep::Reviewed).map(|event| event.on);
    held(caseload, pupil).max(before)
}

#[cfg(test)]
mod tests;
