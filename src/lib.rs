//! Caseload.

pub mod keys;
