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
