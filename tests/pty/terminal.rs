//! A terminal with a program running in it.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read, Write};
use std::num::NonZeroU16;
use std::os::unix::net::UnixStream;
use std::process::{Child, Command, ExitStatus};
use std::rc::Rc;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use caseload::keys::parse_script;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, PidfdFlags, Signal, kill_process, pidfd_open};
use rustix::pty::{OpenptFlags, grantpt, ioctl_tiocgptpeer, openpt, unlockpt};
use rustix::termios::{Winsize, tcgetattr, tcsetwinsize};
use tempfile::TempDir;

use crate::bytes::bytes;

/// Nothing a test waits for may take longer, on the slowest machine.
const LIMIT: Duration = Duration::from_secs(30);

/// A terminal with a program running in it, in a home directory of its own. The program is killed when it is dropped.
pub struct Terminal {
    child: Child,
    /// The end of the line that people sit at: none once it was hung up.
    line: Option<File>,
    reader: Option<JoinHandle<()>>,
    stop_reading: Option<UnixStream>,
    seen: Arc<Seen>,
    home: Rc<TempDir>,
}

/// What came out of the program so far.
struct Seen {
    output: Mutex<Output>,
    changed: Condvar,
}

struct Output {
    parser: vt100::Parser,
    bytes: Vec<u8>,
    /// The program has closed its end.
    ended: bool,
}

impl Terminal {
    /// Caseload with these arguments in a fresh home.
    pub fn start(arguments: &[&str], rows: u16, columns: u16) -> Self {
        Self::start_in(home(), arguments, rows, columns)
    }

    /// Caseload with these arguments in a home that earlier runs have used.
    pub fn start_in(home: Rc<TempDir>, arguments: &[&str], rows: u16, columns: u16) -> Self {
        Self::run(
            home,
            OsStr::new(env!("CARGO_BIN_EXE_caseload")),
            arguments,
            rows,
            columns,
        )
    }

    /// Any program with these arguments.
    pub fn run(
        home: Rc<TempDir>,
        program: &OsStr,
        arguments: &[&str],
        rows: u16,
        columns: u16,
    ) -> Self {
        let line = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC)
            .expect("a terminal");
        grantpt(&line).expect("a terminal to use");
        unlockpt(&line).expect("a terminal to open");
        tcsetwinsize(&line, size(rows, columns)).expect("a size");
        let far_end =
            ioctl_tiocgptpeer(&line, OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("the far end");
        let end = || far_end.try_clone().expect("another handle");
        // setsid gives the program the terminal for its own, so that a change of size and a hangup reach it.
        let child = Command::new("setsid")
            .arg("--ctty")
            .arg(program)
            .args(arguments)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", home.path())
            .env("XDG_DATA_HOME", home.path().join("data"))
            .env("XDG_CONFIG_HOME", home.path().join("config"))
            .env("XDG_STATE_HOME", home.path().join("state"))
            .env("XDG_CACHE_HOME", home.path().join("cache"))
            .env("TMPDIR", home.path())
            .env("TERM", "xterm-256color")
            .env("LANG", "C.UTF-8")
            .current_dir(home.path())
            .stdin(end())
            .stdout(end())
            .stderr(end())
            .spawn()
            .expect("the program starts");
        drop(far_end);

        let parser = vt100::Parser::new(cells(rows), cells(columns), 0);
        let output = Output {
            parser,
            bytes: Vec::new(),
            ended: false,
        };
        let seen = Arc::new(Seen {
            output: Mutex::new(output),
            changed: Condvar::new(),
        });
        let line = File::from(line);
        let (stop_reading, stopped) = UnixStream::pair().expect("a pipe");
        let reader = {
            let (line, seen) = (line.try_clone().expect("another handle"), Arc::clone(&seen));
            thread::spawn(move || read(line, &stopped, &seen))
        };
        Self {
            child,
            line: Some(line),
            reader: Some(reader),
            stop_reading: Some(stop_reading),
            seen,
            home,
        }
    }

    /// The home the program runs in, to start another in it.
    pub fn home(&self) -> Rc<TempDir> {
        Rc::clone(&self.home)
    }

    /// The process that runs in it.
    pub fn process(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    /// Types a script of keys, all at once: `types("2pNew target<Ctrl+S>")`.
    pub fn types(&mut self, script: &str) -> &mut Self {
        let keys = parse_script(script).expect("a script of keys");
        self.send(&bytes(&keys))
    }

    /// Pastes text.
    pub fn pastes(&mut self, text: &str) -> &mut Self {
        self.send(format!("\x1b[200~{}\x1b[201~", text.replace('\n', "\r")).as_bytes())
    }

    /// Sends bytes as a terminal would.
    pub fn send(&mut self, bytes: &[u8]) -> &mut Self {
        let mut line = self.line.as_ref().expect("a terminal that was not hung up");
        line.write_all(bytes).expect("a program that reads");
        self
    }

    /// Gives the window another size.
    pub fn resizes(&mut self, rows: u16, columns: u16) -> &mut Self {
        let line = self.line.as_ref().expect("a terminal that was not hung up");
        let mut output = self.seen.output.lock().expect("whole");
        output
            .parser
            .screen_mut()
            .set_size(cells(rows), cells(columns));
        drop(output);
        tcsetwinsize(line, size(rows, columns)).expect("a size");
        self
    }

    /// Waits until these words are on the screen, and fails showing the screen if they do not come.
    #[track_caller]
    pub fn sees(&mut self, words: &str) -> &mut Self {
        self.waits_for(&format!("{words:?} on the screen"), |screen| {
            screen.contents().contains(words)
        })
    }

    /// Waits until these words are gone from the screen.
    #[track_caller]
    pub fn sees_no_more(&mut self, words: &str) -> &mut Self {
        self.waits_for(&format!("{words:?} gone from the screen"), |screen| {
            !screen.contents().contains(words)
        })
    }

    /// Waits until the screen is so, and fails showing it if that does not come.
    #[track_caller]
    pub fn waits_for(&mut self, what: &str, is_so: impl Fn(&vt100::Screen) -> bool) -> &mut Self {
        let until = Instant::now() + LIMIT;
        let mut output = self.seen.output.lock().expect("whole");
        while !is_so(output.parser.screen()) {
            let left = until.saturating_duration_since(Instant::now());
            assert!(
                !left.is_zero() && !output.ended,
                "waited for {what} until {}; the screen is:\n{}",
                if output.ended {
                    "the program ended"
                } else {
                    "the time was up"
                },
                output.parser.screen().contents()
            );
            output = self
                .seen
                .changed
                .wait_timeout(output, left)
                .expect("whole")
                .0;
        }
        drop(output);
        self
    }

    /// The screen as text, now.
    pub fn screen(&self) -> String {
        self.state().contents()
    }

    /// The screen with its colours, modes and cursor, now.
    pub fn state(&self) -> vt100::Screen {
        let output = self.seen.output.lock().expect("whole");
        output.parser.screen().clone()
    }

    /// Every byte the program has written.
    pub fn bytes(&self) -> Vec<u8> {
        self.seen.output.lock().expect("whole").bytes.clone()
    }

    /// How the line is set: what `stty` shows.
    pub fn line(&self) -> String {
        let line = self.line.as_ref().expect("a terminal that was not hung up");
        let set = tcgetattr(line).expect("a line");
        format!(
            "{:?} {:?} {:?} {:?}",
            set.input_modes, set.output_modes, set.control_modes, set.local_modes
        )
    }

    /// Closes the window while the program runs.
    pub fn hangs_up(&mut self) -> &mut Self {
        self.stop_reading = None;
        self.reader
            .take()
            .expect("hung up once")
            .join()
            .expect("the reader ends well");
        self.line = None;
        self
    }

    /// Sends the program a signal.
    pub fn signals(&mut self, signal: Signal) -> &mut Self {
        kill_process(self.process(), signal).expect("a running program");
        self
    }

    /// Kills the program where it stands, as a power cut would.
    pub fn kills(&mut self) -> ExitStatus {
        self.child.kill().expect("a program to kill");
        self.ends()
    }

    /// Waits until the program has ended and all it wrote has been read.
    #[track_caller]
    pub fn ends(&mut self) -> ExitStatus {
        let limit = Timespec::try_from(LIMIT).expect("a short time");
        let process =
            pidfd_open(self.process(), PidfdFlags::empty()).expect("a process to wait for");
        let ended =
            poll(&mut [PollFd::new(&process, PollFlags::IN)], Some(&limit)).expect("waiting");
        assert_eq!(
            ended,
            1,
            "the program still runs; the screen is:\n{}",
            self.screen()
        );
        let status = self.child.wait().expect("an ended program");
        if let Some(reader) = self.reader.take() {
            reader.join().expect("the reader ends well");
        }
        status
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.stop_reading = None;
        if let Some(reader) = self.reader.take() {
            let _ = reader.join();
        }
    }
}

/// A fresh home directory.
pub fn home() -> Rc<TempDir> {
    Rc::new(TempDir::new().expect("a temporary directory"))
}

/// Reads what the program writes until it ends, or the window is closed.
fn read(mut line: File, stopped: &UnixStream, seen: &Seen) {
    let mut chunk = [0; 4096];
    loop {
        let mut sources = [
            PollFd::new(&line, PollFlags::IN),
            PollFd::new(stopped, PollFlags::IN),
        ];
        match poll(&mut sources, None) {
            Err(rustix::io::Errno::INTR) => continue,
            other => other.expect("waiting"),
        };
        if !sources[1].revents().is_empty() {
            return;
        }
        let count = match line.read(&mut chunk) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            // Linux reports an error when the last program has let go of the terminal.
            other => other.unwrap_or(0),
        };
        let ended = count == 0;
        let mut output = seen.output.lock().expect("whole");
        output.parser.process(&chunk[..count]);
        output.bytes.extend_from_slice(&chunk[..count]);
        output.ended = ended;
        drop(output);
        seen.changed.notify_all();
        if ended {
            return;
        }
    }
}

fn size(rows: u16, columns: u16) -> Winsize {
    Winsize {
        ws_row: rows,
        ws_col: columns,
        ws_xpixel: 0,
        ws_ypixel: 0,
    }
}

fn cells(length: u16) -> NonZeroU16 {
    NonZeroU16::new(length).expect("at least one cell")
}
