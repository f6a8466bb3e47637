use serde::Deserialize;

use super::{Measured, Member};
use crate::demo::build::Build;
use crate::demo::seeded::Seeded;
use crate::demo::when::{From, When};
use crate::domain::{Intervention, Keeping, Measure, Moment, Place, PupilId, Slot, TargetId, slot};

/// One provision running for named pupils.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Run {
    pub(in crate::demo) key: String,
    provision: String,
    name: String,
    pub(in crate::demo) led_by: String,
    slots: String,
    from: When,
    to: Option<When>,
    keeping: Keeping,
    minutes: u32,
    #[serde(default)]
    room: String,
    pub(in crate::demo) pupils: Vec<Member>,
    /// One word a school week, one letter a slot: `.` given, `?` nothing known, or a reason's letter. Empty where chance decides.
    #[serde(default)]
    pub(in crate::demo) log: Vec<String>,
    /// How many of last week's sessions nobody has logged yet.
    #[serde(default)]
    pub(in crate::demo) to_log: usize,
    measured: Option<Measured>,
}

impl Run {
    pub(super) fn make(&self, build: &mut Build<'_>) -> Intervention {
        let slots: Vec<Slot> = slot::read_slots(&self.slots)
            .expect("the timetables shipped with the program can be read");
        let intervention = Intervention {
            id: build.interventions.id(&self.key),
            provision: build.provisions.id(&self.provision),
            name: self.name.clone(),
            led_by: Some(build.people.id(&self.led_by)),
            began_on: build.days.date(self.from),
            ends_on: build.days.maybe(self.to),
            keeping: self.keeping,
            minutes: self.minutes,
            slots,
            room: self.room.clone(),
        };
        build.put(intervention.clone());
        let mut chance = Seeded::of(&self.key);
        for member in &self.pupils {
            let pupil = build.pupils.id(&member.pupil);
            let place = Place {
                id: build.id(),
                pupil,
                intervention: intervention.id,
                from: build.days.maybe(member.from),
                to: build.days.maybe(member.to),
                target: self.serves(build, member),
            };
            build.put(place);
            if let Some(measured) = &self.measured {
                self.measure(build, &mut chance, measured, pupil, &intervention);
            }
        }
        intervention
    }

    /// The target a place serves: the one that is named, or the first of the plan while it runs.
    fn serves(&self, build: &Build<'_>, member: &Member) -> Option<TargetId> {
        let ends_on = build.days.maybe(self.to);
        let target = match member.target.as_str() {
            "" if ends_on.is_some_and(|on| on < build.days.today) => return None,
            "" => "now",
            named => named,
        };
        build.targets.find(&format!("{}/{target}", member.pupil))
    }

    /// Whether a pupil had a place in it when it ended, from the first to the last of these weeks ago.
    pub(in crate::demo) fn ended_for(&self, pupil: &str, (first, last): (usize, usize)) -> bool {
        let ended = match self.to.map(|to| to.from) {
            Some(From::Week(weeks, _)) if weeks < 0 => weeks.unsigned_abs(),
            _ => return false,
        };
        let ended = usize::try_from(ended).unwrap_or(usize::MAX);
        (last..=first).contains(&ended) && self.pupils.iter().any(|member| member.pupil == pupil)
    }

    /// A reading at entry, and at the exit of what has ended.
    fn measure(
        &self,
        build: &mut Build<'_>,
        chance: &mut Seeded,
        measured: &Measured,
        pupil: PupilId,
        intervention: &Intervention,
    ) {
        let entry = chance.within(measured.entry);
        let exit = entry + chance.within(measured.gain);
        let began = Some((intervention.began_on, entry, Moment::Entry));
        let ended = intervention.ends_on.map(|on| (on, exit, Moment::Exit));
        for (on, value, moment) in began.into_iter().chain(ended) {
            if on >= build.days.today {
                continue;
            }
            let measure = Measure {
                id: build.id(),
                pupil,
                instrument: measured.on.clone(),
                value: f64::from(u32::try_from(value).unwrap_or_default()),
                on,
                target: None,
                intervention: Some(intervention.id),
                moment: Some(moment),
                taken_by: self.led_by.clone(),
                entered_at: build.days.typed(on),
            };
            build.put(measure);
        }
    }
}
