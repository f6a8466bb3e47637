//! SQL of schools, with their year's dates.

use rusqlite::params;

use super::cell::{Cells, Coded};
use super::table::{List, Table, Writer};
use crate::domain::{Closure, School, Term};

impl Table for School {
    const NAME: &'static str = "school";
    const COLUMNS: &'static [&'static str] = &["id", "name", "authority"];
    const LISTS: &'static [List<Self>] = &[
        List {
            table: "school_leaving_year",
            columns: &["year"],
            write: |school, row| {
                school
                    .leaving_years
                    .iter()
                    .try_for_each(|year| row.row(params![Coded(*year)]))
            },
            read: |school, cells| {
                school.leaving_years.push(cells.word()?);
                Ok(())
            },
        },
        List {
            table: "school_term",
            columns: &["name", "first", "last"],
            write: |school, row| {
                school
                    .terms
                    .iter()
                    .try_for_each(|term| row.row(params![term.name, term.first, term.last]))
            },
            read: |school, cells| {
                school.terms.push(Term {
                    name: cells.next()?,
                    first: cells.next()?,
                    last: cells.next()?,
                });
                Ok(())
            },
        },
        List {
            table: "school_closure",
            columns: &["kind", "name", "first", "last"],
            write: |school, row| {
                school.closures.iter().try_for_each(|closure| {
                    row.row(params![
                        Coded(closure.kind),
                        closure.name,
                        closure.first,
                        closure.last
                    ])
                })
            },
            read: |school, cells| {
                school.closures.push(Closure {
                    kind: cells.word()?,
                    name: cells.next()?,
                    first: cells.next()?,
                    last: cells.next()?,
                });
                Ok(())
            },
        },
    ];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![self.id, self.name, self.authority])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            name: cells.next()?,
            authority: cells.next()?,
            leaving_years: Vec::new(),
            terms: Vec::new(),
            closures: Vec::new(),
        })
    }
}
