//! Caseload's tests: one module a workflow.

#![allow(clippy::unwrap_used)]

mod demo;
mod import;
mod import_reading;
mod jot;
mod kill;
mod opening;
mod plain_commands;
mod provision;
mod random;
mod school;
mod senco;
mod sessions;
mod story;
mod timeline;
mod whole;
