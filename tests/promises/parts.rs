//! Promises 37 and 87: what the program is built of has no way to a network, and one SQLite.

use std::path::Path;
use std::process::Command;

use super::{Promise, Tally};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 37,
        words: "no part that could reach a network",
        tries: |_| no_network_crate(),
    },
    Promise {
        number: 87,
        words: "few parts, and one SQLite among them",
        tries: |_| one_sqlite(),
    },
];

const LOCK: &str = include_str!("../../Cargo.lock");
/// The most crates that anybody can have looked at.
const CRATES: usize = 250;
/// Crates that are, or begin with, these speak to a network.
const NETWORK: [&str; 22] = [
    "reqwest",
    "hyper",
    "ureq",
    "curl",
    "isahc",
    "surf",
    "attohttpc",
    "minreq",
    "tokio",
    "async-std",
    "smol",
    "socket2",
    "h2",
    "quinn",
    "rustls",
    "native-tls",
    "openssl-probe",
    "trust-dns",
    "hickory",
    "tungstenite",
    "ssh2",
    "zbus",
];
/// Crates that bring an SQLite with them.
const SQLITE: [&str; 4] = ["libsqlite3-sys", "sqlite3-src", "sqlite3-sys", "libsql-ffi"];

fn crates() -> Vec<&'static str> {
    let names = LOCK.lines().filter_map(|line| line.strip_prefix("name = "));
    names.map(|name| name.trim_matches('"')).collect()
}

fn no_network_crate() -> Tally {
    let mut tally = Tally::default();
    let crates = crates();
    tally.count(if crates.contains(&"rusqlite") {
        Ok(())
    } else {
        Err("this is no list of our crates".to_owned())
    });
    for name in NETWORK {
        let part = format!("{name}-");
        let found = crates
            .iter()
            .find(|known| **known == name || known.starts_with(&part));
        tally.count(match found {
            Some(found) => Err(format!("{found} can reach a network")),
            None => Ok(()),
        });
    }
    tally
}

fn one_sqlite() -> Tally {
    let mut tally = Tally::default();
    let crates = crates();
    tally.count(if crates.len() <= CRATES {
        Ok(())
    } else {
        Err(format!("{} crates: nobody looks at so many", crates.len()))
    });
    let bringing: Vec<_> = crates.iter().filter(|name| SQLITE.contains(name)).collect();
    tally.count(if bringing == [&"libsqlite3-sys"] {
        Ok(())
    } else {
        Err(format!("SQLite comes with {bringing:?}"))
    });
    if cfg!(target_os = "linux") {
        tally.count(one_is_linked(Path::new(env!("CARGO_BIN_EXE_caseload"))));
    }
    tally.remarking(format!("{} crates", crates.len()))
}

/// Whether the program has one SQLite in it, and takes none from the system.
fn one_is_linked(program: &Path) -> Result<(), String> {
    let output = Command::new("nm")
        .arg(program)
        .output()
        .map_err(|error| format!("nm can't be run ({error}): install the package binutils"))?;
    let symbols = String::from_utf8_lossy(&output.stdout);
    let found = symbols.lines().filter_map(|line| {
        let before = line.strip_suffix(" sqlite3_open_v2")?;
        before.split_whitespace().last()
    });
    let kinds: Vec<&str> = found.collect();
    if kinds.len() == 1 && kinds[0].eq_ignore_ascii_case("t") {
        Ok(())
    } else {
        Err(format!("sqlite3_open_v2 is there as {kinds:?}"))
    }
}
