//! [`Several`]: one thing done to several pupils, as one edit.

mod moving_up;

use chrono::NaiveDate;

use super::cycle;
use super::place;
use super::review::{self, Booking};
use super::{
    Caseload, Code as _, Desk, Edit, Flag, InterventionId, NcYear, Place, Pupil, PupilId, Refusal,
    SchoolId, Standings,
};
pub use moving_up::{MovingUp, Step};

/// One thing done to several pupils, as one edit: those to whom it can't be done are left out, and said so.
#[derive(Debug)]
pub struct Several {
    changes: Edit,
    done: usize,
    left_out: Vec<(PupilId, Refusal)>,
}

impl Several {
    /// Does to each pupil what `one` makes of her. A pupil of whom it is so already counts as done.
    fn each(
        desk: &Desk<'_>,
        pupils: &[PupilId],
        mut one: impl FnMut(&Pupil) -> Result<Edit, Refusal>,
    ) -> Self {
        let mut several = Self {
            changes: Edit::default(),
            done: 0,
            left_out: Vec::new(),
        };
        for id in pupils {
            match desk.caseload.pupil(*id).and_then(&mut one) {
                Ok(edit) => {
                    several.changes.changes.extend(edit.changes);
                    several.done += 1;
                }
                Err(refusal) => several.left_out.push((*id, refusal)),
            }
        }
        several
    }

    /// The edit: "Class 5A for 12 pupils; not for Aisha Khan: ...".
    ///
    /// # Errors
    /// When it can be done to none of them, with the first reason.
    fn edit(self, caseload: &Caseload, what: &str) -> Result<Edit, Refusal> {
        if self.done == 0 {
            let first = self.left_out.into_iter().next();
            return Err(first.map_or_else(nobody, |(_, refusal)| refusal));
        }
        let pupils = if self.done == 1 { "pupil" } else { "pupils" };
        let mut label = format!("{what} for {} {pupils}", self.done);
        if let Some((first, refusal)) = self.left_out.first() {
            let name = caseload.full_name(*first);
            let more = match self.left_out.len() {
                1 => String::new(),
                count => format!(" and {} more", count - 1),
            };
            let why = refusal.words.trim_end_matches('.');
            label.push_str(&format!("; not for {name}{more}: {why}"));
        }
        Ok(Edit {
            label,
            ..self.changes
        })
    }
}

fn nobody() -> Refusal {
    Refusal::new("Nobody is marked. Space marks the pupil under the cursor.")
}

/// Puts them all in one class.
///
/// # Errors
/// When none of them is in the caseload any more.
pub fn class(desk: &Desk<'_>, pupils: &[PupilId], class: &str) -> Result<Edit, Refusal> {
    let several = Several::each(desk, pupils, |pupil| {
        super::pupil::change(
            desk,
            Pupil {
                class: class.to_owned(),
                ..pupil.clone()
            },
        )
    });
    let what = if class.is_empty() {
        "No class".to_owned()
    } else {
        format!("Class {class}")
    };
    several.edit(desk.caseload, &what)
}

/// Says that they are all at one school, with its term dates.
///
/// # Errors
/// As [`class`]; and when the school is not in the caseload any more.
pub fn school(desk: &Desk<'_>, pupils: &[PupilId], school: SchoolId) -> Result<Edit, Refusal> {
    let name = super::school::held(desk, school)?.name.clone();
    let several = Several::each(desk, pupils, |pupil| {
        super::pupil::change(
            desk,
            Pupil {
                school,
                ..pupil.clone()
            },
        )
    });
    several.edit(desk.caseload, &name)
}

/// Says of all of them what is known as yes or no; with none, that it is not known.
///
/// # Errors
/// As [`class`].
pub fn flag(
    desk: &Desk<'_>,
    pupils: &[PupilId],
    flag: Flag,
    known: Option<bool>,
) -> Result<Edit, Refusal> {
    let several = Several::each(desk, pupils, |pupil| {
        let mut flagged = pupil.clone();
        flag.set(&mut flagged, known);
        super::pupil::change(desk, flagged)
    });
    let is = match known {
        Some(true) => "",
        Some(false) => "no ",
        None => "not known: ",
    };
    several.edit(desk.caseload, &format!("{is}{}", flag.label()))
}

/// Puts them all in one year group.
///
/// # Errors
/// As [`class`].
pub fn year(desk: &Desk<'_>, pupils: &[PupilId], year: Option<NcYear>) -> Result<Edit, Refusal> {
    let several = Several::each(desk, pupils, |pupil| {
        super::pupil::change(
            desk,
            Pupil {
                year,
                ..pupil.clone()
            },
        )
    });
    let what = year.map_or_else(|| "No year group".to_owned(), NcYear::label);
    several.edit(desk.caseload, &what)
}

/// Gives all of them a place in a group that runs, from a day on.
///
/// # Errors
/// When none of them can join: the group has ended, or all are in it.
pub fn join(
    desk: &Desk<'_>,
    pupils: &[PupilId],
    intervention: InterventionId,
    from: Option<NaiveDate>,
) -> Result<Edit, Refusal> {
    let several = Several::each(desk, pupils, |pupil| {
        let place = Place {
            id: desk.ids.next(),
            pupil: pupil.id,
            intervention,
            from,
            to: None,
            target: None,
        };
        place::join(desk, place)
    });
    let group = desk.caseload.interventions.get(intervention);
    let name = group.map(|group| group.name.as_str()).unwrap_or_default();
    several.edit(desk.caseload, &format!("A place in {name}"))
}

/// Books a review for each, all on one day; with each are asked those whom one asks about her.
///
/// # Errors
/// When all of them have one booked.
pub fn book(desk: &Desk<'_>, pupils: &[PupilId], booking: &Booking) -> Result<Edit, Refusal> {
    let several = Several::each(desk, pupils, |pupil| {
        let booking = Booking {
            invited: review::whom_to_invite(desk.caseload, pupil.id, desk.today()),
            ..booking.clone()
        };
        review::book(desk, pupil, &booking)
    });
    let day = super::date_words::with_year(booking.on);
    several.edit(desk.caseload, &format!("Review booked on {day}"))
}

/// Begins a cycle for each: the first, or the next from her last review.
///
/// # Errors
/// When all of them have one that is open.
pub fn start_cycles(
    desk: &Desk<'_>,
    pupils: &[PupilId],
    standings: &Standings,
) -> Result<Edit, Refusal> {
    let several = Several::each(desk, pupils, |pupil| {
        cycle::start(desk, pupil, standings.get(pupil.id))
    });
    several.edit(desk.caseload, "A cycle begun")
}
