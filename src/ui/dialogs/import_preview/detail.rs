//! What the row under the cursor is about.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::row::Row;
use super::{ImportPreview, changed};
use crate::import::{Part, PartChange};
use crate::ui::widgets::Paper;
use crate::ui::{Context, Role};

impl ImportPreview {
    /// What the row under the cursor is about, in full as far as there is room.
    pub(super) fn draw_detail(&self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) {
        let mut paper = Paper::new(buf, cx.look, area);
        let Some(row) = self.cursor.at() else {
            return;
        };
        let Row::Child(place) = row else {
            paper.rule();
            let (name, words) = self.told(cx, row);
            let words = match row {
                Row::Leaver(_) => format!(
                    "{name} is in the caseload and not in this file. Nothing is done to pupils who are not in a file, unless you say that they left: y for today, Enter for another day. Then Ctrl+A says the same of all who are not in it."
                ),
                Row::Skipped(_) => format!("{name}: {words}. Nothing is taken from it."),
                Row::Columns => format!("{words}. Enter changes what a column holds."),
                Row::File(_) | Row::Child(_) => words,
            };
            paper.prose(1, &words, Role::Text);
            return;
        };
        let (entry, child) = (
            &self.preview.entries[place],
            &self.preview.file.pupils[place],
        );
        let lines: Vec<String> = child.lines.iter().map(u32::to_string).collect();
        let word = if lines.len() == 1 { "line" } else { "lines" };
        paper.heading(&format!(
            " {}, {word} {}",
            cx.look.name(&entry.pupil),
            lines.join(", ")
        ));
        if let Some(question) = entry.questions.first() {
            paper.prose(1, &question.words(), Role::Focus);
            let further = match entry.questions.len() {
                1 => String::new(),
                more => format!("     then {} more", more - 1),
            };
            paper.line(
                &format!(" y {}     n {}{further}", question.yes(), question.no()),
                Role::Text,
            );
        }
        for notice in &child.notices {
            paper.prose(1, &format!("~ {notice}"), Role::Due);
        }
        // Numbers are for the page that Enter opens.
        let is_number = |change: &&PartChange| change.what == Part::Upn.label();
        for change in entry.changes.iter().filter(|change| !is_number(change)) {
            if paper.left() == 0 {
                break;
            }
            paper.line(&format!(" {}", changed(change)), Role::Text);
        }
    }
}
