//! Promises 31, 32, 37, 38 and 39: what is left behind tells nothing.
//!
//! The real program is used in a terminal, on a small disk of its own and under strace, and ends in three ways: left,
//! killed and by a fault. Everything typed holds markers. None may be found in any file the program wrote, but for the
//! text the user kept, nor on the raw disk, where what was deleted still lies.

pub mod markers;
mod session;

use std::ffi::OsStr;
use std::path::Path;
use std::sync::OnceLock;

use super::strace::Argument;
use super::{Promise, Tally};
use session::{Ending, Session};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 31,
        words: "nothing readable is ever on the disk",
        tries: |_| nothing_is_readable(),
    },
    Promise {
        number: 31,
        words: "only known places are written to",
        tries: |_| only_known_places(),
    },
    Promise {
        number: 31,
        words: "control: what the user kept as text is found",
        tries: |_| what_was_kept_is_found(),
    },
    Promise {
        number: 32,
        words: "drafts, undo and the search index are encrypted",
        tries: |_| drafts_and_undo(),
    },
    Promise {
        number: 37,
        words: "no network",
        tries: |_| no_network(),
    },
    Promise {
        number: 38,
        words: "nothing personal in settings, locks and titles",
        tries: |_| nothing_in_settings(),
    },
    Promise {
        number: 39,
        words: "files are the user's alone",
        tries: |_| the_users_alone(),
    },
];

/// Where the program may write: names within the home, where `*` stands for any part of one name.
const PLACES: [&str; 19] = [
    "data",
    "data/caseload",
    "data/caseload/local.toml",
    "data/caseload/.tmp*",
    "data/caseload/.caseload-new-*",
    "data/caseload/.caseload-new-*/.tmp*",
    "data/caseload/caseload.senco",
    "data/caseload/caseload.senco-journal",
    "data/caseload/caseload.senco.lock",
    "data/caseload/caseload.senco.who",
    // Backups, which are encrypted as the caseload is.
    // The copy of a backup that is open to be read, which is encrypted too.
    "data/caseload/reading",
    "data/caseload/reading/reading-*",
    "data/caseload/reading/reading-*/*",
    "data/caseload/backups",
    "data/caseload/backups/*",
    "data/caseload/backups/*/*",
    "data/caseload/backups/*/.making-*/*",
    "data/caseload/backups/*/.making-*/.rehearsal.senco.restoring-*/*",
    // The text that the user keeps.
    "documents/*",
];

/// The sessions, which are the same for all promises here.
fn sessions() -> &'static [Session] {
    static SESSIONS: OnceLock<Vec<Session>> = OnceLock::new();
    SESSIONS.get_or_init(|| {
        let left = Session::ending(Ending::Left);
        let fault = Ending::Fault {
            thread: left.threads() + 1,
        };
        vec![
            left,
            Session::ending(Ending::Killed),
            Session::ending(fault),
        ]
    })
}

fn nothing_is_readable() -> Tally {
    let mut tally = Tally::default();
    let mut bytes = 0;
    for session in sessions() {
        let files = session.during.iter().chain(&session.after);
        for file in files.filter(|file| !file.is_kept_text()) {
            bytes += file.bytes.len();
            tally.count(markers::none_in(&file.bytes).map_err(|found| {
                format!("{:?}: {}: {found}", session.ending, file.path.display())
            }));
        }
        bytes += session.raw_disk.len();
        let raw = markers::none_in(&session.raw_disk);
        tally.count(raw.map_err(|found| format!("{:?}: on the raw disk: {found}", session.ending)));
        // The terminal's own screen is left, and what stays on the other tells nothing.
        let said = markers::none_in(&session.after_the_screen);
        tally
            .count(said.map_err(|found| format!("{:?}: in the terminal: {found}", session.ending)));
    }
    tally.remarking(format!(
        "left, killed and by a fault; {} MB searched",
        bytes / 1_000_000
    ))
}

fn only_known_places() -> Tally {
    let mut tally = Tally::default();
    for session in sessions() {
        for path in session.written() {
            tally.count(if is_known(&path) {
                Ok(())
            } else {
                Err(format!(
                    "{:?}: {} was written",
                    session.ending,
                    path.display()
                ))
            });
        }
    }
    tally
}

fn is_known(path: &Path) -> bool {
    // The terminal itself, and where nothing stays.
    let nowhere = ["/dev/tty", "/dev/null", "/dev/pts/*"];
    nowhere
        .iter()
        .chain(&PLACES)
        .any(|place| is_like(path, Path::new(place)))
}

fn is_like(path: &Path, place: &Path) -> bool {
    let like = |(name, place): (&OsStr, &OsStr)| {
        let (name, place) = (name.to_string_lossy(), place.to_string_lossy());
        match place.split_once('*') {
            None => name == place,
            Some((begins, ends)) => name.starts_with(begins) && name.ends_with(ends),
        }
    };
    path.iter().count() == place.iter().count() && path.iter().zip(place).all(like)
}

fn what_was_kept_is_found() -> Tally {
    let mut tally = Tally::default();
    for session in sessions() {
        let kept: Vec<_> = session
            .during
            .iter()
            .filter(|file| file.is_kept_text())
            .collect();
        tally.count(match kept.as_slice() {
            [] => Err("no text was kept".to_owned()),
            kept if kept
                .iter()
                .all(|file| markers::none_in(&file.bytes).is_ok()) =>
            {
                Err("the search finds nothing in a text that has markers".to_owned())
            }
            _ => Ok(()),
        });
    }
    for hidden in markers::hidden() {
        tally.count(match markers::none_in(&hidden) {
            Ok(()) => Err(format!(
                "the search doesn't find {}",
                String::from_utf8_lossy(&hidden)
            )),
            Err(_) => Ok(()),
        });
    }
    tally
}

fn drafts_and_undo() -> Tally {
    let mut tally = Tally::default();
    for session in sessions() {
        // They are in the one file and nowhere else.
        let file = session
            .after
            .iter()
            .find(|file| file.path.ends_with("caseload.senco"));
        let file = file.expect("a caseload");
        tally.count(markers::none_in(&file.bytes));
        tally.count(if file.bytes.starts_with(b"SQLite format 3") {
            Err("the caseload is no encrypted file".to_owned())
        } else {
            Ok(())
        });
    }
    tally
}

fn no_network() -> Tally {
    let mut tally = Tally::default();
    for session in sessions() {
        let mut asked = 0;
        for call in &session.calls {
            let net = |argument: &Argument| match argument {
                Argument::Word(word) => ["AF_INET", "AF_NETLINK", "AF_PACKET"]
                    .iter()
                    .any(|family| word.contains(family)),
                Argument::Bytes(_) => false,
            };
            if call.arguments.iter().any(net) {
                tally.count(Err(format!("{:?}: {call:?}", session.ending)));
            }
            asked += 1;
        }
        tally.count(if asked == 0 {
            Err("nothing was watched".to_owned())
        } else {
            Ok(())
        });
    }
    tally
}

fn nothing_in_settings() -> Tally {
    let mut tally = Tally::default();
    for session in sessions() {
        for name in ["local.toml", "caseload.senco.lock", "caseload.senco.who"] {
            let file = session.during.iter().find(|file| file.path.ends_with(name));
            tally.count(match file {
                None => Err(format!("there is no {name} to look into")),
                Some(file) => {
                    markers::none_in(&file.bytes).map_err(|found| format!("{name}: {found}"))
                }
            });
        }
        for file in session
            .during
            .iter()
            .chain(&session.after)
            .filter(|file| !file.is_kept_text())
        {
            let name = file.path.to_string_lossy();
            tally.count(
                markers::none_in(name.as_bytes()).map_err(|found| format!("a name: {found}")),
            );
        }
        tally.count(markers::none_in(&session.started_with));
        for title in &session.titles {
            tally.count(match title.as_str() {
                "Caseload" | "" => Ok(()),
                other => Err(format!("the title was {other:?}")),
            });
        }
    }
    tally
}

fn the_users_alone() -> Tally {
    let mut tally = Tally::default();
    for session in sessions() {
        for file in session.during.iter().chain(&session.after) {
            tally.count(if file.mode == 0o600 {
                Ok(())
            } else {
                Err(format!("{} is {:o}", file.path.display(), file.mode))
            });
        }
        for (folder, mode) in &session.folders {
            tally.count(if *mode == 0o700 {
                Ok(())
            } else {
                Err(format!("{} is {mode:o}", folder.display()))
            });
        }
        // Also what was there for a moment only.
        for (path, mode) in session.made() {
            tally.count(if mode & 0o077 == 0 {
                Ok(())
            } else {
                Err(format!("{} was made as {mode:o}", path.display()))
            });
        }
    }
    tally.remarking("begun with umask 000")
}
