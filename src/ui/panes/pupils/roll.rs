//! [`Roll`]: who is shown, and in which order.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::counted::Counted;
use super::listed::Listed;
use super::sort::Sort;
use crate::domain::{Filter, Pupil, PupilId, Standing, Status};
use crate::ui::{Audience, Context};

/// Who is shown, and in which order: worked out when something has changed, never for a key or a drawing.
#[derive(Debug, Default)]
pub(super) struct Roll {
    made_of: Option<Source>,
    shown_by: Option<(String, Sort)>,
    names: BTreeMap<PupilId, Listed>,
    counted: Counted,
    filter: Filter,
    shown: Vec<PupilId>,
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
        let shown_by = (typed.to_owned(), sort);
        let before = self.made_of.take();
        let is_same = before.as_ref() == Some(&source);
        let added = before.and_then(|before| {
            let was = self.names.len();
            source
                .newest
                .filter(|newest| Some(*newest) > before.newest && pupils.len() == was + 1)
        });
        if !is_same {
            self.call_over(cx);
        }
        self.made_of = Some(source);
        if !is_same || self.shown_by.as_ref() != Some(&shown_by) {
            self.filter = Filter::read(typed);
            self.shown = self.fitting(cx, sort);
            self.shown_by = Some(shown_by);
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

    /// The filter as it was read.
    pub(super) fn filter(&self) -> &Filter {
        &self.filter
    }

    fn call_over(&mut self, cx: &Context<'_>) {
        let mut known = std::mem::take(&mut self.names);
        self.counted = Counted::default();
        for pupil in cx.desk.caseload.pupils.iter() {
            let listed = known.remove(&pupil.id).filter(|listed| listed.is_of(pupil));
            self.names
                .insert(pupil.id, listed.unwrap_or_else(|| Listed::new(pupil)));
            if pupil.left_on.is_none()
                && cx.look.may_show(pupil.id)
                && let Some(standing) = cx.standing(pupil)
            {
                self.counted.add(standing);
            }
        }
    }

    fn fitting(&self, cx: &Context<'_>, sort: Sort) -> Vec<PupilId> {
        let caseload = cx.desk.caseload;
        let fitting = caseload.pupils.iter().filter_map(|pupil| {
            let listed = self.names.get(&pupil.id)?;
            let standing = cx.standing(pupil)?;
            let fits = cx.look.may_show(pupil.id)
                && self.filter.fits(&listed.key, pupil, standing, caseload);
            fits.then_some((pupil, standing, listed.name.as_str()))
        });
        let mut fitting: Vec<_> = fitting.collect();
        fitting.sort_by(|(one, standing, name), (other, others, others_name)| {
            rank(one, standing, sort)
                .cmp(&rank(other, others, sort))
                .then_with(|| (name, one.id).cmp(&(others_name, other.id)))
        });
        fitting.into_iter().map(|(pupil, ..)| pupil.id).collect()
    }
}

/// Where a pupil stands in an order, before her name: what is not known comes last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Rank<'a> {
    Day(bool, Option<NaiveDate>),
    Class(bool, &'a str),
    Number(usize),
    None,
}

fn rank<'a>(pupil: &'a Pupil, standing: &Standing, sort: Sort) -> Rank<'a> {
    match sort {
        Sort::Due => {
            let on = standing.next.as_ref().map(|next| next.on);
            Rank::Day(on.is_none(), on)
        }
        Sort::Name => Rank::None,
        Sort::Class => Rank::Class(pupil.class.is_empty(), &pupil.class),
        Sort::Year => Rank::Number(pupil.year.map_or(usize::MAX, |year| year as usize)),
        Sort::Status => Rank::Number(match standing.status {
            Status::E => 0,
            Status::K => 1,
            Status::N if standing.watching => 2,
            Status::N => 3,
        }),
    }
}
