//! [`Effect`]: what a view asks the app to do.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::{Answer, Audience, Context, LogPage, Pane, View};
use crate::app::Job;
use crate::commands::Command;
use crate::domain::{CycleId, DocumentId, DraftKey, Edit, PupilId, Refusal, Stage};

/// What a view asks the app to do. Only [`Save`](Effect::Save) touches data.
#[derive(Debug)]
pub enum Effect {
    /// Nothing.
    None,
    /// One after another.
    Many(Vec<Effect>),
    /// Go to a screen, closing the dialogs.
    Show(Pane),
    /// Turn the plan to a page; none means the stage the pupil is at.
    Turn(Option<Stage>),
    /// Turn the plan to an earlier cycle of the pupil in hand; none means her newest.
    TurnCycle(Option<CycleId>),
    /// Turn the log to a page.
    TurnLog(LogPage),
    /// Open a dialog on top.
    Open(Box<dyn View>),
    /// Close the top dialog.
    Close,
    /// Close the top dialog, if one is open, and hand this down to the view beneath.
    Answer(Answer),
    /// Close the top dialog and run this command in the view beneath.
    Run(Command),
    /// Take a pupil in hand, or put the one in hand down.
    TakeInHand(Option<PupilId>),
    /// These are the pupils that `<` and `>` go through.
    LineUp(Vec<PupilId>),
    /// These are the marked pupils.
    Mark(BTreeSet<PupilId>),
    /// Write the edit to the file; then close the view it came from, if it says so.
    Save {
        /// The edit.
        edit: Edit,
        /// Whether to close the view when it is saved.
        close: bool,
    },
    /// Write the edit to the file and close the view it came from; once that is done, do what this asks for.
    SaveThen {
        /// The edit.
        edit: Edit,
        /// What to do with the caseload as it is then.
        then: fn(&Context<'_>) -> Effect,
    },
    /// Open a copy of a document in its own program.
    OpenDocument(DocumentId),
    /// Throw a draft away.
    ThrowAway(DraftKey),
    /// Say what just happened.
    Say(String),
    /// Say why something can't be done.
    Refuse(Refusal),
    /// Do something long.
    Job(Job),
    /// Back the caseload up, then do this.
    BackUpFirst(Box<Effect>),
    /// Keep this in a file of this name among the user's documents.
    Keep {
        /// The file's name.
        name: PathBuf,
        /// What is to stand in it.
        bytes: Vec<u8>,
    },
    /// Take the newest edit back; ask first, if it was saved before the caseload was opened.
    Undo,
    /// Take the newest edit back, whenever it was saved.
    UndoEarlier,
    /// Do again what was taken back.
    Redo,
    /// Change who can see the screen.
    Reveal(Audience),
    /// Keep the recovery sheet in a file of this name, and offer to delete it.
    KeepSheet {
        /// The file's name.
        name: PathBuf,
        /// The sheet.
        text: String,
    },
    /// Delete a file that was kept for the user.
    DeleteKept(PathBuf),
    /// Two groups of the recovery code were typed back from the sheet.
    CodeChecked,
    /// Ask for another passphrase.
    AskNewPassphrase,
    /// Lock the caseload after so many minutes without a key.
    LockAfter(u8),
    /// Hide everything.
    Cover,
    /// Lock the caseload.
    Lock,
    /// Leave the program.
    Quit,
}

impl Effect {
    /// Opens a dialog.
    pub fn open(view: impl View + 'static) -> Self {
        Self::Open(Box::new(view))
    }

    /// Refuses in these words.
    pub fn refuse(words: impl Into<String>) -> Self {
        Self::Refuse(Refusal::new(words))
    }

    /// Saves the edit and closes the view, or says why not.
    pub fn save_and_close(edit: Result<Edit, Refusal>) -> Self {
        match edit {
            Ok(edit) => Self::Save { edit, close: true },
            Err(refusal) => Self::Refuse(refusal),
        }
    }

    /// Saves the edit and stays, or says why not.
    pub fn save(edit: Result<Edit, Refusal>) -> Self {
        match edit {
            Ok(edit) => Self::Save { edit, close: false },
            Err(refusal) => Self::Refuse(refusal),
        }
    }
}
