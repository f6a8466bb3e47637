use super::Cost;
use crate::domain::Pence;

const MINUTES_AN_HOUR: i128 = 60;

/// An adult's time for a group, week by week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StaffTime {
    /// Minutes of a session.
    pub minutes: u32,
    /// Sessions in a week.
    pub sessions_a_week: u32,
    /// Pupils in the group; none counts as one.
    pub group_size: u32,
    /// The adult's rate in pence an hour, on-costs included.
    pub pence_an_hour: i64,
}

impl StaffTime {
    /// One pupil's share of the weeks it runs: 38 in a usual school year, fewer in part of one.
    pub fn cost(&self, weeks: u32) -> Cost {
        let weeks_in_words = match weeks {
            1 => "1 week".to_owned(),
            _ => format!("{weeks} weeks"),
        };
        let sessions = i128::from(self.sessions_a_week) * i128::from(weeks);
        let times = format!("{} a week x {weeks_in_words}", self.sessions_a_week);
        self.cost_of(sessions, &times)
    }

    /// One pupil's share of the sessions that were given.
    pub fn cost_of_sessions(&self, sessions: u32) -> Cost {
        let times = match sessions {
            1 => "1 session".to_owned(),
            _ => format!("{sessions} sessions"),
        };
        self.cost_of(sessions.into(), &times)
    }

    /// One pupil's share of the adult's time: "12 min a week".
    pub fn share_a_week(&self) -> String {
        let minutes = u64::from(self.minutes) * u64::from(self.sessions_a_week);
        let group = u64::from(self.group_size.max(1));
        if minutes.is_multiple_of(group) {
            format!("{} min a week", minutes / group)
        } else {
            format!("{:.1} min a week", minutes as f64 / group as f64)
        }
    }

    fn cost_of(&self, sessions: i128, times: &str) -> Cost {
        let group = self.group_size.max(1);
        let rate = self.pence_an_hour;
        let shared_by = MINUTES_AN_HOUR * i128::from(group);
        let whole = i128::from(self.minutes)
            .saturating_mul(sessions)
            .saturating_mul(rate.into());
        let pence = whole.saturating_add(shared_by / 2).div_euclid(shared_by);
        let in_group = match group {
            1 => String::new(),
            _ => format!(" / group of {group}"),
        };
        Cost {
            pence: Pence(i64::try_from(pence).unwrap_or(if rate < 0 {
                i64::MIN
            } else {
                i64::MAX
            })),
            formula: format!(
                "{} min x {times}{in_group}, at {} an hour",
                self.minutes,
                Pence(rate)
            ),
        }
    }
}
