//! [`KeptFilter`]: words of a filter kept under a name, and the edits that keep them.

use serde::{Deserialize, Serialize};

use super::{Desk, Edit, Filter, Refusal, Setting, fold, setting};

/// Words of a filter that the SENCO kept under a name: typed as a filter, the name means the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptFilter {
    /// Its name: "autumn reviews".
    pub name: String,
    /// The words, as they are typed: "k y4 late".
    pub words: String,
}

/// The edit that keeps words under a name; `before` is the name of the one that is changed so, none for a new one.
///
/// # Errors
/// When the name or the words are missing, another filter has the name, or the name means something as a filter already.
pub fn keep(desk: &Desk<'_>, before: Option<&str>, kept: KeptFilter) -> Result<Edit, Refusal> {
    let stored = setting::needed_for(desk)?;
    let kept = KeptFilter {
        name: kept.name.trim().to_owned(),
        words: kept.words.trim().to_owned(),
    };
    if kept.name.is_empty() {
        return Err(Refusal::of(
            "name",
            "Type a name for these words, such as autumn reviews.",
        ));
    }
    if kept.words.is_empty() {
        return Err(Refusal::of(
            "words",
            "Type the words that it stands for, as in the list: k y4 late.",
        ));
    }
    if Filter::read(&kept.name).is_of_words() {
        return Err(Refusal::of(
            "name",
            format!(
                "\"{}\" means something as a filter already. Choose another name.",
                kept.name
            ),
        ));
    }
    let mut all = stored.kept_filters.clone();
    let at = before.and_then(|before| place(&all, before));
    match place(&all, &kept.name) {
        Some(other) if Some(other) != at => {
            return Err(Refusal::of(
                "name",
                format!(
                    "{} is kept already, for {}. Choose another name, or change that one.",
                    all[other].name, all[other].words
                ),
            ));
        }
        _ => {}
    }
    let label = format!("Filter {} kept: {}", kept.name, kept.words);
    match at {
        Some(at) => all[at] = kept,
        None => all.push(kept),
    }
    Ok(write(stored, label, all))
}

/// The edit that forgets a kept filter.
///
/// # Errors
/// When there is none of this name any more.
pub fn remove(desk: &Desk<'_>, name: &str) -> Result<Edit, Refusal> {
    let stored = setting::needed_for(desk)?;
    let mut all = stored.kept_filters.clone();
    let at = place(&all, name).ok_or_else(|| {
        Refusal::new("This filter is not kept any more. Ctrl+Z may bring it back.")
    })?;
    let gone = all.remove(at);
    Ok(write(stored, format!("Filter {} removed", gone.name), all))
}

/// Where the filter of this name stands; capitals and accents do not matter.
pub(super) fn place(all: &[KeptFilter], name: &str) -> Option<usize> {
    let name = fold(name.trim());
    all.iter().position(|kept| fold(&kept.name) == name)
}

fn write(stored: &Setting, label: String, kept_filters: Vec<KeptFilter>) -> Edit {
    let edit = Edit::new(label);
    if kept_filters == stored.kept_filters {
        return edit;
    }
    edit.put(Setting {
        kept_filters,
        ..stored.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::TestDesk;

    fn kept(name: &str, words: &str) -> KeptFilter {
        KeptFilter {
            name: name.to_owned(),
            words: words.to_owned(),
        }
    }

    fn words(test: &TestDesk, name: &str) -> Option<String> {
        let setting = test.caseload.setting()?;
        setting.kept_filter(name).map(|kept| kept.words.clone())
    }

    #[test]
    fn a_filter_is_kept_found_by_its_name_renamed_and_removed() {
        let mut test = TestDesk::new();
        test.save(keep(&test.desk(), None, kept(" Autumn reviews", "k y4 late ")).expect("kept"));
        assert_eq!(words(&test, "autumn REVIEWS").as_deref(), Some("k y4 late"));
        let edit = keep(
            &test.desk(),
            Some("Autumn reviews"),
            kept("Spring", "e late"),
        );
        test.save(edit.expect("renamed"));
        assert_eq!(words(&test, "Autumn reviews"), None);
        assert_eq!(words(&test, "spring").as_deref(), Some("e late"));
        let same = keep(&test.desk(), Some("spring"), kept("Spring", "e late"));
        assert!(same.expect("nothing").is_empty());
        test.save(remove(&test.desk(), "Spring").expect("removed"));
        assert_eq!(words(&test, "spring"), None);
        assert!(remove(&test.desk(), "Spring").is_err());
    }

    #[test]
    fn a_name_is_needed_is_nobody_elses_and_no_word_of_the_filter() {
        let mut test = TestDesk::new();
        test.save(keep(&test.desk(), None, kept("mine", "k")).expect("kept"));
        let field = |before, name, words| {
            let refusal = keep(&test.desk(), before, kept(name, words)).expect_err("refused");
            refusal.field.expect("a field").into_owned()
        };
        assert_eq!(field(None, " ", "k"), "name");
        assert_eq!(field(None, "empty", " "), "words");
        assert_eq!(field(None, "Mine", "e"), "name");
        assert_eq!(field(None, "late", "e"), "name");
        assert_eq!(field(Some("mine"), "y4", "e"), "name");
    }
}
