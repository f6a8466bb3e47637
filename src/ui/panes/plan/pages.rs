//! [`Pages`]: the four pages of a cycle.

use super::assess::AssessPage;
use super::do_page::DoPage;
use super::page::Page;
use super::plan_page::PlanPage;
use super::review::ReviewPage;
use crate::domain::Stage;

/// The four pages of a cycle, each of which remembers where its cursor is.
#[derive(Debug, Default)]
pub(super) struct Pages {
    assess: AssessPage,
    plan: PlanPage,
    doing: DoPage,
    review: ReviewPage,
}

impl Pages {
    /// The page of a stage.
    pub fn of(&self, stage: Stage) -> &dyn Page {
        match stage {
            Stage::Assess => &self.assess,
            Stage::Plan => &self.plan,
            Stage::Do => &self.doing,
            Stage::Review => &self.review,
        }
    }

    /// The page of a stage, to draw or to run.
    pub fn of_mut(&mut self, stage: Stage) -> &mut dyn Page {
        match stage {
            Stage::Assess => &mut self.assess,
            Stage::Plan => &mut self.plan,
            Stage::Do => &mut self.doing,
            Stage::Review => &mut self.review,
        }
    }
}
