//! [`Column`]: what stands in a column of a grid.

use std::fmt;

use crate::domain::{PupilId, Refusal};
use crate::ui::{Context, Role};

/// What stands in a column of a grid, of each pupil one. `Display` is its name in drafts.
pub trait Column: Copy + Ord + fmt::Debug + fmt::Display + Send + 'static {
    /// All columns, from left to right.
    const ALL: &'static [Self];

    /// The column that `Display` writes so.
    fn named(name: &str) -> Option<Self>;

    /// Its heading.
    fn head(self) -> &'static str;

    /// Columns of the screen that it takes, with the space before it, in a window of so many.
    fn columns(self, window: usize) -> usize;

    /// What the record says, as one would type it; empty for nothing.
    fn text(self, cx: &Context<'_>, pupil: PupilId) -> String;

    /// What is kept of what was typed, once the cell is left; none where the record says so already.
    fn settled(self, cx: &Context<'_>, pupil: PupilId, typed: &str) -> Option<String>;

    /// What was kept so, as one would type it.
    fn written(self, cx: &Context<'_>, settled: &str) -> String;

    /// What the cell shows in so much room: of the record, or of what was settled and is not saved.
    fn shown(
        self,
        cx: &Context<'_>,
        pupil: PupilId,
        settled: Option<&str>,
        room: usize,
    ) -> (String, Role);

    /// Why nothing can be typed of this pupil, if nothing can.
    fn refusal(self, cx: &Context<'_>, pupil: PupilId) -> Option<Refusal>;
}
