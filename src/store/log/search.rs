//! Searching the notes as words are typed.

use rusqlite::params;

use super::Log;
use crate::domain::{Note, PupilId, SearchWords};
use crate::store::StoreError;
use crate::store::table::each;

impl Log<'_> {
    /// Notes in which every one of the words is found or begun, the latest to have happened first. Within one pupil her
    /// notes are read; in all, the search index is.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn search(
        &self,
        words: &SearchWords,
        pupil: Option<PupilId>,
        limit: usize,
    ) -> Result<Vec<Note>, StoreError> {
        let Some(conn) = self.conn.filter(|_| !words.is_empty() && limit > 0) else {
            return Ok(Vec::new());
        };
        let mut found = Vec::new();
        let mut take = |note: Note| {
            if words.are_in(&[&note.words, &note.said_by]) {
                found.push(note);
            }
            found.len() < limit
        };
        match pupil {
            Some(pupil) => each(
                conn,
                "WHERE pupil = ? ORDER BY seek DESC",
                params![pupil],
                &mut take,
            )?,
            None => {
                let chosen = "WHERE seek IN (SELECT rowid FROM note_words WHERE note_words MATCH ? \
                              ORDER BY rowid DESC LIMIT ?) ORDER BY seek DESC";
                let limit = i64::try_from(limit).unwrap_or(i64::MAX);
                let take = &mut |note| {
                    found.push(note);
                    true
                };
                each(conn, chosen, params![matching(words), limit], take)?;
            }
        }
        Ok(found)
    }
}

/// The words for the search index: each in quotation marks, and a beginning is enough. There is no quotation mark within a
/// word.
fn matching(words: &SearchWords) -> String {
    let words: Vec<String> = words
        .typed()
        .iter()
        .map(|word| format!("\"{word}\"*"))
        .collect();
    words.join(" ")
}
