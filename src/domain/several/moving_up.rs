//! [`MovingUp`]: the roll-over of the school year.

use chrono::NaiveDate;

use crate::domain::{Desk, Edit, NcYear, Pupil, PupilId, Refusal, pupil};

/// What the roll-over of the year does to a pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// She goes to the next year, and to the class that follows hers by its name.
    Up {
        /// The year.
        year: NcYear,
        /// The class.
        class: String,
    },
    /// She is in a leaving year of her school: she has left.
    Leaves,
    /// Her year is not known, or none follows it: she stays as she is.
    Stays,
}

/// The roll-over of the school year, worked out before anything is written. Years roll over on 1 September.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovingUp {
    /// What becomes of each pupil, in the order given.
    pub steps: Vec<(PupilId, Step)>,
    /// The last day of those who leave.
    pub last_day: NaiveDate,
    /// How many are in the year of their age already: when it is nearly all, the year was rolled over before.
    pub already: usize,
}

impl MovingUp {
    /// What would become of these pupils. Those in a leaving year leave on the last day of the school year that has ended,
    /// as far as it has.
    pub fn of(desk: &Desk<'_>, pupils: &[PupilId]) -> Self {
        let this_year = desk.calendar.academic_year(desk.today()).first();
        let ended = desk
            .calendar
            .terms()
            .iter()
            .map(|term| term.last)
            .filter(|last| *last < this_year)
            .max();
        let pupils: Vec<&Pupil> = pupils
            .iter()
            .filter_map(|id| desk.caseload.pupils.get(*id))
            .filter(|pupil| pupil.left_on.is_none())
            .collect();
        let is_of_age = |pupil: &&&Pupil| {
            let usual = pupil
                .dob
                .and_then(|dob| NcYear::expected(dob, desk.today()));
            usual.is_some() && usual == pupil.year
        };
        let already = pupils.iter().filter(is_of_age).count();
        let steps = pupils.iter().map(|pupil| (pupil.id, step(desk, pupil)));
        Self {
            steps: steps.collect(),
            already,
            last_day: ended.unwrap_or(this_year.pred_opt().unwrap_or(this_year)),
        }
    }

    /// The edit that writes it.
    ///
    /// # Errors
    /// When it changes nobody, or a leaver's day has not come.
    pub fn edit(&self, desk: &Desk<'_>) -> Result<Edit, Refusal> {
        let mut edit = Edit::default();
        let (mut up, mut leave) = (0, 0);
        for (id, step) in &self.steps {
            let stored = desk.caseload.pupil(*id)?;
            let changed = match step {
                Step::Up { year, class } => {
                    up += 1;
                    pupil::change(
                        desk,
                        Pupil {
                            year: Some(*year),
                            class: class.clone(),
                            ..stored.clone()
                        },
                    )?
                }
                Step::Leaves => {
                    leave += 1;
                    pupil::leave(desk, *id, Some(self.last_day), "")?
                }
                Step::Stays => continue,
            };
            edit.changes.extend(changed.changes);
        }
        if up + leave == 0 {
            return Err(Refusal::new(
                "Nobody here moves up: no year group is known of them. Type it on the page Identity, or import the school's list.",
            ));
        }
        edit.label = format!("New school year: {up} moved up, {leave} left");
        Ok(edit)
    }
}

fn step(desk: &Desk<'_>, pupil: &Pupil) -> Step {
    let Some(year) = pupil.year else {
        return Step::Stays;
    };
    let school = desk.caseload.school_of(pupil.school);
    if school.is_some_and(|school| school.leaving_years.contains(&year)) {
        return Step::Leaves;
    }
    match year.next() {
        Some(next) => Step::Up {
            class: class_after(&pupil.class, year, next),
            year: next,
        },
        None => Step::Stays,
    }
}

/// The class that follows by its name, where the name begins with the year: 4B, 5B. Any other name stays.
fn class_after(class: &str, year: NcYear, next: NcYear) -> String {
    match class.strip_prefix(year.code()) {
        Some(rest) if !rest.starts_with(|letter: char| letter.is_ascii_digit()) => {
            format!("{}{rest}", next.code())
        }
        _ => class.to_owned(),
    }
}
