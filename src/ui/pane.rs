//! [`Pane`]: one of the five screens.

/// One of the five screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum Pane {
    /// What is due, late, waited for and to log.
    #[default]
    Today,
    /// The register.
    Pupils,
    /// The plan editor.
    Plan,
    /// The review calendar.
    Calendar,
    /// The intervention log.
    Log,
}

impl Pane {
    /// Its name in line 1.
    pub fn label(self) -> &'static str {
        match self {
            Self::Today => "Today",
            Self::Pupils => "Pupils",
            Self::Plan => "Plan",
            Self::Calendar => "Calendar",
            Self::Log => "Log",
        }
    }
}
