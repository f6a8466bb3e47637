use crate::domain::{Dossier, InterventionId, Run};

/// Help that was promised, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpLine {
    /// The intervention.
    pub intervention: InterventionId,
    /// The kind of provision: "Phonics catch-up". Names of groups are the staff's.
    pub name: String,
    /// What was promised and what came of it.
    pub run: Run,
}

impl HelpLine {
    /// All that the pupil's standing tells of, in its order.
    pub(super) fn all(dossier: &Dossier) -> Vec<Self> {
        let runs = dossier.standing.runs.iter();
        runs.filter_map(|(place, run)| {
            let place = dossier.places.iter().find(|one| one.id == *place)?;
            let intervention = dossier.interventions.get(&place.intervention)?;
            let provision = dossier.provisions.get(&intervention.provision)?;
            Some(Self {
                intervention: intervention.id,
                name: provision.name.clone(),
                run: run.clone(),
            })
        })
        .collect()
    }
}
