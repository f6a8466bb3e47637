use chrono::NaiveDate;

use super::clean;
use super::encoding::LOST;
use super::field::{Field, Tick};
use super::incoming::Incoming;
use super::line::Line;
use super::parent_told::ParentTold;
use super::values::date::{DateReading, Purpose};
use super::values::status::StatusReading;
use super::values::yes_no::YesNo;
use super::values::{date, hours, is_dash, money, name, need, status, yes_no};
use crate::domain::upn::{self, UpnCheck};
use crate::domain::{NcYear, Sex, Status};

/// One filled cell being read into its line.
pub(super) struct Cell<'a> {
    /// The line.
    pub line: &'a mut Line,
    /// The column's heading.
    pub heading: &'a str,
    /// What the column holds.
    pub field: Field,
    /// The cell, cleaned, on one line.
    pub words: String,
    /// For the century of a date.
    pub today: NaiveDate,
}

impl Cell<'_> {
    /// Reads it; `written` is the cell as it stands in the file.
    pub fn read(mut self, written: &str) {
        if written.len() > clean::LONGEST && written.chars().count() > clean::LONGEST {
            self.line.incoming.notice(format!(
                "{} is very long: its first {} characters are kept.",
                self.heading,
                clean::LONGEST
            ));
        }
        match self.field {
            Field::Surname
            | Field::Forename
            | Field::Preferred
            | Field::WholeName
            | Field::SurnameFirst => self.name(),
            Field::Class => self.put(|child| &mut child.class, |words| Some(words.to_owned())),
            Field::Note => {
                let words = clean::prose(written);
                self.line.incoming.keep(self.heading, &words);
            }
            Field::LeftOut => {}
            _ if is_dash(&self.words) => {}
            Field::Upn => self.upn(),
            Field::AdmissionNumber => self.put(
                |child| &mut child.adno,
                |words| Some(without_noughts_part(words).to_owned()),
            ),
            Field::BirthDate => self.date(Purpose::Birth, |child| &mut child.dob),
            Field::StatusSince => self.date(Purpose::Event, |child| &mut child.status_since),
            Field::NextReview => self.date(Purpose::Event, |child| &mut child.next_review),
            Field::PlanMade => self.date(Purpose::Event, |child| &mut child.plan_made),
            Field::ParentTold => self.parent_told(),
            Field::Year => self.value("is no year group", |child| &mut child.year, year),
            Field::Sex => self.value("is not F or M", |child| &mut child.sex, sex),
            Field::TopUp => self.value(
                "is no amount of pounds",
                |child| &mut child.top_up,
                money::read,
            ),
            Field::FundedHours => self.value(
                "is no number of hours",
                |child| &mut child.funded_minutes,
                hours::read,
            ),
            Field::Status => {
                let reading = status::read(&self.words);
                self.line
                    .statuses
                    .push((self.heading.to_owned(), self.words, reading));
            }
            Field::Ticked(tick) => self.ticked(tick),
            Field::Need(rank) => self.need(rank, &clean::prose(written)),
            Field::NeedRank => self.line.rank = without_noughts_part(&self.words).parse().ok(),
            Field::PupilPremium => self.flag(&["PP", "pupil premium"], |child| &mut child.flags.pp),
            Field::FreeMeals => self.flag(&["FSM", "FSM6", "ever 6"], |child| &mut child.flags.fsm),
            Field::AdditionalLanguage => self.additional_language(),
            Field::LookedAfter => self.flag(&["LAC", "CLA", "looked after"], |child| {
                &mut child.flags.cla
            }),
            Field::LookedAfterBefore => {
                self.flag(&["PLAC", "PLAA"], |child| &mut child.flags.cla_before)
            }
            Field::ServiceChild => self.flag(&["service", "forces", "SC"], |child| {
                &mut child.flags.service
            }),
            Field::YoungCarer => {
                self.flag(&["YC", "young carer"], |child| &mut child.flags.young_carer)
            }
            Field::Language => {
                if !self.words.eq_ignore_ascii_case("English") {
                    self.put(|child| &mut child.language, |words| Some(words.to_owned()));
                }
            }
            Field::Authority => {
                self.put(|child| &mut child.authority, |words| Some(words.to_owned()))
            }
        }
    }

    /// A tick below "K" or "EHCP"; what else stands there is kept in words.
    fn ticked(&mut self, tick: Tick) {
        let (status, watching) = match tick {
            Tick::Support => (Status::K, false),
            Tick::Plan => (Status::E, false),
            Tick::Watching => (Status::N, true),
        };
        let is_tick = match yes_no::read(&self.words, &[self.heading]) {
            YesNo::Yes => true,
            YesNo::No => return,
            YesNo::Words => status::read(&self.words).is_plainly(status, watching),
        };
        let reading = match is_tick {
            true => StatusReading::Known {
                status,
                watching,
                words_left: false,
            },
            false => StatusReading::Words,
        };
        let (heading, words) = (self.heading.to_owned(), self.words.clone());
        self.line.statuses.push((heading, words, reading));
    }

    /// Puts the value in its place; says so when another column has put a different one there.
    fn put<T: PartialEq>(
        &mut self,
        place: fn(&mut Incoming) -> &mut Option<T>,
        read: impl Fn(&str) -> Option<T>,
    ) {
        let Some(value) = read(&self.words) else {
            return;
        };
        let slot = place(&mut self.line.incoming);
        match slot {
            None => *slot = Some(value),
            Some(other) if *other == value => {}
            Some(_) => self.notice("is not what another column says, which is taken"),
        }
    }

    /// Puts the value in its place, or keeps the words when they are none.
    fn value<T: PartialEq>(
        &mut self,
        wanting: &str,
        place: fn(&mut Incoming) -> &mut Option<T>,
        read: impl Fn(&str) -> Option<T>,
    ) {
        if read(&self.words).is_some() {
            self.put(place, read);
        } else {
            self.unread(wanting);
        }
    }

    fn notice(&mut self, what: &str) {
        self.line
            .incoming
            .notice(format!("{}: \"{}\" {what}.", self.heading, self.words));
    }

    fn keep_words(&mut self) {
        self.line.incoming.keep(self.heading, &self.words);
    }

    /// The words are no value: they are kept, and the value is for the user to give.
    fn unread(&mut self, why: &str) {
        self.keep_words();
        self.line
            .incoming
            .unread
            .push((self.field, self.words.clone()));
        self.notice(&format!("{why}; the words are kept"));
    }

    fn name(&mut self) {
        if lost_a_letter(&self.words) {
            self.line.incoming.notice(format!(
                "{}: a letter was lost when the file was saved.",
                self.words
            ));
        }
        match self.field {
            Field::Surname => self.put(|child| &mut child.surname, |words| Some(words.to_owned())),
            Field::Forename => {
                self.put(|child| &mut child.forename, |words| Some(words.to_owned()))
            }
            Field::Preferred => {
                self.put(|child| &mut child.preferred, |words| Some(words.to_owned()))
            }
            _ if self.line.whole_name.is_some() => {}
            field => {
                let reading = name::read(&self.words, field == Field::SurnameFirst);
                self.line.whole_name = Some((self.heading.to_owned(), reading));
            }
        }
    }

    fn upn(&mut self) {
        let tidy = upn::tidy(&self.words);
        let check = upn::check(&tidy);
        let nearly =
            (12..=14).contains(&tidy.len()) && tidy.bytes().filter(u8::is_ascii_digit).count() >= 9;
        match check {
            UpnCheck::Permanent | UpnCheck::Temporary => {}
            UpnCheck::WrongLetter { .. } => self.line.incoming.notice(sentence(&check.to_string())),
            UpnCheck::WrongShape if nearly => {
                self.line.incoming.notice(sentence(&check.to_string()))
            }
            UpnCheck::WrongShape => return self.unread("is no UPN"),
        }
        self.put(|child| &mut child.upn, |words| Some(upn::tidy(words)));
    }

    fn date(&mut self, purpose: Purpose, place: fn(&mut Incoming) -> &mut Option<NaiveDate>) {
        if let Some(day) = self.day(purpose) {
            self.put(place, |_| Some(day));
        }
    }

    fn day(&mut self, purpose: Purpose) -> Option<NaiveDate> {
        match date::read(&self.words, purpose, self.today) {
            DateReading::Whole(day) => return Some(day),
            DateReading::InWords(day) => {
                self.keep_words();
                return Some(day);
            }
            DateReading::Implausible => self.unread("is not a likely date"),
            DateReading::MonthFirst => {
                self.line.month_first = true;
                self.unread("has its month first, and dates are read day first");
            }
            DateReading::Words => self.unread("is no whole date"),
        }
        None
    }

    fn parent_told(&mut self) {
        if let DateReading::Whole(day) | DateReading::InWords(day) =
            date::read(&self.words, Purpose::Event, self.today)
        {
            self.put(
                |child| &mut child.parent_told,
                |_| Some(ParentTold::On(day)),
            );
            if !date::is_whole(&self.words) {
                self.keep_words();
            }
            return;
        }
        let first = self
            .words
            .split([' ', ',', '-', '(', ':'])
            .next()
            .unwrap_or_default()
            .to_lowercase();
        match yes_no::read(&self.words, &["told", "informed"]) {
            YesNo::Yes => self.put(|child| &mut child.parent_told, |_| Some(ParentTold::Yes)),
            YesNo::No => {}
            YesNo::Words if matches!(first.as_str(), "y" | "yes") => {
                self.put(|child| &mut child.parent_told, |_| Some(ParentTold::Yes));
                self.keep_words();
            }
            YesNo::Words if matches!(first.as_str(), "n" | "no" | "not") => self.keep_words(),
            YesNo::Words => self.unread("is no date, yes or no"),
        }
    }

    fn need(&mut self, rank: u8, words: &str) {
        let reading = need::read(words);
        if reading.words_left {
            self.line.incoming.keep(self.heading, words);
            if rank == 1 && reading.needs.is_empty() {
                self.line
                    .incoming
                    .unread
                    .push((self.field, self.words.clone()));
                self.notice("is no code or official name of a need; the words are kept");
            }
        }
        self.line
            .needs
            .extend(reading.needs.into_iter().map(|code| (rank, code)));
    }

    fn flag(&mut self, own: &[&str], place: fn(&mut Incoming) -> &mut Option<bool>) {
        let own = [own, &[self.heading]].concat();
        match yes_no::read(&self.words, &own) {
            YesNo::Yes => self.put(place, |_| Some(true)),
            YesNo::No => self.put(place, |_| Some(false)),
            YesNo::Words => self.unread("is neither yes nor no"),
        }
    }

    fn additional_language(&mut self) {
        if yes_no::is_other_language(&self.words) {
            self.put(|child| &mut child.flags.eal, |_| Some(true));
            self.put(|child| &mut child.language, |words| Some(words.to_owned()));
        } else {
            self.flag(&["EAL"], |child| &mut child.flags.eal);
        }
    }
}

/// A year, or "Curriculum Year 4" and "NC Year 4" as some systems write it.
fn year(words: &str) -> Option<NcYear> {
    let lower = words.to_lowercase();
    let rest = ["curriculum ", "national curriculum ", "nc "]
        .iter()
        .find_map(|before| lower.strip_prefix(before));
    NcYear::read(rest.unwrap_or(words))
}

fn sex(words: &str) -> Option<Sex> {
    match words.to_lowercase().as_str() {
        "girl" => Some(Sex::F),
        "boy" => Some(Sex::M),
        other => Sex::read(other),
    }
}

/// A number that a spreadsheet took for a decimal: "1256.0".
fn without_noughts_part(words: &str) -> &str {
    words
        .strip_suffix(".0")
        .filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
        .unwrap_or(words)
}

/// A program that could not write a letter put a question mark, or the mark for an unknown letter, in its place.
fn lost_a_letter(name: &str) -> bool {
    let letters: Vec<char> = name.chars().collect();
    let is_letter = |place: Option<usize>| {
        place
            .and_then(|place| letters.get(place))
            .is_some_and(|letter| letter.is_alphabetic())
    };
    letters
        .iter()
        .enumerate()
        .any(|(place, &letter)| match letter {
            LOST => true,
            '?' => is_letter(place.checked_add(1)) || is_letter(place.checked_sub(1)),
            _ => false,
        })
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
        .unwrap_or_default()
}
