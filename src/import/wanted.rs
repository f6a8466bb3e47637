use super::mapping::Mapping;

/// How a file is to be read, where the file alone does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The sheets of a workbook to read, by name.
    pub sheets: WantedSheets,
    /// What columns hold.
    pub mapping: Mapping,
}

/// Which sheets of a workbook are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum WantedSheets {
    /// The only one with pupils; where there are several, it is asked.
    #[default]
    Only,
    /// Those of these names.
    Named(Vec<String>),
    /// All that have headings, as where each class has its own.
    All,
}
