//! [`Sort`]: the order of the register.

/// The order of the register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::VariantArray)]
pub(super) enum Sort {
    /// What is due first comes first.
    #[default]
    Due,
    /// By name.
    Name,
    /// By class.
    Class,
    /// By year.
    Year,
    /// EHC plans, SEN support, watching, none.
    Status,
}

impl Sort {
    pub(super) fn next(self) -> Self {
        let all = <Self as strum::VariantArray>::VARIANTS;
        all[(self as usize + 1) % all.len()]
    }

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Due => "by what is due",
            Self::Name => "by name",
            Self::Class => "by class",
            Self::Year => "by year",
            Self::Status => "by status",
        }
    }
}
