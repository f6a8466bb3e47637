/// How near the review date of a plan is (R2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReviewWarning {
    /// Within the fortnight before.
    Soon,
    /// It is today.
    Today,
    /// It is past.
    Late,
}
