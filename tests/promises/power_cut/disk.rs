//! [`Disk`]: a disk that remembers what was only asked of it and what it has been made to keep.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use crate::random::Random;
use crate::strace::{Argument, Call};

/// The calls that change a disk, and those that must not pass it by unseen.
pub const CALLS: &str = "/^openat2?$,close,write,pwrite64,ftruncate,fsync,fdatasync,/^rename,/^unlink,/^link,/^mkdir,rmdir,writev,/^pwritev,truncate,fallocate,copy_file_range,sendfile,/^symlink,creat,/^dup";

/// Bytes that a disk writes whole or not at all.
const SECTOR: usize = 512;

/// A folder on a disk whose power may go: contents and names are kept for certain only after they were synced.
#[derive(Clone)]
pub struct Disk {
    folder: PathBuf,
    files: Vec<Contents>,
    /// Names as the running program sees them.
    names: Names,
    /// Names as they are after a power cut, whatever else happens.
    kept_names: Names,
    asked_names: Vec<NameChange>,
    open: HashMap<i64, Open>,
}

type Names = BTreeMap<PathBuf, Node>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Node {
    Folder,
    /// A file, by its place among the contents: it has no name of its own.
    File(usize),
}

/// A file's bytes.
#[derive(Clone, Default)]
struct Contents {
    kept: Vec<u8>,
    asked: Vec<Change>,
}

#[derive(Clone)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Cut(usize),
}

/// A name that goes, one that comes, or both at once.
#[derive(Clone)]
struct NameChange {
    gone: Option<PathBuf>,
    come: Option<(PathBuf, Node)>,
}

#[derive(Clone)]
struct Open {
    node: Node,
    path: PathBuf,
    /// Where the next plain write goes.
    at: usize,
}

impl Disk {
    /// A folder as it is, all of it kept.
    pub fn of(folder: &Path) -> Self {
        let folder = fs::canonicalize(folder).expect("a folder");
        let mut disk = Self {
            names: BTreeMap::from([(folder.clone(), Node::Folder)]),
            folder: folder.clone(),
            files: Vec::new(),
            kept_names: Names::new(),
            asked_names: Vec::new(),
            open: HashMap::new(),
        };
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("a file").path();
            let kept = fs::read(&path).expect("a workload begins with files alone");
            let node = disk.add(Contents {
                kept,
                asked: Vec::new(),
            });
            disk.names.insert(path, node);
        }
        disk.kept_names = disk.names.clone();
        disk
    }

    fn add(&mut self, contents: Contents) -> Node {
        self.files.push(contents);
        Node::File(self.files.len() - 1)
    }

    /// Takes a call that the program made; says whether it touched this folder.
    pub fn takes(&mut self, call: &Call) -> bool {
        if call.result < 0 {
            return false;
        }
        let given = &call.arguments;
        match call.name.as_str() {
            "openat" => self.opens(given, call.result),
            "close" => {
                self.open.remove(&number(given, 0));
                false
            }
            "write" => self.writes(number(given, 0), bytes(given), call.result, None),
            "pwrite64" => {
                let at = usize::try_from(number(given, 3)).expect("a place");
                self.writes(number(given, 0), bytes(given), call.result, Some(at))
            }
            "ftruncate" => {
                let length = usize::try_from(number(given, 1)).expect("a length");
                self.asks(number(given, 0), Change::Cut(length))
            }
            "fsync" | "fdatasync" => self.syncs(number(given, 0)),
            "rename" | "renameat" | "renameat2" => {
                let paths = self.paths(given);
                self.renames(&paths[0], &paths[1])
            }
            "link" | "linkat" => {
                let paths = self.paths(given);
                self.links(&paths[0], &paths[1])
            }
            "unlink" | "unlinkat" | "rmdir" => {
                let path = self.paths(given).remove(0);
                self.changes_name(Some(path), None)
            }
            "mkdir" | "mkdirat" => {
                let path = self.paths(given).remove(0);
                self.changes_name(None, Some((path, Node::Folder)))
            }
            _ => {
                let is_ours = given
                    .iter()
                    .filter_map(Argument::number)
                    .any(|number| self.open.contains_key(&number))
                    || given
                        .iter()
                        .filter_map(Argument::path)
                        .any(|path| path.starts_with(&self.folder));
                assert!(!is_ours, "this disk does not know {call:?}: teach it");
                false
            }
        }
    }

    fn opens(&mut self, given: &[Argument], descriptor: i64) -> bool {
        let path = self.paths(given).remove(0);
        if !path.starts_with(&self.folder) {
            self.open.remove(&descriptor);
            return false;
        }
        let flags = &given[2];
        let was = self.names.get(&path).copied();
        let node = match was {
            Some(node) => node,
            None => {
                assert!(flags.has_flag("O_CREAT"), "{} has no name", path.display());
                let node = self.add(Contents::default());
                self.changes_name(None, Some((path.clone(), node)));
                node
            }
        };
        if let (Node::File(file), true) = (node, flags.has_flag("O_TRUNC")) {
            self.files[file].asked.push(Change::Cut(0));
        }
        assert!(!flags.has_flag("O_APPEND"), "this disk appends nothing");
        self.open.insert(descriptor, Open { node, path, at: 0 });
        was.is_none()
    }

    fn writes(&mut self, descriptor: i64, bytes: &[u8], written: i64, at: Option<usize>) -> bool {
        let Some(open) = self.open.get_mut(&descriptor) else {
            return false;
        };
        let written = usize::try_from(written).expect("a length");
        let start = at.unwrap_or(open.at);
        if at.is_none() {
            open.at += written;
        }
        let bytes = bytes[..written].to_vec();
        self.asks(descriptor, Change::Write { at: start, bytes })
    }

    fn asks(&mut self, descriptor: i64, change: Change) -> bool {
        match self.open.get(&descriptor).map(|open| open.node) {
            Some(Node::File(file)) => {
                self.files[file].asked.push(change);
                true
            }
            _ => false,
        }
    }

    fn syncs(&mut self, descriptor: i64) -> bool {
        let Some(open) = self.open.get(&descriptor) else {
            return false;
        };
        match open.node {
            Node::File(file) => {
                let Contents { kept, asked } = &mut self.files[file];
                for change in asked.drain(..) {
                    change.happens(kept);
                }
            }
            Node::Folder => {
                let folder = open.path.clone();
                let is_in = |path: &PathBuf| path.parent() == Some(&folder);
                for change in &mut self.asked_names {
                    let here = NameChange {
                        gone: change.gone.take_if(|gone| is_in(gone)),
                        come: change.come.take_if(|(path, _)| is_in(path)),
                    };
                    here.happens(&mut self.kept_names);
                }
                self.asked_names
                    .retain(|change| change.gone.is_some() || change.come.is_some());
            }
        }
        true
    }

    fn renames(&mut self, from: &Path, to: &Path) -> bool {
        let Some(&node) = self.names.get(from) else {
            return false;
        };
        assert_ne!(node, Node::Folder, "this disk renames no folders: teach it");
        self.changes_name(Some(from.to_owned()), Some((to.to_owned(), node)))
    }

    fn links(&mut self, from: &Path, to: &Path) -> bool {
        let node = self.names.get(from).copied();
        node.is_some_and(|node| self.changes_name(None, Some((to.to_owned(), node))))
    }

    fn changes_name(&mut self, gone: Option<PathBuf>, come: Option<(PathBuf, Node)>) -> bool {
        let named = gone.iter().chain(come.iter().map(|(path, _)| path));
        if !named.into_iter().any(|path| path.starts_with(&self.folder)) {
            return false;
        }
        let change = NameChange { gone, come };
        change.happens(&mut self.names);
        self.asked_names.push(change);
        true
    }

    /// The paths among what was given, each from the folder given before it.
    fn paths(&self, given: &[Argument]) -> Vec<PathBuf> {
        let mut folder = None;
        let mut paths = Vec::new();
        for argument in given {
            match argument.path() {
                Some(path) => paths.push(match folder.and_then(|folder| self.open.get(&folder)) {
                    Some(open) => open.path.join(path),
                    None => path,
                }),
                None => folder = argument.number(),
            }
        }
        paths
    }

    /// What may be found when the power comes back, written into an empty folder: of all that was not synced, each write
    /// kept 30, torn 30 and lost 40 times in a hundred, and each name and each cut by coin.
    pub fn found_after_a_cut(&self, into: &Path, random: &mut Random) {
        let mut names = self.kept_names.clone();
        for change in &self.asked_names {
            if random.chance(50) {
                change.happens(&mut names);
            }
        }
        // In this order a folder comes before what is in it.
        for (path, node) in &names {
            let place = into.join(path.strip_prefix(&self.folder).expect("a path within"));
            // What lies in a folder whose name was lost is lost.
            if path == &self.folder || !place.parent().is_some_and(Path::is_dir) {
                continue;
            }
            match node {
                Node::Folder => fs::create_dir(&place).expect("a folder"),
                Node::File(file) => {
                    fs::write(&place, self.files[*file].after_a_cut(random)).expect("a file");
                }
            }
        }
    }
}

impl Contents {
    fn after_a_cut(&self, random: &mut Random) -> Vec<u8> {
        let mut bytes = self.kept.clone();
        for change in &self.asked {
            match change {
                Change::Cut(length) if random.chance(50) => bytes.resize(*length, 0),
                Change::Cut(_) => {}
                Change::Write { at, bytes: written } => match random.below(100) {
                    0..30 => put(&mut bytes, *at, written),
                    30..60 => {
                        for (number, sector) in written.chunks(SECTOR).enumerate() {
                            if random.chance(50) {
                                put(&mut bytes, at + number * SECTOR, sector);
                            }
                        }
                    }
                    _ => {}
                },
            }
        }
        bytes
    }
}

impl Change {
    fn happens(self, bytes: &mut Vec<u8>) {
        match self {
            Self::Write { at, bytes: written } => put(bytes, at, &written),
            Self::Cut(length) => bytes.resize(length, 0),
        }
    }
}

impl NameChange {
    fn happens(&self, names: &mut Names) {
        if let Some(gone) = &self.gone {
            names.remove(gone);
        }
        if let Some((path, node)) = &self.come {
            names.insert(path.clone(), *node);
        }
    }
}

fn put(bytes: &mut Vec<u8>, at: usize, written: &[u8]) {
    let end = at + written.len();
    if bytes.len() < end {
        bytes.resize(end, 0);
    }
    bytes[at..end].copy_from_slice(written);
}

fn number(given: &[Argument], at: usize) -> i64 {
    given[at].number().expect("a number")
}

fn bytes(given: &[Argument]) -> &[u8] {
    given[1].bytes().expect("bytes")
}
