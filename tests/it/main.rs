//! Caseload's tests: one module a workflow.
