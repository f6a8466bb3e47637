/// What kind of thing a day holds, as a month shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayMark {
    /// A review: booked, agreed for this day, or held.
    Review,
    /// A date by law.
    Law,
    /// Any other date.
    Other,
    /// A first or last day of term, an INSET day or a closure: the day itself shows it.
    School,
}
