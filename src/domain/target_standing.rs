//! How a target stands: met, on the way, behind, or too early to say.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// A target may be this share of its path behind the time gone and still be on the way.
const GRACE: f64 = 0.2;

/// Shares of decimals are not exact: 0.3 of the way is enough where 0.3 is asked.
const ROUNDING: f64 = 1e-9;

/// Before this share of the time has gone it is too early to say.
const EARLY: f64 = 1.0 / 3.0;

/// How a target stands on a day. It is worked out from the measures; what a review judges is the review's.
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
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum TargetStanding {
    /// The aim is reached.
    Met,
    /// The share of the path walked is at least the share of the time gone, less a fifth.
    OnTheWay,
    /// Less than that.
    Behind,
    /// Before a third of the time, or without a second measure.
    TooEarly,
    /// No start, aim or date to judge it by, or its first day is still to come.
    NotStarted,
}

/// What the standing of a target is worked out from. A scale that falls (outbursts a day) has its aim below its start.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TargetPath {
    /// Where the pupil began.
    pub start: Option<f64>,
    /// When that was measured.
    pub start_on: Option<NaiveDate>,
    /// The newest measure and its day.
    pub now: Option<(f64, NaiveDate)>,
    /// Where the pupil should get to.
    pub aim: Option<f64>,
    /// By when.
    pub by: Option<NaiveDate>,
}

impl TargetPath {
    /// How the target stands on a day.
    pub fn standing(&self, today: NaiveDate) -> TargetStanding {
        let (Some(start), Some(start_on), Some(aim), Some(by)) =
            (self.start, self.start_on, self.aim, self.by)
        else {
            return TargetStanding::NotStarted;
        };
        if today < start_on {
            return TargetStanding::NotStarted;
        }
        // A measure of the first day is the start told twice.
        let second = self.now.filter(|&(_, on)| start_on < on && on <= today);
        let Some((now, _)) = second else {
            return TargetStanding::TooEarly;
        };
        let Some(walked) = share_walked(start, now, aim) else {
            return TargetStanding::TooEarly;
        };
        let gone = share_gone(start_on, today, by);
        if walked >= 1.0 {
            TargetStanding::Met
        } else if gone < EARLY {
            TargetStanding::TooEarly
        } else if walked >= gone - GRACE - ROUNDING {
            TargetStanding::OnTheWay
        } else {
            TargetStanding::Behind
        }
    }
}

/// How much of the way from start to aim is walked: 0 at the start, 1 at the aim, below 0 when it went the other way.
/// A target that starts at its aim has no way to walk: it is kept, or nothing can be said.
fn share_walked(start: f64, now: f64, aim: f64) -> Option<f64> {
    if now == aim {
        return Some(1.0);
    }
    let walked = (now - start) / (aim - start);
    walked.is_finite().then_some(walked)
}

/// How much of the time is gone: all of it from the last day on.
fn share_gone(start_on: NaiveDate, today: NaiveDate, by: NaiveDate) -> f64 {
    let days = |to: NaiveDate| (to - start_on).num_days() as f64;
    if today >= by {
        1.0
    } else {
        days(today) / days(by)
    }
}

impl TargetStanding {
    /// As scripts have it: `on_the_way`.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// In words.
    pub fn label(self) -> &'static str {
        match self {
            TargetStanding::Met => "met",
            TargetStanding::OnTheWay => "on the way",
            TargetStanding::Behind => "behind",
            TargetStanding::TooEarly => "too early to say",
            TargetStanding::NotStarted => "not started",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::TargetStanding::*;
    use super::*;
    use proptest::prelude::*;

    fn date(m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, m, d).unwrap()
    }

    /// From 3 on 1 September to 8 by 10 December, a hundred days.
    fn rising(now: f64, on: NaiveDate) -> TargetPath {
        TargetPath {
            start: Some(3.0),
            start_on: Some(date(9, 1)),
            now: Some((now, on)),
            aim: Some(8.0),
            by: Some(date(12, 10)),
        }
    }

    #[test]
    fn a_rising_scale_by_the_definition() {
        let table = [
            // (measured, on, today, standing)
            (8.0, date(9, 10), date(9, 10), Met),
            (9.0, date(12, 1), date(12, 9), Met),
            (7.0, date(9, 20), date(9, 20), TooEarly),
            // Day 33 of 100 is before a third, day 34 is not.
            (3.0, date(10, 4), date(10, 4), TooEarly),
            (3.0, date(10, 5), date(10, 5), Behind),
            // Half the time gone: three tenths of the way is enough.
            (4.5, date(10, 21), date(10, 21), OnTheWay),
            (4.4, date(10, 21), date(10, 21), Behind),
            // The last day and after it: four fifths.
            (7.0, date(12, 9), date(12, 10), OnTheWay),
            (6.9, date(12, 9), date(12, 10), Behind),
            (7.0, date(12, 9), date(12, 31), OnTheWay),
            // The other way.
            (1.0, date(11, 1), date(11, 1), Behind),
        ];
        for (now, on, today, standing) in table {
            assert_eq!(
                rising(now, on).standing(today),
                standing,
                "{now} on {on}, {today}"
            );
        }
    }

    #[test]
    fn a_falling_scale_is_the_mirror() {
        let falling = |now| TargetPath {
            start: Some(10.0),
            aim: Some(2.0),
            ..rising(now, date(10, 21))
        };
        assert_eq!(falling(2.0).standing(date(10, 21)), Met);
        assert_eq!(falling(1.0).standing(date(10, 21)), Met);
        assert_eq!(falling(7.6).standing(date(10, 21)), OnTheWay);
        assert_eq!(falling(7.7).standing(date(10, 21)), Behind);
        assert_eq!(falling(12.0).standing(date(10, 21)), Behind);
    }

    #[test]
    fn without_a_second_measure_it_is_too_early() {
        let unmeasured = TargetPath {
            now: None,
            ..rising(5.0, date(10, 21))
        };
        assert_eq!(unmeasured.standing(date(12, 1)), TooEarly);
        assert_eq!(rising(5.0, date(9, 1)).standing(date(12, 1)), TooEarly);
        assert_eq!(rising(5.0, date(12, 5)).standing(date(12, 1)), TooEarly);
    }

    #[test]
    fn what_cannot_be_judged_is_not_started() {
        let whole = rising(5.0, date(10, 21));
        let today = date(12, 1);
        let parts = [
            TargetPath {
                start: None,
                ..whole
            },
            TargetPath {
                start_on: None,
                ..whole
            },
            TargetPath { aim: None, ..whole },
            TargetPath { by: None, ..whole },
            TargetPath::default(),
        ];
        for path in parts {
            assert_eq!(path.standing(today), NotStarted);
        }
        assert_eq!(whole.standing(date(8, 31)), NotStarted);
    }

    #[test]
    fn a_level_to_be_kept_is_met_or_open() {
        let kept = |now| TargetPath {
            start: Some(8.0),
            ..rising(now, date(10, 21))
        };
        assert_eq!(kept(8.0).standing(date(12, 1)), Met);
        assert_eq!(kept(7.0).standing(date(12, 1)), TooEarly);
    }

    #[test]
    fn a_last_day_before_the_first_is_no_fault() {
        let crossed = TargetPath {
            by: Some(date(8, 1)),
            ..rising(5.0, date(10, 21))
        };
        assert_eq!(crossed.standing(date(12, 1)), Behind);
    }

    #[test]
    fn scripts_read_the_words_of_the_json() {
        for &standing in TargetStanding::VARIANTS {
            assert_eq!(standing.code().parse(), Ok(standing));
        }
    }

    proptest! {
        #[test]
        fn a_mirrored_scale_gives_the_same_standing(
            start in -200.0..200.0f64, now in -200.0..200.0f64, aim in -200.0..200.0f64,
            measured in 0..120u64, today in 0..150u64, length in 0..120u64,
        ) {
            let first = date(9, 1);
            let day = |days| first + chrono::Days::new(days);
            let path = TargetPath {
                start: Some(start),
                start_on: Some(first),
                now: Some((now, day(measured))),
                aim: Some(aim),
                by: Some(day(length)),
            };
            let mirrored = TargetPath {
                start: Some(-start),
                now: Some((-now, day(measured))),
                aim: Some(-aim),
                ..path
            };
            prop_assert_eq!(path.standing(day(today)), mirrored.standing(day(today)));
        }

        #[test]
        fn more_of_the_way_never_stands_worse(now in 0.0..10.0f64, more in 0.0..10.0f64, today in 0..150u64) {
            let day = date(9, 1) + chrono::Days::new(today);
            let rank = |standing| match standing {
                Met => 0,
                OnTheWay => 1,
                Behind => 2,
                TooEarly | NotStarted => 3,
            };
            let less = rising(now, date(9, 2)).standing(day);
            let further = rising(now + more, date(9, 2)).standing(day);
            prop_assert!(rank(further) <= rank(less));
        }

        #[test]
        fn no_number_is_a_fault(start: f64, now: f64, aim: f64) {
            let path = TargetPath {
                start: Some(start),
                aim: Some(aim),
                ..rising(now, date(10, 21))
            };
            let _ = path.standing(date(12, 1));
        }
    }
}
