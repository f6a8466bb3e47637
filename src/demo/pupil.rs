use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use strum::VariantArray;

use super::action::Deed;
use super::arrangement::Allowed;
use super::build::Build;
use super::cycle::Turn;
use super::diagnosis::Pathway;
use super::ehc_event::Step;
use super::ehc_line::Specified;
use super::half_days::Term;
use super::keys::Keys;
use super::note::Entry;
use super::other_plan::Planned;
use super::outcome::LongAim;
use super::referral::Asked;
use super::review::Meeting;
use super::status_period::Standing;
use super::tie::Contact;
use super::when::When;
use crate::domain::{
    AcademicYear, EhcNamed, NcYear, NeedCode, NeedSpell, Pupil, PupilId, Sex, Tie, upn,
    upn::UpnCheck,
};

/// A pupil and all that is told of her.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Told {
    /// What the other files call her.
    pub(super) key: String,
    pub(super) forename: String,
    pub(super) surname: String,
    #[serde(default)]
    pub(super) preferred: String,
    pub(super) sex: Option<Sex>,
    /// Her year; none for the pupil who is about to change school, whose year follows the calendar.
    pub(super) year: Option<NcYear>,
    /// The letter of her class.
    pub(super) class: String,
    /// Month and day.
    pub(super) born: (u32, u32),
    #[serde(default)]
    pub(super) language: String,
    pub(super) pp: Option<bool>,
    pub(super) fsm: Option<bool>,
    pub(super) eal: Option<bool>,
    pub(super) cla: Option<bool>,
    pub(super) cla_before: Option<bool>,
    pub(super) service: Option<bool>,
    pub(super) young_carer: Option<bool>,
    #[serde(default)]
    pub(super) contact_language: String,
    /// Since when the primary need is known.
    pub(super) need_since: Option<When>,
    #[serde(default)]
    pub(super) barriers: String,
    #[serde(default)]
    pub(super) appreciated: String,
    #[serde(default)]
    pub(super) support: String,
    #[serde(default)]
    pub(super) hopes: String,
    #[serde(default)]
    pub(super) profile_by: String,
    pub(super) profile_on: Option<When>,
    #[serde(default)]
    pub(super) needs: Vec<NeedCode>,
    pub(super) top_up_pence: Option<i64>,
    pub(super) funded_minutes: Option<i64>,
    #[serde(default)]
    pub(super) authority: String,
    #[serde(default)]
    pub(super) case_officer: String,
    #[serde(default)]
    pub(super) placement: String,
    #[serde(default)]
    pub(super) band: String,
    #[serde(default)]
    pub(super) strengths: String,
    #[serde(default)]
    pub(super) works: String,
    #[serde(default)]
    pub(super) important: String,
    #[serde(default)]
    pub(super) careful: String,
    #[serde(default)]
    pub(super) see_dsl: bool,
    pub(super) left_on: Option<When>,
    #[serde(default)]
    pub(super) left_for: String,
    #[serde(default)]
    pub(super) family: Vec<Contact>,
    /// Staff and professionals by name, with what they are to her.
    #[serde(default)]
    pub(super) works_with: Vec<(String, String)>,
    #[serde(default)]
    pub(super) status: Vec<Standing>,
    #[serde(default)]
    pub(super) ehc: Vec<Step>,
    #[serde(default)]
    pub(super) outcome: Vec<LongAim>,
    #[serde(default)]
    pub(super) ehc_line: Vec<Specified>,
    #[serde(default)]
    pub(super) cycle: Vec<Turn>,
    #[serde(default)]
    pub(super) review: Vec<Meeting>,
    #[serde(default)]
    pub(super) action: Vec<Deed>,
    #[serde(default)]
    pub(super) referral: Vec<Asked>,
    #[serde(default)]
    pub(super) other_plan: Vec<Planned>,
    #[serde(default)]
    pub(super) diagnosis: Vec<Pathway>,
    #[serde(default)]
    pub(super) arrangement: Vec<Allowed>,
    #[serde(default)]
    pub(super) half_days: Vec<Term>,
    #[serde(default)]
    pub(super) medical: String,
    #[serde(default)]
    pub(super) note: Vec<Entry>,
}

/// A file each.
const BY_HAND: [&str; 8] = [
    include_str!("../../assets/demo/story/aisha.toml"),
    include_str!("../../assets/demo/story/kofi.toml"),
    include_str!("../../assets/demo/story/conor.toml"),
    include_str!("../../assets/demo/story/zuzanna.toml"),
    include_str!("../../assets/demo/story/li_wei.toml"),
    include_str!("../../assets/demo/story/yusuf.toml"),
    include_str!("../../assets/demo/story/lina.toml"),
    include_str!("../../assets/demo/story/tom.toml"),
];

/// Reading takes longer than making: done once.
static TOLD: LazyLock<Vec<Told>> = LazyLock::new(|| {
    let read = |story: &&str| -> Told {
        toml::from_str(story).expect("the pupils shipped with the program are well formed")
    };
    BY_HAND.iter().map(read).collect()
});

impl Told {
    /// The pupils told by hand.
    pub(super) fn by_hand() -> &'static [Self] {
        &TOLD
    }

    pub(super) fn make(&self, build: &mut Build<'_>) {
        let id = build.id();
        build.pupils.put(&self.key, id);
        let year = self
            .year
            .unwrap_or_else(|| about_to_leave(build.days.today));
        let class = format!("{}{}", year.code(), self.class);
        build.class = (year, self.class.clone());
        let pupil = self.record(build, id, year, class);
        build.put(pupil);
        for contact in &self.family {
            contact.make(build, &self.key, id);
        }
        let teacher = build.named("teacher", build.days.today);
        let class_teacher = (teacher, "class teacher".to_owned());
        for (name, relation) in [&class_teacher].into_iter().chain(&self.works_with) {
            self.tie(build, id, name, relation);
        }
        for period in &self.status {
            period.make(build, id);
        }
        for step in &self.ehc {
            step.make(build, id);
        }
        self.make_plan(build, id);
        for plan in &self.other_plan {
            plan.make(build, &self.key, id);
        }
        for diagnosis in &self.diagnosis {
            diagnosis.make(build, id);
        }
        for arrangement in &self.arrangement {
            arrangement.make(build, id);
        }
        for term in &self.half_days {
            term.make(build, id);
        }
        for entry in &self.note {
            entry.make(build, id);
        }
    }

    fn make_plan(&self, build: &mut Build<'_>, id: PupilId) {
        let mut outcomes = Keys::default();
        for outcome in &self.outcome {
            outcomes.put(&outcome.key, outcome.make(build, id));
        }
        for line in &self.ehc_line {
            line.make(build, &self.key, id, &outcomes);
        }
        let mut cycles = Vec::new();
        for (cycle, number) in self.cycle.iter().zip(1..) {
            cycles.push(cycle.make(build, &self.key, (id, number), &outcomes));
        }
        for review in &self.review {
            review.make(build, &self.key, id, &cycles);
        }
        for action in &self.action {
            action.make(build, &self.key, id, None);
        }
        for referral in &self.referral {
            referral.make(build, &self.key, id);
        }
    }

    fn record(&self, build: &Build<'_>, id: PupilId, year: NcYear, class: String) -> Pupil {
        let started = started_reception(build.days.today, year);
        let serial = build.pupils.len();
        Pupil {
            upn: unique_number(started, serial),
            adno: format!("{:06}", 1200 + serial),
            surname: self.surname.clone(),
            forename: self.forename.clone(),
            preferred: self.preferred.clone(),
            dob: self.born(started),
            year: Some(year),
            class,
            sex: self.sex,
            language: self.language.clone(),
            pp: self.pp,
            fsm: self.fsm,
            eal: self.eal,
            contact_language: self.contact_language.clone(),
            cla: self.cla,
            cla_before: self.cla_before,
            service: self.service,
            young_carer: self.young_carer,
            need_spells: self.need_spells(build),
            medical: self.medical.clone(),
            barriers: self.barriers.clone(),
            appreciated: self.appreciated.clone(),
            support: self.support.clone(),
            hopes: self.hopes.clone(),
            profile_by: self.profile_by.clone(),
            profile_on: build.days.maybe(self.profile_on),
            needs: self.needs.clone(),
            top_up_pence: self.top_up_pence,
            funded_minutes: self.funded_minutes,
            authority: self.authority.clone(),
            named: Box::new(EhcNamed {
                case_officer: build.named(&self.case_officer, build.days.today),
                placement: self.placement.clone(),
                band: self.band.clone(),
            }),
            strengths: self.strengths.clone(),
            works: self.works.clone(),
            important: self.important.clone(),
            careful: self.careful.clone(),
            see_dsl: self.see_dsl,
            left_on: build.days.maybe(self.left_on),
            left_for: self.left_for.clone(),
            ..Pupil::new(id, build.school)
        }
    }

    /// Since when her primary need is known, where that is told.
    fn need_spells(&self, build: &Build<'_>) -> Vec<NeedSpell> {
        let spell = |since| {
            Some(NeedSpell {
                code: self.needs.first()?.clone(),
                since: Some(since),
                ended_on: None,
            })
        };
        build
            .days
            .maybe(self.need_since)
            .and_then(spell)
            .into_iter()
            .collect()
    }

    /// A child starts reception in the September after her fourth birthday.
    fn born(&self, started_reception: i32) -> Option<NaiveDate> {
        let (month, day) = self.born;
        let year = started_reception - if month < 9 { 4 } else { 5 };
        NaiveDate::from_ymd_opt(year, month, day)
    }

    fn tie(&self, build: &mut Build<'_>, pupil: PupilId, name: &str, relation: &str) {
        let id = build.id();
        let person = build.people.id(&build.named(name, build.days.today));
        build.put(Tie {
            relation: relation.to_owned(),
            responsibility: Some(false),
            ..Tie::new(id, pupil, person)
        });
    }
}

/// Year 6, while its transfer to secondary school is still being settled; Year 5 once 15 February has come (reg 18) and the
/// next such review is the one ahead.
fn about_to_leave(today: NaiveDate) -> NcYear {
    let settled = (today.month(), today.day()) >= (2, 15) && today.month() < 9;
    if settled { NcYear::Y5 } else { NcYear::Y6 }
}

/// The calendar year in which a pupil now in that year started reception.
fn started_reception(today: NaiveDate, year: NcYear) -> i32 {
    let years = NcYear::VARIANTS
        .iter()
        .skip_while(|other| **other != NcYear::R)
        .position(|other| *other == year);
    AcademicYear::of(today).starts_in()
        - i32::try_from(years.unwrap_or_default()).unwrap_or_default()
}

/// A well-formed UPN of local authority 999 and establishment 9907, neither of which there is.
fn unique_number(started_reception: i32, serial: usize) -> String {
    let year = started_reception.rem_euclid(100);
    let rest = format!("9999907{year:02}{serial:03}");
    match upn::check(&format!("A{rest}")) {
        UpnCheck::WrongLetter { should_be } => format!("{should_be}{rest}"),
        _ => format!("A{rest}"),
    }
}
