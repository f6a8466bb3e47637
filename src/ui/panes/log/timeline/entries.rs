//! [`Entries`]: what of the timeline is loaded.

use super::kinds::Kinds;
use crate::domain::{Entry, EntryKey, PupilId, SearchWords};
use crate::store::StoreError;
use crate::ui::{Audience, Context};

/// Entries of a page, and how many pages one key may read in search of entries of a rare kind.
const PAGE: usize = 100;
const PAGES: usize = 20;
/// Notes that a search shows at most.
const FOUND: usize = 200;

/// What of the timeline is loaded: of the pupil in hand first, then of everybody else. Pages are read as they are wanted.
#[derive(Debug, Default)]
pub struct Entries {
    made_of: Option<MadeOf>,
    rows: Vec<RowKey>,
    /// The entries of the rows that have one, in their order.
    entries: Vec<Entry>,
    part: Part,
    last: Option<EntryKey>,
}

/// What the entries are of: while it is the same, so are they.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeOf {
    /// The version of the caseload.
    pub version: u64,
    /// The pupil in hand.
    pub pupil: Option<PupilId>,
    /// Who can see the screen.
    pub audience: Audience,
    /// The kinds that show.
    pub kinds: Kinds,
    /// The words looked for.
    pub words: SearchWords,
}

/// A row of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKey {
    /// An entry of the pupil in hand; where none is in hand, of anybody.
    First(EntryKey),
    /// In the place of the entries of the pupil in hand, where there is none.
    NoneYet,
    /// The heading of everybody else.
    Others,
    /// An entry of somebody else.
    Other(EntryKey),
}

/// The part of the timeline that is read next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    First,
    Others,
    End,
}

impl Entries {
    /// Forgets what is loaded, if it is of anything else.
    pub fn make(&mut self, made_of: MadeOf) {
        if self.made_of.as_ref() != Some(&made_of) {
            *self = Self {
                made_of: Some(made_of),
                ..Self::default()
            };
        }
    }

    /// The rows loaded.
    pub fn rows(&self) -> &[RowKey] {
        &self.rows
    }

    /// How many entries are loaded.
    pub fn count(&self) -> usize {
        self.entries.len()
    }

    /// The entry of a row; none for rows of words.
    pub fn entry(&self, row: usize) -> Option<&Entry> {
        match self.rows.get(row)? {
            RowKey::First(_) => self.entries.get(row),
            RowKey::NoneYet | RowKey::Others => None,
            // All rows of words stand above the entries of others.
            RowKey::Other(_) => self
                .entries
                .get(row - (self.rows.len() - self.entries.len())),
        }
    }

    /// Reads on as far as this entry of the pupil in hand; gives its row, if it is there.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn reach(
        &mut self,
        cx: &Context<'_>,
        entry: EntryKey,
    ) -> Result<Option<usize>, StoreError> {
        let Some(made_of) = self.made_of.clone() else {
            return Ok(None);
        };
        while self.part == Part::First && self.last.is_none_or(|last| last > entry) {
            self.read_page(cx, &made_of)?;
        }
        let key = RowKey::First(entry);
        Ok(self.rows.iter().position(|row| *row == key))
    }

    /// Reads on until there are so many rows, or all there are, or enough was read for one key.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn want(&mut self, cx: &Context<'_>, rows: usize) -> Result<(), StoreError> {
        let Some(made_of) = self.made_of.clone() else {
            return Ok(());
        };
        for _ in 0..PAGES {
            if self.rows.len() >= rows || self.part == Part::End {
                break;
            }
            if made_of.words.is_empty() {
                self.read_page(cx, &made_of)?;
            } else {
                self.search(cx, &made_of)?;
            }
        }
        Ok(())
    }

    fn read_page(&mut self, cx: &Context<'_>, made_of: &MadeOf) -> Result<(), StoreError> {
        let pupil = match self.part {
            Part::First => made_of.pupil,
            Part::Others | Part::End => None,
        };
        let page = cx.log.timeline(cx.desk.caseload, pupil, self.last, PAGE)?;
        let is_last = page.len() < PAGE;
        self.last = page.last().map(|entry| entry.key).or(self.last);
        self.take(cx, made_of, page);
        if is_last {
            self.turn(made_of);
        }
        Ok(())
    }

    /// Finds the words: in the notes, and of the pupil in hand in the register too.
    fn search(&mut self, cx: &Context<'_>, made_of: &MadeOf) -> Result<(), StoreError> {
        let pupil = match self.part {
            Part::First => made_of.pupil,
            Part::Others | Part::End => None,
        };
        let words = &made_of.words;
        let notes = cx.log.search(words, pupil, FOUND)?;
        let mut found: Vec<Entry> = notes.into_iter().map(Entry::of_note).collect();
        if pupil.is_some() {
            let register =
                Entry::of_register(cx.desk.caseload, pupil, None, usize::MAX).into_iter();
            found.extend(
                register.filter(|entry| words.are_in(&[&entry.label, &entry.words, &entry.by])),
            );
            found.sort_by_key(|entry| std::cmp::Reverse(entry.key));
        }
        self.take(cx, made_of, found);
        self.turn(made_of);
        Ok(())
    }

    /// Takes those of a page that show.
    fn take(&mut self, cx: &Context<'_>, made_of: &MadeOf, page: Vec<Entry>) {
        let is_first = self.part == Part::First;
        for entry in page {
            let of_hers = made_of.pupil.is_some() && entry.pupil == made_of.pupil;
            if (!is_first && of_hers) || !made_of.kinds.has(&entry) || !may_show(cx, &entry) {
                continue;
            }
            if is_first {
                self.rows.push(RowKey::First(entry.key));
            } else {
                // Under the rows of the pupil in hand, of which there is always one.
                let is_begun = matches!(
                    self.rows.last(),
                    None | Some(RowKey::Others | RowKey::Other(_))
                );
                if !is_begun {
                    self.rows.push(RowKey::Others);
                }
                self.rows.push(RowKey::Other(entry.key));
            }
            self.entries.push(as_told(cx, entry));
        }
    }

    /// Goes to the next part.
    fn turn(&mut self, made_of: &MadeOf) {
        self.last = None;
        if self.part == Part::First && made_of.pupil.is_some() && self.rows.is_empty() {
            self.rows.push(RowKey::NoneYet);
        }
        self.part = match self.part {
            Part::First if made_of.pupil.is_some() => Part::Others,
            Part::First | Part::Others | Part::End => Part::End,
        };
    }
}

/// Whether an entry may be on the screen: it is of a pupil who may be shown, and nothing for staff only is before a family.
fn may_show(cx: &Context<'_>, entry: &Entry) -> bool {
    let is_shown = match entry.pupil {
        Some(pupil) => cx.look.may_show(pupil),
        None => !cx.look.audience.is_narrow(),
    };
    let is_before_family = matches!(cx.look.audience, Audience::Family(_));
    is_shown && !(is_before_family && entry.staff_only)
}

/// An entry as those who see the screen may read it.
fn as_told(cx: &Context<'_>, entry: Entry) -> Entry {
    if cx.look.audience != Audience::Staff {
        return entry;
    }
    let told = |text: &str| cx.told(entry.pupil, text);
    let groups = cx.desk.caseload.interventions.iter();
    let group = groups
        .filter(|group| entry.label.starts_with(&group.name))
        .max_by_key(|group| group.name.len());
    let label = match group {
        Some(group) => entry.label.replacen(&group.name, &cx.group_name(group), 1),
        None => told(&entry.label),
    };
    let pupil = entry.pupil.and_then(|id| cx.desk.caseload.pupils.get(id));
    let by = match pupil {
        // Her own words bear her initials, as every list does.
        Some(pupil) if entry.by == pupil.called() || entry.by == pupil.full_name() => {
            cx.look.called(pupil)
        }
        _ => told(&entry.by),
    };
    Entry {
        label,
        words: told(&entry.words),
        by,
        ..entry
    }
}
