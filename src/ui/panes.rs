//! The five screens, one a file.

mod calendar;
mod log;
mod plan;
mod pupils;
mod today;

use super::View;

/// All panes, in the order of [`Pane`](super::Pane).
pub fn all() -> Vec<Box<dyn View>> {
    vec![
        Box::new(today::Today::default()),
        Box::new(pupils::Pupils::default()),
        Box::new(plan::Plan::default()),
        Box::new(calendar::Calendar::default()),
        Box::new(log::Log::default()),
    ]
}
