//! Opening a file in the program that this computer opens such files with.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

/// What opens a file, with what is said to it before the file.
#[cfg(windows)]
const OPENER: (&str, &[&str]) = ("rundll32", &["url.dll,FileProtocolHandler"]);
#[cfg(target_os = "macos")]
const OPENER: (&str, &[&str]) = ("open", &[]);
#[cfg(not(any(windows, target_os = "macos")))]
const OPENER: (&str, &[&str]) = ("xdg-open", &[]);

/// How long it is waited for word that nothing opens the file.
const PATIENCE: Duration = Duration::from_secs(2);

/// Opens the file in its own program, which is not waited for.
///
/// # Errors
/// When there is nothing that opens files, or it says soon that it can't open this one.
pub fn open(path: &Path) -> io::Result<()> {
    let (program, before) = OPENER;
    let mut command = Command::new(program);
    command
        .args(before)
        .arg(path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // Or a Ctrl+C in our terminal would end it.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn()?;
    let (send, ended) = channel();
    thread::spawn(move || {
        // Nobody listens any more to one that goes on for long; it is waited for, so that nothing stays of it.
        drop(send.send(child.wait()));
    });
    match ended.recv_timeout(PATIENCE) {
        Ok(Ok(status)) if !status.success() => Err(io::Error::other("nothing opens it")),
        Ok(Err(error)) => Err(error),
        Ok(Ok(_)) | Err(_) => Ok(()),
    }
}
