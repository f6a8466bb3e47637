//! [`Command`]: something a person can ask for.

/// Something a person can ask for by a key, a click in the footer, or a line of F1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum Command {
    /// One step back.
    Back,
    /// Make what is typed the record.
    Save,
    /// Take the newest change back.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Find words or a pupil.
    Find,
    /// Note something down at once.
    Jot,
    /// Take in a school's list.
    Import,
    /// List what can be done, and do it.
    Help,
    /// Choose who can see the screen.
    WhoCanSee,
    /// Hide everything, or show it again.
    Cover,
    /// The backups: list them, make one, bring one back.
    Backups,
    /// Open a backup to be read.
    ReadBackup,
    /// Copy the newest backup to a stick.
    CopyAway,
    /// Name the folder that copies of backups go to.
    SecondPlace,
    /// Check every page and record of the caseload.
    CheckFile,
    /// The school's dates, and the SENCO's own settings.
    Settings,
    /// Lock the caseload.
    Lock,
    /// Leave the program.
    Quit,
    /// Do something to all the marked pupils.
    ForSeveral,
    /// Filters kept under a name, and the columns of the list.
    KeptFilters,
    /// Change what is under the cursor.
    Change,
    /// The dates on which rules stand, in a grid.
    Dates,
    /// What stands in a cell, in all empty cells below.
    FillDown,
    /// Keep the brief or the document in a file.
    Print,
    /// Go to Today.
    Today,
    /// Go to Pupils.
    Pupils,
    /// Go to Plan.
    PlanPane,
    /// Go to Calendar.
    Calendar,
    /// Go to Log.
    LogPane,
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// Open what is under the cursor.
    Open,
    /// Mark or unmark the row.
    Mark,
    /// Mark all rows shown.
    MarkAll,
    /// Narrow the list.
    Filter,
    /// Sort otherwise.
    Sort,
    /// Something new.
    New,
    /// Take the row away.
    Remove,
    /// The previous pupil, week or month.
    Previous,
    /// The next pupil, week or month.
    Next,
    /// Go to a date in words.
    GoToDate,
    /// The next view of this pane.
    NextView,
    /// It is done.
    Done,
    /// Waive it, with a word why.
    Waive,
    /// Her Assess page.
    Assess,
    /// Her Plan page.
    Plan,
    /// Her Do page.
    Do,
    /// Her Review page.
    Review,
    /// Her brief.
    Brief,
    /// Her log.
    Log,
    /// To the next field.
    NextField,
    /// To the field before.
    PreviousField,
    /// Throw the typing away.
    ThrowAway,
    /// The week as timetabled.
    AsTimetabled,
    /// She was there.
    There,
    /// She was absent.
    Absent,
    /// The school kept her out.
    KeptOut,
    /// The session did not run.
    DidNotRun,
    /// Nothing known of it.
    NoEntry,
    /// Yes.
    Yes,
    /// No.
    No,
}
