//! What a grid keeps as a draft.

use std::collections::BTreeMap;

use super::{Cell, Column, Grid};
use crate::domain::{Draft, DraftKey};
use crate::ui::widgets::{Steps, TextBox};

/// What stands in the box that is typed in, in drafts.
const BOX: &str = "box";

impl<C: Column> Grid<C> {
    /// What is typed and not saved.
    pub fn draft(&self, key: DraftKey) -> Option<Draft> {
        // A box in which nothing stands is nothing typed.
        let text = self.typing.as_ref().filter(|text| !text.text().is_empty());
        if self.cells.now().is_empty() && text.is_none() {
            return None;
        }
        let cells = self.cells.now().iter();
        let cells = cells.map(|(cell, typed)| (write(*cell), typed.clone()));
        let typing = text.map(|text| (BOX.to_owned(), text.text()));
        Some(Draft {
            key,
            fields: cells.chain(typing).collect(),
            focus: self.here().map(write).unwrap_or_default(),
            caret: text.map_or(0, TextBox::caret),
        })
    }

    /// Takes up a draft; pupils of whom something is typed are among the rows, so that nothing unseen is saved.
    pub fn restore(&mut self, draft: &Draft) {
        let fields = draft.fields.iter();
        let cells: BTreeMap<Cell<C>, String> = fields
            .filter_map(|(name, typed)| Some((read(name)?, typed.clone())))
            .collect();
        for (pupil, _) in cells.keys() {
            if !self.rows.contains(pupil) {
                self.rows.push(*pupil);
            }
        }
        self.cells = Steps::at(cells);
        if let Some(cell) = read(&draft.focus) {
            self.go_to(cell);
        }
        self.typing = draft.fields.get(BOX).map(|words| {
            let mut text = TextBox::line(words);
            text.put_caret(draft.caret);
            text
        });
    }
}

/// "123/parent_told".
fn write<C: Column>((pupil, column): Cell<C>) -> String {
    format!("{pupil}/{column}")
}

fn read<C: Column>(name: &str) -> Option<Cell<C>> {
    let (pupil, column) = name.split_once('/')?;
    Some((pupil.parse().ok()?, C::named(column)?))
}
