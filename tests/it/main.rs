//! Caseload's tests: one module a workflow.

#![allow(clippy::unwrap_used)]

mod jot;
mod opening;
mod school;
mod senco;
mod whole;
