//! Filling in a pupil who is told in outline.

mod ehc;
mod log;
mod plan;
mod reviews;

use chrono::Weekday;

use super::build::Build;
use super::deck::Deck;
use super::outline::{Missing, Open, Outline};
use super::phrases::{Everybody, OfNeed, Phrases};
use super::pupil::Told;
use super::seeded::Seeded;
use super::status_period::Standing;
use super::tie::Contact;
use super::when::When;
use super::words::Words;
use crate::domain::{Papers, Status};

/// A pupil in the telling.
pub(super) struct Telling<'a> {
    outline: &'a Outline,
    of_need: &'static OfNeed,
    everybody: &'static Everybody,
    words: Words,
    chance: Seeded,
    said: Deck<'static, String>,
    family_said: Deck<'static, String>,
    /// The weekday the family can come.
    weekday: Weekday,
    /// How many school weeks ago each closed cycle was reviewed, the first first.
    closed: Vec<usize>,
}

/// School weeks from one review to the next: three a year.
const BETWEEN_REVIEWS: usize = 12;

/// No history goes further back: two years are 78 school weeks.
const LONGEST: usize = 76;

impl<'a> Telling<'a> {
    pub(super) fn of(outline: &'a Outline) -> Self {
        let phrases = Phrases::read();
        let mut chance = Seeded::of(&outline.key);
        // The last weeks before a review is due, or those after it.
        let last = match outline.stage {
            Open::Do => chance.within((12, 15)),
            Open::Assess => chance.within((4, 6)),
            Open::Plan => chance.within((5, 7)),
            Open::None => outline.left.unwrap_or_default() + 2,
        };
        let closed = (0..outline.closed)
            .rev()
            .map(|back| last + back * BETWEEN_REVIEWS + chance.below(2))
            .collect();
        let in_latin = outline.preferred.is_ascii() && !outline.preferred.is_empty();
        let name = if in_latin {
            &outline.preferred
        } else {
            &outline.forename
        };
        let weekday = chance.one(&[Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu]);
        let of_need = phrases.of(&outline.needs, &outline.like);
        Self {
            of_need,
            everybody: &phrases.everybody,
            words: Words {
                name: name.clone(),
                sex: Some(outline.sex),
            },
            said: Deck::shuffled(&of_need.said, &mut chance),
            family_said: Deck::shuffled(&of_need.family_said, &mut chance),
            chance,
            weekday,
            closed,
            outline,
        }
    }

    pub(super) fn tell(mut self, build: &mut Build<'_>) -> Told {
        let family = self.family();
        let mut told = self.identity(build);
        told.family = family;
        told.works_with = self.works_with();
        self.status(&mut told);
        self.plan(build, &mut told);
        self.ehc(build, &mut told);
        self.log(build, &mut told);
        told
    }

    /// A day in the week so many school weeks ago.
    fn ago(&self, weeks: usize) -> When {
        When::weeks_ago(weeks, self.weekday)
    }

    /// A phrase with the pupil in it, as of a day.
    fn fill(&self, build: &Build<'_>, phrase: &str, on: When) -> String {
        self.words.fill(build, phrase, build.days.date(on))
    }

    /// The first of the family.
    fn parent(&self) -> &'a str {
        let first = self.outline.family.first().map(String::as_str);
        first
            .and_then(|told| told.split(',').next())
            .unwrap_or_default()
    }

    /// When the first cycle was begun, or would be, in school weeks ago.
    fn first_began(&self) -> usize {
        let before_first_review = self.closed.first().map(|first| first + BETWEEN_REVIEWS - 1);
        before_first_review.unwrap_or(9).min(LONGEST - 1)
    }

    fn identity(&mut self, build: &Build<'_>) -> Told {
        let outline = self.outline;
        let everybody = self.everybody;
        let now = self.ago(1);
        let three = |telling: &mut Self, phrases: &[String], join: &str| {
            let mut deck = Deck::shuffled(phrases, &mut telling.chance);
            let drawn = [deck.draw(), deck.draw(), deck.draw()];
            drawn
                .map(|phrase| telling.fill(build, phrase, now))
                .join(join)
        };
        let born = (1 + self.chance.below(12), 1 + self.chance.below(28));
        let english = outline.language.is_empty();
        Told {
            key: outline.key.clone(),
            forename: outline.forename.clone(),
            surname: outline.surname.clone(),
            preferred: outline.preferred.clone(),
            sex: Some(outline.sex),
            year: Some(outline.year),
            class: outline.class.clone(),
            born: outline.born.unwrap_or((small(born.0), small(born.1))),
            language: outline.language.clone(),
            pp: Some(outline.pp),
            fsm: Some(outline.pp && self.chance.percent(80)),
            eal: Some(!english),
            cla: outline.cla.then_some(true),
            needs: outline.needs.clone(),
            funded_minutes: outline.funded_minutes,
            top_up_pence: outline
                .funded_minutes
                .filter(|_| !outline.lacks(Missing::Made))
                .map(|minutes| minutes * 700),
            strengths: sentence(&three(&mut *self, &everybody.strengths, "; ")),
            works: three(&mut *self, &everybody.works, ", "),
            important: sentence(&three(&mut *self, &everybody.important, "; ")),
            see_dsl: outline.see_dsl,
            left_on: outline.left.map(|weeks| self.ago(weeks)),
            left_for: outline.left_for.clone(),
            ..Told::default()
        }
    }

    fn family(&mut self) -> Vec<Contact> {
        let mut contacts = Vec::new();
        for told in &self.outline.family {
            let mut parts = told.split(", ");
            let (name, relation) = (parts.next(), parts.next());
            let relation = relation.unwrap_or_default();
            let is_parent = relation.ends_with("mother") && relation != "grandmother"
                || relation.ends_with("father");
            let number = 100 + self.chance.below(900);
            contacts.push(Contact {
                name: name.unwrap_or_default().to_owned(),
                relation: relation.to_owned(),
                shared: parts.next().unwrap_or_default().to_owned(),
                responsibility: is_parent,
                care: true,
                papers: Papers::Yes,
                papers_why: String::new(),
                way: None,
                interpreter: String::new(),
                careful: String::new(),
                reach: format!("07700 900{number}"),
            });
        }
        contacts
    }

    fn works_with(&self) -> Vec<(String, String)> {
        let tie = |name: &str, relation: &str| (name.to_owned(), relation.to_owned());
        let mut ties = Vec::new();
        if self.outline.status == Status::E {
            ties.push(tie("la", "SEN officer"));
        }
        if self.outline.status == Status::E || self.outline.closed >= 4 {
            ties.push(tie(&self.of_need.advisor, "adviser"));
        }
        if self.outline.cla && self.outline.see_dsl {
            ties.push(tie("social worker", "social worker"));
            ties.push(tie("virtual school", "virtual school"));
        }
        ties
    }

    fn status(&mut self, told: &mut Told) {
        let outline = self.outline;
        if let Some(weeks) = outline.watching {
            told.status.push(Standing {
                status: Status::N,
                watching: true,
                from: Some(self.ago(weeks)),
                to: None,
                reason: "A first concern, from the class teacher.".to_owned(),
                told: false,
                told_on: Some(self.ago(weeks - 1)),
            });
        }
        if outline.status == Status::K {
            self.support(told);
        }
    }

    /// On SEN support since the first cycle; watched before that, as often as not.
    fn support(&mut self, told: &mut Told) {
        let outline = self.outline;
        let since = self.ago(self.first_began() + 1);
        let known = !outline.lacks(Missing::Since);
        if known && outline.closed > 0 && outline.closed < 5 && self.chance.percent(60) {
            told.status.push(Standing {
                status: Status::N,
                watching: true,
                from: Some(self.ago(self.first_began() + 8)),
                to: Some(since.plus(-1)),
                reason: "A first concern.".to_owned(),
                told: false,
                told_on: None,
            });
        }
        let because = Deck::shuffled(&self.of_need.because, &mut self.chance).draw();
        let told_on = since.plus(self.chance.one(&[0, 1, 7]));
        let left = outline.left.map(|weeks| self.ago(weeks));
        told.status.push(Standing {
            status: Status::K,
            watching: false,
            from: Some(since).filter(|_| known),
            to: left,
            reason: because.clone(),
            // Those of whom only a "yes" came over from the old list.
            told: known,
            told_on: Some(told_on).filter(|_| !outline.lacks(Missing::Told)),
        });
    }
}

/// With a capital first and a full stop last.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_uppercase());
    let capital: String = first.into_iter().flatten().collect();
    format!("{capital}{}.", letters.as_str())
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
