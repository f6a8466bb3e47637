//! [`Pair`]: two at the same keys, one before hostile texts and one before harmless texts of the same shape.

use std::collections::BTreeSet;

use caseload::domain::{Draft, Edit};
use caseload::keys::{Input, parse_script};
use caseload::sanitize;
use caseload::store::Store;
use chrono::DateTime;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::eye::Eye;
use super::texts::{harmless, shown};
use crate::sitter::Sitter;

/// Two at the same keys, one before hostile texts and one before harmless texts of the same shape.
pub struct Pair {
    hostile: Sitter,
    harmless: Sitter,
    eye: Eye,
    size: (u16, u16),
    /// So many columns from the left must be as beside harmless texts. A box breaks its lines by what its words are, so of a
    /// form it is the labels; where initials stand for names, by what the names are, it is none.
    pub alike: u16,
    /// The numbers of the texts that were seen.
    pub seen: BTreeSet<usize>,
    /// Screens that were looked at.
    pub looks: usize,
}

impl Pair {
    /// Before caseloads that these edits make: the first hostile, the other harmless. The draft is in both, and opened.
    pub fn before(edits: [&[Edit]; 2], draft: Option<&Draft>, size: (u16, u16)) -> Self {
        let [hostile, harmless] = edits.map(|edits| {
            let mut sitter = Sitter::closed(super::day());
            sitter.size = size;
            sitter.app.input(Input::Resize(size.0, size.1));
            let mut store = Store::in_memory().expect("a store");
            for edit in edits {
                store
                    .apply(edit, None, DateTime::UNIX_EPOCH)
                    .expect("an edit that fits");
            }
            if let Some(draft) = draft {
                store
                    .keep_draft(draft, DateTime::UNIX_EPOCH)
                    .expect("a draft");
            }
            sitter.app.open_store(store).expect("a caseload");
            sitter
        });
        Self {
            hostile,
            harmless,
            eye: Eye::of(size),
            size,
            alike: u16::MAX,
            seen: BTreeSet::new(),
            looks: 0,
        }
    }

    /// Both type the keys of a script, and both screens are looked at.
    pub fn does(&mut self, script: &str) -> Result<(), String> {
        for key in parse_script(script).expect("a script of keys") {
            for sitter in [&mut self.hostile, &mut self.harmless] {
                sitter.app.input(Input::Key(key));
                sitter.app.finish_job();
            }
        }
        self.look()
            .map_err(|wrong| format!("after {script:?}: {wrong}"))
    }

    /// The one pastes a text, the other a harmless one of its shape.
    pub fn pastes(&mut self, text: &str) -> Result<(), String> {
        self.hostile.app.input(Input::Paste(text.to_owned()));
        self.harmless.app.input(Input::Paste(harmless(text)));
        self.look()
            .map_err(|wrong| format!("after pasting {:.60?}: {wrong}", text))
    }

    /// Looks at both screens.
    pub fn look(&mut self) -> Result<(), String> {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let (mut hostile, cursor) = self.hostile.app.draw(area);
        let (mut harmless, _) = self.harmless.app.draw(area);
        self.eye.sees(&hostile, cursor)?;
        sanitize::sweep(&mut hostile);
        sanitize::sweep(&mut harmless);
        self.seen.extend(shown(&text(&hostile)));
        self.looks += 1;
        if !area.contains(cursor) {
            return Err(format!("the cursor is at {cursor}"));
        }
        same_shape(&hostile, &harmless, self.alike)
    }
}

/// The letters of a screen.
fn text(cells: &Buffer) -> String {
    let rows = (0..cells.area.height).map(|y| row(cells, y));
    rows.collect::<Vec<_>>().join("\n")
}

fn row(cells: &Buffer, y: u16) -> String {
    (0..cells.area.width)
        .map(|x| cells[(x, y)].symbol())
        .collect()
}

/// In the first columns, whatever is not a letter of a text planted stands where it stands beside harmless texts. What is quoted in a sentence
/// is cut by letters, shown or not, so such a sentence may go on elsewhere.
fn same_shape(hostile: &Buffer, harmless: &Buffer, columns: u16) -> Result<(), String> {
    let quotes = |y: u16| row(harmless, y).contains('“');
    let rows = (0..harmless.area.height).filter(|y| !quotes(*y) && !quotes(y.saturating_sub(1)));
    for y in rows {
        let mut x = 0;
        while x < harmless.area.width.min(columns) {
            let meant = harmless[(x, y)].symbol();
            if !matches!(meant, "x" | "X" | "王") && hostile[(x, y)].symbol() != meant {
                return Err(format!(
                    "row {y}, column {x}:\n{}\n{}",
                    row(hostile, y),
                    row(harmless, y),
                ));
            }
            x += if meant == "王" { 2 } else { 1 };
        }
    }
    Ok(())
}
