//! Caseload.

pub mod domain;
pub mod keys;
