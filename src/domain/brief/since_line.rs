use chrono::{Days, NaiveDate};

use crate::domain::date_words::day_month;
use crate::domain::{Code, Dossier, Note, Referral};

/// Something that happened since the last review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SinceLine {
    /// The day.
    pub on: NaiveDate,
    /// What it is: a kind of note, "measure", "referral".
    pub kind: &'static str,
    /// The words.
    pub text: String,
}

/// How far back to look where no review was held.
const WITHOUT_REVIEW: Days = Days::new(7 * 12);

impl SinceLine {
    /// All since the last review, the newest first: notes, measures, what was asked of others and what came.
    pub(super) fn all(dossier: &Dossier, today: NaiveDate) -> Vec<Self> {
        let held_on = dossier.last_review().and_then(|review| review.held_on);
        let since = held_on
            .or_else(|| today.checked_sub_days(WITHOUT_REVIEW))
            .unwrap_or(today);
        let measures = dossier.measures.iter().map(|measure| Self {
            on: measure.on,
            kind: "measure",
            text: format!("{} {}", measure.instrument, measure.value),
        });
        let mut lines: Vec<Self> = dossier
            .notes
            .iter()
            .map(Self::of_note)
            .chain(measures)
            .chain(dossier.referrals.iter().flat_map(Self::of_referral))
            .filter(|line| line.on > since && line.on <= today)
            .collect();
        lines.sort_by_key(|line| std::cmp::Reverse(line.on));
        lines
    }

    fn of_note(note: &Note) -> Self {
        Self {
            on: note.happened_on,
            kind: note.kind.code(),
            text: note.words.clone(),
        }
    }

    fn of_referral(referral: &Referral) -> Vec<Self> {
        let line = |on, text| Self {
            on,
            kind: "referral",
            text,
        };
        let what = &referral.what;
        let due = match referral.due_on {
            Some(on) if referral.is_awaited() => format!(", due {}, not in", day_month(on)),
            Some(_) | None => String::new(),
        };
        let asked = line(referral.asked_on, format!("{what} asked for{due}"));
        let came = referral.received_on;
        let came = came.map(|on| line(on, format!("{what} came")));
        [asked].into_iter().chain(came).collect()
    }
}
