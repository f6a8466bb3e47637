/// A day of a school's own year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SchoolDay {
    /// The first day of a term.
    Starts,
    /// The last day of a term.
    Ends,
    /// An INSET day, or the first day of a closure.
    Closed,
}
