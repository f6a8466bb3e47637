//! What the operating system is asked not to do with our memory.

use std::io;

/// Keeps memory, which holds children's data and the key, out of crash dumps and away from the user's other programs.
///
/// # Errors
/// When the operating system refuses. Nothing is then less safe than in any other program.
#[cfg(unix)]
pub fn keep_memory_private() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};

    setrlimit(
        Resource::Core,
        Rlimit {
            current: Some(0),
            maximum: Some(0),
        },
    )?;
    #[cfg(target_os = "linux")]
    rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable)?;
    Ok(())
}

/// Windows writes no crash dumps of programs unless somebody turned that on; there is nothing to ask.
///
/// # Errors
/// Never.
#[cfg(windows)]
pub fn keep_memory_private() -> io::Result<()> {
    Ok(())
}

/// Has a write that would make a file larger than this user may have one fail, as on a full disk, instead of ending the
/// program.
///
/// # Errors
/// When the operating system refuses.
#[cfg(unix)]
pub fn take_size_limits_as_errors() -> io::Result<()> {
    let heard = std::sync::Arc::default();
    signal_hook::flag::register(signal_hook::consts::SIGXFSZ, heard).map(drop)
}

/// Windows ends no program for the size of a file.
///
/// # Errors
/// Never.
#[cfg(windows)]
pub fn take_size_limits_as_errors() -> io::Result<()> {
    Ok(())
}

/// The most memory of a process that takes somebody else's file apart, in MB.
pub const READER_MEGABYTES: u64 = 512;
/// The most time of a processor that it has, in seconds.
#[cfg(unix)]
const READER_SECONDS: u64 = 60;

/// Caps the memory and the time of this process, which is to take somebody else's file apart.
///
/// # Errors
/// When the operating system refuses: then the file is not touched.
#[cfg(unix)]
pub fn cap_reader() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};

    let at_most = |most| Rlimit {
        current: Some(most),
        maximum: Some(most),
    };
    setrlimit(Resource::Cpu, at_most(READER_SECONDS))?;
    let capped = setrlimit(Resource::As, at_most(READER_MEGABYTES << 20));
    // macOS knows the limit and does not keep it; some versions refuse it.
    if cfg!(target_os = "macos") {
        return Ok(());
    }
    Ok(capped?)
}

/// Windows caps no process from within: there the bounds of what is read, and the time for which it is waited, are all.
///
/// # Errors
/// Never.
#[cfg(windows)]
pub fn cap_reader() -> io::Result<()> {
    Ok(())
}

/// What a process with caps ended of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Death {
    /// It asked for more memory than it has.
    OfMemory,
    /// It had its time.
    OfTime,
    /// Something else.
    Other,
}

impl Death {
    /// As its status says.
    #[cfg(unix)]
    pub fn of(ended: std::process::ExitStatus) -> Self {
        use signal_hook::consts::{SIGABRT, SIGXCPU};
        use std::os::unix::process::ExitStatusExt as _;

        match ended.signal() {
            Some(SIGABRT) => Self::OfMemory,
            Some(SIGXCPU) => Self::OfTime,
            _ => Self::Other,
        }
    }

    /// As its status says.
    #[cfg(windows)]
    pub fn of(ended: std::process::ExitStatus) -> Self {
        /// What Windows gives a program that ended itself.
        const ABORTED: i32 = 0xC000_0409_u32 as i32;
        match ended.code() {
            Some(ABORTED) => Self::OfMemory,
            _ => Self::Other,
        }
    }
}
