use chrono::NaiveDate;

use super::HelpLine;
use crate::domain::date_words::day_month;
use crate::domain::deadline::PhaseTransfer;
use crate::domain::{
    Action, Dossier, Keeping, Prompt, Referral, Rules, Run, Said, Status, TargetNow,
    TargetStanding, prompt,
};

/// A question for the meeting, with the rule that raised it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The question.
    pub prompt: String,
    /// Why it is asked: "action past date", "given under 70 %".
    pub rule: String,
}

/// More are not asked in ten minutes.
const MOST: usize = 5;
/// Late actions leave room for other questions.
const MOST_ACTIONS: usize = 2;
/// Under this share of what is known to have been promised, in per cent, the way it is given is asked about.
const GIVEN_ENOUGH: u32 = 70;
/// Fewer sessions say nothing.
const FEW_SESSIONS: u32 = 4;
/// A term: who was not heard for so many weeks is asked.
const HEARD_WEEKS: i64 = 12;
/// A target that was not measured for so many weeks is asked about.
const MEASURED_WEEKS: i64 = 6;

impl Ask {
    /// What to ask, the most pressing first, five at most.
    pub(super) fn all(
        dossier: &Dossier,
        help: &[HelpLine],
        rules: &Rules,
        today: NaiveDate,
    ) -> Vec<Self> {
        let asking = Asking { dossier, today };
        let mut asks: Vec<Self> = Vec::new();
        asks.extend(asking.late_actions().into_iter().take(MOST_ACTIONS));
        asks.extend(help.iter().filter_map(given_too_little));
        asks.extend(asking.family());
        asks.extend(asking.reports());
        asks.extend(asking.pupil());
        asks.extend(asking.targets());
        asks.extend(asking.rules(rules, help));
        asks.truncate(MOST);
        asks
    }

    fn new(prompt: impl Into<String>, rule: impl Into<String>) -> Self {
        Self {
            prompt: prompt.into(),
            rule: rule.into(),
        }
    }
}

impl From<Prompt> for Ask {
    fn from(prompt: Prompt) -> Self {
        let rule = format!("{}, {}", prompt.rule, prompt.basis);
        Self::new(prompt.words, rule)
    }
}

fn given_too_little(line: &HelpLine) -> Option<Ask> {
    let Run {
        given,
        keeping,
        promised,
        no_entry,
        ..
    } = &line.run;
    let known = promised - no_entry;
    let too_little = *keeping != Keeping::Standing
        && known >= FEW_SESSIONS
        && line.run.given_per_cent() < Some(GIVEN_ENOUGH);
    too_little.then(|| {
        let prompt = format!("{}, {given} of {known}: change the slot?", line.name);
        Ask::new(prompt, format!("given under {GIVEN_ENOUGH} %"))
    })
}

struct Asking<'a> {
    dossier: &'a Dossier,
    today: NaiveDate,
}

impl Asking<'_> {
    fn days_since(&self, on: NaiveDate) -> i64 {
        (self.today - on).num_days()
    }

    /// Actions past their day, the latest first: ours are owned up to, others' are asked about.
    fn late_actions(&self) -> Vec<Ask> {
        let late = |action: &Action| {
            let days = self.days_since(action.by?);
            (action.is_open() && days > 0).then_some(days)
        };
        let actions = self.dossier.actions.iter();
        let mut late: Vec<(i64, &Action)> = actions
            .filter_map(|action| Some((late(action)?, action)))
            .collect();
        late.sort_by_key(|(days, action)| (-days, action.id));
        late.into_iter()
            .map(|(days, action)| {
                let who = if self.dossier.is_senco(&action.who, action.person) {
                    "ours"
                } else {
                    self.dossier.who(&action.who, action.person)
                };
                let late = count(days, "day");
                Ask::new(
                    format!("{}: {who}, {late} late", action.what),
                    "action past date",
                )
            })
            .collect()
    }

    fn family(&self) -> Option<Ask> {
        let said = self.dossier.standing.last_family_words.as_ref();
        self.unheard(
            said,
            "family",
            "How does the family see it?",
            "At home: any better?",
        )
    }

    fn pupil(&self) -> Option<Ask> {
        let said = self.dossier.standing.last_pupil_words.as_ref();
        self.unheard(
            said,
            "pupil",
            "What does the pupil say?",
            "What does the pupil say now?",
        )
    }

    fn unheard(&self, said: Option<&Said>, who: &str, never: &str, again: &str) -> Option<Ask> {
        let Some(said) = said else {
            return Some(Ask::new(never, format!("{who} not heard yet")));
        };
        let weeks = self.days_since(said.on) / 7;
        (weeks >= HEARD_WEEKS)
            .then(|| Ask::new(again, format!("{who} last heard {weeks} weeks ago")))
    }

    /// Reports past their day.
    fn reports(&self) -> Vec<Ask> {
        let late = |referral: &&Referral| {
            referral.is_awaited() && referral.due_on.is_some_and(|on| on < self.today)
        };
        let reports = self.dossier.referrals.iter().filter(late);
        reports
            .map(|referral| {
                let due = day_month(referral.due_on.unwrap_or(self.today));
                Ask::new(
                    format!("{}: due {due}, not in", referral.what),
                    "report awaited, not in",
                )
            })
            .collect()
    }

    /// Targets that are met, behind, or not measured for long.
    fn targets(&self) -> Vec<Ask> {
        let targets = self.dossier.standing.targets.iter();
        targets.filter_map(|target| self.target(target)).collect()
    }

    fn target(&self, target: &TargetNow) -> Option<Ask> {
        let short = &target.short;
        match target.standing {
            TargetStanding::Met => {
                return Some(Ask::new(
                    format!("{short}: met. What is the next step?"),
                    "target met",
                ));
            }
            TargetStanding::Behind => {
                return Some(Ask::new(
                    format!("{short}: what gets in the way?"),
                    "target behind",
                ));
            }
            TargetStanding::OnTheWay | TargetStanding::TooEarly | TargetStanding::NotStarted => {}
        }
        let planned = self.dossier.cycle_now().and_then(|cycle| cycle.planned_on);
        let since = target.now.map(|reading| reading.on).max(planned)?;
        let weeks = self.days_since(since) / 7;
        (weeks >= MEASURED_WEEKS).then(|| {
            let rule = format!("no measure since {}", day_month(since));
            Ask::new(format!("{short}: where is it now?"), rule)
        })
    }

    /// What the rules of the field raise about a pupil like her.
    fn rules(&self, rules: &Rules, help: &[HelpLine]) -> Vec<Ask> {
        let Dossier {
            pupil,
            school,
            standing,
            status_periods,
            ..
        } = self.dossier;
        let told = status_periods
            .iter()
            .any(|period| period.status == standing.status && period.parent_told);
        let targeted = help.iter().any(|line| {
            let intervention = self.dossier.interventions.get(&line.intervention);
            let provision = intervention
                .and_then(|intervention| self.dossier.provisions.get(&intervention.provision));
            provision.is_some_and(|provision| provision.wave > 1)
        });
        let summer_before = || {
            let leaving_years = &school.as_ref()?.leaving_years;
            PhaseTransfer::a_year_ahead(pupil.year?, leaving_years, self.today)?
                .in_the_summer_before(rules, self.today)
        };
        let transfer = Some(()).filter(|()| standing.status == Status::E);
        let prompts = [
            prompt::parent_told(rules, standing.status, told, self.today),
            prompt::may_be_support(rules, standing.watching, targeted, self.today),
            transfer.and_then(|()| summer_before()),
            pupil
                .year
                .and_then(|year| prompt::adulthood(rules, standing.status, year, self.today)),
        ];
        prompts.into_iter().flatten().map(Ask::from).collect()
    }
}

fn count(number: i64, thing: &str) -> String {
    match number {
        1 => format!("1 {thing}"),
        _ => format!("{number} {thing}s"),
    }
}
