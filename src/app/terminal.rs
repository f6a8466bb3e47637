//! The terminal: taken over for as long as the program is on the screen, and given back however it ends.

mod fault;
mod screen;

use std::io::{self, BufWriter, Stdout};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crossterm::cursor::Show;
use crossterm::event::{
    self, DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange, Event,
};
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, style};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::keys::{Console, Input, Keyboard};
use crate::os::line;
use crate::os::mouse::ReportClicks;
use crate::os::signals::Signals;
pub use fault::report_faults;
pub use screen::Screen;

/// A pasted text comes in pieces; this long without another piece is its end.
const PASTE_PAUSE: Duration = Duration::from_millis(25);

/// Whether the terminal is ours at the moment, and so must be given back.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal, taken over: its own screen, single keys, pastes and focus reported, no colours but those asked for.
///
/// Dropping it gives the terminal back as it was. So do a fault in the program, whose message holds no data, and a
/// signal that the program does not answer in time.
#[derive(Debug)]
pub struct Terminal {
    screen: Screen<BufWriter<Stdout>>,
    area: Rect,
    keyboard: Keyboard,
    signals: Signals,
}

impl Terminal {
    /// Takes the terminal over. With `mouse`, clicks and the wheel come to the program, and the terminal no longer
    /// selects text by itself.
    ///
    /// # Errors
    /// When there is no terminal, or it can't be written to. It is given back then.
    pub fn start(mouse: bool) -> io::Result<Self> {
        line::mend();
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        report_faults();
        Self::take_over(mouse).inspect_err(|_| {
            try_restore();
        })
    }

    #[expect(clippy::disallowed_methods, reason = "what is drawn on it is cleaned")]
    fn take_over(mouse: bool) -> io::Result<Self> {
        // With NO_COLOR crossterm writes empty colours, which terminals read as "reset everything": a selected row would
        // lose its reverse video. The program's own looks honour NO_COLOR.
        style::force_color_output(true);
        let mut screen = Screen::new(BufWriter::with_capacity(1 << 16, io::stdout()));
        execute!(
            screen.writer(),
            EnterAlternateScreen,
            SetTitle("Caseload"),
            Show
        )?;
        if Console::here() == Console::Unix {
            execute!(screen.writer(), EnableBracketedPaste, EnableFocusChange)?;
        }
        if mouse {
            execute!(screen.writer(), ReportClicks(true))?;
        }
        // crossterm hears a change of size from its first look for events on, and must hear it before we are woken by it.
        event::poll(Duration::ZERO)?;
        let signals = Signals::listen(|| {
            try_restore();
        })?;
        let (columns, rows) = crossterm::terminal::size()?;
        Ok(Self {
            screen,
            area: area_of(columns, rows),
            keyboard: Keyboard::new(Console::here()),
            signals,
        })
    }

    /// The cells there are to draw on, at least one.
    pub fn area(&self) -> Rect {
        self.area
    }

    /// Shows these cells, cleaned of all a terminal would obey, and puts the cursor there. What is shown already is not
    /// written again.
    ///
    /// # Errors
    /// When the terminal can't be written to, as when its window has just been closed: the next [`wait`](Self::wait) then
    /// finds that the program [is ending](Self::is_ending), and what is being typed can still be kept.
    pub fn draw(&mut self, cells: Buffer, cursor: Position) -> io::Result<()> {
        self.screen.draw(cells, cursor)
    }

    /// Has clicks and the wheel reported, or not.
    ///
    /// # Errors
    /// When the terminal can't be written to.
    pub fn report_mouse(&mut self, on: bool) -> io::Result<()> {
        execute!(self.screen.writer(), ReportClicks(on))
    }

    /// Waits for a person to do something and returns all that was waiting, in order. It returns nothing when the time is
    /// up or the program [is ending](Self::is_ending). Waiting uses no processor time.
    ///
    /// # Errors
    /// When the terminal can't be read.
    pub fn wait(&mut self, limit: Option<Duration>) -> io::Result<Vec<Input>> {
        let deadline = limit.and_then(|limit| Instant::now().checked_add(limit));
        // A first look, before crossterm is let at a terminal that may have been closed.
        let mut pause = Some(Duration::ZERO);
        loop {
            let may_read = self.signals.wait(pause)?;
            if self.is_ending() {
                return Ok(Vec::new());
            }
            let mut events = if may_read { waiting()? } else { Vec::new() };
            while self.keyboard.is_pasting(&events) && event::poll(PASTE_PAUSE)? {
                events.extend(waiting()?);
            }
            let mut inputs = self.keyboard.read(with_last_resize(events));
            if may_read {
                inputs.extend(self.overlooked_size(&inputs));
            }
            if !inputs.is_empty() {
                self.note_size(&inputs);
                return Ok(inputs);
            }
            pause = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
            if pause == Some(Duration::ZERO) {
                return Ok(Vec::new());
            }
        }
    }

    /// The size, where it is another and nobody said so: crossterm forgets a change that comes together with a key.
    fn overlooked_size(&self, inputs: &[Input]) -> Option<Input> {
        if inputs
            .iter()
            .any(|input| matches!(input, Input::Resize(..)))
        {
            return None;
        }
        let (columns, rows) = crossterm::terminal::size().ok()?;
        (area_of(columns, rows) != self.area).then_some(Input::Resize(columns, rows))
    }

    /// Whether the program has been told to end, or its window was closed: it has about a second to keep what is being
    /// typed, then it is ended.
    pub fn is_ending(&self) -> bool {
        self.signals.is_ending()
    }

    fn note_size(&mut self, inputs: &[Input]) {
        for input in inputs {
            if let Input::Resize(columns, rows) = *input {
                self.area = area_of(columns, rows);
            }
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        try_restore();
    }
}

/// Gives the terminal back as it was, if it is ours and as far as it still can be; says whether it was ours.
#[expect(clippy::disallowed_methods, reason = "nothing of the data is written")]
pub fn try_restore() -> bool {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return false;
    }
    // Each by itself: one that fails must not keep the others from being tried.
    let mut out = io::stdout();
    let _ = execute!(out, ReportClicks(false));
    if Console::here() == Console::Unix {
        let _ = execute!(out, DisableFocusChange, DisableBracketedPaste);
    }
    // An empty title has the terminal choose its own again.
    let _ = execute!(out, SetTitle(""), LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
    true
}

/// A window of this size, as far as it has one: a terminal that has not been told its size says nought.
fn area_of(columns: u16, rows: u16) -> Rect {
    Rect::new(0, 0, columns.max(1), rows.max(1))
}

/// Everything that is waiting to be read.
fn waiting() -> io::Result<Vec<Event>> {
    let mut events = Vec::new();
    while event::poll(Duration::ZERO)? {
        events.push(event::read()?);
    }
    Ok(events)
}

/// The same events with the last of all changes of size only: dragging a window's edge makes hundreds.
fn with_last_resize(mut events: Vec<Event>) -> Vec<Event> {
    let is_resize = |event: &Event| matches!(event, Event::Resize(..));
    let last = events.iter().rposition(is_resize);
    let mut index = 0;
    events.retain(|event| {
        let keep = !is_resize(event) || Some(index) == last;
        index += 1;
        keep
    });
    events
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::*;

    #[test]
    fn of_many_sizes_only_the_last_counts() {
        let key = |letter| Event::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE));
        let events = vec![
            Event::Resize(80, 24),
            key('a'),
            Event::Resize(90, 24),
            Event::Resize(100, 30),
            key('b'),
        ];
        assert_eq!(
            with_last_resize(events),
            vec![key('a'), Event::Resize(100, 30), key('b')]
        );
        assert_eq!(with_last_resize(vec![key('a')]), vec![key('a')]);
    }
}
