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
