//! [`Part`]: what a run of reviews says of each pupil, as a column of a grid.

use std::fmt;
use std::str::FromStr as _;

use chrono::NaiveDate;
use strum::VariantArray;

use crate::domain::date_words::{self, Leaning};
use crate::domain::{Code as _, Decision, PupilId, Refusal, Status, fold};
use crate::ui::dialogs::grid::Column;
use crate::ui::{Context, Role};

/// What a run of reviews says of each pupil.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Part {
    /// The decision.
    Decision,
    /// The day.
    On,
    /// Why.
    Reason,
}

/// Columns of the screen of the decision and the day.
const DECISION: usize = 19;
const ON: usize = 13;
/// Columns of the names, at most, with what stands before them.
const NAMES: usize = 24;

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.into())
    }
}

/// The one decision that begins so.
fn decision(typed: &str) -> Option<Decision> {
    let typed = fold(typed);
    let mut fitting = Decision::VARIANTS
        .iter()
        .filter(|decision| fold(decision.label()).starts_with(&typed));
    let first = fitting.next()?;
    fitting.next().is_none().then_some(*first)
}

impl Column for Part {
    const ALL: &'static [Self] = Self::VARIANTS;

    fn named(name: &str) -> Option<Self> {
        Self::from_str(name).ok()
    }

    fn head(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::On => "held on",
            Self::Reason => "why",
        }
    }

    fn columns(self, window: usize) -> usize {
        match self {
            Self::Decision => DECISION,
            Self::On => ON,
            Self::Reason => window.saturating_sub(NAMES + DECISION + ON).max(ON),
        }
    }

    fn text(self, _cx: &Context<'_>, _pupil: PupilId) -> String {
        String::new()
    }

    fn settled(self, cx: &Context<'_>, _pupil: PupilId, typed: &str) -> Option<String> {
        if typed.is_empty() {
            return None;
        }
        let read = match self {
            Self::Reason => None,
            Self::Decision => decision(typed).map(|decision| decision.code().to_owned()),
            Self::On => {
                let (today, calendar) = (cx.desk.today(), cx.desk.calendar);
                let day = date_words::read(typed, today, Leaning::Back, calendar);
                day.ok().map(|day| day.to_string())
            }
        };
        Some(read.unwrap_or_else(|| typed.to_owned()))
    }

    fn written(self, _cx: &Context<'_>, settled: &str) -> String {
        match self {
            Self::Reason => settled.to_owned(),
            Self::Decision => settled.parse().map_or_else(
                |_| settled.to_owned(),
                |decision: Decision| decision.label().to_owned(),
            ),
            Self::On => settled.parse().map_or_else(
                |_| settled.to_owned(),
                |day: NaiveDate| date_words::with_year(day),
            ),
        }
    }

    fn shown(
        self,
        cx: &Context<'_>,
        _pupil: PupilId,
        settled: Option<&str>,
        _room: usize,
    ) -> (String, Role) {
        let Some(settled) = settled else {
            return (String::new(), Role::Text);
        };
        let is_read = match self {
            Self::Reason => true,
            Self::Decision => settled.parse::<Decision>().is_ok(),
            Self::On => settled.parse::<NaiveDate>().is_ok(),
        };
        let role = if is_read { Role::Text } else { Role::Refusal };
        (self.written(cx, settled), role)
    }

    fn refusal(self, cx: &Context<'_>, pupil: PupilId) -> Option<Refusal> {
        let status = cx.desk.caseload.status_of(pupil);
        (status != Status::K).then(|| {
            Refusal::new(
                "A run of reviews is of SEN support. The review of an EHC plan is written down on the Review page: r.",
            )
        })
    }
}
