//! What a person does, turned into commands.

use ratatui::layout::Position;

use super::notice::Notice;
use super::watch::Watch;
use super::{App, Cover, Job};
use crate::commands::{self, Command, Scope};
use crate::keys::{Code, Input, Key, Mouse, MouseKind};
use crate::ui::{Context, Effect, Pane, View, dialogs, shell};

/// Rows a turn of the wheel moves.
const WHEEL: usize = 3;

impl App {
    /// Takes what a person did.
    pub fn input(&mut self, input: Input) {
        self.now = self.clock.now();
        // What is pressed after a sleep was meant for what stood there before, and goes nowhere.
        if self.watch() && !matches!(input, Input::Resize(..)) && self.vigil.is_none() {
            self.is_drawn = false;
            return;
        }
        if matches!(input, Input::Key(_) | Input::Paste(_)) {
            self.note_key(input == Input::Key(Key::ctrl('q')));
        }
        if !matches!(input, Input::Resize(..) | Input::Focus(_))
            && let Some(vigil) = &mut self.vigil
        {
            vigil.touch();
        }
        // What stands beneath the counts has not been seen yet.
        let unseen = (self.cover == Cover::Counts).then(|| self.notice.clone());
        match input {
            Input::Resize(columns, rows) => self.size = (columns, rows),
            Input::Focus(_) => {}
            // What is typed while a job runs waits for it, and none of it is lost.
            Input::Key(key) if key == Key::plain(Code::Esc) && self.stop_reading() => {}
            _ if self.running.is_some() && input != Input::Key(Key::ctrl('q')) => {
                self.waiting.push(input)
            }
            _ if self.backups.is_leaving() && input != Input::Key(Key::ctrl('q')) => {}
            _ if self.is_covered(&input) => {}
            Input::Key(key) => self.key(key),
            Input::Paste(text) => self.paste(&text),
            Input::Mouse(mouse) => self.mouse(mouse),
        }
        if let Some(unseen) = unseen.filter(|_| self.notice == Notice::None) {
            self.notice = unseen;
        }
        self.is_drawn = false;
    }

    /// Stops what can be stopped; says whether there was anything.
    fn stop_reading(&self) -> bool {
        let watch = self
            .running
            .as_ref()
            .and_then(|running| running.watch.as_ref());
        watch.map(Watch::stop).is_some()
    }

    /// Whether something lies over the screen, so that the input goes to that: in a window that is too small keys do
    /// nothing; any key lifts a cover, and does nothing else. But from the counts the numbers of the screens go on to those,
    /// and what holds everywhere is done at once: nobody types that by chance. Ctrl+Q always leaves.
    fn is_covered(&mut self, input: &Input) -> bool {
        if *input == Input::Key(Key::ctrl('q')) {
            return false;
        }
        if shell::is_too_small(self.size) {
            return true;
        }
        let was = self.cover;
        if was != Cover::Off && !matches!(input, Input::Mouse(_)) {
            self.cover = match was {
                Cover::Idle => Cover::Counts,
                _ => Cover::Off,
            };
            // In a form that was taken up again a number would be typed into it.
            let is_form = !self.dialogs.is_empty();
            let goes_on = |key: Key| {
                (matches!(key.typed(), Some('0'..='4')) && !is_form)
                    || matches!(
                        commands::find(&[Scope::Everywhere], key),
                        Some(
                            Command::Import
                                | Command::WhoCanSee
                                | Command::Backups
                                | Command::Settings
                                | Command::Lock
                        )
                    )
            };
            let goes_on = matches!(input, Input::Key(key) if goes_on(*key));
            return !(goes_on && was == Cover::Counts);
        }
        was != Cover::Off
    }

    /// Takes what was typed while a job ran.
    pub(super) fn take_waiting(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        self.inputs(waiting);
    }

    fn key(&mut self, key: Key) {
        let scopes = self.ask(|_, view| view.scopes());
        self.notice = Notice::None;
        if let Some(command) = commands::find(scopes, key) {
            self.settle();
            self.run(command);
        } else if let Some(effect) = self.ask(|cx, view| view.type_key(cx, key)) {
            self.note_typing();
            self.carry_out(effect);
        } else if let Some(command) = commands::find(&[Scope::Everywhere], key)
            .filter(|command| self.store().is_some() || *command == Command::Quit)
        {
            self.everywhere(command);
        } else if self.store().is_some() {
            self.notice = Notice::refused(unused(key, scopes));
        } else {
            self.notice = Notice::refused(format!(
                "{key} does nothing here. The lowest line says what can be done."
            ));
        }
    }

    fn paste(&mut self, text: &str) {
        match self.ask(|cx, view| view.paste(cx, text)) {
            Some(effect) => {
                self.note_typing();
                self.carry_out(effect);
            }
            None => {
                self.notice = Notice::refused(
                    "Pasted text goes into a box. Open a form first: Ctrl+N jots something down.",
                )
            }
        }
    }

    fn mouse(&mut self, mouse: Mouse) {
        let at = Position::new(mouse.column, mouse.row);
        match mouse.kind {
            MouseKind::Click => {
                if let Some(command) = self.clicked(at) {
                    self.notice = Notice::None;
                    self.run(command);
                } else {
                    let effect = self.ask(|cx, view| view.click(cx, at));
                    self.carry_out(effect);
                }
            }
            MouseKind::ScrollUp | MouseKind::ScrollDown => {
                let command = if mouse.kind == MouseKind::ScrollUp {
                    Command::Up
                } else {
                    Command::Down
                };
                for _ in 0..WHEEL {
                    if self.ask(|_, view| commands::row(view.scopes(), command).is_some()) {
                        self.run(command);
                    }
                }
            }
        }
    }

    /// The command that the frame shows where the mouse was clicked.
    fn clicked(&mut self, at: Position) -> Option<Command> {
        let size = self.size;
        let keys = self.footer();
        let is_alone = self.ask(|_, view| view.is_alone());
        shell::clicked(at, size, &keys, is_alone)
    }

    /// Runs a command as if its key had been pressed.
    pub(super) fn run(&mut self, command: Command) {
        if let Some(refusal) = self.ask(|cx, view| view.refusal(cx, command)) {
            self.notice = Notice::refused(refusal.words);
            return;
        }
        let scopes = self.ask(|_, view| view.scopes());
        if commands::row(scopes, command).is_none() {
            return self.everywhere(command);
        }
        let pane = match command {
            Command::Today => Some(Pane::Today),
            Command::Pupils => Some(Pane::Pupils),
            Command::PlanPane => Some(Pane::Plan),
            Command::Calendar => Some(Pane::Calendar),
            Command::LogPane => Some(Pane::Log),
            _ => None,
        };
        let effect = match (pane, command) {
            (Some(pane), _) => Effect::Show(pane),
            (None, Command::Help) => return self.everywhere(command),
            (
                None,
                Command::Assess | Command::Plan | Command::Do | Command::Review | Command::Brief,
            ) => self.ask(|cx, view| match view.pupil(cx) {
                Some(pupil) => lined_up(cx, view, dialogs::go_with(pupil, command)),
                None => Effect::refuse(
                    "No pupil is in hand. Choose one on screen 1 with the arrows and Enter.",
                ),
            }),
            (None, Command::Log) => {
                self.ask(|cx, view| lined_up(cx, view, dialogs::go_to_log(view.pupil(cx))))
            }
            (None, _) => self.ask(|cx, view| view.run(cx, command)),
        };
        if matches!(
            command,
            Command::AsTimetabled
                | Command::There
                | Command::Absent
                | Command::KeptOut
                | Command::DidNotRun
                | Command::NoEntry
                | Command::Undo
                | Command::Redo
        ) {
            self.note_typing();
        }
        self.carry_out(effect);
    }

    /// The commands that hold in every view.
    fn everywhere(&mut self, command: Command) {
        let effect = match command {
            Command::Back => self.ask(|cx, view| view.run(cx, Command::Back)),
            Command::Help => {
                let scopes = self.ask(|_, view| view.scopes());
                let refusals = commands::in_force(scopes)
                    .chain(commands::in_force(&[Scope::Everywhere]))
                    .map(|row| (row, self.ask(|cx, view| view.refusal(cx, row.command))))
                    .collect();
                Effect::open(dialogs::help::Help::new(refusals))
            }
            // About the pupil in hand: the one under a list's cursor is there by chance when somebody stops one in the corridor.
            Command::Jot => self.ask(|cx, _| {
                let pupil = cx.pupil_in_hand().map(|pupil| pupil.id);
                dialogs::jot::open(cx, pupil)
            }),
            Command::Import => self.ask(|cx, _| dialogs::import_file::open(cx)),
            Command::Find => Effect::open(dialogs::find::Find::default()),
            Command::WhoCanSee => self.ask(|cx, _| dialogs::who_can_see::open(cx)),
            Command::Cover => Effect::Cover,
            Command::Backups => Effect::Job(Job::ListBackups),
            Command::Settings => Effect::open(dialogs::Settings::default()),
            Command::Lock => Effect::Lock,
            Command::Quit => Effect::Quit,
            Command::Undo => Effect::Undo,
            Command::Redo => Effect::Redo,
            _ => Effect::None,
        };
        self.carry_out(effect);
    }

    /// Remembers that something was typed which no draft holds yet.
    pub(super) fn note_typing(&mut self) {
        let first = self.typed.map_or(self.now, |(first, _)| first);
        self.typed = Some((first, self.now));
    }
}

/// The effect, after the pupils that `<` and `>` go through from this view on, where it lists any.
fn lined_up(cx: &Context<'_>, view: &dyn View, effect: Effect) -> Effect {
    match view.row(cx) {
        Some(row) => Effect::Many(vec![Effect::LineUp(row), effect]),
        None => effect,
    }
}

/// What to say of a key that means nothing here.
fn unused(key: Key, scopes: &[Scope]) -> String {
    match key.code {
        Code::Char('c') if key.ctrl => {
            "Ctrl+C copies in a box. To leave Caseload press Ctrl+Q.".to_owned()
        }
        Code::Char('s') if key.ctrl => {
            "Everything is saved already: each change is, as soon as it says Saved.".to_owned()
        }
        Code::Char(letter)
            if !key.ctrl && letter.is_alphanumeric() && scopes.contains(&Scope::List) =>
        {
            format!(
                "{letter} does nothing here. To find a name: / or Shift+letter. F1 shows what can be done."
            )
        }
        _ => format!("{key} does nothing here. F1 shows what can be done."),
    }
}
