use chrono::NaiveDate;

use super::cell::Cell;
use super::clean;
use super::column::Column;
use super::field::Field;
use super::incoming::Incoming;
use super::row::Row;
use super::values::name::NameReading;
use super::values::status::StatusReading;
use crate::domain::{NeedCode, Status, fold};

/// One row read as a child, or as one more line of the child above.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// What it says.
    pub incoming: Incoming,
    /// Kinds of need with their ranks.
    pub needs: Vec<(u8, NeedCode)>,
    /// It names nobody: its needs and notes belong to the child above.
    pub continues: bool,
    /// A date in it could only be read month first.
    pub month_first: bool,
    /// The rank that the row gives to its primary need.
    pub rank: Option<u8>,
    /// A cell with both names, under its heading.
    pub whole_name: Option<(String, NameReading)>,
    /// The cells of SEN status: heading, words, reading.
    pub statuses: Vec<(String, String, StatusReading)>,
}

impl Line {
    /// Reads a row under its columns.
    pub fn read(row: &Row<'_>, columns: &[Column], today: NaiveDate) -> Self {
        let mut line = Self::default();
        line.incoming.lines.push(row.line);
        let known = columns.iter().filter_map(|column| {
            Some((
                column.heading.as_str(),
                column.field?,
                row.cell(column.place),
            ))
        });
        for (heading, field, cell) in known {
            let words = clean::line(cell);
            if !words.is_empty() && field != Field::LeftOut {
                Cell {
                    line: &mut line,
                    heading,
                    field,
                    words,
                    today,
                }
                .read(cell);
            }
        }
        line.settle_names();
        line.settle_status();
        if let Some(rank) = line.rank {
            line.needs
                .iter_mut()
                .filter(|(given, _)| *given == 1)
                .for_each(|(given, _)| *given = rank);
        }
        line
    }

    /// Whether nothing in it tells whose it is.
    pub fn names_nobody(&self) -> bool {
        let child = &self.incoming;
        [
            &child.upn,
            &child.adno,
            &child.surname,
            &child.forename,
            &child.preferred,
        ]
        .into_iter()
        .all(Option::is_none)
    }

    fn settle_names(&mut self) {
        let whole_name = self.whole_name.take();
        let child = &mut self.incoming;
        if let Some((heading, reading)) = whole_name {
            if child.surname.is_none() && child.forename.is_none() {
                (child.surname, child.forename) = (reading.surname, reading.forename);
                if let (true, Some(surname), Some(forename)) =
                    (reading.split_unsure, &child.surname, &child.forename)
                {
                    let sentence = format!(
                        "The forename was read as \"{forename}\" and the surname as \"{surname}\": check."
                    );
                    child.notice(sentence);
                }
            }
            child.adno = child.adno.take().or(reading.number);
            child.sex = child.sex.or(reading.sex);
            for remark in &reading.remarks {
                child.keep(&heading, remark);
            }
        }
        if child.surname_is_initial() {
            child.notice("The surname is only an initial.".to_owned());
        }
        child.preferred = child
            .preferred
            .take()
            .and_then(|preferred| first_name_of(&preferred, child.surname.as_deref()));
        let same = |preferred: &String| {
            child
                .forename
                .as_ref()
                .is_some_and(|forename| fold(forename) == fold(preferred))
        };
        if child.preferred.as_ref().is_some_and(same) {
            child.preferred = None;
        }
    }

    fn settle_status(&mut self) {
        let child = &mut self.incoming;
        let mut said: Option<(Status, bool)> = None;
        let mut disagree = false;
        for (heading, words, reading) in &self.statuses {
            match reading {
                StatusReading::Known {
                    status,
                    watching,
                    words_left,
                } => {
                    if *words_left {
                        child.keep(heading, words);
                    }
                    match said {
                        None => said = Some((*status, *watching)),
                        // Beside "Monitoring" a second column has the census code N.
                        Some((known, watched)) if known == *status => {
                            said = Some((known, watched || *watching))
                        }
                        Some(_) => disagree = true,
                    }
                }
                StatusReading::Retired => {
                    child.keep(heading, words);
                    child.hold(format!("{heading} is \"{words}\", a status that ended years ago. Is it K, E or N now?"));
                }
                StatusReading::Words => child.keep(heading, words),
            }
        }
        if disagree {
            let all: Vec<_> = self
                .statuses
                .iter()
                .map(|(_, words, _)| format!("\"{words}\""))
                .collect();
            child.hold(format!(
                "The columns for SEN status disagree: {}. Which is right?",
                all.join(" and ")
            ));
            return;
        }
        match said {
            Some((status, watching)) => (child.status, child.watching) = (Some(status), watching),
            None => {
                for (heading, words, reading) in &self.statuses {
                    if *reading == StatusReading::Words {
                        child.unread.push((Field::Status, words.clone()));
                        child.notice(format!(
                            "{heading}: \"{words}\" is no SEN status. The words are kept."
                        ));
                    }
                }
            }
        }
    }
}

/// Some systems give the whole name as the preferred one: the surname is taken off it.
fn first_name_of(preferred: &str, surname: Option<&str>) -> Option<String> {
    let words = match (preferred.split_once(','), surname) {
        (Some((_, first)), _) => first.trim().to_owned(),
        (None, Some(surname)) => {
            let words: Vec<&str> = preferred.split(' ').collect();
            let shared = surname.split(' ').count();
            match words.len().checked_sub(shared) {
                Some(at) if at > 0 && fold(&words[at..].join(" ")) == fold(surname) => {
                    words[..at].join(" ")
                }
                _ => preferred.to_owned(),
            }
        }
        (None, None) => preferred.to_owned(),
    };
    Some(words).filter(|words| !words.is_empty())
}
