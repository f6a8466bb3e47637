//! [`Sieve`]: what a letter of the filter looks at.

use super::listed::Listed;
use crate::domain::{Filter, Letters, PupilId, Sound, Traits};

/// What a letter of the filter looks at, of all pupils in order, side by side: whole rows of memory are gone through, and no
/// record is opened of anyone who is ruled out.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    pupils: Vec<PupilId>,
    letters: Vec<Letters>,
    traits: Vec<Traits>,
    may_show: Vec<bool>,
    /// What is looked for in, one after the other, and where each ends.
    keys: String,
    ends: Vec<usize>,
    sounds: Vec<u128>,
}

impl Sieve {
    /// Takes the next pupil in.
    pub(super) fn push(&mut self, listed: &Listed, may_show: bool) {
        self.pupils.push(listed.id);
        self.letters.push(Letters::of_key(&listed.key));
        self.traits.push(listed.traits);
        self.may_show.push(may_show);
        self.keys.push_str(&listed.key);
        self.ends.push(self.keys.len());
        self.sounds.push(Sound::at_a_glance(&listed.sounds));
    }

    /// Those who pass; `fits` is asked, with a place and a key, only where a word is about more than stands here.
    pub(super) fn passing(
        &self,
        filter: &Filter,
        fits: impl Fn(PupilId, &str) -> bool,
    ) -> Vec<PupilId> {
        let sought = filter.sought();
        let may_be = self.letters.iter().zip(&self.traits).zip(&self.may_show);
        let places = may_be
            .enumerate()
            .filter(|(_, ((letters, traits), may_show))| {
                **may_show && sought.may_be(**letters, **traits)
            });
        let fitting = places.filter(|(place, _)| {
            let key = self.key(*place);
            (!sought.is_named() || filter.fits_names(key))
                && (!sought.is_further() || fits(self.pupils[*place], key))
        });
        fitting.map(|(place, _)| self.pupils[place]).collect()
    }

    /// The places of those who are here and may sound as what is sought.
    pub(super) fn may_sound(&self, sought: &[Sound]) -> impl Iterator<Item = usize> {
        let sought = Sound::at_a_glance(sought);
        // As for a filter of nothing: those who are here.
        let here = Filter::default().sought();
        let sounds = self.sounds.iter().enumerate();
        sounds
            .filter(move |(_, heard)| sought & !**heard == 0)
            .map(|(place, _)| place)
            .filter(move |place| {
                self.may_show[*place] && here.may_be(self.letters[*place], self.traits[*place])
            })
    }

    fn key(&self, place: usize) -> &str {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.keys[start..self.ends[place]]
    }
}
