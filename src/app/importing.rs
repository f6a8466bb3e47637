//! Reading a school's list, and showing what it would do.

use std::path::PathBuf;
use std::sync::Arc;

use super::App;
use super::job::{self, Finished, ListRead, Running};
use super::notice::Notice;
use super::read_rows::open_list;
use super::watch::Watch;
use crate::domain::Refusal;
use crate::import::{Table, Unreadable, Wanted};
use crate::ui::dialogs::import_preview::ImportPreview;
use crate::ui::dialogs::import_reading::ImportReading;
use crate::ui::{Answer, Effect, View};

impl App {
    /// Reads a list, which Esc stops.
    pub(super) fn read_list(&mut self, path: PathBuf) {
        if let Some(refusal) = self.is_the_caseload(&path) {
            self.notice = Notice::Refused(refusal.words);
            return;
        }
        let (program, watch) = (self.places.program().to_owned(), Watch::default());
        let (seen, today) = (watch.clone(), self.today());
        let wanted = Wanted::in_caseload(self.caseload());
        let running = Running::start("Reading the list", move || {
            match open_list(&program, &path, &seen) {
                Ok((name, table)) => job::list(name, Arc::new(table), wanted, false, today),
                Err(refusal) => Finished::Refused(refusal),
            }
        });
        self.running = Some(running.watched(watch));
    }

    /// Reads the rows of a list again, in another way.
    pub(super) fn read_table(
        &mut self,
        name: String,
        table: Arc<Table>,
        wanted: Wanted,
        again: bool,
    ) {
        let today = self.today();
        self.running = Some(Running::start("Reading the list", move || {
            job::list(name, table, wanted, again, today)
        }));
    }

    /// Shows what a list would do, or asks how it is to be read, in the place of the question that led to it.
    pub(super) fn list_read(&mut self, read: ListRead) {
        let ListRead {
            name,
            table,
            wanted,
            again,
            file,
        } = read;
        let view: Result<Box<dyn View>, Refusal> = match file {
            Ok(file) if again => {
                let file = Box::new(file);
                return self.carry_out(Effect::Answer(Answer::List { wanted, file }));
            }
            Ok(file) => self
                .ask(|cx, _| ImportPreview::new(&cx.desk, &name, file))
                .map(|preview| Box::new(preview.of(table, wanted)) as _),
            Err(Unreadable::WhichSheet { sheets }) => {
                Ok(Box::new(ImportReading::sheet(name, table, wanted, sheets)))
            }
            Err(Unreadable::NoHeading { columns }) => Ok(Box::new(
                ImportReading::without_headings(name, table, wanted, columns),
            )),
            Err(error) => Err(Refusal::new(format!("{name}: {error}"))),
        };
        match view {
            Ok(view) => {
                self.dialogs.pop();
                self.dialogs.push(view);
            }
            Err(refusal) => self.notice = Notice::Refused(refusal.words),
        }
    }
}
