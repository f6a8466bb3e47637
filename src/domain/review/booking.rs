//! [`Booking`]: a review as it is booked, and the edits that book it.

use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::domain::{
    Caseload, Cycle, Desk, Doubt, Edit, Invitee, Papers, Pupil, PupilId, Refusal, Review,
    ReviewKind, fold, weekday_words,
};

/// A review as it is booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booking {
    /// What it reviews.
    pub kind: ReviewKind,
    /// The day.
    pub on: NaiveDate,
    /// The time.
    pub at: Option<NaiveTime>,
    /// The room.
    pub room: String,
    /// Who is asked, by name.
    pub invited: Vec<String>,
    /// When notice and papers went out.
    pub papers_out_on: Option<NaiveDate>,
}

impl Booking {
    /// What looks wrong about a pupil's booking: the school is closed, the SENCO is not in, the day is gone by, a parent is
    /// not asked.
    pub fn doubts(&self, desk: &Desk<'_>, pupil: PupilId) -> Vec<Doubt> {
        let doubt = |words: String, basis: &str| Doubt {
            field: "on",
            words,
            basis: basis.to_owned(),
        };
        let mut doubts = Vec::new();
        let working = desk.caseload.setting().map(|setting| setting.working_days);
        let weekday = self.on.weekday();
        if let Some(why) = desk.calendar.why_closed(self.on) {
            doubts.push(doubt(
                format!("the school is closed that day: {why}"),
                "the term dates you entered",
            ));
        } else if working.is_some_and(|days| !days.contains(weekday)) {
            doubts.push(doubt(
                format!("you are not in on a {}", weekday_words::name(weekday)),
                "your working days in Settings",
            ));
        }
        if self.on < desk.today() {
            doubts.push(doubt(
                "that day is gone by".to_owned(),
                "once booked, n on the Review page writes down how it went",
            ));
        }
        doubts.extend(self.not_asked(desk, pupil));
        doubts
    }

    /// Parents who are not asked: each with parental responsibility should be (CoP 6.65), unless there is a reason.
    fn not_asked(&self, desk: &Desk<'_>, pupil: PupilId) -> Option<Doubt> {
        let is_asked = |name: &str| self.invited.iter().any(|one| fold(one) == fold(name));
        let parents = desk
            .caseload
            .ties
            .of(pupil)
            .filter(|tie| tie.responsibility == Some(true));
        let names: Vec<String> = parents
            .filter_map(|tie| {
                let name = desk.caseload.name_of(Some(tie.person));
                let why = match tie.papers {
                    Papers::Yes => "",
                    Papers::No => ", no papers",
                    Papers::AskFirst => ", ask before sharing",
                };
                (!is_asked(name)).then(|| format!("{name}{why}"))
            })
            .collect();
        (!names.is_empty()).then(|| Doubt {
            field: "invited",
            words: format!("not asked: {}", names.join("; ")),
            basis: "has parental responsibility".to_owned(),
        })
    }

    fn on_review(&self, desk: &Desk<'_>, review: Review) -> Review {
        let pupil = review.pupil;
        Review {
            cycle: cycle_judged(desk.caseload, pupil, self.kind).map(|cycle| cycle.id),
            kind: self.kind,
            on: self.on,
            at: self.at,
            room: self.room.clone(),
            invited: invited(desk.caseload, pupil, &self.invited, &review.invited),
            papers_out_on: self.papers_out_on,
            ..review
        }
    }
}

/// Who is asked, each matched to a person where the name is one's; who was asked before keeps what is known of her.
pub(super) fn invited(
    caseload: &Caseload,
    pupil: PupilId,
    names: &[String],
    before: &[Invitee],
) -> Vec<Invitee> {
    let invite = |name: &String| {
        let person = caseload.person_named(name, pupil);
        let name = person.map_or(name, |person| &person.name);
        let known = before.iter().find(|invitee| invitee.name == *name);
        known.cloned().unwrap_or_else(|| Invitee {
            name: name.clone(),
            person: person.map(|person| person.id),
            came: None,
        })
    };
    names.iter().map(invite).collect()
}

/// The cycle that a review booked now judges: the open one. An early review of a plan leaves it open.
fn cycle_judged(caseload: &Caseload, pupil: PupilId, kind: ReviewKind) -> Option<&Cycle> {
    let open = caseload
        .cycle_now(pupil)
        .filter(|cycle| !cycle.is_closed())?;
    (kind != ReviewKind::Interim).then_some(open)
}

/// Books a review. The date agreed for the cycle that it judges becomes its day.
///
/// # Errors
/// When a review of the same kind is booked already, or the papers went out on a day to come.
pub fn book(desk: &Desk<'_>, pupil: &Pupil, booking: &Booking) -> Result<Edit, Refusal> {
    desk.has_come("papers_out_on", booking.papers_out_on)?;
    let booked = desk.caseload.reviews.of(pupil.id);
    if let Some(other) = booked
        .filter(|review| review.held_on.is_none())
        .find(|review| review.kind == booking.kind)
    {
        return Err(Refusal::of(
            "kind",
            format!(
                "One is booked already, for {}. Open that on the Review page and change its day.",
                other.on.format("%a %-d %B %Y")
            ),
        ));
    }
    let review = Review::booked(desk.ids.next(), pupil.id, booking.kind, booking.on);
    let label = format!("Review booked for {}", pupil.full_name());
    Ok(write(desk, label, booking.on_review(desk, review)))
}

/// Changes a booking.
///
/// # Errors
/// When the review was held, or the papers went out on a day to come.
pub fn rebook(desk: &Desk<'_>, review: &Review, booking: &Booking) -> Result<Edit, Refusal> {
    not_held(review)?;
    desk.has_come("papers_out_on", booking.papers_out_on)?;
    let changed = booking.on_review(desk, review.clone());
    let name = desk.caseload.full_name(review.pupil);
    let label = if changed.on == review.on {
        format!("Booking changed for {name}")
    } else {
        format!(
            "Review of {name} moved to {}",
            changed.on.format("%a %-d %b")
        )
    };
    if changed == *review {
        return Ok(Edit::new(label));
    }
    Ok(write(desk, label, changed))
}

fn write(desk: &Desk<'_>, label: String, review: Review) -> Edit {
    let cycle = review.cycle.and_then(|id| desk.caseload.cycles.get(id));
    let moved = cycle
        .filter(|cycle| cycle.review_on != Some(review.on))
        .map(|cycle| Cycle {
            review_on: Some(review.on),
            ..cycle.clone()
        });
    Edit::new(label).put_all(moved).put(review)
}

/// Takes a booking away. The date agreed for the cycle stands.
///
/// # Errors
/// When the review was held.
pub fn cancel(desk: &Desk<'_>, review: &Review) -> Result<Edit, Refusal> {
    not_held(review)?;
    let name = desk.caseload.full_name(review.pupil);
    Ok(Edit::new(format!("Booking taken away for {name}")).remove(review.id))
}

fn not_held(review: &Review) -> Result<(), Refusal> {
    if review.held_on.is_some() {
        return Err(Refusal::new(
            "This review was held: what it found is part of the record. Enter opens it, to correct it.",
        ));
    }
    Ok(())
}

/// Whom to ask to a pupil's review: her family, those who teach and help her, and those who lead what she is in. Nobody who
/// gets no papers, and nobody with whom to ask first: a [doubt](Booking::doubts) says so.
pub fn whom_to_invite(caseload: &Caseload, pupil: PupilId, on: NaiveDate) -> Vec<String> {
    let tied = caseload
        .ties
        .of(pupil)
        .filter(|tie| tie.papers == Papers::Yes)
        .map(|tie| caseload.name_of(Some(tie.person)));
    let runs = |first: NaiveDate, last: Option<NaiveDate>| {
        first <= on && last.is_none_or(|last| last >= on)
    };
    let leaders = caseload
        .places
        .of(pupil)
        .filter(|place| place.to.is_none_or(|to| to >= on))
        .filter_map(|place| caseload.interventions.get(place.intervention))
        .filter(|intervention| runs(intervention.began_on, intervention.ends_on))
        .map(|intervention| caseload.name_of(intervention.led_by));
    let mut names: Vec<String> = Vec::new();
    for name in tied.chain(leaders).filter(|name| !name.is_empty()) {
        if !names.iter().any(|other| other == name) {
            names.push(name.to_owned());
        }
    }
    names
}

#[cfg(test)]
mod tests;
