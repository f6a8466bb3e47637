//! SQL of interventions, with their timetable.

use rusqlite::params;

use super::cell::{Cells, Coded, Worded};
use super::table::{List, Table, Writer};
use crate::domain::{Intervention, Slot};

impl Table for Intervention {
    const NAME: &'static str = "intervention";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "provision",
        "name",
        "led_by",
        "began_on",
        "ends_on",
        "keeping",
        "minutes",
        "room",
    ];
    const LISTS: &'static [List<Self>] = &[List {
        table: "intervention_slot",
        columns: &["weekday", "at"],
        write: |intervention, row| {
            intervention
                .slots
                .iter()
                .try_for_each(|slot| row.row(params![Worded(slot.weekday), slot.at]))
        },
        read: |intervention, cells| {
            intervention.slots.push(Slot {
                weekday: cells.word()?,
                at: cells.next()?,
            });
            Ok(())
        },
    }];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.provision,
            self.name,
            self.led_by,
            self.began_on,
            self.ends_on,
            Coded(self.keeping),
            self.minutes,
            self.room
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            provision: cells.next()?,
            name: cells.next()?,
            led_by: cells.next()?,
            began_on: cells.next()?,
            ends_on: cells.next()?,
            keeping: cells.word()?,
            minutes: cells.next()?,
            room: cells.next()?,
            slots: Vec::new(),
        })
    }
}
