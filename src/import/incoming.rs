use chrono::NaiveDate;

use super::field::Field;
use super::flags::Flags;
use super::kept_words::KeptWords;
use super::parent_told::ParentTold;
use crate::domain::{NcYear, NeedCode, Sex, Status};

/// One child as a file tells of her, joined from all her lines. A field that the file leaves blank is none: it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incoming {
    /// The lines of the file, from 1.
    pub lines: Vec<u32>,
    /// Unique pupil number, in capitals; its check letter may be wrong, which a notice says.
    pub upn: Option<String>,
    /// Admission number, with its noughts.
    pub adno: Option<String>,
    /// Surname; an initial in some workbooks.
    pub surname: Option<String>,
    /// Forename.
    pub forename: Option<String>,
    /// What she is called, where that differs from the forename.
    pub preferred: Option<String>,
    /// Date of birth.
    pub dob: Option<NaiveDate>,
    /// National curriculum year, as the file says.
    pub year: Option<NcYear>,
    /// Class or registration group.
    pub class: Option<String>,
    /// Sex.
    pub sex: Option<Sex>,
    /// SEN status.
    pub status: Option<Status>,
    /// A first concern: watched, with census code N.
    pub watching: bool,
    /// Since when she has the status.
    pub status_since: Option<NaiveDate>,
    /// The next review. One that has passed stays as it is: overdue.
    pub next_review: Option<NaiveDate>,
    /// Whether the parent was told.
    pub parent_told: Option<ParentTold>,
    /// Top-up (element 3), in pence a year.
    pub top_up: Option<i64>,
    /// Hours funded by the plan, in minutes a week.
    pub funded_minutes: Option<i64>,
    /// Kinds of need in the order of their rank.
    pub needs: Vec<NeedCode>,
    /// Pupil premium and the like.
    pub flags: Flags,
    /// First language, where it is not English.
    pub language: Option<String>,
    /// The local authority that maintains her plan.
    pub authority: Option<String>,
    /// The day her EHC plan was made.
    pub plan_made: Option<NaiveDate>,
    /// What the file says in words, in the order of its columns, no heading twice.
    pub notes: Vec<KeptWords>,
    /// Fields whose words could not be read as a value: the value is for the user to give. The words stand in the notes too.
    pub unread: Vec<(Field, String)>,
    /// What the user should know before she takes the line, as sentences.
    pub notices: Vec<String>,
    /// Why the whole line waits for a decision, as sentences. When there is none, it can be taken.
    pub held: Vec<String>,
}

impl Incoming {
    /// Her name as it is read out in a list: "Khan, Aisha".
    pub fn listed(&self) -> String {
        let parts: Vec<&str> = [&self.surname, &self.forename]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        parts.join(", ")
    }

    /// Whether the surname is only an initial, as in "Sagal A".
    pub fn surname_is_initial(&self) -> bool {
        self.surname
            .as_deref()
            .is_some_and(|surname| surname.trim_end_matches('.').chars().count() == 1)
    }

    /// The note under this heading.
    pub fn note(&self, heading: &str) -> Option<&str> {
        self.notes
            .iter()
            .find(|note| note.heading == heading)
            .map(|note| note.words.as_str())
    }

    /// Keeps words under a heading, once.
    pub(super) fn keep(&mut self, heading: &str, words: &str) {
        match self.notes.iter_mut().find(|note| note.heading == heading) {
            Some(note) if note.words.lines().any(|line| line == words) || note.words == words => {}
            Some(note) => {
                note.words.push('\n');
                note.words.push_str(words);
            }
            None => self.notes.push(KeptWords {
                heading: heading.to_owned(),
                words: words.to_owned(),
            }),
        }
    }

    /// Says a thing once.
    pub(super) fn notice(&mut self, sentence: String) {
        if !self.notices.contains(&sentence) {
            self.notices.push(sentence);
        }
    }

    /// Holds the line for a decision, each reason once.
    pub(super) fn hold(&mut self, sentence: String) {
        if !self.held.contains(&sentence) {
            self.held.push(sentence);
        }
    }
}
