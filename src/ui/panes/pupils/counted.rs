//! [`Counted`]: how many are on the register.

use std::fmt;

use crate::domain::{Standing, Status};

/// How many are here, by status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counted {
    support: u32,
    plan: u32,
    watching: u32,
    none: u32,
}

impl Counted {
    /// Of one school: "40: K 30, E 8, watching 2".
    pub(super) fn short(self) -> String {
        let Self {
            support,
            plan,
            watching,
            none,
        } = self;
        let all = support + plan + watching + none;
        format!("{all}: K {support}, E {plan}, watching {watching}")
    }

    pub(super) fn add(&mut self, standing: &Standing) {
        match standing.status {
            Status::K => self.support += 1,
            Status::E => self.plan += 1,
            Status::N if standing.watching => self.watching += 1,
            Status::N => self.none += 1,
        }
    }
}

/// "63   K 48  E 11  watching 4", with those of no SEN where there are any.
impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            support,
            plan,
            watching,
            none,
        } = self;
        let all = support + plan + watching + none;
        write!(f, "{all}   K {support}  E {plan}  watching {watching}")?;
        if *none > 0 {
            write!(f, "  no SEN {none}")?;
        }
        Ok(())
    }
}
