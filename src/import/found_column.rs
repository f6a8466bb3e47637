use super::field::Field;

/// A column of a list that is somebody's business. Columns that are never kept are not among them.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FoundColumn {
    /// Its heading.
    pub heading: String,
    /// What it holds; none when its heading is not known and nothing is taken from it.
    pub field: Option<Field>,
    /// In how many lines it is filled; of a known column only the first lines are looked at.
    pub filled: usize,
    /// A few of its values, to tell what it is.
    pub samples: Vec<String>,
}

impl FoundColumn {
    /// How many values show what a column is.
    const SAMPLES: usize = 3;
    /// How much of each.
    pub(super) const SAMPLE_LENGTH: usize = 40;
    /// How many lines show what a known column is.
    const LOOKED_AT: usize = 200;

    /// A column, before any line is looked at.
    pub(super) fn new(heading: String, field: Option<Field>) -> Self {
        Self {
            heading,
            field,
            filled: 0,
            samples: Vec::new(),
        }
    }

    /// Whether it has been looked at enough.
    pub(super) fn is_told(&self) -> bool {
        self.field.is_some() && self.filled >= Self::LOOKED_AT
    }

    /// Looks at one of its values.
    pub(super) fn look_at(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        self.filled += 1;
        let sample: String = words.chars().take(Self::SAMPLE_LENGTH).collect();
        if self.samples.len() < Self::SAMPLES && !self.samples.contains(&sample) {
            self.samples.push(sample);
        }
    }
}
