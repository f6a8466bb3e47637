use chrono::NaiveDate;

use super::{Ask, HelpLine, NotGivenLine, SinceLine};
use crate::domain::{Dossier, Papers, Rules};

/// What is for staff only: never in the meeting, never on a family's copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForYou {
    /// What to mind: about the pupil, about each contact, and the pointer to the designated safeguarding lead.
    pub careful: Vec<String>,
    /// What happened since the last review, the newest first.
    pub since: Vec<SinceLine>,
    /// Sessions that were not given, and why.
    pub not_given: Vec<NotGivenLine>,
    /// Diagnoses, and how far the ways toward them are.
    pub pathways: Vec<String>,
    /// Lines of section F of her EHC plan that are not arranged, each with why.
    pub not_arranged: Vec<String>,
    /// What to ask.
    pub ask: Vec<Ask>,
}

impl ForYou {
    pub(super) fn of(dossier: &Dossier, rules: &Rules, today: NaiveDate) -> Self {
        let help = HelpLine::all(dossier);
        Self {
            careful: careful(dossier),
            since: SinceLine::all(dossier, today),
            not_given: NotGivenLine::all(&help),
            pathways: pathways(dossier),
            not_arranged: not_arranged(dossier),
            ask: Ask::all(dossier, &help, rules, today),
        }
    }
}

fn pathways(dossier: &Dossier) -> Vec<String> {
    let diagnoses = dossier.diagnoses.iter();
    let standing = diagnoses.filter(|diagnosis| diagnosis.dropped.is_empty());
    standing
        .map(|diagnosis| format!("{}: {}", diagnosis.what, diagnosis.stage()))
        .collect()
}

fn not_arranged(dossier: &Dossier) -> Vec<String> {
    let lacking = dossier.standing.not_arranged.iter();
    lacking
        .filter_map(|lacking| {
            let mut lines = dossier.ehc_lines.iter();
            let line = lines.find(|line| line.id == lacking.line)?;
            Some(format!("{}: {}", line.short(), lacking.why))
        })
        .collect()
}

fn careful(dossier: &Dossier) -> Vec<String> {
    let see_dsl = dossier.pupil.see_dsl.then(|| "see DSL".to_owned());
    let of_pupil = Some(dossier.pupil.careful.clone());
    let of_ties = dossier.ties.iter().flat_map(|tie| {
        let name = dossier.who(&tie.relation, Some(tie.person));
        let papers = match tie.papers {
            Papers::Yes => None,
            Papers::No => Some("no papers"),
            Papers::AskFirst => Some("ask before sharing"),
        };
        // Words that say it already are not said twice.
        let papers = papers.filter(|words| !tie.careful.contains(words));
        let careful = Some(tie.careful.as_str()).filter(|words| !words.is_empty());
        [careful, papers]
            .into_iter()
            .flatten()
            .map(move |words| format!("{name}: {words}"))
    });
    see_dsl
        .into_iter()
        .chain(of_pupil)
        .filter(|words| !words.is_empty())
        .chain(of_ties)
        .collect()
}
