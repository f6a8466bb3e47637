//! [`Asked`]: something asked of somebody outside, as it is typed, and the edits that write it.

use chrono::NaiveDate;

use super::Answered;
use crate::domain::{Desk, Edit, Pupil, PupilId, Referral, ReferralId, Refusal};

/// What was asked of whom, as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What is awaited: "EP report".
    pub what: String,
    /// Of whom, by name.
    pub of: String,
    /// When it was asked.
    pub on: NaiveDate,
    /// When it is due.
    pub due_on: Option<NaiveDate>,
    /// Who agreed that it is asked.
    pub consent_by: String,
    /// When.
    pub consent_on: Option<NaiveDate>,
    /// When it went off.
    pub sent_on: Option<NaiveDate>,
}

impl Asked {
    fn referral(&self, desk: &Desk<'_>, pupil: PupilId) -> Referral {
        let person = desk.caseload.person_named(&self.of, pupil);
        Referral {
            what: self.what.clone(),
            of: person.map_or_else(|| self.of.clone(), |person| person.name.clone()),
            person: person.map(|person| person.id),
            consent_by: self.consent_by.clone(),
            consent_on: self.consent_on,
            sent_on: self.sent_on,
            due_on: self.due_on,
            ..Referral::new(desk.ids.next(), pupil, self.on)
        }
    }

    fn check(&self, desk: &Desk<'_>) -> Result<(), Refusal> {
        if self.what.is_empty() {
            return Err(Refusal::of(
                "what",
                "What is awaited? Type it in a few words: \"EP report\".",
            ));
        }
        desk.has_come("asked_on", Some(self.on))?;
        desk.has_come("consent_on", self.consent_on)?;
        desk.has_come("sent_on", self.sent_on)?;
        if self.due_on.is_some_and(|due_on| due_on < self.on) {
            return Err(Refusal::of(
                "due_on",
                "It can't be due before it was asked for. Change one of the two dates.",
            ));
        }
        Ok(())
    }
}

/// Something newly asked about a pupil.
///
/// # Errors
/// When nothing says what is awaited, when it was asked on a day to come, or is due before it was asked.
pub fn add(desk: &Desk<'_>, pupil: &Pupil, asked: &Asked) -> Result<Edit, Refusal> {
    asked.check(desk)?;
    let label = format!("{} awaited for {}", asked.what, pupil.full_name());
    Ok(Edit::new(label).put(asked.referral(desk, pupil.id)))
}

/// Says otherwise what is awaited, and what came of it.
///
/// # Errors
/// As [`add`]; and when it came on a day to come, or both came and is no longer awaited.
pub fn change(
    desk: &Desk<'_>,
    referral: &Referral,
    asked: &Asked,
    answered: &Answered,
) -> Result<Edit, Refusal> {
    asked.check(desk)?;
    desk.has_come("answered_on", answered.answered_on)?;
    desk.has_come("received_on", answered.received_on)?;
    if answered.received_on.is_some() && !answered.dropped.is_empty() {
        return Err(Refusal::of(
            "dropped",
            "It can't have come and be awaited no longer. Empty one of the two.",
        ));
    }
    let changed = Referral {
        id: referral.id,
        chased_on: referral.chased_on.clone(),
        answer: answered.answer.clone(),
        answered_on: answered.answered_on,
        received_on: answered.received_on,
        dropped: answered.dropped.clone(),
        ..asked.referral(desk, referral.pupil)
    };
    let label = format!(
        "{} changed for {}",
        asked.what,
        desk.caseload.full_name(referral.pupil)
    );
    let mut edit = Edit::new(label);
    if changed != *referral {
        edit = edit.put(changed);
    }
    Ok(edit)
}

/// Takes it away: for what was typed by mistake. What is no longer awaited says so instead.
///
/// # Errors
/// When it is no longer there.
pub fn remove(desk: &Desk<'_>, id: ReferralId) -> Result<Edit, Refusal> {
    let referral = desk.caseload.referrals.get(id).ok_or_else(|| {
        Refusal::new("This is no longer in the record. Ctrl+Z may bring it back.")
    })?;
    let name = desk.caseload.pupil(referral.pupil)?.full_name();
    Ok(Edit::new(format!("{} removed for {name}", referral.what)).remove(id))
}

/// It was chased today.
///
/// # Errors
/// When it is no longer awaited, or was chased today already.
pub fn chase(desk: &Desk<'_>, referral: &Referral) -> Result<Edit, Refusal> {
    is_awaited(referral)?;
    if referral.chased_on.contains(&desk.today()) {
        return Err(Refusal::new(
            "It was chased today already. Enter opens it, x says that it has come.",
        ));
    }
    let mut chased = referral.clone();
    chased.chased_on.push(desk.today());
    let name = desk.caseload.full_name(referral.pupil);
    Ok(Edit::new(format!("{} chased for {name}", referral.what)).put(chased))
}

/// It came today.
///
/// # Errors
/// When it is no longer awaited.
pub fn receive(desk: &Desk<'_>, referral: &Referral) -> Result<Edit, Refusal> {
    is_awaited(referral)?;
    let name = desk.caseload.full_name(referral.pupil);
    Ok(
        Edit::new(format!("{} received for {name}", referral.what)).put(Referral {
            received_on: Some(desk.today()),
            ..referral.clone()
        }),
    )
}

fn is_awaited(referral: &Referral) -> Result<(), Refusal> {
    if referral.is_awaited() {
        Ok(())
    } else {
        Err(Refusal::new("It is no longer awaited. Enter opens it."))
    }
}

#[cfg(test)]
mod tests;
