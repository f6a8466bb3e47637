use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::build::Build;
use super::seeded::Seeded;
use super::when::{From, When};
use crate::domain::{
    Id, Intervention, Keeping, Measure, Moment, Place, PupilId, Slot, TargetId, slot,
};

/// Every intervention that runs or ran.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Running {
    /// Why a session was not given, by the letter logs have for it.
    pub(super) reasons: BTreeMap<char, String>,
    run: Vec<Run>,
}

/// One provision running for named pupils.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Run {
    pub(super) key: String,
    provision: String,
    name: String,
    pub(super) led_by: String,
    slots: String,
    from: When,
    to: Option<When>,
    keeping: Keeping,
    minutes: u32,
    #[serde(default)]
    room: String,
    pub(super) pupils: Vec<Member>,
    /// One word a school week, one letter a slot: `.` given, `?` nothing known, or a reason's letter. Empty where chance decides.
    #[serde(default)]
    pub(super) log: Vec<String>,
    /// How many of last week's sessions nobody has logged yet.
    #[serde(default)]
    pub(super) to_log: usize,
    measured: Option<Measured>,
}

/// A pupil's place.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Member {
    pub(super) pupil: String,
    pub(super) from: Option<When>,
    pub(super) to: Option<When>,
    /// The target it serves, by key; the first of the plan when it is left out.
    #[serde(default)]
    target: String,
    /// Days she was away.
    #[serde(default)]
    pub(super) away: Vec<When>,
}

/// What entry and exit were read on: a reading at entry lies in the one range, what was gained at the exit in the other.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Measured {
    on: String,
    entry: (usize, usize),
    gain: (usize, usize),
}

/// Reading takes longer than making: done once.
static RUNNING: LazyLock<Running> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/demo/interventions.toml"))
        .expect("the interventions shipped with the program are well formed")
});

impl Running {
    pub(super) fn read() -> &'static Self {
        &RUNNING
    }

    /// Gives each an id, so that reviews can name them.
    pub(super) fn announce(&self, build: &mut Build<'_>) {
        for run in &self.run {
            let id = build.id();
            build.interventions.put(&run.key, id);
        }
    }

    /// All, in the order they are told.
    pub(super) fn runs(&self) -> impl Iterator<Item = &Run> {
        self.run.iter()
    }

    pub(super) fn make(&self, build: &mut Build<'_>) -> Vec<Intervention> {
        self.run.iter().map(|run| run.make(build)).collect()
    }
}

impl Run {
    fn make(&self, build: &mut Build<'_>) -> Intervention {
        let slots: Vec<Slot> = slot::read_slots(&self.slots).unwrap_or_default();
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
    pub(super) fn ended_for(&self, pupil: &str, (first, last): (usize, usize)) -> bool {
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
                id: Id::new(0),
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
            let id = build.id();
            build.put(Measure { id, ..measure });
        }
    }
}
