use super::mapping::Mapping;
use crate::domain::{Caseload, ImportLayout};

/// How a file is to be read, where the file alone does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The sheets of a workbook to read, by name.
    pub sheets: WantedSheets,
    /// What columns hold.
    pub mapping: Mapping,
    /// What the user said before of lists with the same headings.
    pub layouts: Vec<ImportLayout>,
}

impl Wanted {
    /// As the file says, and as the user said before.
    pub fn in_caseload(caseload: &Caseload) -> Self {
        Self {
            layouts: caseload.import_layouts.iter().cloned().collect(),
            ..Self::default()
        }
    }
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
