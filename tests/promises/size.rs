//! [`Size`]: how many times a promise is tried.

/// How many times a promise is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// On every `cargo test`: all promises in a few minutes.
    Small,
    /// In every run of CI.
    T1,
    /// Before a release.
    T2,
}

impl Size {
    /// The size that the environment asks for.
    pub fn asked() -> Self {
        let is_set = |name| std::env::var_os(name).is_some_and(|value| value == "1");
        match (is_set("CASELOAD_T1"), is_set("CASELOAD_T2")) {
            (_, true) => Self::T2,
            (true, false) => Self::T1,
            (false, false) => Self::Small,
        }
    }

    /// The number that belongs to this size.
    pub fn of<T>(self, small: T, t1: T, t2: T) -> T {
        match self {
            Self::Small => small,
            Self::T1 => t1,
            Self::T2 => t2,
        }
    }
}
