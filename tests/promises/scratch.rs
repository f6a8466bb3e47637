//! Folders for trials.

use std::path::Path;

use tempfile::TempDir;

/// A folder in memory, where the system has room for files there: what is tried doesn't depend on the disk, and a sync
/// costs nothing.
pub fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory).expect("a folder in memory")
    } else {
        tempfile::tempdir().expect("a folder")
    }
}
