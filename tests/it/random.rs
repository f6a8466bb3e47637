//! Keys without sense: nothing breaks, the cursor stays on the screen, the file holds what memory holds, and undoing all
//! gives back the start.

use caseload::commands::{Command, TABLE};
use caseload::domain::Ids;
use caseload::keys::{Code, Key};

use super::senco::Senco;

const KEYS: usize = 500;

/// A linear generator: random enough, and the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("a number that fits") % end
    }

    fn key(&mut self, all: &[Key]) -> Key {
        const TYPED: &[char] = &['a', 'K', 'é', '3', ' ', '/', '.', 'م', 'n', '1', '+', 'w'];
        match self.below(10) {
            0..6 => all[self.below(all.len())],
            6 => Key::ctrl('s'),
            7 => Key::plain(Code::Enter),
            _ => Key::char(TYPED[self.below(TYPED.len())]),
        }
    }
}

fn all_keys() -> Vec<Key> {
    let leaves = |command| {
        matches!(
            command,
            Command::Quit | Command::Lock | Command::Undo | Command::Redo | Command::Print
        )
    };
    TABLE
        .iter()
        .filter(|row| !leaves(row.command))
        .flat_map(|row| row.keys)
        .copied()
        .collect()
}

fn walk(seed: u64, columns: u16, rows: u16) {
    let today = "2026-11-23".parse().expect("a date");
    let demo = caseload::demo::edits(today, &Ids::after(1, seed));
    let mut senco = Senco::new().with(demo).at(columns, rows);
    let start = senco.caseload().clone();
    let generation = senco.generation();
    let mut random = Random(seed);
    let keys = all_keys();
    let mut pressed = Vec::new();
    for _ in 0..KEYS {
        let key = random.key(&keys);
        pressed.push(key.to_string());
        let cursor = senco.presses(key);
        if !senco.is_open() {
            // F1 offers to lock and to leave, too, and one in memory is then gone.
            return walk(seed + 100, columns, rows);
        }
        assert!(
            cursor.x < columns && cursor.y < rows,
            "the cursor left the screen after {}",
            pressed.join(" ")
        );
    }
    senco = senco.kept();
    let edits = senco.generation() - generation;
    for _ in 0..20 {
        senco.presses(Key::plain(Code::Esc));
    }
    // The first may bring back what was thrown away last; Esc leaves that, and the question about what was there before.
    for _ in 0..=edits.min(100) {
        senco.presses(Key::ctrl('z'));
        senco.presses(Key::plain(Code::Esc));
    }
    senco = senco.kept();
    assert!(
        edits > 100 || *senco.caseload() == start,
        "undoing {edits} edits did not give back the start; keys: {}",
        pressed.join(" ")
    );
}

#[test]
fn keys_without_sense_break_nothing_and_are_undone() {
    for seed in 0..6 {
        walk(seed, 80, 24);
    }
    walk(6, 120, 40);
    walk(7, 60, 16);
}
