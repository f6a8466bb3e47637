//! [`Agreed`]: an action as it is typed, and the edits that write it.

use chrono::NaiveDate;

use crate::domain::{Action, Desk, Edit, Pupil, PupilId, Refusal, ReviewId};

/// Who does what by when, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreed {
    /// What.
    pub what: String,
    /// Who, by name; empty means the SENCO.
    pub who: String,
    /// By when.
    pub by: Option<NaiveDate>,
}

impl Agreed {
    /// The action, agreed about a pupil on a day, at a review if it was at one.
    pub fn action(
        &self,
        desk: &Desk<'_>,
        pupil: PupilId,
        review: Option<ReviewId>,
        on: NaiveDate,
    ) -> Action {
        let person = desk.caseload.person_named(&self.who, pupil);
        Action {
            id: desk.ids.next(),
            pupil,
            review,
            what: self.what.clone(),
            who: person.map_or_else(|| self.who.clone(), |person| person.name.clone()),
            person: person.map(|person| person.id),
            agreed_on: on,
            by: self.by,
            done_on: None,
            dropped: String::new(),
        }
    }
}

/// A new action about a pupil, agreed today.
///
/// # Errors
/// When nothing says what is to be done.
pub fn add(desk: &Desk<'_>, pupil: &Pupil, agreed: &Agreed) -> Result<Edit, Refusal> {
    check(agreed)?;
    let action = agreed.action(desk, pupil.id, None, desk.today());
    Ok(Edit::new(format!("Action for {}", pupil.full_name())).put(action))
}

/// Says otherwise what is to be done, by whom, by when, and whether it was done or dropped.
///
/// # Errors
/// When nothing says what is to be done, when it was done on a day to come, or when it is both done and dropped.
pub fn change(
    desk: &Desk<'_>,
    action: &Action,
    agreed: &Agreed,
    done_on: Option<NaiveDate>,
    dropped: &str,
) -> Result<Edit, Refusal> {
    check(agreed)?;
    desk.has_come("done_on", done_on)?;
    if done_on.is_some() && !dropped.is_empty() {
        return Err(Refusal::of(
            "dropped",
            "It can't be both done and dropped. Empty one of the two.",
        ));
    }
    let told = agreed.action(desk, action.pupil, action.review, action.agreed_on);
    let changed = Action {
        id: action.id,
        done_on,
        dropped: dropped.to_owned(),
        ..told
    };
    let mut edit = Edit::new(format!(
        "Action changed for {}",
        desk.caseload.full_name(action.pupil)
    ));
    if changed != *action {
        edit = edit.put(changed);
    }
    Ok(edit)
}

/// The action is done today.
///
/// # Errors
/// When it is not open.
pub fn done(desk: &Desk<'_>, action: &Action) -> Result<Edit, Refusal> {
    if !action.is_open() {
        return Err(Refusal::new(
            "This action is closed already. Enter opens it.",
        ));
    }
    let label = format!(
        "Done for {}: {}",
        desk.caseload.full_name(action.pupil),
        action.what
    );
    Ok(Edit::new(label).put(Action {
        done_on: Some(desk.today()),
        ..action.clone()
    }))
}

fn check(agreed: &Agreed) -> Result<(), Refusal> {
    if agreed.what.is_empty() {
        return Err(Refusal::of(
            "what",
            "What is to be done? Type it in a few words: \"ring the hearing clinic\".",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
