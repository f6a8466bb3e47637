//! Caseload's tests: one module a workflow.

#![allow(clippy::unwrap_used)]

mod assess;
mod backups;
mod brief;
mod calendar;
mod census;
mod changes;
mod dates;
mod demo;
mod documents;
mod find;
mod import;
mod import_reading;
mod import_workbook;
mod jot;
mod kept_filters;
mod layering;
mod leaving;
mod locking;
mod old;
mod opening;
mod plain_commands;
mod plan;
mod privacy;
mod provision;
mod pupils;
mod random;
mod readme;
mod record;
mod register;
mod review;
mod safety;
mod school;
mod school_dates;
mod schools;
mod senco;
mod sessions;
mod several;
mod story;
mod timeline;
mod today;
mod undo;
mod watching;
mod whole;
