//! What support costs, as arithmetic that anyone can follow.
//!
//! A pupil's share of an adult's time is minutes x sessions / group size; its cost is that share at the adult's hourly
//! rate, on-costs included. Money is whole pence. Each line is rounded once, half up, so that the lines of a printed table
//! add up to its total.

mod amount;
mod staff_time;

use chrono::NaiveDate;

use crate::domain::Pence;
use crate::domain::rules::Rules;

pub use amount::Cost;
pub use staff_time::StaffTime;

/// The total of staff lines, bought services and resources, as it stands to the funding threshold.
pub fn against_threshold(rules: &Rules, on: NaiveDate, total: Pence) -> Cost {
    let threshold = Pence(rules.numbers(on).funding_threshold_pence.into());
    let over = Pence(total.0.saturating_sub(threshold.0));
    Cost {
        pence: over,
        formula: format!(
            "{total} - {threshold}. The threshold is about funding; it is never a test for an EHC needs assessment \
             (Children and Families Act 2014 s.36(8))."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ta(minutes: u32, sessions_a_week: u32, group_size: u32) -> StaffTime {
        StaffTime {
            minutes,
            sessions_a_week,
            group_size,
            pence_an_hour: 1720,
        }
    }

    #[test]
    fn the_worked_example_of_the_authorities() {
        let group = ta(60, 1, 4).cost(12);
        assert_eq!(group.pence, Pence(5160));
        assert_eq!(
            group.formula,
            "60 min x 1 a week x 12 weeks / group of 4, at £17.20 an hour"
        );
        assert_eq!(ta(60, 1, 1).cost(38).pence, Pence(65_360));
        assert_eq!(
            ta(60, 1, 1).cost(1).formula,
            "60 min x 1 a week x 1 week, at £17.20 an hour"
        );
    }

    #[test]
    fn what_was_given_costs_what_was_given() {
        let given = ta(20, 3, 5).cost_of_sessions(16);
        assert_eq!(given.pence, Pence(1835));
        assert_eq!(
            given.formula,
            "20 min x 16 sessions / group of 5, at £17.20 an hour"
        );
    }

    #[test]
    fn a_pupils_share_is_in_minutes_a_week() {
        assert_eq!(ta(20, 3, 5).share_a_week(), "12 min a week");
        assert_eq!(ta(20, 1, 3).share_a_week(), "6.7 min a week");
        assert_eq!(ta(20, 3, 0).share_a_week(), "60 min a week");
    }

    #[test]
    fn half_a_penny_is_rounded_up_once() {
        let odd = StaffTime {
            pence_an_hour: 1,
            ..ta(30, 1, 1)
        };
        assert_eq!(odd.cost(1).pence, Pence(1));
        assert_eq!(odd.cost(3).pence, Pence(2));
    }

    #[test]
    fn the_threshold_is_never_a_test_for_an_assessment() {
        let on = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let over = against_threshold(Rules::england(), on, Pence(742_050));
        assert_eq!(over.pence, Pence(142_050));
        assert!(over.formula.starts_with("£7,420.50 - £6,000.00."));
        assert!(over.formula.contains("s.36(8)"));
        assert_eq!(
            against_threshold(Rules::england(), on, Pence(0)).pence,
            Pence(-600_000)
        );
    }

    proptest! {
        #[test]
        fn no_number_is_a_fault(minutes: u32, sessions: u32, group: u32, rate: i64, weeks: u32) {
            let time = StaffTime { minutes, sessions_a_week: sessions, group_size: group, pence_an_hour: rate };
            let _ = time.cost(weeks);
            let _ = time.cost_of_sessions(sessions);
            let _ = time.share_a_week();
        }

        #[test]
        fn a_group_shares_the_cost_but_for_rounding(minutes in 1..120u32, group in 1..30u32, weeks in 1..40u32) {
            let alone = ta(minutes, 1, 1).cost(weeks).pence.0;
            let shared = ta(minutes, 1, group).cost(weeks).pence.0 * i64::from(group);
            prop_assert!((alone - shared).abs() <= i64::from(group));
        }
    }
}
