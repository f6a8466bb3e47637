//! SQL of access arrangements, with what teachers say.

use rusqlite::params;

use super::cell::{Cells, Coded};
use super::table::{List, Table, Writer};
use crate::domain::Arrangement;
use crate::domain::arrangement::Evidence;

impl Table for Arrangement {
    const NAME: &'static str = "arrangement";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "pupil",
        "what",
        "normal_way",
        "asked",
        "assessed_on",
        "assessed_by",
        "scores",
        "form",
        "approved_on",
        "reference",
        "expires_on",
        "ended_on",
    ];
    const LISTS: &'static [List<Self>] = &[List {
        table: "arrangement_evidence",
        columns: &["on", "subject", "by", "words"],
        write: |arrangement, row| {
            let mut evidence = arrangement.evidence.iter();
            evidence.try_for_each(|one| row.row(params![one.on, one.subject, one.by, one.words]))
        },
        read: |arrangement, cells| {
            arrangement.evidence.push(Evidence {
                on: cells.next()?,
                subject: cells.next()?,
                by: cells.next()?,
                words: cells.next()?,
            });
            Ok(())
        },
    }];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.pupil,
            self.what,
            self.normal_way,
            self.asked,
            self.assessed_on,
            self.assessed_by,
            self.scores,
            self.form.map(Coded),
            self.approved_on,
            self.reference,
            self.expires_on,
            self.ended_on
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            what: cells.next()?,
            normal_way: cells.next()?,
            asked: cells.next()?,
            assessed_on: cells.next()?,
            assessed_by: cells.next()?,
            scores: cells.next()?,
            form: cells.maybe_word()?,
            approved_on: cells.next()?,
            reference: cells.next()?,
            expires_on: cells.next()?,
            ended_on: cells.next()?,
            evidence: Vec::new(),
        })
    }
}
