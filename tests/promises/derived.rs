//! Promise 34: key derivation is what we say, against vectors that other programs computed.

use std::time::Instant;

use caseload::store::{Passphrase, Salt, Sealed, Seed, recovery_code};
use rusqlite::Connection;
use serde::Deserialize;

use super::{Promise, Size, Tally, edits, scratch};

/// What is tried here.
pub const PROMISES: &[Promise] = &[Promise {
    number: 34,
    words: "the key is derived as we say",
    tries: derived,
}];

#[derive(Deserialize)]
struct Vectors {
    vector: Vec<Vector>,
}

/// A passphrase and a salt, and what follows from them; bytes in hex.
#[derive(Deserialize)]
struct Vector {
    passphrase: String,
    salt: String,
    seed: String,
    key: String,
    check_value: String,
    sheet: String,
    code: String,
}

fn derived(size: Size) -> Tally {
    let Vectors { vector: vectors } =
        toml::from_str(include_str!("derived.toml")).expect("a list of vectors");
    let mut tally = Tally::default();
    let mut slowest = 0;
    for vector in vectors.iter().step_by(size.of(3, 1, 1)) {
        let since = Instant::now();
        let salt = Salt::from_bytes(bytes(&vector.salt));
        let seed =
            Seed::derive(&Passphrase::typed(&vector.passphrase), &salt).expect("enough memory");
        slowest = slowest.max(since.elapsed().as_millis());
        tally.count(follows(vector, &seed).and_then(|()| opens(vector, salt, &seed)));
    }
    tally.remarking(format!("the slowest took {slowest} ms"))
}

/// Whether all that is shown or kept follows from the seed as the other programs say.
fn follows(vector: &Vector, seed: &Seed) -> Result<(), String> {
    let found = [
        hex(seed.bytes()),
        hex(&seed.check_value()),
        seed.sheet_id(),
        recovery_code::write(seed).to_string(),
    ];
    let wanted = [
        &vector.seed,
        &vector.check_value,
        &vector.sheet,
        &vector.code,
    ];
    if found.iter().eq(wanted) {
        Ok(())
    } else {
        Err(format!("{:?}: {found:?}", vector.passphrase))
    }
}

/// Whether SQLCipher alone opens a file of this seed with the key that the other programs computed, and with no other.
fn opens(vector: &Vector, salt: Salt, seed: &Seed) -> Result<(), String> {
    let folder = scratch::folder();
    let path = folder.path().join("derived.senco");
    drop(Sealed::create(&path, salt, seed, edits::now()).map_err(|error| error.to_string())?);
    let tables = |key: &str| -> rusqlite::Result<u32> {
        let connection = Connection::open(&path)?;
        connection
            .execute_batch("PRAGMA cipher_log_level = NONE")
            .and_then(|()| connection.pragma_update(None, "key", format!("x'{key}'")))?;
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
    };
    let other: String = vector.key.chars().rev().collect();
    match (tables(&vector.key), tables(&other)) {
        (Ok(1..), Err(_)) => Ok(()),
        (with, without) => Err(format!("{:?}: {with:?}, {without:?}", vector.passphrase)),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(hex: &str) -> [u8; 16] {
    let number = u128::from_str_radix(hex, 16).expect("sixteen bytes in hex");
    number.to_be_bytes()
}
