//! Caseload.
