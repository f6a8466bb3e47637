//! The program on the screen: what it is fed, what it shows, and the only hand on the data.
//!
//! [`App::input`] turns a key into a command, asks the top view, and carries its effect out; [`App::draw`] shows what is
//! so now. The loop that feeds it is in [`run()`]. What time alone asks for is in [`App::wake`].

mod backups;
mod carry_out;
mod checking;
mod clock;
mod document;
mod drafts;
mod draw;
pub(crate) mod guessing;
mod holding;
mod importing;
mod input;
mod job;
mod known;
mod locking;
mod notice;
mod opened;
mod places;
mod read_rows;
mod restoring;
mod run;
mod safety;
pub mod terminal;
mod turn_back;
mod unlock;
mod vigil;
mod watch;

pub use clock::Clock;
pub use holding::{DEMO_PASSPHRASE, Holding};
pub use job::Job;
pub use places::Places;
pub use read_rows::{answer_reader, open_list, read_list};
pub use restoring::{Restored, Target, restore};
pub use run::run;
pub use watch::Watch;

use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::domain::{Caseload, Draft, DraftKey};
use crate::keys::Input;
use crate::store::backup::Reading;
use crate::store::{Salt, Sealed, Store};
use crate::ui::{Context, Hand, Look, Pane, View, panes};
use backups::Backups;
use job::Running;
use notice::Notice;
use opened::Opened;
use vigil::{GLANCE, Vigil};

/// The program, apart from its terminal: tests feed it and look at it as the loop does.
#[derive(Debug)]
pub struct App {
    clock: Clock,
    places: Places,
    look: Look,
    holding: Holding,
    backups: Backups,
    /// The chosen file, while it is closed.
    sealed: Option<Sealed>,
    /// How long the computer had been awake when a passphrase was tried last; at first, when the program began.
    tried: Duration,
    /// The passphrase that is being tried was counted as wrong for this file, until it is judged.
    guess: Option<(PathBuf, Salt)>,
    /// Whether what is being tried is a recovery code.
    is_code: bool,
    hand: Hand,
    now: DateTime<FixedOffset>,
    pane: Pane,
    panes: Vec<Box<dyn View>>,
    /// Dialogs, the top one last; while no caseload is open, the views before it.
    dialogs: Vec<Box<dyn View>>,
    notice: Notice,
    cover: Cover,
    /// Watches while a caseload is open.
    vigil: Option<Vigil>,
    /// The forms that were being typed in when the caseload was locked, the top one last.
    left: Vec<DraftKey>,
    running: Option<Running>,
    /// What was typed since the job began.
    waiting: Vec<Input>,
    /// When something was typed that no draft holds yet, first and last.
    typed: Option<(DateTime<FixedOffset>, DateTime<FixedOffset>)>,
    /// Copies of documents that are open in programs of their own.
    opened: Vec<Opened>,
    /// What was thrown away last: Ctrl+Z brings it back.
    thrown_away: Option<Draft>,
    /// When the file last refused a draft.
    refused: Option<DateTime<FixedOffset>>,
    /// The file that was locked before it took these drafts.
    unkept: Option<(PathBuf, Vec<Draft>)>,
    /// Whether leaving was asked for though it would lose what was typed.
    is_leaving: bool,
    size: (u16, u16),
    /// Whether what is so now was drawn.
    is_drawn: bool,
    is_over: bool,
}

/// What lies over the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cover {
    /// Nothing.
    Off,
    /// Just unlocked: counts, and no names until a key is pressed.
    Counts,
    /// Everything is hidden: any key shows it again.
    On,
    /// Everything is hidden because nobody pressed a key for long: any key shows the counts first.
    Idle,
}

impl App {
    /// The program before a caseload is open.
    pub fn new(clock: Clock, places: Places, look: Look) -> Self {
        let (now, awake) = (clock.now(), clock.awake());
        Reading::sweep(&places.reading(), now);
        Opened::sweep(&places.opened());
        let mut app = Self {
            now,
            clock,
            places,
            look,
            holding: Holding::nothing(),
            backups: Backups::default(),
            sealed: None,
            tried: awake,
            guess: None,
            is_code: false,
            hand: Hand::default(),
            pane: Pane::Today,
            panes: panes::all(),
            dialogs: Vec::new(),
            notice: Notice::None,
            cover: Cover::Off,
            vigil: None,
            left: Vec::new(),
            running: None,
            waiting: Vec::new(),
            typed: None,
            refused: None,
            unkept: None,
            is_leaving: false,
            opened: Vec::new(),
            thrown_away: None,
            size: (80, 24),
            is_drawn: false,
            is_over: false,
        };
        app.ask_passphrase(None);
        app
    }

    /// Whether the program has been left.
    pub fn is_over(&self) -> bool {
        self.is_over
    }

    /// Today's date, as the program takes it.
    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// The register, for tests to look at.
    pub fn caseload(&self) -> &Caseload {
        &self.holding.caseload
    }

    /// What memory holds, for tests to look at.
    pub fn holding(&self) -> &Holding {
        &self.holding
    }

    /// The clock, for tests to move.
    pub fn clock(&mut self) -> &mut Clock {
        &mut self.clock
    }

    /// The open file, for tests to look at.
    pub fn store(&self) -> Option<&Store> {
        self.holding.store()
    }

    /// How long the loop may sleep before [`App::wake`] has something to do.
    pub fn deadline(&self) -> Option<Duration> {
        const WORKING: Duration = Duration::from_millis(40);
        if self.running.is_some() || self.backups.is_making() {
            return Some(WORKING);
        }
        let until =
            |at: DateTime<FixedOffset>| (at - self.clock.now()).to_std().unwrap_or(Duration::ZERO);
        let vigil = self.vigil.as_ref()?;
        let next = GLANCE.min(vigil.next(self.lock_after()));
        Some(self.draft_due().map_or(next, |due| until(due).min(next)))
    }

    /// Does what time alone asks for: keeps drafts, covers or locks what nobody sits at, backs up, takes up what a job brought,
    /// and begins a new day at midnight. Says whether there is something new to see.
    pub fn wake(&mut self) -> bool {
        let before = self.today();
        let said = self.notice.clone();
        self.now = self.clock.now();
        if self.draft_due().is_some_and(|due| due <= self.now) {
            self.keep_drafts();
        }
        let new_day = self.today() != before && self.store().is_some();
        if new_day {
            let worked = self.holding.work_out_all(self.now);
            self.tell(worked);
        }
        let has_news = self.tend_backups();
        // Before it is asked for what the time alone wants: a lock waits for the end of a job.
        let took_up = self.take_up_job();
        self.watch() || took_up || new_day || has_news || self.notice != said
    }

    /// What views see, beside the views themselves.
    fn split(&mut self) -> (Context<'_>, &mut Vec<Box<dyn View>>, &mut Box<dyn View>) {
        let holding = &self.holding;
        let cx = Context {
            desk: holding.desk(self.now),
            standings: &holding.standings,
            log: holding.log(),
            drafts: &holding.drafts,
            hand: &self.hand,
            look: &self.look,
            code_sheet: holding.code_sheet.as_ref(),
            lock_after: self.places.lock_after(),
        };
        (cx, &mut self.dialogs, &mut self.panes[self.pane as usize])
    }

    /// Asks the view that hears the keys.
    fn ask<T>(&mut self, question: impl FnOnce(&Context<'_>, &mut dyn View) -> T) -> T {
        let (cx, dialogs, pane) = self.split();
        let view = dialogs.last_mut().unwrap_or(pane);
        question(&cx, view.as_mut())
    }

    /// Feeds the program with several inputs.
    pub fn inputs(&mut self, inputs: impl IntoIterator<Item = Input>) {
        for input in inputs {
            self.input(input);
        }
    }
}
