//! [`Starter`]: a provision to start the catalogue with.

use serde::Deserialize;

use super::Provision;
use crate::domain::{Area, Ids};

/// A provision that schools often have, to start the catalogue with. It is in no caseload until it is picked, and every
/// word of it can be changed then.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Starter {
    /// "Phonics catch-up".
    pub name: String,
    /// The broad area of need it serves most.
    pub area: Area,
    /// 1 universal, 2 targeted, 3 specialist.
    pub wave: u8,
    /// Minutes of a session, as a rule; none for support through the day.
    pub minutes: Option<u32>,
    /// Pupils in a group, as a rule.
    pub group_size: Option<u32>,
    /// What is done.
    pub words: String,
}

impl Starter {
    /// The provision that picking it makes.
    pub fn provision(self, ids: &Ids) -> Provision {
        Provision {
            id: ids.next(),
            name: self.name,
            area: Some(self.area),
            wave: self.wave,
            minutes: self.minutes,
            group_size: self.group_size,
            pence_an_hour: None,
            words: self.words,
        }
    }
}

/// The starter list, in order of name.
pub fn starters() -> Vec<Starter> {
    #[derive(Deserialize)]
    struct File {
        provision: Vec<Starter>,
    }
    let file: File = toml::from_str(include_str!("../../../assets/provisions/starter.toml"))
        .expect("the starter list shipped with the program is well formed");
    file.provision
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fold;

    #[test]
    fn the_starter_list_is_in_order_and_every_line_of_it_fits_the_catalogue() {
        let starters = starters();
        assert!((12..=24).contains(&starters.len()));
        for pair in starters.windows(2) {
            assert!(
                fold(&pair[0].name) < fold(&pair[1].name),
                "{}",
                pair[1].name
            );
        }
        for starter in starters {
            assert!((1..=3).contains(&starter.wave), "{}", starter.name);
            assert!(!starter.words.is_empty(), "{}", starter.name);
            assert_ne!(starter.minutes, Some(0), "{}", starter.name);
        }
    }
}
