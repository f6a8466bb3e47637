//! Unix: a thread hears the signals and wakes the one that waits for keys.

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::termios;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGWINCH};

/// So long the program has to keep what is being typed, before it is ended whatever it is doing.
const GRACE: Duration = Duration::from_millis(1500);

/// What ends the program from outside: a closed window (SIGHUP), a shutdown (SIGTERM), an interrupt (SIGINT).
///
/// It waits for the terminal itself and leaves only the reading to crossterm, which spins for ever inside its own wait
/// when the window has been closed: so the program can still keep a draft.
#[derive(Debug)]
pub struct Signals {
    /// The terminal, when standard input is something else.
    terminal: Option<File>,
    woken: UnixStream,
    ending: Arc<AtomicBool>,
}

impl Signals {
    /// Listens from now on. If the program still runs a second and a half after it was told to end, `last_resort` is
    /// called and the process ends.
    ///
    /// # Errors
    /// When there is no terminal, or the system grants no pipe, handler or thread.
    pub fn listen(last_resort: fn()) -> io::Result<Self> {
        let terminal = if termios::isatty(io::stdin()) {
            None
        } else {
            Some(File::open("/dev/tty")?)
        };
        let (woken, waker) = UnixStream::pair()?;
        woken.set_nonblocking(true)?;
        waker.set_nonblocking(true)?;
        let ending = Arc::new(AtomicBool::new(false));
        let signals = signal_hook::iterator::Signals::new([SIGHUP, SIGTERM, SIGINT, SIGWINCH])?;
        let told = Arc::clone(&ending);
        thread::Builder::new()
            .name("signals".to_owned())
            .spawn(move || hear(signals, waker, &told, last_resort))?;
        Ok(Self {
            terminal,
            woken,
            ending,
        })
    }

    /// Whether the program has been told to end, or its window was closed.
    pub fn is_ending(&self) -> bool {
        self.ending.load(Ordering::Relaxed)
    }

    /// Blocks until the terminal has something to read, its size changed, the program is told to end, or the time is up. Says
    /// whether there may be something for crossterm, which is not to be let at a terminal for nothing: its window could be
    /// closed at that very moment.
    ///
    /// # Errors
    /// When the terminal can't be waited for.
    pub fn wait(&self, limit: Option<Duration>) -> io::Result<bool> {
        let limit = limit.and_then(|limit| Timespec::try_from(limit).ok());
        let terminal = self.terminal();
        let mut sources = [
            PollFd::new(&terminal, PollFlags::IN),
            PollFd::new(&self.woken, PollFlags::IN),
        ];
        // Interrupted by the very signal that ends the program, we must not go on as if there were a key.
        while let Err(error) = poll(&mut sources, limit.as_ref()) {
            if error != Errno::INTR {
                return Err(error.into());
            }
        }
        let terminal_is = sources[0].revents();
        if terminal_is.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            self.ending.store(true, Ordering::Relaxed);
        } else if terminal_is.contains(PollFlags::IN) {
            rouse_crossterm(terminal)?;
        }
        // Emptied, so that the next wait waits. What came after the wait was over counts too: it is gone then.
        let mut is_woken = false;
        while (&self.woken)
            .read(&mut [0; 64])
            .is_ok_and(|count| count > 0)
        {
            is_woken = true;
        }
        Ok(is_woken || !terminal_is.is_empty())
    }

    fn terminal(&self) -> BorrowedFd<'_> {
        match &self.terminal {
            Some(file) => file.as_fd(),
            None => rustix::stdio::stdin(),
        }
    }
}

/// Has crossterm look for input it has overlooked.
///
/// It reads 1,024 bytes and is told by the system only of what arrives later, so that the rest of a long burst would wait
/// for the next key. Setting the terminal's modes, even to what they are, has the system tell it again.
fn rouse_crossterm(terminal: BorrowedFd<'_>) -> io::Result<()> {
    let modes = termios::tcgetattr(terminal)?;
    Ok(termios::tcsetattr(
        terminal,
        termios::OptionalActions::Now,
        &modes,
    )?)
}

fn hear(
    mut signals: signal_hook::iterator::Signals,
    waker: UnixStream,
    ending: &AtomicBool,
    last_resort: fn(),
) {
    for signal in signals.forever() {
        let ends = signal != SIGWINCH;
        if ends {
            ending.store(true, Ordering::Relaxed);
        }
        // A full pipe wakes as well as one byte more would.
        let _ = (&waker).write(&[0]);
        if ends {
            thread::sleep(GRACE);
            last_resort();
            process::exit(128 + signal);
        }
    }
}
