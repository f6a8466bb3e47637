//! [`Word`]: one word of a filter.

use std::fmt;

use super::{Kind, With, Without};
use crate::domain::{
    Absence, Caseload, Code as _, Flag, NcYear, NeedCode, NeedTable, OtherPlanKind, Pupil, Section,
    Standing, Status, fold,
};

/// Days in which something is due when nobody says.
const SOON: i64 = 14;

/// One word of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// Names or class that begin so, folded.
    Name(String),
    Status(Status),
    Watching,
    Year(NcYear),
    Need(NeedCode),
    /// Something due in this many days, from today.
    Due(i64),
    Late,
    Without(Without),
    With(With),
    /// So much absence this year, or more.
    Absent(Absence),
    Flag(Flag),
    /// In an intervention led by somebody whose name has a part that begins so, folded.
    LedBy(String),
    /// Of a school whose name has a part that begins so, folded.
    School(String),
    Left,
    /// Left, and kept for long enough.
    PastKeeping,
}

impl Word {
    /// Reads a folded word, or words that belong together; none when it is no word of the filter.
    pub(super) fn read(folded: &str) -> Option<Self> {
        Some(match folded {
            "k" => Self::Status(Status::K),
            "e" => Self::Status(Status::E),
            "n" => Self::Status(Status::N),
            "watching" | "watched" => Self::Watching,
            "late" => Self::Late,
            "due" => Self::Due(SOON),
            "no target" | "no targets" => Self::Without(Without::Target),
            "no review" => Self::Without(Without::Review),
            "no need" => Self::Without(Without::Need),
            "to fill in" => Self::Without(Without::Anything),
            "aa" => Self::With(With::Arrangement),
            "aa missing" => Self::Without(Without::Access),
            short if OtherPlanKind::SHORT.contains(&short) => Self::With(With::HealthPlan),
            "persistent" | "persistent absence" => Self::Absent(Absence::Persistent),
            "severe" | "severe absence" => Self::Absent(Absence::Severe),
            "not arranged" => Self::Without(Without::Arranged),
            "pp" => Self::Flag(Flag::PupilPremium),
            "fsm" => Self::Flag(Flag::FreeMeals),
            "eal" => Self::Flag(Flag::AdditionalLanguage),
            "cla" | "lac" => Self::Flag(Flag::LookedAfter),
            "pcla" | "plac" => Self::Flag(Flag::LookedAfterOnce),
            "service" => Self::Flag(Flag::ServiceChild),
            "carer" => Self::Flag(Flag::YoungCarer),
            "left" => Self::Left,
            "past keeping" | "retention" => Self::PastKeeping,
            _ => return Self::read_longer(folded),
        })
    }

    fn read_longer(folded: &str) -> Option<Self> {
        if let Some(time) = folded.strip_prefix("due") {
            return days(time.trim_start_matches([':', ' '])).map(Self::Due);
        }
        if let Some((what, whose)) = folded.split_once(':') {
            let whose = whose.trim().to_owned();
            return match what {
                _ if whose.is_empty() => None,
                "led" => Some(Self::LedBy(whose)),
                "school" => Some(Self::School(whose)),
                _ => None,
            };
        }
        if folded.starts_with('y') || matches!(folded, "n1" | "n2" | "reception") {
            return NcYear::read(folded).map(Self::Year);
        }
        let code = NeedCode::new(folded);
        NeedTable::england()
            .get(&code)
            .map(|need| Self::Need(need.code().clone()))
    }

    /// The words it widens with, and that widen with it; none when it only narrows.
    pub(super) fn kind(&self) -> Option<Kind> {
        match self {
            Self::Status(_) | Self::Watching => Some(Kind::Status),
            Self::Year(_) => Some(Kind::Year),
            Self::Need(_) => Some(Kind::Need),
            Self::Due(_) | Self::Late => Some(Kind::When),
            Self::LedBy(_) => Some(Kind::LedBy),
            Self::School(_) => Some(Kind::School),
            Self::Name(_)
            | Self::With(_)
            | Self::Without(_)
            | Self::Absent(_)
            | Self::Flag(_)
            | Self::Left
            | Self::PastKeeping => None,
        }
    }

    /// Whether a name is in a key; what is no name always is.
    pub(super) fn fits_name(&self, key: &str) -> bool {
        match self {
            Self::Name(part) => begins_in(key, part),
            _ => true,
        }
    }

    pub(super) fn fits(
        &self,
        key: &str,
        pupil: &Pupil,
        standing: &Standing,
        caseload: &Caseload,
    ) -> bool {
        match self {
            Self::Name(part) => begins_in(key, part),
            // Who is watched is N to the census; here the two are told apart.
            Self::Status(Status::N) => standing.status == Status::N && !standing.watching,
            Self::Status(status) => standing.status == *status,
            Self::Watching => standing.watching,
            Self::Year(year) => pupil.year == Some(*year),
            Self::Need(code) => pupil.needs.contains(code),
            Self::Due(within) => {
                let mut dues = standing.dues.iter();
                dues.any(|due| due.days.is_some_and(|days| (0..=*within).contains(&days)))
            }
            Self::Late => {
                let mut dues = standing.dues.iter();
                dues.any(|due| due.section() == Section::Late)
            }
            Self::With(what) => what.fits(pupil.id, caseload),
            Self::Absent(least) => standing.absence >= Some(*least),
            Self::Without(what) => what.fits(pupil, standing, caseload),
            Self::Flag(flag) => flag.of(pupil) == Some(true),
            Self::LedBy(part) => {
                let mut runs = standing.runs.iter();
                runs.any(|(place, _)| {
                    let intervention = caseload
                        .places
                        .get(*place)
                        .and_then(|place| caseload.interventions.get(place.intervention));
                    let led_by = intervention.and_then(|intervention| intervention.led_by);
                    begins_in(&fold(caseload.name_of(led_by)), part)
                })
            }
            Self::School(part) => {
                let school = caseload.school_of(pupil.school);
                school.is_some_and(|school| begins_in(&fold(&school.name), part))
            }
            Self::Left => pupil.left_on.is_some(),
            Self::PastKeeping => standing.past_keeping,
        }
    }
}

/// In words for the user.
impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(part) => write!(f, "named {part}"),
            Self::Status(status) => f.write_str(status.label()),
            Self::Watching => f.write_str("watching"),
            Self::Year(year) => f.write_str(&year.label()),
            Self::Need(code) => code.fmt(f),
            Self::Due(0) => f.write_str("due today"),
            Self::Due(1) => f.write_str("due by tomorrow"),
            Self::Due(days) if days % 7 == 0 => match days / 7 {
                1 => f.write_str("due in a week"),
                weeks => write!(f, "due in {weeks} weeks"),
            },
            Self::Due(days) => write!(f, "due in {days} days"),
            Self::Late => f.write_str("late"),
            Self::With(with) => f.write_str(with.label()),
            Self::Absent(absence) => f.write_str(absence.label()),
            Self::Without(without) => f.write_str(without.label()),
            Self::Flag(flag) => f.write_str(flag.label()),
            Self::LedBy(part) => write!(f, "led by {part}"),
            Self::School(part) => write!(f, "at {part}"),
            Self::Left => f.write_str("left"),
            Self::PastKeeping => f.write_str("past the day their file is kept until"),
        }
    }
}

/// "2w", "10d", "today": days from today.
fn days(words: &str) -> Option<i64> {
    if words == "today" {
        return Some(0);
    }
    let (number, unit) = words.split_at_checked(words.len().checked_sub(1)?)?;
    let number: u16 = number.trim_start_matches('+').trim_end().parse().ok()?;
    match unit {
        "d" => Some(i64::from(number)),
        "w" => Some(7 * i64::from(number)),
        _ => None,
    }
}

/// Whether a part of a folded name begins with what is sought.
fn begins_in(folded: &str, sought: &str) -> bool {
    folded.match_indices(sought).any(|(at, _)| {
        folded[..at]
            .chars()
            .next_back()
            .is_none_or(|before| !before.is_alphanumeric())
    })
}
