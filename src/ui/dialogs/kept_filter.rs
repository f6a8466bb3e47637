//! A filter that is kept under a name.

use crate::domain::{DraftKey, Edit, Filter, KeptFilter, Refusal, kept_filter};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "kept_filter";

/// Before the words of a new one, and before the name of one that is kept, in what a draft is about.
const WORDS: &str = "words:";
const KEPT: &str = "name:";

/// A filter under a name.
#[derive(Debug)]
pub struct KeptFilterSheet {
    about: String,
}

/// The form that keeps these words.
pub fn new(words: &str) -> FormView<KeptFilterSheet> {
    form(format!("{WORDS}{words}"), "", words)
}

/// The form of a filter that is kept.
pub fn of(kept: &KeptFilter) -> FormView<KeptFilterSheet> {
    form(format!("{KEPT}{}", kept.name), &kept.name, &kept.words)
}

/// The form that a draft was typed in; none when the filter it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<KeptFilterSheet>> {
    match about.strip_prefix(KEPT) {
        Some(name) => cx.desk.caseload.setting()?.kept_filter(name).map(of),
        None => about.strip_prefix(WORDS).map(new),
    }
}

fn form(about: String, name: &str, words: &str) -> FormView<KeptFilterSheet> {
    FormView::new(
        KeptFilterSheet { about },
        vec![
            Field::line("name", "Name", name)
                .hint("autumn reviews: typed as a filter, it means the words"),
            Field::line("words", "Words", words)
                .hint("k e watching y4 4b slcn late no target pp led:bell"),
        ],
    )
}

impl Sheet for KeptFilterSheet {
    fn key(&self) -> DraftKey {
        DraftKey {
            dialog: NAME.to_owned(),
            about: self.about.clone(),
        }
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        match self.about.strip_prefix(KEPT) {
            Some(name) => format!("Kept filter: {name}"),
            None => "Keep a filter under a name".to_owned(),
        }
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let kept = KeptFilter {
            name: form.text("name"),
            words: form.text("words"),
        };
        kept_filter::keep(&cx.desk, self.about.strip_prefix(KEPT), kept)
    }

    fn doubts(&self, _cx: &Context<'_>, form: &Form) -> Vec<crate::domain::Doubt> {
        let filter = Filter::read(&form.text("words"));
        let doubt = (!filter.is_empty()).then(|| crate::domain::Doubt {
            field: "words",
            words: format!("is read as {filter}"),
            basis: "as the list reads it".to_owned(),
        });
        doubt.into_iter().collect()
    }
}
