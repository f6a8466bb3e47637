//! [`PickBox`]: a line with names to pick from.

use super::TextBox;
use crate::domain::fold;
use crate::keys::Key;

/// A line in which a name is typed, with the names that fit. Leaving it with only one that fits completes it; a name that
/// is not among them stays as it was typed.
#[derive(Clone, Debug)]
pub struct PickBox {
    /// What is typed.
    pub line: TextBox,
    names: Vec<String>,
}

impl PickBox {
    /// A line with these names to pick from.
    pub fn new(text: &str, names: Vec<String>) -> Self {
        Self {
            line: TextBox::line(text),
            names,
        }
    }

    /// The names that have all the typed words at the start of one of theirs; all of them while nothing is typed. A title
    /// before a name is meant as it is typed: Mr Khan is not Mrs Khan.
    pub fn fitting(&self) -> impl Iterator<Item = &str> {
        let typed = fold(&self.line.text());
        let is_name_begun = typed.contains(' ');
        self.names.iter().map(String::as_str).filter(move |name| {
            let name = fold(name);
            typed.split_whitespace().all(|word| {
                let is_whole = is_name_begun && is_title(word);
                name.split_whitespace()
                    .any(|part| part == word || !is_whole && part.starts_with(word))
            })
        })
    }

    /// Completes the name, when only one fits and something is typed.
    pub fn complete(&mut self) {
        if self.line.is_empty() || is_title(&fold(&self.line.text())) {
            return;
        }
        let fitting: Vec<_> = self.fitting().take(2).map(str::to_owned).collect();
        if let [only] = fitting.as_slice() {
            self.line = TextBox::line(only);
        }
    }

    /// Takes a key; says whether it had a use for it.
    pub fn type_key(&mut self, key: Key) -> bool {
        self.line.type_key(key)
    }
}

/// Whether a folded word stands before names, and is none.
fn is_title(folded: &str) -> bool {
    let titles = ["mr", "mrs", "ms", "miss", "mx", "dr"];
    titles.contains(&folded.trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn completed(typed: &str) -> String {
        let names = ["Mrs Khan", "Mrs Bell", "Aisha Khan"];
        let mut pick = PickBox::new(typed, names.map(str::to_owned).to_vec());
        pick.complete();
        pick.line.text()
    }

    #[test]
    fn only_what_can_be_nobody_else_is_completed() {
        assert_eq!(completed("mrs k"), "Mrs Khan");
        assert_eq!(completed("bel"), "Mrs Bell");
        assert_eq!(completed("ai kh"), "Aisha Khan");
        for other in ["Mr Khan", "Mr Bell", "mr", "khan", "Ms Kaur", ""] {
            assert_eq!(completed(other), other);
        }
    }
}
