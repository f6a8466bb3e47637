//! SQL of pupils, with their needs in rank order.

use rusqlite::params;

use super::cell::{Cells, Coded};
use super::table::{List, Table, Writer};
use crate::domain::{EhcNamed, NeedCode, NeedSpell, Pupil};

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
        "contact_language",
        "cla_before",
        "service",
        "young_carer",
        "barriers",
        "appreciated",
        "support",
        "hopes",
        "profile_by",
        "profile_on",
        "medical",
        "case_officer",
        "placement",
        "band",
        "layer",
    ];
    const LISTS: &'static [List<Self>] = &[
        List {
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
        },
        List {
            table: "pupil_need_spell",
            columns: &["code", "since", "ended_on"],
            write: |pupil, row| {
                pupil.need_spells.iter().try_for_each(|spell| {
                    row.row(params![spell.code.as_str(), spell.since, spell.ended_on])
                })
            },
            read: |pupil, cells| {
                pupil.need_spells.push(NeedSpell {
                    code: NeedCode::new(&cells.next::<String>()?),
                    since: cells.next()?,
                    ended_on: cells.next()?,
                });
                Ok(())
            },
        },
    ];

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
            self.left_for,
            self.contact_language,
            self.cla_before,
            self.service,
            self.young_carer,
            self.barriers,
            self.appreciated,
            self.support,
            self.hopes,
            self.profile_by,
            self.profile_on,
            self.medical,
            self.named.case_officer,
            self.named.placement,
            self.named.band,
            self.layer.map(Coded)
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
            contact_language: cells.next()?,
            cla_before: cells.next()?,
            service: cells.next()?,
            young_carer: cells.next()?,
            barriers: cells.next()?,
            appreciated: cells.next()?,
            support: cells.next()?,
            hopes: cells.next()?,
            profile_by: cells.next()?,
            profile_on: cells.next()?,
            medical: cells.next()?,
            named: Box::new(EhcNamed {
                case_officer: cells.next()?,
                placement: cells.next()?,
                band: cells.next()?,
            }),
            layer: cells.maybe_word()?,
            needs: Vec::new(),
            need_spells: Vec::new(),
        })
    }
}
