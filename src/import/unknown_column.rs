/// A column whose heading is not known: nothing was taken from it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct UnknownColumn {
    /// Its heading.
    pub heading: String,
    /// In how many lines it is filled.
    pub filled: usize,
    /// A few of its values, to tell what it is.
    pub samples: Vec<String>,
}
