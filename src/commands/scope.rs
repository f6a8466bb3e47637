//! [`Scope`]: where rows of the table hold.

/// Where rows of the table hold. A view names its scopes, the most particular first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::VariantArray)]
pub enum Scope {
    /// In every view of an open caseload.
    Everywhere,
    /// Before a caseload is open, and while the screen is locked.
    Gate,
    /// In a list, where letters are commands.
    List,
    /// With a pupil under the cursor or in hand.
    Pupil,
    /// In the list of pupils.
    Pupils,
    /// Among the filters kept under a name.
    KeptFilters,
    /// Where the columns of a list are chosen.
    Columns,
    /// In the plan of a pupil.
    Plan,
    /// In a form, where letters are letters.
    Form,
    /// Where a date is asked for.
    Date,
    /// In one line that narrows a list as it is typed.
    Filter,
    /// In one line in which something is looked for.
    Search,
    /// In a register of sessions, where letters are marks.
    Register,
    /// In a grid of pupils, where a letter begins to type.
    Grid,
    /// Where one of a few things is chosen, by its letter or with the arrows.
    Choice,
    /// Where a file is asked for by its path.
    Path,
    /// Where it is asked how a list is to be read.
    Reading,
    /// In the preview of an import.
    Import,
    /// In the preview of what is done to many pupils.
    Preview,
    /// Where the passphrase is asked for once more.
    Secret,
    /// On the recovery sheet.
    Sheet,
    /// Where a folder is asked for.
    Folder,
    /// In the list of backups.
    Backups,
    /// In a question with a few answers.
    Question,
}

impl Scope {
    /// What it is called in the help and the README.
    pub fn label(self) -> &'static str {
        match self {
            Self::Everywhere => "Everywhere",
            Self::Gate => "Before the caseload is open",
            Self::List => "In a list",
            Self::Pupil => "With a pupil",
            Self::Pupils => "In the list of pupils",
            Self::KeptFilters => "Among the kept filters",
            Self::Columns => "Where the columns of the list are chosen",
            Self::Plan => "In a plan",
            Self::Form => "In a form",
            Self::Date => "Where a date is asked for",
            Self::Filter => "While filtering",
            Self::Search => "While finding",
            Self::Register => "In a register of sessions",
            Self::Grid => "In a grid of pupils",
            Self::Choice => "In a choice",
            Self::Path => "Where a file is asked for",
            Self::Reading => "Where it is asked how a list is to be read",
            Self::Import => "In the preview of an import",
            Self::Preview => "In the preview of a change to many",
            Self::Secret => "Where the passphrase is asked for again",
            Self::Sheet => "On the recovery sheet",
            Self::Folder => "Where a folder is asked for",
            Self::Backups => "In the list of backups",
            Self::Question => "In a question",
        }
    }
}
