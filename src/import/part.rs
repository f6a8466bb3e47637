use chrono::NaiveDate;

use super::alike;
use super::child::Child;
use super::incoming::Incoming;
use super::parent_told::ParentTold;
use crate::domain::{NcYear, NeedCode, Pence, Status, fold};

/// A part of what the caseload knows of a pupil that a file can tell as well, in the order in which changes are shown.
///
/// Its value is compared as text: a code, a number or an ISO date, empty when unknown. The same text is kept as the base of the
/// next import, under the part's own name, which must never change.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Part {
    /// Unique pupil number.
    Upn,
    /// Admission number.
    Adno,
    /// Surname.
    Surname,
    /// Forename.
    Forename,
    /// What she is called.
    Preferred,
    /// Date of birth.
    Dob,
    /// National curriculum year.
    Year,
    /// Class.
    Class,
    /// Sex.
    Sex,
    /// SEN status, watching included.
    Status,
    /// Since when she has it.
    StatusSince,
    /// Whether the parent was told of it.
    ParentTold,
    /// Kinds of need in rank order.
    Needs,
    /// Top-up, in pence a year.
    TopUp,
    /// Hours funded by the plan, in minutes a week.
    FundedMinutes,
    /// Pupil premium.
    Pp,
    /// Free school meals.
    Fsm,
    /// English as an additional language.
    Eal,
    /// Looked after.
    Cla,
    /// Looked after before.
    ClaBefore,
    /// Of a service family.
    Service,
    /// Young carer.
    YoungCarer,
    /// First language.
    Language,
    /// The authority that maintains her plan.
    Authority,
    /// The day her EHC plan was made.
    PlanMade,
    /// When the next review is due.
    NextReview,
}

/// A pupil who is only watched has the census code N; she is told apart here.
const WATCHING: &str = "watching";
/// The parent was told, and nobody wrote when.
const YES: &str = "yes";
const NO: &str = "no";

impl Part {
    /// The name under which the base of the next import is kept.
    pub(super) fn key(self) -> &'static str {
        self.into()
    }

    /// What it is called on screens.
    pub fn label(self) -> &'static str {
        match self {
            Self::Upn => "UPN",
            Self::Adno => "Admission number",
            Self::Surname => "Surname",
            Self::Forename => "Forename",
            Self::Preferred => "Known as",
            Self::Dob => "Date of birth",
            Self::Year => "Year",
            Self::Class => "Class",
            Self::Sex => "Sex",
            Self::Status => "SEN status",
            Self::StatusSince => "Status since",
            Self::ParentTold => "Parent told",
            Self::Needs => "Needs",
            Self::TopUp => "Top-up",
            Self::FundedMinutes => "Funded hours",
            Self::Pp => "Pupil premium",
            Self::Fsm => "Free school meals",
            Self::Eal => "EAL",
            Self::Cla => "Looked after",
            Self::ClaBefore => "Previously looked after",
            Self::Service => "Service child",
            Self::YoungCarer => "Young carer",
            Self::Language => "First language",
            Self::Authority => "Authority",
            Self::PlanMade => "Plan made",
            Self::NextReview => "Next review",
        }
    }

    /// What the file says of it; none when it says nothing.
    pub(super) fn said(self, child: &Incoming) -> Option<String> {
        match self {
            Self::Upn => child.upn.clone(),
            Self::Adno => child.adno.clone(),
            Self::Surname => child.surname.clone(),
            Self::Forename => child.forename.clone(),
            Self::Preferred => child.preferred.clone(),
            Self::Dob => child.dob.map(iso),
            Self::Year => child.year.map(|year| year.code().to_owned()),
            Self::Class => child.class.clone(),
            Self::Sex => child.sex.map(|sex| sex.code().to_owned()),
            Self::Status => child
                .status
                .map(|status| status_code(status, child.watching)),
            Self::StatusSince => child.status_since.map(iso),
            Self::ParentTold => child.parent_told.map(|told| match told {
                ParentTold::Yes => YES.to_owned(),
                ParentTold::On(day) => iso(day),
            }),
            Self::Needs => Some(codes(&child.needs)),
            Self::TopUp => child.top_up.map(|pence| pence.to_string()),
            Self::FundedMinutes => child.funded_minutes.map(|minutes| minutes.to_string()),
            Self::Pp => child.flags.pp.map(yes_no),
            Self::Fsm => child.flags.fsm.map(yes_no),
            Self::Eal => child.flags.eal.map(yes_no),
            Self::Cla => child.flags.cla.map(yes_no),
            Self::ClaBefore => child.flags.cla_before.map(yes_no),
            Self::Service => child.flags.service.map(yes_no),
            Self::YoungCarer => child.flags.young_carer.map(yes_no),
            Self::Language => child.language.clone(),
            Self::Authority => child.authority.clone(),
            Self::PlanMade => child.plan_made.map(iso),
            Self::NextReview => child.next_review.map(iso),
        }
        .filter(|value| !value.is_empty())
    }

    /// What the caseload says of it; empty when it says nothing.
    pub(super) fn ours(self, child: &Child) -> String {
        let pupil = &child.pupil;
        let status = child.status.as_ref();
        let some = match self {
            Self::Upn => return pupil.upn.clone(),
            Self::Adno => return pupil.adno.clone(),
            Self::Surname => return pupil.surname.clone(),
            Self::Forename => return pupil.forename.clone(),
            Self::Preferred => return pupil.preferred.clone(),
            Self::Class => return pupil.class.clone(),
            Self::Language => return pupil.language.clone(),
            Self::Authority => return pupil.authority.clone(),
            Self::Needs => return codes(&pupil.needs),
            Self::Dob => pupil.dob.map(iso),
            Self::Year => pupil.year.map(|year| year.code().to_owned()),
            Self::Sex => pupil.sex.map(|sex| sex.code().to_owned()),
            Self::Status => status.map(|period| status_code(period.status, period.watching)),
            Self::StatusSince => status.and_then(|period| period.from).map(iso),
            Self::ParentTold => status
                .filter(|period| period.parent_told)
                .map(|period| period.parent_told_on.map_or_else(|| YES.to_owned(), iso)),
            Self::TopUp => pupil.top_up_pence.map(|pence| pence.to_string()),
            Self::FundedMinutes => pupil.funded_minutes.map(|minutes| minutes.to_string()),
            Self::Pp => pupil.pp.map(yes_no),
            Self::Fsm => pupil.fsm.map(yes_no),
            Self::Eal => pupil.eal.map(yes_no),
            Self::Cla => pupil.cla.map(yes_no),
            Self::ClaBefore => pupil.cla_before.map(yes_no),
            Self::Service => pupil.service.map(yes_no),
            Self::YoungCarer => pupil.young_carer.map(yes_no),
            Self::PlanMade => child.plan_made.as_ref().map(|event| iso(event.on)),
            Self::NextReview => child.next_review().map(iso),
        };
        some.unwrap_or_default()
    }

    /// Whether the second value says nothing that the first does not.
    pub(super) fn says_no_more(self, known: &str, said: &str) -> bool {
        if known == said {
            return true;
        }
        match self {
            Self::Surname | Self::Forename | Self::Preferred => alike::says_no_more(known, said),
            Self::Class | Self::Language | Self::Authority => fold(known) == fold(said),
            Self::Adno => known.trim_start_matches('0') == said.trim_start_matches('0'),
            // The census has no code for watching: a list of the census says N of a pupil who is watched.
            Self::Status => known == WATCHING && said == Status::N.code(),
            Self::ParentTold => !known.is_empty() && said == YES,
            // A list with one column of needs, or one left blank, does not end the further ones.
            Self::Needs => known
                .strip_prefix(said)
                .is_some_and(|further| further.starts_with(' ')),
            _ => false,
        }
    }

    /// Whether the second value is the first, only fuller: nobody has to be asked.
    pub(super) fn completes(self, known: &str, said: &str) -> bool {
        match self {
            Self::Surname | Self::Forename | Self::Preferred => alike::completes(known, said),
            Self::ParentTold => known == YES,
            _ => false,
        }
    }

    /// A value as it is shown.
    pub(super) fn shown(self, value: &str) -> String {
        let number = || value.parse::<i64>().ok();
        let shown = match self {
            Self::Dob
            | Self::StatusSince
            | Self::ParentTold
            | Self::PlanMade
            | Self::NextReview => value
                .parse()
                .ok()
                .map(|day: NaiveDate| day.format("%-d %b %Y").to_string()),
            Self::Year => value.parse().ok().map(NcYear::label),
            Self::Status => value
                .parse()
                .ok()
                .map(|status: Status| status.label().to_owned()),
            Self::Needs => {
                let needs: Vec<String> = value
                    .split(' ')
                    .map(|code| NeedCode::new(code).to_string())
                    .collect();
                Some(needs.join(", "))
            }
            Self::TopUp => number().map(|pence| format!("{} a year", Pence(pence))),
            Self::FundedMinutes => number().map(|minutes| match (minutes / 60, minutes % 60) {
                (hours, 0) => format!("{hours} h a week"),
                (hours, minutes) => format!("{hours} h {minutes} min a week"),
            }),
            _ => None,
        };
        shown.unwrap_or_else(|| value.to_owned())
    }
}

fn iso(day: NaiveDate) -> String {
    day.to_string()
}

fn yes_no(flag: bool) -> String {
    let word = if flag { YES } else { NO };
    word.to_owned()
}

fn status_code(status: Status, watching: bool) -> String {
    let code = if watching { WATCHING } else { status.code() };
    code.to_owned()
}

fn codes(needs: &[NeedCode]) -> String {
    let codes: Vec<&str> = needs.iter().map(NeedCode::as_str).collect();
    codes.join(" ")
}
