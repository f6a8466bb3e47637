//! A provision of the catalogue.

use crate::domain::provision::{self, Provision};
use crate::domain::{DraftKey, Edit, ProvisionId, Refusal};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, intervention};

/// The dialog's name, for drafts.
pub const NAME: &str = "provision";

/// A provision of the catalogue.
#[derive(Debug)]
pub struct ProvisionSheet {
    provision: ProvisionId,
}

/// The form of a provision.
pub fn of(provision: &Provision) -> FormView<ProvisionSheet> {
    let number = |number: Option<u32>| number.map(f64::from);
    let rate = provision.pence_an_hour.map(pounds);
    FormView::new(
        ProvisionSheet {
            provision: provision.id,
        },
        vec![
            Field::line("name", "Name", &provision.name),
            Field::maybe("area", "Area of need", "none", provision.area),
            Field::options(
                "wave",
                "Wave",
                intervention::waves(),
                &provision.wave.to_string(),
            ),
            Field::number("minutes", "Minutes a session", number(provision.minutes))
                .hint("as a rule; each run has its own"),
            Field::number(
                "group_size",
                "Pupils in a group",
                number(provision.group_size),
            )
            .hint("as a rule"),
            Field::line("rate", "Pounds an hour", &rate.unwrap_or_default())
                .hint("of the adult, with on-costs: 17.20"),
            Field::prose("words", "What is done", 5, &provision.words),
        ],
    )
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<ProvisionSheet>> {
    let id: ProvisionId = about.parse().ok()?;
    Some(of(cx.desk.caseload.provisions.get(id)?))
}

/// "17.20".
fn pounds(pence: i64) -> String {
    format!("{}.{:02}", pence / 100, pence % 100)
}

/// Whole pence of what was typed as pounds, or nothing.
fn pence(typed: &str) -> Result<Option<i64>, Refusal> {
    let typed = typed.trim_start_matches('£').trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let (pounds, pence) = typed.split_once('.').unwrap_or((typed, ""));
    let is_digits = |text: &str| text.chars().all(|letter| letter.is_ascii_digit());
    let read = || -> Option<i64> {
        if !is_digits(pounds) || !is_digits(pence) || pence.len() > 2 || pounds.len() > 6 {
            return None;
        }
        let pounds: i64 = pounds.parse().ok()?;
        let pence: i64 = format!("{pence:0<2}").parse().ok()?;
        Some(pounds * 100 + pence)
    };
    let read = read().ok_or_else(|| {
        Refusal::of(
            "rate",
            format!("\"{typed}\" is not an amount. Type pounds and pence: 17.20."),
        )
    })?;
    Ok(Some(read))
}

impl Sheet for ProvisionSheet {
    fn key(&self) -> DraftKey {
        DraftKey {
            dialog: NAME.to_owned(),
            about: self.provision.to_string(),
        }
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let provision = cx.desk.caseload.provisions.get(self.provision);
        let name = provision.map_or("", |provision| &provision.name);
        format!("Provision: {name}")
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        provision::save(
            &cx.desk,
            Provision {
                id: self.provision,
                name: form.text("name"),
                area: form.choice("area"),
                wave: form.text("wave").parse().unwrap_or_default(),
                minutes: form.whole("minutes")?,
                group_size: form.whole("group_size")?,
                pence_an_hour: pence(&form.text("rate"))?,
                words: form.text("words"),
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pounds_are_read_as_they_are_written() {
        for (typed, read) in [
            ("17.20", 1720),
            ("£17", 1700),
            ("17.5", 1750),
            (" 0.05 ", 5),
        ] {
            assert_eq!(pence(typed), Ok(Some(read)), "{typed}");
        }
        assert_eq!(pence(""), Ok(None));
        assert_eq!(pounds(1720), "17.20");
        for wrong in ["a lot", "17.205", "-3", "1e9", "1,000"] {
            assert!(pence(wrong).is_err(), "{wrong}");
        }
    }
}
