//! [`Happening`]: something that the register tells happened.

use chrono::NaiveDate;

use super::{
    Action, Caseload, Code, EhcEvent, EntryKey, PupilId, RecordId, Referral, Review, StatusPeriod,
};

/// Something that the register tells happened on a day.
#[derive(Clone, Copy, Debug)]
pub(super) enum Happening<'a> {
    /// A review was held.
    Held(&'a Review),
    /// An action was agreed.
    Agreed(&'a Action),
    /// An action was done.
    Done(&'a Action),
    /// Something was asked of somebody outside.
    Asked(&'a Referral),
    /// It came.
    Received(&'a Referral),
    /// A step of an EHC assessment or plan.
    Step(&'a EhcEvent),
    /// A time at one SEN status began.
    From(&'a StatusPeriod),
}

impl<'a> Happening<'a> {
    /// All that happened to one pupil, or to all, in no order.
    pub(super) fn all(caseload: &'a Caseload, pupil: Option<PupilId>) -> Vec<(EntryKey, Self)> {
        let mut all = Vec::new();
        match pupil {
            Some(pupil) => add(&mut all, caseload, pupil),
            None => caseload
                .pupils
                .iter()
                .for_each(|pupil| add(&mut all, caseload, pupil.id)),
        }
        all
    }

    /// The record that tells of it.
    pub(super) fn of(self) -> RecordId {
        match self {
            Self::Held(review) => review.id.into(),
            Self::Agreed(action) | Self::Done(action) => action.id.into(),
            Self::Asked(referral) | Self::Received(referral) => referral.id.into(),
            Self::Step(event) => event.id.into(),
            Self::From(period) => period.id.into(),
        }
    }

    /// The pupil.
    pub(super) fn pupil(self) -> PupilId {
        match self {
            Self::Held(review) => review.pupil,
            Self::Agreed(action) | Self::Done(action) => action.pupil,
            Self::Asked(referral) | Self::Received(referral) => referral.pupil,
            Self::Step(event) => event.pupil,
            Self::From(period) => period.pupil,
        }
    }

    /// What happened: "review held: carry on", "action done".
    pub(super) fn label(self) -> String {
        match self {
            Self::Held(review) => match review.decision {
                Some(decision) => format!("{} held: {}", review.kind.label(), decision.label()),
                None => format!("{} held", review.kind.label()),
            },
            Self::Agreed(_) => "action agreed".to_owned(),
            Self::Done(_) => "action done".to_owned(),
            Self::Asked(_) => "asked for".to_owned(),
            Self::Received(_) => "received".to_owned(),
            Self::Step(event) => event.step.label().to_owned(),
            Self::From(period) if period.watching => "watched from here".to_owned(),
            Self::From(period) => format!("{} from here", period.status.label()),
        }
    }

    /// What comes second, where one record tells of two things.
    fn part(self) -> u16 {
        match self {
            Self::Done(_) | Self::Received(_) => 1,
            Self::Held(_) | Self::Agreed(_) | Self::Asked(_) | Self::Step(_) | Self::From(_) => 0,
        }
    }
}

fn add<'a>(all: &mut Vec<(EntryKey, Happening<'a>)>, caseload: &'a Caseload, pupil: PupilId) {
    let mut add = |on: Option<NaiveDate>, happening: Happening<'a>| {
        if let Some(on) = on {
            let key = EntryKey::new(on, happening.of(), happening.part());
            all.push((key, happening));
        }
    };
    for review in caseload.reviews.of(pupil) {
        add(review.held_on, Happening::Held(review));
    }
    for action in caseload.actions.of(pupil) {
        add(Some(action.agreed_on), Happening::Agreed(action));
        add(action.done_on, Happening::Done(action));
    }
    for referral in caseload.referrals.of(pupil) {
        add(Some(referral.asked_on), Happening::Asked(referral));
        add(referral.received_on, Happening::Received(referral));
    }
    for event in caseload.ehc_events.of(pupil) {
        add(Some(event.on), Happening::Step(event));
    }
    for period in caseload.status_periods.of(pupil) {
        add(period.from, Happening::From(period));
    }
}
