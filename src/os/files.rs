//! Folders and files that only this user may read.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// A path with more at its end: `a.senco` and `.lock` make `a.senco.lock`.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Makes a folder and the missing ones above it, each for this user alone (0700) and there after a power cut too. A folder
/// that exists stays as it is.
///
/// # Errors
/// When the operating system refuses.
pub fn create_private_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let above = folder_of(folder);
    create_private_folder(above)?;
    let mut builder = DirBuilder::new();
    // Another program may have made it a moment ago.
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    sync_folder(above)
}

/// Makes a folder for this user alone (0700) under a new name that begins so; dropping it removes it and what is in it.
///
/// # Errors
/// When the operating system refuses.
pub fn passing_private_folder(folder: &Path, begins: &str) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(begins);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir_in(folder)
}

/// Opens a file for writing without emptying it, made for this user alone (0600) if it isn't there.
///
/// # Errors
/// When the operating system refuses.
pub fn open_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Puts a file of these bytes in the place of whatever was there, in one step and for this user alone (0600): a power cut
/// leaves the old file or the new one.
///
/// # Errors
/// When the operating system refuses; what is there is then the old file or all of the new one.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = folder_of(path);
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    sync_folder(folder)
}

/// Opens a file to be read by somebody else.
///
/// # Errors
/// When there is none, it is a folder or no file of bytes, or the operating system refuses.
pub fn open_to_read(path: &Path) -> io::Result<File> {
    let found = fs::metadata(path)?;
    if found.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !found.is_file() {
        return Err(io::Error::other("it is a device, no file"));
    }
    File::open(path)
}

/// Whether two paths lead to one file, by whatever name. Neither is opened.
pub fn is_same(one: &Path, other: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        let place = |path| {
            fs::metadata(path)
                .ok()
                .map(|found| (found.dev(), found.ino()))
        };
        place(one).is_some() && place(one) == place(other)
    }
    #[cfg(not(unix))]
    {
        let place = |path| fs::canonicalize(path).ok();
        place(one).is_some() && place(one) == place(other)
    }
}

/// Removes a file, after its bytes were written over: on most disks nothing of it can then be read.
///
/// # Errors
/// When there is none, or the operating system refuses.
pub fn wipe(path: &Path) -> io::Result<()> {
    // What a link leads to is somebody else's.
    if !fs::symlink_metadata(path)?.is_file() {
        return fs::remove_file(path);
    }
    let mut file = OpenOptions::new().write(true).open(path)?;
    let mut left = file.metadata()?.len();
    while left > 0 {
        let zeros = [0; 1 << 16];
        let now = zeros
            .len()
            .min(usize::try_from(left).unwrap_or(zeros.len()));
        file.write_all(&zeros[..now])?;
        left -= now as u64;
    }
    file.sync_all()?;
    drop(file);
    fs::remove_file(path)
}

/// Reads a file, or its first `most` bytes.
///
/// # Errors
/// When there is none, it is a folder, or the operating system refuses.
pub fn read_at_most(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut bytes = Vec::new();
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Makes sure that a name given or taken in a folder survives a power cut.
///
/// # Errors
/// When the disk reports trouble.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    // Windows can't open a folder as a file, and writes names through by itself.
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}

/// Whether there is a file here with anything in it.
pub fn is_not_empty(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.len() > 0)
}

/// The folder a file lies in; for a bare name the one we are in.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
