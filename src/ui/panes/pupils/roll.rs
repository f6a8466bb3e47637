//! [`Roll`]: who is shown, and in which order.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::counted::Counted;
use super::listed::Listed;
use super::sieve::Sieve;
use super::sort::Sort;
use crate::domain::{Filter, Pupil, PupilId, SchoolId, Sound, Standing, Status, Traits};
use crate::ui::{Audience, Context};

/// Who is shown, and in which order: worked out when something has changed, never for a key or a drawing. A letter typed
/// goes through a [`Sieve`], in the order that is kept.
#[derive(Debug, Default)]
pub(super) struct Roll {
    made_of: Option<Source>,
    sorted_by: Option<Sort>,
    shown_by: Option<String>,
    /// All pupils, in order; and what a letter of the filter looks at.
    listed: Vec<Listed>,
    sieve: Sieve,
    counted: Counted,
    by_school: BTreeMap<SchoolId, Counted>,
    filter: Filter,
    shown: Vec<PupilId>,
    /// Whether nobody's name is spelled as typed, and those who are shown only sound so.
    is_by_sound: bool,
}

/// What a roll was made of.
#[derive(Clone, Debug, PartialEq)]
struct Source {
    version: u64,
    today: NaiveDate,
    audience: Audience,
    newest: Option<PupilId>,
}

impl Roll {
    /// Works it out anew, if anything has changed; gives the pupil who has been added since, if it was one.
    pub(super) fn refresh(&mut self, cx: &Context<'_>, typed: &str, sort: Sort) -> Option<PupilId> {
        let pupils = &cx.desk.caseload.pupils;
        let source = Source {
            version: cx.desk.caseload.version(),
            today: cx.desk.today(),
            audience: cx.look.audience.clone(),
            newest: pupils.iter().next_back().map(|pupil| pupil.id),
        };
        let before = self.made_of.take();
        let is_same = before.as_ref() == Some(&source);
        let added = before.and_then(|before| {
            let was = self.listed.len();
            source
                .newest
                .filter(|newest| Some(*newest) > before.newest && pupils.len() == was + 1)
        });
        if !is_same {
            self.call_over(cx);
        }
        self.made_of = Some(source);
        let is_sorted = is_same && self.sorted_by == Some(sort);
        if !is_sorted {
            self.sort(cx, sort);
            self.sorted_by = Some(sort);
        }
        if !is_sorted || self.shown_by.as_deref() != Some(typed) {
            // The name of a kept filter means its words.
            let setting = cx.desk.caseload.setting();
            let kept = setting.and_then(|setting| setting.kept_filter(typed));
            self.filter = Filter::read(kept.map_or(typed, |kept| &kept.words));
            self.shown = self.fitting(cx);
            self.is_by_sound = false;
            if self.shown.is_empty() {
                self.shown = self.sounding();
                self.is_by_sound = !self.shown.is_empty();
            }
            self.shown_by = Some(typed.to_owned());
        }
        added.filter(|added| cx.look.may_show(*added))
    }

    /// The pupils shown, in order.
    pub(super) fn shown(&self) -> &[PupilId] {
        &self.shown
    }

    /// How many are here.
    pub(super) fn counted(&self) -> Counted {
        self.counted
    }

    /// How many are here of each school, where there is more than one.
    pub(super) fn by_school(&self) -> impl Iterator<Item = (SchoolId, Counted)> {
        let several = (self.by_school.len() > 1).then_some(&self.by_school);
        let all = several.into_iter().flatten();
        all.map(|(school, counted)| (*school, *counted))
    }

    /// How the filter was read, in words.
    pub(super) fn words(&self) -> String {
        if self.is_by_sound {
            "nobody is spelled so; these sound like it".to_owned()
        } else {
            self.filter.to_string()
        }
    }

    fn call_over(&mut self, cx: &Context<'_>) {
        let known = std::mem::take(&mut self.listed).into_iter();
        let mut known: BTreeMap<_, _> = known.map(|listed| (listed.id, listed)).collect();
        self.counted = Counted::default();
        self.by_school.clear();
        for pupil in cx.desk.caseload.pupils.iter() {
            let listed = known.remove(&pupil.id).filter(|listed| listed.is_of(pupil));
            let mut listed = listed.unwrap_or_else(|| Listed::new(pupil));
            if let Some(standing) = cx.standing(pupil) {
                listed.traits = Traits::of(pupil, standing, cx.desk.caseload);
                if is_here(cx, pupil) {
                    self.counted.add(standing);
                    self.by_school
                        .entry(pupil.school)
                        .or_default()
                        .add(standing);
                }
            }
            self.listed.push(listed);
        }
    }

    fn sort(&mut self, cx: &Context<'_>, sort: Sort) {
        let listed = std::mem::take(&mut self.listed).into_iter();
        let mut ranked: Vec<_> = listed
            .filter_map(|listed| {
                let pupil = cx.desk.caseload.pupils.get(listed.id)?;
                Some((rank(pupil, cx.standing(pupil), sort), listed))
            })
            .collect();
        ranked.sort_by(|(rank, listed), (others, other)| {
            rank.cmp(others)
                .then_with(|| (&listed.name, listed.id).cmp(&(&other.name, other.id)))
        });
        self.listed = ranked.into_iter().map(|(_, listed)| listed).collect();
        self.sieve = Sieve::default();
        for listed in &self.listed {
            self.sieve.push(listed, cx.look.may_show(listed.id));
        }
    }

    fn fitting(&self, cx: &Context<'_>) -> Vec<PupilId> {
        let caseload = cx.desk.caseload;
        self.sieve.passing(&self.filter, |id, key| {
            let pupil = caseload.pupils.get(id);
            pupil
                .and_then(|pupil| Some((pupil, cx.standing(pupil)?)))
                .is_some_and(|(pupil, standing)| self.filter.fits(key, pupil, standing, caseload))
        })
    }

    /// Those whose names sound as what is sought.
    fn sounding(&self) -> Vec<PupilId> {
        let Some(sought) = self.filter.sounds() else {
            return Vec::new();
        };
        let may = self.sieve.may_sound(&sought);
        may.map(|place| &self.listed[place])
            .filter(|listed| Sound::are_among(&sought, &listed.sounds))
            .map(|listed| listed.id)
            .collect()
    }
}

/// Whether a pupil is shown when nothing is typed.
fn is_here(cx: &Context<'_>, pupil: &Pupil) -> bool {
    pupil.left_on.is_none() && cx.look.may_show(pupil.id)
}

/// Where a pupil stands in an order, before her name: what is not known comes last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Rank<'a> {
    Day(bool, Option<NaiveDate>),
    Class(bool, &'a str),
    Number(usize),
    None,
}

fn rank<'a>(pupil: &'a Pupil, standing: Option<&Standing>, sort: Sort) -> Rank<'a> {
    match sort {
        Sort::Due => {
            let next = standing.and_then(|standing| standing.next.as_ref());
            let on = next.map(|next| next.on);
            Rank::Day(on.is_none(), on)
        }
        Sort::Name => Rank::None,
        Sort::Class => Rank::Class(pupil.class.is_empty(), &pupil.class),
        Sort::Year => Rank::Number(pupil.year.map_or(usize::MAX, |year| year as usize)),
        Sort::Status => Rank::Number(match standing.map(|now| (now.status, now.watching)) {
            Some((Status::E, _)) => 0,
            Some((Status::K, _)) => 1,
            Some((Status::N, true)) => 2,
            Some((Status::N, false)) | None => 3,
        }),
    }
}
