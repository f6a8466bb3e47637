//! Promise 2: a power cut loses nothing that was acknowledged.
//!
//! A worker runs under strace, which writes down every write, sync and change of a name. The calls are played onto a
//! [`Disk`] up to some point, which then gives what may be found after a cut there: of all that was not synced yet, some
//! is there, some is torn and some is lost. The real program opens what is found. The controls show that such a cut does
//! harm where it must.

mod control;
mod disk;
mod workload;

use std::path::Path;

use super::random::Random;
use super::strace::{self, Call, Watch};
use super::{Promise, Size, Tally, scratch, worker};
use control::Control;
use disk::Disk;
use workload::{WORKLOADS, Workload};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 2,
        words: "a power cut loses nothing that was saved",
        tries: cuts,
    },
    Promise {
        number: 2,
        words: "control: without sync a power cut does harm",
        tries: |size| must_fail(size, &control::WITHOUT_SYNC),
    },
    Promise {
        number: 2,
        words: "control: with a lazy write-ahead log too",
        tries: |size| must_fail(size, &control::WRITE_AHEAD),
    },
];

/// The worker's part of each workload and control, by name.
pub fn works() -> impl Iterator<Item = (&'static str, worker::Work)> {
    let controls = [control::WITHOUT_SYNC, control::WRITE_AHEAD];
    let of_controls = controls.map(|control| (control.name, control.does));
    let of_workloads = WORKLOADS
        .iter()
        .map(|workload| (workload.name, workload.does));
    of_workloads.chain(of_controls)
}

const SEED: u64 = 0xC07;
const FILE: &str = "cut.senco";
/// The least a control must fail, in a hundred.
const HARMED: usize = 90;

fn cuts(size: Size) -> Tally {
    let mut tally = Tally::default();
    let states = size.of(60, 400, 2_000) / WORKLOADS.len() + 1;
    for workload in WORKLOADS {
        let Workload {
            name,
            before,
            holds,
            ..
        } = workload;
        for (cut, found) in found_after_cuts(name, *before, *holds, states, 0) {
            tally.count(found.map_err(|lost| format!("{name}, {cut}: {lost}")));
        }
    }
    tally.remarking(format!("{states} states for each workload, seed {SEED:#x}"))
}

fn must_fail(size: Size, control: &Control) -> Tally {
    let states = size.of(60, 100, 300);
    let found = found_after_cuts(control.name, control::before, control::holds, states, 1);
    let harmed = found.iter().filter(|(_, found)| found.is_err()).count();
    let mut tally = Tally {
        tried: found.len(),
        ..Tally::default()
    };
    if harmed * 100 < found.len() * HARMED {
        tally.broken.push(format!(
            "only {harmed} of {} states were harmed: these cuts prove nothing",
            found.len()
        ));
    }
    tally.remarking(format!("{harmed} harmed, as they must be"))
}

/// Cuts the power at so many moments of this work, none before so much was acknowledged, and gives what was found after
/// each. What was not right is kept, to be looked at.
fn found_after_cuts(
    work: &str,
    before: fn(&Path),
    holds: fn(&Path, u64) -> Result<(), String>,
    states: usize,
    acknowledged_first: u64,
) -> Vec<(String, Result<(), String>)> {
    let folder = scratch::folder();
    let path = folder.path().join(FILE);
    before(&path);
    let mut disk = Disk::of(folder.path());
    let calls = calls_of(work, &path);
    let moments = moments(&calls, disk.clone(), acknowledged_first);
    let mut random = Random::of(SEED);
    let mut cuts = vec![0; calls.len()];
    for _ in 0..states {
        let chosen = usize::try_from(random.below(moments.len() as u64)).expect("a place");
        cuts[moments[chosen]] += 1;
    }
    let mut acknowledged = 0;
    let mut all = Vec::new();
    for (call, (at, cuts)) in calls.iter().zip(cuts.iter().enumerate()) {
        disk.takes(call);
        acknowledged += u64::from(is_acknowledgement(call));
        for _ in 0..*cuts {
            let again = random.clone();
            let found = scratch::folder();
            disk.found_after_a_cut(found.path(), &mut random);
            let holds = holds(&found.path().join(FILE), acknowledged).map_err(|lost| {
                let kept = tempfile::tempdir().expect("a folder").keep();
                disk.found_after_a_cut(&kept, &mut again.clone());
                format!("{lost} (found: {})", kept.display())
            });
            all.push((format!("cut after call {at}, seed {SEED:#x}"), holds));
        }
    }
    all
}

/// Everything that the worker asked of the system.
fn calls_of(work: &str, path: &Path) -> Vec<Call> {
    let written = tempfile::NamedTempFile::new().expect("a file");
    let worker = worker::doing(work, path);
    let watch = Watch {
        calls: disk::CALLS,
        longest_text: 70_000,
        refusal: None,
    };
    let ended = watch
        .over(&worker, written.path())
        .output()
        .expect("a process");
    assert!(
        ended.status.success(),
        "the worker failed at {work}: {}",
        String::from_utf8_lossy(&ended.stderr)
    );
    strace::calls(written.path())
}

/// The calls after which a cut can find something else than before them, from so many acknowledgements on.
fn moments(calls: &[Call], mut disk: Disk, acknowledged_first: u64) -> Vec<usize> {
    let mut acknowledged = 0;
    let mut moments = Vec::new();
    for (at, call) in calls.iter().enumerate() {
        let is_acknowledgement = is_acknowledgement(call);
        acknowledged += u64::from(is_acknowledgement);
        if (disk.takes(call) || is_acknowledgement) && acknowledged >= acknowledged_first {
            moments.push(at);
        }
    }
    moments
}

/// Whether the worker said that something is saved.
fn is_acknowledgement(call: &Call) -> bool {
    let [descriptor, words, ..] = call.arguments.as_slice() else {
        return false;
    };
    let words = words.bytes().unwrap_or_default();
    call.name == "write" && descriptor.number() == Some(1) && words.starts_with(b"saved")
}
