//! SQL of reviews, with who was asked, what was found and what was decided.

use rusqlite::params;

use super::cell::{Cells, Coded};
use super::table::{List, Table, Writer};
use crate::domain::{Invitee, Judgement, Review, Verdict};

impl Table for Review {
    const NAME: &'static str = "review";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "pupil",
        "cycle",
        "kind",
        "on",
        "at",
        "room",
        "papers_out_on",
        "held_on",
        "pupil_words",
        "family_words",
        "decision",
        "reason",
        "agreement",
        "report_sent_on",
    ];
    const LISTS: &'static [List<Self>] = &[
        List {
            table: "review_invitee",
            columns: &["name", "person", "came"],
            write: |review, row| {
                review.invited.iter().try_for_each(|invitee| {
                    row.row(params![
                        invitee.name,
                        invitee.person,
                        invitee.came.map(Coded)
                    ])
                })
            },
            read: |review, cells| {
                review.invited.push(Invitee {
                    name: cells.next()?,
                    person: cells.next()?,
                    came: cells.maybe_word()?,
                });
                Ok(())
            },
        },
        List {
            table: "review_judgement",
            columns: &["target", "judged", "evidence"],
            write: |review, row| {
                review.judgements.iter().try_for_each(|found| {
                    row.row(params![found.target, Coded(found.judged), found.evidence])
                })
            },
            read: |review, cells| {
                review.judgements.push(Judgement {
                    target: cells.next()?,
                    judged: cells.word()?,
                    evidence: cells.next()?,
                });
                Ok(())
            },
        },
        List {
            table: "review_verdict",
            columns: &["intervention", "keep", "why"],
            write: |review, row| {
                review.verdicts.iter().try_for_each(|verdict| {
                    row.row(params![
                        verdict.intervention,
                        Coded(verdict.keep),
                        verdict.why
                    ])
                })
            },
            read: |review, cells| {
                review.verdicts.push(Verdict {
                    intervention: cells.next()?,
                    keep: cells.word()?,
                    why: cells.next()?,
                });
                Ok(())
            },
        },
    ];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.pupil,
            self.cycle,
            Coded(self.kind),
            self.on,
            self.at,
            self.room,
            self.papers_out_on,
            self.held_on,
            self.pupil_words,
            self.family_words,
            self.decision.map(Coded),
            self.reason,
            self.agreement.map(Coded),
            self.report_sent_on
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            cycle: cells.next()?,
            kind: cells.word()?,
            on: cells.next()?,
            at: cells.next()?,
            room: cells.next()?,
            papers_out_on: cells.next()?,
            held_on: cells.next()?,
            pupil_words: cells.next()?,
            family_words: cells.next()?,
            decision: cells.maybe_word()?,
            reason: cells.next()?,
            agreement: cells.maybe_word()?,
            report_sent_on: cells.next()?,
            invited: Vec::new(),
            judgements: Vec::new(),
            verdicts: Vec::new(),
        })
    }
}
