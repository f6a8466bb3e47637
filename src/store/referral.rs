//! SQL of what is awaited, with each time it was chased.

use rusqlite::params;

use super::cell::Cells;
use super::table::{List, Table, Writer};
use crate::domain::Referral;

impl Table for Referral {
    const NAME: &'static str = "referral";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "pupil",
        "what",
        "of",
        "person",
        "asked_on",
        "due_on",
        "received_on",
        "dropped",
        "consent_by",
        "consent_on",
        "sent_on",
        "answer",
        "answered_on",
    ];
    const LISTS: &'static [List<Self>] = &[List {
        table: "referral_chase",
        columns: &["on"],
        write: |referral, row| {
            referral
                .chased_on
                .iter()
                .try_for_each(|on| row.row(params![on]))
        },
        read: |referral, cells| {
            referral.chased_on.push(cells.next()?);
            Ok(())
        },
    }];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.pupil,
            self.what,
            self.of,
            self.person,
            self.asked_on,
            self.due_on,
            self.received_on,
            self.dropped,
            self.consent_by,
            self.consent_on,
            self.sent_on,
            self.answer,
            self.answered_on
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            what: cells.next()?,
            of: cells.next()?,
            person: cells.next()?,
            asked_on: cells.next()?,
            due_on: cells.next()?,
            received_on: cells.next()?,
            dropped: cells.next()?,
            consent_by: cells.next()?,
            consent_on: cells.next()?,
            sent_on: cells.next()?,
            answer: cells.next()?,
            answered_on: cells.next()?,
            chased_on: Vec::new(),
        })
    }
}
