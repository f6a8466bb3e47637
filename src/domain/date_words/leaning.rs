/// Which way a date is expected to lie when its words leave it open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Leaning {
    /// To come: a review, a due date.
    Ahead,
    /// Gone by: when something happened.
    Back,
}
