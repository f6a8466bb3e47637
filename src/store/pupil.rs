//! SQL of pupils, with their needs in rank order.

use rusqlite::params;

use super::cell::{Cells, Coded};
use super::table::{List, Table, Writer};
use crate::domain::{NeedCode, Pupil};

impl Table for Pupil {
    const NAME: &'static str = "pupil";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "school",
        "upn",
        "adno",
        "surname",
        "forename",
        "preferred",
        "dob",
        "year",
        "class",
        "sex",
        "language",
        "pp",
        "fsm",
        "eal",
        "cla",
        "top_up_pence",
        "funded_minutes",
        "authority",
        "strengths",
        "works",
        "important",
        "careful",
        "see_dsl",
        "left_on",
        "left_for",
    ];
    const LISTS: &'static [List<Self>] = &[List {
        table: "pupil_need",
        columns: &["code"],
        write: |pupil, row| {
            pupil
                .needs
                .iter()
                .try_for_each(|need| row.row(params![need.as_str()]))
        },
        read: |pupil, cells| {
            pupil.needs.push(NeedCode::new(&cells.next::<String>()?));
            Ok(())
        },
    }];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.school,
            self.upn,
            self.adno,
            self.surname,
            self.forename,
            self.preferred,
            self.dob,
            self.year.map(Coded),
            self.class,
            self.sex.map(Coded),
            self.language,
            self.pp,
            self.fsm,
            self.eal,
            self.cla,
            self.top_up_pence,
            self.funded_minutes,
            self.authority,
            self.strengths,
            self.works,
            self.important,
            self.careful,
            self.see_dsl,
            self.left_on,
            self.left_for
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            school: cells.next()?,
            upn: cells.next()?,
            adno: cells.next()?,
            surname: cells.next()?,
            forename: cells.next()?,
            preferred: cells.next()?,
            dob: cells.next()?,
            year: cells.maybe_word()?,
            class: cells.next()?,
            sex: cells.maybe_word()?,
            language: cells.next()?,
            pp: cells.next()?,
            fsm: cells.next()?,
            eal: cells.next()?,
            cla: cells.next()?,
            top_up_pence: cells.next()?,
            funded_minutes: cells.next()?,
            authority: cells.next()?,
            strengths: cells.next()?,
            works: cells.next()?,
            important: cells.next()?,
            careful: cells.next()?,
            see_dsl: cells.next()?,
            left_on: cells.next()?,
            left_for: cells.next()?,
            needs: Vec::new(),
        })
    }
}
