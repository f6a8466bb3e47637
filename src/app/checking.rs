//! Checking the whole caseload, in a thread that has the file for so long.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::App;
use super::job::{Finished, Running};
use super::notice::Notice;
use crate::store::{Problem, Store, StoreError};
use crate::ui::dialogs::{Checked, Finding};

impl App {
    /// Begins to check all of the open file.
    pub(super) fn check(&mut self) {
        self.keep_drafts();
        let Some(store) = self.holding.lend() else {
            return;
        };
        self.running = Some(Running::start("Checking the caseload", move || {
            // The file comes back whatever happens.
            let problems = catch_unwind(AssertUnwindSafe(|| store.check()));
            let problems = problems.unwrap_or(Err(StoreError::Unreadable));
            Finished::Checked {
                store: Box::new(store),
                problems,
            }
        }));
    }

    /// Shows what was found.
    pub(super) fn checked(&mut self, store: Store, problems: Result<Vec<Problem>, StoreError>) {
        self.holding.take_back(store);
        match problems {
            Ok(problems) => {
                let findings = problems.into_iter().map(|problem| Finding {
                    place: problem.place,
                    what: problem.what,
                    repair: problem.repair,
                });
                self.dialogs
                    .push(Box::new(Checked::new(findings.collect())));
            }
            Err(error) => self.notice = Notice::refused(error.to_string()),
        }
    }
}
