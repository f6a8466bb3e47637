//! From when to when types of need are recorded.

use chrono::NaiveDate;

use super::Pupil;
use crate::domain::{NeedCode, NeedSpell};

/// The spells of a pupil who now has these needs: one is open for each need of which it is known since when; of a need
/// that she had till now and has no longer, it ends today, or never began.
pub fn need_spells(
    stored: &Pupil,
    needs: &[NeedCode],
    since: Vec<(NeedCode, NaiveDate)>,
    today: NaiveDate,
) -> Vec<NeedSpell> {
    let ended = stored.need_spells.iter().filter_map(|spell| {
        if spell.ended_on.is_some() {
            return Some(spell.clone());
        }
        (!needs.contains(&spell.code)).then(|| NeedSpell {
            ended_on: Some(today.max(spell.since.unwrap_or(today))),
            ..spell.clone()
        })
    });
    let open = since.into_iter().map(|(code, since)| NeedSpell {
        code,
        since: Some(since),
        ended_on: None,
    });
    ended.chain(open).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::{TestDesk, date};

    #[test]
    fn a_need_that_goes_ends_and_stays_in_the_record() {
        let [mld, slcn] = ["MLD", "SLCN"].map(NeedCode::new);
        let (began, today) = (date("2024-09-09"), date("2026-11-23"));
        let mut aisha = TestDesk::new().aisha().clone();
        aisha.needs = vec![mld.clone()];
        aisha.need_spells = need_spells(&aisha, &aisha.needs, vec![(mld.clone(), began)], today);
        assert_eq!(aisha.need_since(&mld), Some(began));
        let spells = need_spells(
            &aisha,
            std::slice::from_ref(&slcn),
            vec![(slcn.clone(), today)],
            today,
        );
        assert_eq!(spells.len(), 2);
        assert_eq!(
            (spells[0].since, spells[0].ended_on),
            (Some(began), Some(today))
        );
        assert_eq!(spells[1].ended_on, None);
    }
}
