use std::fmt;

use serde::{Deserialize, Serialize};

use super::NeedTable;

/// The census code of a type of need, such as `SLCN`.
///
/// A code that the table does not know is kept as it came: a newer census may have it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String")]
pub struct NeedCode(String);

impl NeedCode {
    /// A code in the form the census has it: capitals, no spaces around.
    pub fn new(code: &str) -> Self {
        Self(code.trim().to_uppercase())
    }

    /// The census form, `SPLD`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for NeedCode {
    fn from(code: String) -> Self {
        Self::new(&code)
    }
}

/// As it is shown: `SpLD`.
impl fmt::Display for NeedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let need = NeedTable::england().get(self);
        f.pad(need.map_or(self.as_str(), |need| need.shown()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_stored_in_capitals_and_shown_as_schools_write_it() {
        let code = NeedCode::new(" spld ");
        assert_eq!(code.as_str(), "SPLD");
        assert_eq!(code.to_string(), "SpLD");
        assert_eq!(format!("{code:6}|"), "SpLD  |");
        assert_eq!(serde_json::to_string(&code).unwrap(), "\"SPLD\"");
        assert_eq!(serde_json::from_str::<NeedCode>("\"SpLD\"").unwrap(), code);
    }

    #[test]
    fn a_code_of_a_newer_census_survives() {
        assert_eq!(NeedCode::new("NEW").to_string(), "NEW");
    }
}
