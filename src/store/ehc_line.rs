//! SQL of the lines of section F.

use rusqlite::params;

use super::cell::Cells;
use super::table::{Table, Writer};
use crate::domain::EhcLine;
use crate::domain::ehc_line::Means;

impl Table for EhcLine {
    const NAME: &'static str = "ehc_line";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "pupil",
        "outcome",
        "words",
        "amount",
        "who",
        "person",
        "intervention",
        "strategy",
        "otherwise",
    ];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        let (intervention, strategy, otherwise) = match &self.means {
            None => (None, None, ""),
            Some(Means::Intervention(id)) => (Some(id), None, ""),
            Some(Means::Strategy(id)) => (None, Some(id), ""),
            Some(Means::Otherwise(words)) => (None, None, words.as_str()),
        };
        row.row(params![
            self.id,
            self.pupil,
            self.outcome,
            self.words,
            self.amount,
            self.who,
            self.person,
            intervention,
            strategy,
            otherwise
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        let line = Self {
            id: cells.next()?,
            pupil: cells.next()?,
            outcome: cells.next()?,
            words: cells.next()?,
            amount: cells.next()?,
            who: cells.next()?,
            person: cells.next()?,
            means: None,
        };
        let intervention: Option<_> = cells.next()?;
        let strategy: Option<_> = cells.next()?;
        let otherwise: String = cells.next()?;
        let otherwise = Some(otherwise).filter(|words| !words.is_empty());
        let means = intervention
            .map(Means::Intervention)
            .or_else(|| strategy.map(Means::Strategy))
            .or_else(|| otherwise.map(Means::Otherwise));
        Ok(Self { means, ..line })
    }
}
